/**
 * Every script on a Google Sheet, which talks to the fake over HTTP: in this process with `npm test`, and as a process
 * of its own in a campaign, which is what people run.
 */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../../src/app/main.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { clientOf } from '../../stores/google/test-sheet.ts';
import { isCampaign } from '../../support/campaign.ts';
import { makeOwn, makeWorld, type TestWorld } from '../../support/world.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';

const ROOT = join(import.meta.dirname, '../../..');

let google: FakeGoogle;
let world: TestWorld;
let folder: string;
let sheet: string;
/** Its first set-up, which all tests go on from. */
let first: Ran;
beforeAll(async () => {
  google = await startFakeGoogle();
  world = await makeWorld();
  ({ folder } = world);
  sheet = google.createSpreadsheet({ locale: 'en_US', timeZone: 'America/New_York' });
  first = await run('init', '--sample', '--spreadsheet', sheet);
  await makeOwn(await storeOf(sheet));
});
afterAll(async () => {
  await google.close();
  await world.remove();
});

/** Another than that for spreadsheets alone. */
let token: string | undefined;
async function withToken(other: string, work: () => Promise<void>): Promise<void> {
  token = other;
  try {
    await work();
  } finally {
    token = undefined;
  }
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Reads and writes of the Sheets API. */
  readonly requests: readonly string[];
}

async function run(script: CommandName, ...args: string[]): Promise<Ran> {
  const from = google.requests.length;
  const env = {
    PATH: process.env['PATH'] ?? '',
    TZ: 'America/New_York',
    GOOGLE_API_ORIGIN: google.origin,
    GOOGLE_ACCESS_TOKEN: token ?? google.token,
    FELLES_NOW: '2026-11-23T12:00',
    FELLES_STATE: join(folder, 'state'),
  };
  const count = (): readonly string[] => google.requests.slice(from).map(({ method }) => method);
  if (!isCampaign) {
    const command = await commands[script].load();
    return { ...(await world.run(command, args, env)), requests: count() };
  }
  const file = join(ROOT, 'scripts', `${script}.ts`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...args], {
      cwd: folder,
      env,
    });
    const printed = { stdout: '', stderr: '' };
    child.stdout.on('data', (text: Buffer) => (printed.stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (printed.stderr += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, ...printed, requests: count() });
    });
  });
}

const storeOf = async (id: string) => googleStore(await clientOf(google), id);

/**
 * A file of a mailing without what is made from the ID of the workbook: the keys of recipients, the UID of the event and
 * the hashes of files that hold them. Base64 is read, and folded lines are made whole.
 */
function withoutKeys(text: string): string {
  return text
    .replace(/(?:^[A-Za-z\d+/=]{1,76}\r?\n){2,}/gmu, (lines) => Buffer.from(lines, 'base64').toString('utf8'))
    .replace(/\r?\n |=\r?\n/gu, '')
    .replace(/\b[\da-f]{64}\b|(?<=%20|[^\da-f])[\da-f]{32}(?![\da-f])/gu, '#')
    .replace(/"workbook": ".*"/u, '"workbook"');
}

describe('on a Google Sheet,', () => {
  it('init makes every tab in one request, and adds nothing the second time', async () => {
    expect(first).toMatchObject({ code: 0, requests: ['GET', 'POST'] });
    expect(first.stdout).toContain('Added the tab Aktiviteter.');
    const { locale, timeZone, sheets } = google.spreadsheet(sheet);
    expect({ locale, timeZone }).toEqual({ locale: 'nb_NO', timeZone: 'Europe/Oslo' });
    const activities = sheets.find(({ title }) => title === 'Aktiviteter');
    expect(activities?.frozenRowCount).toBe(1);
    expect(activities?.cell(0, 0)?.note).toMatch(/^Kjennemerket til aktiviteten/u);
    const again = await run('init', '--spreadsheet', sheet);
    expect(again).toMatchObject({ code: 0, stdout: '', requests: ['GET'] });
  });

  it.each(['today', 'calendar', 'county'] as const)(
    '%s reads the sheet once, and writes nothing in it',
    async (script) => {
      const ran = await run(script, '--spreadsheet', sheet);
      expect(ran).toMatchObject({ code: 0, requests: ['GET'] });
      expect(ran.stdout).not.toBe('');
    },
  );

  it('send claims in the sheet and tells it what came, with one write for each claim', async () => {
    await run('announce', '--spreadsheet', sheet, '--webinar', 'A-2026-038', '--kind', 'announcement');
    const mailing = 'out/announce/a-2026-038-announcement-r1';
    const { stderr } = await run('send', mailing, '--spreadsheet', sheet);
    const [, hash = ''] = /--approve (?<hash>[0-9a-f]+)/u.exec(stderr) ?? [];
    const sent = await run('send', mailing, '--spreadsheet', sheet, '--approve', hash);
    const written = '210 written as files, and not sent by Felles';
    expect(sent).toMatchObject({
      code: 1,
      stdout: `0 of 210 sent\n  sent now: 0, written now: 210\n  ${written}\n`,
    });
    // It reads once, claims nine times, tells the last results, and reads how the ledger stands.
    expect(sent.requests).toEqual(['GET', ...Array.from({ length: 10 }, () => 'POST'), 'GET']);
    const { sheets } = await (await storeOf(sheet)).read();
    const rows = sheets.find(({ name }) => name === 'Utsendelser')?.rows ?? [];
    const own = rows.filter(({ cells }) => cells[1] === 'A-2026-038.announcement.r1');
    expect(own.filter(({ cells }) => cells.includes('skrevet'))).toHaveLength(210);
    const again = await run('send', mailing, '--spreadsheet', sheet, '--approve', hash);
    expect(again.stdout).toContain(`sent now: 0, written now: 0\n  ${written}`);
  });

  it('send --gmail gives messages to Gmail as the person, and the ledger stays in the sheet', async () => {
    await run('announce', '--spreadsheet', sheet, '--webinar', 'A-2026-038', '--kind', 'announcement');
    const mailing = 'out/announce/a-2026-038-announcement-r1';
    const { stderr } = await run('send', mailing, '--spreadsheet', sheet, '--outbox', 'gmail');
    expect(stderr).toContain('--outbox gmail --approve');
    const scopes = ['spreadsheets', 'gmail.send'].map((scope) => `https://www.googleapis.com/auth/${scope}`);
    const token = google.accounts.issue({ email: 'kari@example.no', scopes });
    const copy = await run('send', mailing, '--test-to', 'ola@felles.example', '--outbox', 'gmail');
    expect([copy.code, copy.stdout]).toEqual([1, expect.stringContaining('does not allow that with mail')]);
    await withToken(token, async () => {
      const sent = await run('send', mailing, '--test-to', 'ola@felles.example', '--outbox', 'gmail');
      expect([sent.code, sent.stdout]).toEqual([
        0,
        expect.stringMatching(/^nb: sent to o\*{3}@felles\.example \(Gmail [\da-f]+\)$/mu),
      ]);
    });
    expect(google.mailbox.sent).toHaveLength(2);
    expect(google.mailbox.sent[0]).toMatch(/^To: \S+ <ola@felles\.example>/mu);
  });

  it('agenda keeps case numbers with one write', async () => {
    const numbered = await run(
      'agenda',
      ...['--spreadsheet', sheet, '--format', 'txt', '--number', '--out', 'med-nummer'],
    );
    expect(numbered).toMatchObject({ code: 0, requests: ['GET', 'POST'] });
    expect(numbered.stderr).toContain('were written to https://docs.google.com/spreadsheets/d/');
  });

  it('announce makes the same mailings as from a workbook, with one reading', async () => {
    const own = google.createSpreadsheet();
    await run('init', '--sample', '--spreadsheet', own);
    // A copy knows nobody of the ledger by key, so it has no follow-up due.
    const kind = ['--kind', 'announcement'];
    expect(await run('announce', ...kind, '--spreadsheet', own, '--out', 'ark')).toMatchObject({
      ...{ code: 0, requests: ['GET'] },
    });
    await run('copy', '--from', own, '--to', 'kunngjøringer.xlsx');
    await run('announce', ...kind, '--workbook', 'kunngjøringer.xlsx', '--out', 'fil');
    const mailings = await readdir(join(folder, 'fil/announce'));
    expect(mailings).toEqual(['a-2026-038-announcement-r1']);
    expect(await readdir(join(folder, 'ark/announce'))).toEqual(mailings);
    for (const mailing of mailings) {
      const names = await readdir(join(folder, 'fil/announce', mailing));
      expect(await readdir(join(folder, 'ark/announce', mailing))).toEqual(names);
      for (const name of names) {
        const [fromFile, fromSheet] = await Promise.all(
          ['fil', 'ark'].map(async (out) =>
            withoutKeys(await readFile(join(folder, out, 'announce', mailing, name), 'utf8')),
          ),
        );
        expect(fromFile, name).toBe(fromSheet);
      }
    }
  });

  it('check gives IDs and fills Kontroll with one reading and one write', async () => {
    await google.people(sheet).type('Tiltak', 40, 1, 'Ringe kommunen');
    const ran = await run('check', '--give-ids', '--write', '--spreadsheet', sheet);
    expect(ran.requests).toEqual(['GET', 'POST']);
    expect(ran.stderr).toContain('1 row was given an ID');
    const { sheets } = await (await storeOf(sheet)).read();
    const given = sheets.find(({ name }) => name === 'Tiltak')?.rows.at(-1)?.cells;
    expect(given?.[0]).toMatch(/^T-2026-\d+$/u);
    expect(sheets.find(({ name }) => name === 'Kontroll')?.rows.length).toBeGreaterThan(1);
  });

  it('copy takes everything to a file and to another sheet, and refuses one that is not empty', async () => {
    const taken = await run('copy', '--from', sheet, '--to', 'kopi.xlsx');
    expect(taken).toMatchObject({ code: 0, stdout: 'kopi.xlsx\n' });
    const empty = google.createSpreadsheet();
    expect(await run('copy', '--from', 'kopi.xlsx', '--to', empty)).toMatchObject({ code: 0 });
    const refused = await run('copy', '--from', 'kopi.xlsx', '--to', empty);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('is not empty');
    const cells = (sheets: readonly { name: string; rows: readonly { cells: readonly unknown[] }[] }[]) =>
      sheets.flatMap(({ name, rows }) =>
        // The links of this page name the spreadsheet that it is in.
        rows.length === 0 || name === 'Les meg' ? [] : [[name, rows.map((row) => row.cells)]],
      );
    const original = await (await storeOf(sheet)).read();
    const [file, copied] = [
      await xlsxStore(join(folder, 'kopi.xlsx')).read(),
      await (await storeOf(empty)).read(),
    ];
    expect(cells(file.sheets)).toEqual(cells(original.sheets));
    expect(cells(copied.sheets)).toEqual(cells(original.sheets));
  });

  it('init makes a sheet of its own, which doctor finds in order', async () => {
    const made = await run('init', '--google', 'Felles prøve');
    expect(made.code).toBe(0);
    const address = made.stdout.trim();
    expect(address).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+$/u);
    const ran = await run('doctor', '--spreadsheet', address);
    expect(ran.code).toBe(0);
    const others = ran.stdout.split('\n').filter((line) => !line.startsWith('ok'));
    expect(others).toEqual([expect.stringMatching(/^note +sender +The register names no sender\./u), '']);
    expect(ran.stdout).toMatch(/^ok +conventions /mu);
  });

  it('probe finds the fake as documented, and leaves nothing behind', async () => {
    const scratch = google.createSpreadsheet();
    const ran = await run('probe', '--spreadsheet', scratch);
    expect(ran.stdout.split('\n').filter((line) => !line.startsWith('yes'))).toEqual(['']);
    expect(ran.code).toBe(0);
    expect(google.spreadsheet(scratch).sheets.map(({ title }) => title)).toEqual(['Ark1']);
  });

  it('says whom to share the sheet with when it is not shared', async () => {
    const closed = google.createSpreadsheet({ everybody: 'none' });
    const ran = await run('agenda', '--spreadsheet', closed);
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toMatch(/at .*\.ts:\d+/u);
    // The origin, what is wrong, and what to do.
    expect(ran.stderr.trim().split('\n')).toHaveLength(3);
  });
});
