import { describe, expect, it } from 'vitest';
import { SentMail } from '../../../src/delivery/bounces/attribution.ts';
import { eventsOf, type BounceEvents } from '../../../src/delivery/bounces/events.ts';
import type { Original, ReturnedMail } from '../../../src/delivery/bounces/returned-mail.ts';
import type { DeliveryStatus } from '../../../src/delivery/bounces/delivery-status.ts';
import type { LedgerEntry } from '../../../src/delivery/ledger.ts';

const keyOf = (mailing: string, address: string): string => `${mailing}/${address.toLowerCase()}`;
const by = { timeUtc: '2026-11-25T09:00:00Z', owner: 'm-1' };

const sent = (mailing: string, address: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  recipientKey: keyOf(mailing, address),
  mailing,
  recipient: 'p***@x.no',
  event: 'sendt',
  owner: 'm-0.s',
  attempt: 1,
  timeUtc: '2026-11-24T09:00:00Z',
  queueId: '250 queued',
  planHash: 'abc',
  standard: 'nynorsk',
  ...change,
});
const ledger = [sent('A.r1', 'post@x.no'), sent('A.r1', 'post@y.no'), sent('B.r1', 'post@x.no')];

const mail = (content: ReturnedMail['content'], change: Partial<ReturnedMail> = {}): ReturnedMail => ({
  from: 'MAILER-DAEMON@relay.no',
  subject: 'Undelivered',
  words: '',
  keys: [],
  content,
  ...change,
});
const status = (change: Partial<DeliveryStatus> = {}): DeliveryStatus => ({
  action: 'failed',
  status: '5.1.1',
  words: '',
  final: 'post@x.no',
  original: undefined,
  ...change,
});
const original: Original = {
  messageId: '<CAJ@mail.gmail.com>',
  date: '2026-11-24T09:10:00.000Z',
  from: 'Felles <samarbeid@felles.no>',
  to: 'post@x.no',
};
interface Report {
  readonly key?: string;
  readonly original?: Original;
  readonly from?: 'status' | 'words' | 'passed';
}
const report = (
  statuses: readonly DeliveryStatus[],
  { key = keyOf('A.r1', 'post@x.no'), original: came, from = 'status' }: Report = {},
): ReturnedMail => mail({ is: 'report', statuses, from, original: came }, { keys: key === '' ? [] : [key] });
const asks = (
  address: string,
  change: Partial<Extract<ReturnedMail['content'], { readonly is: 'request' }>> = {},
  keys: readonly string[] = [],
): ReturnedMail => mail({ is: 'request', by: 'word', isCertain: true, ...change }, { from: address, keys });

const read = (
  mails: readonly ReturnedMail[],
  entries: readonly LedgerEntry[] = ledger,
): BounceEvents<ReturnedMail> => eventsOf(mails, new SentMail(entries, keyOf, ['samarbeid@felles.no']), by);
const marked = ({ entries }: BounceEvents<ReturnedMail>): readonly unknown[] =>
  entries.map(({ recipientKey, event, error }) => [recipientKey, event, error]);
const noted = ({ notes }: BounceEvents<ReturnedMail>): readonly string[] =>
  Object.entries(notes).flatMap(([kind, list]) => list.map(() => kind));

const gone = ['A.r1/post@x.no', 'i retur', '5.1.1 adressen finnes ikke'];

describe('mail that came back', () => {
  it('is marked by the key that it carries', () => {
    const told = read([report([status()])]);
    expect(told.entries).toEqual([
      { ...ledger[0], ...by, event: 'i retur', error: '5.1.1 adressen finnes ikke' },
    ]);
    expect(noted(told)).toEqual([]);
  });

  it('is marked once, however often it is told of', () => {
    const full = report([status({ status: '5.2.2' })]);
    const first = read([full, full]);
    expect([first.entries.length, first.known]).toEqual([1, 1]);
    const again = read([full], [...ledger, ...first.entries]);
    expect([again.entries.length, again.known]).toEqual([0, 1]);
  });

  it('is marked again when the address turns out to be gone', () => {
    const full = report([status({ status: '5.2.2' })]);
    expect(marked(read([full, report([status()]), full]))).toEqual([gone]);
    const known = [...ledger, ...read([full]).entries];
    expect(marked(read([report([status()])], known))).toEqual([gone]);
  });

  it('says what it was where that is our own to correct, and leaves the address alone', () => {
    const told = read([
      report([status({ status: '5.1.0', words: '550 not allowed to send per its SPF record' })]),
    ]);
    expect(marked(told)).toEqual([['A.r1/post@x.no', 'i retur', '5.1.0 avsenderen vår ble avvist']]);
    expect(told.notes.fault).toMatchObject([{ reason: 'sender' }]);
  });

  it.each([
    ['another final address', status({ final: 'ola@annet.no' })],
    ['the address before it', status({ final: 'ola@annet.no', original: 'post@x.no' })],
    ['one of the same name elsewhere', status({ final: 'post@annet.no', original: 'post@x.no' })],
  ])('of somebody behind the address marks nothing, known by %s', (_, behind) => {
    const told = read([report([behind])]);
    expect([marked(told), noted(told)]).toEqual([[], ['behind']]);
  });

  it.each([
    ['however it is written', status({ final: 'POST@X.no' })],
    ['without a final address', status({ final: undefined, original: 'post@x.no' })],
    ['as the server calls it', status({ final: 'post@mx1', original: 'post@x.no' })],
    ['as Exchange calls it', status({ final: 'post@xkommune.onmicrosoft.com', original: 'post@x.no' })],
    ['with another way to it', status({ final: 'post@x.no', original: 'post@alias.no' })],
  ])('is of the address %s', (_, own) => {
    expect(marked(read([report([own])]))).toEqual([gone]);
  });

  it('is of the address without what was added to it', () => {
    const tagged = [sent('A.r1', 'post+web@x.no')];
    const key = keyOf('A.r1', 'post+web@x.no');
    const came = { ...original, to: 'Sokndal <post+web@x.no>' };
    expect(read([report([status()], { key, original: came })], tagged).entries).toHaveLength(1);
    expect(read([report([status()], { key })], tagged).entries).toHaveLength(0);
  });

  it('leaves out nobody that it tells of', () => {
    const told = read([
      report([
        status(),
        status({ final: 'ola@annet.no' }),
        status({ final: undefined }),
        status({ action: 'unclear' }),
      ]),
    ]);
    expect([marked(told), noted(told)]).toEqual([[gone], ['behind', 'other', 'other']]);
  });

  it('that only waits, or was delivered, is counted', () => {
    const told = read([report([status({ action: 'delayed' })]), report([status({ action: 'delivered' })])]);
    expect([told.entries, noted(told), told.delayed, told.delivered]).toEqual([[], [], 1, 1]);
  });

  it('of a message that is none of ours marks nothing, and is named', () => {
    const told = read([report([status()], { key: '' }), report([status()], { key: 'no such', original })]);
    expect([marked(told), noted(told)]).toEqual([[], ['foreign', 'foreign']]);
  });
});

describe('mail that came back through Gmail, which gives messages another ID', () => {
  const ofGmail = [
    sent('A.r1', 'post@x.no', { queueId: 'Gmail 18f0' }),
    sent('B.r1', 'post@x.no', { queueId: 'Gmail 18f1', timeUtc: '2026-11-25T09:00:00Z' }),
  ];
  const came = (change: Partial<Original>): ReturnedMail =>
    report([status()], { key: '', original: { ...original, ...change } });

  it('is found by the address, the sender and the time', () => {
    const first = read([came({})], ofGmail);
    expect(marked(first)).toEqual([gone]);
    const again = read([came({})], [...ofGmail, ...first.entries]);
    expect([again.entries, noted(again), again.known]).toEqual([[], [], 1]);
  });

  it.each([
    ['from another', { from: 'kari@felles.no' }],
    ['of another time', { date: '2026-11-24T14:00:00.000Z' }],
    ['of last year', { date: '2025-11-24T09:10:00.000Z' }],
    ['without a time', { date: '' }],
  ])('is not ours %s', (_, change) => {
    expect(noted(read([came(change)], ofGmail))).toEqual(['foreign']);
  });

  it('is not looked for by the address where something else sent it', () => {
    expect(noted(read([came({})]))).toEqual(['foreign']);
  });
});

describe('a report in words alone', () => {
  const words = (
    text: string,
    from: 'words' | 'passed',
    more: readonly DeliveryStatus[] = [],
  ): BounceEvents<ReturnedMail> => read([report([status({ status: '', words: text }), ...more], { from })]);

  it('is taken at its word where a code stands there', () => {
    expect(marked(words('550 user unknown', 'passed'))).toEqual([
      ['A.r1/post@x.no', 'i retur', 'adressen finnes ikke'],
    ]);
    expect(noted(words('There is no such user.', 'words'))).toEqual(['other']);
  });

  it('of a server marks what has no name, and of a person does not', () => {
    expect(marked(words('It did not work.', 'words'))).toEqual([
      ['A.r1/post@x.no', 'i retur', 'kunne ikke leveres'],
    ]);
    expect(noted(words('It did not work.', 'passed'))).toEqual(['other']);
  });

  it('names other addresses too, which nothing is told of', () => {
    const other = status({ status: '', words: '', final: 'postmaster@x.no' });
    expect(noted(words('550 user unknown', 'words', [other]))).toEqual([]);
    expect(noted(read([report([other], { from: 'words' })]))).toEqual(['other']);
    expect(noted(read([report([other, status()], { from: 'words', key: '' })]))).toEqual(['foreign']);
  });
});

describe('whoever asks to be left out', () => {
  const out = ['A.r1/post@y.no', 'avmeldt', undefined];

  it('is marked, and stays so in whatever order mail comes', () => {
    const bounce = report([status({ final: 'post@y.no' })], { key: keyOf('A.r1', 'post@y.no') });
    for (const mails of [
      [bounce, asks('Post@y.no')],
      [asks('Post@y.no'), bounce],
    ]) {
      const first = read(mails);
      expect(marked(first)).toEqual([out]);
      expect(read(mails, [...ledger, ...first.entries]).entries).toEqual([]);
    }
  });

  it('is named again for the register, also when the ledger knows it', () => {
    const known = [...ledger, ...read([asks('post@y.no')]).entries];
    expect(read([asks('post@y.no')], known).optedOut).toHaveLength(1);
  });

  it('from an address that got nothing is named, with whom the mail went to', () => {
    const told = read([asks('ola@y.no', {}, [keyOf('A.r1', 'post@y.no')]), asks('kari@z.no')]);
    expect(marked(told)).toEqual([]);
    expect(told.notes.request.map(({ mail: { from }, entry }) => [from, entry?.recipientKey])).toEqual([
      ['ola@y.no', 'A.r1/post@y.no'],
      ['kari@z.no', undefined],
    ]);
  });

  it('with the key is marked, and named where it came from another address', () => {
    const key = keyOf('A.r1', 'post@y.no');
    const own = read([asks('post@y.no', { by: 'key' }, [key])]);
    expect([marked(own), noted(own)]).toEqual([[out], []]);
    const other = read([asks('ola@y.no', { by: 'key' }, [key])]);
    expect([marked(other), noted(other)]).toEqual([[out], ['request']]);
    expect(noted(read([asks('post@y.no', { by: 'key' }, ['0'])]))).toEqual(['request']);
  });

  it('perhaps, or by a program, is named and not marked', () => {
    const told = read([asks('post@y.no', { isCertain: false, doubt: 'automatic' })]);
    expect([marked(told), noted(told)]).toEqual([[], ['request']]);
  });

  it('is asked of no mailing that did not go to the address', () => {
    const later = [
      ...ledger,
      sent('C.r1', 'post@x.no', { event: 'krevd' }),
      sent('D.r1', 'post@x.no', { event: 'ikke sendt' }),
      sent('E.r1', 'post@x.no', { event: 'feilet' }),
    ];
    expect(read([asks('post@x.no')], later).entries.map(({ mailing }) => mailing)).toEqual(['B.r1']);
  });
});

it('tells of everything else by name', () => {
  const told = read([mail({ is: 'complaint' }), mail({ is: 'automatic' }), mail({ is: 'other' })]);
  expect(noted(told)).toEqual(['complaint', 'automatic', 'other']);
});
