/** Webinars, recipients and what the ledger says of them, for the tests of announcements. */
import { createHash } from 'node:crypto';
import { recipientKey } from '../../src/domain/recipient-key.ts';
import type { WallTime } from '../../src/domain/time.ts';
import type { Outlook } from '../../src/papers/announcement/outdated.ts';
import type { DueRequest } from '../../src/papers/due/entry.ts';
import { webinarsOf, type Webinar } from '../../src/papers/announcement/webinars.ts';
import { recipientRows } from '../../src/register/data/recipient-rows.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Register } from '../../src/register/register.ts';
import type { NewRow } from '../../src/register/setup.ts';
import type { Cell } from '../../src/domain/workbook.ts';
import { dateCell, nowAt, workbookOf, type RowInput, type TabsInput } from './build-workbook.ts';

export const now = nowAt('2026-11-23T12:00');

export const webinarRow = (id: string, start: string, more: RowInput = {}): RowInput => ({
  ID: id,
  Type: 'Webinar',
  Tittel: `Webinar ${id}`,
  Part: 'Felles',
  Status: 'Bekreftet',
  Start: dateCell(start),
  Slutt: '11:30',
  Påmelding: 'https://pamelding.example/webinar',
  ...more,
});

export const textRow = (
  number: number,
  activity: string,
  standard: string,
  more: RowInput = {},
): RowInput => ({
  ID: `B-2026-${String(number).padStart(3, '0')}`,
  Aktivitet: activity,
  Skriftspråk: standard,
  Tittel: 'Medvirkning som virker',
  Brødtekst: 'Om å spørre slik at folk vil svare.',
  'Godkjent av': 'Fagsjef',
  'Godkjent dato': dateCell('2026-11-01'),
  ...more,
});

const cellOf = (value: NewRow[string]): Cell => (typeof value === 'object' ? null : value);

/** Every municipality and county authority of the official list, each with an address of its own. */
export const officialRecipients: readonly RowInput[] = recipientRows(
  ({ number }) => `post@nr${number}.example`,
).map((row) => Object.fromEntries(Object.entries(row).map(([heading, value]) => [heading, cellOf(value)])));

/** The official row of a number, with what a test changes. */
export function recipientRow(number: string, more: RowInput = {}): RowInput {
  const official = officialRecipients.find((row) => row['Nummer'] === number);
  if (official === undefined) throw new Error(`no recipient ${number}`);
  return { ...official, ...more };
}

export const settingRow = (name: string, value: string): RowInput => ({ Nøkkel: name, Verdi: value });

/** The settings without which nothing can go out. */
export const readySettings: readonly RowInput[] = [
  settingRow('Avsender, e-post', 'samarbeid@felles.example'),
  settingRow('Språkvedtak sist kontrollert', '01.11.2026'),
  settingRow('Bylivsenteret, personvernerklæring', 'https://bylivsenteret.example/personvern'),
  settingRow('Distriktssenteret, personvernerklæring', 'https://distriktssenteret.example/personvern'),
];

export const registerWith = (tabs: TabsInput, at: WallTime = now): Register =>
  readRegister(workbookOf(tabs), at).register;

export function webinarIn(register: Register, id: string): Webinar {
  const found = webinarsOf(register).find((webinar) => webinar.id === id);
  if (found === undefined) throw new Error(`no webinar ${id}`);
  return found;
}

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export const keyIn = (mailing: string, address: string): string =>
  recipientKey(hash, 'book', mailing, address);

/** What is looked at to know what is due. */
export const lookAt = (register: Register, at: WallTime): Outlook => ({ register, now: at, keyOf: keyIn });

/** What a list of the day asks for besides the register and the clock. */
export const here = (sizes = new Map<string, number>()): Pick<DueRequest, 'sizes' | 'keyOf'> => ({
  sizes,
  keyOf: keyIn,
});

/** A row of the ledger: what became of an address in a mailing. */
export const eventRow = (mailing: string, address: string, event: string, more: RowInput = {}): RowInput => ({
  rk: keyIn(mailing, address),
  sendId: mailing,
  mottaker: `${address.slice(0, 1)}***${address.slice(address.indexOf('@'))}`,
  hendelse: event,
  'tid UTC': '2026-11-20T09:00:00Z',
  ...more,
});
