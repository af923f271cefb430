/** What the server and the maker say to each other: plain data, held to these schemas where it arrives. */
import { z } from 'zod';
import { norwegianStandards } from '../../domain/written-standard.ts';
import { fault, standingFault } from './fault.ts';

const place = {
  screen: z.string(),
  standard: z.enum(norwegianStandards),
  path: z.array(z.string()),
  query: z.record(z.string(), z.string()),
  form: z.string(),
};

/** What the server asks for. */
export const question = z.discriminatedUnion('ask', [
  /** Read the register again; `templates`: they have changed. */
  z.object({ ask: z.literal('read'), templates: z.boolean() }),
  z.object({ ask: z.literal('screen'), ...place }),
  z.object({ ask: z.literal('file'), ...place }),
  /** What a form of a screen does that no command does. */
  z.object({ ask: z.literal('act'), ...place, fields: z.record(z.string(), z.string()) }),
  /** Read the register and remember it, to be compared with `changes`. Fails where a command would read another one. */
  z.object({ ask: z.literal('hold') }),
  z.object({ ask: z.literal('changes') }),
]);
export type Question = z.infer<typeof question>;

/** How the register was read last. */
const standing = z.object({
  /** Grows with each reading that differs; 0 before the first. */
  number: z.int(),
  /** The clock in Oslo at the last good reading. */
  time: z.string().optional(),
  /** Its day, where that is not known to be the day on which reading it was tried last. */
  day: z.string().optional(),
  place: z.string().optional(),
  isSample: z.boolean(),
  fault: standingFault.optional(),
});
export type Standing = z.infer<typeof standing>;

const cellChange = z.object({
  tab: z.string(),
  row: z.int(),
  column: z.string(),
  was: z.string(),
  is: z.string(),
});
const changes = z.object({
  cells: z.array(cellChange),
  added: z.array(z.object({ tab: z.string(), rows: z.int() })),
  /** How many more cells there are. */
  more: z.int(),
});
export type RegisterChanges = z.infer<typeof changes>;

/** What the maker answers. */
export const answers = {
  read: standing,
  screen: z.union([
    z.object({ html: z.string(), title: z.string().optional(), number: z.int() }),
    z.object({ fault, isOurs: z.boolean() }),
  ]),
  file: z.union([
    z.object({ bytes: z.instanceof(Uint8Array), type: z.string(), name: z.string().optional() }),
    z.object({ fault, isOurs: z.boolean() }),
  ]),
  act: z.union([z.object({ fault, isOurs: z.boolean() }), z.object({})]),
  /** `out`: the folder of papers by the settings of now. */
  hold: z.object({ out: z.string() }),
  /** Undefined where it is not known. */
  changes: z.object({ changes: changes.optional() }),
} as const satisfies Readonly<Record<Question['ask'], z.ZodType>>;

export type Answer<Ask extends Question['ask']> = z.infer<(typeof answers)[Ask]>;

export const envelope = z.object({
  id: z.int(),
  body: z.unknown(),
  /** Instead of the body of an answer: why there is none. Without advice it is a fault of Felles. */
  failed: z.object({ message: z.string(), advice: z.string().optional() }).optional(),
});
