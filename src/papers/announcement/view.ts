/**
 * What the templates of a webinar's mailings may use, in one written standard. Days are `2027-02-04`, times
 * `2027-02-04T10:00`, both in Oslo.
 */
import { z } from 'zod';
import { singleParties } from '../../register/announcement-settings.ts';
import { day, text, time } from '../view-parts.ts';

/** What is otherwise now than the recipients read, in words. */
const change = z
  .object({
    /** What it is now; absent if there is none. */
    is: text.optional(),
    /** What all recipients read; absent if it differs or was nothing. */
    was: text.optional(),
  })
  .optional();

const slot = z.object({
  start: time,
  end: time.optional(),
  title: text,
  /** Only those who have confirmed. */
  speaker: text.optional(),
  organisation: text.optional(),
});

const example = z.object({
  id: text,
  title: text,
  /** Its usual name, with the county in brackets if two share the name. */
  municipality: text,
  link: text,
});

export const announcementView = z.object({
  /** The name under which the mailing can be found again (arkivforskrifta § 15). */
  reference: text,
  title: text,
  ingress: text.optional(),
  body: text.optional(),
  benefits: z.array(text),
  audience: text.optional(),
  series: text.optional(),
  /** The day on which it starts. */
  day,
  start: time,
  end: time.optional(),
  /** The earlier time, as the recipients were told. Only for a webinar that is moved. */
  previous: z.object({ day, start: time, end: time.optional() }).optional(),
  /**
   * Only for a correction: when the corrected mailing was sent, if the ledger says, and what a person says was wrong in it
   * and is right. Without `wrong` something has changed since, and nobody made an error. Empty for other kinds.
   */
  correction: z.object({ day: day.optional(), wrong: text.optional(), right: text.optional() }),
  /** For a correction and a new time: the facts that have changed. Empty for other kinds. */
  changed: z.object({
    ...{ time: change, title: change, place: change, link: change, registration: change },
    ...{ deadline: change, speakers: change, recording: change, slides: change },
  }),
  /** Why it is cancelled. */
  reason: text.optional(),
  /** Only for an announcement: some of its recipients were last told that the webinar is cancelled. */
  isOnAgain: z.boolean(),
  /** It has begun. */
  isOver: z.boolean(),
  place: text.optional(),
  registration: z
    .object({
      link: text,
      /** The last day. */
      deadline: day.optional(),
      /** Whether the last day is still ahead, or there is none. */
      isOpen: z.boolean(),
    })
    .optional(),
  /** Where to take part. Only for a webinar without registration. */
  joinLink: text.optional(),
  /** Absent if not decided. */
  recording: z.enum(['yes', 'no']).optional(),
  recordingLink: text.optional(),
  /** Where the presentations are. Absent if there is no such place, or not yet. */
  slidesLink: text.optional(),
  /** In order of time. */
  slots: z.array(slot),
  /** Those who have confirmed, each once. */
  speakers: z.array(text),
  examples: z.array(example),
  /** The next webinar of the same series, if its text is approved; instead of a cancelled one, the same webinar on a new day. */
  next: z
    .object({
      ...{ title: text, day, start: time, end: time.optional(), link: text.optional() },
      isNewDate: z.boolean(),
    })
    .optional(),
  /** The parties behind it, the responsible one first. */
  senders: z.array(
    z.object({
      party: z.enum(singleParties),
      name: text,
      /** A state body, whose legal basis is GDPR art. 6 (1) e; for others it is f. */
      isStateBody: z.boolean(),
      /** The page on how it treats personal data. */
      privacy: text.optional(),
    }),
  ),
  /** Every party has such a page. */
  hasPrivacyPages: z.boolean(),
  /** `mailto:` and the address for questions, for accessibility needs, and for asking to be left out. */
  contact: text,
});

export type AnnouncementView = z.infer<typeof announcementView>;
