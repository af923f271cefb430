import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, openBrowser, pageFaults, pageHeadings, pageText } from './checks/accessibility.ts';
import { calendarFaults, readCalendar } from './checks/calendar.ts';
import { docxFaults, readDocx } from './checks/docx-structure.ts';
import { checkHtml } from './checks/html-validity.ts';
import { languageFaults, openSpeller, withoutNames } from './checks/language.ts';
import { openInOffice, squeezed } from './checks/office.ts';
import { makeAgenda, peoplesTexts } from './checks/papers.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
const papers = await makeAgenda(folder);
const spellers = { nb: await openSpeller('nb'), nn: await openSpeller('nn') };
const written = await peoplesTexts(join(folder, 'register.xlsx'));
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await remove();
});

describe('the sample register', () => {
  test.each(written)('is in good bokmål or good nynorsk: %s', (text) => {
    const nb = languageFaults(text, 'nb', spellers.nb);
    const nn = languageFaults(text, 'nn', spellers.nn);
    expect(nb.length < nn.length ? nb : nn).toEqual([]);
  });
});

describe.each(papers)('the agenda in $standard', ({ standard, html, docx, txt, ics }) => {
  test('is valid HTML', async () => {
    const { errors, warnings } = await checkHtml([html]);
    for (const warning of warnings) process.stdout.write(`warning: ${warning}\n`);
    expect(errors).toEqual([]);
  });

  test.each(LOOKS)('can be used by everybody at $width px, $scheme', async (look) => {
    expect(await pageFaults(browser, html, look)).toEqual([]);
  });

  test('is a Word document that can be read by everybody', async () => {
    const structure = await readDocx(docx);
    expect(docxFaults(structure, standard === 'nb' ? 'nb-NO' : 'nn-NO')).toEqual([]);
    expect(structure.listItems).toBeGreaterThan(0);
    expect(structure.tables.length).toBeGreaterThan(0);
  });

  test('has the same headings as a page, in Word, in LibreOffice and as text', async () => {
    const headings = await pageHeadings(browser, html);
    expect(headings.length).toBeGreaterThan(5);
    expect((await readDocx(docx)).headings).toEqual(headings);
    const printed = squeezed((await openInOffice(docx)).text);
    const plain = squeezed(await readFile(txt, 'utf8'));
    for (const { text } of headings) {
      expect(printed).toContain(squeezed(text));
      expect(plain.toLocaleLowerCase('nb')).toContain(squeezed(text).toLocaleLowerCase('nb'));
    }
  });

  test('has an invitation that others read as it is meant', async () => {
    expect(await calendarFaults(ics)).toEqual([]);
    const { events } = await readCalendar(ics);
    expect(events).toHaveLength(1);
    const start = /T(\d\d):(\d\d):00\+0[12]:00$/u.exec(events[0]?.start ?? '');
    const page = squeezed(await pageText(browser, html));
    expect(page).toContain(`kl. ${String(start?.[1])}.${String(start?.[2])}`);
  });

  test('is in good language', async () => {
    for (const text of [await pageText(browser, html), await readFile(txt, 'utf8')]) {
      const ours = withoutNames(squeezed(text), written);
      expect(languageFaults(ours, standard, spellers[standard])).toEqual([]);
    }
    const { events } = await readCalendar(ics);
    const said = events.map(({ summary, description }) => `${summary ?? ''} ${description ?? ''}`).join(' ');
    const ours = withoutNames(squeezed(said), written);
    expect(languageFaults(ours, standard, spellers[standard])).toEqual([]);
  });

  test('has nobody’s name in its file names', () => {
    for (const file of [html, docx, txt, ics]) expect(basename(file)).toMatch(/^[a-z0-9-]+\.n[bn]\.[a-z]+$/u);
  });
});
