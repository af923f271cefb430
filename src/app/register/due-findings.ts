/** The due list beside the problems of the register: in the tab Kontroll, as JSON, and as a number on the terminal. */
import { entryStates } from '../../domain/due.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { NewValue } from '../../domain/workbook.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { WallTime } from '../../domain/time.ts';
import { capital } from '../../language/dates.ts';
import { wordNotes } from '../../language/due/note-words.ts';
import { dueWords, wordDifference } from '../../language/due/word-due.ts';
import type { DueRequest, Entry } from '../../papers/due/entry.ts';
import { dueList } from '../../papers/due/list.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { tabs } from '../../register/tabs.ts';
import { placeOf } from './place-of.ts';
import { allButFindings, requireTabs } from './require-tabs.ts';

/** The entries; undefined where the register cannot be read well enough to know them. `now` is Oslo time. */
export function dueIn(
  reading: RegisterReading,
  now: WallTime,
  known: Pick<DueRequest, 'keyOf' | 'sizes'>,
): readonly Entry[] | undefined {
  try {
    requireTabs(reading, allButFindings, msg`It cannot be known what is due.`);
    return dueList({ register: reading.register, now, ...known });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The cells of an entry by the headings of Kontroll. */
export function dueRow(
  register: Register,
  entry: Entry,
  standard: NorwegianStandard,
  now: WallTime,
): Readonly<Record<string, NewValue>> {
  const { state, matter, about, since, holders, changes, command } = entry;
  const words = dueWords[standard];
  const place = placeOf(register, about);
  const said = [
    `${capital(words.matters[matter])}: «${about.title}»`,
    ...changes.map((change) => wordDifference(change, standard)),
    ...(holders === undefined ? [] : [capital(words.holders(holders))]),
    capital(words.since(since)),
  ];
  return {
    Tidspunkt: { wallTime: now },
    Nivå: words.states[state],
    Fane: place?.tab ?? register.tabs.statements?.name ?? tabs.statements.name,
    ...(place?.row === undefined ? {} : { Rad: place.row }),
    ID: about.id,
    Problem: said.map((line) => `${line}.`).join('\n'),
    Råd: command === undefined ? words.advice[matter] : words.run(command),
  };
}

/** As `npm run check -- --json` prints it. Null where something does not apply. */
export function dueRecords(register: Register, entries: readonly Entry[]): readonly object[] {
  return entries.map(({ name, state, matter, about, since, holders, changes, notes, command }) => {
    const place = placeOf(register, about);
    return {
      ...{ name, state, matter, id: about.id, title: about.title, since },
      ...{ tab: place?.tab ?? null, row: place?.row ?? null, holders: holders ?? null },
      ...{ changes: changes.map((change) => wordDifference(change, 'en')) },
      ...{
        note: wordNotes(notes, 'en') ?? null,
        command: command === undefined ? null : `npm run ${command}`,
      },
    };
  });
}

/** How many, by state; undefined where there is nothing to say. */
export function dueLine(entries: readonly Entry[] | undefined): string | undefined {
  if (entries === undefined)
    return msg`What should be said now cannot be known before the errors are corrected.`;
  if (entries.length === 0) return undefined;
  const counts = entryStates.flatMap((state) => {
    const count = entries.filter((entry) => entry.state === state).length;
    return count === 0 ? [] : [`${String(count)} ${dueWords[spoken()].states[state].toLowerCase()}`];
  });
  const states = counts.join(', ');
  return entries.length === 1
    ? msg`On the due list: 1 entry (${states}). See «npm run today».`
    : msg`On the due list: ${entries.length} entries (${states}). See «npm run today».`;
}
