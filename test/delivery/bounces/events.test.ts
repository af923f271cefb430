import { describe, expect, it } from 'vitest';
import { eventsOf, type Told } from '../../../src/delivery/bounces/events.ts';
import type { ReturnedMail } from '../../../src/delivery/bounces/returned-mail.ts';
import type { LedgerEntry } from '../../../src/delivery/ledger.ts';

const keyOf = (mailing: string, address: string): string => `${mailing}/${address.toLowerCase()}`;
const by = { timeUtc: '2026-11-24T09:00:00Z', owner: 'm-1' };

const sent = (mailing: string, address: string, event = 'sendt'): LedgerEntry => ({
  recipientKey: keyOf(mailing, address),
  mailing,
  recipient: 'p***@x.no',
  event,
  owner: 'm-0.s',
  attempt: 1,
  queueId: 'queued',
  planHash: 'abc',
  standard: 'nynorsk',
});
const ledger = [sent('A.r1', 'post@x.no'), sent('A.r1', 'post@y.no'), sent('B.r1', 'post@x.no')];

const failed = (key: string | undefined, address?: string, status = '5.1.1'): ReturnedMail => ({
  is: 'report',
  key,
  statuses: [{ action: 'failed', status, address }],
});
const told = (...mails: readonly ReturnedMail[]): Told => eventsOf(mails, ledger, keyOf, by);
const events = ({ entries }: Told): readonly unknown[] =>
  entries.map(({ recipientKey, event, error }) => [recipientKey, event, error]);

describe('mail that came back', () => {
  it('is marked by the key in its Message-ID', () => {
    const { entries } = told(failed(keyOf('A.r1', 'post@x.no'), 'somebody@else.no'));
    expect(entries).toEqual([
      {
        ...ledger[0],
        ...by,
        event: 'i retur',
        error: '5.1.1 adressen finnes ikke',
        queueId: undefined,
      },
    ]);
  });

  it('without one is marked by its address, in the last mailing that went there', () => {
    expect(events(told(failed(undefined, 'Post@X.no')))).toEqual([
      ['B.r1/post@x.no', 'i retur', '5.1.1 adressen finnes ikke'],
    ]);
  });

  it('is marked once, however often it is told of', () => {
    const mail = failed(undefined, 'post@y.no', '5.2.2');
    const first = told(mail, mail);
    expect([first.entries.length, first.known]).toEqual([1, 1]);
    const again = eventsOf([mail], [...ledger, ...first.entries], keyOf, by);
    expect([again.entries.length, again.known]).toEqual([0, 1]);
  });

  it('never takes back that somebody has asked to be left out, in whatever order it comes', () => {
    const bounce = failed(keyOf('A.r1', 'post@y.no'), undefined, '5.2.2');
    const optOut: ReturnedMail = { is: 'optOut', address: 'post@y.no' };
    for (const mails of [
      [bounce, optOut],
      [optOut, bounce],
    ]) {
      const first = told(...mails);
      expect(events(first)).toEqual([['A.r1/post@y.no', 'avmeldt', undefined]]);
      const again = eventsOf(mails, [...ledger, ...first.entries], keyOf, by);
      expect(again.entries).toEqual([]);
    }
  });

  it('is of no mailing that did not go to the address', () => {
    const later = [...ledger, sent('C.r1', 'post@x.no', 'krevd'), sent('D.r1', 'post@x.no', 'ikke sendt')];
    const { entries } = eventsOf([failed(undefined, 'post@x.no')], later, keyOf, by);
    expect(entries.map(({ mailing }) => mailing)).toEqual(['B.r1']);
  });

  it('that is not ours, or only late, is counted and marks nothing', () => {
    const late: ReturnedMail = {
      is: 'report',
      key: keyOf('A.r1', 'post@x.no'),
      statuses: [{ action: 'delayed', status: '4.4.1', address: 'post@x.no' }],
    };
    const counted = told(failed('no such key'), failed(undefined, 'z@z.no'), late, { is: 'other' });
    expect(counted).toEqual({ entries: [], delayed: 1, known: 0, unknown: 2, optOuts: [], others: 1 });
  });

  it('of those who ask to be left out is marked, and named for a person', () => {
    const counted = told({ is: 'optOut', address: 'Post@y.no' }, { is: 'optOut', address: 'new@y.no' });
    expect(events(counted)).toEqual([['A.r1/post@y.no', 'avmeldt', undefined]]);
    expect(counted.optOuts).toEqual(['Post@y.no', 'new@y.no']);
  });
});
