import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Failure, Report } from '../../.ci/reporter.ts';

const counter = join(import.meta.dirname, '../../.ci/count.js');

/** What `.ci/count.js` prints and ends with, for some reports and for the ends of the steps that failed. */
async function count(
  reports: readonly Report[],
  ...steps: readonly string[]
): Promise<{ said: string; exitCode: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-count-'));
  try {
    const files = [
      ...reports.map((report, index) => [`${String(index)}.json`, JSON.stringify(report)] as const),
      ...steps.map((text, index) => [`${String(index)}.failed`, text] as const),
    ];
    await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
    return await new Promise((resolve) => {
      execFile(process.execPath, [counter, folder], (error, stdout) => {
        resolve({ said: stdout, exitCode: error === null ? 0 : Number(error.code) });
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const run = (passed: number, ...failures: readonly Failure[]): Report => ({ seed: 17, passed, failures });

const failure = {
  project: 'unit',
  file: 'test/domain/time.test.ts',
  name: 'days > a day has 24 hours',
  message: ['\u001B[31mAssertionError: expected 23', ...Array.from({ length: 30 }, () => '    at x')].join(
    '\n',
  ),
} satisfies Failure;

test('counts are added up over the runs', async () => {
  expect(await count([run(2), run(1)])).toEqual({ said: '3 passed, 0 failed\n', exitCode: 0 });
});

test('one failure is enough to fail, and is told above the last line', async () => {
  expect(await count([run(2), run(5, failure)])).toEqual({
    said: [
      'FAILED unit > test/domain/time.test.ts > days > a day has 24 hours (--sequence.seed=17)',
      '    AssertionError: expected 23',
      ...Array.from({ length: 19 }, () => '        at x'),
      '7 passed, 1 failed\n',
    ].join('\n'),
    exitCode: 1,
  });
});

test('of many failures the first are told, and all are counted', async () => {
  const { said, exitCode } = await count([run(0, ...Array.from({ length: 50 }, () => failure))]);
  expect(exitCode).toBe(1);
  expect(said.match(/^FAILED/gmu)).toHaveLength(40);
  expect(said).toMatch(/\n… and 10 more\n0 passed, 50 failed\n$/u);
});

test('a step that failed is told, and fails even when every test passed', async () => {
  expect(await count([run(3)], 'npm run lint\nsrc/a.ts\n  1:1 error no-var\n')).toEqual({
    said: [
      'FAILED STEP: npm run lint, which ended with',
      '    src/a.ts',
      '      1:1 error no-var',
      '3 passed, 0 failed\n',
    ].join('\n'),
    exitCode: 1,
  });
});

test('no report at all: nothing passed', async () => {
  expect((await count([])).said).toBe('0 passed, 0 failed\n');
});
