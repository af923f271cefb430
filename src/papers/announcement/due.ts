/** Which texts of the plans are due: each text with its state, from its day and from what the ledger says was sent. */
import type { MailingKind } from '../../domain/mailing-kind.ts';
import { addDays, dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { settingsOf } from '../../register/settings.ts';
import type { AnnouncementSettings } from '../../register/announcement-settings.ts';
import {
  outdatedBy,
  peopleTold,
  reachable,
  type Outdated,
  type Outlook,
  type RightingKind,
} from './outdated.ts';
import { textKey, webinarPlan, type BadDay, type PlannedText, type TextKey } from './plan.ts';
import { firstDayOf, sentMailings, writtenMailings, type SentMailing } from './sent.ts';
import { isExpecting, unaccounted } from './told.ts';
import { isOn, isOver, requestedWebinars, type Webinar, type WebinarRequest } from './webinars.ts';

/**
 * - `sent`: it reached somebody, or may have.
 * - `written`: files or drafts were made of it, and nobody has confirmed that they were sent.
 * - `due`: today is its day, or something that was sent is not so any more.
 * - `overdue`: its day has passed, and it can still go out.
 * - `coming`: its day is ahead.
 * - `covered`: another text replaces it.
 * - `lapsed`: a reminder whose day was more than a week ago. It goes out only when somebody asks for it by name.
 * - `passed`: it was not sent, and it is too late.
 */
export type TextState = 'sent' | 'written' | 'due' | 'overdue' | 'coming' | 'covered' | 'lapsed' | 'passed';

/** A text of a webinar, with its day and state. */
export interface WebinarText {
  readonly webinar: Webinar;
  readonly kind: MailingKind;
  /** Days before or after the webinar; absent for texts that follow from a change and not from a day. */
  readonly offsetDays?: number | undefined;
  readonly due: Day;
  readonly movedBecause?: BadDay | undefined;
  readonly coveredBy?: TextKey | undefined;
  readonly state: TextState;
  /** Those whom it puts right, and mail can reach. */
  readonly outdated?: readonly Outdated[] | undefined;
}

/**
 * How many days after its day a missed reminder is still made. A week, so that people who run `announce` once a week, or are
 * away on the day, miss nothing.
 */
const graceDays = 7;

/** One webinar, and what is known of its mailings. */
interface Case {
  readonly outlook: Outlook;
  readonly webinar: Webinar;
  readonly now: WallTime;
  readonly sent: readonly SentMailing[];
  /** Mailings since the last cancellation; earlier ones do not count when the webinar is on again. */
  readonly live: readonly SentMailing[];
  readonly people: readonly Outdated[];
  /** The record has an announcement of which the ledger has no rows: making another would send some of it twice. */
  readonly isLost: boolean;
  /** The day of the first announcement that was sent. */
  readonly announcedOn: Day | undefined;
}

/** Every text of the webinars that were asked for (all without a request), in order of day. */
export function webinarTexts(outlook: Outlook, request: WebinarRequest = {}): readonly WebinarText[] {
  const { register, now } = outlook;
  const { announcements } = settingsOf(register);
  const [allSent, written] = [sentMailings(register), writtenMailings(register)];
  return requestedWebinars(register, request)
    .flatMap((webinar) => {
      const sent = allSent.get(webinar.id) ?? [];
      const live = liveMailings(sent);
      const first = live.find(({ kind }) => kind === 'announcement');
      const announcedOn = first === undefined ? undefined : firstDayOf(register, first.id);
      const isLost = unaccounted(register, webinar.id).some(({ kind }) => kind === 'announcement');
      const people = peopleFor(outlook, webinar, live);
      const one = { outlook, webinar, now, sent, live, people, announcedOn, isLost };
      return textsOf(one, announcements).map(asWritten(written.get(webinar.id) ?? []));
    })
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/** Who was told what matters until the webinar is over; afterwards only of those who got a follow-up. */
function peopleFor(outlook: Outlook, webinar: Webinar, live: readonly SentMailing[]): readonly Outdated[] {
  const isDone =
    isOver(webinar, outlook.now) &&
    live.every(({ basis }) => basis === undefined || basis.start <= outlook.now) &&
    !live.some(({ kind }) => kind === 'followup' || kind === 'correction');
  return isDone ? [] : peopleTold(outlook, webinar);
}

/** Whether it goes out now. */
export const isDueNow = ({ state }: WebinarText): boolean => state === 'due' || state === 'overdue';

/**
 * The texts that go out now. An announcement is due from its day until the webinar begins, a reminder until the next text, for
 * a week at most, and a follow-up until it is sent. Nothing is announced after it has begun. A move, a cancellation or a
 * correction is due as long as somebody has what is not so any more; until a move is sent, no reminder is.
 */
export const dueTexts = (outlook: Outlook, request: WebinarRequest = {}): readonly WebinarText[] =>
  webinarTexts(outlook, request).filter(isDueNow);

/** A text that would be due, but is written already: making it again would send some of it twice. */
const asWritten =
  (written: readonly SentMailing[]) =>
  (text: WebinarText): WebinarText =>
    (isDueNow(text) || text.state === 'passed') &&
    text.kind !== 'correction' &&
    isSent(text, text.webinar, written)
      ? { ...text, state: 'written' }
      : text;

function textsOf(one: Case, settings: AnnouncementSettings): readonly WebinarText[] {
  const { webinar, announcedOn, now } = one;
  if (!isOn(webinar)) return righting(one, 'cancelled');
  const planned = webinarPlan(webinar, settings)[0]?.due ?? dayOf(now);
  const plan = webinarPlan(webinar, settings, announcedOn ?? later(planned, dayOf(now)));
  const texts = plan.map((text): WebinarText => ({
    ...{ ...text, ...textKey(text), offsetDays: text.offsetDays, webinar },
    ...stateOf(text, plan, one),
  }));
  const moved = righting(one, 'moved');
  const isMoving = moved.some(isDueNow);
  return [...moved, ...righting(one, 'correction'), ...(isMoving ? texts.map(waitingForMove) : texts)];
}

/** A text that was due while recipients must still get the new time: the new time comes first, and is enough for today. */
const waitingForMove = (text: WebinarText): WebinarText =>
  isDueNow(text) && text.kind === 'reminder'
    ? { ...text, state: 'covered', coveredBy: { kind: 'moved' } }
    : text;

/** A mailing that follows from a change, as long as somebody has the old text; otherwise the last one that was sent. */
function righting({ outlook, webinar, now, sent, people }: Case, kind: RightingKind): readonly WebinarText[] {
  const { people: outdated } = reachable(outlook, outdatedBy(people, kind, webinar));
  const text = { webinar, kind, due: dayOf(now) };
  if (outdated.length > 0) {
    const isTooLate = webinar.start.time <= now && kind !== 'correction';
    return [{ ...text, outdated, state: isTooLate ? 'passed' : 'due' }];
  }
  const last = sent.findLast((mailing) => mailing.kind !== 'followup');
  return last?.kind === kind && kind !== 'correction'
    ? [{ ...text, due: last.day ?? text.due, state: 'sent' }]
    : [];
}

/** Mailings from before a cancellation do not count when the webinar is on again. */
const liveMailings = (sent: readonly SentMailing[]): readonly SentMailing[] =>
  sent.slice(sent.findLastIndex(({ kind }) => kind === 'cancelled') + 1);

/** An announcement is made once, and a move is announced after it. Other texts sent for another time must be sent again. */
function isSent(
  { kind, offsetDays }: Pick<WebinarText, 'kind' | 'offsetDays'>,
  { start }: Webinar,
  live: readonly SentMailing[],
): boolean {
  return live.some(
    (sent) =>
      sent.kind === kind &&
      (kind !== 'reminder' || sent.offsetDays === offsetDays) &&
      (kind === 'announcement' || sent.basis === undefined || sent.basis.start === start.time),
  );
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);

type Standing = Pick<WebinarText, 'state' | 'coveredBy' | 'outdated'>;

function stateOf(text: PlannedText, plan: readonly PlannedText[], one: Case): Standing {
  if (text.kind === 'announcement') return announcementState(text, one);
  const { webinar, live, now } = one;
  if (isSent(text, webinar, live)) return { state: 'sent' };
  if (text.coveredBy !== undefined) return { state: 'covered', coveredBy: text.coveredBy };
  return text.kind === 'followup'
    ? followUpState(text, one)
    : { state: webinar.start.time <= now ? 'passed' : reminderState(text, plan, one) };
}

/** From its day until the webinar begins; also for those who were told that it is off, when it is on again. */
function announcementState(text: PlannedText, one: Case): Standing {
  const { outlook, webinar, now, live, people, isLost } = one;
  const hasBegun = webinar.start.time <= now;
  const { people: outdated } = reachable(outlook, outdatedBy(people, 'announcement', webinar));
  if (outdated.length > 0) return { state: hasBegun ? 'passed' : 'due', outdated };
  if (isSent({ kind: 'announcement' }, webinar, live) || isLost) return { state: 'sent' };
  if (hasBegun) return { state: 'passed' };
  const known = people.find(({ told }) => isExpecting(told));
  // It was announced elsewhere, and somebody has allowed what comes after it.
  if (known !== undefined) return { state: 'covered', coveredBy: known.told.mailing };
  const today = dayOf(now);
  return { state: today < text.due ? 'coming' : today > text.due ? 'overdue' : 'due' };
}

/** Nobody is thanked for what they were not invited to. */
function followUpState(text: PlannedText, { webinar, now, live }: Case): Standing {
  if (!isOver(webinar, now) || dayOf(now) < text.due) return { state: 'coming' };
  if (live.length === 0) return { state: 'passed' };
  return { state: dayOf(now) > text.due ? 'overdue' : 'due' };
}

/** Nobody is reminded of what they were not invited to: until then, the announcement is what is due. */
function reminderState(text: PlannedText, plan: readonly PlannedText[], { live, now }: Case): TextState {
  const today = dayOf(now);
  if (today < text.due) return 'coming';
  const next = plan.find(
    ({ kind, due, coveredBy }) => kind === 'reminder' && coveredBy === undefined && due > text.due,
  );
  if (live.length === 0 || (next !== undefined && today >= next.due)) return 'passed';
  if (today > addDays(later(text.due, text.wanted), graceDays)) return 'lapsed';
  return today > text.due ? 'overdue' : 'due';
}

/**
 * The text of a webinar that somebody asks for by its kind. Of several reminders: the one that is due, otherwise the next,
 * otherwise the last. Undefined if the webinar has none of the kind.
 */
export function textOfKind(texts: readonly WebinarText[], kind: MailingKind): WebinarText | undefined {
  const own = texts.filter((text) => text.kind === kind);
  const inState = (state: TextState): WebinarText | undefined => own.find((text) => text.state === state);
  return own.find(isDueNow) ?? inState('coming') ?? own.at(-1);
}
