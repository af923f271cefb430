/** `npm run plan -- --series "…"`: plans a series of webinars, and adds the rows to fill in. */
import { spokenTime, spokenWeekday } from '../../language/spoken.ts';
import { msg } from '../../domain/msg.ts';
import { dayOf } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { seriesPlan, type Interval, type SeriesPlan, type SeriesRequest } from '../../papers/plan/series.ts';
import { seriesRows } from '../../papers/plan/series-rows.ts';
import { weekdayNumber } from '../../register/cells/calendar-words.ts';
import { ignoreReports } from '../../register/cells/cell-parser.ts';
import { whenOrTimeCell } from '../../register/cells/when.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { addRows } from './add-rows.ts';
import { dayIn } from './asked-meeting.ts';
import { notFreeWords, spanWords } from './plan-words.ts';

const MOST_WEBINARS = 24;

/** Always 0: what cannot be planned stops the run. */
export async function planSeries(run: Run, open: OpenRegister): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { register } = open.reading;
  const plan = seriesPlan(register, requestIn(run), settings.now);
  if (flags['json'] === true) terminal.result(JSON.stringify(plan, null, 2));
  else report(run, plan);
  const webinars = seriesRows(register, open.workbook, plan);
  if (webinars.length === 0) terminal.say(msg`Nothing is to be added: as many are to come already.`);
  else if (flags['write'] !== true)
    terminal.say(
      msg`Nothing was written. --write adds each webinar as an idea, with a slot in Program and two rows in Tekster to fill in.`,
    );
  else {
    await addRows(
      open,
      webinars.flatMap(({ rows }) => rows),
    );
    terminal.say(
      msg`Added ${webinars.map(({ id }) => id).join(', ')} to ${open.store.place}, each with a slot in Program and two rows in Tekster.`,
      'green',
    );
    terminal.say(
      msg`Write their titles and texts; an idea is announced to nobody before its Status is Planlagt.`,
    );
  }
  return 0;
}

function report({ terminal }: Run, { name, time, there, planned }: SeriesPlan): void {
  terminal.result(
    time.like === undefined
      ? `«${name}», ${spanWords(time)}`
      : msg`«${name}», ${spanWords(time)}, as ${time.like}`,
    'bold',
  );
  for (const { id, title, day } of there)
    terminal.result(msg`  ${spokenWeekday(day)}  is there: ${id} «${title}»`);
  for (const { title, start, moved } of planned) {
    const line = `  ${spokenTime(start)}  «${title}»`;
    terminal.result(
      moved === undefined
        ? line
        : msg`${line}, not ${spokenWeekday(moved.from)}: ${notFreeWords(moved.because)}`,
    );
  }
}

function requestIn({ flags, settings }: Run): SeriesRequest {
  const name = textFlag(flags, 'series') ?? '';
  if (name.length > 100)
    throw new UserError(
      msg`The name of the series is longer than 100 characters.`,
      msg`Write a shorter one.`,
    );
  const from = textFlag(flags, 'from');
  const time = textFlag(flags, 'time');
  return {
    name: name.replace(/\s+/gu, ' '),
    count: countIn(textFlag(flags, 'count') ?? '3'),
    every: intervalIn(textFlag(flags, 'every') ?? '4w'),
    weekday: weekdayIn(textFlag(flags, 'weekday')),
    from: from === undefined ? undefined : dayIn(from, 'from', dayOf(settings.now)).first,
    time: time === undefined ? undefined : timeIn(time),
  };
}

function countIn(text: string): number {
  const count = Number(text);
  if (/^\d{1,2}$/u.test(text) && count >= 1 && count <= MOST_WEBINARS) return count;
  throw new UserError(
    msg`«${text}» is no number of webinars.`,
    msg`Write --count with a number from 1 to ${MOST_WEBINARS}.`,
  );
}

const intervalForm =
  /^(?<count>\d{1,2})\s*(?:(?<weeks>w|u|v|uker?|veker?|weeks?)|(?<months>m|mnd|måned|måneder|månad|månader|months?))\.?$/iu;

function intervalIn(text: string): Interval {
  const { count, weeks } = intervalForm.exec(text.normalize('NFC'))?.groups ?? {};
  const number = Number(count ?? 0);
  if (number >= 1 && number <= (weeks === undefined ? 12 : 52))
    return weeks === undefined ? { months: number } : { weeks: number };
  throw new UserError(
    msg`«${text}» is no interval.`,
    msg`Write --every in weeks, such as 6w or «6 uker», up to 52, or in months, such as 2m, up to 12.`,
  );
}

const englishDays = [
  /^mon(?:day)?$/u,
  /^tue(?:s|sday)?$/u,
  /^wed(?:nesday)?$/u,
  /^thu(?:r|rs|rsday)?$/u,
  /^fri(?:day)?$/u,
  /^sat(?:urday)?$/u,
  /^sun(?:day)?$/u,
];

/** In bokmål, nynorsk or English, whole or short. */
function weekdayIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const word = text.normalize('NFC').toLowerCase().replace(/\.$/u, '');
  const english = englishDays.findIndex((form) => form.test(word)) + 1;
  const number = weekdayNumber(word) ?? (english === 0 ? undefined : english);
  if (number !== undefined && number <= 5) return number;
  throw new UserError(
    number === undefined ? msg`«${text}» is no weekday.` : msg`«${text}» is no working day.`,
    msg`Write --weekday with mandag, tirsdag (tysdag), onsdag, torsdag or fredag.`,
  );
}

/** Minutes since midnight. */
function timeIn(text: string): number {
  const time = whenOrTimeCell(text, ignoreReports);
  if (time !== undefined && 'minutes' in time && time.minutes >= 6 * 60 && time.minutes <= 20 * 60)
    return time.minutes;
  throw new UserError(
    msg`«${text}» is no time for a webinar.`,
    msg`Write --time as 10:00, from 06:00 to 20:00.`,
  );
}
