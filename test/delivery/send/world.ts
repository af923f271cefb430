/** A world to send in: a ledger, journals and an outbox in memory, which may break at any step. */
import type { ComposedMessage } from '../../../src/delivery/compose.ts';
import type { Ledger, LedgerEntry } from '../../../src/delivery/ledger.ts';
import type { Delivery, Outbox } from '../../../src/delivery/outbox.ts';
import type { Journal, JournalRecord } from '../../../src/delivery/send/journal.ts';
import { runSend, type SendOutcome, type SendPlan } from '../../../src/delivery/send/run.ts';

/** The machine stops here. */
export class Crash extends Error {}

/** Called before each step that can be seen from outside; it may wait, or throw `Crash`. */
export type Step = (what: string) => Promise<void>;

const free: Step = () => Promise.resolve();

export const keyOf = (index: number): string => index.toString(16).padStart(32, '0');

export const planOf = (count: number, more: Partial<SendPlan> = {}): SendPlan => ({
  head: { mailing: 'A-2026-001.announcement.r1', planHash: 'abc' },
  recipients: Array.from({ length: count }, (_, index) => ({
    key: keyOf(index),
    address: `post@kommune${String(index)}.example`,
    standard: 'nb',
  })),
  compose: ({ key, address }): Promise<ComposedMessage> =>
    Promise.resolve({
      messageId: `<${key}@felles.example>`,
      envelope: { from: 'post@felles.example', to: address },
      bytes: new Uint8Array(),
    }),
  limit: count,
  batch: 4,
  ...more,
});

/** What all share. */
export class World {
  readonly entries: LedgerEntry[] = [];
  /** The independent record: how often each address has really got the message. */
  readonly received = new Map<string, number>();

  /** A ledger as one operator sees it. */
  ledger(step: Step = free): Ledger {
    let seen = -1;
    return {
      read: async (mailing) => {
        await step('ledger read');
        seen = this.entries.length;
        return this.entries.filter((entry) => entry.mailing === mailing);
      },
      append: async (entries) => {
        await step('ledger append');
        if (seen !== this.entries.length) return 'overtaken';
        this.entries.push(...entries);
        seen = this.entries.length;
        await step('ledger answer');
        return 'appended';
      },
    };
  }

  /** Where `answers` has nothing for a message, it is taken. */
  outbox(step: Step = free, answer: (address: string) => Delivery | undefined = () => undefined): Outbox {
    return {
      name: 'files',
      limits: { connections: 1 },
      deliver: async ({ envelope: { to } }, release) => {
        await step('before the release');
        const said = answer(to);
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

/** A journal whose records outlive the machine's stop: those whose writing was finished. */
function journalOf(records: JournalRecord[], step: Step = free): Journal {
  return {
    records,
    add: async (one) => {
      await step('journal write');
      records.push(one);
      await step('journal written');
    },
  };
}

export interface Machine {
  readonly name: string;
  readonly records: JournalRecord[];
}

export const machineOf = (name: string): Machine => ({ name, records: [] });

/** One run of a send on a machine. */
export function send(
  world: World,
  machine: Machine,
  plan: SendPlan,
  step: Step = free,
  answer?: (address: string) => Delivery | undefined,
): Promise<SendOutcome> {
  return runSend(plan, {
    ledger: world.ledger(step),
    journal: journalOf(machine.records, step),
    outbox: world.outbox(step, answer),
    machine: machine.name,
    now: () => '2026-11-23T11:00:00Z',
    sleep: () => Promise.resolve(),
    isStopping: () => false,
    tell: () => undefined,
  });
}
