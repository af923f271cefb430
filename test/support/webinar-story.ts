/** What becomes of the sample's question hour from its announcement on: every kind of mailing, made one after another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { sha256 } from '../../src/app/mailings/keys.ts';
import { readMailing, type Mailing } from '../../src/delivery/mailing.ts';
import { cellValue, type Change } from '../../src/domain/workbook.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from './world.ts';

export const questionHour = 'A-2026-038';

/** The mailing that a folder holds. Throws when it holds none. */
export async function mailingIn(folder: string): Promise<Mailing> {
  const read = readMailing(await readFile(join(folder, 'mailing.json'), 'utf8'), sha256);
  if ('fault' in read) throw new Error(read.fault);
  return read.mailing;
}

/** What sending leaves in the ledger: every recipient of a mailing got it. */
const sentRows = ({ id, recipients, activity, letters }: Mailing): Change[] =>
  recipients.map(({ key, standard }) => ({
    kind: 'row',
    tab: 'Utsendelser',
    cells: {
      ...{ rk: key, sendId: id, hendelse: 'sendt', 'tid UTC': '2026-11-23T12:00:00Z' },
      skriftspråk: standard === 'nb' ? 'bokmål' : 'nynorsk',
      gjelder: [activity.start, activity.end].filter((time) => time !== undefined).join('/'),
      sekvens: letters[0]?.calendar?.sequence ?? 0,
    },
  }));

export interface WebinarStory {
  readonly world: TestWorld;
  /** Runs announce on the question hour. */
  readonly announce: (...argv: readonly string[]) => Promise<ScriptRun>;
  /** The folder of a kind's first revision: `reminder-7`. */
  readonly folderOf: (kind: string) => string;
  /** Lets a mailing have been sent. */
  readonly send: (kind: string) => Promise<Mailing>;
  /** Writes in a cell of a row, as somebody would. */
  readonly type: (tab: string, id: string, cells: Readonly<Record<string, Typed>>) => Promise<void>;
}

type Typed = Extract<Change, { readonly kind: 'cell' }>['becomes'];

/** Begins in the sample register as it is made on 23 November 2026. */
export async function beginStory(): Promise<WebinarStory> {
  const world = await makeFilledWorld();
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const folderOf = (kind: string): string =>
    join(world.folder, 'out/announce', `${questionHour.toLowerCase()}-${kind}-r1`);
  const write = async (changes: readonly Change[]): Promise<void> => {
    const results = await store.write(changes, await store.read());
    const failed = results.filter(({ outcome }) => outcome !== 'done');
    if (failed.length > 0) throw new Error(`not written: ${JSON.stringify(failed)}`);
  };
  return {
    world,
    folderOf,
    announce: (...argv) =>
      world.run(announceCommand, ['--webinar', questionHour, ...argv], {
        FELLES_STATE: join(world.folder, 'state'),
      }),
    send: async (kind) => {
      const mailing = await mailingIn(folderOf(kind));
      await write(sentRows(mailing));
      return mailing;
    },
    type: async (tab, id, cells) => {
      const sheet = (await store.read()).sheets.find(({ name }) => name === tab);
      const headings = sheet?.rows[0]?.cells ?? [];
      const row = sheet?.rows.find(({ cells: [first] }) => first === id);
      await write(
        Object.entries(cells).map(([column, becomes]) => ({
          ...{
            kind: 'cell',
            tab,
            at: { by: 'id', idColumn: String(cellValue(headings[0] ?? null)), id },
            column,
            becomes,
          },
          was: cellValue(row?.cells[headings.indexOf(column)] ?? null) ?? '',
        })),
      );
    },
  };
}

const slots = [
  ['P-2026-010', '10:00', '10:05'],
  ['P-2026-011', '10:05', '10:55'],
  ['P-2026-012', '10:55', '11:00'],
] as const;

/** Moves the question hour to 17 December 2026, with its programme and its deadline. */
export async function moveQuestionHour({ type }: WebinarStory): Promise<void> {
  const at = (clock: string): Typed => ({ wallTime: `2026-12-17T${clock}` });
  await type('Aktiviteter', questionHour, {
    ...{ Start: at('10:00'), Slutt: at('11:00'), Påmeldingsfrist: { wallTime: '2026-12-16' } },
  });
  for (const [id, from, to] of slots) await type('Program', id, { Start: at(from), Slutt: at(to) });
}

/** What an operator says of a mailing that was wrong. */
export const whatWasWrong = [
  ...['--wrong-nb', 'Webinaret varer i to timer.', '--right-nb', 'Webinaret varer i én time.'],
  ...['--wrong-nn', 'Webinaret varer i to timar.', '--right-nn', 'Webinaret varer i ein time.'],
] as const;

/**
 * Makes every kind of mailing about the question hour, each after the one before was sent: announcement, both reminders, a
 * correction of the last, a move and a cancellation.
 */
export async function wholeStory(): Promise<WebinarStory> {
  const story = await beginStory();
  await story.announce();
  await story.send('announcement');
  await story.announce('--kind', 'reminder-7', '--now', '2026-12-08T09:00');
  await story.send('reminder-7');
  await story.announce('--kind', 'reminder-1', '--now', '2026-12-14T09:00');
  await story.announce('--kind', 'correction', '--now', '2026-12-14T09:30', ...whatWasWrong);
  await story.send('correction');
  await moveQuestionHour(story);
  await story.announce('--now', '2026-12-14T10:00');
  await story.send('moved');
  await story.type('Aktiviteter', questionHour, { Status: 'Avlyst' });
  await story.type('Tekster', 'B-2026-003', { Avlysningsgrunn: 'Innlederen er syk.' });
  await story.type('Tekster', 'B-2026-004', { Avlysningsgrunn: 'Innleiaren er sjuk.' });
  await story.announce('--now', '2026-12-15T09:00');
  return story;
}
