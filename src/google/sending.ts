/** A request from the first try to what became of it: the login, one renewal of it, and trying again. */
import { gaveUp } from './advice.ts';
import type { Answer } from './answer.ts';
import type { Credentials, Scope } from './credentials.ts';
import { judge, judgeSilence, type Asked, type Judgement } from './faults.ts';
import { waitFor } from './backoff.ts';
import type { GoogleEnvironment } from './environment.ts';

export interface Call {
  readonly asked: Asked;
  readonly scope: Scope;
  /** One request over the wire. */
  readonly send: (token: string) => Promise<Answer>;
}

/** One try; a second at once, with a new token, where Google does not know the one it got. Throws UserError. */
export async function tryOnce(
  call: Call,
  credentials: Credentials,
  environment: GoogleEnvironment,
): Promise<Judgement> {
  const first = await attempt(call, credentials, environment);
  if (first.kind !== 'unknown-token') return first;
  return credentials.renew() ? attempt(call, credentials, environment) : first;
}

async function attempt(
  { asked, scope, send }: Call,
  credentials: Credentials,
  { now }: GoogleEnvironment,
): Promise<Judgement> {
  const token = await credentials.token(scope);
  try {
    return judge(await send(token), asked, credentials.who, now());
  } catch (error) {
    return judgeSilence(error, asked);
  }
}

/** Milliseconds. Tries that each take until their deadline would add up to more than anybody waits. */
const LONGEST_TRYING = 6 * 60_000;

/**
 * Tries until something is certain, for what may safely be asked twice. Throws UserError when there have been enough
 * tries, or they have taken too long.
 */
export async function tryUntilCertain(
  once: () => Promise<Judgement>,
  environment: GoogleEnvironment,
): Promise<Exclude<Judgement, { kind: 'passing' }>> {
  const started = environment.now();
  for (let tries = 1; ; tries += 1) {
    const judgement = await once();
    if (judgement.kind !== 'passing') return judgement;
    if (environment.now() - started > LONGEST_TRYING) throw gaveUp(judgement.what, tries, judgement.advice);
    await waitFor(tries, judgement, environment);
  }
}
