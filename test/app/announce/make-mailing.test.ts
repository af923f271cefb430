import fc from 'fast-check';
import ICAL from 'ical.js';
import createReader from 'markdown-it';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { type MailingFile } from '../../../src/app/mailings/mailing-files.ts';
import { readMailing, type Mailing } from '../../../src/delivery/mailing.ts';
import { oneLine } from '../../../src/render/safe/plain-text.ts';
import { share } from '../../support/campaign.ts';
import { hostileMailing, typedEverywhere } from '../../support/hostile-mailings.ts';

/** Knows all that a program of somebody else may know, raw HTML included. */
const anyMarkdown = createReader({ html: true });

type TextOf = (file: string) => string;

const textIn =
  (files: readonly MailingFile[]): TextOf =>
  (name) =>
    new TextDecoder().decode(files.find((file) => file.name === name)?.bytes);

function mailingOf(text: TextOf): Mailing {
  const read = readMailing(text('mailing.json'), sha256);
  if ('fault' in read) throw new Error(read.fault);
  return read.mailing;
}

/** The title as the register has it: it takes out what cannot be seen. Both versions have the same. */
const titleIn = ({ source }: Mailing): string =>
  oneLine(source.find(({ tab }) => tab === 'Tekster')?.values['Tittel'] ?? '');

async function expectOneMessage(
  text: TextOf,
  mailing: Mailing,
  standard: string,
  title: string,
): Promise<void> {
  const mail = await PostalMime.parse(text(`preview.${standard}.eml`));
  const own = mailing.recipients.filter((one) => one.standard === standard);
  expect(mail.to?.map(({ address }) => address)).toEqual(own.slice(0, 1).map(({ address }) => address));
  expect([mail.cc, mail.bcc, mail.sender]).toEqual([undefined, undefined, undefined]);
  expect(mail.from?.address).toBe(mailing.sender.address);
  expect(mail.replyTo?.map(({ address }) => address)).toEqual([mailing.replyTo]);
  expect(mail.subject?.split('\n')).toHaveLength(1);
  expect(mail.text?.trimEnd()).toBe(text(`message.${standard}.txt`).trimEnd());
  // Each recipient's key is put into the address for those who want to be left out.
  const keyed = /<a href="mailto:[^"]*Avmelding%20[0-9a-f]{32}"[^>]*>Avmelding<\/a>/gu;
  const html = mail.html?.replace(keyed, 'Avmelding').trimEnd();
  expect(html).toBe(text(`message.${standard}.html`).trimEnd());
  expect(mail.attachments).toHaveLength(mailing.kind === 'followup' ? 0 : 2);
  for (const { content } of mail.attachments) {
    const ics = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const [event, ...more] = ICAL.Component.fromString(ics).getAllSubcomponents('vevent');
    expect(more).toEqual([]);
    expect(event?.getFirstPropertyValue('summary')).toBe(title);
    expect(event?.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
      `mailto:${own[0]?.address ?? ''}`,
    ]);
  }
}

function expectNothingRuns(text: TextOf, { kind }: Mailing, standard: string): void {
  const isAnnouncement = kind === 'announcement';
  for (const file of [`message.${standard}.html`, ...(isAnnouncement ? [`web.${standard}.html`] : [])])
    expect(text(file)).not.toMatch(
      /<(?:script|img|iframe|link|object)\b|(?:href|src)="(?!https:|mailto:|#)/iu,
    );
  if (!isAnnouncement) return;
  const tokens = anyMarkdown.parse(text(`web.${standard}.md`), {});
  const types = tokens.flatMap((token) => [token.type, ...(token.children ?? []).map((one) => one.type)]);
  expect(types.filter((type) => /html|image|code|fence/u.test(type))).toEqual([]);
  expect(text(`post.${standard}.txt`).length).toBeLessThanOrEqual(281);
}

describe('a mailing of whatever people type in every cell', () => {
  it('is one message to one recipient with one event and the same text, and nothing that runs or is fetched', async () => {
    await fc.assert(
      fc.asyncProperty(typedEverywhere, async (typed) => {
        const files = await hostileMailing(typed);
        const text = textIn(files);
        const mailing = mailingOf(text);
        expect(mailing.letters.map(({ standard }) => standard)).toEqual(['nb', 'nn']);
        for (const { standard } of mailing.letters) {
          await expectOneMessage(text, mailing, standard, titleIn(mailing));
          expectNothingRuns(text, mailing, standard);
        }
        const names = files.map(({ name }) => name);
        expect(names.filter((name) => !/^[a-z]+(?:\.n[bn])?\.[a-z]+$/u.test(name))).toEqual([]);
        // No cell of the list is a formula to whoever opens it.
        expect(text('recipients.csv')).not.toMatch(/(?:^|[,\n\uFEFF])"?[=+@\t-]/u);
      }),
      { numRuns: share(15, 100) },
    );
  });
});
