/** The words of a screen as its template may print them: those that need no number or name. */
import { z } from 'zod';

type Words = object;

/** The words that are whole texts. */
export const textsOf = (words: Words): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** The schema of these, so that a template that misspells one is found. */
export const textsSchema = (words: Words): z.ZodType<Record<string, string>> =>
  z.object(Object.fromEntries(Object.keys(textsOf(words)).map((name) => [name, z.string()])));
