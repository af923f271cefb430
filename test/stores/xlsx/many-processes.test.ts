import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { withLock } from '../../../src/disk/lock.ts';
import { cellValue } from '../../../src/domain/workbook.ts';
import { createWorkbookFile, xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { share } from '../../support/campaign.ts';
import { tabOf } from '../../support/workbooks.ts';

const HOLDER = join(import.meta.dirname, 'hold-lock.ts');
const SCRIPT = join(import.meta.dirname, 'write-many.ts');

async function logWorkbook(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'logg.xlsx');
  await createWorkbookFile(path, [tabOf('Logg', ['Hvem', 'Nr'])]);
  return path;
}

function start(path: string, name: string, count: number): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', SCRIPT, path, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function entries(path: string): Promise<string[]> {
  const [sheet] = (await xlsxStore(path).read()).sheets;
  return (sheet?.rows ?? [])
    .slice(1)
    .map(({ cells }) => `${String(cellValue(cells[0]))} ${String(cellValue(cells[1]))}`);
}

it('processes that each write ten times lose nothing', async () => {
  const path = await logWorkbook();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, share(2, 6));
  const exits = await Promise.all(names.map((name) => once(start(path, name, 10), 'exit')));
  expect(exits.map(([code]: unknown[]) => code)).toEqual(names.map(() => 0));
  const expected = names.flatMap((name) => Array.from({ length: 10 }, (_, index) => `${name} ${index}`));
  expect((await entries(path)).sort()).toEqual(expected.sort());
  expect(await readdir(join(path, '..'))).toEqual(['logg.xlsx', 'logg.xlsx.bak']);
});

it('a process killed while it writes leaves a whole workbook, and nothing that stops the next', async () => {
  const path = await logWorkbook();
  let before = 0;
  for (const delay of [11, 3, 29].slice(0, share(1, 3))) {
    const child = start(path, `killed after ${delay}`, 10_000);
    if (child.stdout !== null) await once(child.stdout, 'data');
    await pause(delay);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const found = await entries(path);
    expect(found.length).toBeGreaterThanOrEqual(before);
    const store = xlsxStore(path);
    await store.write([{ kind: 'row', tab: 'Logg', cells: { Hvem: 'etterpå' } }], await store.read());
    before = (await entries(path)).length;
    expect(before).toBe(found.length + 1);
  }
  // Each of them had written at least once when it was killed.
  expect(before).toBeGreaterThanOrEqual(2 * share(1, 3));
  expect(await readdir(join(path, '..'))).toEqual(['logg.xlsx', 'logg.xlsx.bak']);
});

it('a process that is stopped keeps its lock, however long, and leaves it when it is killed', async () => {
  const path = await logWorkbook();
  const lock = join(path, '..', '.logg.xlsx.felles-lock');
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  holder.kill('SIGSTOP');
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(lock, anHourAgo, anHourAgo);
  const quick = (): Promise<string> => withLock(path, () => Promise.resolve('done'), { patience: 100 });
  await expect(quick()).rejects.toThrow(
    `(process ${String(holder.pid)} on ${hostname()}, for 1 hour), and did not finish`,
  );
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await withLock(path, () => Promise.resolve('done'))).toBe('done');
  expect(await readdir(join(path, '..'))).toEqual(['logg.xlsx']);
});
