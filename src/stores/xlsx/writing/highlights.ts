/** Cells that are coloured while a formula holds. */
import type { HighlightLook } from '../../../domain/looks.ts';
import { formatArea, type Area } from '../addresses.ts';
import { insertInOrder } from '../package/xml-edit.ts';
import { escapeXml } from '../package/xml-text.ts';
import { shiftedFormula } from './formula-references.ts';
import { WORKSHEET_ORDER } from './schema-order.ts';
import { comparedFormula, rulesIn } from './sheet-rules.ts';
import type { StyleBook } from './style-book.ts';

/** Dark text, whatever the cell has: on each of the colours it has a contrast of 7:1 or more. */
const INK = 'FF1A1A1A';
const EDGE = 'FFB3261E';

/** What stands in Kontroll is also known without colours: text in bold, within a frame. */
export const HIGHLIGHTS: Readonly<
  Record<HighlightLook, { readonly fill: string; readonly ink: string; readonly isBold?: true }>
> = {
  missing: { fill: 'FFFFF3BF', ink: INK },
  wrong: { fill: 'FFFFD6D6', ink: INK },
  late: { fill: 'FFFFE0B8', ink: INK },
  unsettled: { fill: 'FFE4DDFB', ink: INK },
  listed: { fill: 'FFFFC4C4', ink: 'FF6B0000', isBold: true },
};

const FRAME = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="${EDGE}"/></${side}>`)
  .join('');

/** The children of the `<dxf>` of a look. */
function differenceOf(look: HighlightLook): string {
  const { fill, ink, isBold } = HIGHLIGHTS[look];
  const pattern = `<patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill>`;
  const font = `<font>${isBold === true ? '<b/>' : ''}<color rgb="${ink}"/></font>`;
  return `${font}<fill>${pattern}</fill>${look === 'listed' ? `<border>${FRAME}</border>` : ''}`;
}

export interface PlacedHighlight {
  /** From 0; the formula is for the first of them. */
  readonly columns: readonly number[];
  readonly formula: string;
  readonly look: HighlightLook;
}

/** The rows in which cells are coloured. */
type Rows = Pick<Area, 'top' | 'bottom'>;

/** The sheet with one more rule, after all that it has. One that it has already is not added. */
export function addHighlight(
  frame: string,
  prefix: string,
  highlight: PlacedHighlight,
  rows: Rows,
  styles: () => StyleBook,
): string {
  const columns = [...new Set(highlight.columns)].sort((one, other) => one - other);
  const [first = 0] = highlight.columns;
  const [left = 0] = columns;
  // Programs count from the first cell that is coloured.
  const formula = shiftedFormula(highlight.formula, left - first);
  const rules = rulesIn(frame).filter(({ kind }) => kind === 'highlight');
  const isThere = rules.some(
    (rule) =>
      rule.columns.join() === columns.join() && comparedFormula(rule.formula) === comparedFormula(formula),
  );
  if (isThere) return frame;
  const priority = rules.reduce((last, rule) => Math.max(last, rule.priority), 0) + 1;
  const look = styles().addDifference(differenceOf(highlight.look));
  const cells = areasOf(columns, rows).map(formatArea).join(' ');
  const p = prefix;
  const rule = `<${p}cfRule type="expression" dxfId="${look}" priority="${priority}"><${p}formula>${escapeXml(formula)}</${p}formula></${p}cfRule>`;
  const xml = `<${p}conditionalFormatting sqref="${cells}">${rule}</${p}conditionalFormatting>`;
  return insertInOrder(frame, WORKSHEET_ORDER, 'conditionalFormatting', xml);
}

/** The columns, in order, as areas of neighbours. */
function areasOf(columns: readonly number[], rows: Rows): Area[] {
  const areas: Area[] = [];
  for (const column of columns) {
    const last = areas.at(-1);
    if (last?.right === column - 1) areas.splice(-1, 1, { ...last, right: column });
    else areas.push({ left: column, right: column, top: rows.top, bottom: rows.bottom });
  }
  return areas;
}
