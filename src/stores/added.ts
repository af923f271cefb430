/** Rows that are added together or not at all. */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import type { ChangeResult } from '../domain/workbook.ts';

/** Throws UserError where a row was not added: its tab or one of its columns is not there. */
export function requireAllAdded(results: readonly ChangeResult[]): void {
  const refused = results.find(({ outcome }) => outcome !== 'done');
  if (refused === undefined) return;
  const tab = 'tab' in refused.change ? refused.change.tab : '';
  throw new UserError(
    msg`The tab ${tab} is missing, or lacks columns that must be written.`,
    msg`Run «npm run init» to add what is missing, and try again. Existing content is not changed.`,
  );
}
