/** The ledger in the tab `Utsendelser` of the register's workbook, wherever that is kept. */
import { UserError } from '../../domain/user-error.ts';
import type { NewValue, RowAddition, Workbook } from '../../domain/workbook.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Ledger, LedgerEntry } from '../../delivery/ledger.ts';
import { readRegister } from '../../register/read-register.ts';
import { ledgerTab, type LedgerEvent } from '../../register/tabs/ledger.ts';
import type { RegisterStore } from '../../stores/store.ts';

type Headings = Readonly<Partial<Record<keyof typeof ledgerTab.columns, string>>>;

interface Reading {
  readonly base: Workbook;
  readonly tab: string;
  readonly headings: Headings;
  readonly entries: LedgerEntry[];
}

/**
 * `now` is Oslo time, for reading the register. It is read once, and again only when somebody else has written. Throws
 * UserError where there is no such tab, or rows of it cannot be read: who has got what could then not be told.
 */
export function storeLedger(store: RegisterStore, now: WallTime): Ledger {
  let reading: Reading | undefined;
  const open = async (): Promise<Reading> => (reading ??= readingOf(await store.read(), now));
  return {
    read: async (mailing) => (await open()).entries.filter((entry) => entry.mailing === mailing),
    append: async (entries) => {
      const { base, tab, headings, entries: known } = await open();
      const rows = entries.map((entry) => rowOf(entry, tab, headings));
      const came = await store.addUnlessOvertaken(rows, base);
      if (came === 'overtaken') {
        reading = undefined;
        return 'overtaken';
      }
      reading = { base: came, tab, headings, entries: [...known, ...entries] };
      return 'appended';
    },
  };
}

function readingOf(base: Workbook, now: WallTime): Reading {
  const { ledger, tabs } = readRegister(base, now).register;
  const { ledger: state } = tabs;
  const missing = Object.entries(ledgerTab.columns).filter(([key]) => !isFound(state?.headings, key));
  if (state?.headings === undefined || missing.length > 0) {
    throw new UserError(
      `The workbook has no tab ${ledgerTab.name} with all its columns, so nobody could tell what has been sent.`,
      'Run «npm run init» to add what is missing, and try again. What is there already stays as it is.',
    );
  }
  if (state.refused.size > 0) {
    const rows = [...state.refused.values()].join(', ');
    throw new UserError(
      `Rows of ${state.name} cannot be read: ${rows}. Nothing is sent while nobody can tell who has got what.`,
      'Run «npm run check» to see what is wrong with them.',
    );
  }
  return { base, tab: state.name, headings: state.headings, entries: ledger.map(entryOf) };
}

const isFound = (headings: Headings | undefined, key: string): boolean =>
  Object.keys(headings ?? {}).includes(key);

const entryOf = ({ at: _, ...entry }: LedgerEvent): LedgerEntry => entry;

function rowOf(entry: LedgerEntry, tab: string, headings: Headings): RowAddition {
  const cells: Record<string, NewValue> = {};
  const headingOf = new Map(Object.entries(headings));
  for (const [key, value] of Object.entries(entry)) {
    const heading = headingOf.get(key);
    if (heading !== undefined && (typeof value === 'string' || typeof value === 'number'))
      cells[heading] = value;
  }
  return { kind: 'row', tab, cells };
}
