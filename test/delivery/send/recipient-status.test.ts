import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../src/delivery/journal/records.ts';
import type { LedgerEntry } from '../../../src/delivery/ledger.ts';
import { JournalState } from '../../../src/delivery/send/journal-state.ts';
import { LedgerState, RecipientStatuses, sumsOf } from '../../../src/delivery/send/recipient-status.ts';

const key = 'a'.repeat(32);
const mailing = 'A-2026-001.announcement.r1';

const row = (event: string, attempt = 1, owner = 'm.1', more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ recipientKey: key, mailing, event, attempt, owner },
  ...more,
});

const open: JournalRecord = { is: 'open', planHash: '', machine: 'm', session: '1' };
const claiming = (attempt = 1): JournalRecord => ({ is: 'claiming', claims: [[key, attempt]] });
const told = (events: number, withClaims = true): JournalRecord => ({ is: 'told', withClaims, events });
const sent: JournalRecord = { is: 'sent', key, receipt: 'queued' };
const released: JournalRecord = { is: 'released', key };

const statuses = (entries: readonly LedgerEntry[], records: readonly JournalRecord[]): RecipientStatuses =>
  new RecipientStatuses(new LedgerState(mailing, entries), new JournalState(records));

const status = (entries: readonly LedgerEntry[], ...records: readonly JournalRecord[]): string =>
  statuses(entries, records).of(key).is;

describe('a journal that is older than the ledger', () => {
  it('tells nothing of a later claim: what became of that nobody here knows', () => {
    const earlier = [open, claiming(1), told(1)];
    expect(status([row('krevd', 1)], ...earlier)).toBe('mine');
    expect(status([row('krevd', 1), row('krevd', 2)], ...earlier)).toBe('elsewhere');
    expect(statuses([row('krevd', 1), row('krevd', 2)], [...earlier, released]).isUnreported(key)).toBe(
      false,
    );
  });

  it('knows of no claim of another run, nor of one of its own that the ledger has settled', () => {
    expect(status([row('krevd', 1, 'm.2')], open, claiming())).toBe('elsewhere');
    expect(status([row('uavklart', 1)], open, claiming())).toBe('unclear');
    expect(status([row('ikke sendt', 2)], open, claiming(), released)).toBe('free');
  });
});

describe('a ledger that is older than the journal', () => {
  it('has lost a claim that it took, and only such a one', () => {
    const records = [open, claiming(), told(1)];
    expect(statuses([], records).lost()).toEqual([key]);
    expect(statuses([row('sendt', 1)], records).lost()).toEqual([key]);
    expect(statuses([row('krevd', 1)], records).lost()).toEqual([]);
    expect(statuses([], [open, claiming()]).lost()).toEqual([]);
    expect(statuses([], [open, claiming(), told(0, false)]).lost()).toEqual([]);
    // What was asked for and refused is not taken by what is told later.
    expect(statuses([], [open, claiming(), told(0, false), told(0)]).lost()).toEqual([]);
  });

  it('has lost events of others, as many as it once held more', () => {
    expect(statuses([], [open, told(3, false)]).lostEvents).toBe(3);
    expect(statuses([row('krevd')], [open, told(3, false)]).lostEvents).toBe(2);
    expect(statuses([row('krevd')], [open, told(0, false)]).lostEvents).toBe(0);
  });

  it('has lost nothing once a person has accepted that', () => {
    const records: readonly JournalRecord[] = [open, claiming(), told(2), { is: 'repaired', events: 1 }];
    const repaired = statuses([], records);
    expect([repaired.lost(), repaired.lostEvents]).toEqual([[], 1]);
  });
});

describe('who knows best', () => {
  it('has the receipt, unless the ledger tells what came after it was sent', () => {
    const records = [open, claiming(), released, sent];
    expect(status([row('uavklart')], ...records)).toBe('sent');
    expect(status([row('ikke sendt', 2)], ...records)).toBe('sent');
    expect(status([row('i retur')], ...records)).toBe('failed');
    expect(statuses([row('i retur')], records).isUnreported(key)).toBe(false);
    expect(statuses([row('krevd')], records).isUnreported(key)).toBe(true);
    expect(statuses([row('sendt')], records).isUnreported(key)).toBe(false);
  });

  it('owes the ledger an end, and nothing of what is only held', () => {
    expect(statuses([row('krevd')], [open, claiming()]).isUnreported(key)).toBe(false);
    expect(statuses([row('krevd')], [open, claiming(), released]).isUnreported(key)).toBe(true);
  });

  it('has written a file, until a person says what became of it', () => {
    const written: JournalRecord = { is: 'written', key, receipt: `${key}.eml` };
    const records = [open, claiming(), released, written];
    expect(status([row('krevd')], ...records)).toBe('written');
    expect(statuses([row('krevd')], records).isUnreported(key)).toBe(true);
    expect(status([row('skrevet')], ...records)).toBe('written');
    expect(status([row('sendt')], ...records)).toBe('sent');
    expect(status([row('ikke sendt', 2)], ...records)).toBe('free');
    // Journals of versions that called it sent.
    expect(status([row('krevd')], open, claiming(), released, { ...sent, receipt: `${key}.eml` })).toBe(
      'written',
    );
  });
});

it('counts each recipient once', () => {
  const statuses = [
    { is: 'sent', receipt: '' },
    { is: 'written', receipt: '' },
    { is: 'failed', reason: '' },
    { is: 'unclear', reason: '' },
    { is: 'elsewhere', owner: '' },
    { is: 'free' },
    { is: 'mine' },
  ] as const;
  expect(sumsOf(statuses)).toEqual({ sent: 1, written: 1, failed: 1, unclear: 2, notSent: 2 });
});
