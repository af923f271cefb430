import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counties } from '../../../src/register/data/counties.ts';
import { bars } from '../../../src/render/svg/bars.ts';
import { inLanes } from '../../../src/render/svg/lanes.ts';
import { tileGrid, type Tile } from '../../../src/render/svg/tile-grid.ts';
import { yearWheel, type WheelEvent, type WheelState } from '../../../src/render/svg/year-wheel.ts';

const legend = { done: 'Gjort', coming: 'Kommer', unconfirmed: 'Uklart', cancelled: 'Avlyst' };
const wheel = (events: readonly WheelEvent[], title = 'Hjul'): string =>
  yearWheel({
    ...{ name: 'hjul', title, description: 'Et hjul', year: 2026, legend, events, now: 0.5 },
    months: Array.from({ length: 12 }, (_, month) => String(month + 1)),
    rings: ['1', '2', '3'].map((mark) => ({ mark, name: `${title} ${mark}` })),
  }).svg;

/** What is left of a drawing when its elements are taken away: the words, which hold no signs of an element. */
const wordsOf = (svg: string): string =>
  svg.replaceAll(/<(?:[a-z]+(?: [a-zA-Z\d:-]+="[^"<>]*")*|\/[a-z]+)>/gu, '');

const anyEvent = fc.record({
  ring: fc.integer({ min: 0, max: 2 }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  state: fc.constantFrom<WheelState>('done', 'coming', 'unconfirmed', 'cancelled'),
  title: fc.string({ unit: 'binary' }),
});

describe('a drawing', () => {
  it('holds no element that is not its own, and no number that is none, whatever people have typed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 5 }), fc.string({ unit: 'binary' }), (events, title) => {
        const svg = wheel(events, title);
        expect(wordsOf(svg)).not.toMatch(/[<>]/u);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
        expect(svg.match(/<path class="event /gu) ?? []).toHaveLength(events.length);
      }),
    );
  });

  it('is told to those who do not see it by its title and description', () => {
    expect(wheel([])).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="hjul-tittel hjul-omtale"[^>]*><title id="hjul-tittel">Hjul<\/title><desc id="hjul-omtale">Et hjul<\/desc>/u,
    );
  });

  it('shows what is short so that one can see it', () => {
    const day = { ring: 2, from: 0.5, to: 0.5, state: 'done', title: 'En dag' } as const;
    const [, shape = ''] = /class="event done" d="(?<d>[^"]+)"/u.exec(wheel([day])) ?? [];
    const xs = [...shape.matchAll(/[ML](?<x>-?[\d.]+),/gu)].map(({ groups }) => Number(groups?.['x']));
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(5);
  });
});

describe('lanes', () => {
  const span = fc.record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 8 }),
  });

  it('part what overlaps, as long as there are enough of them, and leave nothing out', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (drawn) => {
        const spans = drawn.map(({ from, length }, index) => ({ from, to: from + length, index }));
        const laned = inLanes(spans, 99);
        expect(laned.map(({ span: { index } }) => index).sort((one, other) => one - other)).toEqual(
          spans.map(({ index }) => index),
        );
        for (const one of laned) {
          expect(one.lane).toBeLessThan(one.lanes);
          const touching = laned.filter(
            (other) => other !== one && other.span.from < one.span.to && one.span.from < other.span.to,
          );
          expect(touching.every(({ lane, lanes }) => lane !== one.lane && lanes === one.lanes)).toBe(true);
          if (touching.length === 0) expect(one.lanes).toBe(1);
        }
      }),
    );
  });

  it('are never more than so many', () => {
    const spans = [0, 1, 2, 3, 4].map((from) => ({ from, to: 10 }));
    expect(inLanes(spans, 3).map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [0, 3],
      [0, 3],
    ]);
  });
});

describe('bars', () => {
  const drawn = (rows: readonly (readonly number[])[]): string =>
    bars({
      ...{ name: 'timer', title: 'Timer', description: 'Timer', parts: ['a', 'b'] },
      rows: rows.map((values, index) => ({ label: `<${String(index)}>`, values, said: values.join('&') })),
    }).svg;

  it('are as long as what they stand for, by one measure, and nothing has none', () => {
    const svg = drawn([
      [10, 0],
      [5, 5],
      [0, 0],
    ]);
    const pieces = svg.matchAll(/ width="(?<width>[\d.]+)" height="18"/gu);
    expect([...pieces].map(({ groups }) => Number(groups?.['width']))).toEqual([580, 290, 290]);
  });

  it('say what they are as people wrote it', () => {
    const svg = drawn([[1, 2]]);
    expect(wordsOf(svg)).toBe('TimerTimerab&lt;0&gt;1&amp;2');
  });
});

describe('the tiles of the counties', () => {
  const tileLegend = { recent: 'Nylig', silent: 'Lenge siden', never: 'Aldri', crossed: 'Hver for seg' };
  const grid = (tiles: readonly Tile[]): string =>
    tileGrid({ name: 'fylker', title: 'Fylkene', description: 'Ruter', tiles, legend: tileLegend }).svg;
  const tile = (number: string, name: string, more: Partial<Tile> = {}): Tile => ({
    ...{ number, name, state: 'recent', note: 'mai', isCrossed: false, ...more },
  });

  it('have a place of their own for each of the fifteen, inside the drawing', () => {
    const svg = grid(counties().map(({ number, name }) => tile(number, name)));
    const [, width, height] = /viewBox="0 0 (?<width>\d+) (?<height>\d+)"/u.exec(svg)?.map(Number) ?? [];
    const boxes = [...svg.matchAll(/<rect x="(?<x>\d+)" y="(?<y>\d+)" width="148" height="78"/gu)].map(
      ({ groups }) => ({ x: Number(groups?.['x']), y: Number(groups?.['y']) }),
    );
    expect(new Set(boxes.map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(15);
    for (const { x, y } of boxes) {
      expect(x + 148).toBeLessThan(Number(width));
      expect(y + 78).toBeLessThan(Number(height));
    }
  });

  it('break a long name, and mark where the parties go each by itself', () => {
    const plain = grid([tile('15', 'Møre og Romsdal')]);
    expect(wordsOf(plain)).toContain('Møre ogRomsdalmai');
    const marks = (svg: string): number => svg.match(/class="tile-mark"/gu)?.length ?? 0;
    expect(marks(grid([tile('34', 'Innlandet', { isCrossed: true })])) - marks(plain)).toBe(1);
  });

  it('leave out a county that there is not, and hold no element of what was typed', () => {
    expect(wordsOf(grid([tile('99', 'Ukjent')]))).not.toContain('Ukjent');
    expect(wordsOf(grid([tile('46', '<b>x</b> & "y"')]))).not.toMatch(/[<>]/u);
  });
});
