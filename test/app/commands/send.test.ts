import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { readMailing } from '../../../src/delivery/mailing.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { cellValue, type CellChange, type NewValue, type Workbook } from '../../../src/domain/workbook.ts';
import { startFaultyServer, type FaultyServer } from '../../support/smtp/faulty-server.ts';
import { copyWorld, makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

const mailing = 'out/announce/a-2026-038-announcement-r1';
const count = 210;

/** The mailing as it was frozen, which each test gets a copy of. */
let frozen: TestWorld;
let world: TestWorld;
let server: FaultyServer;
beforeAll(async () => {
  frozen = await makeFilledWorld();
  await frozen.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']);
});
afterAll(() => frozen.remove());
beforeEach(async () => {
  server = await startFaultyServer();
  world = await copyWorld(frozen);
});
afterEach(async () => {
  await server.close();
  await world.remove();
});

const bySmtp = (): Record<string, string> => ({
  FELLES_STATE: join(world.folder, 'state'),
  FELLES_OUTBOX: 'smtp',
  SMTP_URL: server.url,
});

/** By the mail server, unless an outbox is named. */
const send = (...argv: readonly string[]): Promise<ScriptRun> =>
  world.run(sendCommand, [mailing, ...argv], bySmtp());

async function hash(): Promise<string> {
  const record: unknown = JSON.parse(await readFile(join(world.folder, mailing, 'mailing.json'), 'utf8'));
  if (typeof record !== 'object' || record === null || !('planHash' in record)) throw new Error('no hash');
  return String(record.planHash).slice(0, 8);
}

const outbox = (): string => join(world.folder, mailing, 'outbox');
const workbook = (): string => join(world.folder, 'register.xlsx');
const register = (): Promise<Workbook> => xlsxStore(workbook()).read();

/** What the ledger says of this mailing; the sample's own tells of others. */
async function ledger(): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await register();
  const rows = (sheets.find(({ name }) => name === 'Utsendelser')?.rows ?? []).map(({ cells }) => cells);
  return rows.filter((row) => row[1] === 'A-2026-038.announcement.r1');
}

async function change(tab: string, id: string, column: string, becomes: NewValue): Promise<void> {
  const store = xlsxStore(workbook());
  const base = await store.read();
  const rows = base.sheets.find(({ name }) => name === tab)?.rows ?? [];
  const place = rows[0]?.cells.indexOf(column) ?? -1;
  const was = rows.find(({ cells }) => cells[0] === id)?.cells[place] ?? null;
  const at: CellChange['at'] = { by: 'id', idColumn: String(cellValue(rows[0]?.cells[0])), id };
  const [result] = await store.write([{ kind: 'cell', tab, at, column, was, becomes }], base);
  if (result?.outcome !== 'done') throw new Error(JSON.stringify(result));
}

describe('a mailing that nobody has approved', () => {
  it('is shown: how many, samples without their addresses, how long, and the hash to approve', async () => {
    const { code, stdout, stderr } = await send();
    expect(code).toBe(0);
    expect(stdout).toContain(`A-2026-038.announcement.r1: ${String(count)} recipients`);
    expect(stdout).toMatch(/nb, to 143: Webinar 15\.\sdesember/u);
    expect(stdout).not.toMatch(/[a-z]{2,}@[a-z-]+\.kommune\.example/u);
    expect(stderr).toContain(`--approve ${await hash()}`);
    expect(await ledger()).toEqual([]);
  });

  it.each(['00000000', 'abc'])('is not sent by the hash %s', async (given) => {
    const { code, stderr } = await send('--approve', given);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not the hash of this mailing')]);
    expect(await ledger()).toEqual([]);
  });
});

describe('a mailing that is approved', () => {
  it('is not told of as unsent where an older register was put back', async () => {
    const before = await readFile(workbook());
    await send('--approve', await hash(), '--limit', '2');
    await writeFile(workbook(), before);
    const status = await send('--status');
    expect([status.code, status.stderr]).toEqual([1, expect.stringContaining('The ledger has lost')]);
  });

  it('goes to each once, and the ledger and the status say so', async () => {
    const { code, stdout } = await send('--approve', await hash());
    expect([code, stdout.trim()]).toEqual([0, '210 of 210 sent\n  sent now: 210']);
    expect(server.taken).toHaveLength(count);
    const mail = await PostalMime.parse(server.taken[0] ?? '');
    expect(mail.to).toHaveLength(1);
    const rows = await ledger();
    expect(rows.filter((row) => row.includes('sendt'))).toHaveLength(count);
    const [row] = rows;
    expect(row?.slice(1, 4)).toEqual([
      'A-2026-038.announcement.r1',
      expect.stringMatching(/^.\*\*\*@/u),
      'krevd',
    ]);
    expect(row).toContain('2026-12-15T10:00/2026-12-15T11:00');
    expect((await send('--status')).stdout.trim()).toBe(`${String(count)} of ${String(count)} sent`);
  });

  it('goes to as many as were asked for, and to the rest the next time', async () => {
    const first = await send('--approve', await hash(), '--limit', '30');
    expect([first.code, first.stdout]).toEqual([
      1,
      expect.stringMatching(/^30 of 210 sent\n {2}sent now: 30\n {2}180 not sent/u),
    ]);
    expect((await send('--approve', await hash())).code).toBe(0);
    expect(server.taken).toHaveLength(count);
  });

  it('is stopped where the register has changed since, and says which cell', async () => {
    await change('Aktiviteter', 'A-2026-038', 'Sted', 'Et annet sted');
    const { code, stderr } = await send('--approve', await hash());
    expect([code, stderr]).toEqual([2, expect.stringContaining('Aktiviteter, A-2026-038: Sted')]);
    expect(await ledger()).toEqual([]);
  });

  it('leaves out those who have asked for that since, and nobody else', async () => {
    await change('Mottakere', '1111', 'Reservert', 'ja');
    const { code, stdout } = await send('--approve', await hash());
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^209 of 210 sent\n {2}sent now: 209\n {2}1 left out.*\n {4}[0-9a-f]{32} 1111 Sokndal: has asked not to get mailings$/mu,
    );
  });

  it('is stopped where the register is marked as a sample, though the mailing is older than the mark', async () => {
    const cells = { Nøkkel: 'Eksempel', Verdi: 'ja' };
    await xlsxStore(workbook()).write([{ kind: 'row', tab: 'Oppsett', cells }], await register());
    const { code, stderr } = await send('--approve', await hash());
    expect([code, stderr]).toEqual([2, expect.stringContaining('made from a sample register')]);
    expect(await ledger()).toEqual([]);
    expect((await send('--approve', await hash(), '--limit', '1', '--allow', 'sample')).code).toBe(1);
  });

  it('is stopped where somebody has changed one of its files', async () => {
    await writeFile(join(world.folder, mailing, 'message.nb.html'), '<p>noe annet</p>');
    const { code, stderr } = await send('--approve', await hash());
    expect([code, stderr]).toEqual([2, expect.stringContaining('message.nb.html')]);
  });

  it('refuses to go on where the ledger has lost rows, until it is repaired', async () => {
    const before = await readFile(workbook());
    await send('--approve', await hash(), '--limit', '5');
    await writeFile(workbook(), before);
    const { code, stderr } = await send('--approve', await hash());
    expect([code, stderr]).toEqual([2, expect.stringContaining('The ledger has lost')]);
    expect((await send('--repair')).stderr).toContain('10 events were written to the ledger again.');
    expect((await send('--approve', await hash())).code).toBe(0);
    expect(server.taken).toHaveLength(count);
  });

  it('stops at a damaged journal, and what that could have told is unclear once it is repaired', async () => {
    await send('--approve', await hash(), '--limit', '3');
    const journals = join(world.folder, 'state', 'journal', 'file');
    const [name = ''] = await readdir(journals);
    const path = join(journals, name);
    const text = await readFile(path, 'utf8');
    // The first of the three is known to be sent; of the others the ledger knows, and the journal no more.
    await writeFile(
      path,
      text.replace(/^(?:.*"sent".*\n)(?=.*released)/mu, (line) => line.replace('"sent"', '"gone"')),
    );
    const { code, stderr } = await send('--approve', await hash());
    expect([code, stderr]).toEqual([2, expect.stringContaining('is damaged')]);
    expect((await send('--status')).stderr).toContain('is damaged');
    expect((await send('--repair')).stderr).toContain('was renamed to');
    expect((await send('--approve', await hash())).code).toBe(0);
    expect(server.taken).toHaveLength(count);
  });

  it('lets nobody decide about what may be on its way', async () => {
    await send('--approve', await hash(), '--limit', '1');
    const [first] = await ledger();
    const key = String(first?.[0]);
    const store = xlsxStore(workbook());
    const now = new Date().toISOString();
    const claim = {
      rk: key,
      sendId: 'A-2026-038.announcement.r1',
      hendelse: 'krevd',
      eier: 'm-2',
      forsøk: 2,
      'tid UTC': now,
    };
    await store.addUnlessOvertaken([{ kind: 'row', tab: 'Utsendelser', cells: claim }], await store.read());
    const elsewhere = { ...bySmtp(), FELLES_STATE: join(world.folder, 'another') };
    const argv = [mailing, '--resolve', key, '--as', 'resend'];
    const { code, stderr } = await world.run(sendCommand, argv, elsewhere);
    expect([code, stderr]).toEqual([2, expect.stringContaining('which may not have ended')]);
  });

  it('does not go on without the rows of others, unless a person accepts the loss', async () => {
    await send('--approve', await hash(), '--limit', '2');
    const mine = await readFile(workbook());
    const store = xlsxStore(workbook());
    const theirs = { sendId: 'A-2026-038.announcement.r1', hendelse: 'sendt', eier: 'm-2.s', forsøk: 1 };
    const rows = ['a', 'b'].map((digit) => ({ ...theirs, rk: digit.repeat(32) }));
    await store.addUnlessOvertaken(
      rows.map((cells) => ({ kind: 'row' as const, tab: 'Utsendelser', cells })),
      await store.read(),
    );
    await send('--approve', await hash(), '--limit', '1');
    await writeFile(workbook(), mine);
    const repaired = await send('--repair');
    expect([repaired.code, repaired.stderr]).toEqual([
      1,
      expect.stringContaining('2 more rows, from other machines'),
    ]);
    expect((await send('--approve', await hash())).code).toBe(2);
    expect((await send('--repair', '--accept-loss')).code).toBe(0);
    expect((await send('--approve', await hash())).code).toBe(0);
    expect(server.taken).toHaveLength(count);
  });

  it('lets a person decide what another machine has left open', async () => {
    await send('--approve', await hash(), '--limit', '1');
    const [first] = await ledger();
    const key = String(first?.[0]);
    const elsewhere = { ...bySmtp(), FELLES_STATE: join(world.folder, 'another') };
    // As a machine that claimed one and was lost.
    const claim = {
      rk: key,
      sendId: 'A-2026-038.announcement.r1',
      hendelse: 'krevd',
      eier: 'm-lost',
      forsøk: 2,
    };
    const store = xlsxStore(workbook());
    await store.addUnlessOvertaken([{ kind: 'row', tab: 'Utsendelser', cells: claim }], await store.read());
    const seen = await world.run(sendCommand, [mailing, '--status'], elsewhere);
    expect(seen.stdout).toContain('1 claimed by another run');
    const decided = await world.run(sendCommand, [mailing, '--resolve', key, '--as', 'resend'], elsewhere);
    expect(decided.code).toBe(0);
    expect((await world.run(sendCommand, [mailing, '--status'], elsewhere)).stdout).toContain('210 not sent');
  });
});

describe('mail that came back', () => {
  const fixtures = join(import.meta.dirname, '../../fixtures/bounces');

  /** The fixtures, with the keys that their recipients have in this mailing. */
  async function saved(): Promise<string> {
    const record = readMailing(await readFile(join(world.folder, mailing, 'mailing.json'), 'utf8'), sha256);
    if (!('mailing' in record)) throw new Error(record.fault);
    const keys = new Map(record.mailing.recipients.map(({ address, key }) => [address, key]));
    const folder = join(world.folder, 'retur');
    await mkdir(folder);
    for (const name of await readdir(fixtures)) {
      const text = await readFile(join(fixtures, name), 'utf8');
      const [, address = ''] = /rfc822; ?<?(postmottak@[^\s>]+)/u.exec(text) ?? [];
      await writeFile(join(folder, name), text.replace(/\b0{31}\d\b/gu, keys.get(address) ?? ''));
    }
    const key = keys.get('postmottak@sauda.kommune.example') ?? '';
    await writeFile(join(folder, 'key.eml'), `From: ola@annet.example\nSubject: Avmelding ${key}\n\n`);
    return folder;
  }

  it('is marked in the ledger once, and the next mailing goes past those whom nothing reaches', async () => {
    await send('--approve', await hash());
    const bounces = await saved();
    const first = await send('--bounces', bounces);
    expect(first.stdout).toContain('A-2026-038.announcement.r1 p***@sokndal.kommune.example: i retur, 5.1.1');
    expect(first.stdout).toContain('p***@lund.kommune.example: i retur, 5.2.2 postkassen er full');
    expect(first.stdout).toMatch(/key\.eml: ola@annet\.example .* \[marked already, by the key in it\]/u);
    // Of Gmail, which gave it another Message-ID; this outbox does not.
    expect(first.stdout).toContain('gmail-failed.eml: MAILER-DAEMON@mail.felles.example «Delivery Status');
    expect(first.stdout).toContain('  1111 Sokndal (Mottakere, E-post)');
    expect(first.stderr).toMatch(/These did not get it, and it is not sent to them again/u);
    expect(first.stdout).toContain('  1112 Lund (Mottakere, E-post): 5.2.2 postkassen er full');
    expect(first.stdout).toContain('write ja in Reservert for 1135 Sauda (Mottakere)');
    expect(first.stdout).toContain(
      'out-of-office.eml: kari@klepp.kommune.example «Autosvar: Fravær»: Jeg er',
    );
    expect(first.stderr).toMatch(/1 only delayed/u);
    expect(first.code).toBe(1);
    expect(`${first.stdout}${first.stderr}`).not.toMatch(/postmottak@/iu);
    expect((await send('--bounces', bounces)).stderr).toContain('Nothing new');
    const status = await send('--status');
    expect(status.stdout).toMatch(/^208 of 210 sent\n {2}2 refused for good, or came back/u);
    expect(status.stdout).toContain('it came back, «5.2.2 postkassen er full»');
    // Sent to again are none of them.
    expect((await send('--approve', await hash())).stdout).toMatch(/^208 of 210 sent/u);
    const next = await world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']);
    expect(next.stderr).toMatch(/1: mail to the address came back: 1111 Sokndal/u);
    expect(next.stderr).toMatch(/1: has asked to get no more mail: 1135 Sauda/u);
  });

  it.each([
    ['nowhere', 'cannot be read'],
    ['empty', 'There are no messages in'],
  ])('is looked for in %s in vain', async (path, message) => {
    await mkdir(join(world.folder, 'empty'));
    const { code, stderr } = await send('--bounces', path);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('a mailing of another workbook', () => {
  it('can be looked at and not be sent', async () => {
    const sheet = ['--spreadsheet', '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefg'];
    const { code, stderr } = await send('--approve', await hash(), ...sheet);
    expect([code, stderr]).toEqual([2, expect.stringContaining('made from a workbook on disk')]);
    expect((await send(...sheet)).stderr).toContain('can only be looked at');
    expect(await ledger()).toEqual([]);
  });
});

describe('a mailing of which only files were written', () => {
  const files = (...argv: readonly string[]): Promise<ScriptRun> => send('--outbox', 'files', ...argv);

  it('is not sent, and whoever only looks is not told to write when they want to send', async () => {
    const seen = await files();
    expect(seen.stderr).toContain(
      `To send it with a mail server that is set up (or with gmail): npm run send -- ${mailing} --outbox smtp`,
    );
    expect(seen.stderr).not.toMatch(/To send it[^\n]*--outbox files/u);
    const { code, stdout, stderr } = await files('--approve', await hash());
    expect([code, stdout.trim()]).toEqual([
      1,
      '0 of 210 sent\n  sent now: 0, written now: 210\n  210 written as files, and not sent by Felles',
    ]);
    expect(stderr).toContain('which sends nothing');
    expect(await readdir(outbox())).toHaveLength(count);
    const rows = await ledger();
    expect([
      rows.filter((row) => row.includes('skrevet')).length,
      rows.some((row) => row.includes('sendt')),
    ]).toEqual([count, false]);
    const status = await send('--status');
    expect([status.code, status.stdout]).toEqual([
      1,
      expect.stringMatching(/^0 of 210 sent\n {2}210 written/u),
    ]);
    const again = await files('--approve', await hash());
    expect(again.stdout).toContain('sent now: 0, written now: 0\n  210 written');
  });

  it('is not sent by another outbox before a person has opened it again', async () => {
    await files('--approve', await hash(), '--limit', '3');
    const over = await send('--approve', await hash());
    expect([over.code, over.stdout.trim()]).toEqual([
      1,
      '207 of 210 sent\n  sent now: 207\n  3 written as files, and not sent by Felles',
    ]);
    expect(over.stderr).toContain(`--sent-by-hand all`);
    const none = await send('--approve', await hash());
    expect(none.stdout).toMatch(/^207 of 210 sent\n {2}sent now: 0\n {2}3 written/u);
    expect(server.taken).toHaveLength(count - 3);
    expect((await send('--reopen', 'all')).stderr).toContain('3 recipients reopened');
    expect((await send('--approve', await hash())).stdout.trim()).toBe('210 of 210 sent\n  sent now: 3');
    expect(server.taken).toHaveLength(count);
    const nothing = await send('--reopen', 'all');
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('never opened again')]);
  });

  it('counts as sent once a person says so, of all or of one by name', async () => {
    await files('--approve', await hash(), '--limit', '2');
    const named = (await files('--status')).stdout;
    expect(named).toContain('2 written as files');
    expect(named).toMatch(
      /written as files[^\n]*\n(?: {4}[0-9a-f]{32} \d{4} \S+[^\n]*\n){2} {2}208 not sent/u,
    );
    const { recipients } = JSON.parse(
      await readFile(join(world.folder, mailing, 'mailing.json'), 'utf8'),
    ) as { recipients: { id: string; name: string }[] };
    expect((await send('--sent-by-hand', recipients[0]?.name ?? '')).code).toBe(0);
    const twice = await send('--sent-by-hand', recipients[0]?.name ?? '');
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('is marked as sent already')]);
    const { stdout: due } = await world.run(todayCommand);
    expect(due).toContain('send -- A-2026-038.announcement.r1 --sent-by-hand all');
    expect((await send('--reopen', recipients[1]?.id ?? '')).code).toBe(0);
    expect((await send('--reopen', recipients[0]?.id ?? '')).code).toBe(2);
    expect((await send('--status')).stdout).toMatch(/^1 of 210 sent\n {2}209 not sent/u);
    await send('--approve', await hash());
    expect(server.taken).toHaveLength(count - 1);
  });

  it('is read so where an older version called it sent', async () => {
    const store = xlsxStore(workbook());
    const { recipients } = JSON.parse(
      await readFile(join(world.folder, mailing, 'mailing.json'), 'utf8'),
    ) as { recipients: { key: string }[] };
    const old = (key: string, receipt: string) => ({
      rk: key,
      sendId: 'A-2026-038.announcement.r1',
      hendelse: 'sendt',
      forsøk: 1,
      'kø-id': receipt,
    });
    const [first = { key: '' }, second = { key: '' }, third = { key: '' }] = recipients;
    const rows = [
      old(first.key, `${first.key}.eml`),
      old(second.key, 'utkast i Gmail r-1'),
      old(third.key, 'queued as 1'),
    ];
    await store.addUnlessOvertaken(
      rows.map((cells) => ({ kind: 'row' as const, tab: 'Utsendelser', cells })),
      await store.read(),
    );
    expect((await send('--status')).stdout).toMatch(/^1 of 210 sent\n {2}2 written as files or drafts/u);
  });
});

it('does one thing at a time', async () => {
  const { code, stderr } = await send('--reopen', 'all', '--approve', await hash());
  expect([code, stderr]).toEqual([2, expect.stringContaining('--approve and --reopen need a run each')]);
});

it('sends a test that is to the byte what a recipient gets, but for key, date and the mark in the subject', async () => {
  const real = await readFile(join(world.folder, mailing, 'preview.nb.eml'), 'utf8');
  const address = /^To: .*?<(?<address>[^>]+)>/msu.exec(real)?.groups?.['address'] ?? '';
  const { code, stdout, stderr } = await send('--outbox', 'files', '--test-to', address);
  expect(stderr).toContain(`Files were written in ${mailing}/test, and nothing went to `);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^nb: written .*\nnn: written .*\n$/u)]);
  // Not among the files that are to be sent.
  const room = join(world.folder, mailing, 'test');
  const tests = await Promise.all((await readdir(room)).map((name) => readFile(join(room, name), 'utf8')));
  const test = tests.find((text) => text.includes('Content-Language: nb')) ?? '';
  expect((await PostalMime.parse(test)).subject).toMatch(/^\[Test\] Webinar/u);
  expect(neutral(test)).toBe(neutral(real));
  expect(neutral(test)).toContain('text/calendar');
  expect(await ledger()).toEqual([]);
});

/** A message without its key, its subject and the time of its sending. */
function neutral(message: string): string {
  const key = /^Message-ID: <(?<key>[0-9a-f]{32})@/mu.exec(message)?.groups?.['key'] ?? 'none';
  // Quoted-printable breaks long lines, also within a key.
  return message
    .replaceAll('=\r\n', '')
    .replaceAll(key, 'KEY')
    .replace(/^Date: .*/mu, '')
    .replace(/^Subject: .*\r\n(?: .*\r\n)*/mu, '');
}

it('is found by its ID and by the name of its folder, and those that are there are named', async () => {
  const shown = (await send()).stdout;
  for (const name of ['A-2026-038.announcement.r1', 'a-2026-038-announcement-r1'])
    expect((await world.run(sendCommand, [name], bySmtp())).stdout).toBe(shown);
  for (const argv of [[], ['A-2026-038.announcement.r2']]) {
    const { code, stderr } = await world.run(sendCommand, argv, bySmtp());
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\n  npm run send -- ${mailing}\n`)]);
  }
});

it('sends a test to one address, by the outbox that sends', async () => {
  const { code, stdout } = await send('--test-to', 'ola@felles.example');
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^nb: sent to o\*\*\*@felles\.example \(.*\nnn: sent to .*\n$/u),
  ]);
  expect(server.taken).toHaveLength(2);
  expect(await ledger()).toEqual([]);
});

it.each([
  [['--outbox', 'fles'], 'Did you mean files? There are files, smtp, gmail, gmail-drafts.'],
  [['--outbox', 'email'], 'There are files, smtp, gmail, gmail-drafts.'],
  [['--limit', 'mange'], 'is not a number of recipients'],
  [['--resolve', '0'.repeat(32), '--as', 'sent'], 'names no recipient'],
  [['--test-to', 'ola@a.no, kari@b.no'], 'is not one plain address'],
])('%j is told of in one message', async (argv, message) => {
  const { code, stderr } = await send(...argv);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});
