/** The screen of papers in Chromium, in a copy of Felles whose templates somebody edits. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openBrowser } from '../checks/accessibility.ts';
import { letIn } from '../checks/running-page.ts';
import { printPage } from '../checks/print.ts';
import { ROOT, temporaryFolder } from '../checks/tools.ts';

const { folder, remove } = await temporaryFolder();
const project = join(folder, 'felles');
const template = join(project, 'templates/agenda.nb.md.hbs');
let browser: Browser;
let server: ChildProcess;
let page: Page;
let base: string;

/** The address that `npm start` prints. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.includes('\n')) resolve(printed.trim());
    });
    child.once('exit', () => {
      reject(new Error('The page has ended.'));
    });
  });

beforeAll(async () => {
  const world = join(folder, 'world');
  await mkdir(world);
  for (const part of ['bin', 'src', 'templates', 'scripts', 'package.json', 'tsconfig.json'])
    await cp(join(ROOT, part), join(project, part), { recursive: true });
  // Each package by itself: the copy keeps its own bundle.
  const [from, to] = [join(ROOT, 'node_modules'), join(project, 'node_modules')];
  await mkdir(to);
  for (const name of (await readdir(from)).filter((one) => !one.startsWith('.')))
    await symlink(join(from, name), join(to, name), 'dir');
  const argv = [join(project, 'bin/felles.js'), 'start', '--no-open', '--now', '2026-11-23T12:00'];
  server = spawn(process.execPath, argv, { cwd: world, stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await addressOf(server);
  browser = await openBrowser();
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  base = await letIn(page, address);
});

afterAll(async () => {
  await browser.close();
  server.kill('SIGINT');
  await remove();
});

const there = (script: string): Promise<unknown> => page.waitForFunction(script, { timeout: 20_000 });

/** As editors save: a new file in place of the old one. */
async function save(change: (text: string) => string): Promise<void> {
  const text = await readFile(template, 'utf8');
  await writeFile(`${template}~`, change(text));
  await rename(`${template}~`, template);
}

/** The words in the frame of a page of the paper. */
async function framed(name: string): Promise<string> {
  const element = await page.waitForSelector(`iframe[name="${name}"]`);
  const frame = await element?.contentFrame();
  if (frame === undefined) throw new Error('no frame');
  await frame.waitForSelector('main');
  return z.string().parse(await frame.evaluate('document.body.innerText'));
}

describe('while somebody writes in a template', { shuffle: false }, () => {
  test('the papers stand beside each other, and a saved template is seen, marked, without a reload', async () => {
    await page.goto(`${base}/nb/papers/agenda`, { waitUntil: 'load' });
    expect(await framed('frame-nb-0')).toContain('Eksempel:');
    expect(await framed('frame-nn-0')).toContain('Døme:');
    await page.evaluate(`document.querySelector('iframe[name="frame-nn-0"]').mark = 'the same';
    document.querySelector('select').focus(); scrollTo(0, 200)`);
    await save((text) => text.replace('## ', 'Dette er nytt her.\n\n## '));
    await there(`document.querySelector('.paper-changes details') !== null`);
    expect(await framed('frame-nb-0')).toContain('Dette er nytt her.');
    const state = z.object({
      other: z.string(),
      focus: z.string(),
      top: z.number(),
      list: z.string(),
      steps: z.number(),
    });
    const now = state.parse(
      await page.evaluate(`({ other: document.querySelector('iframe[name="frame-nn-0"]').mark,
      focus: document.activeElement.tagName, top: scrollY, steps: history.length,
      list: document.querySelector('.paper-changes').innerText })`),
    );
    expect(now).toMatchObject({ other: 'the same', focus: 'SELECT', top: 200 });
    expect(now.list).toContain('Endret siden sist: 1 sted');
    const element = await page.waitForSelector('iframe[name="frame-nb-0"]');
    const frame = await element?.contentFrame();
    const marked = `[...document.querySelectorAll('[data-new]')].map((one) => one.innerText)`;
    expect(await frame?.evaluate(marked)).toEqual(['Dette er nytt her.']);
    // The frame begins with what is new.
    expect(await frame?.evaluate('scrollY > 0')).toBe(true);
    await save((text) => text.replace('Dette er nytt her.', 'Dette er nyere.'));
    await there(`document.querySelector('.paper-changes')?.innerText.includes('nyere')`);
    expect(await page.evaluate('history.length')).toBe(now.steps);
  });

  test('the marks go when the person says so, without script too', async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${base}/nb/papers/agenda`, { waitUntil: 'load' });
    expect(await page.$('.paper-changes details')).not.toBeNull();
    await Promise.all([page.waitForNavigation(), page.click('.paper-seen button')]);
    expect(page.url()).toBe(`${base}/nb/papers/agenda`);
    expect(await page.$('.paper-changes details')).toBeNull();
    expect(await framed('frame-nb-0')).toContain('Dette er nyere.');
    await page.setJavaScriptEnabled(true);
  });

  test('a fault of a template stands in the place of its paper, with the last good one greyed', async () => {
    await page.goto(`${base}/nn/papers/agenda`, { waitUntil: 'load' });
    await save((text) => text.replace('Dette er nyere.', '{{nothingSuch}}'));
    await there(`document.querySelector('.fault') !== null`);
    const places = z
      .array(z.string())
      .parse(
        await page.evaluate(
          `[...document.querySelectorAll('.columns > section')].map((one) => one.innerText)`,
        ),
      );
    expect(places[0]).toMatch(
      /templates\/agenda\.nb\.md\.hbs:\d+:\d+: det finst ikkje noko felt nothingSuch/u,
    );
    expect(places[1]).not.toContain('nothingSuch');
    const saved = await page.evaluate(
      `fetch('${base}/nn/file/papers/agenda/save?in=nb&format=docx').then((answer) => answer.text())`,
    );
    expect(saved).toMatch(/templates\/agenda\.nb\.md\.hbs:\d+:\d+: det finst ikkje noko felt nothingSuch/u);
    const filter = `getComputedStyle(document.querySelector('iframe[name="frame-nb-0"]')).filter`;
    expect(await page.evaluate(filter)).toContain('grayscale');
    expect(await framed('frame-nb-0')).toContain('Dette er nyere.');
    // A template without words is one that somebody has just emptied.
    const kept = await readFile(template, 'utf8');
    await writeFile(template, '');
    await there(`document.querySelector('.fault')?.innerText.includes('éin tittel')`);
    expect(await page.evaluate(`document.querySelector('.fault').innerText`)).toContain(
      'templates/agenda.nb.md.hbs: Eit dokument må ha éin tittel',
    );
    await writeFile(template, kept);
    await save((text) => text.replace('{{nothingSuch}}', 'Dette er nyere.'));
    await there(`document.querySelector('.fault') === null`);
    expect(await page.evaluate(filter)).toBe('none');
  });

  test('a fault of a template is told on Today too, until it is gone', async () => {
    await save((text) => text.replace('Dette er nyere.', '{{nothingSuch}}'));
    const part = `document.querySelector('[data-part="templates"]')`;
    // Templates are checked when Today has been shown for the first time.
    await page.goto(`${base}/nb/today`, { waitUntil: 'load' });
    for (let times = 0; times < 60 && (await page.$('[data-part="templates"]')) === null; times += 1) {
      await pause(500);
      await page.reload({ waitUntil: 'load' });
    }
    expect(await page.evaluate(`${part}.textContent`)).toMatch(
      /templates\/agenda\.nb\.md\.hbs, linje \d+: det finnes ikke noe felt nothingSuch/u,
    );
    await save((text) => text.replace('{{nothingSuch}}', 'Dette er nyere.'));
    await there(`${part} === null`);
  });
});

test.each([
  ['width=phone', 375, 'light'],
  ['width=narrow', 320, 'light'],
  ['width=phone&scheme=dark', 375, 'dark'],
  ['width=print&scheme=dark', 794, 'light'],
] as const)('%s is what it says, on a machine that is light', async (query, width, scheme) => {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(`${base}/nb/papers/report?view=nb&${query}`, { waitUntil: 'load' });
  await framed('frame-nb-0');
  const element = await page.waitForSelector('iframe');
  const frame = await element?.contentFrame();
  const look = z.object({ width: z.number(), back: z.string(), margin: z.string() });
  const found = look.parse(
    await frame?.evaluate(`({ width: document.body.offsetWidth, back: getComputedStyle(document.documentElement).backgroundColor,
      margin: getComputedStyle(document.documentElement).getPropertyValue('--margin').trim() })`),
  );
  expect(Math.abs(found.width - width)).toBeLessThanOrEqual(3);
  expect(found.back).toBe(scheme === 'dark' ? 'rgb(19, 25, 23)' : 'rgb(255, 255, 255)');
  expect(found.margin).toBe(width === 794 ? '32mm' : '0rem');
});

/** Of each sheet in the frame of a paper in print, the first letters that stand on it. */
const sheetsOf = `(() => {
  const [first, height] = [13, 270 + 35].map((millimetres) => millimetres * 96 / 25.4);
  const sheets = [];
  const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (words.nextNode())
    for (let at = 0; at < words.currentNode.data.length; at += 1) {
      const range = document.createRange();
      range.setStart(words.currentNode, at);
      range.setEnd(words.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const sheet = Math.floor((box.top + scrollY - first + 4) / height);
      sheets[sheet] = (sheets[sheet] ?? '') + words.currentNode.data[at].trim();
    }
  return sheets.map((text) => text.slice(0, 24));
})()`;

test.each(['agenda', 'report?appendix=on', 'decisions'])(
  '%s has its sheets of A4 end where the printed ones do',
  async (paper) => {
    await page.setViewport({ width: 1280, height: 900 });
    const mark = paper.includes('?') ? '&' : '?';
    await page.goto(`${base}/nb/papers/${paper}${mark}view=nb&width=print`, { waitUntil: 'load' });
    await framed('frame-nb-0');
    const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
    const seen = z.array(z.string()).parse(await frame?.evaluate(sheetsOf));
    const save = `document.querySelector('.saves a[href*="format=html"]').href`;
    const saved = await page.evaluate(`fetch(${save}).then((answer) => answer.text())`);
    const file = join(folder, 'printed.html');
    await writeFile(file, z.string().parse(saved));
    const { text } = await printPage(browser, file);
    const printed = text.split('\f').map((sheet) => sheet.replace(/\s/gu, '').slice(0, 24));
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(printed.slice(0, -1));
  },
);

test('the calendar is told as a list, with what the file has', async () => {
  await page.goto(`${base}/nb/papers/calendar`, { waitUntil: 'load' });
  const list = (await framed('frame-nb-0')).replaceAll('\u00A0', ' ');
  const link = `document.querySelector('.saves a[href*="format=ics"]').href`;
  const file = z.string().parse(await page.evaluate(`fetch(${link}).then((answer) => answer.text())`));
  expect(list).toMatch(
    /3\. desember 2026\s+10\.00–11\.30\s+Kvartalsmøte 4\. kvartal 2026\s+Digitalt \(Teams\)/u,
  );
  const rows = 'document.querySelectorAll("tbody tr").length';
  const frame = await (await page.waitForSelector('iframe[name="frame-nb-0"]'))?.contentFrame();
  expect(await frame?.evaluate(rows)).toBe(file.split('BEGIN:VEVENT').length - 1);
  expect(await framed('frame-nn-0')).toContain('Frå og med i dag');
});

test('the papers are found, turned and saved by the keyboard alone', async () => {
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${base}/nb/papers`, { waitUntil: 'load' });
  const tabTo = async (wanted: string): Promise<void> => {
    const isThere = `[document.activeElement.innerText, document.activeElement.search]`;
    for (let times = 0; times < 120; times += 1) {
      await page.keyboard.press('Tab');
      const [text, search = ''] = z.array(z.string().nullish()).parse(await page.evaluate(isThere));
      if (text === wanted || search?.includes(wanted) === true) return;
    }
    throw new Error(`«${wanted}» cannot be reached with the keyboard`);
  };
  const follow = async (wanted: string): Promise<void> => {
    await tabTo(wanted);
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
  };
  await follow('Vedtak og tiltak');
  for (const choice of ['Nynorsk', 'A4-utskrift', 'Mørkt']) {
    await page.focus('#main');
    await follow(choice);
  }
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({ view: 'nn', width: 'print' });
  expect(await framed('frame-nn-0')).toContain('Vedtak');
  await tabTo('format=docx');
});

test('many pages after each other keep no line to the server', async () => {
  for (const name of ['agenda', 'minutes', 'digest', 'county', 'examples', 'calendar', 'decisions', 'report'])
    await page.goto(`${base}/nb/papers/${name}`, { waitUntil: 'load', timeout: 20_000 });
  expect(await page.title()).toContain('Rapport');
});
