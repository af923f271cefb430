/**
 * The digest (the agreement's activity 1): what is new or has changed with the other party since last time. What was
 * reported then is kept in the register, so that either party's operator can make the next one.
 */
import { addDays, dayOf, utcText, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { lastOf } from '../../domain/group.ts';
import type { RowAddition } from '../../domain/workbook.ts';
import type { Register } from '../../register/register.ts';
import { parseSaidTime, type Facts, type StatementContent } from '../../domain/statement.ts';
import { getBack } from '../../language/problems/en-tabs.ts';
import { statementRows } from '../../register/statement-rows.ts';
import { statementsTab, type Statement } from '../../register/tabs/statements.ts';
import { factsNow } from '../record/facts.ts';
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
  const rows = toldTo(register.statements, to);
  const before = lastOf(rows, ({ about }) => about);
  const since = lastDay(rows);
  const things = thingsOf(register, from, today);
  const news = things.filter((thing) => {
    const last = before.get(thing.id);
    return last === undefined ? isRecent(thing, since ?? today) : hasNews(thing, last.facts);
  });
  const told = news.length > MOST ? news.toSorted(byUrgency).slice(0, MOST) : news;
  const groups = agreementNumbers.flatMap((number) => {
    const own = told.filter((thing) => thing.number === number).sort(byTime);
    return own.length === 0
      ? []
      : [{ number, items: own.map((thing) => itemOf(thing, before.get(thing.id)?.facts)) }];
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

/** What a party has been told in digests, in the order in which it was kept. */
const toldTo = (statements: readonly Statement[], party: DigestParty): readonly Statement[] =>
  statements.filter(({ kind, to }) => kind === 'digest' && to === party);

/** The day of the last digest (Oslo). */
function lastDay(rows: readonly Statement[]): Day | undefined {
  const days = rows.flatMap(({ saidAt }) => {
    const time = wallTimeOfUtc(saidAt);
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

/** The days of a time that was told; hours are not compared. */
function timeIn(text: string | null | undefined): Thing['when'] {
  const time = parseSaidTime(text ?? '');
  if (time === undefined) return undefined;
  const { precision, first, last } = time;
  return { precision: precision === 'time' ? 'day' : precision, first, last };
}

function hasOtherTime({ when }: Thing, { time }: Facts): boolean {
  if (time === undefined) return false;
  const was = timeIn(time);
  return was?.precision !== when?.precision || was?.first !== when?.first || was?.last !== when?.last;
}

/** Whether a fact was told, and is otherwise now. */
const differs = (told: string | null | undefined, is: string | undefined): boolean =>
  told !== undefined && (told ?? undefined) !== is;

/** `past` is told as done. */
const hasOtherState = ({ state }: Thing, { state: told }: Facts): boolean =>
  differs(told === 'past' ? 'done' : told, state);

/** Changes in remarks, hours and descriptions are not reported. */
const hasNews = (thing: Thing, told: Facts): boolean =>
  differs(told.title, thing.title) ||
  hasOtherState(thing, told) ||
  hasOtherTime(thing, told) ||
  differs(told.place, thing.place) ||
  differs(told.link, thing.link);

function itemOf(thing: Thing, before: Facts | undefined): DigestItem {
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

function newsSince(thing: Thing, told: Facts): DigestItem['news'] {
  const { title, when, place, link, state } = thing;
  const was = timeIn(told.time);
  return {
    isNew: false,
    isDone: state === 'done' && hasOtherState(thing, told),
    isCancelled: state === 'cancelled' && hasOtherState(thing, told),
    was: { title: told.title ?? undefined, when: was, hadNoTime: was === undefined },
    isMoved: when !== undefined && state !== 'cancelled' && hasOtherTime(thing, told),
    isRenamed: differs(told.title, title),
    hasNewPlace: place !== undefined && differs(told.place, place),
    hasNewLink: link !== undefined && differs(told.link, link),
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
  const saidAt = utcText(now);
  const said = told.map(({ id: about }): StatementContent => {
    const facts = factsNow(register, { kind: 'digest', about }, now) ?? {};
    return { kind: 'digest', about, saidAt, to: view.to, facts };
  });
  const rows = statementRows(register, said);
  if (rows.length > 0 || told.length === 0) return rows;
  throw new UserError(`The workbook has no tab ${statementsTab.name}.`, getBack);
}
