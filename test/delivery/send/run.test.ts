import { describe, expect, it } from 'vitest';
import { countFates, type SendOutcome } from '../../../src/delivery/send/run.ts';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { Crash, keyOf, machineOf, planOf, send, World, type Step } from './world.ts';

const sums = ({ fates }: SendOutcome): object => countFates(fates.values());
const none = { free: 0, mine: 0, sent: 0, failed: 0, unclear: 0, elsewhere: 0 };

describe('a send', () => {
  it('gives each recipient one message, and the ledger says so of each', async () => {
    const world = new World();
    const outcome = await send(world, machineOf('a'), planOf(10));
    expect(sums(outcome)).toEqual({ ...none, sent: 10 });
    expect([...world.received.values()]).toEqual(Array(10).fill(1));
    expect(world.entries.filter(({ event }) => event === 'sendt')).toHaveLength(10);
    expect(world.entries[0]).toMatchObject({
      recipient: 'p***@kommune0.example',
      standard: 'bokmål',
      owner: 'a',
    });
  });

  it('writes to the ledger once for each claim, with the results of the one before, and once at the end', async () => {
    let writes = 0;
    const step: Step = (what) => {
      if (what === 'ledger append') writes += 1;
      return Promise.resolve();
    };
    await send(new World(), machineOf('a'), planOf(100, { batch: 25 }), step);
    expect(writes).toBe(5);
  });

  it('sends nothing again when it is run again', async () => {
    const [world, machine] = [new World(), machineOf('a')];
    await send(world, machine, planOf(5));
    expect(sums(await send(world, machine, planOf(5)))).toEqual({ ...none, sent: 5 });
    expect([...world.received.values()]).toEqual(Array(5).fill(1));
  });

  it('sends to as many as were asked for, and the rest the next time', async () => {
    const [world, machine] = [new World(), machineOf('a')];
    expect(sums(await send(world, machine, planOf(9, { limit: 3 })))).toEqual({ ...none, sent: 3, free: 6 });
    expect(sums(await send(world, machine, planOf(9)))).toEqual({ ...none, sent: 9 });
  });

  const answers: readonly (readonly [Delivery, object])[] = [
    [
      { is: 'refused', reason: '550' },
      { sent: 3, failed: 1 },
    ],
    [
      { is: 'unclear', reason: 'the connection broke' },
      { sent: 3, unclear: 1 },
    ],
    [
      { is: 'later', reason: '451' },
      { sent: 3, free: 1 },
    ],
    [
      { is: 'notGiven', reason: 'the connection broke' },
      { sent: 3, free: 1 },
    ],
    [
      { is: 'closed', reason: '535', advice: 'Look at the password.' },
      { sent: 1, free: 3 },
    ],
  ];
  it.each(answers)('tells what came of one that ended so: %j', async (answer, expected) => {
    const [world, machine] = [new World(), machineOf('a')];
    const bad = (to: string): Delivery | undefined => (to.startsWith('post@kommune1.') ? answer : undefined);
    const first = await send(world, machine, planOf(4), undefined, bad);
    expect(sums(first)).toEqual({ ...none, ...expected });
    // A second run sends what surely was not sent, and nothing else.
    const second = await send(world, machine, planOf(4));
    const { free = 0, ...rest } = expected as { free?: number; sent: number };
    expect(sums(second)).toEqual({ ...none, ...rest, sent: rest.sent + free });
    expect(Math.max(...world.received.values())).toBe(1);
  });

  it('stops where the first answers are refusals', async () => {
    const outcome = await send(new World(), machineOf('a'), planOf(30), undefined, () => ({
      is: 'refused',
      reason: '550',
    }));
    expect(outcome.stopped).toBe('3 of the first 3 were refused');
    expect(sums(outcome)).toEqual({ ...none, failed: 3, free: 27 });
  });

  it('refuses to go on where the ledger has lost what the journal knows', async () => {
    const [world, machine] = [new World(), machineOf('a')];
    await send(world, machine, planOf(5));
    world.entries.splice(2);
    const again = await send(world, machine, planOf(5));
    expect(again.rolledBack.length).toBeGreaterThan(0);
    expect([...world.received.values()]).toEqual(Array(5).fill(1));
  });

  it('leaves alone what another machine has claimed and not told of', async () => {
    const world = new World();
    const other = send(world, machineOf('b'), planOf(8), (what) =>
      what === 'before the release' ? Promise.reject(new Crash()) : Promise.resolve(),
    );
    await expect(other).rejects.toThrow(Crash);
    expect(sums(await send(world, machineOf('a'), planOf(8)))).toEqual({ ...none, sent: 4, elsewhere: 4 });
  });
});

describe('a machine that stops at any step', () => {
  const count = 20;
  /** Stops at the n-th step of all; answers whether it came so far. */
  const stopAt = (n: number): Step => {
    let steps = 0;
    return () => {
      steps += 1;
      return steps === n ? Promise.reject(new Crash()) : Promise.resolve();
    };
  };

  it('and starts again: nobody gets two, nobody is lost in silence, at most one is unclear', async () => {
    let crashes = 0;
    for (let n = 1; ; n += 1) {
      const [world, machine] = [new World(), machineOf('a')];
      const crashed = await send(world, machine, planOf(count), stopAt(n)).then(
        () => false,
        (error: unknown) => error instanceof Crash || Promise.reject(error as Error),
      );
      if (!crashed) break;
      crashes += 1;
      const { fates } = await send(world, machine, planOf(count));
      const { sent, unclear } = countFates(fates.values());
      expect(sent + unclear, `step ${String(n)}`).toBe(count);
      expect(unclear).toBeLessThanOrEqual(1);
      expect(Math.max(...world.received.values())).toBe(1);
      for (let index = 0; index < count; index += 1) {
        const got = world.received.get(`post@kommune${String(index)}.example`) ?? 0;
        if (fates.get(keyOf(index))?.is === 'sent') expect(got).toBe(1);
      }
    }
    expect(crashes).toBeGreaterThan(count * 6);
  });

  it('twice: also in the run that takes up the first', async () => {
    for (let n = 1; n < 200; n += 7) {
      for (let m = 1; m < 60; m += 5) {
        const [world, machine] = [new World(), machineOf('a')];
        for (const at of [n, m]) await send(world, machine, planOf(8), stopAt(at)).catch(() => undefined);
        const { fates } = await send(world, machine, planOf(8));
        const { sent, unclear } = countFates(fates.values());
        expect([sent + unclear, Math.max(...world.received.values())]).toEqual([8, 1]);
        expect(unclear).toBeLessThanOrEqual(2);
      }
    }
  });
});
