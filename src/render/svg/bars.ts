/** Amounts as bars, one row for each thing, parted by whose they are. */
import { scaleLinear } from 'd3-scale';
import { drawing, element, words, type Drawing } from './drawing.ts';

export interface Bars extends Pick<Drawing, 'name' | 'title' | 'description'> {
  /** What the parts of a bar are, as the legend has them; at most three. */
  readonly parts: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
  /** An amount as it is read. */
  readonly amount: (value: number) => string;
}

const WIDTH = 720;
const LABELS = 250;
const AMOUNTS = 70;
const ROW = 34;
const BAR = 18;
const HEAD = 34;

/** Bars begin at nothing, all by one measure. */
export function bars({ parts, rows, amount, ...about }: Bars): string {
  const totals = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const length = scaleLinear([0, Math.max(1, ...totals)], [0, WIDTH - LABELS - AMOUNTS]);
  const legend = parts.map((part, index) => {
    const x = LABELS + index * 190;
    return (
      element('rect', { class: `part part-${String(index + 1)}`, x, y: 4, width: 26, height: 16, rx: 3 }) +
      element('text', { class: 'legend', x: x + 34, y: 17 }, words(part))
    );
  });
  const lines = rows.map(({ label, values }, row) => {
    const y = HEAD + row * ROW;
    let x = LABELS;
    const pieces = values.map((value, index) => {
      const width = length(value);
      const piece = element('rect', { class: `part part-${String(index + 1)}`, x, y, width, height: BAR });
      x += width;
      return value > 0 ? piece : '';
    });
    return (
      element('text', { class: 'row-name', x: LABELS - 12, y: y + 14, 'text-anchor': 'end' }, words(label)) +
      pieces.join('') +
      element('text', { class: 'amount', x: x + 8, y: y + 14 }, words(amount(totals[row] ?? 0)))
    );
  });
  return drawing(
    { ...about, width: WIDTH, height: HEAD + rows.length * ROW },
    ...(parts.length > 1 ? legend : []),
    ...lines,
  );
}
