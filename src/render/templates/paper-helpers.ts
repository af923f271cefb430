/** The template functions of Felles' papers: dates, times, amounts and names in one written standard. */
import { msg } from '../../domain/msg.ts';
import { precisions, parseDay, parseWallTime, type Day, type WallTime } from '../../domain/time.ts';
import * as dates from '../../language/dates.ts';
import type { Noun, Phrases } from '../../language/phrases.ts';
import { shortened } from '../safe/shorten.ts';
import { choice, defineHelper, guard, list, number, optional, text, type Helper } from './helper.ts';

const day = guard(
  () => msg`a day such as 2026-12-03`,
  ['text'],
  (value): value is Day => typeof value === 'string' && parseDay(value) !== undefined,
);
const time = guard(
  () => msg`a time such as 2026-12-03T10:00`,
  ['text'],
  (value): value is WallTime => typeof value === 'string' && parseWallTime(value) !== undefined,
);
const caseNumber = guard(
  () => msg`a case number`,
  ['group'],
  (value): value is { number: number; year: number } =>
    typeof value === 'object' &&
    value !== null &&
    'number' in value &&
    typeof value.number === 'number' &&
    'year' in value &&
    typeof value.year === 'number',
);
const precision = choice(...precisions);

/** Looks up a word by its value; the guard accepts only known values. */
const wordOf = <Value extends string>(name: string, words: Readonly<Record<Value, string>>): Helper => {
  const known = (value: unknown): value is Value => typeof value === 'string' && Object.hasOwn(words, value);
  const values = guard(() => msg`one of ${Object.keys(words).join(', ')}`, ['text'], known);
  return defineHelper(name, [values], (value) => words[value]);
};

function dateHelpers(phrases: Phrases): readonly Helper[] {
  return [
    defineHelper('date', [day], (value) => dates.date(phrases, value)),
    defineHelper('dayMonth', [day], (value) => dates.dayMonth(phrases, value)),
    defineHelper('longDate', [day], (value) => dates.longDate(phrases, value)),
    defineHelper('clock', [time], (value) => dates.clock(value)),
    defineHelper('longTime', [time, optional(time)], (start, end) => dates.longTime(phrases, start, end)),
    defineHelper(
      'period',
      [precision, day, day, optional(time), optional(time)],
      (exactness, first, last, start, end) =>
        start === undefined
          ? dates.period(phrases, exactness, first, last)
          : dates.longTime(phrases, start, end),
    ),
    defineHelper('howLong', [day, day], (from, to) => dates.howLong(phrases, from, to)),
    defineHelper('quarterName', [number, number], (quarter, year) => phrases.quarter(quarter, year)),
  ];
}

function amountHelpers(phrases: Phrases): readonly Helper[] {
  const counting = (name: string, noun: Noun): Helper =>
    defineHelper(name, [number], (amount) => dates.count(noun, amount));
  const nouns = new Map<string, Noun>(Object.values(phrases.nouns).map((each) => [each.one, each]));
  const noun = choice(...nouns.keys());
  return [
    counting('inMinutes', phrases.nouns.minute),
    counting('inDays', phrases.nouns.day),
    defineHelper('inWords', [number, optional(noun)], (amount, word = '') =>
      dates.inWords(phrases, amount, nouns.get(word)),
    ),
    defineHelper('counted', [number, noun], (amount, word) => {
      const counted = nouns.get(word);
      if (counted === undefined) throw new TypeError(`counted was called past its guards with «${word}»`);
      return dates.countInWords(phrases, amount, counted);
    }),
    defineHelper('ordinal', [number], (amount) => dates.ordinal(phrases, amount)),
    defineHelper('caseNumber', [caseNumber], ({ number: value, year }) => dates.caseNumber(value, year)),
  ];
}

function wordHelpers(phrases: Phrases): readonly Helper[] {
  return [
    wordOf('agreementActivity', phrases.agreement),
    wordOf('agreementShort', phrases.agreementShort),
    wordOf('activityType', phrases.activityTypes),
    wordOf('caseKind', phrases.caseKinds),
    wordOf('caseOutcome', phrases.caseOutcomes),
    wordOf('partyName', phrases.parties),
    defineHelper('joined', [list], (words) => dates.joined(phrases, words)),
    defineHelper('capital', [text], (words) => dates.capital(words)),
    defineHelper('shortened', [text, number], (words, most) => shortened(words, most)),
  ];
}

/** Everything that the templates of one written standard may call besides the built-in helpers. */
export function paperHelpers(phrases: Phrases): readonly Helper[] {
  return [...dateHelpers(phrases), ...amountHelpers(phrases), ...wordHelpers(phrases)];
}
