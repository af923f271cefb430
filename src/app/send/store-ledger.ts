/** The ledger in the tab `Utsendelser` of the register's workbook, in any store. */
import { inFew } from '../../domain/few.ts';
import { getBackAdvice } from '../../language/problems/get-back.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Base, NewValue, RowAddition, Workbook } from '../../domain/workbook.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Ledger, LedgerCursor, LedgerEntry } from '../../delivery/ledger.ts';
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { ledgerTab } from '../../register/tabs/ledger.ts';
import { requireTabs } from '../register/require-tabs.ts';
import type { RegisterStore } from '../../stores/store.ts';

type Headings = Readonly<Partial<Record<keyof typeof ledgerTab.columns, string>>>;

/** Where the next events go, and what they are added to. */
interface Place {
  readonly base: Base;
  readonly tab: string;
  readonly headings: Headings;
  readonly register: Register;
  /** What the mailing says is in the record, or has no place there. */
  readonly isSaid: boolean;
}

/** What goes into the record together with the first claim of a mailing. */
export type SaidAt = (register: Register, claim: LedgerEntry) => readonly RowAddition[];

const saysNothing: SaidAt = () => [];

type ReadWorkbook = (workbook: Workbook) => RegisterReading;

/** Reads the register of a workbook only once for all callers, since a ledger may be long. `now` is Oslo time. */
export function registerReader(now: WallTime): ReadWorkbook {
  const readings = new WeakMap<Workbook, RegisterReading>();
  return (workbook) => {
    const reading = readings.get(workbook) ?? readRegister(workbook, now);
    readings.set(workbook, reading);
    return reading;
  };
}

/**
 * Reading throws UserError if there is no such tab, or rows of it cannot be
 * read: then it cannot be known who has got what. The rows of `saidAt` are added in the same exchange as the first claim,
 * so that the record has what is said whenever somebody may have it.
 */
export function storeLedger(
  store: RegisterStore,
  readRows: ReadWorkbook,
  saidAt: SaidAt = saysNothing,
): Ledger {
  const places = new WeakMap<LedgerCursor, Place>();
  const cursorAt = (place: Place): LedgerCursor => {
    const cursor = {};
    places.set(cursor, place);
    return cursor;
  };
  return {
    read: async () => {
      const workbook = await store.read();
      const { entries, ...place } = readingOf(workbook, readRows(workbook));
      return { workbook, entries, cursor: cursorAt(place) };
    },
    append: async (entries, cursor) => {
      const place = places.get(cursor);
      if (place === undefined) throw new Error('a cursor of another ledger');
      const claim = place.isSaid ? undefined : entries.find(({ event }) => event === ledgerEvents.claimed);
      const said = claim === undefined ? [] : saidAt(place.register, claim);
      const rows = [...entries.map((entry) => rowOf(entry, place)), ...said];
      const base = await store.addUnlessOvertaken(rows, place.base);
      if (base === 'overtaken') return 'overtaken';
      return cursorAt({ ...place, base, isSaid: place.isSaid || claim !== undefined });
    },
  };
}

function readingOf(
  base: Workbook,
  reading: RegisterReading,
): Place & { readonly entries: readonly LedgerEntry[] } {
  requireTabs(reading, ['ledger', 'recipients', 'contacts', 'settings'], msg`Nothing was sent or written.`);
  const { ledger, tabs } = reading.register;
  const { ledger: state } = tabs;
  const missing = Object.entries(ledgerTab.columns).filter(([key]) => !isFound(state?.headings, key));
  if (state?.headings === undefined || missing.length > 0) {
    throw new UserError(
      msg`The workbook has no tab ${ledgerTab.name} with all its columns, so it cannot be known what has been sent.`,
      state === undefined
        ? getBackAdvice()
        : msg`Run «npm run init» to add the columns that are missing, and try again.`,
    );
  }
  if (state.refused.size > 0) {
    const rows = inFew([...state.refused.values()]);
    throw new UserError(
      msg`Rows of ${state.name} cannot be read: ${rows}. Nothing is sent while it cannot be known who has got what.`,
      msg`Run «npm run check» to see what is wrong with them.`,
    );
  }
  const { register } = reading;
  return { base, tab: state.name, headings: state.headings, register, isSaid: false, entries: ledger };
}

const isFound = (headings: Headings | undefined, key: string): boolean =>
  Object.keys(headings ?? {}).includes(key);

function rowOf(entry: LedgerEntry, { tab, headings }: Place): RowAddition {
  const cells: Record<string, NewValue> = {};
  const headingOf = new Map(Object.entries(headings));
  for (const [key, value] of Object.entries(entry)) {
    const heading = headingOf.get(key);
    if (heading !== undefined && (typeof value === 'string' || typeof value === 'number'))
      cells[heading] = value;
  }
  return { kind: 'row', tab, cells };
}
