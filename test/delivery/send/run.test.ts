import { describe, expect, it } from 'vitest';
import type { LeftOutCause } from '../../../src/domain/audience.ts';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { LossyDisk } from '../../support/lossy-disk.ts';
import {
  addressOf,
  goOn,
  JOURNAL,
  keyOf,
  Machine,
  planOf,
  send,
  sleepersClock,
  sums,
  World,
  type Step,
} from './world.ts';

const none = { sent: 0, written: 0, failed: 0, notSent: 0, unclear: 0 };

describe('a send', () => {
  it('gives each recipient one message, and the ledger says so of each', async () => {
    const world = new World();
    const outcome = await send(world, new Machine('a'), { plan: planOf(10) });
    expect(sums(outcome)).toEqual({ ...none, sent: 10 });
    expect([...world.received.values()]).toEqual(Array(10).fill(1));
    expect(world.entries.filter(({ event }) => event === 'sendt')).toHaveLength(10);
    expect(world.entries[0]).toMatchObject({
      recipient: 'p***@kommune0.example',
      standard: 'bokmål',
      owner: 'a.1',
      attempt: 1,
    });
  });

  it('dates each message by the claim that it is sent under, however often it is tried', async () => {
    const dates: string[] = [];
    const plan = planOf(1);
    let hour = 8;
    const clock = {
      ...sleepersClock(),
      instant: () => `2026-11-23T${String((hour += 1)).padStart(2, '0')}:00:00Z`,
    };
    const world = new World();
    await send(world, new Machine('a'), {
      clock,
      answers: (_, time) => (time < 3 ? { is: 'notGiven', reason: 'the connection broke' } : undefined),
      plan: {
        ...plan,
        compose: (recipient, sentAt) => {
          dates.push(sentAt);
          return plan.compose(recipient, sentAt);
        },
      },
    });
    const claimed = world.entries.find(({ event }) => event === 'krevd');
    expect(dates).toEqual(Array(3).fill(claimed?.timeUtc));
  });

  it('writes to the ledger once for each claim, with the results of the one before, and once at the end', async () => {
    let writes = 0;
    const step: Step = (what) => {
      if (what === 'ledger append') writes += 1;
      return Promise.resolve();
    };
    await send(new World(), new Machine('a'), { plan: planOf(100, { batch: 25 }), step });
    expect(writes).toBe(5);
  });

  it('sends nothing again when it is run again', async () => {
    const [world, machine] = [new World(), new Machine('a')];
    await send(world, machine, { plan: planOf(5) });
    expect(sums(await send(world, machine, { plan: planOf(5) }))).toEqual({ ...none, sent: 5 });
    expect([...world.received.values()]).toEqual(Array(5).fill(1));
  });

  it('sends to as many as were asked for, and the rest the next time', async () => {
    const [world, machine] = [new World(), new Machine('a')];
    const first = await send(world, machine, { plan: planOf(9, { limit: 3 }) });
    expect(sums(first)).toEqual({ ...none, sent: 3, notSent: 6 });
    expect(sums(await send(world, machine, { plan: planOf(9) }))).toEqual({ ...none, sent: 9 });
  });

  it('goes as fast as the outbox lets, and no faster', async () => {
    const clock = sleepersClock();
    await send(new World(), new Machine('a'), {
      plan: planOf(7),
      limits: { connections: 1, perMinute: 60 },
      clock,
    });
    expect(clock.slept.reduce((sum, one) => sum + one, 0)).toBe(6000);
  });

  it('has as many on their way at once as the outbox lets, and no more', async () => {
    let [now, most] = [0, 0];
    const step: Step = async (what) => {
      if (what === 'before the release') most = Math.max(most, (now += 1));
      if (what === 'before the answer') now -= 1;
      await new Promise(setImmediate);
    };
    await send(new World(), new Machine('a'), {
      plan: planOf(30, { batch: 12 }),
      step,
      limits: { connections: 5 },
    });
    expect(most).toBe(5);
  });

  it('leaves out who is not to get it any more, also in the middle of it', async () => {
    const [world, out] = [new World(), new Map<string, LeftOutCause>()];
    const step: Step = (what) => {
      // Somebody else writes into the ledger, so it is read again; by then one more has asked to be left out.
      if (what === 'before the release' && world.received.size === 2) {
        world.entries.push({ mailing: 'another', recipientKey: keyOf(99), event: 'krevd' });
        out.set(keyOf(7), { code: 'unsubscribed' });
      }
      return Promise.resolve();
    };
    const outcome = await send(world, new Machine('a'), { plan: planOf(8), step, findLeftOut: () => out });
    expect(sums(outcome)).toEqual({ ...none, sent: 7, notSent: 1 });
    expect(outcome.leftOut).toEqual(out);
    expect(world.received.has(addressOf(7))).toBe(false);
  });

  it('ends where the register says something else by now, after telling what was sent', async () => {
    const world = new World();
    let readings = 0;
    const findLeftOut = (): ReadonlyMap<string, LeftOutCause> => {
      readings += 1;
      if (readings === 2) throw new UserError('The register has changed.', 'Make it again.');
      return new Map();
    };
    const step: Step = (what) => {
      if (what === 'after the release' && world.received.size === 1)
        world.entries.push({ mailing: 'another', recipientKey: keyOf(99), event: 'krevd' });
      return Promise.resolve();
    };
    const outcome = await send(world, new Machine('a'), { plan: planOf(12), step, findLeftOut });
    expect(outcome.fault).toBeInstanceOf(UserError);
    expect(sums(outcome)).toEqual({ ...none, sent: 4, notSent: 8 });
    expect(outcome.unreported).toEqual([]);
  });

  it('that somebody ends finishes what is on its way, and gives back the rest', async () => {
    const [world, stopping] = [new World(), new AbortController()];
    const step: Step = (what) => {
      if (what === 'after the release' && world.received.size === 5) stopping.abort();
      return Promise.resolve();
    };
    const outcome = await send(world, new Machine('a'), {
      plan: planOf(20),
      step,
      stopping: stopping.signal,
    });
    expect(outcome.stopped).toBe('somebody ended the run');
    expect(sums(outcome)).toEqual({ ...none, sent: 6, notSent: 14 });
    expect(world.entries.filter(({ event }) => event === 'krevd')).toHaveLength(8);
    expect(world.entries.filter(({ event }) => event === 'ikke sendt')).toHaveLength(2);
  });
});

describe('what an outbox answers', () => {
  const answers: readonly (readonly [Delivery, object, number])[] = [
    [{ is: 'refused', reason: '550' }, { sent: 3, failed: 1 }, 3],
    [{ is: 'unclear', reason: 'the connection broke' }, { sent: 3, unclear: 1 }, 3],
    [{ is: 'later', reason: '451' }, { sent: 3, notSent: 1 }, 4],
    [{ is: 'notGiven', reason: 'the connection broke' }, { sent: 3, notSent: 1 }, 4],
    [{ is: 'closed', reason: '535', advice: 'Look at the password.' }, { sent: 1, notSent: 3 }, 4],
  ];
  it.each(answers)('is told: %j', async (answer, expected, afterwards) => {
    const [world, machine] = [new World(), new Machine('a')];
    const first = await send(world, machine, { answers: (to) => (to === addressOf(1) ? answer : undefined) });
    expect(sums(first)).toEqual({ ...none, ...expected });
    // A second run sends what surely was not sent, and nothing else.
    expect(sums(await send(world, machine)).sent).toBe(afterwards);
    expect(world.mostReceived).toBe(1);
  });

  it('that puts a stranger off is waited for, and the message sent by then', async () => {
    const [world, clock] = [new World(), sleepersClock()];
    const greylisted = (to: string, time: number): Delivery | undefined =>
      to === addressOf(2) && time === 1 ? { is: 'later', reason: '451', reply: 451 } : undefined;
    const outcome = await send(world, new Machine('a'), { answers: greylisted, clock });
    expect(sums(outcome)).toEqual({ ...none, sent: 4 });
    expect(clock.slept).toEqual([5 * 60_000]);
    // While it waits it holds nothing that another could send.
    expect(world.entries.map(({ event }) => event).filter((event) => event === 'ikke sendt')).toHaveLength(1);
  });

  it('that says how long all must wait is obeyed', async () => {
    const clock = sleepersClock();
    const full = (to: string, time: number): Delivery | undefined =>
      to === addressOf(0) && time === 1 ? { is: 'later', reason: '429', waitSeconds: 90 } : undefined;
    const outcome = await send(new World(), new Machine('a'), { answers: full, clock });
    expect(sums(outcome)).toEqual({ ...none, sent: 4 });
    expect(Math.max(...clock.slept)).toBe(90_000);
  });

  it('ends the run where too many of the first are refused', async () => {
    const outcome = await send(new World(), new Machine('a'), {
      plan: planOf(30),
      answers: () => ({ is: 'refused', reason: '550' }),
    });
    expect(outcome.stopped).toMatch(/^5 were refused one after the other/u);
    expect(sums(outcome)).toEqual({ ...none, failed: 5, notSent: 25 });
  });

  it('goes on to the end of a mailing of four with two dead addresses, and not of one where all are refused', async () => {
    const refuse =
      (...dead: readonly number[]) =>
      (address: string): Delivery | undefined =>
        dead.some((index) => addressOf(index) === address) ? { is: 'refused', reason: '550' } : undefined;
    const two = await send(new World(), new Machine('a'), { answers: refuse(0, 1) });
    expect([two.stopped, sums(two)]).toEqual([undefined, { ...none, sent: 2, failed: 2 }]);
    const all = await send(new World(), new Machine('a'), { answers: refuse(0, 1, 2, 3) });
    expect(all.stopped).toMatch(/^the first 3 were all refused/u);
    expect(sums(all)).toEqual({ ...none, failed: 3, notSent: 1 });
  });

  it('ends the run where no connection holds', async () => {
    const outcome = await send(new World(), new Machine('a'), {
      plan: planOf(30),
      answers: () => ({ is: 'notGiven', reason: 'no connection' }),
    });
    expect(outcome.stopped).toBe(
      'no connection, 4 times in a row; try again later, and ask those who run the mail server if it goes on',
    );
    expect(sums(outcome)).toEqual({ ...none, notSent: 30 });
  });
});

describe('a ledger and a journal that do not agree', () => {
  it('stop the send where the ledger has lost what the journal knows', async () => {
    const [world, machine] = [new World(), new Machine('a')];
    await send(world, machine, { plan: planOf(5) });
    world.entries.splice(2);
    const again = await send(world, machine, { plan: planOf(5) });
    expect(again.lost?.events).toBeGreaterThan(0);
    expect([...world.received.values()]).toEqual(Array(5).fill(1));
  });

  it('leave alone what another machine has claimed and not told of', async () => {
    const world = new World();
    const step: Step = (what) =>
      what === 'before the release' || (what.startsWith('ledger append') && world.entries.length > 0)
        ? Promise.reject(new Error('gone'))
        : Promise.resolve();
    await send(world, new Machine('b'), { plan: planOf(8), step });
    const outcome = await send(world, new Machine('a'), { plan: planOf(8) });
    expect(sums(outcome)).toEqual({ ...none, sent: 4, unclear: 4 });
    expect([...outcome.statuses.values()].filter(({ is }) => is === 'elsewhere')).toHaveLength(4);
  });

  it('make unclear what this machine claimed in a journal that is gone', async () => {
    const world = new World();
    const step: Step = (what) =>
      what === 'before the answer' || (what === 'ledger append' && world.entries.length > 0)
        ? Promise.reject(new Error('gone'))
        : Promise.resolve();
    await send(world, new Machine('a'), { plan: planOf(8), step });
    const outcome = await send(world, new Machine('a', new LossyDisk()), { plan: planOf(8) });
    expect(sums(outcome)).toEqual({ ...none, sent: 4, unclear: 4 });
    expect(world.mostReceived).toBe(1);
  });

  it('go on after a ledger that broke: what it lacks is told by the next run', async () => {
    const [world, machine] = [new World(), new Machine('a')];
    let appends = 0;
    const step: Step = (what) => {
      if (what === 'ledger append') appends += 1;
      return what === 'ledger append' && appends > 2 ? Promise.reject(new Error('503')) : Promise.resolve();
    };
    const first = await send(world, machine, { plan: planOf(12), step });
    expect([first.isLedgerBroken, first.unreported.length]).toEqual([true, 4]);
    expect(sums(first)).toEqual({ ...none, sent: 8, notSent: 4 });
    expect(sums(await send(world, machine, { plan: planOf(12), step: goOn }))).toEqual({ ...none, sent: 12 });
    expect(world.entries.filter(({ event }) => event === 'sendt')).toHaveLength(12);
    expect(world.mostReceived).toBe(1);
  });

  it('send nothing where the journal cannot be written', async () => {
    const world = new World();
    const disk = new LossyDisk();
    const outcome = await send(world, new Machine('a', disk), {
      step: (what) =>
        what === 'journal append' && world.entries.length > 0
          ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
          : Promise.resolve(),
    });
    expect(outcome.fault).toBeInstanceOf(UserError);
    expect(world.received.size).toBe(0);
    expect(disk.paths()).toEqual([JOURNAL]);
  });
});
