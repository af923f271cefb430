/**
 * A workbook that is lived with for a year, in a file or in a Google Sheet: people edit it, somebody looks at the due list,
 * and does what it advises, command by command.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, isCommand } from '../../src/app/main.ts';
import { sha256 } from '../../src/app/mailings/keys.ts';
import { instantOf, parseWallTime, type WallTime } from '../../src/domain/time.ts';
import { cellValue, type NewValue } from '../../src/domain/workbook.ts';
import { recipientKey } from '../../src/domain/recipient-key.ts';
import { dueList } from '../../src/papers/due/list.ts';
import type { Entry } from '../../src/papers/due/entry.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { planSetup, type NewRow, type WorkbookContent } from '../../src/register/setup.ts';
import { tabs, type TabKey } from '../../src/register/tabs.ts';
import { googleStore } from '../../src/stores/google/google-store.ts';
import type { RegisterStore } from '../../src/stores/store.ts';
import { createWorkbook } from '../../src/stores/xlsx/writing/create-workbook.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { clientOf } from '../stores/google/test-sheet.ts';
import { startFakeGoogle, type FakeGoogle } from './google/fake-google.ts';
import { startFaultyServer } from './smtp/faulty-server.ts';
import { makeWorld, type ScriptRun } from './world.ts';

export interface Year {
  /** Where commands run. */
  readonly folder: string;
  /** Where a register in Google is. */
  readonly google: FakeGoogle | undefined;
  /** The register. */
  store(): Promise<RegisterStore>;
  /** Sets the clock: Oslo time, `2027-01-11T09:00`. */
  at(time: string): void;
  /** Somebody writes in cells of a row. */
  edit(tab: TabKey, id: string, cells: Readonly<Record<string, NewValue>>): Promise<void>;
  /** Somebody adds rows. */
  add(tab: TabKey, ...rows: readonly NewRow[]): Promise<void>;
  /** The due list, a line for each entry: its state, its name, and what has changed. */
  list(): Promise<readonly string[]>;
  /** What the list has, whole. */
  entries(): Promise<readonly Entry[]>;
  /** Runs a command as a person types it after `npm run`, with extra arguments at the end. */
  npm(command: string, ...more: readonly string[]): Promise<ScriptRun>;
  /** Runs the command of every entry, looks at the mailings that it made, and sends them. */
  follow(...more: readonly string[]): Promise<readonly string[]>;
  /** Sends the mailings whose folders a command printed. */
  send(ran: ScriptRun): Promise<void>;
  /** The messages that the mail server has taken since it was last asked. */
  mails(): readonly string[];
  close(): Promise<void>;
}

/** A workbook with this content. */
export async function startYear(kind: 'xlsx' | 'google', content: WorkbookContent): Promise<Year> {
  let now = '2027-01-04T09:00';
  const world = await makeWorld(() => instantOf(wallTimeIn(now)));
  const server = await startFaultyServer();
  const place = kind === 'xlsx' ? await inFile(world.folder, content) : await inSheet(content);
  const env = (): Record<string, string> => ({
    ...place.env,
    FELLES_STATE: join(world.folder, 'state'),
    FELLES_OUTBOX: 'smtp',
    SMTP_URL: server.url,
  });
  const npm = async (command: string, ...more: readonly string[]): Promise<ScriptRun> => {
    const [name = '', ...argv] = wordsOf(command);
    if (!isCommand(name)) throw new Error(`npm run ${name}?`);
    const loaded = await commands[name].load();
    return world.run(loaded, [...argv.filter((word) => word !== '--'), ...more], env());
  };
  const entries = async (): Promise<readonly Entry[]> => {
    const { register } = readRegister(await (await place.store()).read(), wallTimeIn(now));
    const keyOf = (mailing: string, address: string): string =>
      recipientKey(sha256, place.workbook, mailing, address);
    return dueList({ register, now: wallTimeIn(now), keyOf, sizes: new Map() });
  };
  let read = 0;
  const year: Year = {
    folder: world.folder,
    google: place.google,
    store: place.store,
    at: (time) => {
      now = time;
    },
    edit: async (tab, id, cells) => {
      const store = await place.store();
      const base = await store.read();
      const sheet = base.sheets.find(({ name }) => name === tabs[tab].name);
      const [headings, ...rows] = sheet?.rows ?? [];
      const row = rows.find((one) => cellValue(one.cells[0] ?? null) === id);
      const changes = Object.entries(cells).map(([column, becomes]) => {
        const index = headings?.cells.findIndex((cell) => cellValue(cell) === column) ?? -1;
        if (row === undefined || index < 0) throw new Error(`${tabs[tab].name} has no ${id}, ${column}`);
        const at = { by: 'id', idColumn: String(cellValue(headings?.cells[0] ?? null)), id } as const;
        const was = row.cells[index] ?? null;
        return { kind: 'cell', tab: tabs[tab].name, at, column, was, becomes } as const;
      });
      await written(store, changes, base);
    },
    add: async (tab, ...rows) => {
      const store = await place.store();
      const changes = rows.map((cells) => ({ kind: 'row', tab: tabs[tab].name, cells }) as const);
      await written(store, changes, await store.read());
    },
    list: async () => (await entries()).map(lineOf),
    entries,
    npm,
    follow: async (...more) => {
      const done: string[] = [];
      for (const { name, command } of await entries()) {
        if (command === undefined) continue;
        done.push(`${name}: npm run ${command}`);
        const ran = await npm(command, ...more);
        if (ran.code === 2) throw new Error(`npm run ${command}\n${ran.stderr}`);
        await sendMade(ran);
      }
      return done;
    },
    send: sendMade,
    mails: () => {
      const mails = server.taken.slice(read);
      read = server.taken.length;
      return mails;
    },
    close: async () => {
      await server.close();
      await place.close();
      await world.remove();
    },
  };
  async function sendMade({ stdout }: ScriptRun): Promise<void> {
    for (const folder of foldersIn(stdout)) await approve(folder);
  }
  async function approve(folder: string): Promise<void> {
    const record = await readFile(join(world.folder, folder, 'mailing.json'), 'utf8');
    const hash = /"planHash": "(?<hash>[0-9a-f]{8})/u.exec(record)?.groups?.['hash'] ?? '';
    const sent = await npm('send', folder, '--approve', hash);
    if (sent.code !== 0) throw new Error(`send ${folder}: ${sent.stdout}${sent.stderr}`);
  }
  return year;
}

function wallTimeIn(text: string): WallTime {
  const time = parseWallTime(text);
  if (time === undefined) throw new Error(`«${text}» is no time`);
  return time;
}

/** Words as a shell takes them: those in quotes are one. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/gu)].map(
    ({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '',
  );

/** The folders of mailings among the results that a command prints, also those that were there already. */
const foldersIn = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/^(?<folder>out\/\S+-r\d+)(?: \(unchanged\))?$/gmu)].map(
    ({ groups }) => groups?.['folder'] ?? '',
  );

/** `outdated A-2027-006 correction: link` */
const lineOf = ({ state, name, changes, holders }: Entry): string => {
  const facts = changes.map(({ fact }) => fact).join(', ');
  return `${state} ${name}${facts === '' ? '' : `: ${facts}`}${holders === undefined ? '' : ` (${String(holders)})`}`;
};

async function written(
  store: RegisterStore,
  ...[changes, base]: Parameters<RegisterStore['write']>
): Promise<void> {
  const results = await store.write(changes, base);
  const failed = results.find(({ outcome }) => outcome !== 'done');
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
}

interface Place {
  readonly google?: FakeGoogle;
  readonly store: () => Promise<RegisterStore>;
  /** As keys of recipients are made with it. */
  readonly workbook: string;
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

async function inFile(folder: string, content: WorkbookContent): Promise<Place> {
  const path = join(folder, 'register.xlsx');
  await writeFile(path, createWorkbook(planSetup(undefined, content)));
  return {
    store: () => Promise.resolve(xlsxStore(path)),
    workbook: 'file',
    env: {},
    close: () => Promise.resolve(),
  };
}

async function inSheet(content: WorkbookContent): Promise<Place> {
  const google = await startFakeGoogle();
  const id = google.createSpreadsheet({ locale: 'nb_NO', timeZone: 'Europe/Oslo' });
  const store = googleStore(await clientOf(google), id);
  const base = await store.read();
  await written(store, planSetup(base, content), base);
  // As somebody does who likes to see where the list ends: a year reads the sheet some hundred times, and most of it is empty.
  for (const { title } of google.spreadsheet(id).sheets) await google.people(id).deleteEmptyRows(title, 20);
  const scopes = ['spreadsheets', 'drive'].map((scope) => `https://www.googleapis.com/auth/${scope}`);
  return {
    google,
    store: async () => googleStore(await clientOf(google), id),
    workbook: id,
    env: {
      GOOGLE_API_ORIGIN: google.origin,
      GOOGLE_ACCESS_TOKEN: google.accounts.issue({
        email: 'skript@example.no',
        scopes,
        lifetimeMs: Infinity,
      }),
      FELLES_SPREADSHEET: id,
    },
    close: () => google.close(),
  };
}
