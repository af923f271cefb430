/** The list of the day in English for the terminal, part by part, the most pressing first. */
import { counted } from '../../domain/counted.ts';
import type { Today } from '../../papers/today/today.ts';
import { fewLines } from '../../domain/few.ts';
import { silentPart } from './today-counties.ts';
import { dueParts, waivedPart, type Places } from './today-due.ts';
import type { TodayPart } from './today-part.ts';

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
  heading: 'Meetings that are over: write their outcomes',
  entries: meetings.map(({ id, title, day, isNotDone, openCases }) => {
    const lacks = [
      ...(isNotDone ? ['its status is not Gjennomført'] : []),
      ...(openCases > 0
        ? [`${counted(openCases, 'case')} without outcome (Behandlet, Utsatt or Trukket)`]
        : []),
    ];
    return [`«${title}» (${id}), ${day}: ${lacks.join(', ')}`];
  }),
});

const actionsPart = ({ actions }: Today): TodayPart => ({
  heading: 'Actions overdue',
  entries: actions.map(({ id, action, responsible, days }) => {
    const who = responsible === undefined ? '' : `, ${responsible}`;
    return [`${action} (${id}${who}): ${counted(days, 'day')} over`];
  }),
});

const leftPart = ({ left }: Today): TodayPart => ({
  heading: 'Left, and still named for something: agree on who takes over, and write that in the row',
  entries: left.map(({ id, name, left: since, work }) => [
    `${name} (${id}), left on ${since}:`,
    ...fewLines(
      work.map(({ title, tabName, id: row, day }) => {
        const when = day === undefined ? '' : `, ${day}`;
        return `  ${title} (${tabName}, ${row}${when})`;
      }),
    ),
  ]),
});

const examplesPart = ({ examples }: Today): TodayPart => ({
  heading: 'Examples to look over: see «npm run examples -- --check»',
  entries: examples.map(({ id, title, place, checkedOn }) => {
    const last = checkedOn === undefined ? 'never checked' : `last checked ${checkedOn}`;
    return [`${title}, ${place} (${id}): ${last}`];
  }),
});

const problemsPart = ({ problems: { error, warning }, withoutId }: Today): TodayPart => ({
  heading: 'Problems in the register: see «npm run check»',
  entries: [
    ...(error + warning === 0 ? [] : [[`${counted(error, 'error')}, ${counted(warning, 'warning')}`]]),
    ...(withoutId === 0
      ? []
      : [
          [
            `${counted(withoutId, 'row')} without an ID and left out: «npm run check -- --give-ids» gives them one`,
          ],
        ]),
  ],
});
