import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, pageFaults, pageHeadings, pageText, countInPage } from './checks/accessibility.ts';
import { calendarFaults, readCalendar } from './checks/calendar.ts';
import { docxFaults, readDocx, type DocxStructure } from './checks/docx-structure.ts';
import { checkHtml } from './checks/html-validity.ts';
import { languageFaults, openSpeller, withoutNames } from './checks/language.ts';
import { openInOffice } from './checks/office.ts';
import { printPage, squeezed, strandedHeadings, type Printed } from './checks/print.ts';
import { asShown, makePapers, peoplesTexts } from './checks/papers.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
const papers = await makePapers(folder);
const spellers = { nb: await openSpeller('nb'), nn: await openSpeller('nn') };
const written = await peoplesTexts(join(folder, 'register.xlsx'));
const shown = asShown(written);
let browser: Browser;
/** What LibreOffice prints of each .docx, and what python-docx reads in it. */
let documents: ReadonlyMap<string, { readonly printed: Printed; readonly structure: DocxStructure }>;

function documentOf(docx: string) {
  const found = documents.get(docx);
  if (found === undefined) throw new Error(`${docx} was not opened`);
  return found;
}

beforeAll(async () => {
  browser = await openBrowser();
  const files = papers.map(({ docx }) => docx);
  const opened = await openInOffice(files);
  documents = new Map(
    await Promise.all(
      files.map(async (docx, index) => {
        const printed = opened[index] ?? { text: '', pages: 0 };
        return [docx, { printed, structure: await readDocx(docx) }] as const;
      }),
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await remove();
});

test('each text in the sample register is in good bokmål or in good nynorsk', () => {
  const faults = written.flatMap((text) => {
    const nb = languageFaults(text, 'nb', spellers.nb);
    const nn = languageFaults(text, 'nn', spellers.nn);
    return (nb.length <= nn.length ? nb : nn).map((fault) => `${fault} («${text.slice(0, 60)}»)`);
  });
  expect(written.length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});

test('each page is valid HTML', async () => {
  const { errors, warnings } = await checkHtml(papers.map(({ html }) => html));
  for (const warning of warnings) process.stdout.write(`warning: ${warning}\n`);
  expect(errors).toEqual([]);
});

describe.each(papers)('$name in $standard', ({ standard, html, docx, txt, ics }) => {
  test('can be used by everybody, wide and narrow, in the light and in the dark', async () => {
    expect(await pageFaults(browser, html)).toEqual([]);
  });

  test('is a Word document that can be read by everybody', async () => {
    const { structure } = documentOf(docx);
    expect(docxFaults(structure, standard === 'nb' ? 'nb-NO' : 'nn-NO', written)).toEqual([]);
    expect(structure.listItems).toBe(await countInPage(browser, html, 'li'));
    expect(structure.tables.filter(({ head }) => head.length > 2).length).toBe(
      await countInPage(browser, html, 'table'),
    );
  });

  test('has the same headings as a page, in Word, in LibreOffice and as text', async () => {
    const headings = (await pageHeadings(browser, html)).map(({ level, text }) => ({
      level,
      text: squeezed(text),
    }));
    expect(headings.length).toBeGreaterThan(2);
    const { printed, structure } = documentOf(docx);
    const inOffice = squeezed(printed.text);
    const inWord = structure.headings.map(({ level, text }) => ({
      level,
      text: squeezed(text),
    }));
    expect(inWord).toEqual(headings);
    const plain = squeezed(await readFile(txt, 'utf8'));
    for (const { text } of headings) {
      expect(inOffice).toContain(squeezed(text));
      expect(plain.toLocaleLowerCase('nb')).toContain(squeezed(text).toLocaleLowerCase('nb'));
    }
  });

  test('has no heading at the foot of a page, in print and in LibreOffice', async () => {
    const headings = (await pageHeadings(browser, html)).map(({ text }) => text);
    expect(strandedHeadings(await printPage(browser, html), headings)).toEqual([]);
    expect(strandedHeadings(documentOf(docx).printed, headings)).toEqual([]);
  });

  test('is in good language', async () => {
    const { events } = ics === undefined ? { events: [] } : await readCalendar(ics);
    const invitation = events
      .map(({ summary, description }) => `${summary ?? ''} ${description ?? ''}`)
      .join(' ');
    // In the text files, the columns of a table cut what people wrote into pieces: there each of their words is let by.
    const pieces = [
      ...shown,
      ...written.flatMap((text) => text.split(/[^\p{L}-]+/u)).filter((word) => word !== ''),
    ];
    const ours = [
      withoutNames(squeezed(await pageText(browser, html)), shown),
      withoutNames(squeezed(await readFile(txt, 'utf8')), pieces),
      withoutNames(squeezed(invitation), pieces),
    ];
    for (const text of ours) expect(languageFaults(text, standard, spellers[standard])).toEqual([]);
    expect(ours[0]?.length, `the page of ${html} has hardly any words of its own`).toBeGreaterThan(50);
  });

  test('has nobody’s name in its file names', () => {
    for (const file of [html, docx, txt, ics ?? html])
      expect(basename(file)).toMatch(/^[a-z0-9-]+\.n[bn]\.[a-z]+$/u);
  });
});

const agendas = papers.filter(({ name }) => name === 'agenda');

test('there is an agenda to look at', () => {
  expect(agendas).toHaveLength(2);
});

describe.each(agendas)('the invitation in $standard', ({ html, ics }) => {
  test('is one that others read as it is meant', async () => {
    if (ics === undefined) throw new Error('no invitation');
    expect(await calendarFaults(ics)).toEqual([]);
    const { events } = await readCalendar(ics);
    expect(events).toHaveLength(1);
    const start = /T(\d\d):(\d\d):00\+0[12]:00$/u.exec(events[0]?.start ?? '');
    const page = squeezed(await pageText(browser, html));
    expect(page).toContain(`kl. ${String(start?.[1])}.${String(start?.[2])}`);
  });
});
