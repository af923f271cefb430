// Composes as many messages as the second argument says, as the first one says, and prints what that cost as JSON.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createComposer, type Letter, type Letterhead } from '../src/delivery/compose.ts';
import { recipientKey } from '../src/domain/recipient-key.ts';
import { ROOT } from './child.ts';

const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
const [who = '', size = '0'] = process.argv.slice(2);

/** What people get of the sample's announcement. */
const golden = (ending: string): string =>
  readFileSync(join(ROOT, `test/golden/announcement/mail/announcement.nb.${ending}`), 'utf8');

const head: Letterhead = {
  sender: { name: 'Bylivsenteret og Distriktssenteret', address: 'samarbeid@felles.example' },
  replyTo: 'webinar@distrikt.example',
  list: { name: 'webinar', canLeave: true },
};
const letter: Letter = {
  standard: 'nb',
  subject: 'Webinar 15. desember: Spørretime',
  html: golden('html'),
  text: golden('txt'),
  calendar: { method: 'REQUEST', filename: 'webinar.ics', ics: golden('ics').replace(/\r?\n/gu, '\r\n') },
};
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const compose = await createComposer(head, letter);
const constant = {
  from: head.sender,
  to: { name: 'Sogndal', address: 'post@sogndal.example' },
  ...{ subject: letter.subject, html: letter.html, text: letter.text, newline: 'windows' },
  icalEvent: { method: 'REQUEST', content: letter.calendar?.ics ?? '', filename: 'webinar.ics' },
};

async function one(number: number): Promise<Uint8Array> {
  if (who === 'constant') return new MailComposer({ ...constant }).compile().build();
  const address = `post@nr${String(number)}.example`;
  const key = recipientKey(hash, 'file', 'A-2027-001.announcement.r1', address);
  return (await compose({ key, name: `Kommune nr. ${String(number)}`, address }, '2027-01-07T08:00:00Z'))
    .bytes;
}

const started = performance.now();
let bytes = 0;
for (let number = 0; number < Number(size); number += 1) bytes += (await one(number)).length;
const milliseconds = performance.now() - started;
process.stdout.write(
  JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, bytes }),
);
