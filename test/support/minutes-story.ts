/** The sample's next quarterly meeting after it has been held, as an operator and both parties live it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agendaPaper } from '../../src/app/papers/definitions/agenda.ts';
import { minutesPaper } from '../../src/app/papers/definitions/minutes.ts';
import { madeSizes } from '../../src/app/mailings/mailing-folder.ts';
import { keysOf } from '../../src/app/mailings/keys.ts';
import type { Change } from '../../src/domain/workbook.ts';
import type { Mailing } from '../../src/delivery/mailing.ts';
import type { Entry } from '../../src/papers/due/entry.ts';
import { wholeList } from '../../src/papers/due/list.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Register } from '../../src/register/register.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { nowAt } from './build-workbook.ts';
import { nextMeeting, sentRows } from './meeting-story.ts';
import { typeIn } from './type-in.ts';
import { mailingIn } from './webinar-story.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from './world.ts';

export interface MinutesStory {
  readonly world: TestWorld;
  /** `minutes` with these flags, at a time in Oslo. */
  readonly minutes: (flags: string, at: string) => Promise<ScriptRun>;
  readonly agenda: (flags: string, at: string) => Promise<ScriptRun>;
  readonly type: (tab: string, id: string, cells: Parameters<typeof typeIn>[3]) => Promise<void>;
  readonly add: (tab: string, cells: Readonly<Record<string, string>>) => Promise<void>;
  readonly register: (at: string) => Promise<Register>;
  /** What is due about the last meetings and about actions. */
  readonly due: (at: string) => Promise<readonly Entry[]>;
  /** A file in `out`. */
  readonly file: (path: string) => Promise<string>;
  /** The mailing in a folder of `out`. */
  readonly mailing: (folder: string) => Promise<Mailing>;
  /** Lets the mailing have gone to all of its recipients. */
  readonly send: (folder: string) => Promise<void>;
}

/** Begins on 23 November 2026, with the agenda numbered and its invitation sent. */
export async function beginMinutesStory(): Promise<MinutesStory> {
  const world = await makeFilledWorld();
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const out = join(world.folder, 'out');
  const write = async (changes: readonly Change[]): Promise<void> => {
    const results = await store.write(changes, await store.read());
    const failed = results.filter(({ outcome }) => outcome !== 'done');
    if (failed.length > 0) throw new Error(`not written: ${JSON.stringify(failed)}`);
  };
  const register = async (at: string): Promise<Register> =>
    readRegister(await store.read(), nowAt(at)).register;
  const words = (flags: string): string[] => flags.split(' ').filter((word) => word !== '');
  const story: MinutesStory = {
    world,
    minutes: (flags, at) => world.run(minutesPaper, [...words(flags), '--format', 'txt', '--now', at]),
    agenda: (flags, at) => world.run(agendaPaper, [...words(flags), '--format', 'txt', '--now', at]),
    type: (tab, id, cells) => typeIn(store, tab, id, cells),
    add: (tab, cells) => write([{ kind: 'row', tab, cells }]),
    register,
    due: async (at) => {
      const request = { register: await register(at), now: nowAt(at), keyOf: keysOf('file') };
      const { entries } = wholeList({ ...request, sizes: await madeSizes(out, 'file') });
      return entries.filter(({ about }) => about.id === nextMeeting || about.tab === 'contacts');
    },
    file: (path) => readFile(join(out, path), 'utf8'),
    mailing: (folder) => mailingIn(join(out, folder)),
    send: async (folder) => {
      const sent = await mailingIn(join(out, folder));
      await write(sentRows(await register('2026-12-04T12:00'), sent));
    },
  };
  await story.agenda('--number --mailing', '2026-11-23T12:00');
  await story.send(`agenda/${nextMeeting.toLowerCase()}-agenda-r1`);
  return story;
}

/** What people write in the sheet after the meeting on 3 December. */
export async function writeOutcomes({ type, add }: MinutesStory): Promise<void> {
  await type('Aktiviteter', nextMeeting, {
    'Til stede': 'Fagsjef, Programredaktør, Seksjonssjef, Webinarkoordinator, Kari Gjest',
    Status: 'Gjennomført',
  });
  await type('Saker', 'S-2026-014', {
    Status: 'Behandlet',
    Notat: 'Bylivsenteret la fram utkastet.\nTo økter mangler innleder.',
    Vedtak: 'Distriktssenteret har ansvaret for økten «Små kommuner, store oppgaver».',
  });
  await type('Saker', 'S-2026-013', { Status: 'Utsatt', Notat: 'Vi venter på evalueringen.' });
  await type('Saker', 'S-2026-010', { Status: 'Behandlet', Notat: 'Begge parter har fått ny leder.' });
  await type('Saker', 'S-2026-011', { Status: 'Behandlet', Vedtak: 'Møtet tok saken til orientering.' });
  await type('Saker', 'S-2026-012', { Status: 'Trukket' });
  await add('Behandling', {
    Sak: 'S-2026-002',
    Møte: nextMeeting,
    Status: 'Behandlet',
    Vedtak: 'Distriktssenteret skriver først.',
  });
  await add('Saker', {
    ...{ ID: 'S-2026-016', Tittel: 'Felles stand på Arendalsuka', Type: 'Drøfting', Møte: nextMeeting },
    ...{ Status: 'Behandlet', Vedtak: 'Vi deler en stand.', 'Meldt av': 'Bylivsenteret' },
  });
  const action = { 'Fra møte': nextMeeting, Status: 'Åpen' };
  await add('Tiltak', {
    ...{
      ...action,
      ID: 'T-2026-021',
      Tiltak: 'Foreslå innleder til den ledige posten',
      'Fra sak': 'S-2026-014',
    },
    ...{ Ansvarlig: 'Webinarkoordinator', Part: 'Distriktssenteret', Frist: '17.12.2026' },
  });
  await add('Tiltak', {
    ...{ ...action, ID: 'T-2026-022', Tiltak: 'Bestille plass i Arendal', 'Fra sak': 'S-2026-016' },
    ...{ Ansvarlig: 'Fagsjef', Part: 'Bylivsenteret', Frist: '15.01.2027' },
  });
}
