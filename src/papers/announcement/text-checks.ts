/** Compares what the texts of an announcement say about days and links with the register. */
import { dayFrom, dayParts, daysBetween, isoWeekday, type Day } from '../../domain/time.ts';
import { nb } from '../../language/nb.ts';
import { nn } from '../../language/nn.ts';
import { parseLink } from '../../register/cells/link.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';

/** All parts of a text that are sent out. */
export const wholeText = ({ title, ingress, body, benefit }: PublishedText): string =>
  [title, ingress, body, benefit].filter((part) => part !== undefined).join('\n\n');

/** 1 Monday … 7 Sunday, by its name in either standard. */
const weekdayNumbers: ReadonlyMap<string, number> = new Map(
  [nb, nn].flatMap(({ weekdays }) => weekdays.map((name, index) => [name, index + 1] as const)),
);
const monthNumbers: ReadonlyMap<string, number> = new Map(
  nb.months.map((name, index) => [name, index + 1] as const),
);

const mention = new RegExp(
  [
    String.raw`(?<!\p{L})(?<weekday>${[...weekdayNumbers.keys()].join('|')})(?!\p{L})`,
    String.raw`(?:,?\s+(?:den\s+)?(?<day>\d{1,2})\.\s?(?<month>${[...monthNumbers.keys()].join('|')}|\d{1,2}(?!\d))`,
    String.raw`(?:\.?\s?(?<year>20\d\d))?)?`,
  ].join(''),
  'giu',
);

/** A weekday that a text names, with the date next to it if there is one. */
interface DayMention {
  /** As it is written. */
  readonly text: string;
  readonly weekday: number;
  /** Absent if only the weekday is written; null if there is no such date. */
  readonly day: Day | null | undefined;
}

/** The weekdays a text names. A date without a year is the one nearest to `around`. */
function dayMentions(text: string, around: Day): readonly DayMention[] {
  return [...text.normalize('NFC').matchAll(mention)].map(({ 0: whole, groups = {} }) => {
    const weekday = weekdayNumbers.get((groups['weekday'] ?? '').toLowerCase()) ?? 0;
    const { day, month, year } = groups;
    if (day === undefined || month === undefined) return { text: whole, weekday, day: undefined };
    const number = monthNumbers.get(month.toLowerCase()) ?? Number(month);
    return { text: whole, weekday, day: dateNear(around, number, Number(day), year) ?? null };
  });
}

function dateNear(around: Day, month: number, day: number, year: string | undefined): Day | undefined {
  const own = dayParts(around).year;
  const years = year === undefined ? [own - 1, own, own + 1] : [Number(year)];
  const distance = (one: Day): number => Math.abs(daysBetween(around, one));
  return years
    .flatMap((one) => dayFrom(one, month, day) ?? [])
    .sort((one, other) => distance(one) - distance(other))[0];
}

/** A mention of a day that cannot be right, and why. */
type WrongDay =
  | { readonly why: 'weekday'; readonly mention: string }
  | { readonly why: 'no-such-day'; readonly mention: string }
  | { readonly why: 'other-day'; readonly mention: string };

/**
 * The first mention that is wrong: a weekday that does not match its date, a weekday alone that matches neither the
 * webinar nor the deadline, or dates of which none is either of the two.
 */
export function wrongDay(text: string, webinar: Day, deadline: Day | undefined): WrongDay | undefined {
  const mentions = dayMentions(text, webinar);
  const own = deadline === undefined ? [webinar] : [webinar, deadline];
  for (const { text: written, weekday, day } of mentions) {
    if (day === null) return { why: 'no-such-day', mention: written };
    const days = day === undefined ? own : [day];
    if (!days.some((one) => isoWeekday(one) === weekday)) return { why: 'weekday', mention: written };
  }
  const dated = mentions.flatMap(({ text: written, day }) =>
    day === undefined || day === null ? [] : [{ written, day }],
  );
  const [first] = dated;
  if (first === undefined || dated.some(({ day }) => own.includes(day))) return undefined;
  return { why: 'other-day', mention: first.written };
}

const markdownLink = /\[(?<label>[^\]\n]*)\]\(\s*<?(?<target>[^\s)>]+)/gu;
const bareLink = /(?<![\p{L}\p{N}(<])(?<target>(?:https?|ftp|javascript|data|file):[^\s<>"')\]]+)/giu;
const hostLike = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/u;

const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\./u, '');

/** The first link of a text that may not be in it: not https, hiding its target, or showing another host. */
export function wrongLink(text: string): string | undefined {
  for (const { 0: whole, groups = {} } of text.matchAll(markdownLink)) {
    if (!isHonest(groups['label'] ?? '', groups['target'] ?? '')) return whole;
  }
  for (const { groups = {} } of text.matchAll(bareLink)) {
    const target = (groups['target'] ?? '').replace(/[.,;:!?]+$/u, '');
    if ('fault' in parseLink(target)) return target;
  }
  return undefined;
}

/** Whether a link may be shown under a label: one that looks like an address must be where the link leads. */
function isHonest(label: string, target: string): boolean {
  const parsed = parseLink(target);
  if ('fault' in parsed) return false;
  const shown = hostLike.exec(label)?.[0];
  if (shown === undefined || parsed.link.startsWith('mailto:')) return true;
  return withoutWww(shown) === withoutWww(new URL(parsed.link).hostname);
}
