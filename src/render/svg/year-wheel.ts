/** A year as a wheel (årshjul): the months round it, a ring for each kind of thing, and what happens when. */
import { arc } from 'd3-shape';
import { drawing, element, words, type Drawing } from './drawing.ts';

export type WheelState = 'done' | 'coming' | 'unconfirmed' | 'cancelled';

export interface WheelEvent {
  /** The ring, from 0 outermost. */
  readonly ring: number;
  /** Parts of the year, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly state: WheelState;
  readonly title: string;
}

export interface YearWheel extends Pick<Drawing, 'name' | 'title' | 'description'> {
  readonly year: number;
  /** January first. */
  readonly months: readonly string[];
  /** What stands at the head of each ring, the outermost first. */
  readonly rings: readonly string[];
  readonly events: readonly WheelEvent[];
  /** How far the year has come, 0 to 1; undefined for a year that is not the present one. */
  readonly now?: number | undefined;
  /** What each look means. */
  readonly legend: Readonly<Record<WheelState, string>>;
}

const SIZE = 720;
/** On either side, for the names of the months. */
const SIDE = 60;
const WIDTH = SIZE + 2 * SIDE;
const OUTERMOST = 312;
const RING = 33;
const GAP = 6;
/** Units: shorter than this nobody sees it. */
const SHORTEST = 11;
const FULL = 2 * Math.PI;
const LEGEND = 44;

const states: readonly WheelState[] = ['done', 'coming', 'unconfirmed', 'cancelled'];

const outerRadius = (ring: number): number => OUTERMOST - ring * (RING + GAP);

/** A place at an angle, clockwise from the top. */
const at = (angle: number, radius: number): { readonly x: number; readonly y: number } => ({
  x: Math.sin(angle) * radius,
  y: -Math.cos(angle) * radius,
});

const band = arc<{
  readonly from: number;
  readonly to: number;
  readonly ring: number;
  readonly inset: number;
}>()
  .startAngle(({ from }) => from)
  .endAngle(({ to }) => to)
  .innerRadius(({ ring, inset }) => outerRadius(ring) - RING + inset)
  .outerRadius(({ ring, inset }) => outerRadius(ring) - inset)
  .cornerRadius(3);

/** d3 writes more digits than anybody can see. */
const path = (shape: string | null): string =>
  (shape ?? '').replaceAll(/\d+\.\d{3,}/gu, (value) => String(Math.round(Number(value) * 100) / 100));

const ringBand = (ring: number): string =>
  element('path', { class: 'ring', d: path(band({ from: 0, to: FULL, ring, inset: 0 })) });

function monthParts(months: readonly string[], rings: number): readonly string[] {
  const innermost = outerRadius(rings - 1) - RING;
  return months.flatMap((month, index) => {
    const [from, to] = [at((index / 12) * FULL, innermost), at((index / 12) * FULL, OUTERMOST + 8)];
    const label = at(((index + 0.5) / 12) * FULL, OUTERMOST + 26);
    return [
      element('line', { class: 'month', x1: from.x, y1: from.y, x2: to.x, y2: to.y }),
      element(
        'text',
        { class: 'month-name', x: label.x, y: label.y + 5, 'text-anchor': 'middle' },
        words(month),
      ),
    ];
  });
}

function eventPart({ ring, from, to, state, title }: WheelEvent): string {
  const middle = outerRadius(ring) - RING / 2;
  const least = SHORTEST / middle;
  const [start, end] = [from * FULL, to * FULL];
  const lack = Math.max(0, least - (end - start)) / 2;
  const shape = band({ from: start - lack, to: end + lack, ring, inset: 5 });
  return element('path', { class: `event ${state}`, d: path(shape) }, element('title', {}, words(title)));
}

function ringName(name: string, ring: number): string {
  const y = -(outerRadius(ring) - RING / 2);
  return (
    element('circle', { class: 'ring-mark', cx: 0, cy: y, r: 12 }) +
    element('text', { class: 'ring-name', x: 0, y: y + 5, 'text-anchor': 'middle' }, words(name))
  );
}

function nowPart(now: number, rings: number): string {
  const [from, to] = [at(now * FULL, outerRadius(rings - 1) - RING - 4), at(now * FULL, OUTERMOST + 10)];
  return element('line', { class: 'now', x1: from.x, y1: from.y, x2: to.x, y2: to.y });
}

function legendPart(legend: YearWheel['legend']): string {
  const step = WIDTH / states.length;
  return states
    .map((state, index) => {
      const x = index * step + 14;
      return (
        element('rect', { class: `event ${state}`, x, y: SIZE + 12, width: 26, height: 16, rx: 3 }) +
        element('text', { class: 'legend', x: x + 36, y: SIZE + 25 }, words(legend[state]))
      );
    })
    .join('');
}

/** The same wheel gives the same drawing. What is cancelled lies below, so that it hides nothing. */
export function yearWheel(wheel: YearWheel): string {
  const { year, months, rings, events, now, legend } = wheel;
  const ordered = [...events].sort((one, other) => states.indexOf(other.state) - states.indexOf(one.state));
  const parts = [
    ...rings.map((_, ring) => ringBand(ring)),
    ...monthParts(months, rings.length),
    ...ordered.map(eventPart),
    ...(now === undefined ? [] : [nowPart(now, rings.length)]),
    ...rings.map(ringName),
    element('text', { class: 'year', x: 0, y: 12, 'text-anchor': 'middle' }, words(String(year))),
  ];
  return drawing(
    { ...wheel, width: WIDTH, height: SIZE + LEGEND },
    element('g', { transform: `translate(${String(WIDTH / 2)} ${String(SIZE / 2)})` }, ...parts),
    legendPart(legend),
  );
}
