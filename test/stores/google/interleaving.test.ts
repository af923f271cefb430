import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '../../support/campaign.ts';
import { startFakeGoogle } from '../../support/google/fake-google.ts';
import { interleaving, play, wrongIn, type Interleaving, type Losses } from './interleaving.ts';

/** Runs of a script, each with a person's edits in between. */
const RUNS = share(200, 10_000);

/** Plays runs with edits, and answers how many of them ended by telling the operator to look. */
async function reportedOf(
  edits: fc.Arbitrary<Interleaving>,
  numRuns: number,
  losses: fc.Arbitrary<Losses> = fc.constant(new Map()),
): Promise<number> {
  const google = await startFakeGoogle();
  let reported = 0;
  await fc.assert(
    fc.asyncProperty(edits, losses, async (each, lost) => {
      const outcome = await play(google, each, lost);
      if (outcome.results === 'reported') reported += 1;
      expect(wrongIn(outcome)).toEqual([]);
    }),
    { numRuns },
  );
  await google.close();
  return reported;
}

describe('while a person edits between the requests of a run', () => {
  it('at one moment, however much: nothing lands in a wrong row, and nothing of the person is changed', async () => {
    const atOnce = fc
      .tuple(fc.integer({ min: 0, max: 3 }), interleaving)
      .map(([before, edits]) => edits.map(({ edit }) => ({ before, edit })));
    expect(await reportedOf(atOnce, Math.ceil(RUNS / 4))).toBe(0);
  });

  it('at any moments: nothing is wrong without being reported, and hardly ever anything at all', async () => {
    const runs = Math.ceil((RUNS * 3) / 4);
    // Each of those reported takes edits in the very rows at two requests in a row.
    expect(await reportedOf(interleaving, runs)).toBeLessThan(Math.max(4, runs / 200));
  });

  it('at any moments, with answers that are lost: nothing is wrong without being reported', async () => {
    const runs = Math.ceil(RUNS / 4);
    const losses = fc
      .array(
        fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('applied' as const, 'not applied' as const)),
        {
          minLength: 1,
          maxLength: 2,
        },
      )
      .map((each): Losses => new Map(each));
    expect(await reportedOf(interleaving, runs, losses)).toBeLessThan(Math.max(8, runs / 20));
  });

  it('a run that nobody disturbs reads once and writes once', async () => {
    const google = await startFakeGoogle();
    const { requests, results } = await play(google, []);
    expect(requests).toBe(2);
    expect(results).not.toBe('reported');
    await google.close();
  });
});
