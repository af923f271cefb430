import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './checks/accessibility.ts';
import { openInOffice } from './checks/office.ts';
import { mustRun, ROOT, temporaryFolder } from './checks/tools.ts';

/** How many printed pages a paper may have, and how many words: a head of section reads the first page. */
const MOST_PAGES = 3;
const MOST_WORDS = 1250;

const { folder, remove } = await temporaryFolder();
const papers = join(folder, 'out/agenda');
let made: readonly string[];

const filesOf = (ending: string): readonly string[] =>
  made.filter((name) => name.endsWith(ending)).map((name) => join(papers, name));

beforeAll(async () => {
  for (const name of ['init', 'agenda']) {
    const flags = name === 'init' ? ['--sample'] : [];
    const at = ['--now', '2026-11-23T12:00'];
    await mustRun(process.execPath, [join(ROOT, 'bin/felles.js'), name, ...flags, ...at], folder);
  }
  made = await readdir(papers);
});

afterAll(remove);

/** The file as Chromium prints it, in pages. */
async function printed(files: readonly string[]): Promise<readonly number[]> {
  const browser = await openBrowser();
  try {
    const counts: number[] = [];
    for (const file of files) {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      const pdf = `${file}.pdf`;
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      counts.push(Number(/^Pages:\s+(\d+)/mu.exec(await mustRun('pdfinfo', [pdf]))?.[1]));
      await page.close();
    }
    return counts;
  } finally {
    await browser.close();
  }
}

test('the agenda has three printed pages in both standards, from Chromium and from LibreOffice', async () => {
  const counts = [
    ...(await printed(filesOf('.html'))),
    ...(await openInOffice(filesOf('.docx'))).map(({ pages }) => pages),
  ];
  expect(counts).toHaveLength(4);
  expect(counts.filter((pages) => !(pages >= 1 && pages <= MOST_PAGES))).toEqual([]);
});

test('a paper of four pages is found out', async () => {
  const file = join(folder, 'long.html');
  await writeFile(file, `${'<p style="break-after: page">Side</p>'.repeat(MOST_PAGES)}<p>Side</p>`);
  expect(await printed([file])).toEqual([MOST_PAGES + 1]);
});

test('the agenda stays short', async () => {
  const words = await Promise.all(
    filesOf('.txt').map(async (file) => (await readFile(file, 'utf8')).split(/\s+/u).length),
  );
  expect(words).toHaveLength(2);
  expect(words.filter((count) => count > MOST_WORDS)).toEqual([]);
});
