/** What became of the changes that a script asked the store to make, in English for the terminal. */
import { cellValue, type Change, type ChangeResult, type Refusal } from '../domain/workbook.ts';

function target(change: Change): string {
  switch (change.kind) {
    case 'cell':
      return `${change.tab}, ${change.at.by === 'id' ? change.at.id : `row ${String(change.at.row)}`}, ${change.column}`;
    case 'row':
    case 'rows':
      return change.tab;
    case 'tab':
      return change.layout.name;
    case 'column':
      return `${change.tab}, ${change.layout.heading}`;
  }
}

function reason(refusal: Refusal): string {
  switch (refusal.why) {
    case 'no-such-tab':
      return 'the tab is not there any more';
    case 'no-such-column':
      return 'the column is not there any more';
    case 'no-such-row':
      return 'the row is not there any more';
    case 'several-rows':
      return `several rows have this ID: ${refusal.rows.join(', ')}`;
    case 'cell-changed':
      return `somebody has written «${String(cellValue(refusal.holds) ?? '')}» there meanwhile`;
    case 'formula':
      return 'there is a formula in the cell';
    case 'already-there':
      return 'it is already there';
    case 'name-taken':
      return 'a chart, a dialog or a macro sheet has that name: give it another, and run this again';
  }
}

/** One line for each change that was not made; none when all were. */
export function refusedLines(results: readonly ChangeResult[]): readonly string[] {
  return results.flatMap((result) => {
    if (result.outcome === 'done') return [];
    const why = result.outcome === 'refused' ? reason(result.refusal) : 'it was not tried';
    return [`  ${target(result.change)}: not written, since ${why}.`];
  });
}
