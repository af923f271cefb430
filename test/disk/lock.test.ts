import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ownHolder, surroundings } from '../../src/disk/holder.ts';
import { withLock } from '../../src/disk/lock.ts';
import { refusalOf } from '../support/refusal.ts';

let folder = '';
let target = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  target = join(folder, 'register.xlsx');
});

const lockFile = (): string => join(folder, '.register.xlsx.felles-lock');
const hold = (holder: unknown, at = lockFile()): Promise<void> => writeFile(at, JSON.stringify(holder));
const patient = (): Promise<string> => withLock(target, () => Promise.resolve('done'));
/** For those who wait in vain. */
const quick = (): Promise<string> => withLock(target, () => Promise.resolve('done'), { patience: 60 });
const here = surroundings();
const me = ownHolder('annen', here);
/** A process number that was in use a moment ago, and is no more. */
const gone = 2 ** 22 + 12_345;

async function makeOld(path: string, milliseconds: number): Promise<void> {
  const old = new Date(Date.now() - milliseconds);
  await utimes(path, old, old);
}

describe('a lock', () => {
  it('lets one at a time do its work', async () => {
    let inside = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      expect(inside).toBe(1);
      await pause(3);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 12 }, () => withLock(target, work)));
    expect(await readdir(folder)).toEqual([]);
  });

  it('is let go when the work fails', async () => {
    await expect(withLock(target, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await patient()).toBe('done');
  });

  it('is held until it is let go, or taken away by hand', async () => {
    await withLock(target, async (held) => {
      expect(held.isHeld()).toBe(true);
      await rm(lockFile());
      expect(held.isHeld()).toBe(false);
      await hold(me);
      expect(held.isHeld()).toBe(false);
    });
    expect(await readdir(folder)).toEqual(['.register.xlsx.felles-lock']);
  });

  it.each([11 * 60_000, 400 * 24 * 3_600_000, -3_600_000])(
    'is never taken from a process that lives, %d ms old',
    async (age) => {
      for (const holder of [me, { pid: process.pid, host: hostname() }]) {
        await hold(holder);
        await makeOld(lockFile(), age);
        expect(await refusalOf(quick())).toMatch(
          new RegExp(
            `writing to register\\.xlsx \\(process ${process.pid} on ${hostname()}.*Process ${process.pid} is still running`,
            'u',
          ),
        );
      }
    },
  );

  it('is never taken from another machine, however old: it says whose it is, and since when', async () => {
    for (const holder of [
      { ...me, host: 'PC-12' },
      { pid: gone, host: 'PC-12' },
    ]) {
      await hold(holder);
      await makeOld(lockFile(), 14 * 60_000 + 5000);
      expect(await refusalOf(quick())).toMatch(
        /\(process \d+ on PC-12, for 14 minutes\).*Look on PC-12.*sleep.*delete the file .*\.register\.xlsx\.felles-lock/u,
      );
    }
  });

  it('is cleared away when its process is gone', async () => {
    for (const holder of [
      { ...me, pid: gone },
      { ...me, started: '1' },
      { pid: gone, host: hostname() },
    ]) {
      await hold(holder);
      expect(await patient()).toBe('done');
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('in which nothing stands is left for half a minute', async () => {
    for (const content of ['', 'nonsense', '{"pid":"x"}']) {
      await writeFile(lockFile(), content);
      expect(await refusalOf(quick())).toMatch(/a run that does not say who it is/u);
      await makeOld(lockFile(), 31_000);
      expect(await patient()).toBe('done');
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('is freed though whoever was about to free it was killed', async () => {
    await hold({ ...me, pid: gone });
    await hold({ ...me, pid: gone }, `${lockFile()}.judging`);
    expect(await patient()).toBe('done');
    expect(await readdir(folder)).toEqual([]);
    await hold({ ...me, pid: gone });
    await hold(me, `${lockFile()}.judging`);
    await makeOld(`${lockFile()}.judging`, 3_600_000);
    expect(await refusalOf(quick())).toMatch(/Another run/u);
  });

  it('that cannot be made is told in words', async () => {
    const nowhere = withLock(join(folder, 'nei', 'x.xlsx'), () => Promise.resolve(), { patience: 0 });
    expect(await refusalOf(nowhere)).toMatch(/Nothing can be written in the folder .*nei/u);
  });
});
