import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTypedWorld } from '../../support/screens.ts';
import type { TestWorld } from '../../support/world.ts';
import { LOOKS, openBrowser, openFaults } from '../checks/accessibility.ts';
import { letIn, runPage, type RunningPage } from '../checks/running-page.ts';

/** Today and the year in Chromium, from a register with problems and with text that would run if it were not text. */

let world: TestWorld;
let running: RunningPage;
let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  world = await makeTypedWorld(({ activities = [] }) => ({
    activities: [
      ...activities,
      ...Array.from({ length: 20 }, (_, index) => ({
        ...{ ID: `A-2026-${String(900 + index)}`, Type: 'Informasjon', Part: 'Felles', Status: 'Planlagt' },
        Tittel: '<img src=x onerror="document.title = 1"><script>document.title = 1</script>',
        Start: index > 2 ? '31.02.2026' : { day: '2026-12-01' },
        'Del med partner': 'ja',
      })),
    ],
  }));
  running = await runPage(world.folder, '2026-11-23T12:00');
  browser = await openBrowser();
  page = await browser.newPage();
  base = await letIn(page, running.address);
});

afterAll(async () => {
  await browser.close();
  await running.stop();
  await world.remove();
});

const go = async (path: string): Promise<void> => {
  await page.goto(base + path, { waitUntil: 'load' });
  await page.waitForSelector('h1');
};

/** The text of the first element that a selector finds. */
const said = async (selector: string): Promise<string> =>
  String(await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`));

describe.each(['/nb/today', '/nn/year', '/nb/year?year=2027'])('%s', (path) => {
  it.each(LOOKS)('is in order at $width in $scheme', async ({ width, scheme }) => {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await go(path);
    // What is closed is looked at too.
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await openFaults(page)).toEqual([]);
    expect(await page.title()).not.toBe('1');
    expect(await page.evaluate('document.querySelectorAll("main img, main script").length')).toBe(0);
  });
});

describe('in the browser', () => {
  it('the place of a row is copied by the keyboard, and a screen reader is told', async () => {
    await browser
      .defaultBrowserContext()
      .setPermission(
        new URL(running.address).origin,
        { permission: { name: 'clipboard-read' }, state: 'granted' },
        { permission: { name: 'clipboard-write' }, state: 'granted' },
      );
    await go('/nb/today');
    const button = await page.waitForSelector('button[data-copy="Dialog!A12"]');
    await button?.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.querySelector("p.unseen[role=status]").textContent !== ""');
    expect(await said('p.unseen[role=status]')).toBe('Kopiert: Dialog!A12');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Dialog!A12');
  });

  it('a mark of the wheel leads to its place in the list', async () => {
    await page.setViewport({ width: 1200, height: 800 });
    await go('/nb/year');
    await page.click('.drawing a[href="#mark-2-4"] path');
    expect(new URL(page.url()).hash).toBe('#mark-2-4');
    expect(await said('li:target')).toContain('Kvartalsmøte 4. kvartal 2026');
    await page.evaluate(`document.querySelector('.drawing a[href="#mark-2-3"]').focus()`);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#mark-2-3');
    // From there the row's paper is the next thing on the way.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("li:target") !== null')).toBe(true);
  });

  it('an entry is waived with its reason, and comes off the list', async () => {
    await go('/nb/today');
    const first = '.waive:has(input[value^="A-"])';
    const name = String(
      await page.evaluate(`document.querySelector('${first} input[name="flag.waive"]').value`),
    );
    await page.click(`${first} summary`);
    await page.type(`${first} input[name="flag.reason"]`, 'sagt på telefon');
    await Promise.all([page.waitForNavigation(), page.click(`${first} button`)]);
    await page.waitForSelector('.outcome.done, .outcome.todo', { timeout: 60_000 });
    await go('/nb/today');
    await page.waitForFunction(`document.querySelector('[data-key="waived"]') !== null`);
    expect(await page.$$(`input[name="flag.waive"][value="${name}"]`)).toEqual([]);
    expect(await said('[data-key="waived"]')).toContain('sagt på telefon');
  });
});
