import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, pageHeadings } from './checks/accessibility.ts';
import { openInOffice } from './checks/office.ts';
import { run } from './checks/papers.ts';
import { printPage, strandedHeadings, type Printed } from './checks/print.ts';
import { temporaryFolder } from './checks/tools.ts';

/** How many printed pages an agenda may have, and how many words: a head of section reads the first page. */
const MOST_PAGES = 3;
const MOST_WORDS = 1250;

/** Days when the sample has meetings with much behind them, and much before. */
const DAYS = ['2026-02-10', '2026-08-17', '2026-11-23'];

const { folder, remove } = await temporaryFolder();
let browser: Browser;
/** The agendas of all days in both standards. */
let made: readonly string[];
let printed: readonly Printed[];

const filesOf = (ending: string): readonly string[] => made.filter((name) => name.endsWith(ending));

beforeAll(async () => {
  browser = await openBrowser();
  const names: string[] = [];
  for (const day of DAYS) {
    const own = join(folder, day);
    await mkdir(own);
    await run(own, 'init', ['--sample'], day);
    const stdout = await run(own, 'agenda', ['--format', 'html,docx,txt'], day);
    names.push(
      ...stdout
        .trim()
        .split('\n')
        .map((path) => join(own, path)),
    );
  }
  made = names;
  const pages: Printed[] = [];
  for (const file of filesOf('.html')) pages.push(await printPage(browser, file));
  printed = [...pages, ...(await openInOffice(filesOf('.docx')))];
});

afterAll(async () => {
  await browser.close();
  await remove();
});

test('the agenda has three printed pages in both standards, from Chromium and from LibreOffice', () => {
  expect(printed).toHaveLength(4 * DAYS.length);
  expect(printed.map(({ pages }) => pages).filter((pages) => !(pages >= 1 && pages <= MOST_PAGES))).toEqual(
    [],
  );
});

test('no page of it ends with a heading', async () => {
  const headings = await Promise.all(filesOf('.html').map((file) => pageHeadings(browser, file)));
  const words = headings.flat().map(({ text }) => text);
  expect(printed.flatMap((one) => strandedHeadings(one, words))).toEqual([]);
});

test('a paper of four pages is found out, and a heading that is alone', async () => {
  const file = join(folder, 'long.html');
  const pages = '<p style="break-after: page">Side</p>'.repeat(MOST_PAGES - 1);
  await writeFile(file, `${pages}<h2 style="break-after: page">Saker til møtet</h2><p>Side</p>`);
  const found = await printPage(browser, file);
  expect(found.pages).toBe(MOST_PAGES + 1);
  expect(strandedHeadings(found, ['Saker til møtet', 'Saker'])).toEqual(['Saker til møtet']);
});

test('the numbers at the foot of a page hide no heading', () => {
  for (const foot of ['2/3', 'Saksliste    Side 2 av 3'])
    expect(
      strandedHeadings({ text: `Ord\n\nSaker til\n  møtet\n\n   ${foot}\n\f`, pages: 1 }, [
        'Saker til møtet',
      ]),
    ).toHaveLength(1);
});

test('the agenda stays short', async () => {
  const words = await Promise.all(
    filesOf('.txt').map(async (file) => (await readFile(file, 'utf8')).split(/\s+/u).length),
  );
  expect(words).toHaveLength(2 * DAYS.length);
  expect(words.filter((count) => count > MOST_WORDS)).toEqual([]);
});
