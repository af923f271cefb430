/** A world to send in: a ledger, disks and an outbox in memory, which may break at any step. */
import type { ComposedMessage } from '../../../src/delivery/compose.ts';
import { openJournal } from '../../../src/delivery/journal/journal.ts';
import type { Ledger, LedgerEntry } from '../../../src/delivery/ledger.ts';
import type { Delivery, Outbox } from '../../../src/delivery/outbox.ts';
import {
  runSend,
  type SendClock,
  type SendOutcome,
  type SendPlan,
  type SendEnvironment,
} from '../../../src/delivery/send/run.ts';
import { sumsOf, type Sums } from '../../../src/delivery/send/recipient-status.ts';
import { LossyDisk } from '../../support/lossy-disk.ts';

/** Called before each step that can be seen from outside; it may wait, or throw. */
export type Step = (what: string) => Promise<void>;

export const goOn: Step = () => Promise.resolve();

export const keyOf = (index: number): string => index.toString(16).padStart(32, '0');
export const addressOf = (index: number): string => `post@kommune${String(index)}.example`;

export const planOf = (count: number, more: Partial<SendPlan> = {}): SendPlan => ({
  head: { mailing: 'A-2026-001.announcement.r1', planHash: 'abc' },
  recipients: Array.from({ length: count }, (_, index) => ({
    key: keyOf(index),
    address: addressOf(index),
    standard: 'nb',
  })),
  compose: ({ key, address }): Promise<ComposedMessage> =>
    Promise.resolve({
      messageId: `<${key}@felles.example>`,
      envelope: { from: 'post@felles.example', to: address },
      bytes: new Uint8Array(),
    }),
  limit: Number.POSITIVE_INFINITY,
  batch: 4,
  ...more,
});

/** What an outbox answers instead of taking a message: by its address, and how often it was asked for that. */
export type Answers = (address: string, time: number) => Delivery | undefined;

/** What all share. */
export class World {
  readonly entries: LedgerEntry[] = [];
  /** The independent record: how often each address has really got the message. */
  readonly received = new Map<string, number>();
  readonly #asked = new Map<string, number>();

  /** How often somebody has got the message, at most. */
  get mostReceived(): number {
    return Math.max(0, ...this.received.values());
  }

  ledger(step: Step = goOn): Ledger {
    const places = new WeakMap<object, number>();
    const cursor = (): object => {
      const made = {};
      places.set(made, this.entries.length);
      return made;
    };
    return {
      read: async () => {
        await step('ledger read');
        return {
          workbook: { name: 'register', revision: '1', sheets: [] },
          entries: [...this.entries],
          cursor: cursor(),
        };
      },
      append: async (entries, from) => {
        await step('ledger append');
        if (places.get(from) !== this.entries.length) return 'overtaken';
        this.entries.push(...entries);
        const next = cursor();
        await step('ledger answer');
        return next;
      },
    };
  }

  /** Where `answers` has nothing for a message, it is taken. */
  outbox(
    step: Step = goOn,
    answers: Answers = () => undefined,
    limits: Outbox['limits'] = { connections: 1 },
  ): Outbox {
    return {
      name: 'files',
      limits,
      deliver: async ({ envelope: { to } }, release) => {
        await step('before the release');
        const time = (this.#asked.get(to) ?? 0) + 1;
        this.#asked.set(to, time);
        const said = answers(to, time);
        if (said?.is === 'notGiven' || said?.is === 'closed') return said;
        await release();
        await step('after the release');
        if (said === undefined || said.is === 'unclear')
          this.received.set(to, (this.received.get(to) ?? 0) + 1);
        await step('before the answer');
        return said ?? { is: 'sent', receipt: `queued ${to}` };
      },
      close: () => Promise.resolve(),
    };
  }
}

/** A machine: its name, its disk, and how many runs it has begun. */
export class Machine {
  readonly name: string;
  readonly disk: LossyDisk;
  #runs = 0;

  constructor(name: string, disk = new LossyDisk()) {
    this.name = name;
    this.disk = disk;
  }

  nextSession(): string {
    this.#runs += 1;
    return String(this.#runs);
  }
}

export const JOURNAL = '/state/journal/file/a.ndjson';

/** A clock that only sleeping moves. */
export function sleepersClock(): SendClock & { readonly slept: number[] } {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: (milliseconds, until) => {
      if (until.aborted) return Promise.resolve();
      time += milliseconds;
      slept.push(milliseconds);
      return Promise.resolve();
    },
    instant: () => '2026-11-23T11:00:00Z',
  };
}

export interface RunOf {
  readonly plan?: SendPlan;
  readonly step?: Step;
  readonly answers?: Answers;
  readonly limits?: Outbox['limits'];
  readonly clock?: SendClock;
  readonly stopping?: AbortSignal;
  readonly findLeftOut?: SendEnvironment['findLeftOut'];
}

/** One run of a send on a machine. */
export async function send(world: World, machine: Machine, of: RunOf = {}): Promise<SendOutcome> {
  const { step = goOn, plan = planOf(4) } = of;
  machine.disk.watch((what) => step(`journal ${what}`));
  const journal = await openJournal(JOURNAL, machine.disk);
  return runSend(plan, {
    ledger: world.ledger(step),
    journal,
    outbox: world.outbox(step, of.answers, of.limits),
    machine: machine.name,
    session: machine.nextSession(),
    clock: of.clock ?? sleepersClock(),
    stopping: of.stopping ?? new AbortController().signal,
    findLeftOut: of.findLeftOut ?? (() => new Map()),
    report: () => undefined,
  });
}

export const sums = ({ statuses }: SendOutcome): Sums => sumsOf(statuses.values());
