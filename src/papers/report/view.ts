/** What the templates of the report may use. Days are `2026-12-03`, in Oslo; shares are whole percents. */
import { z } from 'zod';
import { agreementNumber, amount, day, party, precision, standardText, text } from '../view-parts.ts';

/** Whole hours: nobody records them more exactly. */
const hours = amount;
const percent = z.int().min(0).max(100);
const state = z.enum(['done', 'coming', 'unconfirmed', 'cancelled']);

const counts = z.object({ done: amount, coming: amount, unconfirmed: amount, cancelled: amount });
const partiesHours = z.object({ bylivsenteret: hours, distriktssenteret: hours });

const happening = z.object({
  id: text,
  title: standardText,
  precision,
  first: day,
  last: day,
  party,
  state,
});

const ownPart = counts.extend({
  party,
  /** It has taken part in nothing for three months. Never true for `both`. */
  isSilent: z.boolean(),
  /** When it last took part in something that was done, alone or with the other. */
  lastDone: day.optional(),
});

const activity = counts.extend({
  number: agreementNumber,
  /** The responsible party: Bylivsenteret, Distriktssenteret, both. */
  parties: z.array(ownPart),
  hours: partiesHours,
  /** In order of time. */
  happenings: z.array(happening),
  /** Nothing was done in the three months before the report's day. */
  isSilent: z.boolean(),
  /** The last time that anything was done, in this year or before. */
  lastDone: day.optional(),
});

const reached = z.object({
  /** A county. */
  name: text,
  reached: amount,
  /** How many district municipalities it has, at least one. */
  of: amount,
  percent,
});

export const reportView = z.object({
  year: amount,
  /** The day on which the register was read. */
  asOf: day,
  /** All that the register has of the year is to be told as well. */
  hasAppendix: z.boolean(),
  /** The year is past. */
  isWhole: z.boolean(),
  total: counts,
  hours: partiesHours.extend({ total: hours }),
  /** All six, in the agreement's order. */
  activities: z.array(activity),
  /** Those in which most was done, two at most. */
  most: z.array(z.object({ number: agreementNumber, done: amount })),
  silent: z.array(
    z.object({
      number: agreementNumber,
      lastDone: day.optional(),
      /** Something is planned this year or later. */
      isPlanned: z.boolean(),
    }),
  ),
  /** The first that is still to come. */
  next: happening.optional(),
  /** The twelve months: what is in each, also in part. */
  months: z.array(
    z.object({
      first: day,
      last: day,
      items: z.array(z.object({ number: agreementNumber, state, count: amount })),
    }),
  ),
  webinars: z.object({
    /** Those that were held, in order of time. */
    held: z.array(
      z.object({
        title: standardText,
        precision,
        first: day,
        last: day,
        /** The ledger has a message about it. */
        isTold: z.boolean(),
        /** Municipalities that got one. */
        municipalities: amount,
      }),
    ),
    /** Messages about webinars that arrived in the year, as far as can be known. */
    messages: amount,
    /** Absent if the ledger has no written standard for any of them. */
    standards: z.object({ nynorsk: percent }).optional(),
    /** The least central municipalities (classes 5 and 6), for whom the webinars are: how many got at least one. */
    district: z.object({ reached: amount, of: amount }),
    /** Other municipalities that got at least one. */
    others: amount,
    /** The district municipalities by county. */
    counties: z.array(reached),
  }),
  cases: z.object({ treated: amount, decisions: amount, postponed: amount }),
  meetings: z.array(
    z.object({
      title: standardText,
      precision,
      first: day,
      last: day,
      treated: amount,
      decisions: amount,
      postponed: amount,
    }),
  ),
  actions: z.object({
    /** Actions with a past deadline in the year, except dropped ones. */
    due: amount,
    done: amount,
    /** Of those done: the ones with a day up to the deadline, and those without a day. */
    inTime: amount,
    undated: amount,
    open: amount,
    dropped: amount,
    /** By party; without a party if none is filled in. */
    parties: z.array(
      z.object({
        party: party.optional(),
        ...{ due: amount, done: amount, inTime: amount, undated: amount, open: amount, dropped: amount },
      }),
    ),
  }),
});

export type ReportView = z.infer<typeof reportView>;
export type ReportActivity = ReportView['activities'][number];
export type ReportHappening = z.infer<typeof happening>;
