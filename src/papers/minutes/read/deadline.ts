/** Deadlines as people write them in minutes: days as in the register, and what is counted from the meeting. */
import {
  addDays,
  dayFrom,
  dayParts,
  daysBetween,
  daysInMonth,
  isoWeek,
  mondayOfWeek,
  type Day,
} from '../../../domain/time.ts';
import { monthNumber, weekdayNumber } from '../../../register/cells/calendar-words.ts';
import { ignoreReports } from '../../../register/cells/cell-parser.ts';
import { dayCell } from '../../../register/cells/when.ts';
import type { UnclearWhy } from './understood.ts';

/** From what relative deadlines are counted. */
export interface DeadlineFrom {
  readonly meeting: Day;
  /** Undefined where it has no day yet. */
  readonly next: Day | undefined;
}

export type DeadlineRead =
  | { readonly day: Day }
  | { readonly why: Extract<UnclearWhy, 'deadline' | 'slashed' | 'ongoing' | 'no-next-meeting'> };

/** A deadline so far ahead that its year was probably meant to be another. */
const FARTHEST = 300;

const leading =
  /^(?:(?:med )?frist(?:en)?(?: er)?:? )?(?:(?:innen|innan|senest|seinast|til og med|t\.?o\.?m\.?) )?/u;
const ongoing =
  /^(?:fortløpende|fortløpande|løpende|løpande|kontinuerlig|kontinuerleg|hele tiden|heile tida)$/u;
const nextMeeting = /^(?:til )?(?:neste|førstkommende|komande) (?:kvartals)?møte(?:t)?$/u;
const counted =
  /^(?:om )?(?<count>\d{1,2}|en|ein|én|éin|ei|éi|to|tre|fire|fem|seks|sju|syv|åtte|ti|fjorten) (?<unit>dag(?:er|ar)?|uker?|veker?|måned(?:er)?|månad(?:er|ar)?)(?: (?:fra|frå|etter) møtet)?$/u;
const monthEnd = /^utgang(?:en)?(?: av)? (?<month>[a-zæøå]+)(?: (?<year>\d{4}))?$/u;
const yearEnd = /^(?:utgang(?:en)? av året|årets slutt|slutten av året|utløpet av året)$/u;
const weekdayIn = /^(?<name>[a-zæøå]+)\.?,? (?:i )?(?:uke|veke)n? ?(?<week>\d{1,2})(?:,? (?<year>\d{4}))?$/u;
/** In a cell such a day is a fault too. */
const slashed = /^(?:[a-zæøå]+\.? )?(?:den )?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/u;
const dayOnly =
  /^(?:[a-zæøå]+\.? )?(?:den )?(?<date>\d{1,2})(?:\. ?(?<number>\d{1,2})\.?|\.? ?(?<month>[a-zæøå]+)\.?)$/u;

const numbers: Readonly<Record<string, number>> = {
  ...{ en: 1, ein: 1, én: 1, éin: 1, ei: 1, éi: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, sju: 7 },
  ...{ syv: 7, åtte: 8, ti: 10, fjorten: 14 },
};

/** The last day that a text gives, or why there is none for certain. Days in Oslo. */
export function readDeadline(written: string, from: DeadlineFrom): DeadlineRead {
  const text = written
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\s(]+|[\s).;,]+$/gu, '')
    .replace(leading, '');
  if (slashed.test(text)) return { why: 'slashed' };
  if (ongoing.test(text)) return { why: 'ongoing' };
  if (nextMeeting.test(text))
    return from.next === undefined ? { why: 'no-next-meeting' } : { day: from.next };
  const full = [text, `${text}.`].map((one) => dayCell(one, ignoreReports)).find((day) => day !== undefined);
  const day =
    full ??
    countedDay(text, from.meeting) ??
    endOf(text, from.meeting) ??
    dayInWeek(text, from.meeting) ??
    dayWithoutYear(text, from.meeting);
  // A day before the meeting is a slip, often last year's at the turn of the year.
  return day === undefined || day < from.meeting ? { why: 'deadline' } : { day };
}

/** «To uker», «14 dager», «en måned», from the day of the meeting. */
function countedDay(text: string, meeting: Day): Day | undefined {
  const { count = '', unit = '' } = counted.exec(text)?.groups ?? {};
  const number = numbers[count] ?? Number(count);
  if (count === '' || number === 0) return undefined;
  if (unit.startsWith('d')) return addDays(meeting, number);
  if (!unit.startsWith('m')) return addDays(meeting, number * 7);
  const { year, month, day } = dayParts(meeting);
  const [later, inMonth] = [year + Math.floor((month - 1 + number) / 12), ((month - 1 + number) % 12) + 1];
  return dayFrom(later, inMonth, Math.min(day, daysInMonth(later, inMonth)));
}

/** «Utgangen av mars», «utgangen av året»: the last day of it that is still ahead. */
function endOf(text: string, meeting: Day): Day | undefined {
  const { year } = dayParts(meeting);
  if (yearEnd.test(text)) return dayFrom(year, 12, 31);
  const { month: name = '', year: given } = monthEnd.exec(text)?.groups ?? {};
  const month = monthNumber(name);
  if (month === undefined) return undefined;
  const last = (of: number): Day | undefined => dayFrom(of, month, daysInMonth(of, month));
  return given === undefined ? ahead([last(year), last(year + 1)], meeting) : last(Number(given));
}

/** «Fredag i uke 14»: the first such day after the meeting. */
function dayInWeek(text: string, meeting: Day): Day | undefined {
  const { name = '', week, year: given } = weekdayIn.exec(text)?.groups ?? {};
  const weekday = weekdayNumber(name);
  if (weekday === undefined) return undefined;
  const { year } = isoWeek(meeting);
  const years = given === undefined ? [year, year + 1] : [Number(given)];
  const days = years.map((one) => {
    const monday = mondayOfWeek(one, Number(week));
    return monday && addDays(monday, weekday - 1);
  });
  return given === undefined ? ahead(days, meeting) : days[0];
}

/** «15. mars», «15.3.»: the first such day after the meeting, unless it is most of a year ahead. */
function dayWithoutYear(text: string, meeting: Day): Day | undefined {
  const { date, number, month: name } = dayOnly.exec(text)?.groups ?? {};
  const month = name === undefined ? Number(number) : monthNumber(name);
  if (date === undefined || month === undefined) return undefined;
  const { year } = dayParts(meeting);
  const found = ahead([dayFrom(year, month, Number(date)), dayFrom(year + 1, month, Number(date))], meeting);
  // A weekday in front must be that of the day.
  if (found === undefined || /^\d|^den /u.test(text)) return found;
  return dayCell(`${text.replace(/\.$/u, '')} ${found.slice(0, 4)}`, ignoreReports);
}

/** A day that was before a meeting, or is its own: «30. november»; undefined for any other. */
export function readPastDay(written: string, meeting: Day): Day | undefined {
  const text = written.toLowerCase().replace(/[\s.!]+$/u, '');
  const full = dayCell(text, ignoreReports);
  const { date, number, month: name } = dayOnly.exec(text)?.groups ?? {};
  const month = name === undefined ? Number(number) : monthNumber(name);
  const { year } = dayParts(meeting);
  const days =
    full === undefined && month !== undefined
      ? [year, year - 1].map((one) => dayFrom(one, month, Number(date)))
      : [full];
  return days.find((day) => day !== undefined && day <= meeting && daysBetween(day, meeting) <= FARTHEST);
}

function ahead(days: readonly (Day | undefined)[], meeting: Day): Day | undefined {
  const found = days.find((day) => day !== undefined && day >= meeting);
  return found !== undefined && daysBetween(meeting, found) <= FARTHEST ? found : undefined;
}

const phrase =
  /(?<=^|[\s,;.(–—-])(?:(?:med )?frist(?:en)?(?: er)?|innen|innan|senest|seinast|før|til og med|i løpet av)\s+(?<when>[^,;()]{2,50}?)[\s.)]*$/iu;
const timeWord =
  /\d|(?<!\p{L})(?:uke|veke|måned|månad|møte|sommer|sommar|jul|påske|pinse|år|haust|høst|vår|vinter|vinteren|kvartal|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|fortløpende|fortløpande|snarest)/iu;

/** The deadline at the end of a sentence: «… innen 15. mars». `before` is the sentence without it. */
export function deadlinePhrase(text: string): { readonly before: string; readonly when: string } | undefined {
  const match = phrase.exec(text);
  const when = match?.groups?.['when'];
  if (match === null || when === undefined || !timeWord.test(when)) return undefined;
  const words = /\b(?:før|i løpet av)\s/iu.exec(match[0])?.[0] ?? '';
  return {
    before: text.slice(0, match.index).replace(/[\s,;(–—-]+$/u, ''),
    when: `${words}${when}`,
  };
}
