/** A request from the first try to what became of it: the login, one renewal of it, and trying again. */
import type { Answer } from './answer.ts';
import type { Credentials, Scope } from './credentials.ts';
import { judge, judgeSilence, type Asked, type Judgement } from './faults.ts';
import { waitFor } from './patience.ts';
import type { GoogleWorld } from './world.ts';

export interface Call {
  readonly asked: Asked;
  readonly scope: Scope;
  /** One request over the wire. */
  readonly send: (token: string) => Promise<Answer>;
}

/** One try; a second at once, with a new token, where Google does not know the one it got. Throws UserError. */
export async function tryOnce(call: Call, credentials: Credentials, world: GoogleWorld): Promise<Judgement> {
  const first = await attempt(call, credentials, world);
  if (first.kind !== 'unknown-token') return first;
  return credentials.renew() ? attempt(call, credentials, world) : first;
}

async function attempt(
  { asked, scope, send }: Call,
  credentials: Credentials,
  { now }: GoogleWorld,
): Promise<Judgement> {
  const token = await credentials.token(scope);
  try {
    return judge(await send(token), asked, credentials.who, now());
  } catch (error) {
    return judgeSilence(error);
  }
}

/**
 * Tries until something is certain, for what may safely be asked twice. Throws UserError when there have been enough
 * tries.
 */
export async function tryUntilCertain(
  once: () => Promise<Judgement>,
  world: Pick<GoogleWorld, 'random' | 'sleep' | 'say'>,
): Promise<Exclude<Judgement, { kind: 'passing' }>> {
  for (let tries = 1; ; tries += 1) {
    const judgement = await once();
    if (judgement.kind !== 'passing') return judgement;
    await waitFor(tries, judgement, world);
  }
}
