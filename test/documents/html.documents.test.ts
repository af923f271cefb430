import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, pageFaults } from './checks/accessibility.ts';
import { checkHtml } from './checks/html-validity.ts';
import { temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
let browser: Browser;
let planted = 0;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await remove();
});

/** A small page in order, and the same page with something replaced. */
async function plant(was = '', becomes = ''): Promise<string> {
  const page = `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><title>Saksliste</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body { color: CanvasText; background: Canvas }</style></head>
<body><main><h1>Saksliste</h1><table><thead><tr><th scope="col">Sak</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<p>Takk for nå.</p></main></body></html>`;
  expect(page).toContain(was);
  const file = join(folder, `planted-${String(planted++)}.html`);
  await writeFile(file, page.replace(was, becomes));
  return file;
}

describe('the HTML checks bite', () => {
  test('a page in order passes them all', async () => {
    const file = await plant();
    expect(await checkHtml([file])).toEqual({ errors: [], warnings: [] });
    expect(await pageFaults(browser, file)).toEqual([]);
  });

  test('an element that is not closed', async () => {
    const { errors } = await checkHtml([await plant('<p>Takk for nå.</p>', '<p><em>Takk for nå.</p>')]);
    expect(errors.join()).toContain('em');
  });

  test('a page without a language is warned of', async () => {
    const { warnings } = await checkHtml([await plant(' lang="nb"', '')]);
    expect(warnings.join()).toContain('lang');
  });

  test.each([
    ['a page without a language', ' lang="nb"', '', 'html-has-lang'],
    ['weak contrast in the light', 'CanvasText', 'light-dark(#999, #fff)', 'light: color-contrast'],
    ['weak contrast in the dark', 'CanvasText', 'light-dark(#000, #555)', 'dark: color-contrast'],
    ['a picture without words', '<p>Takk for nå.</p>', '<p><img src="data:,"></p>', 'image-alt'],
    [
      'a page wider than the telephone',
      '<p>Takk',
      '<p style="width: 600px">Takk',
      '320 px, dark: sideways scroll',
    ],
    [
      'a script from elsewhere',
      '<p>Takk',
      '<script src="https://felles.example/a.js"></script><p>Takk',
      'external',
    ],
  ])('%s', async (_what, was, becomes, fault) => {
    const file = await plant(was, becomes);
    expect((await pageFaults(browser, file)).join('\n')).toContain(fault);
  });
});
