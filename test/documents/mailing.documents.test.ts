import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareWidth, LOOKS, openBrowser, pageFaults, pageText } from './checks/accessibility.ts';
import { calendarFaults, readCalendar } from './checks/calendar.ts';
import { checkHtml } from './checks/html-validity.ts';
import { mailFaults, makeMailings, readMail, type MailRead } from './checks/mail.ts';
import { squeezed } from './checks/print.ts';
import { hostileMailing, typedEverywhere } from '../support/hostile-mailings.ts';
import { otherMailings } from '../support/other-mailings.ts';
import { wholeStory } from '../support/webinar-story.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
const due = await makeMailings(folder);
const story = await wholeStory();
const others = await otherMailings();
const mailings = [
  ...due,
  ...['reminder-7', 'reminder-1', 'correction', 'moved', 'cancelled'].map(story.folderOf),
  ...others.folders,
];
const versions = mailings.flatMap((path) =>
  ['nb', 'nn']
    .filter((standard) => existsSync(join(path, `message.${standard}.html`)))
    .map((standard) => ({ name: basename(path), path, standard })),
);
let browser: Browser;

/** Each calendar part of a mail has one event, with the mail's recipient. They are written to files named `path-…`. */
async function expectCalendars(mail: MailRead, path: string): Promise<void> {
  for (const { type, content } of mail.parts.filter((part) => /calendar|ics/u.test(part.type))) {
    const file = `${path}-${type.replace('/', '-')}.ics`;
    // Python gives the lines of a text part as its own; those of an attachment as they stand.
    await writeFile(file, type === 'text/calendar' ? content.replaceAll('\n', '\r\n') : content);
    expect(await calendarFaults(file)).toEqual([]);
    const { events } = await readCalendar(file);
    expect(events.map(({ attendees }) => attendees)).toEqual([[`mailto:${String(mail.to[0])}`]]);
  }
}

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await remove();
  await story.world.remove();
  await others.remove();
});

test('every kind of mailing is looked at', () => {
  const kinds = new Set(
    versions.map(({ name }) => name.replace(/^.*-(?=[a-z]+(?:-\d+)?-r\d+$)|-r\d+$/gu, '')),
  );
  expect([...kinds].sort()).toEqual([
    ...['agenda', 'announcement', 'asked', 'cancellation', 'cancelled', 'confirmed', 'correction', 'digest'],
    ...['followup', 'moved', 'nudge', 'reminder-1', 'reminder-7'],
  ]);
});

test('the sample has an announcement and a follow-up that are due', () => {
  expect(due.map((path) => basename(path).replace(/^a-\d+-\d+-/u, '')).sort()).toEqual([
    'announcement-r1',
    'followup-r1',
  ]);
});

const pageOf = ({ path, standard }: (typeof versions)[number]): string =>
  join(path, `message.${standard}.html`);

test('each message is valid HTML', async () => {
  expect((await checkHtml(versions.map(pageOf))).errors).toEqual([]);
});

describe.each(versions)('$name in $standard', ({ path, standard }) => {
  const html = pageOf({ name: basename(path), path, standard });

  test('can be read by everybody, wide and narrow, in the light and in the dark', async () => {
    expect(await pageFaults(browser, html)).toEqual([]);
  });

  test('fits a narrow screen also without its style sheet', async () => {
    expect(await bareWidth(browser, html)).toBe(320);
  });

  test('is a message to one recipient, with the same text in every part', async () => {
    const mail = await readMail(join(path, `preview.${standard}.eml`));
    expect(mailFaults(mail)).toEqual([]);
    const of = (type: string): string => mail.parts.find((part) => part.type === type)?.content ?? '';
    const lines = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
    expect(lines(of('text/plain'))).toBe(
      lines(await readFile(join(path, `message.${standard}.txt`), 'utf8')),
    );
    // The address behind the word carries the recipient's key, and is put in as the message is composed.
    const keyed = /<a href="mailto:[^"]*Avmelding%20[0-9a-f]{32}"[^>]*>Avmelding<\/a>/gu;
    expect(lines(of('text/html')).replace(keyed, 'Avmelding')).toBe(lines(await readFile(html, 'utf8')));
    expect(squeezed(await pageText(browser, html))).not.toContain(mail.subject);
    await expectCalendars(mail, join(folder, `${basename(path)}-${standard}`));
  });
});

describe.each(['nb', 'nn'])('the announcement for the web in %s', (standard) => {
  test('is sound inside a page', async () => {
    const path = mailings.find((one) => one.includes('-announcement-')) ?? '';
    const fragment = await readFile(join(path, `web.${standard}.html`), 'utf8');
    const page = join(folder, `web.${standard}.page.html`);
    await writeFile(
      page,
      `<!doctype html>\n<html lang="${standard}"><head><meta charset="utf-8"><title>Webinar</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>${fragment}</main></body></html>`,
    );
    expect((await checkHtml([page])).errors).toEqual([]);
    const light = LOOKS.filter(({ scheme }) => scheme === 'light');
    expect(await pageFaults(browser, page, light)).toEqual([]);
  });
});

describe('mailings of what people type to break out of a cell', () => {
  // The same ones in every run.
  const typed = fc.sample(typedEverywhere, { seed: 2027, numRuns: 24 });

  test.each(typed.map((one, number) => [number, one.kind, one] as const))(
    '%i: a sound %s',
    async (number, _, one) => {
      for (const { name, bytes } of await hostileMailing(one)) {
        if (!name.endsWith('.eml')) continue;
        const file = join(folder, `${String(number)}-${name}`);
        await writeFile(file, bytes);
        const mail = await readMail(file);
        expect(mailFaults(mail)).toEqual([]);
        await expectCalendars(mail, file);
      }
    },
  );
});

describe('the mail checks bite', () => {
  const sound = [
    'From: a@x.example',
    'To: b@x.example',
    'Subject: =?UTF-8?Q?Bl=C3=A5b=C3=A6r?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hei',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hei</p>',
    '--b--',
    '',
  ].join('\r\n');
  let planted = 0;
  const faultsOf = async (was: string, becomes: string): Promise<string> => {
    expect(sound).toContain(was);
    const file = join(folder, `planted-${String(planted++)}.eml`);
    await writeFile(file, sound.replace(was, becomes));
    return mailFaults(await readMail(file)).join('\n');
  };

  test('a message in order passes', async () => {
    expect(await faultsOf('', '')).toBe('');
  });

  test.each([
    ['a second recipient', 'To: b@x.example', 'To: b@x.example, c@x.example', '2 recipients'],
    ['a blind copy', 'Subject:', 'Bcc: c@x.example\r\nSubject:', 'a copy: Bcc'],
    ['no HTML', 'Content-Type: text/html', 'Content-Type: text/csv', 'the parts are'],
    ['an end that is missing', '--b--', '', 'CloseBoundaryNotFound'],
  ])('%s', async (_what, was, becomes, fault) => {
    expect(await faultsOf(was, becomes)).toContain(fault);
  });
});
