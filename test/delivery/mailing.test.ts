import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  nextRevision,
  planHashOf,
  readMailing,
  writeMailing,
  type MailingContent,
} from '../../src/delivery/mailing.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const mailing: MailingContent = {
  format: 'felles-mailing-1',
  id: 'A-2027-001.reminder-7.r2',
  kind: 'reminder',
  offsetDays: 7,
  revision: 2,
  madeAt: '2027-01-28T08:00:00Z',
  activity: { id: 'A-2027-001', start: '2027-02-04T10:00', end: '2027-02-04T11:30' },
  workbook: 'file',
  sender: { name: 'Felles', address: 'post@felles.example' },
  replyTo: 'svar@felles.example',
  target: 'sentralitet:5-6',
  letters: [
    {
      standard: 'nb',
      subject: 'Webinar 4. februar',
      preheader: '',
      html: 'message.nb.html',
      text: 'message.nb.txt',
      calendar: { method: 'REQUEST', sequence: 0, file: 'invite.nb.ics' },
    },
  ],
  recipients: [
    {
      key: 'a'.repeat(32),
      id: '4601',
      name: 'Bergen',
      address: 'post@bergen.example',
      standard: 'nb',
      reason: 'mailing-default',
    },
  ],
  overridden: [],
  source: [{ tab: 'Aktiviteter', id: 'A-2027-001', values: { Status: 'confirmed' } }],
  files: ['invite.nb.ics', 'message.nb.html', 'message.nb.txt'].map((name) => ({
    name,
    bytes: 1,
    sha256: 'b'.repeat(64),
  })),
};

const [recipient] = mailing.recipients;
const [letter] = mailing.letters;
if (recipient === undefined || letter === undefined) throw new Error('no recipient or letter');

describe('mailing.json', () => {
  it('is read back as it was written, with the hash of everything in it', () => {
    const json = writeMailing(mailing, hash);
    const read = readMailing(json, hash);
    expect(read).toEqual({ mailing: { ...mailing, planHash: planHashOf(mailing, hash) } });
    expect(writeMailing(mailing, hash)).toBe(json);
  });

  it('has the same hash in whatever order it was put together', () => {
    const turned = Object.fromEntries(Object.entries(mailing).reverse()) as MailingContent;
    expect(planHashOf(turned, hash)).toBe(planHashOf(mailing, hash));
  });

  it.each<[string, Partial<MailingContent>]>([
    ['another recipient', { recipients: [{ ...recipient, address: 'post@oslo.example' }] }],
    ['another standard for one', { recipients: [{ ...recipient, reason: 'decision' }] }],
    ['another time', { madeAt: '2027-01-28T08:01:00Z' }],
    ['other bytes in a file', { files: mailing.files.map((file) => ({ ...file, sha256: 'c'.repeat(64) })) }],
    ['another check overridden', { overridden: [{ check: 'shared', found: 'no' }] }],
  ])('has another hash with %s', (_what, change) => {
    expect(planHashOf({ ...mailing, ...change }, hash)).not.toBe(planHashOf(mailing, hash));
  });

  it('tells when somebody has changed it', () => {
    const changed = writeMailing(mailing, hash).replace('post@bergen', 'post@voss');
    expect(readMailing(changed, hash)).toEqual({ fault: 'changed-after-it-was-made' });
    expect(readMailing('{', hash)).toEqual({ fault: 'not-json' });
    expect(readMailing('{}', hash)).toEqual({ fault: 'not-a-mailing' });
  });

  it.each<[string, Partial<MailingContent>]>([
    ['a recipient twice', { recipients: [recipient, recipient] }],
    ['no recipients', { recipients: [] }],
    ['two addresses in one', { recipients: [{ ...recipient, address: 'a@x.no, b@y.no' }] }],
    ['a recipient whose letter is not there', { recipients: [{ ...recipient, standard: 'nn' }] }],
    ['a letter whose file is not there', { files: mailing.files.slice(1) }],
    ['a file out of its folder', { letters: [{ ...letter, html: '../message.nb.html' }] }],
    ['the ID of another', { id: 'A-2027-001.reminder-7.r3' }],
    ['a start that is none', { activity: { ...mailing.activity, start: '2027-02-31T10:00' } }],
    ['a subject of two hundred and one characters', { letters: [{ ...letter, subject: 'x'.repeat(201) }] }],
  ])('is never written with %s', (_what, change) => {
    expect(() => writeMailing({ ...mailing, ...change }, hash)).toThrow();
  });
});

describe('the number of a revision', () => {
  it.each<[readonly number[], readonly number[], number]>([
    [[], [], 1],
    [[1, 3, 2], [], 4],
    [[], [1], 2],
    [[1], [4, 2], 5],
  ])('with %j made and %j sent is %i', (made, sent, next) => {
    expect(nextRevision(made, sent)).toBe(next);
  });
});
