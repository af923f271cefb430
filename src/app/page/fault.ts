/** A fault as data: what is wrong, and what to do about it. */
import { z } from 'zod';
import { saidAgain } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Run } from '../cli/command.ts';
import { answeredIn } from './asked-language.ts';

export const fault = z.object({ message: z.string(), advice: z.string() });
export type Fault = z.infer<typeof fault>;

/** One that stands until the next reading, and is seen in each standard. */
export const standingFault = z.object({ nb: fault, nn: fault });
export type StandingFault = z.infer<typeof standingFault>;

/** The same fault in each standard, in whichever it was said just now. */
export function inEachStandard({ message, advice }: Fault): StandingFault {
  const again = (): Fault => ({ message: saidAgain(message), advice: saidAgain(advice) });
  return { nb: answeredIn('nb', again), nn: answeredIn('nn', again) };
}

/** What the operator can correct; undefined for a fault of Felles. */
export const faultOf = (error: unknown): Fault | undefined =>
  error instanceof UserError ? { message: error.message, advice: error.advice } : undefined;

/** The stack of a fault of Felles, by the places in its sources. */
export function stackOf(error: unknown, { readable = (stack) => stack }: Pick<Run, 'readable'>): string {
  return error instanceof Error ? readable(error.stack ?? error.message) : String(error);
}
