import { sheetAddress } from '../../domain/url.ts';
import { randomBytes } from 'node:crypto';
import { comparedName } from '../../domain/compare.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Base, Change, ChangeResult, Workbook } from '../../domain/workbook.ts';
import type { SheetsClient } from '../../google/sheets-client.ts';
import { refuseLongTexts } from '../long-texts.ts';
import { requireAllAdded } from '../added.ts';
import type { RegisterStore } from '../store.ts';
import { addByExchange, writeByExchange } from './write.ts';
import { logTitle, nextLog } from './write-log.ts';
import type { Request } from './cell-requests.ts';
import { object, text } from './read-cells.ts';
import { readSpreadsheet, SPREADSHEET_FIELDS, type ReadingExtent, type Snapshot } from './read.ts';
import { readSnapshot, type Exchange } from './apply.ts';
import { refusedForGood } from './write-errors.ts';

/** The most that a cell of a Google Sheet can hold (Google Drive Help, «Files you can store»). */
const LONGEST_TEXT = 50_000;

/** How people in Norway read dates and numbers. */
const CONVENTIONS = { locale: 'nb_NO', timeZone: 'Europe/Oslo' } as const;

export interface GoogleStore extends RegisterStore {
  /** As `write`; in the same request it gives the spreadsheet Norwegian conventions and Oslo time. */
  setUp(changes: readonly Change[], base: Base): Promise<readonly ChangeResult[]>;
  /** As `read`, and how the tabs look: a write of looks is planned from it. */
  readWithLooks(): Promise<Workbook>;
}

/**
 * A register kept in a Google Sheet that people edit at the same time. A run reads once and writes once in the ordinary
 * case. A change whose conditions no longer hold is refused alone; rows that have moved meanwhile are found again.
 */
export function googleStore(
  client: SheetsClient,
  spreadsheetId: string,
  nonce: () => string = freshNonce,
): GoogleStore {
  const exchange: Exchange = { client, spreadsheetId, nonce, extent: 'content' };
  /** What each reading saw in addition to the workbook. */
  const snapshots = new WeakMap<Base, Snapshot>();
  const write = async (
    changes: readonly Change[],
    base: Base,
    extraRequests: (snapshot: Snapshot) => readonly Request[],
  ): Promise<readonly ChangeResult[]> => {
    refuseLongTexts(changes, LONGEST_TEXT);
    const own: Exchange = { ...exchange, extent: extentOf(changes) };
    const known = snapshots.get(base);
    const snapshot = known !== undefined && isEnoughFor(changes, known) ? known : await readSnapshot(own);
    const extras = extraRequests(snapshot);
    if (changes.length === 0 && extras.length === 0) return [];
    return writeByExchange(own, changes, snapshot, extras);
  };
  const read = async (extent: ReadingExtent): Promise<Workbook> => {
    const body = await client.get(spreadsheetId, SPREADSHEET_FIELDS[extent]);
    const reading = readSpreadsheet(body, extent);
    snapshots.set(reading.workbook, reading.snapshot);
    return reading.workbook;
  };
  return {
    place: sheetAddress(spreadsheetId),
    read: () => read('content'),
    readWithLooks: () => read('with looks'),
    write: (changes, base) => write(changes, base, () => []),
    addUnlessOvertaken: async (rows, base) => {
      refuseLongTexts(rows, LONGEST_TEXT);
      const snapshot = snapshots.get(base) ?? (await readSnapshot(exchange));
      const added = await addByExchange(exchange, rows, snapshot);
      if (added === 'overtaken') return added;
      requireAllAdded(added.results);
      const next: Base = { revision: base.revision };
      snapshots.set(next, added.snapshot);
      return next;
    },
    setUp: (changes, base) => write(changes, base, conventions),
    requireWritable: () => requireWritable(client, spreadsheetId),
  };
}

const extentOf = (changes: readonly Change[]): ReadingExtent =>
  changes.some(({ kind }) => kind === 'looks') ? 'with looks' : 'content';

/** Whether it is known how those tabs look that are there and get looks. */
const isEnoughFor = (changes: readonly Change[], { tabs }: Snapshot): boolean =>
  changes.every(
    (change) =>
      change.kind !== 'looks' ||
      tabs.every(({ name, looks }) => looks !== undefined || comparedName(name) !== comparedName(change.tab)),
  );

const freshNonce = (): string => randomBytes(8).toString('hex');

function conventions({ locale, timeZone }: Snapshot): readonly Request[] {
  const isNorwegian = /^(?:nb|nn|no)(?:_|$)/u.test(locale);
  const fields = [
    ...(isNorwegian ? [] : ['locale']),
    ...(timeZone === CONVENTIONS.timeZone ? [] : ['timeZone']),
  ];
  if (fields.length === 0) return [];
  return [{ updateSpreadsheetProperties: { properties: CONVENTIONS, fields: fields.join(',') } }];
}

/**
 * Sets the title of the spreadsheet to what it is. This fails without permission to write, and changes nothing. Tried again
 * if the answer is unclear, with the title as it is then.
 */
async function requireWritable(client: SheetsClient, spreadsheetId: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { properties } = object(await client.get(spreadsheetId, 'properties(title)'));
    const title = text(object(properties)['title']);
    const request = { updateSpreadsheetProperties: { properties: { title }, fields: 'title' } };
    const answer = await client.batchUpdate(spreadsheetId, { requests: [request] }, 'spreadsheetId');
    if (answer.outcome === 'answered') return;
    if (answer.outcome === 'refused') throw refusedForGood(answer.message);
    await client.pause(tries, answer);
  }
}

/**
 * Makes a Google Sheet with Norwegian conventions and Oslo time, and returns its ID. It has only the write log
 * tab, which the first write replaces. Throws UserError.
 */
export async function createSpreadsheet(client: SheetsClient, title: string): Promise<string> {
  const log = nextLog(undefined, [], freshNonce());
  const sheets = [{ properties: { sheetId: log.id, title: logTitle(log) } }];
  const answer = await client.create({ properties: { title, ...CONVENTIONS }, sheets }, 'spreadsheetId');
  const id = answer.outcome === 'answered' ? text(object(answer.body)['spreadsheetId']) : '';
  if (id !== '') return id;
  if (answer.outcome === 'refused') throw refusedForGood(answer.message);
  throw new UserError(
    answer.outcome === 'unclear'
      ? msg`Google gave no clear answer (${answer.what}), so it is not known whether the spreadsheet «${title}» was made.`
      : msg`Google gave no clear answer, so it is not known whether the spreadsheet «${title}» was made.`,
    msg`Look in your Google Drive. If «${title}» is there, run «npm run init -- --spreadsheet <its address>»; if it is not, run this again.`,
  );
}
