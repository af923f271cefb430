/**
 * Writes by exchange. Sheets cannot write a cell on the condition of what it holds, and people edit between a reading
 * and a write. So each write first copies what stands where it goes, in the same request, and the answer shows the
 * copy. What hit something else than it was meant for is put back, by another exchange, and planned anew.
 */
import type { Change, ChangeResult, RowAddition } from '../../domain/workbook.ts';
import { requireAllAdded } from '../added.ts';
import type { Request } from './cell-data.ts';
import { WorkbookModel } from './workbook-model.ts';
import type { Snapshot } from './read.ts';
import { Write, type Exchange } from './write.ts';
import { notRestored, olderVersion } from './write-words.ts';

/** People would have to edit in the very moment of each, so many times in a row. */
const MOST_ROUNDS = 20;

/**
 * Makes the changes that still hold, each in the row it is meant for, and refuses the others. One request in the ordinary
 * case. Where Google takes nothing for a tab, which people have protected, say, all changes to that tab are refused, and
 * the rest is written. Throws UserError when nothing can be written, or when something was written and could not be put
 * back: it then says what, and where.
 */
export async function writeByExchange(
  exchange: Exchange,
  changes: readonly Change[],
  snapshot: Snapshot,
  extraRequests: readonly Request[] = [],
): Promise<readonly ChangeResult[]> {
  const write = new Write(exchange, changes, snapshot, extraRequests);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await write.round()) return write.results();
  }
  throw notRestored(write.open());
}

/**
 * Adds rows on the condition that no other run has written since the snapshot. Answers with the snapshot that the next
 * write may be planned from, or with `overtaken` where nothing was added. Throws UserError as `writeByExchange` does.
 */
export async function addByExchange(
  exchange: Exchange,
  rows: readonly RowAddition[],
  snapshot: Snapshot,
): Promise<{ readonly snapshot: Snapshot; readonly results: readonly ChangeResult[] } | 'overtaken'> {
  if (isSharedWithOlder(snapshot)) throw olderVersion();
  refuseWithoutPlace(rows, snapshot);
  const write = new Write(exchange, rows, snapshot, [], true);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    if (await write.round()) return { snapshot: write.snapshot(), results: write.results() };
    if (write.isOvertaken()) return 'overtaken';
  }
  throw notRestored(write.open());
}

/**
 * Whether an older version of Felles has written since this one gave the write log its name. That version does not know
 * the log by that name, so that it does not see in time that rows have been added by others: it would not be overtaken.
 */
const isSharedWithOlder = ({ log, staleLogs }: Snapshot): boolean =>
  log?.hasFormerName === true && staleLogs.some(({ hasFormerName }) => !hasFormerName);

/** Throws UserError where one of the rows finds no place, before any of them is written. */
function refuseWithoutPlace(rows: readonly RowAddition[], snapshot: Snapshot): void {
  const model = new WorkbookModel(snapshot, rows);
  requireAllAdded(
    rows.flatMap((change): readonly ChangeResult[] => {
      const came = model.apply(change);
      return 'why' in came ? [{ outcome: 'refused', change, refusal: came }] : [];
    }),
  );
}
