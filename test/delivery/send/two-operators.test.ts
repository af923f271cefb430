import { describe, expect, it } from 'vitest';
import type { Outbox } from '../../../src/delivery/outbox.ts';
import { share } from '../../support/campaign.ts';
import { inAnyOrder, lots } from './schedules.ts';
import { Machine, planOf, send, World, type Step } from './world.ts';

/** Orders in which the steps of the two come. */
const RUNS = share(300, 100_000);
const COUNT = 6;
const plan = planOf(COUNT, { batch: 2 });
/** With several connections claims are made ahead, and outcomes share a line of the journal. */
const limitsOf = (seed: number): Outbox['limits'] => ({ connections: 1 + (seed % 3) });

/** Two operators send the same mailing at once; whoever stopped starts again, sooner or later or never. */
async function play(seed: number): Promise<World> {
  const [world, draw] = [new World(), lots(seed)];
  const limits = limitsOf(seed);
  const machines = [new Machine('a'), new Machine('b')];
  await inAnyOrder(draw, 0.02, (start) =>
    machines.map(async (machine) => {
      for (let run = 0; run < 3; run += 1) {
        const came = await start((step) => send(world, machine, { plan, step, limits }));
        if (came !== 'stopped' || draw() < 0.3) return;
        if (draw() < 0.3) machine.disk.powerCut(draw);
      }
    }),
  );
  return world;
}

/** What others do: look who has not got it, send, and write it down. */
async function naive(world: World, step: Step): Promise<void> {
  const ledger = world.ledger();
  const outbox = world.outbox(step);
  for (const recipient of plan.recipients) {
    await step('read');
    const told = await ledger.read();
    if (told.entries.some(({ recipientKey }) => recipientKey === recipient.key)) continue;
    await outbox.deliver(await plan.compose(recipient, '2026-11-23T11:00:00Z'), () => Promise.resolve());
    world.entries.push({ mailing: plan.head.mailing, recipientKey: recipient.key, event: 'sendt' });
  }
}

describe('two operators who send at once', () => {
  it('give nobody two messages, in whatever order and wherever they stop', async () => {
    let whole = 0;
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const world = await play(seed);
      if (world.mostReceived > 1) expect(seed, 'a seed that gives somebody two messages').toBe(0);
      if (world.received.size === COUNT) whole += 1;
    }
    // It is the common case that all get theirs all the same.
    expect(whole).toBeGreaterThan(RUNS / 2);
  });

  it('would give somebody two if they only looked before they sent', async () => {
    let doubled = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const world = new World();
      await inAnyOrder(lots(seed), 0, (start) => [1, 2].map(() => start((step) => naive(world, step))));
      if (world.mostReceived > 1) doubled += 1;
    }
    expect(doubled).toBeGreaterThan(50);
  });
});
