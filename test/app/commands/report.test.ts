import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPaper } from '../../../src/app/papers/definitions/report.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

describe('the report of the sample register', () => {
  it('is six files, and says how the year went', async () => {
    const { code, stdout, stderr } = await world.run(reportPaper);
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 6]);
    expect(stderr).toContain('Report for 2026: 39 done, 2 to come, 1 cancelled, 663 hours');
  });

  it('of another year says what was silent', async () => {
    const { code, stderr } = await world.run(reportPaper, ['--year', '2022', '--format', 'txt']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Silent for three months: number 1, 2,')]);
    const path = join(world.folder, 'out', 'report', 'rapport-2022.nb.txt');
    expect(await readFile(path, 'utf8')).toMatch(
      /Ved utgangen av året var det ikke\s+gjennomført noe under/u,
    );
  });

  it('of a year that has not begun is none', async () => {
    const { code, stdout, stderr } = await world.run(reportPaper, ['--year', '2027']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^2027 has not begun/u);
  });

  it('of no year is told of in one message', async () => {
    const { code, stderr } = await world.run(reportPaper, ['--year', 'i fjor']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not a year')]);
  });
});
