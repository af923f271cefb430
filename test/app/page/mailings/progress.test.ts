import { describe, expect, it } from 'vitest';
import { runView } from '../../../../src/app/page/run-screen.ts';
import type { NorwegianStandard } from '../../../../src/domain/written-standard.ts';
import type { PageRun } from '../../../../src/app/page/runs.ts';

const run = (progress: NonNullable<PageRun['progress']>): PageRun => ({
  ...{
    id: 1,
    standard: 'nb',
    command: 'send',
    argv: ['--approve=0123abcd'],
    from: '/nb/mailings',
    lines: [],
    unkept: 0,
    isStopping: false,
  },
  progress,
});

const shown = (standard: NorwegianStandard): Parameters<typeof runView>[1] => ({
  ...{ standard, form: '', isCurrent: false, isBusy: false },
  disk: { folder: '/work', out: '/work/out', room: '/room' },
});

describe('a send that is under way', () => {
  it('tells how far it has come, and what waits, in the reader’s standard', () => {
    const progress = { gone: 12, total: 210, failed: 1, unclear: 0, waiting: 2, pause: 61_200 };
    expect(runView(run(progress), shown('nb')).progress?.words).toBe(
      '12 av 210, 1 avvist, 2 prøves igjen, venter 62 sekunder, som e-posttjeneren ber om',
    );
    expect(runView(run(progress), shown('nn')).progress?.words).toBe(
      '12 av 210, 1 avvist, 2 blir prøvde igjen, ventar 62 sekund, som e-posttenaren bed om',
    );
    const quiet = { ...progress, failed: 0, waiting: 0, pause: 0 };
    expect(runView(run(quiet), shown('nb'))).toMatchObject({
      progress: { words: '12 av 210' },
      canStop: true,
    });
    expect(runView({ ...run(quiet), code: 0 }, shown('nb')).progress).toBeUndefined();
  });
});
