/**
 * The digest (the agreement's activity 1): what is new or has changed since that party's last digest, with the other party
 * and with what both do. What was told is kept in the register, so that either party's operator can make the next one.
 */
import { plainIn } from '../../domain/standard-text.ts';
import type { Facts, StatementContent } from '../../domain/statement.ts';
import { addDays, dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { lastOf } from '../../domain/group.ts';
import { digestMailing } from '../../domain/mailing-kind.ts';
import type { Register } from '../../register/register.ts';
import type { Statement } from '../../register/tabs/statements.ts';
import { requireSharing } from '../sharing.ts';
import { changesOf, stateIn, timeIn } from './changes.ts';
import { byUrgency, leadOf, partsOf, type News } from './parts.ts';
import { isUnread, thingsIn, type Thing } from './things.ts';
import type { DigestParty, DigestView } from './view.ts';

/** How many days before the last digest (or the first) a thing may be and still count as new; and how far ahead a digest looks. */
const BACK = 90;
const AHEAD = 60;
/** Nobody reads more at a time. The rest waits for the next digest. */
const MOST = 100;

const otherThan = (party: DigestParty): DigestParty =>
  party === 'bylivsenteret' ? 'distriktssenteret' : 'bylivsenteret';

export interface Digest {
  readonly view: DigestView;
  /** What the party knows once this digest has gone out: what is in it, and nothing else. */
  readonly says: readonly Pick<StatementContent, 'about' | 'facts'>[];
}

/** The digest for a party. `now` is Oslo time. Throws UserError when it is not known what may be shown to the partner. */
export function digest(register: Register, to: DigestParty, now: WallTime): Digest {
  requireSharing(register);
  const today = dayOf(now);
  const { since, things, news } = digestNews(register, to, now);
  const told = news.length > MOST ? news.toSorted(byUrgency).slice(0, MOST) : news;
  const newIds = new Set(news.map(({ id }) => id));
  const coming = things.filter(({ id }) => !newIds.has(id)).flatMap((thing) => comingOf(thing, today));
  const fresh = told.filter(({ said }) => said === undefined).length;
  const parts = partsOf(told);
  const removed = told.filter(({ thing }) => thing === undefined).map(({ id, title }) => ({ id, title }));
  return {
    says: told.map(({ id: about, title, thing }) => ({
      about,
      facts: thing?.facts ?? { state: 'removed', title: plainIn(title, 'nb') },
    })),
    view: {
      ...{ asOf: today, to, from: otherThan(to), since, total: news.length },
      ...(told.length < news.length && { shown: told.length }),
      ...{ fresh, changed: told.length - fresh },
      ...{ lead: leadOf(parts, removed, news.length), parts, removed },
      coming: coming.slice(0, MOST),
      comingMore: Math.max(0, coming.length - MOST),
    },
  };
}

/** Everything that a party does not know yet, and what digests to it are made from. Pure; `now` is Oslo time. */
export function digestNews(
  register: Register,
  to: DigestParty,
  now: WallTime,
): {
  /** The day of the last digest (Oslo). */
  readonly since: Day | undefined;
  readonly things: readonly Thing[];
  readonly news: readonly News[];
} {
  const rows = register.statements.filter((one) => one.kind === digestMailing && isTo(one, to));
  // People may have sorted the tab.
  const inOrder = rows.toSorted((one, other) =>
    one.saidAt < other.saidAt ? -1 : Number(one.saidAt > other.saidAt),
  );
  const last = lastOf(inOrder, ({ about }) => about);
  const since = lastDay(rows);
  const all = thingsIn(register, now);
  // What changes hands is followed to its end.
  const things = all.filter(({ id, party }) => party === otherThan(to) || party === 'both' || last.has(id));
  const shown = new Set(things.map(({ id }) => id));
  const gone = [...last.values()].filter(
    (one) => !shown.has(one.about) && isAwaited(one) && !isUnread(register, one.about),
  );
  return {
    since,
    things,
    news: [
      ...things.flatMap((thing) => newsOf(thing, last.get(thing.id)?.facts, since ?? dayOf(now))),
      ...gone.map(({ about: id, facts }) => ({
        ...{ id, title: facts.title ?? id, thing: undefined, said: facts, changes: [] },
      })),
    ],
  };
}

/** People may write the party in the machine's tab as they write it elsewhere. */
const isTo = ({ to }: Statement, party: DigestParty): boolean => to?.trim().toLowerCase() === party;

function lastDay(rows: readonly Statement[]): Day | undefined {
  const days = rows.flatMap(({ saidAt }) => {
    const time = wallTimeOfUtc(saidAt);
    return time === undefined ? [] : [dayOf(time)];
  });
  return days.sort().at(-1);
}

/** Nobody waits for what is over, cancelled, or said to be taken out. An example has no state. */
const isAwaited = ({ about, facts }: Statement): boolean =>
  stateIn(facts) === 'coming' || (facts.state === undefined && about.startsWith('F-'));

function newsOf(thing: Thing, said: Facts | undefined, from: Day): readonly News[] {
  const { id, title } = thing;
  if (said === undefined || stateIn(said) === 'removed')
    return isRecent(thing, from) ? [{ id, title, thing, said: undefined, changes: [] }] : [];
  const changes = changesOf(thing, said);
  return changes.length === 0 ? [] : [{ id, title, thing, said, changes }];
}

const isOpen = ({ facts }: Thing): boolean => facts.state === undefined || facts.state === 'coming';

/** A digest is no history: what was never told is new if it is to come, or was not long before `from`. */
function isRecent(thing: Thing, from: Day): boolean {
  const when = timeIn(thing.facts);
  return isOpen(thing) || (when !== undefined && when.last >= addDays(from, -BACK));
}

function comingOf({ id, title, facts, party }: Thing, today: Day): DigestView['coming'] {
  const when = timeIn(facts);
  if (when === undefined || facts.state !== 'coming') return [];
  const isNear = when.last >= today && when.first <= addDays(today, AHEAD);
  if (!isNear) return [];
  return [{ id, title, when, place: facts.place ?? undefined, isJoint: party === 'both' }];
}
