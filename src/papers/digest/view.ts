/** What the templates of the digest may use. Days are `2026-12-03`, times `2026-12-03T10:00`, both in Oslo. */
import { z } from 'zod';
import { amount, day, precision, standardText, text, time } from '../view-parts.ts';

const party = z.enum(['bylivsenteret', 'distriktssenteret']);

/** A time as exactly as it was given; with the time of day where there is one. */
const when = z.object({
  precision,
  first: day,
  last: day,
  start: time.optional(),
  end: time.optional(),
});

const textChange = { was: text.optional(), is: text.optional() };

/** What has happened to the state of a thing since it was told of. */
export const stateNews = ['cancelled', 'on', 'done', 'notDone', 'past', 'ongoing'] as const;

/** One fact that is not any more as the party was told. What is absent was not there, or is not any more. */
const digestChange = z.discriminatedUnion('fact', [
  /** `when`: as it was told last, if it is cancelled; otherwise as it is now. */
  z.object({
    fact: z.literal('state'),
    news: z.enum(stateNews),
    when: when.optional(),
    place: text.optional(),
  }),
  z.object({ fact: z.literal('time'), was: when.optional(), is: when.optional() }),
  z.object({
    fact: z.enum(['title', 'place', 'link', 'registration', 'recording', 'slides']),
    ...textChange,
  }),
  z.object({ fact: z.literal('deadline'), was: day.optional(), is: day.optional() }),
  /** Of a contact with a county: what was agreed. */
  z.object({
    fact: z.literal('description'),
    isAgreement: z.boolean(),
    was: text.optional(),
    is: standardText.optional(),
  }),
]);

const item = z.object({
  id: text,
  title: standardText,
  /** Both parties do it. */
  isJoint: z.boolean(),
  /** As it is now. */
  when: when.optional(),
  /** What is said of it under the name of its entry; absent if that is its title. */
  label: standardText.optional(),
  /** What is said of something that was not in an earlier digest; otherwise there are changes. */
  fresh: z
    .object({
      state: z.enum(['coming', 'past', 'done', 'cancelled']),
      when: when.optional(),
      place: text.optional(),
      link: text.optional(),
      description: standardText.optional(),
      registration: text.optional(),
      recording: text.optional(),
      slides: text.optional(),
    })
    .optional(),
  changes: z.array(digestChange),
});

const coming = z.object({
  id: text,
  title: standardText,
  when,
  place: text.optional(),
  isJoint: z.boolean(),
});

export const digestView = z.object({
  asOf: day,
  /** The party that gets the digest. */
  to: party,
  /** The party whose news it is. */
  from: party,
  /** The day of the last digest; absent for the first. */
  since: day.optional(),
  /** How many things there are to tell. */
  total: amount,
  /** How many of them are listed, if not all. */
  shown: amount.optional(),
  /** How many of those that are listed are new, and how many are told before. */
  fresh: amount,
  changed: amount,
  /** What is named in the subject, and how many other things there are; absent if there is nothing to tell. */
  lead: z
    .object({ title: standardText, news: z.enum(['told', 'cancelled', 'removed']), others: amount })
    .optional(),
  /**
   * What is to be told, by date within each part: what is otherwise than it was told, then what is new with the other party
   * (still to come, examples, over), and last what is new with both.
   */
  parts: z.array(
    z.object({
      kind: z.enum(['changed', 'coming', 'examples', 'over', 'joint']),
      /** Several things in an entry are milestones of one, and have a label each. */
      entries: z.array(
        z.object({
          name: standardText,
          /** Of the first of its things, as it is now. */
          when: when.optional(),
          /** Where an example is. */
          place: text.optional(),
          items: z.array(item),
        }),
      ),
    }),
  ),
  /** What was told of and is not any more: its row is gone, or is not shared. The title is as it was told. */
  removed: z.array(z.object({ id: text, title: standardText })),
  /** Things soon to come, told of before or not, that are not among the news. */
  coming: z.array(coming),
  /** How many more there are. */
  comingMore: amount,
});

export type DigestView = z.infer<typeof digestView>;
export type DigestItem = DigestView['parts'][number]['entries'][number]['items'][number];
export type DigestChange = DigestItem['changes'][number];
export type DigestParty = DigestView['to'];
