import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const counter = join(import.meta.dirname, '../../.ci/count.js');

/** What `.ci/count.js` prints and ends with, for some reports as vitest writes them. */
async function count(...reports: readonly object[]): Promise<{ line: string; exitCode: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-count-'));
  try {
    await Promise.all(
      reports.map((report, index) =>
        writeFile(join(folder, `${String(index)}.json`), JSON.stringify(report)),
      ),
    );
    return await new Promise((resolve) => {
      execFile(process.execPath, [counter, folder], (error, stdout) => {
        resolve({ line: stdout, exitCode: error === null ? 0 : Number(error.code) });
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const file = (status: string, ...tests: readonly string[]) => ({
  testResults: [{ status, assertionResults: tests.map((one) => ({ status: one })) }],
});

test('counts are added up over the runs', async () => {
  expect(await count(file('passed', 'passed', 'passed'), file('passed', 'passed'))).toEqual({
    line: '3 passed, 0 failed\n',
    exitCode: 0,
  });
});

test('one failure is enough to fail', async () => {
  expect(await count(file('passed', 'passed'), file('failed', 'passed', 'failed'))).toEqual({
    line: '2 passed, 1 failed\n',
    exitCode: 1,
  });
});

test('a file that could not be loaded counts as a failure', async () => {
  expect(await count(file('passed', 'passed'), file('failed'))).toEqual({
    line: '1 passed, 1 failed\n',
    exitCode: 1,
  });
});

test('no report at all: nothing passed', async () => {
  expect((await count()).line).toBe('0 passed, 0 failed\n');
});
