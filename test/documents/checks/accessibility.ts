import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { z } from 'zod';
import { firstThatExists, ROOT } from './tools.ts';

/** How somebody looks at a page. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export const LOOKS: readonly Look[] = [
  { width: 1200, scheme: 'light' },
  { width: 1200, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
];

/** WCAG 2.1 A and AA, and what the makers of axe call best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

const Violations = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the Chromium of the machine, deaf to the network but for this machine. Close it afterwards. */
export function openBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: firstThatExists('Chromium', BROWSERS),
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-dev-shm-usage',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * Opens an HTML file and looks at it in each of these ways, one after the other, since our pages have no script that could notice.
 * Lists what is wrong, and how it was looked at: what axe finds, and whether the page must be scrolled sideways. Then what the page
 * asks of others than itself.
 */
export async function pageFaults(
  browser: Browser,
  file: string,
  looks: readonly Look[] = LOOKS,
): Promise<string[]> {
  const page = await browser.newPage();
  try {
    const asked = await listenForRequests(page, file);
    const faults: string[] = [];
    for (const look of looks) {
      await page.setViewport({ width: look.width, height: 800 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme }]);
      if (look === looks[0]) await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      const found = await openFaults(page);
      faults.push(...found.map((fault) => `${String(look.width)} px, ${look.scheme}: ${fault}`));
    }
    return [...faults, ...asked];
  } finally {
    await page.close();
  }
}

/** The text of an HTML file as a reader gets it, without what is hidden. */
export async function pageText(browser: Browser, file: string): Promise<string> {
  return z.string().parse(await inPage(browser, file, 'document.body.innerText'));
}

const Headings = z.array(z.object({ level: z.number(), text: z.string() }));

/** The headings of an HTML file, in order. */
export async function pageHeadings(browser: Browser, file: string): Promise<z.infer<typeof Headings>> {
  const script = `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) =>
    ({ level: Number(one.tagName.slice(1)), text: one.textContent.trim() }))`;
  return Headings.parse(await inPage(browser, file, script));
}

/** How many elements an HTML file has that a selector finds. */
export async function countInPage(browser: Browser, file: string, selector: string): Promise<number> {
  return z.number().parse(await inPage(browser, file, `document.querySelectorAll('${selector}').length`));
}

/** How wide an HTML file is on a screen of 320 pixels for a program that throws away its style sheet, as Gmail may. */
export async function bareWidth(browser: Browser, file: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 320, height: 800 });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const width: unknown =
      await page.evaluate(`document.querySelectorAll('style').forEach((one) => one.remove());
      document.documentElement.scrollWidth`);
    return z.number().parse(width);
  } finally {
    await page.close();
  }
}

async function inPage(browser: Browser, file: string, script: string): Promise<unknown> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    return await page.evaluate(script);
  } finally {
    await page.close();
  }
}

/** Fills the list as the page asks for things, and gives it nothing. */
async function listenForRequests(page: Page, file: string): Promise<string[]> {
  const asked: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const own = request.url() === pathToFileURL(file).href || request.url().startsWith('data:');
    if (!own) asked.push(`external resource: ${request.url()}`);
    void (own ? request.continue() : request.abort());
  });
  return asked;
}

/** What is wrong with a page as it is open now: what axe finds, and whether it must be scrolled sideways. */
export const openFaults = async (page: Page): Promise<string[]> => [
  ...(await axeFaults(page)),
  ...(await sidewaysFaults(page)),
];

/** Frames of the page hold papers, which have tests of their own, and let no script in. */
async function axeFaults(page: Page): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined')
    await page.evaluate(await readFile(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const options = JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'], iframes: false });
  const found: unknown = await page.evaluate(
    `axe.run(document, ${options}).then((result) => result.violations)`,
  );
  return Violations.parse(found).flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

/** Whether a page as it is open now must be scrolled sideways. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const overflow: unknown = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  const pixels = z.number().parse(overflow);
  return pixels > 0 ? [`sideways scroll: ${String(pixels)} px too wide`] : [];
}
