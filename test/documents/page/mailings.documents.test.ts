/** A mailing from the first look to the bounce, in a real browser, by keyboard alone, with a mail server of our own. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { readMailing } from '../../../src/delivery/mailing.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { failed, notification } from '../../support/returned-mail.ts';
import { startFaultyServer, type FaultyServer } from '../../support/smtp/faulty-server.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';
import { LOOKS, openBrowser, openFaults } from '../checks/accessibility.ts';
import { letIn, runPage, type RunningPage } from '../checks/running-page.ts';
import { checkHtml } from '../checks/html-validity.ts';

const name = 'a-2026-038-announcement-r1';
const screen = `/nb/mailings/${name}`;

let world: TestWorld;
let server: FaultyServer;
let running: RunningPage;
let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  server = await startFaultyServer();
  world = await makeFilledWorld();
  await world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']);
  running = await runPage(world.folder, '2026-11-23T12:00', {
    FELLES_STATE: join(world.folder, 'state'),
    // So slow that there is something to follow.
    SMTP_URL: server.url.replace('60000', '300'),
  });
  browser = await openBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(90_000);
  base = await letIn(page, running.address);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  await server.close();
  await world.remove();
});

const mainText = async (): Promise<string> =>
  String(await page.evaluate('document.querySelector("main").innerText')).replaceAll(/\s+/gu, ' ');

/** Until the page says it. */
async function sees(what: string): Promise<void> {
  await page.waitForFunction(
    `document.querySelector('main')?.innerText.replaceAll(/\\s+/gu, ' ').includes(${JSON.stringify(what)})`,
    { timeout: 90_000 },
  );
}

/** Goes on with the tabulator until what a selector finds has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    await page.keyboard.press('Tab');
    const isThere: unknown = await page.evaluate(
      `document.activeElement.matches(${JSON.stringify(selector)})`,
    );
    if (isThere === true) return;
  }
  throw new Error(`no way to ${selector} by the keyboard`);
}

async function enter(): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** The report of a mail server about the first recipient, as a file. */
async function returned(): Promise<string> {
  const record = await readFile(join(world.folder, 'out/announce', name, 'mailing.json'), 'utf8');
  const read = readMailing(record, sha256);
  const [first] = 'mailing' in read ? read.mailing.recipients : [];
  if (first === undefined) throw new Error('no recipient');
  const { key, address } = first;
  const original = `From: Felles <samarbeid@felles.example>\nTo: ${address}\nMessage-ID: <${key}@felles.example>`;
  const file = join(world.folder, 'retur.eml');
  await writeFile(
    file,
    notification({ fields: failed('5.1.1', '550 5.1.1 User unknown', address), original }),
  );
  return file;
}

describe('the mailings in a browser', () => {
  it('can be used by everybody, in the light and in the dark, on a wide and on a narrow screen', async () => {
    const faults: string[] = [];
    for (const path of ['/nb/mailings', screen, `/nn/mailings/${name}?width=1200&scheme=dark`]) {
      for (const { width, scheme } of LOOKS) {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(`${base}${path}`);
        await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
        for (const fault of await openFaults(page))
          faults.push(`${path} ${String(width)} ${scheme}: ${fault}`);
      }
      const file = join(world.folder, 'screen.html');
      await writeFile(file, (await (await page.goto(`${base}${path}`))?.text()) ?? '');
      faults.push(...(await checkHtml([file])).errors);
    }
    expect(faults).toEqual([]);
    await page.setViewport({ width: 1200, height: 800 });
  });

  it('show the mail itself in a frame that runs nothing, as dark as it is asked for', async () => {
    await page.emulateMediaFeatures([]);
    const backgrounds: unknown[] = [];
    for (const scheme of ['light', 'dark']) {
      await page.goto(`${base}${screen}?scheme=${scheme}&width=320`);
      const frame = await page.waitForFrame((one) => one.url().endsWith('message.nb.html'));
      expect(await frame.evaluate('document.body.innerText')).toContain('Spørretime');
      expect(await frame.evaluate('innerWidth')).toBe(320);
      backgrounds.push(await frame.evaluate('matchMedia("(prefers-color-scheme: dark)").matches'));
    }
    expect(backgrounds).toEqual([false, true]);
  });

  it('are looked at, sent to some, and followed to the bounce, by the keyboard alone', async () => {
    await page.goto(`${base}/nb/mailings`);
    await tabTo(`a[href$="${screen}"]`);
    await enter();
    expect(await mainText()).toContain('ikke sendt');
    await tabTo('#limit');
    await page.keyboard.type('30');
    await tabTo('form[aria-labelledby="approve"] button');
    await enter();
    await sees(' av 30');
    await sees('Endret i registeret mens dette kjørte');
    await sees('Utsendelser: 60 nye rader');
    expect(server.taken).toHaveLength(30);
    await tabTo(`main a[href$="${screen}"]`);
    await enter();
    await sees('30 av 210 sendt');
    await page.goto(`${base}/nb/mailings`);
    await tabTo('#bounce-files');
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.keyboard.press('Space')]);
    await chooser.accept([await returned()]);
    await tabTo('form[data-drop] button');
    await enter();
    await sees('Endret i registeret mens dette kjørte');
    await page.goto(`${base}${screen}`);
    await sees('29 av 210 sendt, 1 kom ikke fram');
    await stopsWhereTheRegisterHasChanged();
  }, 300_000);
});

/** Without a script: the page that was looked at stays as it was, and its form is sent. */
async function stopsWhereTheRegisterHasChanged(): Promise<void> {
  const plain = await browser.newPage();
  const shows = (what: string): Promise<void> =>
    expect
      .poll(
        async () => {
          await plain.reload();
          return plain.content();
        },
        { timeout: 90_000, interval: 300 },
      )
      .toContain(what);
  plain.setDefaultTimeout(90_000);
  await plain.setJavaScriptEnabled(false);
  await plain.goto(`${base}${screen}`);
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  await typeIn(store, 'Aktiviteter', 'A-2026-038', { Sted: 'Et annet sted' });
  const button = await plain.$('form[aria-labelledby="approve"] button');
  await Promise.all([plain.waitForNavigation(), button?.press('Enter')]);
  await shows('Registeret er endret siden utsendelsen ble laget');
  expect(server.taken).toHaveLength(30);
  await plain.goto(`${base}${screen}`);
  await shows('Endret i registeret siden den ble laget');
  expect(await plain.$('form[aria-labelledby="approve"]')).toBeNull();
  await plain.close();
}
