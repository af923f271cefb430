/** What the templates of the county brief and of the view across counties may use. Days are `2026-12-03`, in Oslo. */
import { z } from 'zod';
import { amount, day, party, period, standardText, text } from '../view-parts.ts';

const contact = z.object({
  id: text,
  date: day,
  party,
  /** Roles, as the register has them. */
  who: text.optional(),
  topic: text.optional(),
  agreed: text.optional(),
  nextStep: text.optional(),
  deadline: day.optional(),
  /** The deadline of the next step is past, and nobody has followed it up. */
  isOverdue: z.boolean(),
  /** According to the register, the other party did not know. Never for what both did together. */
  isAlone: z.boolean(),
});

const happening = z.object({
  id: text,
  title: standardText,
  /** Absent if no day is decided. */
  when: period.optional(),
  party,
  isDone: z.boolean(),
});

const oneSide = z.object({ date: day, party, topic: text.optional(), isPlanned: z.boolean() });

/** Both parties contacted, or will contact, the same county authority within a month, and not both times with the other's knowledge. */
const crossing = z.object({ county: text, first: oneSide, second: oneSide });

const counts = { nb: amount, nn: amount, neutral: amount, total: amount };

export const countyView = z.object({
  asOf: day,
  county: z.object({
    name: text,
    /** `Vestland fylkeskommune`. */
    authority: text,
    /** The språkvedtak of the county authority. */
    decision: z.enum(['nb', 'nn', 'neutral']),
    /** The language that most of its municipalities have. */
    majority: z.enum(['nb', 'nn', 'neutral']),
  }),
  /** The last contact; absent if there has been none. */
  last: day.optional(),
  /** Nobody has spoken with it for half a year. */
  isSilent: z.boolean(),
  /** The last two years, the newest first. */
  dialogues: z.array(contact),
  /** Those that are still to come, the next first. */
  planned: z.array(contact),
  crossings: z.array(crossing),
  /** Next steps that are not followed up, by deadline. */
  nextSteps: z.array(contact.extend({ nextStep: text })),
  /** Completed meetings with it for which no contact is recorded. */
  unnoted: z.array(happening),
  /** The next first, those without a day last. */
  coming: z.array(happening),
  /** Those of the last year, the newest first. */
  past: z.array(happening),
  examples: z.array(z.object({ id: text, title: text, place: text, isReady: z.boolean() })),
  /** By their språkvedtak; without one they are neutral. */
  municipalities: z.object({
    all: z.object(counts),
    /** By centrality, the most central first; those whose class is not filled in come last, without a level. */
    levels: z.array(z.object({ level: amount.optional(), ...counts })),
    /** Names of those of classes 5 and 6. */
    district: z.object({ nb: z.array(text), nn: z.array(text), neutral: z.array(text) }),
  }),
  /** The county authority's own address. */
  postBox: text.optional(),
  contacts: z.array(
    z.object({
      id: text,
      name: text,
      role: text.optional(),
      email: text.optional(),
      phone: text.optional(),
      /** Has asked not to get mailings. */
      isReserved: z.boolean(),
    }),
  ),
});

const county = z.object({
  number: text,
  name: text,
  /** Spoken with in the last half year, longer ago, or never according to the register. */
  state: z.enum(['recent', 'silent', 'never']),
  last: day.optional(),
  party: party.optional(),
  /** The first deadline that has not passed. */
  nextDeadline: day.optional(),
  isCrossed: z.boolean(),
});

export const countiesView = z.object({
  asOf: day,
  /** Counties that nobody has spoken with for half a year; those without any contact first. */
  silent: z.array(county),
  /** The others, in the order of the counties' numbers. */
  recent: z.array(county.required({ last: true, party: true })),
  crossings: z.array(crossing),
  /** Next steps that are overdue, the longest first. The county as written: it may be several, or a network. */
  overdue: z.array(z.object({ county: text, party, nextStep: text, deadline: day, days: amount })),
  /** Contacts that are still to come, the next first. */
  planned: z.array(z.object({ county: text, date: day, party, topic: text.optional() })),
  /** Completed meetings for which no contact is recorded. */
  unnoted: z.array(happening.extend({ county: text })),
});

export type CountyView = z.infer<typeof countyView>;
export type CountiesView = z.infer<typeof countiesView>;
export type Crossing = z.infer<typeof crossing>;
