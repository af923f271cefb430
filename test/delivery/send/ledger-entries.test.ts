import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../src/delivery/journal/records.ts';
import type { LedgerEntry } from '../../../src/delivery/ledger.ts';
import { JournalState } from '../../../src/delivery/send/journal-state.ts';
import { LedgerState, RecipientStatuses } from '../../../src/delivery/send/recipient-status.ts';
import { entriesToRepair } from '../../../src/delivery/send/ledger-entries.ts';
import { keyOf, planOf } from './world.ts';

const { head, recipients } = planOf(5);
const records: readonly JournalRecord[] = [
  { is: 'open', planHash: 'abc', machine: 'm-1', session: 's' },
  { is: 'claiming', claims: recipients.map(({ key }) => [key, 1]) },
  { is: 'told', withClaims: true, events: 5 },
  { is: 'sent', key: keyOf(0), receipt: 'queued 0' },
  { is: 'refused', key: keyOf(1), reason: '550', reply: 550 },
  { is: 'released', key: keyOf(2) },
  { is: 'later', key: keyOf(3), reason: '451', reply: 451 },
];

const event = (index: number, what: string, owner = 'm-1.s'): LedgerEntry => ({
  mailing: head.mailing,
  recipientKey: keyOf(index),
  event: what,
  owner,
  attempt: 1,
});

function repaired(ledger: readonly LedgerEntry[], isWhole = true): readonly (readonly unknown[])[] {
  const statuses = new RecipientStatuses(new LedgerState(head.mailing, ledger), new JournalState(records));
  const by = { owner: 'm-1', timeUtc: '2026-11-23T11:00:00Z' };
  return entriesToRepair(head, recipients, statuses, by, isWhole).entries.map((entry) => [
    recipients.findIndex(({ key }) => key === entry.recipientKey),
    entry.event,
    entry.queueId ?? entry.error,
  ]);
}

describe('a ledger that has lost rows', () => {
  it('is told all that the journal knows', () => {
    expect(repaired([])).toEqual([
      [0, 'krevd', undefined],
      [0, 'sendt', 'queued 0'],
      [1, 'krevd', undefined],
      [1, 'feilet', 'avvist (550)'],
      [2, 'krevd', undefined],
      [2, 'uavklart', 'svaret kom aldri'],
      [3, 'krevd', undefined],
      [3, 'ikke sendt', 'ikke tatt imot ennå (451)'],
      [4, 'krevd', undefined],
      [4, 'ikke sendt', undefined],
    ]);
  });

  it('is told only what it lacks, and then has all', () => {
    const claims = [0, 1, 2, 3, 4].map((index) => event(index, 'krevd'));
    expect(repaired(claims)).toEqual([
      [0, 'sendt', 'queued 0'],
      [1, 'feilet', 'avvist (550)'],
      [2, 'uavklart', 'svaret kom aldri'],
    ]);
    const ends = [event(0, 'sendt'), event(1, 'feilet'), event(2, 'uavklart')];
    expect(repaired([...claims, ...ends])).toEqual([]);
  });

  it('keeps what another has claimed since, but is told what surely was sent', () => {
    const others = [0, 1, 2, 3, 4].map((index) => event(index, 'krevd', 'm-2.s'));
    expect(repaired(others)).toEqual([
      [0, 'krevd', undefined],
      [0, 'sendt', 'queued 0'],
    ]);
  });

  it('is told of nobody that it surely was not sent by a journal that is not whole', () => {
    const told = repaired([], false).filter(([, what]) => what !== 'krevd');
    expect(told.map(([index, what]) => [index, what])).toEqual([
      [0, 'sendt'],
      [1, 'feilet'],
      [2, 'uavklart'],
      [3, 'uavklart'],
      [4, 'uavklart'],
    ]);
  });
});
