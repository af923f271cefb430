/** The fifteen counties as tiles, each near its place on the map: all of one size, since small ones count equally. */
import { drawing, element, words, type Drawing, type Figure } from './drawing.ts';

export type TileState = 'recent' | 'silent' | 'never';

export interface Tile {
  /** The county's number, two digits. */
  readonly number: string;
  readonly name: string;
  readonly state: TileState;
  /** A few words below the name. */
  readonly note: string;
  /** Both parties contacted it without coordination: gets a mark. */
  readonly isCrossed: boolean;
}

export interface TileGrid extends Pick<Drawing, 'name' | 'title' | 'description'> {
  readonly tiles: readonly Tile[];
  readonly legend: Readonly<Record<TileState | 'crossed', string>>;
}

/** Column and row of each, from the upper left. Four columns, so that the words can be read on a phone. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '56': [3, 0],
  '55': [2, 0],
  '18': [2, 1],
  '50': [2, 2],
  '15': [1, 3],
  '34': [2, 3],
  '46': [0, 4],
  '33': [1, 4],
  '03': [2, 4],
  '32': [3, 4],
  '11': [0, 5],
  '40': [1, 5],
  '39': [2, 5],
  '31': [3, 5],
  '42': [1, 6],
};

const WIDTH = 150;
const HEIGHT = 80;
const GAP = 8;
const FULL = 4 * (WIDTH + GAP) - GAP;
/** A line of the legend, high enough for the larger letters on small screens. */
const LINE = 36;
/** Names with more letters than this take two lines. */
const ONE_LINE = 11;
const MARK = 13;

const states: readonly TileState[] = ['recent', 'silent', 'never'];

/** The name on one line or on two, and the note below: measured from the middle of the tile, in letter heights. */
function linesOf({ name, note }: Tile): readonly (readonly [kind: string, text: string, dy: string])[] {
  const [first = '', ...rest] = name.length > ONE_LINE ? name.split(/ (?=\S+$)/u) : [name];
  if (rest.length === 0)
    return [
      ['name', first, '-0.1em'],
      ['note', note, '1.3em'],
    ];
  return [
    ['name', first, '-0.65em'],
    ['name', rest.join(' '), '0.4em'],
    ['note', note, '1.85em'],
  ];
}

function markAt(x: number, y: number): string {
  return element(
    'g',
    { class: 'tile-mark' },
    element('circle', { cx: x, cy: y, r: MARK }),
    element('text', { x, y, dy: '0.36em', 'text-anchor': 'middle' }, '!'),
  );
}

function tilePart(tile: Tile): string {
  const [column, row] = places[tile.number] ?? [0, 0];
  const [x, y] = [column * (WIDTH + GAP), row * (HEIGHT + GAP)];
  const middle = { x: x + WIDTH / 2, y: y + HEIGHT / 2, 'text-anchor': 'middle' };
  return element(
    'g',
    { class: `tile ${tile.state}` },
    element('rect', { x: x + 1, y: y + 1, width: WIDTH - 2, height: HEIGHT - 2, rx: 6 }),
    ...linesOf(tile).map(([kind, text, dy]) =>
      element('text', { class: `tile-${kind}`, ...middle, dy }, words(text)),
    ),
    ...(tile.isCrossed ? [markAt(x + WIDTH - MARK - 2, y + MARK + 2)] : []),
  );
}

function legendParts(legend: TileGrid['legend'], top: number): readonly string[] {
  const at = (index: number): { readonly x: number; readonly y: number } => ({
    x: (index % 2) * (FULL / 2),
    y: top + LINE * (Math.floor(index / 2) + 0.5),
  });
  const text = (index: number, of: string): string => {
    const { x, y } = at(index);
    return element('text', { class: 'legend', x: x + 38, y, dy: '0.36em' }, words(of));
  };
  const mark = at(states.length);
  return [
    ...states.map((state, index) => {
      const { x, y } = at(index);
      const swatch = element('rect', { x: x + 1, y: y - 9, width: 28, height: 18, rx: 3 });
      return element('g', { class: `tile ${state}` }, swatch) + text(index, legend[state]);
    }),
    markAt(mark.x + 15, mark.y) + text(states.length, legend.crossed),
  ];
}

/** Tiles of counties that are not there are left out. */
export function tileGrid({ name, title, description, tiles, legend }: TileGrid): Figure {
  const height = 7 * (HEIGHT + GAP);
  return drawing(
    { name, title, description, width: FULL, height: height + 2 * LINE },
    ...tiles.filter(({ number }) => Object.hasOwn(places, number)).map(tilePart),
    ...legendParts(legend, height),
  );
}
