/** The list of the day in English for the terminal, part by part, the most pressing first. */
import { announcementWords } from '../../language/announcements/word-audience.ts';
import { counted } from '../../domain/counted.ts';
import { invitedList } from '../../register/list-names.ts';
import { parties } from '../../register/lists.ts';
import type { Today } from '../../papers/today/today.ts';
import { silentPart } from './today-counties.ts';
import { dueParts, waivedPart, type Places } from './today-due.ts';
import type { TodayPart } from './today-part.ts';

/** As a person types it: the folder of a mailing if it is on this machine, otherwise its ID. */
type Folders = ReadonlyMap<string, string>;

/** Empty parts are left out. */
export const todayParts = (
  list: Today,
  folders: Folders = new Map(),
  places: Places = () => undefined,
): readonly TodayPart[] =>
  [
    ...dueParts(list, places),
    textsPart(list),
    writtenPart(list, folders),
    outdatedPart(list, folders),
    unfinishedPart(list, folders),
    agendaPart(list),
    meetingsPart(list),
    actionsPart(list),
    slotsPart(list),
    leftPart(list),
    examplesPart(list),
    silentPart(list),
    problemsPart(list),
    waivedPart(list),
  ].filter(({ lines }) => lines.length > 0);

const textsPart = ({ texts }: Today): TodayPart => ({
  heading: 'To send: make them with «npm run announce»',
  lines: texts.map(
    (text) =>
      `${announcementWords.en.text(text)}: «${text.webinar.title}» (${text.webinar.id}), due ${text.due}`,
  ),
});

const writtenPart = ({ written }: Today, folders: Folders): TodayPart => ({
  heading:
    'Written as files or drafts, not sent: send them, and report it with «npm run send -- <folder> --sent-by-hand all»; or use --reopen all, to send with another outbox',
  lines: written.filter(({ holds }) => holds).map(writtenLine(folders)),
});

/** Sending these today would give people wrong information. */
const outdatedPart = ({ written }: Today, folders: Folders): TodayPart => ({
  heading:
    'Written as files or drafts, and no longer right: send none of them. If they were sent before, report it with «npm run send -- <folder> --sent-by-hand all»; otherwise delete them, and use --reopen all',
  lines: written.filter(({ holds }) => !holds).map(writtenLine(folders)),
});

const writtenLine =
  (folders: Folders) =>
  ({ mailing, recipients, day }: Today['written'][number]): string =>
    `${folders.get(mailing) ?? mailing}, to ${String(recipients)}${day === undefined ? '' : `, written ${day}`}`;

const unfinishedPart = ({ unfinished }: Today, folders: Folders): TodayPart => ({
  heading:
    'Begun, but not all have got it: see who with «npm run send -- <folder> --status», and continue with --approve',
  lines: unfinished.map(({ mailing, missing, recipients }) =>
    recipients === undefined
      ? `${folders.get(mailing) ?? mailing}: at least ${String(missing)}, and the folder is on another machine`
      : `${folders.get(mailing) ?? mailing}: ${String(missing)} of ${String(recipients)}`,
  ),
});

const agendaPart = ({ agenda }: Today): TodayPart => ({
  heading: 'The agenda: make it with «npm run agenda»',
  lines:
    agenda === undefined
      ? []
      : [
          `«${agenda.title}» (${agenda.id}) is in ${counted(agenda.daysLeft, 'day')}, on ${agenda.day}`,
          ...agenda.called.uninvited.map(
            (party) => `  nobody from ${parties[party][0]} is invited: see Lister in Kontakter`,
          ),
          ...agenda.called.meant.map(
            ({ id, name, list }) =>
              `  ${name} (${id}) is not invited, but on the list «${list}»: is «${invitedList}» meant?`,
          ),
        ],
});

const meetingsPart = ({ meetings }: Today): TodayPart => ({
  heading: 'Meetings that are over: write their outcomes',
  lines: meetings.map(({ id, title, day, isNotDone, openCases }) => {
    const lacks = [
      ...(isNotDone ? ['its status is not Gjennomført'] : []),
      ...(openCases > 0
        ? [`${counted(openCases, 'case')} without outcome (Behandlet, Utsatt or Trukket)`]
        : []),
    ];
    return `«${title}» (${id}), ${day}: ${lacks.join(', ')}`;
  }),
});

const actionsPart = ({ actions }: Today): TodayPart => ({
  heading: 'Actions overdue',
  lines: actions.map(({ id, action, responsible, days }) => {
    const who = responsible === undefined ? '' : `, ${responsible}`;
    return `${action} (${id}${who}): ${counted(days, 'day')} over`;
  }),
});

const slotsPart = ({ slots }: Today): TodayPart => ({
  heading: 'Slots without an answer: see «npm run programme»',
  lines: slots.flatMap(({ activity, title, daysLeft, slots: open }) => [
    `«${title}» (${activity}), in ${counted(daysLeft, 'day')}:`,
    ...open.map((slot) => `  ${slot.title} (${slot.id}): ${slot.isAsked ? 'asked' : 'not asked yet'}`),
  ]),
});

const leftPart = ({ left }: Today): TodayPart => ({
  heading: 'Left, and still named for something: agree on who takes over, and write that in the row',
  lines: left.flatMap(({ id, name, left: since, work }) => [
    `${name} (${id}), left on ${since}:`,
    ...work.map(({ title, tabName, id: row, day }) => {
      const when = day === undefined ? '' : `, ${day}`;
      return `  ${title} (${tabName}, ${row}${when})`;
    }),
  ]),
});

const examplesPart = ({ examples }: Today): TodayPart => ({
  heading: 'Examples to look over: see «npm run examples -- --check»',
  lines: examples.map(({ id, title, place, checkedOn }) => {
    const last = checkedOn === undefined ? 'never checked' : `last checked ${checkedOn}`;
    return `${title}, ${place} (${id}): ${last}`;
  }),
});

const problemsPart = ({ problems: { error, warning }, withoutId }: Today): TodayPart => ({
  heading: 'Problems in the register: see «npm run check»',
  lines: [
    ...(error + warning === 0 ? [] : [`${counted(error, 'error')}, ${counted(warning, 'warning')}`]),
    ...(withoutId === 0
      ? []
      : [
          `${counted(withoutId, 'row')} without an ID and left out: «npm run check -- --give-ids» gives them one`,
        ]),
  ],
});
