/**
 * The digest (the agreement's activity 1): what is new or has changed with the other party since last time. What was
 * reported then is kept in the register, so that either party's operator can make the next one.
 */
import {
  addDays,
  dayOf,
  utcText,
  parseDay,
  wallTimeOfUtc,
  type Day,
  type WallTime,
  precisions,
} from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { lastOf } from '../../domain/group.ts';
import type { RowAddition } from '../../domain/workbook.ts';
import type { Register } from '../../register/register.ts';
import { digestsTab, type DigestRow } from '../../register/tabs/digests.ts';
import { agreementNumbers } from '../agreement-number.ts';
import { requireSharing } from '../sharing.ts';
import { thingsOf, type Thing } from './things.ts';
import type { DigestItem, DigestParty, DigestView } from './view.ts';

/** How many days before the last digest (or the first) a thing may be and still count as new; and how far ahead a digest looks. */
const BACK = 90;
const AHEAD = 60;
/** Nobody reads more at a time. The rest waits for the next digest. */
const MOST = 100;

const otherThan = (party: DigestParty): DigestParty =>
  party === 'bylivsenteret' ? 'distriktssenteret' : 'bylivsenteret';

export interface Digest {
  readonly view: DigestView;
  /** What has been reported to the party once this digest has gone out: what is in it, and nothing else. */
  readonly told: readonly Thing[];
}

/** The digest for a party. `now` is Oslo time. Throws UserError when it is not known what may be shown to the partner. */
export function digest(register: Register, to: DigestParty, now: WallTime): Digest {
  requireSharing(register);
  const today = dayOf(now);
  const from = otherThan(to);
  const rows = register.digests.filter((row) => row.to === to);
  const before = lastOf(rows, ({ item }) => item);
  const since = lastDay(rows);
  const things = thingsOf(register, from, today);
  const news = things.filter((thing) => {
    const last = before.get(thing.id);
    return last === undefined ? isRecent(thing, since ?? today) : hasNews(thing, last);
  });
  const told = news.length > MOST ? news.toSorted(byUrgency).slice(0, MOST) : news;
  const groups = agreementNumbers.flatMap((number) => {
    const own = told.filter((thing) => thing.number === number).sort(byTime);
    return own.length === 0
      ? []
      : [{ number, items: own.map((thing) => itemOf(thing, before.get(thing.id))) }];
  });
  const untold = new Set(news.map(({ id }) => id));
  const coming = things.filter(({ id }) => !untold.has(id)).flatMap((thing) => comingOf(thing, today));
  return {
    told,
    view: {
      ...{ asOf: today, to, from, since, total: news.length, groups },
      ...(told.length < news.length && { shown: told.length }),
      coming: coming.slice(0, MOST),
      comingMore: Math.max(0, coming.length - MOST),
    },
  };
}

/** The day of the last digest (Oslo). */
function lastDay(rows: readonly DigestRow[]): Day | undefined {
  const days = rows.flatMap(({ sentAt }) => {
    const time = wallTimeOfUtc(sentAt);
    return time === undefined ? [] : [dayOf(time)];
  });
  return days.sort().at(-1);
}

/** A digest is no history: what was never reported is new if it is in the future, or was done not long before `from`. */
const isRecent = ({ state, when }: Thing, from: Day): boolean =>
  state === 'coming' || (when !== undefined && when.last >= addDays(from, -BACK));

const byTime = (one: Thing, other: Thing): number => {
  const [first, second] = [one.when?.first ?? '9', other.when?.first ?? '9'];
  return first < second ? -1 : first > second ? 1 : one.title.localeCompare(other.title, 'nb');
};

/** Completed things can wait longest. */
const byUrgency = (one: Thing, other: Thing): number =>
  Number(one.state === 'done') - Number(other.state === 'done') || byTime(one, other);

/** How a time is written in the tab Orienteringer: `day 2026-12-03/2026-12-04`. */
const timeText = (when: Thing['when']): string | undefined =>
  when === undefined ? undefined : `${when.precision} ${when.first}/${when.last}`;

function timeIn(text: string | undefined): Thing['when'] {
  const {
    precision,
    from = '',
    to = '',
  } = /^(?<precision>[a-z]+) (?<from>\S+)\/(?<to>\S+)$/u.exec(text ?? '')?.groups ?? {};
  const known = precisions.find((one) => one === precision);
  const [first, last] = [parseDay(from), parseDay(to)];
  return known === undefined || first === undefined || last === undefined
    ? undefined
    : { precision: known, first, last };
}

/** Changes in remarks, hours and descriptions are not reported. */
function hasNews(thing: Thing, before: DigestRow): boolean {
  return (
    before.title !== thing.title ||
    before.status !== thing.state ||
    before.when !== timeText(thing.when) ||
    before.place !== thing.place ||
    before.link !== thing.link
  );
}

function itemOf(thing: Thing, before: DigestRow | undefined): DigestItem {
  const { id, title, when, place, link, description } = thing;
  return {
    ...{ id, title, when, place, link },
    description: before === undefined ? description : undefined,
    news: before === undefined ? newsOfNew(thing) : newsSince(thing, before),
  };
}

const newsOfNew = ({ state }: Thing): DigestItem['news'] => ({
  isNew: true,
  isDone: state === 'done',
  isCancelled: state === 'cancelled',
  was: { hadNoTime: false },
  ...{ isMoved: false, isRenamed: false, hasNewPlace: false, hasNewLink: false },
});

function newsSince({ title, when, place, link, state }: Thing, before: DigestRow): DigestItem['news'] {
  const was = timeIn(before.when);
  return {
    isNew: false,
    isDone: state === 'done' && before.status !== 'done',
    isCancelled: state === 'cancelled' && before.status !== 'cancelled',
    was: { title: before.title, when: was, hadNoTime: was === undefined },
    isMoved: when !== undefined && state !== 'cancelled' && before.when !== timeText(when),
    isRenamed: before.title !== title,
    hasNewPlace: place !== undefined && before.place !== place,
    hasNewLink: link !== undefined && before.link !== link,
  };
}

function comingOf({ id, title, when, place, state }: Thing, today: Day): DigestView['coming'] {
  const isNear = when !== undefined && when.last >= today && when.first <= addDays(today, AHEAD);
  return state === 'coming' && isNear ? [{ id, title, when, place }] : [];
}

/** The changes that record in the register what was reported. Throws UserError if the tab for it is missing. */
export function digestRows(
  register: Register,
  { view, told }: Digest,
  now: WallTime,
): readonly RowAddition[] {
  const { digests } = register.tabs;
  if (digests?.headings === undefined) {
    throw new UserError(
      `The workbook has no tab ${digestsTab.name}.`,
      'Run «npm run init» to add it, and try again. Existing content is not changed.',
    );
  }
  const headings = Object.entries(digests.headings);
  const sentAt = utcText(now);
  return told.map((thing) => {
    const { id: item, title, state: status, when, place, link } = thing;
    const cells = { to: view.to, sentAt, item, title, status, when: timeText(when), place, link };
    return {
      kind: 'row',
      tab: digests.name,
      cells: Object.fromEntries(
        Object.entries(cells).flatMap(([key, value]) => {
          const heading = headings.find(([own]) => own === key)?.[1];
          return heading === undefined || value === undefined ? [] : [[heading, value]];
        }),
      ),
    };
  });
}
