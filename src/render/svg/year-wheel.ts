/** A year as a wheel (årshjul): the months around it, a ring for each kind of thing, and what happens when. */
import { arc } from 'd3-shape';
import { drawing, element, words, type Drawing, type Figure } from './drawing.ts';
import { inLanes, type Laned } from './lanes.ts';

export type WheelState = 'done' | 'coming' | 'unconfirmed' | 'cancelled';

export interface WheelEvent {
  /** The ring, from 0 outermost. */
  readonly ring: number;
  /** Parts of the year, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly state: WheelState;
  readonly title: string;
  /** Where the mark leads. A list beside the drawing has the same links for the keyboard. */
  readonly href?: string | undefined;
}

export interface YearWheel extends Pick<Drawing, 'name' | 'title' | 'description'> {
  readonly year: number;
  /** January first. */
  readonly months: readonly string[];
  /** The outermost first: the label at the head of each, and its name below the wheel. */
  readonly rings: readonly { readonly mark: string; readonly name: string }[];
  readonly events: readonly WheelEvent[];
  /** How far the year has come, 0 to 1; undefined for a year that is not the present one. */
  readonly now?: number | undefined;
  /** What each look means. */
  readonly legend: Readonly<Record<WheelState, string>>;
}

const SIZE = 720;
/** Space on either side, for the names of the months. */
const SIDE = 78;
const WIDTH = SIZE + 2 * SIDE;
const OUTERMOST = 312;
const RING = 33;
const GAP = 6;
/** The gap on both sides of an event in its ring, and between two lanes. */
const INSET = 5;
const BETWEEN = 3;
const MOST_LANES = 3;
/** Units: anything shorter cannot be seen. */
const SHORTEST = 11;
const FULL = 2 * Math.PI;
/** Lines below the wheel, high enough for the larger letters on small screens. */
const LINE = 36;
/** The gap between the legend of the rings and that of the looks. */
const APART = 12;

const states: readonly WheelState[] = ['done', 'coming', 'unconfirmed', 'cancelled'];

const outerRadius = (ring: number): number => OUTERMOST - ring * (RING + GAP);

/** A point at an angle, clockwise from the top. */
const at = (angle: number, radius: number): { readonly x: number; readonly y: number } => ({
  x: Math.sin(angle) * radius,
  y: -Math.cos(angle) * radius,
});

interface Band {
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
}

const band = arc<Band>()
  .startAngle(({ from }) => from)
  .endAngle(({ to }) => to)
  .innerRadius(({ inner }) => inner)
  .outerRadius(({ outer }) => outer)
  .cornerRadius(3);

/** d3 writes more digits than anybody can see. */
const path = (shape: string | null): string =>
  (shape ?? '').replaceAll(/\d+\.\d{3,}/gu, (value) => String(Math.round(Number(value) * 100) / 100));

const ringBand = (ring: number): string => {
  const outer = outerRadius(ring);
  return element('path', { class: 'ring', d: path(band({ from: 0, to: FULL, inner: outer - RING, outer })) });
};

/** Left and right of the wheel a name extends away from it; above and below it is centred. */
function monthName(month: string, angle: number): string {
  const isAside = Math.abs(Math.sin(angle)) > 0.4;
  const { x, y } = at(angle, OUTERMOST + (isAside ? 14 : 24));
  const anchor = isAside ? (x > 0 ? 'start' : 'end') : 'middle';
  return element('text', { class: 'month-name', x, y, dy: '0.36em', 'text-anchor': anchor }, words(month));
}

function monthParts(months: readonly string[], rings: number): readonly string[] {
  const innermost = outerRadius(rings - 1) - RING;
  return months.flatMap((month, index) => {
    const [from, to] = [at((index / 12) * FULL, innermost), at((index / 12) * FULL, OUTERMOST + 8)];
    return [
      element('line', { class: 'month', x1: from.x, y1: from.y, x2: to.x, y2: to.y }),
      monthName(month, ((index + 0.5) / 12) * FULL),
    ];
  });
}

/** An event as angles, made long enough to be seen. */
function spanOf({ from, to, ...event }: WheelEvent): WheelEvent {
  const [start, end] = [from * FULL, Math.max(from, to) * FULL];
  const lack = Math.max(0, SHORTEST / (outerRadius(event.ring) - RING / 2) - (end - start)) / 2;
  return { ...event, from: start - lack, to: end + lack };
}

function eventPart({ span, lane, lanes }: Laned<WheelEvent>): string {
  const { ring, from, to, state, title, href } = span;
  const width = (RING - 2 * INSET - (lanes - 1) * BETWEEN) / lanes;
  const outer = outerRadius(ring) - INSET - lane * (width + BETWEEN);
  const shape = band({ from, to, inner: outer - width, outer });
  const mark = element(
    'path',
    { class: `event ${state}`, d: path(shape) },
    element('title', {}, words(title)),
  );
  return href === undefined ? mark : element('a', { href, tabindex: -1 }, mark);
}

const eventParts = (events: readonly WheelEvent[], rings: number): readonly string[] =>
  Array.from({ length: rings }, (_, ring) => events.filter((event) => event.ring === ring)).flatMap((own) =>
    inLanes(own.map(spanOf), MOST_LANES).map(eventPart),
  );

const markAt = (mark: string, x: number, y: number): string =>
  element('circle', { class: 'ring-mark', cx: x, cy: y, r: 13 }) +
  element('text', { class: 'ring-name', x, y, dy: '0.36em', 'text-anchor': 'middle' }, words(mark));

const ringMark = ({ mark }: YearWheel['rings'][number], ring: number): string =>
  markAt(mark, 0, -(outerRadius(ring) - RING / 2));

function nowPart(now: number, rings: number): string {
  const [from, to] = [at(now * FULL, outerRadius(rings - 1) - RING - 4), at(now * FULL, OUTERMOST + 10)];
  return element('line', { class: 'now', x1: from.x, y1: from.y, x2: to.x, y2: to.y });
}

/** Below the wheel in two columns, read downwards: first the rings, then the meaning of the looks. */
function legendParts({ rings, legend }: YearWheel): readonly string[] {
  const entry = (index: number, of: number, above: number): { readonly x: number; readonly y: number } => {
    const inColumn = Math.ceil(of / 2);
    return {
      x: index < inColumn ? SIDE : WIDTH / 2 + SIDE / 2,
      y: SIZE + 24 + above + (index % inColumn) * LINE,
    };
  };
  const text = (x: number, y: number, said: string): string =>
    element('text', { class: 'legend', x: x + 38, y, dy: '0.36em' }, words(said));
  return [
    ...rings.map(({ mark, name }, index) => {
      const { x, y } = entry(index, rings.length, 0);
      return markAt(mark, x + 13, y) + text(x, y, name);
    }),
    ...states.map((state, index) => {
      const { x, y } = entry(index, states.length, Math.ceil(rings.length / 2) * LINE + APART);
      return (
        element('rect', { class: `event ${state}`, x, y: y - 8, width: 26, height: 16, rx: 3 }) +
        text(x, y, legend[state])
      );
    }),
  ];
}

/** The same wheel gives the same drawing. */
export function yearWheel(wheel: YearWheel): Figure {
  const { year, months, rings, events, now } = wheel;
  const parts = [
    ...rings.map((_, ring) => ringBand(ring)),
    ...monthParts(months, rings.length),
    ...eventParts(events, rings.length),
    ...(now === undefined ? [] : [nowPart(now, rings.length)]),
    ...rings.map(ringMark),
    element('text', { class: 'year', x: 0, y: 12, 'text-anchor': 'middle' }, words(String(year))),
  ];
  const lines = Math.ceil(rings.length / 2) + Math.ceil(states.length / 2);
  return drawing(
    { ...wheel, width: WIDTH, height: SIZE + lines * LINE + APART + 8 },
    element('g', { transform: `translate(${String(WIDTH / 2)} ${String(SIZE / 2)})` }, ...parts),
    ...legendParts(wheel),
  );
}
