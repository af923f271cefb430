/** A field of the form of a command, as its template shows it. */
import { z } from 'zod';
import { fieldKinds } from './field-kinds.ts';

const option = z.object({ value: z.string(), text: z.string(), isChosen: z.boolean(), id: z.string() });

export const fieldSchema = z.object({
  flag: z.string(),
  kind: z.enum(fieldKinds),
  label: z.string(),
  hint: z.string().optional(),
  writes: z.string().optional(),
  /** What is filled in is none of the choices. */
  notThere: z.string().optional(),
  /** Of a tick, what it says when it is ticked. */
  value: z.string(),
  isTicked: z.boolean(),
  /** The IDs of what describes it. */
  describedBy: z.string(),
  options: z.array(option),
  /** Not shown before somebody asks for more. */
  isFolded: z.boolean(),
});
export type Field = z.infer<typeof fieldSchema>;
