/** The picture of the folders under src/ and of the imports between them, drawn from the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { drawing, element, words } from '../../render/svg/drawing.ts';

/** A folder under src/, as its files show it. */
export interface Folder {
  readonly name: string;
  /** The folders in it, by name. */
  readonly rooms: readonly string[];
  /** Whether it imports nothing of Node: such a folder reads no file, network or clock. */
  readonly isPure: boolean;
  /** The other folders that it imports, and whether it imports more than types from them. */
  readonly imports: ReadonlyMap<string, { readonly hasValues: boolean }>;
}

/** From left to right; folders that import each other stand side by side. Others follow. */
const columns = ['register', 'papers', 'language', 'render', 'delivery', 'google', 'disk', 'stores'];
const columnOf = ({ name }: Folder): number =>
  columns.includes(name) ? columns.indexOf(name) : columns.length;

const importStatement =
  /(?:^(?:import|export) (?<types>type )?(?:[^;']*? from )?|\bimport\()'(?<from>[^']+)'/gmu;

function readFolder(top: string, name: string): Folder {
  const entries = readdirSync(join(top, name), { recursive: true, withFileTypes: true });
  const imports = new Map<string, { hasValues: boolean }>();
  let isPure = true;
  for (const { name: file, parentPath } of entries.filter((entry) => entry.name.endsWith('.ts'))) {
    for (const { groups } of readFileSync(join(parentPath, file), 'utf8').matchAll(importStatement)) {
      const from = groups?.['from'] ?? '';
      if (from.startsWith('node:')) isPure = false;
      if (!from.startsWith('.')) continue;
      const [to = name] = relative(top, resolve(parentPath, from)).split(sep);
      const hasValues = groups?.['types'] === undefined || imports.get(to)?.hasValues === true;
      if (to !== name) imports.set(to, { hasValues });
    }
  }
  const rooms = entries.filter((entry) => entry.isDirectory() && entry.parentPath === join(top, name));
  return { name, rooms: rooms.map((room) => room.name).sort(), isPure, imports };
}

/** The folders in `top`, an absolute path, from left to right. */
export function readFolders(top: string): readonly Folder[] {
  return readdirSync(top, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFolder(top, entry.name))
    .sort((a, b) => columnOf(a) - columnOf(b) || (a.name < b.name ? -1 : 1));
}

/** A folder with its place, in the units of the drawing. */
interface Box extends Folder {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it is as wide as the house: all others import it, or it imports all others. */
  readonly isWide: boolean;
}

const MARGIN = 20;
const INSET = 24;
const COLUMN = 106;
const GAP = 12;
const BETWEEN_ROWS = 60;
const WIDE_HEIGHT = 54;
const LINE = 15;
const BETWEEN_PORTS = 14;

/** Each folder in a row above all that it imports, and alone in its column unless it is wide. */
function place(folders: readonly Folder[]): readonly Box[] {
  const depth = (name: string, above: readonly string[] = []): number => {
    const imports = [...(folders.find((folder) => folder.name === name)?.imports.keys() ?? [])];
    const below = imports.filter((next) => !above.includes(next));
    return Math.max(0, ...below.map((next) => 1 + depth(next, [...above, name])));
  };
  const isWide = ({ name, imports }: Folder): boolean =>
    [imports.size, folders.filter((folder) => folder.imports.has(name)).length].includes(folders.length - 1);
  const narrow = folders.filter((folder) => !isWide(folder));
  const houseWidth = 2 * INSET + narrow.length * (COLUMN + GAP) - GAP;
  const height = (folder: Folder): number => (isWide(folder) ? WIDE_HEIGHT : 36 + LINE * folder.rooms.length);
  const boxes: Box[] = [];
  let rowTop = MARGIN;
  for (let row = folders.length; row >= 0; row -= 1) {
    const inRow = folders.filter(({ name }) => depth(name) === row);
    const bottom = rowTop + Math.max(0, ...inRow.map(height));
    for (const folder of inRow) {
      const across = isWide(folder)
        ? { x: MARGIN, width: houseWidth, isWide: true }
        : { x: MARGIN + INSET + narrow.indexOf(folder) * (COLUMN + GAP), width: COLUMN, isWide: false };
      boxes.push({ ...folder, ...across, top: bottom - height(folder), bottom });
    }
    if (inRow.length > 0) rowTop = bottom + BETWEEN_ROWS;
  }
  return boxes;
}

const middle = ({ x, width }: Box): number => x + width / 2;

/** Where an arrow between two narrow boxes meets `at`: those to its left on the left, in their order. */
function port(at: Box, other: Box, all: readonly Box[]): number {
  const side = all.filter((box) => box.x < at.x === other.x < at.x);
  const place = side.indexOf(other);
  const steps = other.x < at.x ? place - side.length : place + 1;
  return middle(at) + steps * BETWEEN_PORTS;
}

/** Straight down in a column of its own, or in a curve below the row and then straight down. */
function arrow(from: Box, to: Box, boxes: readonly Box[]): string {
  const lines = (isPlain: boolean): string => {
    const kind = from.imports.get(to.name)?.hasValues === true ? '' : ' types';
    return `${isPlain ? 'plain' : 'cross'}${kind}`;
  };
  const end = to.top - 2;
  if (from.isWide || to.isWide) {
    const x = from.isWide && to.isWide ? MARGIN + INSET / 2 : middle(from.isWide ? to : from);
    const d = `M${String(x)} ${String(from.bottom)}V${String(end)}`;
    return element('path', { class: lines(true), d, 'marker-end': 'url(#plain)' });
  }
  const narrow = boxes.filter(({ isWide }) => !isWide).toSorted((a, b) => a.x - b.x);
  const targets = narrow.filter(({ name }) => from.imports.has(name));
  const sources = narrow.filter(({ imports }) => imports.has(to.name));
  const start = port(from, to, targets);
  const x = port(to, from, sources);
  const turned = from.bottom + BETWEEN_ROWS - 14;
  const bend = (from.bottom + turned) / 2;
  const d = `M${String(start)} ${String(from.bottom)}C${String(start)} ${String(bend + 8)} ${String(x)} ${String(bend - 8)} ${String(x)} ${String(turned)}V${String(end)}`;
  return element('path', { class: lines(false), d, 'marker-end': 'url(#cross)' });
}

const kindOf = ({ isPure }: Pick<Folder, 'isPure'>): string => (isPure ? 'pure' : 'world');

function boxElements(box: Box): string {
  const { x, top, width, bottom, rooms } = box;
  const centre = middle(box);
  const names = box.isWide ? (rooms.length === 0 ? [] : [rooms.join(' · ')]) : rooms;
  const nameY = names.length === 0 ? (top + bottom) / 2 + 5 : top + 23;
  return [
    element('rect', { class: kindOf(box), x, y: top, width, height: bottom - top, rx: 7 }),
    element('text', { class: 'name', x: centre, y: nameY }, words(box.name)),
    ...names.map((room, index) =>
      element('text', { class: 'room', x: centre, y: top + 41 + index * LINE }, words(room)),
    ),
  ].join('');
}

const legend = (y: number): string =>
  [
    ...([true, false] as const).map((isPure, index) =>
      element('rect', {
        class: kindOf({ isPure }),
        x: MARGIN + index * 300,
        y: y - 11,
        width: 22,
        height: 14,
        rx: 3,
      }),
    ),
    element('text', { class: 'key', x: MARGIN + 30, y }, words('pure: imports no module of Node')),
    element('text', { class: 'key', x: MARGIN + 330, y }, words('imports modules of Node')),
    element('path', {
      class: 'cross',
      d: `M${String(MARGIN + 560)} ${String(y - 4)}h34`,
      'marker-end': 'url(#cross)',
    }),
    element('text', { class: 'key', x: MARGIN + 608, y }, words('imports')),
    element('path', {
      class: 'cross types',
      d: `M${String(MARGIN + 710)} ${String(y - 4)}h34`,
      'marker-end': 'url(#cross)',
    }),
    element('text', { class: 'key', x: MARGIN + 758, y }, words('imports types alone')),
  ].join('');

/** Colours for the light and the dark; the paper has its own, since a page may have another than the reader's system. */
const styles = `
svg{font-family:system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;--paper:#fcfbf8;--ink:#1c2a32;--soft:#53646e;--faint:#aab7be;--line:#23567f;--pure:#e2f0e7;--pure-edge:#3f7d58;--world:#fdecd9;--world-edge:#a96a22}
@media (prefers-color-scheme:dark){svg{--paper:#12191e;--ink:#e8eef1;--soft:#a9b8c0;--faint:#586973;--line:#90c2ee;--pure:#1b3527;--pure-edge:#6fbf8f;--world:#3b2a16;--world-edge:#dba15c}}
.paper{fill:var(--paper)}.pure{fill:var(--pure);stroke:var(--pure-edge)}.world{fill:var(--world);stroke:var(--world-edge)}
text{fill:var(--ink);text-anchor:middle}.name{font-size:15px;font-weight:600}.room{font-size:12px;fill:var(--soft)}.key{font-size:12.5px;text-anchor:start}
.plain,.cross{fill:none;stroke:var(--line);stroke-width:1.7}.plain{stroke:var(--faint);stroke-width:1.3}.types{stroke-dasharray:4 4}
.plain-head{fill:var(--faint)}.cross-head{fill:var(--line)}
`;

const head = (id: string): string =>
  element(
    'marker',
    {
      id,
      viewBox: '0 0 8 8',
      refX: 6,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    element('path', { class: `${id}-head`, d: 'M0 0L8 4L0 8z' }),
  );

/** What a screen reader says in place of the picture. */
const described = (folders: readonly Folder[]): string =>
  folders
    .map(({ name, imports }) =>
      imports.size === 0
        ? `${name} imports nothing.`
        : `${name} imports ${[...imports.keys()].sort().join(', ')}.`,
    )
    .join(' ');

/** The picture, as an SVG of its own. */
export function housePicture(folders: readonly Folder[]): string {
  const boxes = place(folders);
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const arrows = boxes.flatMap((from) =>
    boxes.filter(({ name }) => from.imports.has(name)).map((to) => arrow(from, to, boxes)),
  );
  const about = {
    name: 'house',
    title: 'The folders under src/, each above those that it imports',
    description: described(folders),
  };
  const { svg } = drawing(
    { ...about, width, height: bottom + 52 },
    element('style', {}, styles),
    element('defs', {}, head('plain'), head('cross')),
    element('rect', { class: 'paper', width, height: bottom + 52, rx: 10 }),
    ...arrows.toSorted((a, b) => Number(a.includes('"cross')) - Number(b.includes('"cross'))),
    ...boxes.map(boxElements),
    legend(bottom + 33),
  );
  return svg.replaceAll(/<(?=path|rect|g|style|defs|title|desc)/gu, '\n<');
}
