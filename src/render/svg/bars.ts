/** Amounts as bars, one row for each thing, divided into their parts. */
import { scaleLinear } from 'd3-scale';
import { drawing, element, words, type Drawing, type Figure } from './drawing.ts';

export interface BarRow {
  readonly label: string;
  readonly values: readonly number[];
  /** The amount as it is read, at the end of the bar. */
  readonly said: string;
}

export interface Bars extends Pick<Drawing, 'name' | 'title' | 'description'> {
  /** The parts of a bar, as the legend has them; at most three. */
  readonly parts: readonly string[];
  readonly rows: readonly BarRow[];
}

const WIDTH = 720;
/** The space kept free for the amount next to the longest bar. */
const AMOUNTS = 140;
/** A row is a label with its bar below, so that long labels fit on small screens. */
const ROW = 58;
const BAR = 18;
const HEAD = 44;
const PART = 300;

/** Bars begin at zero, all on one scale. */
export function bars({ parts, rows, ...about }: Bars): Figure {
  const totals = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const length = scaleLinear([0, Math.max(1, ...totals)], [0, WIDTH - AMOUNTS]);
  const legend = parts.map((part, index) => {
    const x = 1 + index * PART;
    return (
      element('rect', { class: `part part-${String(index + 1)}`, x, y: 6, width: 26, height: 16, rx: 3 }) +
      element('text', { class: 'legend', x: x + 36, y: 14, dy: '0.36em' }, words(part))
    );
  });
  const lines = rows.map(({ label, values, said }, row) => {
    const y = HEAD + row * ROW + 26;
    let x = 1;
    const pieces = values.map((value, index) => {
      const width = length(value);
      const piece = element('rect', { class: `part part-${String(index + 1)}`, x, y, width, height: BAR });
      x += width;
      return value > 0 ? piece : '';
    });
    return (
      element('text', { class: 'row-name', x: 1, y: y - 7 }, words(label)) +
      pieces.join('') +
      element('text', { class: 'amount', x: x + 10, y: y + BAR / 2, dy: '0.36em' }, words(said))
    );
  });
  return drawing({ ...about, width: WIDTH, height: HEAD + rows.length * ROW }, ...legend, ...lines);
}
