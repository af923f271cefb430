/** A text is never cut to fit: one that is too long stops the write before anything is written. */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { columnLetters, sheetOf, type Change, type NewValue } from '../domain/workbook.ts';

/** Throws UserError for a text that is longer than a cell can hold, before anything is written. */
export function refuseLongTexts(changes: readonly Change[], longest: number): void {
  for (const change of changes) {
    const tab = sheetOf(change);
    for (const [column, value] of valuesIn(change)) {
      if (typeof value !== 'string' || value.length <= longest) continue;
      throw new UserError(
        msg`A text for ${tab}, column ${column}, has ${value.length} characters, and a cell holds at most ${longest}.`,
        msg`Nothing was written. Shorten the text, or put it in a document and link to it.`,
      );
    }
  }
}

function valuesIn(change: Change): readonly (readonly [string, NewValue])[] {
  switch (change.kind) {
    case 'cell':
      return [[change.column, change.becomes]];
    case 'row':
      return Object.entries(change.cells);
    case 'rows':
    case 'tab':
      return change.rows.flatMap((row) => Object.entries(row));
    case 'column':
    case 'looks':
      return [];
    case 'page':
      return change.layout.rows.flat().map(({ column, text = '' }) => [columnLetters(column), text]);
  }
}
