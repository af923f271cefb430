/** Problems of single cells in English: for the terminal. */
import type { Precision, TimeColumn } from '../../domain/time.ts';
import type { EmailFault, LinkFault, ProblemArguments } from '../../domain/problem.ts';
import { englishDate, englishWeekdays } from './en-dates.ts';
import {
  asTyped,
  listed,
  quoted,
  read,
  say,
  type Found,
  type ProblemWordings,
  type Wording,
  completedLink,
} from './wording.ts';

const precisions: Readonly<Record<Precision, string>> = {
  time: 'a time',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  season: 'a season',
  year: 'a year',
};

const nothingToDo = 'If that is right, there is nothing to do.';
const typeAgain = 'Type it again by hand, without copying.';

const emailFaults: Readonly<Record<EmailFault, (found: Found) => Wording>> = {
  several: (found) =>
    say(`${read(found)} is more than one address.`, 'Write one address, and put the other in its own row.'),
  form: (found) => say(`${read(found)} is not an e-mail address.`, 'Write for example post@kommune.example.'),
  'mixed-scripts': (found) =>
    say(`${read(found)} has letters of another alphabet that look like ours.`, typeAgain),
  'line-break': (found) => say(`${read(found)} has a line break in it.`, 'Write one address on one line.'),
  'hidden-characters': (found) => say(`${read(found)} has invisible characters in it.`, typeAgain),
};

function wholeLink(found: Found): string | undefined {
  const link = completedLink(found);
  return link === undefined ? undefined : `If ${link} opens, write that.`;
}

const linkFaults: Readonly<Record<LinkFault, (found: Found) => Wording>> = {
  'not-https': (found) =>
    say(
      `${read(found)} does not begin with https://.`,
      wholeLink(found) ?? 'Write the whole address, as in https://www.arkitektur.no.',
    ),
  'no-host': (found) =>
    say(`${read(found)} does not name a website.`, 'Copy the address again from the page it leads to.'),
  'user-info': (found) =>
    say(
      `${read(found)} leads to another website than it seems to: the one after @.`,
      'Copy the address again from the page it leads to.',
    ),
  address: (found) =>
    say(`${read(found)} leads to a number, not to a website with a name.`, 'Write the name of the website.'),
  'mixed-scripts': (found) =>
    say(`${read(found)} has letters of another alphabet that look like ours.`, typeAgain),
  'hidden-characters': (found) =>
    say(`${read(found)} has a space or an invisible character in it.`, 'Write one link, without spaces.'),
  form: (found) => say(`${read(found)} is not a link.`, 'Copy the address again from the page it leads to.'),
};

/** What the column may hold. */
function forExample(takes: TimeColumn | undefined): string {
  if (takes === 'day') return 'Write for example 12.03.2026.';
  return `Write for example ${takes === 'clock' ? '12.03.2026 10:00 or 10:00' : '12.03.2026 or 12.03.2026 10:00'}.`;
}

export const enCells = {
  required: ({ heading }) =>
    say(`${quoted(heading)} is empty.`, 'Fill it in: the row cannot be used without it.'),
  'date-unreadable': ({ inWords, isSpan, takes }, found) =>
    isSpan === true
      ? say(
          `${read(found)} names more than one time.`,
          takes === 'day'
            ? 'Write one day, for example 12.03.2026.'
            : 'Write one: for example 12.03.2026 10:00. The end goes under Slutt, if the tab has that column.',
        )
      : inWords === true
        ? say(
            `${read(found)} does not name a day.`,
            `${takes === 'clock' ? forExample(takes) : 'Write the day, for example 12.03.2026.'} Until it is decided, leave the cell empty, and write the words in another column.`,
          )
        : say(
            takes === 'clock'
              ? `${read(found)} is neither a date nor a time.`
              : `${read(found)} is not a date.`,
            forExample(takes),
          ),
  'date-two-ways': ({ one, other }, found) =>
    say(
      `${read(found)} can be ${englishDate(one)} or ${englishDate(other)}.`,
      `Write ${asTyped(one)} or ${asTyped(other)}.`,
    ),
  'date-no-such-day': (_, found) => say(`${read(found)} is not a date.`, 'Write for example 28.02.2026.'),
  'date-no-such-week': ({ year, weeks }, found) =>
    say(`${read(found)} does not exist: ${year} has ${weeks} weeks.`, `Write a week from 1 to ${weeks}.`),
  'date-too-vague': ({ precision, needed }, found) =>
    say(
      `${read(found)} is only ${precisions[precision]}.`,
      needed === 'day'
        ? 'Write the day, for example 12.03.2026.'
        : 'Write day and time, for example 12.03.2026 10:00, or set the status to «Idé» until they are decided.',
    ),
  'date-without-year': ({ takes }, found) =>
    say(
      `${read(found)} has no year.`,
      takes === undefined
        ? 'Write the year too, for example 12.03.2026 or «uke 12 2026».'
        : 'Write the year too, for example 12.03.2026.',
    ),
  'date-weekday': ({ weekday }, found) =>
    say(
      `The date in ${read(found)} is a ${englishWeekdays[weekday - 1] ?? ''}.`,
      'Correct the date or the weekday. The weekday can be left out.',
    ),
  'date-out-of-range': (_, found) =>
    say(`${read(found)} is outside the years 2000–2099.`, 'Write for example 12.03.2026.'),
  'date-read-as': ({ day, time }, found) =>
    say(
      `${read(found)} was read as ${englishDate(day)}${time === undefined ? '' : ` at ${time}`}.`,
      `${nothingToDo} If not, write for example 12.03.2026.`,
    ),
  'time-unreadable': ({ takes }, found) =>
    say(
      `The time of day in ${read(found)} cannot be read.`,
      takes === undefined ? 'Write for example 12.03.2026 10:00.' : forExample(takes),
    ),
  'time-skipped': (_, found) =>
    say(
      `${read(found)} does not exist: that night the clock goes from 02:00 straight to 03:00 (summer time).`,
      'Write a time before 02:00 or from 03:00 on.',
    ),
  'time-twice': (_, found) =>
    say(
      `${read(found)} happens twice: that night the clock goes back from 03:00 to 02:00.`,
      'Write a time before 02:00 or from 03:00 on.',
    ),
  'time-without-day': (args, found) => timeWithoutDay(args, found),
  'number-unreadable': ({ nearest = '30' }, found) =>
    say(`${read(found)} is not a number.`, `Write digits only, for example ${nearest}.`),
  'number-not-whole': (_, found) => say(`${read(found)} is not a whole number.`, 'Write for example 30.'),
  'number-out-of-range': ({ from, to }, found) =>
    say(`${read(found)} is not between ${from} and ${to}.`, `Write a number from ${from} to ${to}.`),
  'yes-no-unreadable': ({ nearest }, found) =>
    say(
      `${read(found)} is neither yes nor no.`,
      nearest === undefined ? 'Write «ja» or «nei».' : `Write ${quoted(nearest)}, and nothing else.`,
    ),
  'unknown-value': ({ allowed, nearest }, found) =>
    say(
      `${read(found)} is not in the list.`,
      nearest === undefined
        ? `Write ${listed(allowed.map(quoted), 'or')}.`
        : `Did you mean ${quoted(nearest)}?`,
    ),
  'id-unreadable': ({ example, meant }, found) =>
    say(
      `${read(found)} does not have the right form.`,
      meant === undefined
        ? `Write it like ${example}.`
        : `Did you mean ${meant.id}, row ${meant.row} of ${meant.tab}?`,
    ),
  'number-as-id': (_, found) =>
    say(
      `${read(found)} is not the number of a municipality or a county.`,
      'Write four digits for a municipality (0301), two for a county (03).',
    ),
  'email-invalid': ({ why }, found) => emailFaults[why](found),
  'email-cleaned': ({ as }, found) => say(`${read(found)} was read as ${as}.`, nothingToDo),
  'reach-unreadable': ({ example }, found) =>
    say(
      `${read(found)} is neither the ID of a contact nor one e-mail address.`,
      `Write an ID of the tab Kontakter, such as ${example}, or one address. Until then nobody can be written to.`,
    ),
  'title-several': ({ rows }, found) =>
    say(
      `Several rows have the title ${read(found)}: rows ${listed(rows, 'and')}.`,
      'Write the ID of the one you mean.',
    ),
  'title-without-id': ({ row }, found) =>
    say(
      `${read(found)} is row ${String(row)}, which has no ID yet.`,
      'Run «npm run check -- --give-ids», and the title is understood.',
    ),
  'title-of-another': ({ id, other, title }) =>
    say(
      `${id} is meant here, but ${other} has the title ${quoted(title)}.`,
      'Choose the row again from the list, or write the ID alone.',
    ),
  'link-invalid': ({ why }, found) => linkFaults[why](found),
  'cell-error': (_, found) =>
    say(`The cell shows the error ${read(found)}.`, 'Correct the formula, or write the value itself.'),
  'formula-without-result': () =>
    say(
      'The formula in the cell has no result yet.',
      'Open the workbook in Excel or LibreOffice, save it, and try again.',
    ),
  'formula-volatile': ({ formula }) =>
    say(
      `The formula ${quoted(formula)} changes by itself.`,
      'Write the value itself, so that it does not change.',
    ),
  'text-cleaned': ({ what }) =>
    what === 'lines'
      ? say('A line break became a space, because this must be one line.', 'Remove the line break.')
      : say(
          what === 'characters'
            ? 'Characters that cannot be shown were left out.'
            : 'Invisible characters, or some that turn the direction of the text, were left out.',
          'Read the text, and type it again where something is missing.',
        ),
} as const satisfies Partial<ProblemWordings>;

function timeWithoutDay({ why, takes }: ProblemArguments['time-without-day'], found: Found): Wording {
  switch (why) {
    case 'no-day':
      return say(
        `${read(found)} is a time of day without a date.`,
        takes === 'day'
          ? 'Write the day, for example 12.03.2026.'
          : 'Write both, for example 12.03.2026 10:30.',
      );
    case 'start-without-time':
      return say(
        `${read(found)} is a time of day, but the start has none.`,
        'Write date and time in the start too, for example 12.03.2026 10:00.',
      );
    case 'several-days':
      return say(
        `${read(found)} is a time of day, but the activity lasts for several days.`,
        'Write date and time, for example 12.03.2026 10:30.',
      );
  }
}
