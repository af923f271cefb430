/** The list of the day for the terminal, part by part, the most pressing first. */
import { msg } from '../../domain/msg.ts';
import type { Today } from '../../papers/today/today.ts';
import { fewLines } from '../../domain/few.ts';
import { silentPart } from './today-counties.ts';
import { dueParts, waivedPart, type Places } from './today-due.ts';
import type { TodayPart } from './today-part.ts';
import { cases, days as daysOf } from './counted-words.ts';
import { spokenDate } from '../../language/spoken.ts';

/** Empty parts are left out. */
export const todayParts = (list: Today, places: Places = () => undefined): readonly TodayPart[] =>
  [
    ...dueParts(list, places),
    meetingsPart(list),
    actionsPart(list),
    leftPart(list),
    problemsPart(list),
    examplesPart(list),
    silentPart(list),
    waivedPart(list),
  ].filter(({ entries }) => entries.length > 0);

const meetingsPart = ({ meetings }: Today): TodayPart => ({
  heading: msg`Meetings that are over: write their outcomes`,
  entries: meetings.map(({ id, title, day, isNotDone, openCases }) => {
    const lacks = [
      ...(isNotDone ? [msg`its status is not Gjennomført`] : []),
      ...(openCases > 0 ? [msg`${cases(openCases)} without outcome (Behandlet, Utsatt or Trukket)`] : []),
    ];
    return [`«${title}» (${id}), ${spokenDate(day)}: ${lacks.join(', ')}`];
  }),
});

const actionsPart = ({ actions }: Today): TodayPart => ({
  heading: msg`Actions overdue`,
  entries: actions.map(({ id, action, responsible, days }) => {
    const who = responsible === undefined ? '' : `, ${responsible}`;
    const named = `${action} (${id}${who})`;
    return [msg`${named}: ${daysOf(days)} over`];
  }),
});

const leftPart = ({ left }: Today): TodayPart => ({
  heading: msg`Left, and still named for something: agree on who takes over, and write that in the row`,
  entries: left.map(({ id, name, left: since, work }) => [
    msg`${name} (${id}), left on ${spokenDate(since)}:`,
    ...fewLines(
      work.map(({ title, tabName, id: row, day }) => {
        const when = day === undefined ? '' : `, ${spokenDate(day)}`;
        return `  ${title} (${tabName}, ${row}${when})`;
      }),
    ),
  ]),
});

const examplesPart = ({ examples }: Today): TodayPart => ({
  heading: msg`Examples to look over: see «npm run examples -- --check»`,
  entries: examples.map(({ id, title, place, checkedOn }) => {
    const last = checkedOn === undefined ? msg`never checked` : msg`last checked ${spokenDate(checkedOn)}`;
    return [`${title}, ${place} (${id}): ${last}`];
  }),
});

const problemsPart = ({ problems: { error, warning }, withoutId }: Today): TodayPart => ({
  heading: msg`Problems in the register: see «npm run check»`,
  entries: [
    ...(error + warning === 0
      ? []
      : [
          [
            [
              error === 1 ? msg`${error} error` : msg`${error} errors`,
              warning === 1 ? msg`${warning} warning` : msg`${warning} warnings`,
            ].join(', '),
          ],
        ]),
    ...(withoutId === 0
      ? []
      : [
          [
            withoutId === 1
              ? msg`${withoutId} row without an ID and left out: «npm run check -- --give-ids» gives them one`
              : msg`${withoutId} rows without an ID and left out: «npm run check -- --give-ids» gives them one`,
          ],
        ]),
  ],
});
