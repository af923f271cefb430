/** What became of the changes that a script asked the store to make. */
import { inFew } from '../../domain/few.ts';
import { msg } from '../../domain/msg.ts';
import type { Terminal } from '../cli/terminal.ts';
import { cellValue, type Change, type ChangeResult, type Refusal } from '../../domain/workbook.ts';

function target(change: Change): string {
  switch (change.kind) {
    case 'cell':
      return `${change.tab}, ${change.at.by === 'id' ? change.at.id : msg`row ${change.at.row}`}, ${change.column}`;
    case 'row':
    case 'rows':
      return change.tab;
    case 'tab':
      return change.layout.name;
    case 'page':
      return msg`the page ${change.layout.name}`;
    case 'looks':
      return msg`the looks of ${change.tab}`;
    case 'column':
      return `${change.tab}, ${change.layout.heading}`;
  }
}

function notWritten(place: string, refusal: Exclude<Refusal, { why: 'not-allowed' }>): string {
  switch (refusal.why) {
    case 'no-such-tab':
      return msg`${place}: not written, since the tab is not there any more.`;
    case 'no-such-column':
      return msg`${place}: not written, since the column is not there any more.`;
    case 'no-such-row':
      return msg`${place}: not written, since the row is not there any more.`;
    case 'several-rows':
      return msg`${place}: not written, since several rows have this ID: ${inFew(refusal.rows)}.`;
    case 'cell-changed':
      return msg`${place}: not written, since somebody has written «${String(cellValue(refusal.holds) ?? '')}» there meanwhile.`;
    case 'formula':
      return msg`${place}: not written, since there is a formula in the cell.`;
    case 'already-there':
      return msg`${place}: not written, since it is already there.`;
    case 'name-taken':
      return msg`${place}: not written, since a chart, a dialog or a macro sheet has that name: give it another, and run this again.`;
  }
}

/** One line for each change that was not made, and one for each tab that takes none; none when all were made. */
export function refusedLines(results: readonly ChangeResult[]): readonly string[] {
  const said = new Set<string>();
  return results.flatMap((result) => {
    if (result.outcome === 'done') return [];
    const place = target(result.change);
    if (result.outcome === 'notTried') return [`  ${msg`${place}: not written, since it was not tried.`}`];
    const { refusal } = result;
    if (refusal.why !== 'not-allowed') return [`  ${notWritten(place, refusal)}`];
    if (said.has(refusal.says)) return [];
    said.add(refusal.says);
    return [`  ${refusal.says} ${countOfSame(results, refusal.says)} ${refusal.advice}`];
  });
}

function countOfSame(results: readonly ChangeResult[], says: string): string {
  const { length } = results.filter(
    (each) => each.outcome === 'refused' && each.refusal.why === 'not-allowed' && each.refusal.says === says,
  );
  return length === 1 ? msg`One change was not written.` : msg`${length} changes were not written.`;
}

/** Says in red which changes were not made, and why. True where there are any. */
export function reportRefused(terminal: Terminal, results: readonly ChangeResult[]): boolean {
  const lines = refusedLines(results);
  for (const line of lines) terminal.say(line, 'red');
  return lines.length > 0;
}
