import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bars } from '../../src/render/svg/bars.ts';
import { yearWheel, type WheelEvent, type WheelState } from '../../src/render/svg/year-wheel.ts';

const legend = { done: 'Gjort', coming: 'Kommer', unconfirmed: 'Uklart', cancelled: 'Avlyst' };
const wheel = (events: readonly WheelEvent[], title = 'Hjul'): string =>
  yearWheel({
    ...{ name: 'hjul', title, description: 'Et hjul', year: 2026, legend, events, now: 0.5 },
    months: Array.from({ length: 12 }, (_, month) => String(month + 1)),
    rings: ['1', '2', '3'],
  });

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

describe('bars', () => {
  const widths = (rows: readonly (readonly number[])[]): readonly number[] => {
    const svg = bars({
      ...{ name: 'timer', title: 'Timer', description: 'Timer', parts: ['a', 'b'], amount: String },
      rows: rows.map((values, index) => ({ label: `<${String(index)}>`, values })),
    });
    expect(wordsOf(svg)).not.toMatch(/[<>]/u);
    const pieces = svg.matchAll(
      /class="part part-\d" x="[\d.]+" y="[\d.]+" width="(?<width>[\d.]+)" height="18"/gu,
    );
    return [...pieces].map(({ groups }) => Number(groups?.['width']));
  };

  it('are as long as what they stand for, by one measure, and nothing has none', () => {
    expect(
      widths([
        [10, 0],
        [5, 5],
        [0, 0],
      ]),
    ).toEqual([400, 200, 200]);
  });
});
