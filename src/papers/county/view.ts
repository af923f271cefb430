/** What the templates of the county brief and of the view across counties may use. Days are `2026-12-03`, in Oslo. */
import { z } from 'zod';

const day = z.iso.date();
const text = z.string().min(1);
const amount = z.int().min(0);
const party = z.enum(['bylivsenteret', 'distriktssenteret', 'both']);
const precision = z.enum(['time', 'day', 'week', 'month', 'quarter', 'season', 'year']);

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
  /** The deadline is past. */
  isOverdue: z.boolean(),
  /** The other party did not know, as far as the register tells. Never for what both did together. */
  isAlone: z.boolean(),
});

const happening = z.object({
  id: text,
  title: text,
  when: z.object({ precision, first: day, last: day }).optional(),
  party,
});

/** Both parties came to the same county authority within a month, and not both times with the other's knowledge. */
const crossing = z.object({
  county: text,
  first: z.object({ date: day, party, topic: text.optional() }),
  second: z.object({ date: day, party, topic: text.optional() }),
});

export const countyView = z.object({
  asOf: day,
  county: z.object({
    name: text,
    /** The språkvedtak of the county authority. */
    decision: z.enum(['nb', 'nn', 'neutral']),
    /** The language that most of its municipalities have. */
    majority: z.enum(['nb', 'nn', 'neutral']),
  }),
  /** The last contact; absent where there has been none. */
  last: day.optional(),
  /** Nobody has spoken with it for half a year. */
  isSilent: z.boolean(),
  /** The last two years, the newest first. */
  dialogues: z.array(contact),
  crossings: z.array(crossing),
  /** What is to be done, by deadline. */
  nextSteps: z.array(contact.extend({ nextStep: text })),
  coming: z.array(happening),
  /** The last year, the newest first. */
  done: z.array(happening),
  examples: z.array(z.object({ id: text, title: text, place: text, isReady: z.boolean() })),
  municipalities: z.object({
    total: amount,
    byDecision: z.object({ nb: amount, nn: amount, neutral: amount }),
    centralities: z.array(z.object({ level: amount, count: amount })),
    /** Names of those of classes 5 and 6, by their språkvedtak. */
    district: z.object({ nb: z.array(text), nn: z.array(text), neutral: z.array(text) }),
  }),
  contacts: z.array(z.object({ id: text, name: text, role: text.optional(), email: text.optional() })),
});

export const countiesView = z.object({
  asOf: day,
  counties: z.array(
    z.object({
      number: text,
      name: text,
      last: day.optional(),
      party: party.optional(),
      /** Contacts in the last twelve months. */
      count: amount,
      isSilent: z.boolean(),
    }),
  ),
  /** Names of those that nobody has spoken with for half a year. */
  silent: z.array(text),
  crossings: z.array(crossing),
});

export type CountyView = z.infer<typeof countyView>;
export type CountiesView = z.infer<typeof countiesView>;
export type Crossing = z.infer<typeof crossing>;
