import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { xlsxStore } from '../../../../src/stores/xlsx/xlsx-store.ts';
import { BounceStory, folderOf } from '../../../support/bounce-story.ts';
import { formWith, mailingPage, post, textOf, type MailingPage } from '../../../support/mailing-page.ts';
import { startFaultyServer, type FaultyServer } from '../../../support/smtp/faulty-server.ts';
import { typeIn } from '../../../support/type-in.ts';
import { copyWorld, makeFilledWorld, type TestWorld } from '../../../support/world.ts';

let sent: TestWorld;
let world: TestWorld;
let server: FaultyServer;
let story: BounceStory;
let page: MailingPage;
beforeAll(async () => {
  server = await startFaultyServer();
  sent = await makeFilledWorld();
  const first = new BounceStory(sent, server);
  await first.announce();
  await first.approve(1);
  await first.comesBack('1111');
  await first.comesBack('1112', '4.2.2', '452 4.2.2 Mailbox full');
  await server.close();
});
afterAll(() => sent.remove());
beforeEach(async () => {
  server = await startFaultyServer();
  world = await copyWorld(sent);
  story = new BounceStory(world, server);
  page = await mailingPage(world, story.env);
});
afterEach(async () => {
  await server.close();
  await world.remove();
});

const section = (html: string): string =>
  /<section[^>]*data-part="failed".*?<\/section>/su.exec(html)?.[0] ?? '';
const shown = async (): Promise<string> => section(await page.show([folderOf(1)]));

it('says of each whether the address is the same, and in which cell', async () => {
  const text = textOf(await shown());
  expect(text).toMatch(
    /2 kom ikke fram Sokndal \(1111\) Mottakere, rad \d+, E-post \([A-Z]\d+\) .*«5\.1\.1 adressen finnes ikke» Adressen er den samme i registeret/u,
  );
  expect(text).toMatch(
    /Lund \(1112\) .*«4\.2\.2 postkassen er full» Den sendes ikke til denne adressen igjen/u,
  );
  expect(await shown()).not.toContain('flag.readdress');
  expect(textOf(section(await page.showNn([folderOf(1)])))).toContain('Adressa er den same i registeret');
});

it('makes it for the corrected address by a button, and then leads to what was made, until it is sent', async () => {
  await story.type('1111', { 'E-post': 'ny@nr1111.example' });
  const html = await shown();
  expect(textOf(html)).toContain(
    'Adressen i registeret er nå ny@nr1111.example. Den har ikke fått utsendelsen.',
  );
  expect(textOf(html)).toContain('Lag den til 1 rettet adresse');
  const made = await post(world, formWith(html, 'flag.readdress'), story.env);
  expect(made.stdout).toContain(folderOf(2));
  const then = await shown();
  expect(then).toContain(`href="/nb/mailings/${folderOf(2)}"`);
  expect(then).not.toContain('flag.readdress');
  // It takes the place of none, and its recipients are no news.
  expect(textOf(await page.show([folderOf(1)]))).not.toContain('Det finnes en nyere');
  const second = await page.show([folderOf(2)]);
  expect(textOf(second)).toContain('Teksten er den samme som i revisjon 1.');
  expect(textOf(second)).toContain('bokmål som i utsendelsen som ikke kom fram');
  expect(textOf(await page.showNn([folderOf(2)]))).toContain('som i utsendinga som ikkje kom fram');
  expect(textOf(second)).not.toContain('gått ut');
  const approval = formWith(second, 'flag.approve');
  expect(await post(world, approval, story.env)).toMatchObject({ code: 0 });
  expect(server.taken).toHaveLength(1);
  const last = await shown();
  expect(textOf(last)).toContain('utsendelsen er sendt til den nye');
  expect(last).not.toContain('<form');
});

it('says why it is not made where the register has changed, or the row wants nothing', async () => {
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  await story.type('1111', { 'E-post': 'ny@nr1111.example' });
  await story.type('1112', { Reservert: 'ja', 'E-post': 'ny@nr1112.example' });
  await typeIn(store, 'Aktiviteter', 'A-2026-038', { Sted: 'Et annet sted' });
  const text = textOf(await shown());
  expect(text).toContain('Får den ikke slik registeret er nå: har reservert seg.');
  expect(text).toContain('Registeret er endret siden den ble laget, så den lages ikke');
  expect(await shown()).not.toContain('<form');
});
