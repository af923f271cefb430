/** The fifteen counties as tiles, each about where it lies on the map: all of one size, since small ones count as much. */
import { drawing, element, words, type Drawing } from './drawing.ts';

export type TileState = 'recent' | 'silent' | 'never';

export interface Tile {
  /** The county's number, two digits. */
  readonly number: string;
  readonly name: string;
  readonly state: TileState;
  /** A few words below the name. */
  readonly note: string;
}

export interface TileGrid extends Pick<Drawing, 'name' | 'title' | 'description'> {
  readonly tiles: readonly Tile[];
  readonly legend: Readonly<Record<TileState, string>>;
}

/** Column and row of each, from the upper left. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '56': [4, 0],
  '55': [3, 0],
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

const WIDTH = 136;
const HEIGHT = 62;
const GAP = 8;
const LEGEND = 40;
const states: readonly TileState[] = ['recent', 'silent', 'never'];

function tilePart({ number, name, state, note }: Tile): string {
  const [column, row] = places[number] ?? [0, 0];
  const [x, y] = [column * (WIDTH + GAP), row * (HEIGHT + GAP)];
  const text = (dy: number, of: string, kind: string): string =>
    element(
      'text',
      { class: `tile-${kind}`, x: x + WIDTH / 2, y: y + dy, 'text-anchor': 'middle' },
      words(of),
    );
  return element(
    'g',
    { class: `tile ${state}` },
    element('rect', { x: x + 1, y: y + 1, width: WIDTH - 2, height: HEIGHT - 2, rx: 6 }),
    text(28, name, 'name'),
    text(48, note, 'note'),
  );
}

/** Tiles of counties that are not there are left out. */
export function tileGrid({ tiles, legend, ...about }: TileGrid): string {
  const [width, height] = [5 * (WIDTH + GAP) - GAP, 7 * (HEIGHT + GAP)];
  const explained = states.map((state, index) => {
    const x = index * 210;
    return (
      element(
        'g',
        { class: `tile ${state}` },
        element('rect', { x: x + 1, y: height + 9, width: 26, height: 16, rx: 3 }),
      ) + element('text', { class: 'legend', x: x + 36, y: height + 22 }, words(legend[state]))
    );
  });
  return drawing(
    { ...about, width, height: height + LEGEND },
    ...tiles.filter(({ number }) => Object.hasOwn(places, number)).map(tilePart),
    ...explained,
  );
}
