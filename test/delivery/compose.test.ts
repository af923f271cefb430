import fc from 'fast-check';
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import {
  createComposer,
  type Letter,
  type Letterhead,
  type MailRecipient,
} from '../../src/delivery/compose.ts';
import { renderEmail } from '../../src/render/mail/email.ts';
import { renderIcs, type CalendarEvent } from '../../src/render/exchange/ics.ts';
import { oneLine } from '../../src/render/safe/plain-text.ts';
import { anyCodeUnits } from '../support/any-text.ts';

const sentAt = '2027-01-07T08:00:00Z';
const head: Letterhead = {
  sender: { name: 'Bylivsenteret og Distriktssenteret', address: 'samarbeid@felles.example' },
  replyTo: 'webinar@distrikt.example',
  list: { name: 'webinar', canLeave: true },
};
const event: CalendarEvent = {
  uid: '0123@felles.example',
  sequence: 2,
  status: 'CONFIRMED',
  stamp: sentAt,
  start: '2027-02-04T10:00',
  end: '2027-02-04T11:30',
  summary: 'Boliger i sentrum',
  organizer: { name: head.sender.name, email: head.sender.address },
};
const letter: Letter = {
  standard: 'nb',
  subject: 'Webinar 4. februar: Boliger i sentrum',
  html: '<!doctype html>\n<html lang="nb"><body><p>Blåbær på Ås.</p></body></html>\n',
  text: 'Blåbær på Ås.\n',
  calendar: { method: 'REQUEST', filename: 'webinar.ics', ics: renderIcs('REQUEST', [event]) },
};
const recipient: MailRecipient = {
  key: '0123456789abcdef0123456789abcdef',
  name: 'Sogndal',
  address: 'post@sogndal.example',
};

const composed = async (change: {
  readonly head?: Partial<Letterhead>;
  readonly letter?: Partial<Letter>;
  readonly recipient?: Partial<MailRecipient>;
}): Promise<{ readonly mail: Email; readonly bytes: Uint8Array }> => {
  const compose = await createComposer({ ...head, ...change.head }, { ...letter, ...change.letter });
  const { bytes, envelope, messageId } = await compose({ ...recipient, ...change.recipient }, sentAt);
  expect(envelope).toEqual({ from: 'samarbeid@felles.example', to: 'post@sogndal.example' });
  const mail = await PostalMime.parse(bytes);
  expect(mail.messageId).toBe(messageId);
  return { mail, bytes };
};

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content as ArrayBuffer);

const eventsIn = (ics: string): ICAL.Component[] =>
  ICAL.Component.fromString(ics).getAllSubcomponents('vevent');

describe('a message', () => {
  it('is for one recipient, with answers going elsewhere', async () => {
    const { mail } = await composed({});
    expect(mail.from).toMatchObject(head.sender);
    expect(mail.to).toEqual([{ name: 'Sogndal', address: 'post@sogndal.example' }]);
    expect(mail.replyTo).toMatchObject([{ address: 'webinar@distrikt.example' }]);
    expect([mail.cc, mail.bcc, mail.sender]).toEqual([undefined, undefined, undefined]);
    expect(mail.subject).toBe(letter.subject);
    expect(mail.date).toBe('2027-01-07T08:00:00.000Z');
    const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe(
      `<mailto:webinar@distrikt.example?subject=Avmelding%20${recipient.key}>`,
    );
    expect(header('content-language')).toBe('nb');
    expect(header('list-id')).toBe('<webinar.felles.example>');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('OOF, AutoReply');
  });

  it('that calls to a meeting is no mail to a list: whoever is away may say so', async () => {
    const { mail } = await composed({ head: { list: undefined } });
    const names = mail.headers.map(({ key }) => key);
    expect(names.filter((name) => /^(?:list-|auto-submitted|x-auto|precedence)/u.test(name))).toEqual([]);
  });

  it('to a list of colleagues can be sorted, and not left by a button', async () => {
    const html = '<p>Ordet «Avmelding» er bare et ord.</p>';
    const { mail } = await composed({
      head: { list: { name: 'orientering', canLeave: false } },
      letter: { html },
    });
    const header = (name: string): string | undefined => mail.headers.find(({ key }) => key === name)?.value;
    expect([header('list-id'), header('list-unsubscribe')]).toEqual([
      '<orientering.felles.example>',
      undefined,
    ]);
    expect(mail.html?.trimEnd()).toBe(html);
  });

  it('has behind the word for those who want no more what tells whom it was for', async () => {
    const style = ' style="color: #1a4f8a"';
    const html = `<p>Svar med ordet «Avmelding» til <a href="mailto:webinar@distrikt.example"${style}>oss</a>.</p>`;
    const { mail } = await composed({ letter: { html } });
    const uri = `mailto:webinar@distrikt.example?subject=Avmelding%20${recipient.key}`;
    expect(mail.html).toContain(`ordet «<a href="${uri}"${style}>Avmelding</a>» til`);
    const meeting = await composed({ head: { list: undefined }, letter: { html } });
    expect(meeting.mail.html?.trimEnd()).toBe(html);
  });

  it('has text, HTML and the invitation, which is attached once more', async () => {
    const { mail } = await composed({});
    expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect(mail.html?.trimEnd()).toBe(letter.html.trimEnd());
    expect(mail.attachments.map(({ mimeType, method }) => [mimeType, method])).toEqual([
      ['text/calendar', 'REQUEST'],
      ['application/ics', undefined],
    ]);
    const [asked, attached] = mail.attachments.map(({ content }) => textOf(content));
    expect(attached).toBe(asked);
    const [only, ...more] = eventsIn(asked ?? '');
    expect(more).toEqual([]);
    const attendees = only?.getAllProperties('attendee') ?? [];
    expect(
      attendees.map((one) => [one.getFirstValue(), one.getParameter('rsvp'), one.getParameter('cn')]),
    ).toEqual([['mailto:post@sogndal.example', 'FALSE', 'Sogndal']]);
  });

  it('without an event has no invitation', async () => {
    const { mail } = await composed({ letter: { calendar: undefined } });
    expect(mail.attachments).toEqual([]);
  });

  it('takes the event out of the calendar again', async () => {
    const calendar = {
      method: 'CANCEL',
      filename: 'webinar.ics',
      ics: renderIcs('CANCEL', [event]),
    } as const;
    const { mail } = await composed({ letter: { calendar } });
    expect(mail.attachments[0]?.method).toBe('CANCEL');
    const [only] = eventsIn(textOf(mail.attachments[0]?.content));
    expect(String(only?.getFirstPropertyValue('status'))).toBe('CANCELLED');
    expect(only?.getFirstPropertyValue('sequence')).toBe(2);
  });

  it('is the same to the byte every time, and another for another recipient', async () => {
    const one = await composed({});
    const again = await composed({});
    const other = await composed({ recipient: { key: 'f'.repeat(32) } });
    expect(Buffer.compare(one.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0);
  });

  it('has lines that end in CRLF, and none that SMTP would cut', async () => {
    const { bytes } = await composed({ letter: { html: `<p>${'lang '.repeat(2000)}</p>` } });
    const message = Buffer.from(bytes).toString('latin1');
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });
});

describe('whom it goes to is never guessed', () => {
  it.each([
    'ola@x.no kari@y.no',
    'ola@x.no, kari@y.no',
    'ola@x.no\r\nBcc: evil@z.no',
    'Ola <ola@x.no>',
    'mailto:ola@x.no',
    'ola@X.NO',
    'ola@@x.no',
    '"ola"@x.no',
    'ola@\u{202E}x.no',
    'ola@\u{445}.no',
    '',
  ])('not with the address %j', async (address) => {
    const compose = await createComposer(head, letter);
    await expect(compose({ ...recipient, address }, sentAt)).rejects.toThrow(RangeError);
    await expect(createComposer({ ...head, replyTo: address }, letter)).rejects.toThrow(RangeError);
    const sender = { ...head.sender, address };
    await expect(createComposer({ ...head, sender }, letter)).rejects.toThrow(RangeError);
  });

  it.each([['', 'x'.repeat(201), '\r\n\u{200B}']].flat())('nor with the subject %j', async (subject) => {
    await expect(createComposer(head, { ...letter, subject })).rejects.toThrow(RangeError);
  });

  it('nor with a key or a time that is none', async () => {
    const compose = await createComposer(head, letter);
    await expect(compose({ ...recipient, key: '../../etc' }, sentAt)).rejects.toThrow(RangeError);
    await expect(compose(recipient, '07.01.2027')).rejects.toThrow(RangeError);
  });
});

/** What people could type into any cell to break out of it. */
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme' }) },
  anyCodeUnits,
  fc.constantFrom(
    'Ås\r\nBcc: evil@z.no',
    'x\nTo: evil@z.no\n\nny kropp',
    '"><script>alert(1)</script>',
    '=?UTF-8?B?QmNjOiBldmlsQHoubm8=?=',
    'ola@x.no, evil@z.no',
    '<evil@z.no>',
    '"Kari" <evil@z.no>; a',
    '\u{202E}gnp.exe',
    'Familien 👨‍👩‍👧‍👦 🏳️‍🌈',
    'END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:evil@z.no',
    '\r\n--_NmP-0123456789abcdef0123456789abcdef-Part_1--',
    'a;b,c\\d"e^f',
  ),
);

const shell = {
  page: {
    file: 'mail.html.hbs',
    text: '<title>{{subject}}</title>{{preheader}}<p style="{{look.body}}">{{mail}}</p>',
  },
  styles: 'body { color: black; } .preheader { display: none; }',
};

describe('whatever people type, another reader finds', () => {
  it('one recipient, one event, and the same text back', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (subject, name, text, summary) => {
        const title = oneLine(subject).slice(0, 150).trim() || 'Webinar';
        fc.pre(!/\p{Surrogate}/u.test(title));
        const paper = {
          title: '',
          blocks: [{ kind: 'paragraph', children: [{ kind: 'text', text }] }],
        } as const;
        const html = renderEmail(paper, { standard: 'nb', subject, preheader: text }, shell);
        const calendar = {
          method: 'REQUEST',
          filename: 'webinar.ics',
          ics: renderIcs('REQUEST', [{ ...event, summary, description: text, location: name }]),
        } as const;
        const plain = `Hei\n${oneLine(text)}\n`;
        const change = { subject: title, html, text: plain, calendar };
        const { mail } = await composed({ letter: change, recipient: { name } });
        expect(mail.to?.map(({ address }) => address)).toEqual(['post@sogndal.example']);
        expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
        expect(mail.headers.filter(({ key }) => ['to', 'cc', 'bcc', 'from'].includes(key))).toHaveLength(2);
        expect(mail.subject).toBe(oneLine(title).replaceAll('=?', '= ?'));
        expect(mail.text?.trimEnd()).toBe(plain.trimEnd());
        expect(mail.html).not.toMatch(/<script/iu);
        expect(mail.attachments).toHaveLength(2);
        for (const { content } of mail.attachments) {
          const [only, ...more] = eventsIn(textOf(content));
          expect(more).toEqual([]);
          expect(only?.getFirstPropertyValue('summary') ?? '').toBe(oneLine(summary));
          expect(only?.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
            'mailto:post@sogndal.example',
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
