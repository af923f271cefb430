import { describe, expect, it } from 'vitest';
import { LossyDisk } from '../../support/lossy-disk.ts';
import { share } from '../../support/campaign.ts';
import { lots } from './schedules.ts';
import { addressOf, goOn, keyOf, Machine, planOf, send, sums, World, type Step } from './world.ts';

const COUNT = 20;
const CONNECTIONS = 3;
/** The steps between two places where a machine stops. */
const STRIDE = share(7, 1);

/** Nothing that waits for it goes on. */
const never: Promise<void> = Promise.race([]);

/** The machine stops at the n-th step of all, and nothing that it had still to do is done. */
class Stop {
  isStopped = false;
  #steps = 0;
  readonly #at: number;
  /** Resolves when the machine has stopped. */
  readonly stopped: Promise<void>;
  #tell: () => void = () => undefined;

  constructor(at: number) {
    this.#at = at;
    this.stopped = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  step: Step = () => {
    this.#steps += 1;
    if (this.#steps >= this.#at) {
      this.isStopped = true;
      this.#tell();
      return never;
    }
    return Promise.resolve();
  };
}

interface Crashed {
  readonly world: World;
  readonly machine: Machine;
  /** False where the run was over before it came so far. */
  readonly isStopped: boolean;
}

/** Runs until the machine stops. */
async function crashAt(n: number, world: World, machine: Machine, connections: number): Promise<Crashed> {
  const stop = new Stop(n);
  const run = send(world, machine, {
    plan: planOf(COUNT),
    step: stop.step,
    limits: { connections },
  });
  await Promise.race([run, stop.stopped]);
  return { world, machine, isStopped: stop.isStopped };
}

/** What must hold after a crash and a run that goes on from it. */
async function expectWhole({ world, machine }: Crashed, mostUnclear: number, what: string): Promise<void> {
  const outcome = await send(world, machine, { plan: planOf(COUNT), step: goOn });
  const { sent, unclear, failed, notSent } = sums(outcome);
  expect([sent + unclear, failed, notSent, world.mostReceived], what).toEqual([COUNT, 0, 0, 1]);
  expect(unclear, what).toBeLessThanOrEqual(mostUnclear);
  for (let index = 0; index < COUNT; index += 1) {
    if (outcome.statuses.get(keyOf(index))?.is === 'sent')
      expect(world.received.get(addressOf(index))).toBe(1);
  }
  expect(outcome.unreported).toEqual([]);
}

describe('a machine that stops', () => {
  it.each([1, CONNECTIONS])(
    'at any step, with %i connections: nobody gets two, nobody is lost, and no more are unclear than were on their way',
    async (connections) => {
      let n = 1;
      for (; ; n += STRIDE) {
        const crashed = await crashAt(n, new World(), new Machine('a'), connections);
        if (!crashed.isStopped) break;
        await expectWhole(crashed, connections, `step ${String(n)}`);
      }
      expect(n).toBeGreaterThan(COUNT * 6);
    },
  );

  it('at any step, and loses with its power what was not yet made to last', async () => {
    for (let n = 1; ; n += STRIDE) {
      let isStopped = false;
      for (let seed = 1; seed <= 6; seed += 1) {
        const crashed = await crashAt(n, new World(), new Machine('a'), CONNECTIONS);
        ({ isStopped } = crashed);
        if (!isStopped) break;
        crashed.machine.disk.powerCut(lots(n * 100 + seed));
        await expectWhole(crashed, CONNECTIONS, `step ${String(n)}, seed ${String(seed)}`);
      }
      if (!isStopped) return;
    }
  });

  it('twice, also in the run that takes up the first', async () => {
    for (let n = 1; n < 200; n += share(40, 7)) {
      for (let m = 1; m < 60; m += 5) {
        const first = await crashAt(n, new World(), new Machine('a'), 1);
        const second = await crashAt(m, first.world, first.machine, 1);
        second.machine.disk.powerCut(lots(n * 100 + m));
        await expectWhole(second, 2, `steps ${String(n)} and ${String(m)}`);
      }
    }
  });

  it('would give somebody two if its disk only said that it has what was written', async () => {
    let doubled = 0;
    for (let n = 1; n <= 150; n += 1) {
      const machine = new Machine('a', new LossyDisk({ isLying: true }));
      const { world, isStopped } = await crashAt(n, new World(), machine, 1);
      if (!isStopped) break;
      machine.disk.powerCut(lots(n));
      await send(world, machine, { plan: planOf(COUNT) }).catch(() => undefined);
      if (world.mostReceived > 1) doubled += 1;
    }
    expect(doubled).toBeGreaterThan(0);
  });
});
