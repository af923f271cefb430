/** A look at each of the agreement's six activities: done since last time, coming until next time, or silent. */
import type { StandardText } from '../../domain/standard-text.ts';
import type { Day, Precision } from '../../domain/time.ts';
import type { Party } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import { agreementNumber, agreementNumbers } from '../agreement-number.ts';
import { sharedCounties } from '../county/contacts.ts';
import { loneDialogues } from '../lone-dialogues.ts';
import { titlesOf } from '../titles.ts';
import type { AgreementActivity } from './view.ts';

/** Anything with a time that counts as one of the six activities. */
interface Happening {
  readonly id: string;
  readonly title: StandardText;
  readonly number: AgreementActivity['number'];
  readonly party: Party;
  readonly precision: Precision;
  readonly first: Day;
  readonly last: Day;
  readonly status: 'coming' | 'done' | 'unconfirmed';
}

const mostShown = 3;

function activityHappenings(register: Register, today: Day): readonly Happening[] {
  const titleOf = titlesOf(register);
  return register.activities.flatMap((activity): Happening[] => {
    const { id, type, party, status, start, end, shared } = activity;
    if (!shared || start === undefined || status === 'cancelled' || status === 'idea') return [];
    const last = end !== undefined && end.last > start.last ? end.last : start.last;
    // An ongoing activity without an end is not over.
    const isPast = last < today && (status !== 'ongoing' || end !== undefined);
    return [
      {
        id,
        title: titleOf(activity),
        number: agreementNumber[type],
        party,
        precision: start.precision === 'time' ? 'day' : start.precision,
        first: start.first,
        last,
        status: status === 'done' ? 'done' : isPast ? 'unconfirmed' : 'coming',
      },
    ];
  });
}

/** Contacts with county authorities count for activity 4, even when they are not activities themselves. */
const dialogueHappenings = (register: Register): readonly Happening[] =>
  loneDialogues(register).map(({ id, county, topic, party, date }) => ({
    id,
    title: topic === undefined ? county : `${county}: ${topic}`,
    number: '4',
    party,
    precision: 'day',
    first: date,
    last: date,
    status: 'done',
  }));

/** Those between two days, both included. Without a start, everything up to the end. */
interface Span {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

const within = ({ first, last }: Happening, { from, to }: Span): boolean =>
  (from === undefined || last >= from) && (to === undefined || first <= to);

function viewOf(happening: Happening): AgreementActivity['done'][number] {
  const { id, title, precision, first, last, party, status } = happening;
  return { id, title, precision, first, last, party, isUnconfirmed: status === 'unconfirmed' };
}

/** What the fourth activity says of the counties. What was not cleared before the last meeting was for that meeting. */
function countiesOf(register: Register, today: Day, since: Day | undefined): AgreementActivity['counties'] {
  const watched = sharedCounties(register, today);
  const silent = watched.filter(({ isSilent }) => isSilent);
  const crossed = watched.filter(({ uncoordinated }) =>
    uncoordinated.some(({ second }) => since === undefined || second.date >= since),
  );
  return {
    crossed: crossed.map(({ county }) => county.name),
    silent: silent.map(({ county }) => county.name),
    isAllSilent: silent.length === watched.length,
  };
}

/**
 * The six activities. `since` is the day of the last meeting, `until` the day of the meeting after this one. Activities
 * that must not be shared with the partner are left out.
 */
export function agreementView(
  register: Register,
  meetingId: string,
  span: { readonly since?: Day | undefined; readonly today: Day; readonly until?: Day | undefined },
): readonly AgreementActivity[] {
  const all = [...activityHappenings(register, span.today), ...dialogueHappenings(register)]
    .filter(({ id }) => id !== meetingId)
    .sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  return agreementNumbers.map((number) => {
    const own = all.filter((happening) => happening.number === number);
    const past = own.filter(({ status, first }) => status !== 'coming' && first <= span.today);
    const done = past.filter((happening) => within(happening, { from: span.since }));
    // An activity that began before today and still counts as coming is ongoing.
    const coming = own.filter(
      (happening) =>
        happening.status === 'coming' &&
        (happening.last < span.today || within(happening, { from: span.today, to: span.until })),
    );
    return {
      number,
      done: done.slice(-mostShown).map(viewOf),
      doneMore: Math.max(0, done.length - mostShown),
      coming: coming.slice(0, mostShown).map(viewOf),
      comingMore: Math.max(0, coming.length - mostShown),
      isSilent: done.length === 0,
      silentSince: done.length === 0 ? past.at(-1)?.last : undefined,
      ...(number === '4' ? { counties: countiesOf(register, span.today, span.since) } : {}),
    };
  });
}
