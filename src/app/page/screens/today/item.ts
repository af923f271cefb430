/** What today shows of one thing that waits for somebody. */
import { z } from 'zod';
import { spotSchema, type RowNamed } from '../../spots.ts';

export const linkSchema = z.object({ href: z.string(), text: z.string() });

const changeSchema = z.object({
  what: z.string(),
  /** Both sides where there are two, otherwise one text. */
  sides: z.object({ was: z.string(), is: z.string() }).optional(),
  text: z.string().optional(),
});

export const itemSchema = z.object({
  key: z.string(),
  title: z.string(),
  /** Where it is in the workbook. */
  spots: z.array(spotSchema),
  /** Small words below the title. */
  facts: z.array(z.string()),
  changes: z.array(changeSchema),
  notes: z.array(z.string()),
  /** Faults that may make it wrong. */
  marks: z.array(linkSchema),
  /** What a person does where no button does it. */
  advice: z.string().optional(),
  button: linkSchema.optional(),
  steps: z.array(linkSchema),
  /** The name by which it can be waived. */
  waive: z.string().optional(),
});
export type Item = z.infer<typeof itemSchema>;

/** What may make the things about a row wrong. */
export type Marks = (about: RowNamed) => Item['marks'];
