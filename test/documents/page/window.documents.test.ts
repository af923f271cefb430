/** A window of the page while the server goes, comes back and is another, and what another port of the machine is given. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { runOf, startPage, type RunningPage } from '../../support/running-page.ts';
import { makeSampleWorld, type TestWorld } from '../../support/world.ts';
import { openBrowser } from '../checks/accessibility.ts';
import { letIn } from '../checks/running-page.ts';

let world: TestWorld;
let browser: Browser;
let running: RunningPage;
let page: Page;
const opened: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  world = await makeSampleWorld();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.remove();
});
beforeEach(async () => {
  running = await startPage(await runOf(world));
  page = await browser.newPage();
  opened.push(
    () => page.close(),
    () => running.close(),
  );
  await page.evaluateOnNewDocument(`window.lines = [];
    const Line = EventSource;
    window.EventSource = class extends Line {
      constructor(address) {
        super(address);
        window.lines.push(this);
        this.addEventListener('here', () => (this.isHere = true));
      }
    };`);
  await letIn(page, `${running.origin}/?token=${running.session.token}`);
  await told('here');
});
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** Waits until the window shows in which state its line is. */
const told = (state: 'here' | 'lost'): Promise<unknown> =>
  page.waitForFunction(
    `(window.lines.at(-1)?.readyState === 1 && window.lines.at(-1).isHere === true) === ${String(state === 'here')} &&
     document.getElementById('lost').hidden === ${String(state === 'here')}`,
    { timeout: 30_000 },
  );
const said = async (): Promise<string> =>
  z.string().parse(await page.evaluate(`document.querySelector('#lost[role=alert]').innerText`));
const shown = async (): Promise<number> =>
  z.int().parse(await page.evaluate('Number(document.body.dataset.number)'));

it('a window says that the server is gone, and is fresh again when it is back', async () => {
  const comeBack = await running.goAway();
  await told('lost');
  expect(await said()).toContain('mistet kontakten med Felles');
  running.fresh.changed();
  await page.evaluate(`document.querySelector('.freshness').textContent = 'gammelt'`);
  await comeBack();
  await told('here');
  await page.waitForFunction(`/Lest|lest/u.test(document.querySelector('.freshness').textContent)`);
  expect(await page.evaluate(`document.querySelector('.is-lost')`)).toBeNull();
});

it('a window whose line has been silent for long, as after a night of sleep, opens another', async () => {
  const before = running.events.count;
  await page.evaluate('const now = Date.now; Date.now = () => now() + 60_000');
  await page.waitForFunction('window.lines.length === 2 && window.lines[1].readyState === 1', {
    timeout: 20_000,
  });
  expect(await page.evaluate('window.lines[0].readyState')).toBe(2);
  await told('here');
  expect(running.events.count).toBe(before);
});

it('a window of a page that has been started again says so, and leaves the line of the new one alone', async () => {
  await running.goAway();
  await told('lost');
  const again = await startPage(await runOf(world), { port: running.port() });
  opened.push(() => again.close());
  await page.waitForFunction(
    `document.getElementById('lost').innerText.includes('Siden er startet på nytt')`,
    {
      timeout: 30_000,
    },
  );
  expect(await said()).toContain('«npm start»');
  const other = await browser.newPage();
  opened.unshift(() => other.close());
  await letIn(other, `${again.origin}/?token=${again.session.token}`);
  await expect.poll(() => again.events.count, { timeout: 10_000 }).toBe(1);
  expect(await shown()).toBeGreaterThan(0);
});

it('another port of the machine is given neither the cookie nor the address', async () => {
  let taken: IncomingHttpHeaders = {};
  const stranger = createServer(({ headers, url }, response) => {
    if (url === '/there') taken = headers;
    response.end('<p>there</p>');
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = z.object({ port: z.int() }).parse(stranger.address());
  await page.evaluate(`const link = document.createElement('a');
    link.href = 'http://127.0.0.1:${String(port)}/there'; link.textContent = 'x'; link.id = 'stranger';
    document.querySelector('header').append(link)`);
  await Promise.all([page.waitForNavigation(), page.click('#stranger')]);
  stranger.close();
  expect(taken.host).toBe(`127.0.0.1:${String(port)}`);
  expect([taken.cookie ?? '', taken.referer ?? ''].join()).not.toContain(running.session.cookie);
  expect([taken.cookie ?? '', taken.referer ?? ''].join()).not.toContain(running.session.base);
});
