import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readJournal } from '../../../src/delivery/journal/records.ts';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { ledgerEvents } from '../../../src/domain/ledger-event.ts';
import { share } from '../../support/campaign.ts';
import { lots } from './schedules.ts';
import {
  addressOf,
  JOURNAL,
  keyOf,
  Machine,
  planOf,
  send,
  World,
  type Answers,
  type RunOf,
  type Step,
} from './world.ts';

const RUNS = share(50, 10_000);
const COUNT = 24;
const BATCH = 6;

const faults: readonly Delivery[] = [
  { is: 'refused', reason: 'no such mailbox', reply: 550 },
  { is: 'later', reason: 'greylisted', reply: 451 },
  { is: 'later', reason: 'greylisted', reply: 451, waitSeconds: 30 },
  { is: 'notGiven', reason: 'the connection broke' },
  { is: 'unclear', reason: 'no answer' },
];

/** What an outbox says, drawn by lot: mostly nothing, and then the message is taken. */
const answersOf =
  (draw: () => number): Answers =>
  () =>
    draw() < 0.15 ? faults[Math.floor(draw() * faults.length)] : undefined;

/** The journal of each machine as it was read last: it is asked at every step, and has seldom grown. */
const journals = new WeakMap<Machine, { readonly bytes: Buffer; readonly released: ReadonlySet<string> }>();

function releasedIn(machine: Machine): ReadonlySet<string> {
  const bytes = Buffer.from(machine.disk.kept(JOURNAL));
  const before = journals.get(machine);
  if (before?.bytes.equals(bytes) === true) return before.released;
  const { records } = readJournal(bytes);
  const released = new Set(records.flatMap((one) => (one.is === 'released' ? [one.key] : [])));
  journals.set(machine, { bytes, released });
  return released;
}

/** What is against the rules as things stand. */
function wrongIn(world: World, machine: Machine): readonly string[] {
  const last = new Map(world.entries.map(({ recipientKey, event }) => [recipientKey, event]));
  const open = [...last.values()].filter((event) => event === ledgerEvents.claimed).length;
  const released = releasedIn(machine);
  const early = planOf(COUNT).recipients.filter(
    ({ key, address }) => world.received.has(address) && !(released.has(key) && last.has(key)),
  );
  return [
    ...(open > BATCH ? [`${String(open)} claims are open`] : []),
    ...early.map(({ address }) => `${address} got it before claim and release were on the disk`),
  ];
}

/** A run in which something may break at each step, and answers come in any order. */
async function run(seed: number, world: World, machine: Machine, draw: () => number): Promise<void> {
  const breaks = draw() < 0.5 ? 0 : 0.01;
  const stopping = new AbortController();
  const wrong: string[] = [];
  let isLedgerBroken = false;
  const step: Step = async (what) => {
    if (draw() < 0.5) await turn();
    for (let ticks = Math.floor(draw() * 12); ticks > 0; ticks -= 1) await Promise.resolve();
    // Where a claim or a message has just come. What is thrown here is a fault of the run: no place to expect something.
    if (what === 'ledger answer' || what === 'before the answer')
      wrong.push(...wrongIn(world, machine).map((text) => `seed ${String(seed)}: ${text}`));
    if (draw() < 0.002) stopping.abort();
    // What an outbox does is answered, never thrown.
    if (isLedgerBroken && what === 'ledger append')
      wrong.push(`seed ${String(seed)}: a ledger that broke is asked again`);
    if (/^(?:journal|ledger) /u.test(what) && draw() < breaks) {
      isLedgerBroken ||= what.startsWith('ledger');
      throw new Error(`${what} broke`);
    }
    // Another operator, with another mailing.
    if (what === 'ledger append' && draw() < 0.1)
      world.entries.push({ mailing: 'B', recipientKey: 'b', event: ledgerEvents.sent });
  };
  const of: RunOf = { step, answers: answersOf(draw), stopping: stopping.signal };
  const outcome = send(world, machine, {
    ...of,
    plan: planOf(COUNT, { batch: BATCH }),
    limits: limitsOf(seed),
  });
  // A ledger or a journal that cannot be opened.
  await outcome.catch(() => undefined);
  expect(wrong).toEqual([]);
}

const limitsOf = (seed: number): { readonly connections: number } => ({ connections: 1 + (seed % 5) });

it('whatever breaks and whatever the answers, nobody gets two or is lost, and a batch is open at most', async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const [world, machine, draw] = [new World(), new Machine('a'), lots(seed)];
    await run(seed, world, machine, draw);
    if (draw() < 0.5) machine.disk.powerCut(draw);
    const plan = planOf(COUNT, { batch: BATCH });
    const { statuses, unreported } = await send(world, machine, { plan, limits: limitsOf(seed) });
    expect([seed, world.mostReceived <= 1, unreported]).toEqual([seed, true, []]);
    for (let index = 0; index < COUNT; index += 1) {
      const is = statuses.get(keyOf(index))?.is;
      const has = world.received.has(addressOf(index));
      expect([seed, index, is]).toEqual([
        seed,
        index,
        has ? expect.stringMatching(/^(?:sent|unclear)$/u) : expect.stringMatching(/^(?:failed|unclear)$/u),
      ]);
    }
  }
});

it('nobody is claimed once the ledger has broken, also where an answer comes at that very moment', async () => {
  const ticks = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 1) await Promise.resolve();
  };
  for (let late = 0; late < 30; late += 1) {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const counts = { appends: 0, answers: 0 };
    const step: Step = async (what) => {
      if (what === 'ledger append' && (counts.appends += 1) === 2) {
        await gate;
        await ticks(15);
        throw new Error('the ledger broke');
      }
      if (what === 'before the answer' && (counts.answers += 1) > 2) {
        await gate;
        await ticks(late);
      }
    };
    const sending = send(new World(), new Machine('a'), {
      plan: planOf(12),
      limits: { connections: 3 },
      step,
    });
    // Until the second claim and all that was claimed before wait at the gate.
    for (let turns = 0; turns < 40; turns += 1) await turn();
    open();
    await sending;
    expect([late, counts.appends]).toEqual([late, 2]);
  }
});
