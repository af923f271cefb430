/** Reports of a write that went wrong: what is known about it, what is not, and where to look. */
import { sheetAddress } from '../../domain/url.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { cellValue, sheetOf, type Cell, type Change } from '../../domain/workbook.ts';
import { groupBy } from '../../domain/group.ts';
import type { Undo } from './undo.ts';
import type { ClosedTab } from './refusals.ts';

/** A value is in the wrong place. `stopped`: why it could not be put back. */
export function notRestored(undos: readonly Undo[], stopped?: UserError): UserError {
  const [first] = undos;
  const shown = (cell: Cell): string =>
    typeof cell === 'object' && cell?.formula !== undefined
      ? `«=${cell.formula}»`
      : `«${String(cellValue(cell) ?? '')}»`;
  const message =
    first === undefined
      ? msg`Somebody edited the same rows during the write, and not everything could be put back.`
      : msg`Somebody edited the same rows during the write, and not everything could be put back: in ${first.tabName}, near row ${first.row}, ${shown(first.wrote)} may be where ${shown(first.restore)} was.`;
  const advice = msg`Look there, or in the version history of the sheet, and run this again.`;
  return stopped === undefined
    ? new UserError(message, advice)
    : new UserError(`${message} ${stopped.message}`, `${advice} ${stopped.advice}`);
}

/** Google refuses the same write again, although nothing in the sheet has moved. */
export function refusedForGood(message: string): UserError {
  return new UserError(
    msg`Google refuses the write: ${message}`,
    msg`Please report this text: it is a fault in Felles.`,
  );
}

/** Each fresh reading is out of date by the next write. */
export function rearranged(message: string): UserError {
  return new UserError(
    msg`Google refuses the write: ${message}`,
    msg`Check whether somebody is rearranging the sheet, and run this again.`,
  );
}

/** Rows that depend on a condition may not be added while another version does not see the condition. */
export function olderVersion(): UserError {
  return new UserError(
    msg`An older version of Felles also writes in this spreadsheet. The two versions do not see each other in time, so somebody might get the same message twice. Nothing was added.`,
    msg`Update Felles on every machine that uses this spreadsheet. Then run «npm run check -- --write», which removes what the older version left, and run this again.`,
  );
}

/** Nothing at all could be written. */
export function allClosed(closed: readonly ClosedTab[]): UserError {
  return new UserError(
    closed.map(({ says }) => says).join(' '),
    [...new Set(closed.map(({ advice }) => advice))].join(' '),
  );
}

/** A reading could not show either whether a write was applied. `why`: how the reading ended. */
export function unknownWrite(
  what: string,
  why: UserError,
  changes: readonly Change[],
  id: string,
): UserError {
  return new UserError(
    msg`Google gave no clear answer to the write (${what}), and the sheet could not be read afterwards: ${why.message} It is not known whether this was written: ${summaryOf(changes)}.`,
    msg`Open ${sheetAddress(id)}: either all of it is there, or none of it. If none of it is there, run the same command again.`,
  );
}

/** Adds to an error what had been written before it. */
export function withWritten({ message, advice }: UserError, done: number, all: number): UserError {
  const written =
    done === 0 ? msg`Nothing was written.` : msg`Before that, ${done} of ${all} changes were written.`;
  return new UserError(`${message} ${written}`, advice);
}

function summaryOf(changes: readonly Change[]): string {
  const counts = [...groupBy(changes, (change) => `${change.kind} ${sheetOf(change)}`).values()];
  return counts
    .flatMap((own) => {
      const [first] = own;
      return first === undefined ? [] : [wordFor(first, own.length)];
    })
    .join('; ');
}

function wordFor(change: Change, count: number): string {
  const tab = sheetOf(change);
  switch (change.kind) {
    case 'cell':
      return count === 1 ? msg`${count} cell in ${tab}` : msg`${count} cells in ${tab}`;
    case 'row':
      return count === 1 ? msg`${count} new row in ${tab}` : msg`${count} new rows in ${tab}`;
    case 'rows':
      return msg`the rows of ${tab}`;
    case 'column':
      return count === 1 ? msg`${count} new column in ${tab}` : msg`${count} new columns in ${tab}`;
    case 'tab':
      return msg`the new tab ${tab}`;
    case 'looks':
      return msg`the looks of ${tab}`;
    case 'page':
      return msg`the page ${tab}`;
  }
}
