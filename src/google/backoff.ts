/** How often, and how long, to try a request again. */
import { msg } from '../domain/msg.ts';
import * as words from './advice.ts';
import type { GoogleEnvironment } from './environment.ts';
import type { RequestResult, TransientFault } from './faults.ts';

/** How many tries after the first. */
const MOST_TRIES = 5;
/** The first wait; each is twice the one before: 3 + 6 + 12 + 24 + 48 s outlast the minute of Google's quotas. */
const FIRST_WAIT = 3000;
/** Jitter takes up to this part off a wait, so that two scripts do not meet again: at least 74 s are left in all. */
const JITTER = 0.2;
/** Nobody waits longer than this. */
const LONGEST_WAIT = 5 * 60_000;

/** Milliseconds before try number `attempt` after the first. `random` from 0 up to 1. */
function waitBefore(
  attempt: number,
  { retryAfter = 0 }: Pick<TransientFault, 'retryAfter'>,
  random: number,
): number {
  const own = FIRST_WAIT * 2 ** (attempt - 1) * (1 - JITTER * random);
  // Never less than Google asked for, and with jitter.
  return Math.max(own, retryAfter === 0 ? 0 : retryAfter + 1000 * random);
}

/**
 * Waits before try number `attempt` after the first, and says so; `isLooked`: then what may have been made is looked for. Throws UserError after too many tries, and
 * when Google asks for a longer wait than anybody would accept.
 */
export async function waitFor(
  attempt: number,
  fault: Pick<TransientFault, 'what' | 'retryAfter'> &
    Partial<Pick<TransientFault, 'advice'>> & { readonly isLooked?: boolean },
  { random, sleep, say }: Pick<GoogleEnvironment, 'random' | 'sleep' | 'say'>,
): Promise<void> {
  const { what, retryAfter, advice, isLooked = false } = fault;
  if (attempt > MOST_TRIES) throw words.gaveUp(what, attempt, advice);
  if (retryAfter !== undefined && retryAfter > LONGEST_WAIT) throw words.tooLongAWait(what, retryAfter);
  const wait = waitBefore(attempt, fault, random());
  const seconds = Math.ceil(wait / 1000);
  say(
    isLooked
      ? msg`${what}; looking for it in ${seconds} s (${attempt} of ${MOST_TRIES}).`
      : msg`${what}; trying again in ${seconds} s (${attempt} of ${MOST_TRIES}).`,
  );
  await sleep(wait);
}

/** Milliseconds for all tries together: each may take until its deadline. */
const LONGEST_TRYING = 6 * 60_000;

/**
 * Tries until the result is certain, for requests that may safely be repeated. Throws UserError after too many
 * tries, or when they have taken too long.
 */
export async function tryUntilCertain(
  once: () => Promise<RequestResult>,
  environment: GoogleEnvironment,
): Promise<Exclude<RequestResult, { kind: 'transient' }>> {
  const started = environment.now();
  for (let tries = 1; ; tries += 1) {
    const result = await once();
    if (result.kind !== 'transient') return result;
    if (environment.now() - started > LONGEST_TRYING) throw words.gaveUp(result.what, tries, result.advice);
    await waitFor(tries, result, environment);
  }
}
