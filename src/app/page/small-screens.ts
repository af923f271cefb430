/** The views of what stands in the place of a screen: it waits, or it cannot be shown. */
import { z } from 'zod';
import { pageWords } from '../../language/page/page-words.ts';
import { shownFaultSchema } from './advice.ts';
import { textsSchema } from './texts.ts';

export const waitSchema = z.object({ heading: z.string(), text: z.string() });

export const faultSchema = z.object({
  fault: shownFaultSchema,
  /** It is a fault in Felles, and its message is a stack. */
  isOurs: z.boolean(),
  /** Where people go on. */
  home: z.object({ href: z.string(), text: z.string() }),
  words: textsSchema(pageWords.nb.frame),
});
