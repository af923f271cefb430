/** The token endpoint of Google, and the one that takes a login back. */
import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import type { Answer } from './answer.ts';
import { judgeSilence, judgeToken, type Judgement, type Who } from './faults.ts';
import { refuseFarOrigin } from './other-origin.ts';
import { tryUntilCertain } from './sending.ts';
import { standInFor } from './transport.ts';
import type { GoogleEnvironment } from './environment.ts';

const TOKEN_ADDRESS = 'https://oauth2.googleapis.com/token';
const REVOKE_ADDRESS = 'https://oauth2.googleapis.com/revoke';

/** Whom a service account's assertion is for: Google, or what stands in for it. */
export const tokenAudience = (origin: string | undefined): string =>
  standInFor(new URL(TOKEN_ADDRESS), origin).href;

const tokens = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive().default(3600),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
  id_token: z.string().optional(),
});

export type Tokens = z.infer<typeof tokens>;

/** An access token, and until when it holds, in milliseconds since 1970. */
export interface AccessToken {
  readonly token: string;
  readonly expires: number;
}

/** A minute early, so that it does not run out on the way. */
export function accessTokenOf(
  { access_token: token, expires_in: seconds }: Tokens,
  now: number,
): AccessToken {
  return { token, expires: now + (seconds - 60) * 1000 };
}

export const holdsAt = (token: AccessToken | undefined, now: number): token is AccessToken =>
  token !== undefined && token.expires > now;

/** What a token request needs. */
export interface TokenClientOptions {
  readonly fetch: typeof fetch;
  readonly environment: GoogleEnvironment;
  /** What stands in for Google; Google itself unless given. */
  readonly origin: string | undefined;
}

async function post(
  fetch: TokenClientOptions['fetch'],
  url: string,
  form: Record<string, string>,
): Promise<Answer> {
  const { Gaxios } = await import('gaxios');
  const { status, headers, data } = await new Gaxios().request<string>({
    url,
    method: 'POST',
    data: new URLSearchParams(form),
    headers: { accept: 'application/json' },
    responseType: 'text',
    fetchImplementation: fetch,
    validateStatus: () => true,
    retry: false,
  });
  return { status, headers, text: data };
}

/** Asks for tokens; a token request may be made twice, and is tried again. Throws UserError. */
export async function requestTokens(
  form: Record<string, string>,
  who: Who,
  { fetch, environment, origin }: TokenClientOptions,
): Promise<Tokens> {
  refuseFarOrigin(origin);
  const once = async (): Promise<Judgement> => {
    try {
      return judgeToken(await post(fetch, TOKEN_ADDRESS, form), who, environment.now());
    } catch (error) {
      return judgeSilence(error);
    }
  };
  const judgement = await tryUntilCertain(once, environment);
  if (judgement.kind === 'refused') throw new Error('a token request is not refused in this way');
  if (judgement.kind !== 'well') throw judgement.error;
  const parsed = tokens.safeParse(judgement.body);
  if (parsed.success) return parsed.data;
  throw new UserError(
    "Google's answer to the login holds no token.",
    'Try again. If GOOGLE_API_ORIGIN is set, what answers there is not Google.',
  );
}

/** Takes a login back. False where Google did not know it any more, or could not be asked. */
export async function revoke(token: string, fetch: TokenClientOptions['fetch']): Promise<boolean> {
  try {
    const { status } = await post(fetch, REVOKE_ADDRESS, { token });
    return status === 200;
  } catch (error) {
    judgeSilence(error);
    return false;
  }
}
