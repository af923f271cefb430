/** What a text of a webinar requires. Each fault stops the run and says what to correct, and where. */
import { inFew } from '../../domain/few.ts';
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { msg } from '../../domain/msg.ts';
import { spokenDate } from '../../language/spoken.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { announcementSettings } from '../../register/announcement-settings.ts';
import { slotTimes } from '../../register/slot-times.ts';
import type { Slot } from '../../register/tabs/slots.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';
import type { Webinar } from './webinars.ts';

/** The text that is wanted. */
export interface WantedText {
  readonly webinar: Webinar;
  readonly kind: MailingKind;
  readonly standard: NorwegianStandard;
}

const standardNames = { nb: 'bokmål', nn: 'nynorsk' } as const;
const named = ({ id, title }: Webinar): string => `${id} «${title}»`;

/** Every row of `Tekster` with the published text of an activity in a written standard. There should be one. */
export const textsIn = (
  { texts }: Register,
  activity: string,
  standard: NorwegianStandard,
): readonly PublishedText[] =>
  texts.filter((text) => text.activity === activity && text.standard === standard);

/** The title of a slot in a written standard. The one in the other standard never replaces it. */
export const slotTitle = ({ title, titleNn }: Slot, standard: NorwegianStandard): string | undefined =>
  standard === 'nb' ? title : titleNn;

/** The slots of a webinar that have taken or will take place; those with a time come before those without. */
export const slotsOf = ({ slots }: Register, { id }: Webinar): readonly Slot[] =>
  slots.filter(({ activity, status }) => activity === id && status !== 'declined');

/**
 * Everything that is missing for a text, one UserError each; none if it can be made. A text that nobody has approved,
 * a speaker who has not confirmed and similar faults belong to the checklist, where they can be allowed. `isLinkReported`
 * leaves out the link, if the checklist has reported that already.
 */
export function textFaults(
  register: Register,
  wanted: WantedText,
  isLinkReported = false,
): readonly UserError[] {
  return [
    ...versionFaults(register, wanted),
    ...(wanted.kind === 'cancelled' ? [] : programmeFaults(register, wanted)),
    ...(isLinkReported ? [] : linkFaults(wanted)),
    ...contactFaults(register),
  ];
}

function versionFaults(register: Register, { webinar, standard }: WantedText): readonly UserError[] {
  const [first, ...more] = textsIn(register, webinar.id, standard);
  const name = standardNames[standard];
  if (first === undefined) {
    return [
      new UserError(
        msg`${named(webinar)} has no text in ${name}.`,
        msg`Write it in a row of its own in Tekster: Aktivitet ${webinar.id}, Skriftspråk ${name}. If it is there, run «npm run check» to see what is wrong with its row.`,
      ),
    ];
  }
  if (more.length === 0) return [];
  const rows = inFew([first, ...more].map(({ at }) => String(at.row)));
  return [
    new UserError(
      msg`${named(webinar)} has ${more.length + 1} texts in ${name}: rows ${rows} of Tekster.`,
      msg`Keep the one to publish, and delete the others.`,
    ),
  ];
}

function programmeFaults(register: Register, { webinar, standard }: WantedText): readonly UserError[] {
  const slots = slotsOf(register, webinar);
  const startOf = (slot: Slot): WallTime | undefined => slotTimes(slot, webinar).start;
  const untitled = slots.filter((slot) => slotTitle(slot, standard) === undefined);
  const timeless = slots.filter((slot) => slot.status === 'confirmed' && startOf(slot) === undefined);
  const outside = slots.filter((slot) => {
    const start = startOf(slot);
    return start !== undefined && !isDuring(start, webinar);
  });
  const name = standardNames[standard];
  return [
    ...slotsFault(
      untitled.map((slot) => namedSlot(slot)),
      (slot) => msg`${slot} has no title in ${name}.`,
      (several) => msg`${several} have no title in ${name}.`,
      msg`Write it in Tittel nynorsk.`,
    ),
    ...slotsFault(
      timeless.map((slot) => namedSlot(slot)),
      (slot) => msg`${slot} has no time.`,
      (several) => msg`${several} have no time.`,
      msg`Write when it starts, for example 10:30.`,
    ),
    ...slotsFault(
      outside.map((slot) => namedSlot(slot, spokenDate(startOf(slot) ?? ''))),
      (slot) => msg`${slot} starts when ${webinar.id} is not on.`,
      (several) => msg`${several} start when ${webinar.id} is not on.`,
      msg`Correct the time. If the webinar has been moved, its whole programme must move too.`,
    ),
  ];
}

const namedSlot = ({ id, title, at }: Slot, start?: string): string =>
  start === undefined
    ? msg`${id} «${title}» (row ${at.row} of Program)`
    : msg`${id} «${title}» (row ${at.row} of Program, ${start})`;

/** One fault of several slots is reported once. */
function slotsFault(
  slots: readonly string[],
  one: (slot: string) => string,
  many: (slots: string) => string,
  advice: string,
): readonly UserError[] {
  if (slots.length === 0) return [];
  return [new UserError((slots.length === 1 ? one : many)(inFew(slots)), advice)];
}

/** Without an end, it is only known not to be before the start. */
function isDuring(time: WallTime, { start, end }: Webinar): boolean {
  return time >= start.time && (end?.time === undefined || time < end.time);
}

/** An announcement needs a link. A mailing about a webinar that is over or cancelled does not. */
function linkFaults({ webinar, kind }: WantedText): readonly UserError[] {
  const needsLink = kind === 'announcement' || kind === 'reminder' || kind === 'moved';
  if (!needsLink || webinar.registration !== undefined || webinar.link !== undefined) return [];
  return [
    new UserError(
      msg`${named(webinar)} has no link to register or to take part.`,
      msg`Write it in Påmelding in row ${webinar.at.row} of Aktiviteter, or in Lenke where nobody need register.`,
    ),
  ];
}

function contactFaults(register: Register): readonly UserError[] {
  if (settingsOf(register).announcements.replyTo !== undefined) return [];
  return [
    new UserError(
      msg`Nobody can answer: the register has no address.`,
      msg`Write one in Oppsett, as the value of «${announcementSettings.sender.name}» or «${announcementSettings.replyTo.name}».`,
    ),
  ];
}
