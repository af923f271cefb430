/** The due list for the terminal: by state, the most pressing first. */
import { msg, spoken } from '../../domain/msg.ts';
import { entryStates, type EntryState } from '../../domain/due.ts';
import { groupBy } from '../../domain/group.ts';
import { wordNotes } from '../../language/due/note-words.ts';
import { dueWords, entryTitle, wordDifference } from '../../language/due/word-due.ts';
import type { Entry } from '../../papers/due/entry.ts';
import type { Today } from '../../papers/today/today.ts';
import type { TodayPart } from './today-part.ts';
import { spokenDate } from '../../language/spoken.ts';

/** Where the row of an entry is, such as `Aktiviteter row 14`; undefined for what has no row. */
export type Places = (about: Entry['about']) => string | undefined;

const headings = (): Readonly<Record<EntryState, string>> => ({
  outdated: msg`No longer true, and people may have it`,
  overdue: msg`Overdue`,
  due: msg`Due`,
  lapsed: msg`Too late for what was planned: decide what to do instead, or waive it`,
});

export function dueParts({ due }: Today, places: Places): readonly TodayPart[] {
  const states = groupBy(due, ({ state }) => state);
  return entryStates.map((state) => ({
    heading: headings()[state],
    entries: (states.get(state) ?? []).map((entry) => entryLines(entry, places)),
  }));
}

/** In English after the name that is typed to waive it; in Norwegian it is chosen by what it is. */
function headOf(entry: Entry, place?: string): string {
  const { name, matter, about } = entry;
  const where = place === undefined ? '' : ` (${place})`;
  return spoken() === 'en'
    ? `${name}: ${dueWords.en.matters[matter]}, «${about.title}»${where}`
    : `${entryTitle(matter, about.title, spoken())}${where}`;
}

/** What, about which row, who has the old, since when; below it what changed, and what to do. */
function entryLines(entry: Entry, places: Places): readonly string[] {
  const { matter, about, since, holders, changes, notes, command } = entry;
  const note = wordNotes(notes, spoken());
  const words = dueWords[spoken()];
  const parts = [
    headOf(entry, places(about)),
    ...(holders === undefined ? [] : [words.holders(holders)]),
    words.since(since),
  ];
  return [
    parts.join(', '),
    ...changes.map((change) => `  ${wordDifference(change, spoken())}`),
    ...(note === undefined ? [] : [`  ${note}`]),
    `  ${command === undefined ? words.advice[matter] : words.run(command)}`,
  ];
}

/** Only how many: `--waived` names them. */
export const waivedPart = ({ waived }: Today): TodayPart => ({
  heading: msg`Waived`,
  entries:
    waived.length === 0
      ? []
      : [
          [
            waived.length === 1
              ? msg`${waived.length} entry: «npm run today -- --waived» lists them with the reasons`
              : msg`${waived.length} entries: «npm run today -- --waived» lists them with the reasons`,
          ],
        ],
});

/** Each waived entry, with the reason and the day. */
export const waivedLines = ({ waived }: Today): readonly string[] =>
  waived.map(({ entry, reason, day }) => {
    const when = day === undefined ? '' : `, ${spokenDate(day)}`;
    return `${headOf(entry)}: ${reason ?? msg`no reason is written`}${when}`;
  });
