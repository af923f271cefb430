import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMail, isMbox, splitMbox } from '../../../src/delivery/bounces/message.ts';
import { readReturnedMail, type ReturnedMail } from '../../../src/delivery/bounces/returned-mail.ts';
import { parseDeliveryStatus, type DeliveryStatus } from '../../../src/delivery/bounces/delivery-status.ts';
import {
  failed,
  letter,
  notification,
  ourAddress,
  ourHeaders,
  ourKey,
  passedOn,
} from '../../support/returned-mail.ts';

const folder = join(import.meta.dirname, '../../fixtures/bounces');
const fixture = (name: string): Promise<Buffer> => readFile(join(folder, name));
const key = (digit: number): string => String(digit).padStart(32, '0');

const read = (text: string): Promise<readonly ReturnedMail[]> => readReturnedMail(Buffer.from(text));
async function one(text: string | Uint8Array): Promise<ReturnedMail> {
  const [mail, ...more] = await readReturnedMail(typeof text === 'string' ? Buffer.from(text) : text);
  if (mail === undefined || more.length > 0) throw new Error('not one');
  return mail;
}
const statusesOf = ({ content }: ReturnedMail): readonly DeliveryStatus[] =>
  content.is === 'report' ? content.statuses : [];

describe('mail that comes back', () => {
  it.each([
    ['postfix-failed.eml', key(1), ['failed', '5.1.1', 'postmottak@sokndal.kommune.example']],
    ['exchange-full.eml', key(2), ['failed', '5.2.2', 'postmottak@lund.kommune.example']],
    ['gmail-failed.eml', undefined, ['failed', '5.1.1', 'postmottak@hjelmeland.kommune.example']],
    ['delayed.eml', key(4), ['delayed', '4.4.1', 'postmottak@suldal.kommune.example']],
  ])('%s', async (name, of, expected) => {
    const mail = await one(await fixture(name));
    expect(mail.keys[0]).toBe(of);
    expect(
      statusesOf(mail).map(({ action, status, final, original }) => [action, status, original ?? final]),
    ).toEqual([expected]);
  });

  it('is found again by its sender, its subject, and how it begins', async () => {
    expect(await one(letter({ Subject: 'Spørsmål' }, 'Hei!\n\nNår   er det?'))).toMatchObject({
      from: ourAddress,
      subject: 'Spørsmål',
      words: 'Hei! Når er det?',
      content: { is: 'other' },
    });
  });

  it('has the key in the Message-ID of what came back, or wherever else it stands', async () => {
    const others = `X-Other: ${key(7)}\n${ourHeaders}`;
    expect((await one(notification({ original: others }))).keys).toEqual([ourKey, key(7)]);
    const ofGmail = `Message-ID: <CAJ@mail.gmail.com>\nContent-Type: multipart/mixed; boundary="--_NmP-${ourKey}-Part_1"`;
    expect((await one(notification({ original: ofGmail }))).keys).toEqual([ourKey]);
    const asText = Buffer.from(`Message-ID: <${ourKey}@x.no>`).toString('base64');
    const encoded = letter({ 'Content-Transfer-Encoding': 'base64' }, asText);
    expect((await one(encoded)).keys).toEqual([ourKey]);
    expect((await one(letter({}, `${ourKey}0`))).keys).toEqual([]);
  });

  it.each([
    [
      'of Gmail before it wrote a part for programs',
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      `Delivery to the following recipient failed permanently:\n\n     ${ourAddress}\n\nTechnical details of permanent failure:\n550 5.1.1 User unknown\n\n----- Original message -----\n\n${ourHeaders}`,
    ],
    [
      'of qmail',
      'MAILER-DAEMON@relay.example',
      'failure notice',
      `Hi. This is the qmail-send program at relay.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<${ourAddress}>:\nRemote host said: 550 5.1.1 user unknown\n\n--- Below this line is a copy of the message.\n\n${ourHeaders}`,
    ],
    [
      'of Exim',
      'Mail Delivery System <Mailer-Daemon@x.example>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.\n\n  ${ourAddress}\n    host mx.x.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:\n    550 5.1.1 No such user\n\n------ This is a copy of the message, including all the headers. ------\n\n${ourHeaders}`,
    ],
    [
      'of an old sendmail',
      'Mail Delivery Subsystem <MAILER-DAEMON>',
      'Returned mail: User unknown',
      `   ----- Transcript of session follows -----\n550 5.1.1 ${ourAddress}... User unknown\n\n   ----- Unsent message follows -----\n${ourHeaders}`,
    ],
    [
      'that a colleague sends on in a message of their own',
      'kollega@felles.example',
      'VS: Undelivered Mail Returned to Sender',
      `Se under.\n\n> <${ourAddress}>: host mx said: 550 5.1.1 User unknown\n>\n> ${ourHeaders.replaceAll('\n', '\n> ')}`,
    ],
  ])('in words alone is understood: %s', async (_, from, subject, text) => {
    const mail = await one(letter({ From: from, Subject: subject }, text));
    expect(mail.keys).toEqual([ourKey]);
    expect(statusesOf(mail)[0]).toMatchObject({ action: 'failed', status: '5.1.1', final: ourAddress });
  });

  it('in words alone tells each address what is said of it', async () => {
    const text = `I wasn't able to deliver your message:\n\n<a@x.no>:\n550 5.1.1 unknown user\n\n<b@y.no>:\n552 5.2.2 mailbox full\n`;
    const mail = await one(letter({ From: 'MAILER-DAEMON@x.no', Subject: 'failure notice' }, text));
    expect(statusesOf(mail).map(({ final, status }) => [final, status])).toEqual([
      ['a@x.no', '5.1.1'],
      ['b@y.no', '5.2.2'],
    ]);
  });

  it('in words alone may say that it is only late', async () => {
    const text = `Your message to ${ourAddress} has not yet been delivered. Delivery attempts will continue.`;
    const mail = await one(letter({ From: 'MAILER-DAEMON@x.no', Subject: 'Warning: message delayed' }, text));
    expect(statusesOf(mail)).toMatchObject([{ action: 'delayed' }]);
  });

  it('is no report because somebody writes of one', async () => {
    const about = letter({}, `Hei, e-post til ${ourAddress} kommer i retur.`);
    expect((await one(about)).content).toEqual({ is: 'other' });
    const absent = { 'Auto-Submitted': 'auto-replied', Subject: 'Automatisk svar' };
    const left = letter(absent, `This mail could not be delivered: ${ourAddress} 550 5.1.1 user unknown`);
    expect((await one(left)).content).toEqual({ is: 'automatic' });
  });

  it('is read where somebody sends it on, several at once and one within another', async () => {
    const two = passedOn(notification(), notification({ fields: failed('5.2.2', '552 Mailbox full') }));
    expect((await read(two)).flatMap(statusesOf).map(({ status }) => status)).toEqual(['5.1.1', '5.2.2']);
    expect((await read(passedOn(passedOn(notification())))).flatMap(statusesOf)).toHaveLength(1);
    const request = await read(passedOn(letter({ Subject: 'Avmelding' }, '')));
    expect(request).toMatchObject([{ from: ourAddress, content: { is: 'request', isCertain: false } }]);
    expect(await read(passedOn(letter({}, 'Takk!')))).toMatchObject([
      { from: 'kollega@felles.example', content: { is: 'other' } },
    ]);
  });

  it('is a complaint where a mail service says that somebody called it spam', async () => {
    const report = notification()
      .replace('delivery-status; b', 'feedback-report; b')
      .replace('message/delivery-status', 'message/feedback-report');
    expect(await one(report)).toMatchObject({ keys: [ourKey], content: { is: 'complaint' } });
  });

  it('has its words in the text for people where the part for programs has none', async () => {
    const fields = `Final-Recipient: rfc822; ${ourAddress}\nAction: failed\nStatus: 5.0.0`;
    const mail = await one(notification({ fields, text: `<${ourAddress}>: no such user` }));
    expect(statusesOf(mail)[0]?.words.trim()).toBe(`${ourAddress}>: no such user`);
  });

  it('says when it was refused, where only the text for people does', async () => {
    const fields = failed('5.0.0', '550 : User unknown');
    const text = `<${ourAddress}>: host mx said: 550\n    : User unknown (in reply to end of DATA\n    command)`;
    const [status] = statusesOf(await one(notification({ fields, text })));
    expect(status?.words).toMatch(/User unknown in reply to end of DATA$/u);
    const ofCourier = `<${ourAddress}>:\n    mx.x.no [192.0.2.1]:\n>>> DATA\n<<< 550 Unknown user`;
    expect(statusesOf(await one(notification({ fields, text: ofCourier })))[0]?.words).toMatch(/>>> DATA$/u);
    const before = `${ofCourier}\n<<< 503 need RCPT`;
    expect(statusesOf(await one(notification({ fields, text: before })))[0]?.words).toMatch(/unknown$/u);
  });

  it.each([
    ['in UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['with a mark before it', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['with the lines of an old Mac', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
    ['with the lines of Windows', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    [
      'after empty lines and a line of a mailbox',
      (text: string) => Buffer.from(`\n\nFrom - Tue Nov 24\n${text}`),
    ],
  ])('is read %s', async (_, saved) => {
    expect(statusesOf(await one(saved(notification())))).toMatchObject([{ status: '5.1.1' }]);
  });

  it('is read although forty megabytes came back with it', async () => {
    const mail = notification().replace('\nx\n', `\n${'x'.repeat(76)}\n`.repeat(100_000));
    expect(statusesOf(await one(mail))).toMatchObject([{ status: '5.1.1' }]);
  });

  it('is read or is something else, whatever is in it', async () => {
    const samples = [
      notification(),
      passedOn(notification()),
      letter({ From: 'MAILER-DAEMON@x.no', Subject: 'failure notice' }, `<${ourAddress}>:\n550 unknown user`),
      letter({ Subject: 'Avmelding' }, '<p>Hei</p><p>Avmelding', 'text/html'),
    ].map((text) => Buffer.from(text));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.nat(3000),
        fc.uint8Array({ maxLength: 12 }),
        fc.option(fc.nat(3000)),
        async (whole, at, bytes, end) => {
          const changed = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]);
          const mails = await readReturnedMail(changed.subarray(0, end ?? changed.length));
          expect(mails.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read in time, however it is made', async () => {
    const nasty = ['a@', '<', '> ', '\n', ' x', 'unknown user ', '&#1', '<p ', 'host ', 'sender a b '];
    for (const piece of nasty) {
      const text = piece.repeat(10_000);
      await read(letter({ From: 'MAILER-DAEMON@x.no', Subject: 'failure notice' }, text));
      await read(letter({}, text, 'text/html'));
    }
  });
});

describe('a delivery status', () => {
  const of = (more: string): readonly unknown[] =>
    parseDeliveryStatus(`Reporting-MTA: dns; x\n\n${more}`).map(({ final }) => final);

  it('has a block for each recipient', () => {
    const text = [1, 2]
      .map((n) => `Final-Recipient: rfc822; a${String(n)}@x.no\nAction: failed\nStatus: 5.0.0`)
      .join('\n\n');
    expect(of(text)).toEqual(['a1@x.no', 'a2@x.no']);
  });

  it.each([
    ['an address in angles', 'Final-Recipient: rfc822; <a@x.no>', 'a@x.no'],
    ['an address without its kind', 'Final-Recipient: a@x.no.', 'a@x.no'],
    ['an address of a server of its own', 'Final-Recipient: LOCAL;<a@x.no>', 'a@x.no'],
    ['an address with the way to it', 'Final-Recipient: rfc822; <@relay.no,@mx.no:a@x.no>', 'a@x.no'],
    ['an address over two lines', 'Final-Recipient: rfc822;\n a@x.no', 'a@x.no'],
    ['an address of another kind', 'Final-Recipient: x400; /c=no/s=a@x.no', undefined],
    ['more than one address', 'Final-Recipient: rfc822; a@x.no b@y.no', undefined],
  ])('tells %s', (_, field, address) => {
    expect(of(`${field}\nAction: failed\nStatus: 5.1.1`)).toEqual([address]);
  });

  it.each([
    ['Action: failed', 'failed'],
    ['Action: failed (bad address)\nStatus: 5.1.1', 'failed'],
    ['Status: 5.1.1', 'failed'],
    ['Action: error\nStatus: 5.0.0', 'failed'],
    ['Status: 4.4.1', 'delayed'],
    ['Action: relayed\nStatus: 2.0.0', 'delivered'],
    ['X-Note: x', 'unclear'],
  ])('leaves nobody out: %j', (fields, action) => {
    expect(parseDeliveryStatus(`Final-Recipient: rfc822; a@x.no\n${fields}`)).toMatchObject([{ action }]);
  });

  it('tells the words of the server, also where they are a comment', () => {
    const words = (fields: string): unknown =>
      parseDeliveryStatus(`Final-Recipient: a@x.no\n${fields}`)[0]?.words;
    expect(words('Status: 5.0.0\nDiagnostic-Code: smtp; 550 no\n such user')).toBe('smtp; 550 no such user');
    expect(words('Status: 5.0.0 (over quota)')).toBe('over quota');
  });

  it('is nothing without a recipient', () => {
    expect(parseDeliveryStatus('Reporting-MTA: dns; x\n\nX-Note: y')).toEqual([]);
  });
});

describe('a mailbox in one file', () => {
  const line = 'From x@y.no Tue Nov 24 09:00:01 2026';
  const one = `${line}\nSubject: a\n\nHei\n>From here\n>>From there\n\n`;
  const split = (text: string): readonly string[] =>
    splitMbox(Buffer.from(text)).map((message) => message.toString());

  it('has its messages, and their lines as they were', () => {
    expect(split(`${one}From - Tue Nov 24 09:00:00 2026\nSubject: b\n\nHei\n`)).toEqual([
      'Subject: a\n\nHei\nFrom here\n>From there\n\n',
      'Subject: b\n\nHei\n',
    ]);
  });

  it.each([
    ['after an empty line and a mark', `\uFEFF\n${one}`],
    ['with the lines of Windows', one.replaceAll('\n', '\r\n')],
  ])('is known by its first line %s', (_, text) => {
    expect([isMbox(Buffer.from(text)), split(text).length]).toEqual([true, 1]);
  });

  it.each([
    ['a sentence', 'From now on we write to you.\nHei'],
    ['a sentence with a time', 'From 09:00 on 24 November 2026 we are open.\nHei'],
    ['a sentence before what looks like a header', 'From there on:\nNote: this'],
  ])('is not split by %s that nobody has marked', (_, text) => {
    expect(split(`${one}Hei\n\n${text}\n`)).toHaveLength(1);
  });

  it('is split where the empty line before a message is missing', () => {
    expect(split(`${line}\nSubject: a\n\nHei\n${line}\nSubject: b\n\nHei`)).toHaveLength(2);
  });

  it('is no message, and a message is none', async () => {
    expect(isMbox(await fixture('opt-out.eml'))).toBe(false);
    expect(isMbox(Buffer.from('From here on\nnothing'))).toBe(false);
    expect(splitMbox(Buffer.from(''))).toEqual([]);
  });

  it('gives back what was put in', async () => {
    const names = ['postfix-failed.eml', 'delayed.eml', 'opt-out.eml'];
    const mails = await Promise.all(names.map(fixture));
    const box = Buffer.concat(mails.flatMap((mail) => [Buffer.from(`${line}\n`), mail, Buffer.from('\n')]));
    expect(splitMbox(box).map((mail) => Buffer.from(asMail(mail)).toString().trimEnd())).toEqual(
      mails.map((mail) => mail.toString().trimEnd()),
    );
  });
});
