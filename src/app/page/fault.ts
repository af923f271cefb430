/** A fault as data: what is wrong, and what to do about it. */
import { z } from 'zod';
import { UserError } from '../../domain/user-error.ts';
import type { Run } from '../cli/command.ts';

export const fault = z.object({ message: z.string(), advice: z.string() });
export type Fault = z.infer<typeof fault>;

/** What the operator can correct; undefined for a fault of Felles. */
export const faultOf = (error: unknown): Fault | undefined =>
  error instanceof UserError ? { message: error.message, advice: error.advice } : undefined;

/** The stack of a fault of Felles, by the places in its sources. */
export function stackOf(error: unknown, { readable = (stack) => stack }: Pick<Run, 'readable'>): string {
  return error instanceof Error ? readable(error.stack ?? error.message) : String(error);
}
