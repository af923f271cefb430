/**
 * The text of a webinar in one written standard (the agreement's activity 6): what the templates of all its mailings
 * may use. Same register, request and clock: same text.
 */
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { slotTimes } from '../../register/slot-times.ts';
import { settingsOf, type Settings } from '../../register/settings.ts';
import type { Register } from '../../register/register.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';
import { namesOf } from '../people.ts';
import { examplesFor } from './examples.ts';
import { nextWebinar } from './next-webinar.ts';
import type { Basis } from './sent.ts';
import { slotsOf, slotTitle, textFaults, textsIn, type WantedText } from './text-faults.ts';
import type { AnnouncementView } from './view.ts';
import type { Webinar } from './webinars.ts';

/** What is corrected; `wrong` and `right` are written by a person in the written standard of the text. */
export interface Correction {
  /** The day on which it was sent (Oslo), if the ledger says. */
  readonly day: Day | undefined;
  readonly wrong: string | undefined;
  readonly right: string | undefined;
}

export interface TextRequest extends WantedText {
  /** The time of the webinar that its recipients were last given: for the kind `moved`. */
  readonly previous?: Basis | undefined;
  /** For the kind `correction`. */
  readonly correction?: Correction | undefined;
  /** What the recipients read otherwise: for the kinds `correction` and `moved`. */
  readonly changed?: AnnouncementView['changed'] | undefined;
  /** For the kind `announcement`: some of the recipients were last told that it is cancelled. By default nobody was. */
  readonly isOnAgain?: boolean | undefined;
  /** The name under which the mailing is kept; by default the activity's ID. */
  readonly reference?: string | undefined;
}

/**
 * The view of one text. `now` is Oslo time. Throws the first UserError of `textFaults` if the register lacks what the
 * text requires: call that first, to see all of them.
 */
export function textView(register: Register, request: TextRequest, now: WallTime): AnnouncementView {
  const { webinar, standard, previous, correction, changed = {}, isOnAgain = false } = request;
  const [fault] = textFaults(register, request);
  const [text] = textsIn(register, webinar.id, standard);
  const { announcements } = settingsOf(register);
  const senders = sendersOf(webinar, announcements);
  const slots = programme(register, request);
  const contact = announcements.replyTo;
  if (fault !== undefined) throw fault;
  if (text === undefined || contact === undefined) throw new TypeError('textFaults lets a gap through');
  return {
    reference: request.reference ?? webinar.id,
    ...publishedPart(text),
    day: webinar.start.first,
    start: webinar.start.time,
    end: webinar.end?.time,
    previous: previous === undefined ? undefined : { ...previous, day: dayOf(previous.start) },
    correction: correction ?? {},
    changed,
    reason: text.reason,
    isOnAgain,
    isOver: webinar.start.time <= now,
    place: webinar.place,
    ...participation(webinar, now),
    ...recordingOf(webinar),
    slidesLink: webinar.slides,
    slots,
    speakers: [...new Set(slots.flatMap(({ speaker }) => speaker ?? []))],
    examples: examplesFor(register, webinar, dayOf(now)),
    next: nextInSeries(register, request, now),
    senders,
    hasPrivacyPages: senders.every(({ privacy }) => privacy !== undefined),
    contact: `mailto:${contact}`,
  };
}

/** `- ` or `• ` before each line, as people write a list in a cell. */
const bullet = /^\s*[-–•*·]\s+/u;

function publishedPart(
  text: PublishedText,
): Pick<AnnouncementView, 'title' | 'ingress' | 'body' | 'benefits' | 'audience' | 'series'> {
  const { title, ingress, body, benefit = '', audience, series } = text;
  const benefits = benefit
    .split('\n')
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => line !== '');
  return { title, ingress, body, benefits, audience, series };
}

function participation(
  { start, registration, registrationDeadline: deadline, link }: Webinar,
  now: WallTime,
): Pick<AnnouncementView, 'registration' | 'joinLink'> {
  if (registration === undefined) return { joinLink: link };
  const isOpen = start.time > now && (deadline === undefined || deadline >= dayOf(now));
  return { registration: { link: registration, deadline, isOpen } };
}

function recordingOf({ recording }: Webinar): Pick<AnnouncementView, 'recording' | 'recordingLink'> {
  if (typeof recording === 'string') return { recording: 'yes', recordingLink: recording };
  return recording === undefined ? {} : { recording: recording ? 'yes' : 'no' };
}

/** Slots with a time, in order of time. A speaker who has not confirmed is not named. */
function programme(register: Register, { webinar, standard }: TextRequest): AnnouncementView['slots'] {
  const nameOf = namesOf(register);
  return slotsOf(register, webinar)
    .flatMap((slot) => {
      const { start, end } = slotTimes(slot, webinar);
      const title = slotTitle(slot, standard);
      if (start === undefined || title === undefined) return [];
      const { organisation } = slot;
      const who = slot.status === 'confirmed' ? { speaker: nameOf(slot.speaker), organisation } : {};
      return [{ start, end: end !== undefined && end > start ? end : undefined, title, ...who }];
    })
    .sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
}

function nextInSeries(
  register: Register,
  { webinar, standard }: TextRequest,
  now: WallTime,
): AnnouncementView['next'] {
  const next = nextWebinar(register, webinar, standard, now);
  if (next === undefined) return undefined;
  const { start, end } = next.webinar;
  const { isNewDate } = next;
  const { registration } = participation(next.webinar, now);
  const link = registration?.isOpen === true ? registration.link : undefined;
  return { title: next.text.title, day: start.first, start: start.time, end: end?.time, link, isNewDate };
}

function sendersOf({ party }: Webinar, { parties }: Settings['announcements']): AnnouncementView['senders'] {
  const order =
    party === 'distriktssenteret'
      ? (['distriktssenteret', 'bylivsenteret'] as const)
      : (['bylivsenteret', 'distriktssenteret'] as const);
  return order.map((one) => {
    const { fullName, legalKind, privacy } = parties[one];
    return { party: one, name: fullName, isStateBody: legalKind === 'stateBody', privacy };
  });
}
