/** Tables of minutes: actions with their columns, parts of a case with a label in front, and who was there. */
import type { WrittenAction } from './actions.ts';
import { labelAlone, type Label } from './labels.ts';
import type { Line } from './lines.ts';
import { comparedName } from '../../../domain/compare.ts';

type Cells = readonly (readonly Line[])[];
export type Rows = readonly Cells[];

export type Column = 'action' | 'responsible' | 'deadline' | 'case' | 'decision' | 'status' | 'number';

const columns: readonly (readonly [Column, RegExp])[] = [
  ['case', /^(?:sak|saksnr|saksnummer|sak nr|frå sak|fra sak)\.?$/u],
  [
    'action',
    /^(?:(?:nye )?tiltak|hva|kva|oppgave|oppgåve|aksjon|aksjonspunkt|oppfølging|beskrivelse|skildring|hva skal gjøres|kva skal gjerast|gjøremål)$/u,
  ],
  ['responsible', /^(?:ansvarlig|ansvarleg|ansvar|ansv|hvem|kven|eier|eigar|hvem gjør det)\.?$/u],
  ['deadline', /^(?:frist|tidsfrist|når|innen|innan|dato)$/u],
  ['decision', /^(?:vedtak|konklusjon|beslutning)$/u],
  ['status', /^(?:status|merknad|kommentar|part|id)$/u],
  ['number', /^(?:nr|nummer|#|)\.?$/u],
];

export const textOfCell = (cell: readonly Line[] | undefined): string =>
  (cell ?? []).map(({ text }) => text).join('\n');

/** The number of the first line in some cells. */
export const lineOfCells = (cells: Cells): number => cells.flat()[0]?.number ?? 0;

const columnsOf = (head: Cells): readonly (Column | undefined)[] =>
  head.map((cell) => {
    const name = comparedName(textOfCell(cell).replace(/[\s:.]+$/u, ''));
    return columns.find(([, form]) => form.test(name))?.[0];
  });

/** The rows of a table that has a case in each: its name, and the other cells, each behind the head of its column. */
export function caseRows([head = [], ...rows]: Rows): readonly {
  readonly name: Line | undefined;
  readonly labelled: Rows;
}[] {
  const found = columnsOf(head);
  const at = found.indexOf('case');
  if (at === -1 || !found.includes('decision')) return [];
  return rows.map((cells) => ({
    name: cells[at]?.[0],
    labelled: cells.flatMap((cell, index): Rows =>
      index === at || cell.length === 0 ? [] : [[head[index] ?? [], cell]],
    ),
  }));
}

/** What the columns of a table of actions hold; undefined for any other table. */
export function actionColumns([head]: Rows): readonly (Column | undefined)[] | undefined {
  if (head === undefined) return undefined;
  const found = columnsOf(head);
  const has = (column: Column): boolean => found.includes(column);
  return has('action') && (has('responsible') || has('deadline')) ? found : undefined;
}

/** A row of a table whose first cell is a label: «Vedtak | Møtet støtter forslaget». */
export function labelledRow(cells: Cells): readonly [Label, Cells] | undefined {
  const [first, ...rest] = cells;
  const label = rest.some((cell) => cell.length > 0) ? labelAlone(textOfCell(first)) : undefined;
  return label === undefined ? undefined : [label, rest];
}

const ticked = /^[\s([]*(?:☒|☑|✓|✔|√|🗹|[xXvV+]|ja|j|ok|til ?stede|til ?stades|møtt|møtte)[\s)\].]*$/iu;
const unticked =
  /^(?:[\s([]*(?:☐|□|❑|◻|nei|n|forfall|fravær|fråvær|ikke til ?stede|ikkje til ?stades)?[\s)\].]*)$/iu;

/** Whether a cell has a box, and whether it is ticked; undefined for a cell that has something else. */
export function tickIn(text: string): boolean | undefined {
  if (ticked.test(text)) return true;
  return unticked.test(text) ? false : undefined;
}

/** A box in front of a name on its line: «☒ Kari Nordmann». */
export function tickBefore(text: string): { readonly isTicked: boolean | undefined; readonly rest: string } {
  const { box = '', rest = '' } =
    /^(?<box>[☒☑✓✔√☐□❑◻]|\[\s?[xXvV+]?\s?\]|\([xXvV+]\)|(?:[xXvV+]|OK|ok)(?=\s))\s*(?<rest>.*)$/u.exec(text)
      ?.groups ?? {};
  return box === '' ? { isTicked: undefined, rest: text } : { isTicked: tickIn(box) === true, rest };
}

/** An action, its decision and the cells that no column explains. */
export function cellsOf(
  cells: Rows[number],
  columns: readonly (Column | undefined)[],
): {
  readonly action: WrittenAction | undefined;
  readonly decision: string | undefined;
  readonly case: string | undefined;
  readonly rest: readonly string[];
} {
  const of = (column: Column): string | undefined =>
    cells
      .filter((_, index) => columns[index] === column)
      .map(textOfCell)
      .find((text) => text !== '');
  const text = of('action')?.replaceAll('\n', ' ');
  const line = lineOfCells(cells);
  const [responsible, deadline] = [of('responsible')?.replaceAll('\n', ', '), of('deadline')];
  const isBare = text === undefined;
  const unused = cells.filter((_, index) => {
    const column = columns[index];
    return (
      column === undefined ||
      column === 'status' ||
      (isBare && (column === 'responsible' || column === 'deadline'))
    );
  });
  return {
    action: isBare ? undefined : { line, text, responsible, deadline },
    decision: of('decision'),
    case: of('case'),
    rest: unused.map(textOfCell).filter((one) => one !== ''),
  };
}
