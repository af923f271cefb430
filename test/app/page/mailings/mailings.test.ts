import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceCommand } from '../../../../src/app/commands/announce.ts';
import { sha256 } from '../../../../src/app/mailings/keys.ts';
import { minutesPaper } from '../../../../src/app/papers/definitions/minutes.ts';
import { readMailing, writeMailing } from '../../../../src/delivery/mailing.ts';
import { xlsxStore } from '../../../../src/stores/xlsx/xlsx-store.ts';
import { formWith, mailingPage, post, textOf, type MailingPage } from '../../../support/mailing-page.ts';
import { startFaultyServer, type FaultyServer } from '../../../support/smtp/faulty-server.ts';
import { typeIn } from '../../../support/type-in.ts';
import { copyWorld, makeFilledWorld, makeSampleWorld, type TestWorld } from '../../../support/world.ts';

const name = 'a-2026-038-announcement-r1';
const announce = ['--webinar', 'A-2026-038', '--kind', 'announcement'];
const count = 210;

/** A world with a mailing that nobody has got, which each test gets a copy of. */
let frozen: TestWorld;
let world: TestWorld;
let server: FaultyServer;
let page: MailingPage;
beforeAll(async () => {
  frozen = await makeFilledWorld();
  await frozen.run(announceCommand, announce);
});
afterAll(() => frozen.remove());
beforeEach(async () => {
  server = await startFaultyServer();
  world = await copyWorld(frozen);
  page = await mailingPage(world, bySmtp());
});
afterEach(async () => {
  await server.close();
  await world.remove();
});

const bySmtp = (): Record<string, string> => ({
  FELLES_STATE: join(world.folder, 'state'),
  SMTP_URL: server.url,
});
const type = (tab: string, id: string, cells: Readonly<Record<string, string>>): Promise<void> =>
  typeIn(xlsxStore(join(world.folder, 'register.xlsx')), tab, id, cells);
const approval = async (more: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> => ({
  ...formWith(await page.show([name]), 'flag.approve'),
  ...more,
});
const state = async (): Promise<string> =>
  textOf(/<p class="outcome[^>]*>(.*?)<\/p>/u.exec(await page.show([name]))?.[1] ?? '');

describe('the list of mailings', () => {
  it('has what is due as links to the forms that make it, and what is made with how far it has come', async () => {
    const html = await page.show();
    expect(html).toMatch(/href="\/nb\/doing\/announce\?webinar=A-2026-036/u);
    expect(html).not.toMatch(/href="\/nb\/doing\/send/u);
    expect(html).toContain(`<a href="/nb/mailings/${name}">Kunngjøring: `);
    expect(textOf(html)).toContain(`${String(count)} mottakere revisjon 1`);
    expect(html).toContain('<p class="standing none">ikke sendt</p>');
    await post(world, await approval({ 'flag.limit': '3' }), bySmtp());
    expect(await page.show()).toContain('<p class="standing some">3 av 210 sendt</p>');
  });

  it('has the newest revision, and the older ones below it', async () => {
    await type('Tekster', 'B-2026-003', { Ingress: 'En ny ingress.' });
    await world.run(announceCommand, announce);
    const html = await page.show();
    expect(html).toContain('1 eldre revisjon');
    expect(html.indexOf('announcement-r2')).toBeLessThan(html.indexOf('announcement-r1'));
  });

  it('names a person by the name; the title of the window does not', async () => {
    await type('Tiltak', 'T-2026-001', { Ansvarlig: 'Prosjektleder' });
    await world.run(minutesPaper, ['--actions']);
    const html = textOf(await page.show());
    expect(html).toMatch(/Tiltaksliste: \p{L}+[\p{L} ]+ \(K-\d{4}-\d{3}\)/u);
    const [folder = ''] = (await readdir(join(world.folder, 'out/minutes'))).filter((one) =>
      one.startsWith('k-'),
    );
    expect(textOf(await page.show([folder]))).toMatch(/Tiltaksliste: \p{L}+[\p{L} ]+ \(K-/u);
    expect(await page.windowTitle([folder])).toMatch(/^Tiltaksliste: K-\d{4}-\d{3}$/u);
  });

  it('names a mailing that was changed by hand, and shows the others', async () => {
    const record = join(world.folder, 'out/announce', name, 'mailing.json');
    await writeFile(record, (await readFile(record, 'utf8')).replace('samarbeid@', 'annet@'));
    const html = await page.show();
    expect(textOf(html)).toContain(`${name}: Mappen kan ikke leses`);
    await expect(page.show([name])).rejects.toThrow('has been changed since it was made');
  });

  it('says of one from another workbook that it can only be looked at', async () => {
    const record = join(world.folder, 'out/announce', name, 'mailing.json');
    const read = readMailing(await readFile(record, 'utf8'), sha256);
    if (!('mailing' in read)) throw new Error(read.fault);
    await writeFile(record, writeMailing({ ...read.mailing, workbook: 'a-google-sheet' }, sha256));
    expect(textOf(await page.show())).toContain('Laget fra et annet regneark');
    const html = await page.show([name]);
    expect(textOf(html)).toContain('den kan bare ses på her');
    expect(html).not.toContain('<form');
  });
});

describe('a mailing that is looked at', () => {
  it('is shown as an inbox shows it, framed, with everybody and why, and with its checks', async () => {
    const html = await page.show([name], { width: '320', scheme: 'dark', letter: 'nn' });
    const text = textOf(html);
    expect(text).toMatch(
      /Bylivsenteret og Distriktssenteret <samarbeid@felles\.example> Webinar 15\.\sdesember/u,
    );
    expect(html).toContain(
      `<iframe src="/nb/file/mailings/${name}/message.nn.html" class="w320 dark" title="HTML-delen på nynorsk" lang="nn" sandbox>`,
    );
    expect(text).toContain('23 av 23 sjekker er i orden.');
    expect(text).toContain('Det som står i den, stemmer med registeret.');
    expect(text).toContain('språkvedtak: bokmål (språklova § 15)');
    expect(html.match(/<th scope="row">/gu)).toHaveLength(count);
    expect(text).toContain('2 får den ikke 1151 Utsira: mangler e-postadresse 1815 Vega: har reservert seg');
  });

  it('is in the reader’s standard, with reasons that name something as they were written', async () => {
    const html = await page.showNn([name]);
    expect(html).toContain('<td lang="nn">språkvedtak: bokmål (språklova § 15)</td>');
    expect(textOf(html)).toContain('210 mottakarar');
    expect(html).toContain('<td lang="nn">nøytral; bokmål er valt i fana Oppsett</td>');
    // One that names something cannot be said again without it.
    await type('Mottakere', '1111', { Sentralitet: 'midt i' });
    await world.run(announceCommand, announce);
    expect(await page.showNn(['a-2026-038-announcement-r2'])).toMatch(
      /<span lang="nb">rad \d+ har feil<\/span>/u,
    );
  });

  it('gives its files as they were made, and no others', async () => {
    expect(await page.file([name, 'message.nb.html'])).toMatchObject({ type: 'text/html; charset=utf-8' });
    expect(await page.file([name, 'message.nb.html'])).not.toHaveProperty('name');
    expect(await page.file([name, 'invite.nb.ics'])).toMatchObject({ name: 'webinar.ics' });
    expect(await page.file([name, 'preview.nb.eml'])).toMatchObject({ type: 'message/rfc822' });
    for (const path of [
      [name, '../../../register.xlsx'],
      ['..', 'register.xlsx'],
      [name, 'mailing.json'],
    ])
      expect(await page.file(path)).toMatchObject({ isOurs: false });
    await writeFile(join(world.folder, 'out/announce', name, 'message.nb.html'), 'other');
    expect(await page.file([name, 'message.nb.html'])).toMatchObject({ isOurs: false });
    await expect(page.show([name])).rejects.toThrow('message.nb.html');
  });

  it('differs from the revision before it in texts and recipients that are named', async () => {
    await type('Tekster', 'B-2026-003', { Ingress: 'En <b>ny</b> ingress.' });
    await type('Mottakere', '1111', { Reservert: 'ja' });
    await world.run(announceCommand, announce);
    const html = await page.show(['a-2026-038-announcement-r2']);
    expect(textOf(html)).toMatch(
      /Forskjeller fra revisjon 1 .*En <b>ny<\/b> ingress\..*1 mottaker er gått ut/u,
    );
    expect(html).not.toContain('<b>ny</b>');
    expect(textOf(await page.show([name]))).toContain('Det finnes en nyere: revisjon 2');
  });

  it('stays text, whatever people have typed', async () => {
    await type('Tekster', 'B-2026-003', { Tittel: '<script>alert(1)</script> & "x"' });
    await type('Mottakere', '1111', { Navn: '<img src=x onerror=alert(2)>' });
    await world.run(announceCommand, announce);
    for (const html of [await page.show(), await page.show(['a-2026-038-announcement-r2'])]) {
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(html).not.toMatch(/<script|<img/u);
    }
  });
});

describe('an approval from the page', () => {
  it('says what it writes, names the hash that was looked at, and sends to each once', async () => {
    const html = await page.show([name]);
    expect(textOf(html)).toContain('Gjelder 210 mottakere. I Utsendelser kommer det rader for hver mottaker');
    expect(textOf(html)).toContain('I Formidlet kommer det 1 ny rad');
    const form = await approval();
    expect(form).toMatchObject({ form: 'form-word', 'flag.outbox': 'smtp' });
    expect(form['flag.approve']).toMatch(/^[0-9a-f]{64}$/u);
    expect((await post(world, { ...form, 'flag.limit': '30' }, bySmtp())).code).toBe(1);
    expect(await state()).toBe('30 av 210 sendt');
    // What was begun is gone on with, from the top of the page.
    expect(textOf(html)).not.toContain('Gå videre med');
    const begun = await page.show([name]);
    expect(begun).toContain(
      '<a class="button" href="#approve">Gå videre med de 180 som ikke har fått den</a>',
    );
    expect(formWith(begun, 'flag.approve')).toMatchObject({ 'flag.approve': form['flag.approve'] });
    // The same form again goes on.
    expect((await post(world, form, bySmtp())).code).toBe(0);
    expect(server.taken).toHaveLength(count);
    expect(textOf(await page.show([name]))).toContain('Det er ikke mer å sende.');
    expect(formWith(await page.show([name]), 'flag.approve')).toBeUndefined();
  });

  it('is stopped by a register that has changed since, and the page says which cell', async () => {
    const form = await approval();
    await type('Aktiviteter', 'A-2026-038', { Sted: 'Et annet sted' });
    const { code, stderr } = await post(world, form, bySmtp());
    expect([code, stderr]).toEqual([2, expect.stringContaining('The register has changed')]);
    expect(server.taken).toEqual([]);
    const html = await page.show([name]);
    expect(textOf(html)).toContain('Aktiviteter, A-2026-038 : Sted');
    expect(html).toMatch(
      /href="\/nb\/doing\/announce\?webinar=A-2026-038&amp;kind=announcement">Lag den på nytt<\/a>/u,
    );
    expect(textOf(html)).not.toContain('npm run');
    expect(formWith(html, 'flag.approve')).toBeUndefined();
    expect(textOf(await page.show([]))).toContain(
      'ikke sendt. Registeret er endret siden, så den sendes ikke til flere',
    );
  });

  it('is followed by a button for each who must get something else, once some have it', async () => {
    await post(world, await approval({ 'flag.limit': '3' }), bySmtp());
    await type('Aktiviteter', 'A-2026-038', { Sted: 'Et annet sted' });
    const html = await page.show([name]);
    expect(textOf(html)).toMatch(
      /3 mottakere har fått det gamle, og må få vite hva som er endret. Lag rettelse/u,
    );
    expect(textOf(html)).toContain('207 mottakere har ikke fått den. Lag kunngjøring');
    expect(html).toContain('href="/nb/doing/announce?webinar=A-2026-038&amp;kind=correction"');
    expect(textOf(html)).not.toContain('npm run');
    expect(textOf(await page.showNn([name]))).toContain('3 mottakarar har fått det gamle');
  });

  it('is of one revision: the form of another sends nothing of this', async () => {
    const form = await approval();
    await type('Tekster', 'B-2026-003', { Ingress: 'En ny ingress.' });
    await world.run(announceCommand, announce);
    const folder = 'out/announce/a-2026-038-announcement-r2';
    const { code, stderr } = await post(world, { ...form, 'flag.mailing': folder }, bySmtp());
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not the hash of this mailing')]);
    expect(server.taken).toEqual([]);
  });

  it('of a sample writes files, and says that nothing is sent', async () => {
    const sample = await makeSampleWorld();
    await sample.run(announceCommand, announce);
    const html = await (await mailingPage(sample, bySmtp())).show([name]);
    expect(textOf(html)).toContain('Den er laget av et eksempel, og sendes ikke.');
    expect(html).not.toMatch(/<option value="(?:smtp|gmail)/u);
    await sample.remove();
  });

  it('shows nothing of how the mail server is reached', async () => {
    const secret = { ...bySmtp(), SMTP_URL: 'smtp://bruker:hemmelig-7@mail.example:587' };
    const html = await (await mailingPage(world, secret)).show([name]);
    expect(html).toContain('<option value="smtp" selected>');
    expect(html).not.toMatch(/hemmelig|bruker|mail\.example/u);
    const without = await (
      await mailingPage(world, { FELLES_STATE: join(world.folder, 'state') })
    ).show([name]);
    expect(textOf(without)).toContain('SMTP_URL mangler i .env.');
    expect(without).not.toContain('<option value="smtp"');
  });

  it('may be tried first on one address, without a row in the register', async () => {
    const form = formWith(await page.show([name]), 'flag.test-to');
    const { code } = await post(world, { ...form, 'flag.test-to': 'meg@felles.example' }, bySmtp());
    expect([code, server.taken.length]).toEqual([0, 2]);
    expect(await state()).toBe('ikke sendt');
  });
});

describe('what became of each recipient', () => {
  it('is told apart, and a person decides the unclear ones', async () => {
    server.next({ RCPT: '550 5.1.1 no such user\r\n' });
    await post(world, await approval({ 'flag.limit': '1' }), bySmtp());
    server.next({ dot: null });
    await post(world, await approval({ 'flag.limit': '1' }), bySmtp());
    await post(world, await approval({ 'flag.limit': '1' }), bySmtp());
    expect(await state()).toBe('1 av 210 sendt, 1 kom ikke fram, 1 uavklart');
    const html = await page.show([name]);
    expect(textOf(html)).toContain('Ingen kan vite om disse kom fram.');
    const form = formWith(html, 'flag.as', 'sent');
    expect(form?.['flag.resolve']).toMatch(/^[0-9a-f]{32}$/u);
    expect((await post(world, form, bySmtp())).code).toBe(0);
    expect(await state()).toBe('2 av 210 sendt, 1 kom ikke fram');
    expect(formWith(await page.show([name]), 'flag.as', 'sent')).toBeUndefined();
  });

  it('of files is that they were written, until a person says that they were sent, or opens them again', async () => {
    await post(world, await approval({ 'flag.outbox': 'files', 'flag.limit': '3' }), bySmtp());
    expect(await state()).toBe('3 skrevet, ikke sendt');
    const html = await page.show([name]);
    const [, key = ''] = /name="flag\.reopen" value="([0-9a-f]{32})"/u.exec(html) ?? [];
    await post(world, formWith(html, 'flag.reopen', key), bySmtp());
    expect(await state()).toBe('2 skrevet, ikke sendt');
    await post(world, formWith(await page.show([name]), 'flag.sent-by-hand', 'all'), bySmtp());
    expect(await state()).toBe('2 av 210 sendt');
  });

  it('leaves out those who have asked for it since, and says so', async () => {
    await type('Mottakere', '1111', { Reservert: 'ja' });
    const html = await page.show([name]);
    expect(textOf(html)).toMatch(
      /1 mottaker får den ikke likevel, etter endringer i registeret 1111 Sokndal: har reservert seg/u,
    );
    expect(textOf(html)).toContain('Godkjenn for 209 mottakere, og sett i gang');
  });
});
