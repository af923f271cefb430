/** What the templates of the catalogue of examples, and of its list of what is to be done, may use. Days are `2026-12-03`, in Oslo. */
import { z } from 'zod';
import { amount, day, party, period, standardText, text } from '../view-parts.ts';

/** What must be done before an example may be shown to others. */
const lack = z.enum(['description', 'link', 'consent', 'neverChecked', 'checkedLongAgo']);

const example = z.object({
  id: text,
  title: text,
  /** The municipality's usual name, or as typed if it is unknown. */
  place: text,
  themes: z.array(text),
  description: text.optional(),
  link: text.optional(),
  /** The host of the link, as people say it: `arkitektur.no`. */
  site: text.optional(),
  checkedOn: day.optional(),
  /** The pictures may be used; absent if nobody has asked. */
  imageRight: z.boolean().optional(),
  /** Nobody has asked whether the pictures may be used. It may be shown without them. */
  asksPictures: z.boolean(),
  raisedBy: text.optional(),
  lacks: z.array(lack),
  usedIn: z.array(
    z.object({
      id: text,
      title: standardText,
      when: period.optional(),
    }),
  ),
});

export const examplesView = z.object({
  /** The day on which the register was read. */
  asOf: day,
  total: amount,
  /** Those that may be shown to others. */
  ready: amount,
  /** Those that may not, by county as below. */
  toDo: z.array(example),
  /** The same by the party that raised them, without one last. */
  parties: z.array(z.object({ party: party.optional(), toDo: z.array(example) })),
  /** Those that may be shown, by county in the order of the counties' numbers; those with unknown county last. */
  counties: z.array(z.object({ county: text.optional(), examples: z.array(example) })),
  /** Those that may be shown, by theme, the most used first. */
  themes: z.array(z.object({ theme: text, examples: z.array(text) })),
});

export type ExamplesView = z.infer<typeof examplesView>;
export type ExampleView = ExamplesView['toDo'][number];
export type Lack = z.infer<typeof lack>;
