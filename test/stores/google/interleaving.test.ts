import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startFakeGoogle } from '../../support/google/fake-google.ts';
import { interleaving, play, wrongIn } from './interleaving.ts';

/** All ten thousand are played where there is time for them: FELLES_INTERLEAVINGS=10000, as in .ci/run. */
const RUNS = Number(process.env['FELLES_INTERLEAVINGS'] ?? '1200');

describe('while a person edits between the requests of a run', () => {
  it('once, however much: nothing lands in a wrong row, and nothing of the person is changed', async () => {
    const google = await startFakeGoogle();
    const atOnce = fc
      .tuple(fc.integer({ min: 0, max: 3 }), interleaving)
      .map(([before, edits]) => edits.map(({ edit }) => ({ before, edit })));
    await fc.assert(
      fc.asyncProperty(atOnce, async (edits) => {
        const outcome = await play(google, edits);
        expect(wrongIn(outcome)).toEqual([]);
        expect(outcome.results).not.toBe('reported');
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
    await google.close();
  });

  it('at two moments: nothing is wrong without being told of, and hardly ever anything at all', async () => {
    const google = await startFakeGoogle();
    let reported = 0;
    const atTwo = fc
      .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }), interleaving)
      .map(([moments, edits]) =>
        edits.map(({ before, edit }) => ({
          before: moments[before % 2] ?? 0,
          // The fake does not compute a formula that is put back as text, once its copy is gone.
          edit: edit.do === 'formula' ? { ...edit, do: 'type' as const } : edit,
        })),
      );
    await fc.assert(
      fc.asyncProperty(atTwo, async (edits) => {
        const outcome = await play(google, edits);
        if (outcome.results === 'reported') reported += 1;
        else expect(wrongIn(outcome)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
    // Each of them takes edits in the very rows at two requests in a row.
    expect(reported).toBeLessThan(Math.max(4, RUNS / 100));
    await google.close();
  });

  it('a run that nobody disturbs reads once and writes once', async () => {
    const google = await startFakeGoogle();
    const { requests, results } = await play(google, []);
    expect(requests).toBe(2);
    expect(results).not.toBe('reported');
    await google.close();
  });
});
