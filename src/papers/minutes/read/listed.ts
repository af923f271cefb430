/** Actions in a list of their own, each with the number of its case, or none. */
import type { ActionContext } from './actions.ts';
import { CaseReader } from './case.ts';
import type { CaseFinder } from './cases.ts';
import type { Item, Line } from './lines.ts';
import type { OfCase } from './repeated.ts';
import type { Section } from './sections.ts';
import { actionColumns, cellsOf, lineOfCells, type Rows } from './tables.ts';

/** Its lines are read as under the label «Tiltak:» of a case, whatever that is. */
export function listedActions(
  { heading, rest, items }: Section,
  finder: CaseFinder,
  context: ActionContext,
): readonly OfCase[] {
  /** By the line of the action. */
  const cases = new Map<number, string>();
  /** «Sak 7/26: Kari ringer kommunen» */
  const itemOf = (line: Line): Line => {
    const { name = '', text = '' } =
      /^(?<name>sak\s*\d{1,3}\s*\/\s*\d{2,4})\s*[:–—-]?\s+(?<text>\S.*)$/iu.exec(line.text)?.groups ?? {};
    const id = name === '' ? undefined : finder.named(name);
    if (id !== undefined) cases.set(line.number, id);
    return { ...line, isListItem: true, text: id === undefined ? line.text : text };
  };
  const rowsOf = (rows: Rows): Rows => {
    const columns = actionColumns(rows);
    if (columns === undefined) return rows.map((cells) => cells.map((cell) => cell.map(itemOf)));
    for (const cells of rows.slice(1)) {
      const [line, { case: text }] = [lineOfCells(cells), cellsOf(cells, columns)];
      const id = text === undefined ? undefined : finder.named(text);
      if (id !== undefined) cases.set(line, id);
      else if (text !== undefined) context.tell({ line, text, why: 'case-unknown' });
    }
    return rows;
  };
  const own = rest === '' || heading === undefined ? [] : [{ ...heading, text: rest, bold: [] }];
  const reader = new CaseReader(context, undefined, true);
  reader.read([
    ...own.map((line): Item => ({ is: 'line', line: itemOf(line) })),
    ...items.map((item): Item => {
      if (item.is === 'blank') return item;
      return item.is === 'line'
        ? { is: 'line', line: itemOf(item.line) }
        : { is: 'table', rows: rowsOf(item.rows) };
    }),
  ]);
  return reader.actions().map((action) => ({ caseId: cases.get(action.line), action }));
}
