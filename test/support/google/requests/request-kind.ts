import type { z } from 'zod';
import { notImplemented } from '../api-error.ts';
import type { Editing } from '../model/editing.ts';

export type Reply = Readonly<Record<string, unknown>>;

/** One request of a batch, read and found well formed, ready to be applied. */
export type Applicable = (editing: Editing) => Reply | undefined;

/** A kind of request that `batchUpdate` takes. */
export interface RequestKind {
  readonly name: string;
  /** Throws 400 when the body is not one that the fake takes. */
  read(body: unknown): Applicable;
}

/** `apply` makes the change and returns the reply, which is `{}` for most. */
export function requestKind<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  apply: (editing: Editing, body: z.output<Schema>) => Reply | undefined,
): RequestKind {
  return {
    name,
    read: (body) => {
      const request = readStrictly(schema, body);
      return (editing) => apply(editing, request);
    },
  };
}

/** The body as the schema has it. Throws 400 when it is none: documented, but not for this fake. */
export function readStrictly<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw notImplemented(`this request (${faults.join('; ')})`);
}
