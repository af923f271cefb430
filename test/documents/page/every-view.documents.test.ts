/**
 * Every view of the page in Chromium, over a register full of problems and of text that would run if it were not text: looked at wide and
 * narrow, in the light and in the dark, at 200 %, by axe and by the Nu checker.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import type { MakerPort } from '../../../src/app/page/maker-port.ts';
import { paperNames } from '../../../src/app/papers/registry.ts';
import { makeHostileWorld } from '../../support/hostile-register.ts';
import { makerOf, runOf, startPage, type RunningPage } from '../../support/running-page.ts';
import type { TestWorld } from '../../support/world.ts';
import { openBrowser, openFaults, sidewaysFaults } from '../checks/accessibility.ts';
import { checkHtml } from '../checks/html-validity.ts';

const program = fileURLToPath(new URL('../../app/page/slow-commands.ts', import.meta.url));

let world: TestWorld;
let running: RunningPage;
let browser: Browser;
let page: Page;
/** What the maker does with the next screens. */
let mood: 'works' | 'is late' | 'fails' = 'works';
/** The views by address. */
const views: string[] = [];
/** What the browser asked of others than the page, and what it said of scripts. */
const strange: string[] = [];

/** A maker that can be made to wait, or to have a fault. */
const moody = (maker: MakerPort): MakerPort => ({
  ...maker,
  ask: async (question) => {
    if (question.ask === 'screen' && mood === 'fails') throw new Error('This is a fault that a test makes.');
    if (question.ask === 'screen' && mood === 'is late') await pause(30_000, undefined, { ref: false });
    return maker.ask(question);
  },
});

/** Starts a command as a form of the page does, until it has ended. */
async function run(command: string): Promise<void> {
  const started = running.runs.start({ standard: 'nb', command, argv: [], from: '/nb/today' });
  if ('busy' in started) throw new Error('busy');
  await vi.waitFor(() => { expect(running.runs.current).toBeUndefined(); }, 60_000); // prettier-ignore
}

const open = async (path: string): Promise<void> => {
  await page.goto(running.base + path, { waitUntil: 'load' });
};
const ask = async <Value>(script: string, schema: z.ZodType<Value>): Promise<Value> =>
  schema.parse(await page.evaluate(script));

beforeAll(async () => {
  world = await makeHostileWorld(500);
  const { code, stderr } = await world.run(announceCommand, [
    ...['--webinar', 'A-2026-038', '--kind', 'announcement', '--allow', 'links-honest'],
  ]);
  expect(code, stderr).toBeLessThan(2);
  const given = await runOf(world);
  running = await startPage(given, { program, maker: moody(await makerOf(given)) });
  vi.stubEnv('NODE_OPTIONS', `--import ${import.meta.resolve('tsx')}`);
  for (const command of ['refuse', 'crash', 'write']) await run(command);
  running.runs.start({ standard: 'nb', command: 'send-slowly', argv: [], from: '/nb/today' });
  browser = await openBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const [name = '', value = ''] = running.cookie.split('=');
  await browser.setCookie({ name, value, domain: '127.0.0.1', path: '/' });
  page.on('request', (request) => {
    // The browser draws its own fields with pictures in such addresses.
    if (!request.url().startsWith(running.origin) && !request.url().startsWith('data:image/svg+xml'))
      strange.push(request.url());
  });
  page.on('dialog', (dialog) => {
    strange.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    const isMissing = message.text().includes('status of 404');
    if (message.type() === 'error' && !isMissing)
      strange.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  await open('/nb/doing');
  const links = `[...new Set([...document.querySelectorAll('main a')].map((link) => link.href.slice(${String(running.base.length)})))]`;
  const forms = (await ask(links, z.array(z.string()))).filter((path) => path.startsWith('/nb/doing/'));
  await open('/nb/mailings');
  const mailings = (await ask(links, z.array(z.string()))).filter((path) => path.startsWith('/nb/mailings/'));
  views.push(
    // The fourth runs while the first views are looked at.
    ...[4, 1, 2, 3, 99].map((id) => `/nb/run/${String(id)}`),
    ...['/nb/today', '/nb/papers', '/nb/papers/agenda?width=print', '/nb/papers/agenda?meeting=A-2020-999'],
    '/nb/papers/decisions?width=phone',
    ...paperNames.map((paper) => `/nb/papers/${paper}`),
    ...['/nb/mailings', ...mailings, '/nb/year', '/nb/year?year=2027', '/nb/doing', ...forms],
    ...['/nb/nothing', '/nb/papers/nothing', '/nb/run', '/nb'],
  );
  expect(forms.length).toBeGreaterThan(12);
  expect(mailings.length).toBeGreaterThan(0);
}, 120_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser.close();
  running.runs.stop(4);
  await running.close();
  await world.remove();
});

/** What is wrong with the view that is open, however somebody looks at it. */
async function faultsHere(): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  const look = async (width: number, value: 'light' | 'dark'): Promise<void> => {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  };
  // As with a zoom of 200 % on a screen of 1280 pixels.
  await look(640, 'light');
  faults.push(...(await sidewaysFaults(page)));
  for (const [width, scheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await look(width, scheme);
    const found = await openFaults(page);
    faults.push(...found.map((fault) => `${String(width)} px, ${scheme}: ${fault}`));
  }
  const state = z.object({ title: z.string(), moving: z.number(), planted: z.number(), links: z.number() });
  const { title, ...rest } = await ask(
    `({ title: document.title, moving: document.getAnimations().length,
      planted: document.querySelectorAll('main img, main script').length,
      links: document.querySelectorAll('a[href^="javascript:"]').length })`,
    state,
  );
  if (!title.endsWith(' – Felles')) faults.push(`the title is ${title}`);
  expect(rest).toEqual({ moving: 0, planted: 0, links: 0 });
  return faults;
}

describe('every view', { shuffle: false }, () => {
  it('can be used by everybody, in one written standard or the other, and nothing that was typed runs', async () => {
    const faults: string[] = [];
    for (const [index, view] of views.entries()) {
      const path = index % 2 === 0 ? view : view.replace('/nb/', '/nn/');
      await open(path);
      faults.push(...(await faultsHere()).map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(strange).toEqual([]);
  }, 600_000);

  it('is HTML that the Nu checker has nothing against', async () => {
    const folder = join(world.folder, 'views');
    await mkdir(folder);
    const files = await Promise.all(
      [...views, ...views.map((view) => view.replace('/nb/', '/nn/'))].map(async (view) => {
        const file = join(folder, `${view.replaceAll(/\W+/gu, '-')}.html`);
        await writeFile(file, await (await running.fetch(view)).text());
        return file;
      }),
    );
    expect(await checkHtml(files)).toEqual({ errors: [], warnings: [] });
  }, 120_000);

  it('says what is the matter where it waits, and where Felles itself is at fault', async () => {
    mood = 'is late';
    const reading = running.fresh.during(() => pause(8000));
    await open('/nn/papers/report?year=2024');
    expect(await ask('document.body.dataset.waiting !== undefined', z.boolean())).toBe(true);
    expect(await faultsHere()).toEqual([]);
    mood = 'fails';
    await reading;
    await open('/nb/papers/report?year=2023');
    expect(await ask('document.querySelector("main").innerText', z.string())).toContain('that a test makes');
    expect(await faultsHere()).toEqual([]);
    mood = 'works';
    await open('/nb/today');
    expect(await ask('document.querySelector("h1").innerText', z.string())).toBe('I dag');
  }, 120_000);
});
