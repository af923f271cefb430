/** Every command on Windows: what it writes is what it writes on Linux, byte for byte. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { commandNames } from '../../src/app/main.ts';
import { createWorkbookFile } from '../../src/stores/xlsx/xlsx-store.ts';
import { startMailServer } from '../crash/support/mail-server.ts';
import { smallRegister } from '../crash/support/small-register.ts';
import { startSystems, windowsPath, type Ended, type RunOptions, type Systems } from './wine.ts';

// As people call their folders.
const scratch = mkdtempSync(join(tmpdir(), 'felles-windows-'));
const place = join(scratch, 'Våre ærlige møter');
let systems: Systems;
/** The folders that a test works in. */
let onWindows: string;
let onLinux: string;
let tests = 0;

beforeAll(async () => {
  systems = await startSystems(scratch);
});
beforeEach(() => {
  tests += 1;
  [onWindows, onLinux] = ['windows', 'linux'].map((name) => join(place, String(tests), name)) as [
    string,
    string,
  ];
  for (const folder of [onWindows, onLinux]) mkdirSync(folder, { recursive: true });
});
afterAll(() => {
  systems.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Every file of a folder with its content, by its path. */
const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(folder.length), readFileSync(path).toString('latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What was printed, with the folders of both systems written alike. */
const alike = ({ code, stdout, stderr }: Ended, folder: string): Ended => {
  const written = (text: string): string =>
    text
      .replaceAll(windowsPath(folder), '<folder>')
      .replaceAll(folder, '<folder>')
      .replaceAll('\\', '/')
      // Time is what it is.
      .replaceAll(/, [^,\n]* left$/gmu, '');
  return { code, stdout: written(stdout), stderr: written(stderr) };
};

/** Every command says something: where nothing came, wine did not start it, which happens on a busy machine, and it is begun anew. */
async function windows(args: readonly string[], more: Partial<RunOptions> = {}): Promise<Ended> {
  const begin = (): Promise<Ended> => systems.windows({ folder: onWindows, args, ...more }).ended;
  const ended = await begin();
  return ended.code !== 0 && ended.stdout + ended.stderr === '' ? begin() : ended;
}

/** Runs a command on both systems, and sees that they say the same and leave the same files. */
async function both(args: readonly string[]): Promise<Ended> {
  const env = { FELLES_STATE: 'state' };
  const [there, here] = await Promise.all([
    windows(args, { env }),
    systems.linux({ folder: onLinux, args, env }).ended,
  ]);
  expect(alike(there, onWindows)).toEqual(alike(here, onLinux));
  const [made, expected] = [onWindows, onLinux].map((folder) =>
    timeless(filesIn(folder), args[0] === 'send'),
  );
  if (made === undefined || expected === undefined) throw new Error('two folders');
  expect([...made.keys()]).toEqual([...expected.keys()]);
  expect([...made].filter(([path, content]) => expected.get(path) !== content).map(([path]) => path)).toEqual(
    [],
  );
  return alike(there, onWindows);
}

/** Without what a send takes from the clock: the date of each message, the ledger, and the state of the machine. */
const timeless = (files: ReadonlyMap<string, string>, isSend: boolean): ReadonlyMap<string, string> =>
  new Map(
    [...files].map(([path, content]): [string, string] => [
      path,
      isSend && /^\/(?:register|state\/)/u.test(path) ? '' : content.replace(/^Date: .*$/mu, ''),
    ]),
  );

const mailing = 'out/announce/a-2026-038-announcement-r1';

/** What a person approves: the hash of the mailing in a folder. */
const hashOf = (folder: string): string =>
  z
    .object({ planHash: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, mailing, 'mailing.json'), 'utf8'))).planHash;

/** Every command, each going on from what the one before it left. */
const runs: readonly (readonly string[])[] = [
  ['init', '--sample'],
  ['doctor'],
  ['today'],
  ['check', '--give-ids', '--write'],
  ['agenda'],
  ['agenda', '--number'],
  ['announce'],
  ['send', mailing],
  ['minutes', '--meeting', 'next', '--format', 'docx,txt'],
  ['decisions', '--search', 'samtykke'],
  ['plan', '--year', '2028', '--write'],
  ['digest', '--for', 'Bylivsenteret', '--sent'],
  ['county'],
  ['examples'],
  ['programme'],
  ['speakers'],
  ['calendar'],
  ['report'],
  ['check-templates'],
  ['copy', '--from', 'register.xlsx', '--to', 'kopi.xlsx'],
  ['login'],
  ['logout'],
  ['probe'],
  ['start', '--port', 'page'],
  [],
  ['send', mailing, '--allow', 'sample', '--limit', '20', '--approve', '<hash>'],
];

it('every command says and writes on Windows what it does on Linux', async () => {
  const codes: [string, number | null][] = [];
  for (const run of runs) {
    const args = run.map((word) => (word === '<hash>' ? hashOf(onLinux) : word));
    codes.push([run.join(' '), (await both(args)).code]);
  }
  // The digest was made just now; nobody is logged in, and no Google Sheet is named; «page» is no port; more is left to send.
  expect(
    codes.flatMap(([run, code]) => (code === 0 ? [] : [`${String(code)} ${run.split(' ')[0] ?? ''}`])),
  ).toEqual(['1 digest', '2 login', '2 probe', '2 start', '1 send']);
  expect(filesIn(onWindows).size).toBeGreaterThan(60);
  expect(commandNames.filter((name) => !runs.some(([first]) => first === name))).toEqual([]);
}, 600_000);

it('.env may be as Notepad and PowerShell write it, and paths have backslashes', async () => {
  mkdirSync(join(onWindows, 'nytt år/register'), { recursive: true });
  const workbook = `${windowsPath(onWindows)}\\nytt år\\register\\vårt.xlsx`;
  const lines = [`FELLES_WORKBOOK="${workbook}"`, 'FELLES_OUT=nytt år\\ut', ''].join('\r\n');
  const init = ['init', '--sample', '--workbook', 'nytt år\\register\\vårt.xlsx'];
  expect(await windows(init)).toMatchObject({ code: 0, stdout: 'nytt år\\register\\vårt.xlsx\n' });
  writeFileSync(join(onWindows, '.env'), `\uFEFF${lines}`);
  expect(await windows(['calendar'])).toMatchObject({ code: 0 });
  writeFileSync(join(onWindows, '.env'), `\uFEFF${lines}`, 'utf16le');
  expect(await windows(['report'])).toMatchObject({ code: 0 });
  expect([...filesIn(onWindows).keys()]).toEqual(
    expect.arrayContaining(['/nytt år/register/vårt.xlsx', '/nytt år/ut/report/rapport-2026.nb.html']),
  );
});

it('paths may be long, begin with a drive, and be typed in capitals; names of devices are refused', async () => {
  const long = Array.from({ length: 3 }, () => 'mappe med langt navn '.repeat(6).trim()).join('\\');
  expect(long.length).toBeGreaterThan(260);
  const [workbook, out] = [`${windowsPath(onWindows)}\\r.xlsx`, `${windowsPath(onWindows)}\\${long}`];
  expect(await windows(['init', '--sample', '--workbook', workbook])).toMatchObject({
    code: 0,
    stdout: 'r.xlsx\n',
  });
  const report = ['report', '--workbook', workbook.toUpperCase(), '--out', out];
  expect(await windows(report)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('Report for 2026') as string,
  });
  expect(filesIn(join(onWindows, ...long.split('\\'))).size).toBe(6);
  for (const name of ['con.xlsx', 'a?.xlsx', 'ut.\\r.xlsx', 'ut\\r:1.xlsx']) {
    const { code, stderr } = await windows(['init', '--workbook', name]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Windows does not allow a file or folder called'),
    ]);
  }
  expect(readdirSync(onWindows).sort()).toEqual([long.split('\\')[0], 'r.xlsx'].sort());
});

it('a workbook that Excel has open is left alone, and one that is held for a moment is waited for', async () => {
  await createWorkbookFile(join(onWindows, 'register.xlsx'), smallRegister(5));
  const before = filesIn(onWindows);
  const check = ['check', '--write'];
  writeFileSync(join(onWindows, '~$register.xlsx'), '\bKari Nor');
  expect((await windows(check)).stderr).toContain('open in Excel (Kari Nor)');
  rmSync(join(onWindows, '~$register.xlsx'));
  const stop = join(scratch, `stop ${String(tests)}`);
  const args = [windowsPath(join(onWindows, 'register.xlsx')), windowsPath(stop)];
  const holder = systems.windowsScript(join(import.meta.dirname, 'hold-open.cjs'), {
    folder: onWindows,
    args,
  });
  while (!existsSync(`${stop}.held`)) await pause(20);
  expect((await windows(check)).stderr).toContain('in use by another program');
  expect(filesIn(onWindows).get('/register.xlsx')).toBe(before.get('/register.xlsx'));
  const waiting = windows(check);
  while (!readdirSync(onWindows).some((name) => name.endsWith('.tmp'))) await pause(10);
  await pause(200);
  writeFileSync(stop, '');
  expect(await waiting).toMatchObject({ code: 0 });
  await holder.ended;
  expect(readdirSync(onWindows).sort()).toEqual(['register.xlsx', 'register.xlsx.bak']);
});

it('four who write in the same workbook at once wait for each other', async () => {
  await createWorkbookFile(join(onWindows, 'register.xlsx'), smallRegister(5));
  const ended = await Promise.all([1, 2, 3, 4].map(() => windows(['check', '--write'])));
  for (const { code, stderr } of ended) {
    // Whoever planned from what another has changed meanwhile writes nothing, and says so.
    if (code === 1) expect(stderr).toContain('has changed since it was read');
    else expect([code, stderr]).toEqual([0, expect.stringContaining('The tab Kontroll was written')]);
  }
  expect(readdirSync(onWindows).sort()).toEqual(['register.xlsx', 'register.xlsx.bak']);
});

it('a send by SMTP that is killed goes on, and nobody gets two', async () => {
  await createWorkbookFile(join(onWindows, 'register.xlsx'), smallRegister(20));
  const about = ['--webinar', 'A-2026-038', '--kind', 'announcement', '--target', 'slag:kommune'];
  expect(await windows(['announce', ...about])).toMatchObject({ code: 0 });
  const hash = hashOf(onWindows);
  let left = 4;
  let stopAt = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    stopAt = resolve;
  });
  const server = await startMailServer(async (moment) => {
    if (moment === 'taken') left -= 1;
    if (left === 0) stopAt();
    // Once it is to be killed nothing is answered any more.
    return left === 0 ? pause(600_000, undefined, { ref: false }) : undefined;
  });
  const env = { SMTP_URL: server.url, FELLES_STATE: 'state' };
  const args = ['send', mailing, '--outbox', 'smtp', '--approve', hash];
  const first = systems.windows({ folder: onWindows, args, env });
  const early = await Promise.race([reached, first.ended]);
  expect(early).toBeUndefined();
  first.kill();
  expect((await first.ended).code).toBeNull();
  left = Number.POSITIVE_INFINITY;
  const { code, stdout } = await windows(args, { env });
  await server.close();
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^\d+ of \d+ sent/u)]);
  expect(Math.max(...server.taken.values())).toBe(1);
});
