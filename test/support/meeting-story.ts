/** What becomes of the sample's next quarterly meeting from its invitation on, as an operator does it. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { agendaPaper } from '../../src/app/papers/definitions/agenda.ts';
import { madeSizes } from '../../src/app/mailings/mailing-folder.ts';
import { keysOf } from '../../src/app/mailings/keys.ts';
import { recordedAtClaim } from '../../src/app/send/recorded.ts';
import type { LedgerEntry } from '../../src/delivery/ledger.ts';
import type { Mailing } from '../../src/delivery/mailing.ts';
import { masked } from '../../src/domain/email-address.ts';
import { ledgerEvents, refusedError } from '../../src/domain/ledger-event.ts';
import { cellValue, type Change } from '../../src/domain/workbook.ts';
import { wholeList } from '../../src/papers/due/list.ts';
import type { Entry } from '../../src/papers/due/entry.ts';
import type { Register } from '../../src/register/register.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { nowAt } from './build-workbook.ts';
import { mailingIn } from './webinar-story.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from './world.ts';

export const nextMeeting = 'A-2026-004';

type Typed = Extract<Change, { readonly kind: 'cell' }>['becomes'];

export interface MeetingStory {
  readonly world: TestWorld;
  /** Runs what an entry of the list says: `agenda -- --meeting A-2026-004 --number --mailing`, at a time in Oslo. */
  readonly run: (command: string, at?: string) => Promise<ScriptRun>;
  /** The folder of a mailing: `agenda-r1`. */
  readonly folderOf: (name: string) => string;
  readonly mailing: (name: string) => Promise<Mailing>;
  /** Lets a mailing have gone to all of its recipients, or to those whom `gets` names, as `send` records it. */
  readonly send: (name: string, event?: string, gets?: (address: string) => boolean) => Promise<Mailing>;
  /** Writes in cells of a row, as somebody would. */
  readonly type: (tab: string, id: string, cells: Readonly<Record<string, Typed>>) => Promise<void>;
  /** Adds a row. */
  readonly add: (tab: string, cells: Readonly<Record<string, string>>) => Promise<void>;
  /** What is due about meetings, at a time in Oslo. */
  readonly due: (at: string) => Promise<readonly Entry[]>;
  /** The folders of mailings. */
  readonly folders: () => Promise<readonly string[]>;
  readonly ics: (name: string, standard: string) => Promise<string>;
}

/** Begins in the sample register as it is made on 23 November 2026, as somebody's own. */
export async function beginMeetingStory(): Promise<MeetingStory> {
  const world = await makeFilledWorld();
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const out = join(world.folder, 'out');
  const folderOf = (name: string): string => join(out, 'agenda', `${nextMeeting.toLowerCase()}-${name}`);
  const write = async (changes: readonly Change[]): Promise<void> => {
    const results = await store.write(changes, await store.read());
    const failed = results.filter(({ outcome }) => outcome !== 'done');
    if (failed.length > 0) throw new Error(`not written: ${JSON.stringify(failed)}`);
  };
  const mailing = (name: string): Promise<Mailing> => mailingIn(folderOf(name));
  return {
    world,
    folderOf,
    mailing,
    run: (command, at = '2026-11-23T12:00') =>
      world.run(agendaPaper, [...command.split(' ').slice(2), '--format', 'ics', '--now', at]),
    send: async (name, event = 'sendt', gets = () => true) => {
      const sent = await mailing(name);
      const { register } = readRegister(await store.read(), nowAt('2026-11-23T12:00'));
      await write(sentRows(register, sent, event, gets));
      return sent;
    },
    type: async (tab, id, cells) => {
      const sheet = (await store.read()).sheets.find(({ name }) => name === tab);
      const headings = sheet?.rows[0]?.cells ?? [];
      const row = sheet?.rows.find(({ cells: [first] }) => first === id);
      await write(
        Object.entries(cells).map(([column, becomes]): Change => ({
          kind: 'cell',
          tab,
          at: { by: 'id', idColumn: 'ID', id },
          column,
          becomes,
          was: cellValue(row?.cells[headings.indexOf(column)] ?? null) ?? '',
        })),
      );
    },
    add: (tab, cells) => write([{ kind: 'row', tab, cells }]),
    due: async (at) => {
      const now = nowAt(at);
      const { register } = readRegister(await store.read(), now);
      const keyOf = keysOf('file');
      const { entries } = wholeList({ register, now, keyOf, sizes: await madeSizes(out, 'file') });
      return entries.filter(({ about }) => about.id === nextMeeting);
    },
    folders: async () =>
      (await readdir(join(out, 'agenda')))
        .filter((name) => /-r\d+$/u.test(name))
        .map((name) => name.slice(nextMeeting.length + 1))
        .toSorted(),
    ics: (name, standard) => readFile(join(folderOf(name), `invite.${standard}.ics`), 'utf8'),
  };
}

/** What `send` writes of a mailing that has gone to all, or to those whom `gets` names. */
export const sentRows = (
  register: Register,
  sent: Mailing,
  event = 'sendt',
  gets: (address: string) => boolean = () => true,
): readonly Change[] => [...saidRows(register, sent), ...ledgerRows(sent, event, gets)];

const saidAt = ({ madeAt }: Mailing): string => madeAt;

/** The rows of the record that go with the first claim. */
function saidRows(register: Register, mailing: Mailing): readonly Change[] {
  const [first] = mailing.recipients;
  const claim: LedgerEntry = {
    ...{ mailing: mailing.id, recipientKey: first?.key ?? '', event: 'krevd', attempt: 1 },
    ...{ timeUtc: saidAt(mailing), owner: 'test' },
  };
  return recordedAtClaim(mailing, { say: () => undefined })(register, claim);
}

const ledgerRows = (mailing: Mailing, event: string, gets: (address: string) => boolean): readonly Change[] =>
  mailing.recipients
    .filter(({ address }) => gets(address))
    .map(({ key, standard, address }) => ({
      kind: 'row',
      tab: 'Utsendelser',
      cells: {
        ...{ rk: key, sendId: mailing.id, hendelse: event, 'tid UTC': saidAt(mailing) },
        mottaker: masked(address),
        ...(event === ledgerEvents.failed ? { feil: `${refusedError} (550)` } : {}),
        skriftspråk: standard === 'nb' ? 'bokmål' : 'nynorsk',
        gjelder: [mailing.activity.start, mailing.activity.end]
          .filter((time) => time !== undefined)
          .join('/'),
        sekvens: mailing.letters[0]?.calendar?.sequence ?? 0,
      },
    }));
