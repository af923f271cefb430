/** Problems in English: for the terminal. */
import { enCells } from './en-cells.ts';
import { enCounties } from './en-counties.ts';
import { enRows } from './en-rows.ts';
import { enTabs } from './en-tabs.ts';
import { blockedWords, englishDate, englishWeekdays, holidayWords } from './en-dates.ts';
import { isGivenId, listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const decisions = { nb: 'bokmål', nn: 'nynorsk', neutral: 'nøytral' } as const;

const quarters = ['first', 'second', 'third', 'fourth'] as const;
const quarterOf = (quarter: number, year: number): string =>
  `the ${quarters[quarter - 1] ?? ''} quarter of ${year}`;

const rowsIn = (rows: readonly number[]): string =>
  `${rows.length === 1 ? 'row' : 'rows'} ${listed(rows, 'and')}`;

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean ${quoted(nearest)}?`;

const rows = {
  'id-missing': ({ example, isRead }) =>
    say(
      isRead === true ? 'The row has no ID yet.' : 'The row has no ID, and is left out until it has one.',
      `Run «npm run check -- --give-ids»: it gives the row an ID like ${example}.`,
    ),
  'id-twice': ({ rows: others }, found) =>
    say(
      `${read(found)} is also in ${rowsIn(others)}.`,
      isGivenId(found)
        ? 'Empty the ID cell of the row that is the copy, and run «npm run check -- --give-ids».'
        : 'Correct or delete all but one of them.',
    ),
  'end-before-start': ({ start }, found) =>
    say(`${read(found)} is before the start, ${englishDate(start)}.`, 'Correct the start or the end.'),
  'time-missing': ({ type }, { value }) =>
    say(
      value === undefined
        ? `A row of the type ${quoted(type)} needs date and time, and has neither.`
        : `${quoted(value)} has no time of day, which the type ${quoted(type)} needs.`,
      'Write for example 12.03.2026 10:00, or set the status to «Idé» until it is decided.',
    ),
  'text-twice': ({ rows: others }, found) =>
    say(
      `The activity has a text in ${read(found)} in ${rowsIn(others)} too.`,
      'Keep the one to publish, and delete the other.',
    ),
  'status-behind': ({ until }, found) =>
    say(
      `The status is ${read(found)}, but it should have ended on ${englishDate(until)}.`,
      'Set the status to «Gjennomført» or «Avlyst», or write the new date.',
    ),
  'setting-unreadable': (args, found) =>
    args.needed === 'folder'
      ? say(
          `${read(found)} is not the address of a folder on Google Drive, so minutes are made only as files.`,
          'Open the folder in a browser and copy its whole address, which begins with https://drive.google.com/drive/folders/. If minutes are to be files only, leave the cell empty.',
        )
      : args.needed === 'spreadsheet-id'
        ? say(
            `${read(found)} is not the ID of a Google Sheet.`,
            'Write only the part between /d/ and /edit in the address of the sheet.',
          )
        : args.needed === 'number'
          ? say(
              `${read(found)} is not a whole number from 0 to ${args.to}, so ${args.usual} is used.`,
              `Write a whole number, for example ${args.usual}.`,
            )
          : say(
              `${read(found)} is not whole numbers from 0 to ${args.to}, so ${args.usual} is used.`,
              `Write whole numbers with commas between, for example ${args.usual}.`,
            ),
  'sample-register': () =>
    say(
      'This is a sample register, and everything made from it says so.',
      'If it is now your own register, delete the row or write «nei».',
    ),
  'setting-unknown': ({ nearest }, found) =>
    say(
      `Felles has no setting ${read(found)}.`,
      `If you mean ${quoted(nearest)}, write that. Until then the value has no effect.`,
    ),
  'action-without-responsible': () =>
    say('Nobody is responsible for the action.', 'Write the role or the person that will do it.'),
  'action-without-deadline': () =>
    say('The action has no deadline.', 'Write the last day, for example 12.03.2026.'),
  'treatment-newer': ({ tab, row, outcome }, found) =>
    say(
      `The status is ${read(found)}, but row ${String(row)} of ${tab} says that the case was ${quoted(outcome)} later.`,
      `Choose ${quoted(outcome)} here. If the case has been raised again since, leave it.`,
    ),
  'answer-twice': ({ rows: others }, found) =>
    say(
      `The answer is ${read(found)} here, and another one about the same time in ${rowsIn(others)}. None of them counts.`,
      'Write the same answer in each, or delete the row that is too many.',
    ),
  'case-number-twice': ({ rows: others }, found) =>
    say(
      `${read(found)} is also in ${rowsIn(others)}.`,
      'A case number is given once. Keep it where it was first given, and empty the other cell.',
    ),
} as const satisfies Partial<ProblemWordings>;

const betweenRows = {
  'reference-unknown': ({ tab, nearest }, found) =>
    say(`There is no ${read(found)} in ${tab}.`, didYouMean(nearest, `Write the ID of a row in ${tab}.`)),
  'reference-refused': ({ tab, row }, found) =>
    say(
      `${read(found)} is row ${row} of ${tab}, which has errors and is left out.`,
      `Correct row ${row} of ${tab} first.`,
    ),
  'reference-type': ({ tab, is, needed }, found) =>
    say(
      `${read(found)} has the type ${quoted(is)}, not ${quoted(needed)}.`,
      `Write the ID of a row in ${tab} with the type ${quoted(needed)}.`,
    ),
  'contact-unknown': ({ nearest }, found) =>
    say(
      `There is no contact ${read(found)}.`,
      didYouMean(nearest, 'Write the ID of a row in Kontakter, or a role.'),
    ),
  'meetings-in-quarter': ({ quarter, year, ids }) =>
    say(
      `There are ${ids.length} quarterly meetings in ${quarterOf(quarter, year)}: ${listed(ids, 'and')}.`,
      'Move or cancel all but one. If all of them will be held, there is nothing to do.',
    ),
  'quarter-without-meeting': ({ quarter, year }, { level }) =>
    say(
      `There is no quarterly meeting in ${quarterOf(quarter, year)}.`,
      level === 'info'
        ? 'If it was held, add it with the status «Gjennomført».'
        : `Add one. Until the day is decided, write «Q${quarter} ${year}» and the status «Idé».`,
    ),
  'meeting-nowhere': ({ day }) =>
    say(
      `The meeting on ${englishDate(day)} has neither a place nor a link.`,
      'Write Sted or Lenke: the agenda has them.',
    ),
  'webinar-without-link': () =>
    say(
      'A text of the webinar is approved, and nobody can register for it or join it.',
      'Write the address of the form in Påmelding before the announcement goes out.',
    ),
  'on-holiday': ({ holiday }, found) =>
    say(`${read(found)} is a public holiday: ${holidayWords[holiday]}.`, 'Choose another day.'),
  'on-weekend': ({ weekday }, found) =>
    say(`${read(found)} is a ${englishWeekdays[weekday - 1] ?? ''}.`, 'Choose a working day.'),
  'in-blocked-time': (time, found) =>
    time.weight === 'hard'
      ? say(`${read(found)} is ${blockedWords[time.why]}.`, 'Choose another day.')
      : say(
          `${read(found)} is ${blockedWords[time.why]} (week ${time.week}).`,
          'Ask whether the people who are needed can come.',
        ),
  'slot-outside-activity': ({ from, to }, found) =>
    say(
      `${read(found)} is outside the activity, which lasts from ${englishDate(from)} to ${englishDate(to)}.`,
      'Correct the time of the slot, or that of the activity.',
    ),
  'slots-overlap': ({ what, who, id, row }) =>
    say(
      what === 'speaker'
        ? `${quoted(who)} speaks in ${id} (row ${row}) at the same time.`
        : `The room ${quoted(who)} is taken by ${id} (row ${row}) at the same time.`,
      'Move one of the slots.',
    ),
  'municipality-unknown': ({ nearest }, found) =>
    say(
      `There is no municipality ${read(found)}.`,
      didYouMean(nearest, 'Check the name, or write the number with four digits.'),
    ),
  'municipality-replaced': ({ successors }, found) =>
    say(
      `${read(found)} is out of date.`,
      successors.length === 1
        ? `It is now ${listed(successors, 'or')}.`
        : `It was divided, and is now ${listed(successors, 'or')}.`,
    ),
  'municipality-name': ({ official }, found) =>
    say(
      `${read(found)} does not match the number, which belongs to ${official}.`,
      'Correct the name or the number.',
    ),
  'county-unknown': ({ nearest }, found) =>
    say(`There is no county ${read(found)}.`, didYouMean(nearest, 'Check the name or the number.')),
  'county-differs': ({ official }, found) =>
    say(
      `${read(found)} does not match the municipality, which is in ${official}.`,
      'Correct the county or the number.',
    ),
  'standard-missing': ({ decided }) =>
    say(
      'The written standard is missing.',
      decided === undefined
        ? 'Write «bokmål» or «nynorsk»: the one that they have used or asked for.'
        : `Write ${quoted(decisions[decided])}: that is the decision in språkvedtaksforskrifta.`,
    ),
  'decision-differs': ({ decided }, found) =>
    say(
      `${read(found)} differs from språkvedtaksforskrifta as Felles knows it: ${quoted(decisions[decided])}.`,
      'If they have made a new decision since, there is nothing to do. If not, correct it.',
    ),
} as const satisfies Partial<ProblemWordings>;

export const en = {
  ...enCells,
  ...enCounties,
  ...enTabs,
  ...enRows,
  ...rows,
  ...betweenRows,
} as const satisfies ProblemWordings;
