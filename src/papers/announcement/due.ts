/** Which texts of the plans are due: each text with its state, from its day and from what the ledger says was sent. */
import type { MailingKind } from '../../domain/mailing-kind.ts';
import { addDays, dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { AnnouncementSettings } from '../../register/announcement-settings.ts';
import { textKey, webinarPlan, type BadDay, type PlannedText, type TextKey } from './plan.ts';
import { sentMailings, writtenMailings, type SentMailing } from './sent.ts';
import { isOn, isOver, requestedWebinars, type Webinar, type WebinarRequest } from './webinars.ts';

/**
 * - `sent`: it reached somebody, or may have.
 * - `written`: files or drafts were made of it, and nobody has confirmed that they were sent.
 * - `due`: today is its day, or its day was missed a short while ago.
 * - `coming`: its day is ahead.
 * - `covered`: another text replaces it.
 * - `passed`: its day is behind and it was not sent. It goes out only when somebody asks for it by name.
 */
export type TextState = 'sent' | 'written' | 'due' | 'coming' | 'covered' | 'passed';

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
}

/**
 * How many days after its day a missed text is still due. A week, so that people who run `announce` once a week, or are
 * away on the day, miss nothing. What is older was left undone, intentionally or not: a person asks for it by name.
 */
const graceDays = 7;

/** Every text of the webinars that were asked for (all without a request), in order of day. `now` is Oslo time. */
export function webinarTexts(
  register: Register,
  now: WallTime,
  request: WebinarRequest = {},
): readonly WebinarText[] {
  const { announcements } = settingsOf(register);
  const [sent, written] = [sentMailings(register), writtenMailings(register)];
  return requestedWebinars(register, request)
    .flatMap((webinar) =>
      textsOf(webinar, sent.get(webinar.id) ?? [], announcements, now).map(
        asWritten(written.get(webinar.id) ?? []),
      ),
    )
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/**
 * The texts that are due now. A text is due from its day until the next text of the webinar, for a week at most, and never
 * about the past: nothing is announced after it has begun. A move is due as soon as the ledger has another start than the
 * register, and until it is sent nothing else is. A cancellation is due as soon as one who got a mailing must know.
 */
export const dueTexts = (
  register: Register,
  now: WallTime,
  request: WebinarRequest = {},
): readonly WebinarText[] => webinarTexts(register, now, request).filter(({ state }) => state === 'due');

/** A text that would be due, but is written already: making it again would send some of it twice. */
const asWritten =
  (written: readonly SentMailing[]) =>
  (text: WebinarText): WebinarText =>
    (text.state === 'due' || text.state === 'passed') && isSent(text, text.webinar, written)
      ? { ...text, state: 'written' }
      : text;

function textsOf(
  webinar: Webinar,
  sent: readonly SentMailing[],
  settings: AnnouncementSettings,
  now: WallTime,
): readonly WebinarText[] {
  const live = liveMailings(sent);
  if (!isOn(webinar)) return cancellation(webinar, sent, live, now);
  const plan = webinarPlan(webinar, settings);
  const move = moveOf(webinar, live, now);
  const texts = plan.map((text) => ({
    ...text,
    ...textKey(text),
    offsetDays: text.offsetDays,
    webinar,
    state: stateOf(text, plan, webinar, live, now),
  }));
  if (move === undefined) return texts;
  return move.state === 'due' ? [move, ...texts.map(waitingFor(move))] : [move, ...texts];
}

/** A text that was due while recipients must still get the new time: the new time comes first, and is enough for today. */
const waitingFor =
  ({ kind }: WebinarText) =>
  (text: WebinarText): WebinarText =>
    text.state === 'due' && text.kind !== 'followup'
      ? { ...text, state: 'covered', coveredBy: { kind } }
      : text;

function cancellation(
  webinar: Webinar,
  sent: readonly SentMailing[],
  live: readonly SentMailing[],
  now: WallTime,
): readonly WebinarText[] {
  const text = { webinar, kind: 'cancelled' as const, due: dayOf(now) };
  if (live.some(isInvitation)) return [{ ...text, state: webinar.start.time > now ? 'due' : 'passed' }];
  const last = sent.at(-1);
  return last?.kind === 'cancelled' ? [{ ...text, due: last.day ?? text.due, state: 'sent' }] : [];
}

/** Mailings from before a cancellation do not count when the webinar is on again. */
const liveMailings = (sent: readonly SentMailing[]): readonly SentMailing[] =>
  sent.slice(sent.findLastIndex(({ kind }) => kind === 'cancelled') + 1);

/** The mailings after which a move or a cancellation is sent: to people who got one of them, and to nobody else. */
export const liveInvitations = (sent: readonly SentMailing[]): readonly SentMailing[] =>
  liveMailings(sent).filter(isInvitation);

/** Mailings that put the webinar in somebody's calendar. */
const isInvitation = ({ kind }: SentMailing): boolean =>
  kind === 'announcement' || kind === 'reminder' || kind === 'moved' || kind === 'correction';

function moveOf(webinar: Webinar, live: readonly SentMailing[], now: WallTime): WebinarText | undefined {
  const told = live.filter(isInvitation).at(-1);
  if (told?.basis === undefined) return undefined;
  const text = { webinar, kind: 'moved' as const, due: dayOf(now) };
  if (told.basis.start === webinar.start.time) {
    return told.kind === 'moved' ? { ...text, due: told.day ?? text.due, state: 'sent' } : undefined;
  }
  return { ...text, state: webinar.start.time > now ? 'due' : 'passed' };
}

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

/** The last day on which a text is due. */
function lastDay(text: PlannedText, plan: readonly PlannedText[]): Day {
  const grace = addDays(later(text.due, text.wanted), graceDays);
  const next = plan.find(
    ({ kind, due, coveredBy }) => kind === 'reminder' && coveredBy === undefined && due > text.due,
  );
  if (text.kind === 'followup' || next === undefined) return grace;
  const dayBeforeNext = addDays(next.due, -1);
  return dayBeforeNext < grace ? dayBeforeNext : grace;
}

function stateOf(
  text: PlannedText,
  plan: readonly PlannedText[],
  webinar: Webinar,
  live: readonly SentMailing[],
  now: WallTime,
): TextState {
  const today = dayOf(now);
  if (isSent(text, webinar, live)) return 'sent';
  if (text.coveredBy !== undefined) return 'covered';
  if (text.kind === 'followup') {
    if (!isOver(webinar, now) || today < text.due) return 'coming';
  } else {
    if (webinar.start.time <= now) return 'passed';
    if (today < text.due) return 'coming';
  }
  return today <= lastDay(text, plan) ? 'due' : 'passed';
}

/**
 * The text of a webinar that somebody asks for by its kind. Of several reminders: the one that is due, otherwise the next,
 * otherwise the last. Undefined if the webinar has none of the kind.
 */
export function textOfKind(texts: readonly WebinarText[], kind: MailingKind): WebinarText | undefined {
  const own = texts.filter((text) => text.kind === kind);
  const inState = (state: TextState): WebinarText | undefined => own.find((text) => text.state === state);
  return inState('due') ?? inState('coming') ?? own.at(-1);
}
