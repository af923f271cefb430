/** The ledger in the tab `Utsendelser` of the register's workbook, in any store. */
import { getBack } from '../../language/problems/en-tabs.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Base, NewValue, RowAddition, Workbook } from '../../domain/workbook.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Ledger, LedgerCursor, LedgerEntry } from '../../delivery/ledger.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import { ledgerTab } from '../../register/tabs/ledger.ts';
import { requireTabs } from '../register/require-tabs.ts';
import type { RegisterStore } from '../../stores/store.ts';

type Headings = Readonly<Partial<Record<keyof typeof ledgerTab.columns, string>>>;

/** Where the next events go, and what they are added to. */
interface Place {
  readonly base: Base;
  readonly tab: string;
  readonly headings: Headings;
}

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
 * read: then it cannot be known who has got what.
 */
export function storeLedger(store: RegisterStore, readRows: ReadWorkbook): Ledger {
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
      const rows = entries.map((entry) => rowOf(entry, place));
      const base = await store.addUnlessOvertaken(rows, place.base);
      return base === 'overtaken' ? 'overtaken' : cursorAt({ ...place, base });
    },
  };
}

function readingOf(
  base: Workbook,
  reading: RegisterReading,
): Place & { readonly entries: readonly LedgerEntry[] } {
  requireTabs(reading, ['ledger', 'recipients', 'contacts', 'settings'], 'Nothing was sent or written.');
  const { ledger, tabs } = reading.register;
  const { ledger: state } = tabs;
  const missing = Object.entries(ledgerTab.columns).filter(([key]) => !isFound(state?.headings, key));
  if (state?.headings === undefined || missing.length > 0) {
    throw new UserError(
      `The workbook has no tab ${ledgerTab.name} with all its columns, so it cannot be known what has been sent.`,
      state === undefined
        ? getBack
        : 'Run «npm run init» to add the columns that are missing, and try again.',
    );
  }
  if (state.refused.size > 0) {
    const rows = [...state.refused.values()].join(', ');
    throw new UserError(
      `Rows of ${state.name} cannot be read: ${rows}. Nothing is sent while it cannot be known who has got what.`,
      'Run «npm run check» to see what is wrong with them.',
    );
  }
  return { base, tab: state.name, headings: state.headings, entries: ledger };
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
