/** What the templates of the digest may use. Days are `2026-12-03`, in Oslo. */
import { z } from 'zod';
import { agreementNumber, amount, day, period, text } from '../view-parts.ts';

const party = z.enum(['bylivsenteret', 'distriktssenteret']);

/** One item of the digest. `news` says why it is there; there may be several reasons. */
const item = z.object({
  id: text,
  title: text,
  when: period.optional(),
  place: text.optional(),
  link: text.optional(),
  /** What was agreed, or what it is about. */
  description: text.optional(),
  news: z.object({
    /** Not in an earlier digest. */
    isNew: z.boolean(),
    isDone: z.boolean(),
    isCancelled: z.boolean(),
    /** As it was in the last digest. */
    was: z.object({
      title: text.optional(),
      when: period.optional(),
      /** It had no time then. */
      hadNoTime: z.boolean(),
    }),
    isMoved: z.boolean(),
    isRenamed: z.boolean(),
    hasNewPlace: z.boolean(),
    hasNewLink: z.boolean(),
  }),
});

export const digestView = z.object({
  asOf: day,
  /** The party that gets the digest. */
  to: party,
  /** The party whose news it is. */
  from: party,
  /** The day of the last digest; absent for the first. */
  since: day.optional(),
  /** How many things there are to report. */
  total: amount,
  /** How many of them are listed, if not all. */
  shown: amount.optional(),
  /** The agreement's activities with something to report, in their order. */
  groups: z.array(z.object({ number: agreementNumber, items: z.array(item) })),
  /** Things soon to come, reported before or not, that are not among the news. */
  coming: z.array(z.object({ id: text, title: text, when: period, place: text.optional() })),
  /** How many more there are. */
  comingMore: amount,
});

export type DigestView = z.infer<typeof digestView>;
export type DigestItem = DigestView['groups'][number]['items'][number];
export type DigestParty = DigestView['to'];
