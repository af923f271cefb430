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
  [
    'decision',
    /^(?:vedtak|konklusjon|beslutning|vedtatt|vedteke|(?:hva|kva) (?:ble |blei |vart )?(?:vi |møtet )?(?:bestemt|bestemte|vedtatt|vedteke|vedtok|avgjort|besluttet|beslutta))$/u,
  ],
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

/**
 * The rows of a table that has a case in each: its name, and the other cells, each behind the head of its column. Its heads once more,
 * below a new page, are no row; what stands in a merged cell of several rows of a case is in the first of them.
 */
export function caseRows([head = [], ...rows]: Rows): readonly {
  readonly name: Line | undefined;
  readonly labelled: Rows;
}[] {
  const found = columnsOf(head);
  if (!found.includes('case') || !found.includes('decision')) return [];
  const textIn = (cells: Cells | undefined, index: number): string => textOfCell(cells?.[index]);
  const isCase = (index: number): boolean => found[index] === 'case';
  const isAgain = (cells: Cells, above: Cells | undefined, index: number): boolean =>
    found[index] === 'decision' &&
    found.every((_, at) => !isCase(at) || textIn(cells, at) === textIn(above, at)) &&
    textIn(cells, index) === textIn(above, index);
  return rows.flatMap((cells, row) => {
    if (found.every((_, index) => textIn(cells, index) === textIn(head, index))) return [];
    const name = nameIn(cells.filter((_, index) => isCase(index)).flat());
    const labelled = cells.flatMap((cell, index): Rows =>
      isCase(index) || cell.length === 0 || isAgain(cells, rows[row - 1], index)
        ? []
        : [[head[index] ?? [], cell]],
    );
    return [{ name, labelled }];
  });
}

/** The heads of a table that are not known. */
export function unknownHeads([head = []]: Rows): readonly Line[] {
  const found = columnsOf(head);
  return head.filter((_, index) => found[index] === undefined).flat();
}

/** The name of a case whose number and title may stand in cells of their own, in either order. */
function nameIn(lines: readonly Line[]): Line | undefined {
  const [first, ...more] = lines.toSorted((one, other) => Number(hasNumber(other)) - Number(hasNumber(one)));
  return first && { ...first, text: [first, ...more].map(({ text }) => text).join(' ') };
}

const hasNumber = ({ text }: Line): boolean => /\d\s*\/\s*\d/u.test(text);

/** What the columns of a table of actions hold; undefined for any other table. */
export function actionColumns(rows: Rows): readonly (Column | undefined)[] | undefined {
  const found = columnsOf(rows[0] ?? []);
  const has = (column: Column): boolean => found.includes(column);
  const isOfActions = has('action') && (has('responsible') || has('deadline'));
  return isOfActions && !rows.every((cells) => pairsIn(cells).length > 1) ? found : undefined;
}

const labelOf = (cell: readonly Line[]): Label | undefined => {
  const [column] = columnsOf([cell]);
  const isLabel = column === 'action' || column === 'responsible' || column === 'deadline';
  return labelAlone(textOfCell(cell)) ?? (isLabel ? column : undefined);
};

/** «Tiltak | Ringe Vang | Ansvarlig | Kari»: each label with its value. None where a value is a label too, as in a row of heads. */
function pairsIn(cells: Cells): readonly (readonly [Label, Cells])[] {
  const pairs = cells.flatMap((cell, index): readonly (readonly [Label, Cells])[] => {
    const [label, value = []] = [labelOf(cell), cells[index + 1]];
    return index % 2 > 0 || label === undefined || labelOf(value) !== undefined ? [] : [[label, [value]]];
  });
  return pairs.length * 2 === cells.length ? pairs : [];
}

/** The labels of a row, each with its cells: «Vedtak | Møtet støtter forslaget». */
export function labelledCells(cells: Cells): readonly (readonly [Label, Cells])[] {
  const [first, ...rest] = cells;
  const pairs = pairsIn(cells);
  if (pairs.length > 1) return pairs;
  const isDecision = first !== undefined && columnsOf([first])[0] === 'decision';
  const named = labelAlone(textOfCell(first)) ?? (isDecision ? 'decision' : undefined);
  const label = rest.some((cell) => cell.length > 0) ? named : undefined;
  return label === undefined ? [] : [[label, rest]];
}

const ticked = /^[\s([]*(?:☒|☑|✓|✔|√|🗹|[xXvV+]|ja|j|ok|til ?stede|til ?stades|møtt|møtte)[\s)\].]*$/iu;
const unticked =
  /^(?:[\s([]*(?:☐|□|❑|◻|nei|n|(?:meldt? )?forfall|fravær|fråvær|ikke til ?stede|ikkje til ?stades)?[\s)\].]*)$/iu;

/** Whether a cell has a box, and whether it is ticked; undefined for a cell that has something else. */
export function tickIn(text: string): boolean | undefined {
  // The box of the draft is a letter like any other, so that people write beside it: «☐ x», «Ja ☐».
  const mark = text.replace(/[☐□❑◻]/u, '');
  if (ticked.test(mark)) return true;
  return unticked.test(mark) ? false : undefined;
}

/** A box in front of a name on its line: «☒ Kari Nordmann». */
export function tickBefore(text: string): { readonly isTicked: boolean | undefined; readonly rest: string } {
  const { box = '', rest = '' } =
    /^(?<box>[☒☑✓✔√☐□❑◻]|\[\s?[xXvV+]?\s?\]|\([xXvV+]\)|(?:[xXvV+]|OK|ok)(?=\s))\s*(?<rest>.*)$/u.exec(text)
      ?.groups ?? {};
  return box === '' ? { isTicked: undefined, rest: text } : { isTicked: tickIn(box) === true, rest };
}

/** An action, its decision and the cells that no column explains. Several columns of one kind are read together. */
export function cellsOf(
  cells: Rows[number],
  columns: readonly (Column | undefined)[],
): {
  readonly action: WrittenAction | undefined;
  readonly decision: string | undefined;
  readonly case: string | undefined;
  readonly rest: readonly string[];
} {
  const inColumns = (...wanted: readonly (Column | undefined)[]): readonly string[] => [
    ...new Set(
      cells
        .filter((_, index) => wanted.includes(columns[index]))
        .map(textOfCell)
        .filter((text) => text !== ''),
    ),
  ];
  const of = (column: Column, inCell: string, between = inCell): string | undefined => {
    const texts = inColumns(column).map((text) => text.replaceAll('\n', inCell));
    return texts.length === 0 ? undefined : texts.join(between);
  };
  const text = of('action', ' ', ' – ');
  const line = lineOfCells(cells);
  const isBare = text === undefined;
  return {
    action: isBare
      ? undefined
      : { line, text, responsible: of('responsible', ', '), deadline: of('deadline', ' ', ', ') },
    decision: of('decision', '\n'),
    case: nameIn(cells.filter((_, index) => columns[index] === 'case').flat())?.text,
    rest: [
      ...inColumns(undefined, 'status', ...(isBare ? (['responsible', 'deadline'] as const) : [])),
      ...inColumns('number').filter((one) => !/^\d*[.)]?$/u.test(one)),
    ],
  };
}
