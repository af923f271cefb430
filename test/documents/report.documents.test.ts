import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './checks/accessibility.ts';
import { readDocx } from './checks/docx-structure.ts';
import { openInOffice } from './checks/office.ts';
import { run } from './checks/papers.ts';
import { printPage } from './checks/print.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
let browser: Browser;

beforeAll(async () => {
  await run(folder, 'init', ['--sample']);
  await run(folder, 'report', []);
  await run(folder, 'report', ['--appendix']);
  await run(folder, 'county', []);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await remove();
});

const report = (ending: string, more = ''): string =>
  join(folder, `out/report/rapport-2026${more}.${ending}`);

/** How many sheets a page takes in print. */
const sheetsOf = async (html: string): Promise<number> => (await printPage(browser, html)).pages;

describe.each(['nb', 'nn'])('the report in %s', (standard) => {
  test('takes three sheets at most on paper, and more with its appendix', async () => {
    expect(await sheetsOf(report(`${standard}.html`))).toBeLessThanOrEqual(3);
    expect(await sheetsOf(report(`${standard}.html`, '-med-vedlegg'))).toBeGreaterThan(3);
  });

  test('takes three sheets at most in Word', async () => {
    const [plain] = await openInOffice([report(`${standard}.docx`)]);
    expect(plain?.pages).toBeLessThanOrEqual(3);
  });
});

test.each([
  ['report/rapport-2026', 2],
  ['county/fylkesoversikt-2026-11-23', 1],
])('%s has its drawings in Word, with words for those who do not see them', async (name, count) => {
  const [nb, nn] = await Promise.all(
    ['nb', 'nn'].map(async (standard) => readDocx(join(folder, 'out', `${name}.${standard}.docx`))),
  );
  for (const { pictures } of [nb, nn].flatMap((each) => each ?? [])) {
    expect(pictures).toHaveLength(count);
    for (const { kinds, width, description } of pictures) {
      expect(kinds).toEqual(['image/png', 'image/svg+xml']);
      // The width of the text on A4 with margins of 20 mm.
      expect(width).toBeLessThanOrEqual(170);
      expect(description.length).toBeGreaterThan(40);
    }
  }
  expect(nb?.pictures[0]?.description).not.toBe(nn?.pictures[0]?.description);
});
