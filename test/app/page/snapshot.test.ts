import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageChannel } from 'node:worker_threads';
import { askThrough } from '../../../src/app/page/maker-port.ts';
import { Snapshots } from '../../../src/app/page/snapshot.ts';
import { parseWallTime } from '../../../src/domain/time.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { makerOf, runOf } from '../../support/running-page.ts';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeSampleWorld();
});
afterEach(() => world.remove());

describe('the register as it was read last', () => {
  it('stays through a fault of Felles as through one of the operator, and is read again after it', async () => {
    const run = await runOf(world);
    const store = await run.store();
    let fault: Error | undefined;
    const read: typeof store.read = () => (fault === undefined ? store.read() : Promise.reject(fault));
    const connect = (): Promise<typeof store> => Promise.resolve({ ...store, place: store.place, read });
    const snapshots = new Snapshots(run.settingsNow, connect, (stack) => `${stack}, by its sources`);
    await snapshots.read();
    const { last } = snapshots;
    expect(last?.number).toBe(1);
    fault = new UserError('The file is gone.', 'Put it back.');
    await snapshots.read();
    expect(snapshots.fault?.nb).toEqual({ message: 'The file is gone.', advice: 'Put it back.' });
    fault = new TypeError('planted');
    await snapshots.read();
    expect(snapshots.fault?.nb.message).toContain('a fault in Felles');
    expect(snapshots.fault?.nb.advice).toMatch(/planted[^]*, by its sources$/u);
    expect(snapshots.last).toBe(last);
    fault = undefined;
    await snapshots.read();
    expect(snapshots.fault).toBeUndefined();
    // The same workbook at the same time is the same reading.
    expect(snapshots.last).toBe(last);
  });
});

describe('a workbook whose file is the same', () => {
  it('is not read again, while what the clock changes is judged again', async () => {
    const run = await runOf(world);
    const file = join(world.folder, 'register.xlsx');
    const old = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
    await utimes(file, old(60), old(60));
    const store = await run.store();
    let [reads, now] = [0, '2026-11-23T12:00'];
    const read: typeof store.read = () => {
      reads += 1;
      return store.read();
    };
    const settings = async (): ReturnType<typeof run.settingsNow> => ({
      ...(await run.settingsNow()),
      now: parseWallTime(now) ?? run.settings.now,
    });
    const connect = (): Promise<typeof store> => Promise.resolve({ ...store, place: store.place, read });
    const snapshots = new Snapshots(settings, connect);
    const numbers = async (): Promise<readonly [number, number | undefined]> => {
      await snapshots.read();
      return [reads, snapshots.last?.number];
    };
    // So shortly after a save, another may have the same time.
    expect([await numbers(), await numbers()]).toEqual([[1, 1], [2, 1]]); // prettier-ignore
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
    expect([await numbers(), await numbers()]).toEqual([[3, 1], [3, 1]]); // prettier-ignore
    now = '2026-11-23T12:30';
    expect(await numbers()).toEqual([3, 2]);
    await utimes(file, old(50), old(50));
    vi.spyOn(Date, 'now').mockReturnValue(old(-20).getTime());
    expect([await numbers(), await numbers()]).toEqual([[4, 2], [4, 2]]); // prettier-ignore
  });
});

describe('the register as a command found it', () => {
  it('is compared with once, and kept no longer', async () => {
    const maker = await makerOf(await runOf(world));
    await maker.ask({ ask: 'hold' });
    expect((await maker.ask({ ask: 'changes' })).changes).toEqual({ cells: [], added: [], more: 0 });
    expect(await maker.ask({ ask: 'changes' })).toEqual({});
    await maker.close();
  });
});

describe('a question to the maker', () => {
  it('that fails says why, and one that comes when it has ended fails at once', async () => {
    const { port1, port2 } = new MessageChannel();
    const { ask, fail } = askThrough(port1);
    port2.on('message', ({ id }: { readonly id: number }) => {
      const failures = [{ message: 'Another register.', advice: 'Restart.' }, { message: 'planted' }];
      port2.postMessage({ id, body: undefined, failed: failures[id - 1] });
    });
    await expect(ask({ ask: 'hold' })).rejects.toThrow(new UserError('Another register.', 'Restart.'));
    await expect(ask({ ask: 'hold' })).rejects.not.toBeInstanceOf(UserError);
    const waits = ask({ ask: 'changes' });
    fail(new Error('ended'));
    await expect(waits).rejects.toThrow('ended');
    await expect(ask({ ask: 'hold' })).rejects.toThrow('ended');
    port1.close();
  });
});
