/** The page in Chromium on a bad day: the workbook is half saved or gone, Google is slow or says no, another window works, the machine has slept. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initCommand } from '../../../src/app/commands/init.ts';
import { commands, isCommand } from '../../../src/app/main.ts';
import { startFakeGoogle } from '../../support/google/fake-google.ts';
import { runOf, startPage, type RunningPage } from '../../support/running-page.ts';
import { makeSampleWorld, makeWorld, type TestWorld } from '../../support/world.ts';
import { openBrowser } from '../checks/accessibility.ts';
import { ROOT } from '../checks/tools.ts';

let browser: Browser;
let page: Page;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterEach(async () => {
  await page.goto('about:blank');
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => browser.close());

/** The page over a world, open in the window, with the focus on the second entry of the menu. */
async function openPage(world: TestWorld, env = {}): Promise<RunningPage> {
  ends.push(() => world.remove());
  const run = await runOf(world, [], env);
  const running = await startPage(run, {
    program: join(ROOT, 'bin/felles.js'),
    find: async (name) => (isCommand(name) ? commands[name].load() : undefined),
  });
  running.fresh.watch(run.settings);
  ends.push(() => running.close());
  const [name = '', value = ''] = running.cookie.split('=');
  await browser.setCookie({ name, value, domain: '127.0.0.1', path: '/' });
  // Only the window in front sees at once what is told.
  await page.bringToFront();
  await page.goto(`${running.base}/nb/today`, { waitUntil: 'load' });
  await page.focus('header nav li:nth-child(2) a');
  return running;
}

const sees = (text: string, own = page): Promise<unknown> =>
  own.waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`, { timeout: 30_000 });
const sayNoMore = (text: string): Promise<unknown> =>
  page.waitForFunction(`!document.body.innerText.includes(${JSON.stringify(text)})`, { timeout: 30_000 });
/** What the screen shows, and where the focus is. */
const state = (): Promise<unknown> =>
  page.evaluate('[document.querySelector("main").innerText, document.activeElement.textContent]');

const UNREAD = 'Registeret kan ikke leses. Det du ser, er fra klokka';

describe('a workbook', () => {
  it('that is half saved, gone and back is told of beside what was read last, and the focus stays', async () => {
    const world = await makeSampleWorld();
    const file = join(world.folder, 'register.xlsx');
    const whole = await readFile(file);
    await openPage(world);
    const before = await state();
    expect(before).toEqual([expect.stringContaining('I dag'), 'Dokumenter']);
    for (const [spoil, said] of [
      [() => writeFile(file, whole.subarray(0, whole.length / 2)), 'Regnearket er skadet'],
      [() => rm(file), 'Det finnes ikke noe'],
    ] as const) {
      await spoil();
      await sees(said);
      await sees(UNREAD);
      expect(await state()).toEqual(before);
      await writeFile(file, whole);
      await sayNoMore(UNREAD);
      expect(await state()).toEqual(before);
    }
  });

  it('that is open in Excel is shown, and a command that would write says why it did not', async () => {
    const world = await makeSampleWorld();
    await writeFile(join(world.folder, '~$register.xlsx'), 'Kari');
    const running = await openPage(world);
    await page.goto(`${running.base}/nb/doing/agenda?number=on&format=txt`, { waitUntil: 'load' });
    const second = await browser.newPage();
    await second.goto(`${running.base}/nn/today`, { waitUntil: 'load' });
    const button = await page.waitForSelector('main form button:not(.second)');
    await button?.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    // Whoever has another window sees that this one works.
    await second.waitForSelector('aside .running a', { timeout: 30_000 });
    await second.close();
    await page.waitForSelector('.outcome.failed', { timeout: 60_000 });
    await sees('ikke sikkert at saksnumrene er skrevet');
    await sees('Ingenting i registeret ble endret');
  }, 120_000);
});

it('a machine that has slept for a night shows the new day when it wakes', async () => {
  let now = '2026-11-23T15:10:00Z';
  const world = await makeWorld(() => new Date(now));
  await world.run(initCommand, ['--sample']);
  const running = await openPage(world);
  await sees('klokka 16.10');
  const before = await page.evaluate('document.querySelector("main").innerText');
  now = '2026-11-24T07:00:00Z';
  await running.fresh.read();
  await sees('klokka 08.00');
  const [after, focus] = (await state()) as [string, string];
  expect(after).not.toBe(before);
  expect(focus).toBe('Dokumenter');
});

it('a Google Sheet that is slow, or that may not be read, is told of, and what was read last stays', async () => {
  const google = await startFakeGoogle();
  ends.push(() => google.close());
  const world = await makeWorld();
  const env = {
    ...{ GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token },
    ...{ FELLES_SPREADSHEET: google.createSpreadsheet({}), FELLES_STATE: join(world.folder, 'state') },
  };
  await world.run(initCommand, ['--sample'], env);
  const running = await openPage(world, env);
  const before = await state();
  let answer: () => void = () => undefined;
  let isSlow = true;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  google.between((_, moment) => (isSlow && moment === 'before' ? held : undefined));
  const reading = running.fresh.read();
  await sees('Registeret leses');
  expect(await state()).toEqual(before);
  isSlow = false;
  answer();
  await reading;
  await sayNoMore('Registeret leses');
  google.fault(() => true, { status: 403, times: 1 });
  await running.fresh.read();
  await sees(UNREAD);
  expect(await state()).toEqual(before);
  await running.fresh.read();
  await sayNoMore(UNREAD);
  expect(await state()).toEqual(before);
});
