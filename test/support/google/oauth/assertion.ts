import { createVerify } from 'node:crypto';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { refusedGrant } from './refused-grant.ts';

const header = z.looseObject({ alg: z.literal('RS256') });
const claims = z.strictObject({
  iss: z.string(),
  scope: z.string(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  sub: z.string().optional(),
});

const googles = 'https://oauth2.googleapis.com/token';
const longestSeconds = 3600;
/** How far Google lets a clock be off. */
const leewaySeconds = 300;

/**
 * Who signs this assertion and what for. Throws `invalid_grant` when it may not be believed, or is neither for Google nor
 * for `audience`, the address that the token endpoint has here.
 * Source: https://developers.google.com/identity/protocols/oauth2/service-account
 */
export function readAssertion(
  assertion: string,
  accounts: Accounts,
  audience: string,
): { readonly email: string; readonly scopes: readonly string[] } {
  const [head = '', body = '', signature = ''] = assertion.split('.');
  const claimed = claims.safeParse(decode(body));
  if (!header.safeParse(decode(head)).success || !claimed.success)
    throw refusedGrant('invalid_grant', 'Bad Request');
  const { iss, scope, aud, iat, exp, sub } = claimed.data;
  const key = accounts.services.get(iss);
  if (key === undefined) throw refusedGrant('invalid_grant', 'Invalid grant: account not found');
  if (
    key !== null &&
    !createVerify('RSA-SHA256').update(`${head}.${body}`).verify(key, signature, 'base64url')
  )
    throw refusedGrant('invalid_grant', 'Invalid JWT Signature.');
  if (aud !== googles && aud !== audience)
    throw refusedGrant('invalid_grant', 'Invalid JWT: Failed audience check.');
  checkTimes({ iat, exp }, accounts.now / 1000);
  // Acting for a person takes a delegation that an administrator gives, and nobody here has given it.
  if (sub !== undefined && sub !== iss) {
    throw refusedGrant(
      'unauthorized_client',
      'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
    );
  }
  if (scope === '') throw refusedGrant('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  return { email: iss, scopes: scope.split(' ') };
}

/** All in seconds since 1970. */
function checkTimes({ iat, exp }: { readonly iat: number; readonly exp: number }, now: number): void {
  if (exp - iat <= longestSeconds && iat <= now + leewaySeconds && exp >= now - leewaySeconds) return;
  throw refusedGrant(
    'invalid_grant',
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
  );
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
