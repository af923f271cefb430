/** A send that is stopped and then killed, mail that is dropped, and an address that is corrected: in a real browser, with the mouse. */
import { existsSync } from 'node:fs';
import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { readMailing, type Mailing } from '../../../src/delivery/mailing.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { failed, notification } from '../../support/returned-mail.ts';
import { startFaultyServer, type FaultyServer } from '../../support/smtp/faulty-server.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';
import { openBrowser, openFaults } from '../checks/accessibility.ts';
import { letIn, runPage } from '../checks/running-page.ts';

const name = 'a-2026-038-announcement-r1';
const again = 'a-2026-038-announcement-r2';

let world: TestWorld;
let server: FaultyServer;
let felles: ChildProcess;
let browser: Browser;
let page: Page;
let base: string;

/** Starts the page, and opens it. */
async function start(): Promise<void> {
  const running = await runPage(world.folder, '2026-11-23T12:00', {
    FELLES_STATE: join(world.folder, 'state'),
    // So slow that it can be stopped in the middle.
    SMTP_URL: server.url.replace('60000', '300'),
  });
  felles = running.child;
  base = await letIn(page, running.address);
}

beforeAll(async () => {
  server = await startFaultyServer();
  world = await makeFilledWorld();
  const whom = ['--target', 'fylke:Nordland'];
  await world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement', ...whom]);
  browser = await openBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(90_000);
  await start();
}, 120_000);
afterAll(async () => {
  await browser.close();
  felles.kill('SIGINT');
  await once(felles, 'exit');
  await server.close();
  await world.remove();
});

const mainText = async (): Promise<string> =>
  String(await page.evaluate('document.querySelector("main")?.innerText')).replaceAll(/\s+/gu, ' ');

/** Until the page says it. */
const sees = (what: string): Promise<void> =>
  expect.poll(mainText, { timeout: 60_000, interval: 100 }).toContain(what);

/** Clicks the button or link with this text, and waits for the next screen. */
async function press(text: string, what = '*[self::button or self::a]'): Promise<void> {
  // Finds it again where the page has been freshened meanwhile.
  const found = page.locator(`xpath///main//${what}[contains(., "${text}")]`);
  await Promise.all([page.waitForNavigation(), found.click()]);
}

async function mailing(folder: string): Promise<Mailing> {
  const record = await readFile(join(world.folder, 'out/announce', folder, 'mailing.json'), 'utf8');
  const read = readMailing(record, sha256);
  if ('fault' in read) throw new Error(read.fault);
  return read.mailing;
}

const keysTaken = (): readonly string[] =>
  server.taken.map((text) => /^Message-ID: <([0-9a-f]{32})@/imu.exec(text)?.[1] ?? text);

const takes = (count: number): Promise<void> =>
  expect.poll(() => server.taken.length, { timeout: 90_000, interval: 50 }).toBeGreaterThanOrEqual(count);

/** Power is cut: the page and what it runs end at once. */
async function cutPower(): Promise<void> {
  const children = execFileSync('pgrep', ['-P', String(felles.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const ended = once(felles, 'exit');
  felles.kill('SIGKILL');
  for (const child of children) process.kill(Number(child), 'SIGKILL');
  await ended;
  // Until the system has forgotten them they count as running, as the lock of the mailing says then.
  const isThere = (pid: string): boolean => existsSync(`/proc/${pid}`);
  await expect.poll(() => children.some(isThere), { timeout: 60_000, interval: 50 }).toBe(false);
}

it('is gone on with after a stop, and after the power was cut in the middle: each gets it exactly once', async () => {
  const { recipients } = await mailing(name);
  await page.goto(`${base}/nb/mailings/${name}`);
  await press('og sett i gang');
  await takes(4);
  await press('Stopp etter det som er på vei');
  await sees('Avbrutt: ');
  await sees('Gjør ferdig meldingene som er på vei.');
  expect(await mainText()).not.toContain('Ctrl-C');
  const stopped = server.taken.length;
  expect(stopped).toBeLessThan(recipients.length);
  expect(await openFaults(page)).toEqual([]);
  await press('Gå videre');
  await takes(stopped + 4);
  await cutPower();
  const cut = server.taken.length;
  expect(cut).toBeLessThan(recipients.length);
  await start();
  await page.goto(`${base}/nb/mailings/${name}`);
  expect(await openFaults(page)).toEqual([]);
  const [link] = await page.$$('a[href="#approve"]');
  await link?.click();
  expect(await page.evaluate('document.activeElement.id')).toBe('approve');
  await press('Gå videre med', 'button');
  await sees('Se hva det ble til for hver mottaker');
  await press('Se hva det ble til for hver mottaker');
  await decideUnclear();
  await sees(`${String(recipients.length)} av ${String(recipients.length)} sendt`);
  expect([...keysTaken()].sort()).toEqual(recipients.map(({ key }) => key).sort());
  await comesBack();
}, 300_000);

/** A person looks for what was on its way: whether the mail server took it. */
async function decideUnclear(): Promise<void> {
  const open: unknown = await page.evaluate(
    '[...document.querySelectorAll("section[data-part=open] li")].map((one) => one.dataset.key)',
  );
  for (const key of z.array(z.string()).parse(open)) {
    const isTaken = keysTaken().includes(key);
    await press(isTaken ? 'Den kom fram' : 'Skal sendes på nytt');
    await sees('Ferdig');
    await page.goto(`${base}/nb/mailings/${name}`);
    if (isTaken) continue;
    await press('Gå videre med', 'button');
    await press('Se hva det ble til for hver mottaker');
  }
}

/** Files that are dragged from elsewhere and let go, as the mouse does it. */
async function drop(paths: readonly string[], selector: string): Promise<void> {
  const place = await page.waitForSelector(selector);
  await place?.scrollIntoView();
  const box = await place?.boundingBox();
  if (box === undefined || box === null) throw new Error('nowhere to drop');
  const client = await page.createCDPSession();
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, ...at });
}

/** Of one of them it comes back: that is dropped with the mouse, and it goes to the address that is corrected, once. */
async function comesBack(): Promise<void> {
  const { recipients } = await mailing(name);
  const first = recipients.find((one) => one.id === '1804');
  if (first === undefined) throw new Error('no recipient');
  const { key, id, address } = first;
  const original = `From: Felles <samarbeid@felles.example>\nTo: ${address}\nMessage-ID: <${key}@felles.example>`;
  const fields = failed('5.1.1', '550 5.1.1 User unknown', address);
  await mkdir(join(world.folder, 'skrivebord'));
  const files = ['Retur fra kommunen.eml', 'Huskeliste.txt'].map((file) =>
    join(world.folder, 'skrivebord', file),
  );
  await writeFile(files[0] ?? '', notification({ fields, original }));
  await writeFile(files[1] ?? '', 'Husk melk\n');
  await page.goto(`${base}/nb/mailings`);
  await drop(files, 'form[data-drop]');
  expect(await page.evaluate('document.activeElement.files.length')).toBe(2);
  await press('Les dem');
  await sees('Huskeliste.txt: ');
  await sees('Endret i registeret mens dette kjørte');
  await page.goto(`${base}/nb/today`);
  await sees('E-post i retur: ');
  expect(await openFaults(page)).toEqual([]);
  await page.goto(`${base}/nb/mailings/${name}`);
  await sees('Adressen er den samme i registeret');
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  await typeIn(store, 'Mottakere', id, { 'E-post': 'ny@kommunen.example' });
  await sees('Adressen i registeret er nå ny@kommunen.example');
  expect(await openFaults(page)).toEqual([]);
  await press('Lag den til 1 rettet adresse');
  await sees(again);
  await press(again);
  await press('Godkjenn for 1 mottaker');
  await sees('Ferdig');
  expect(server.taken).toHaveLength(recipients.length + 1);
  expect(server.taken.at(-1)).toContain('ny@kommunen.example');
  await page.goto(`${base}/nb/mailings/${name}`);
  await sees('utsendelsen er sendt til den nye');
}
