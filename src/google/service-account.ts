import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import { SCOPES, type Credentials, type Scope } from './credentials.ts';
import type { Who } from './faults.ts';
import { readJsonFile } from './json-file.ts';
import { requireMeantFor } from './other-origin.ts';
import {
  accessTokenOf,
  holdsAt,
  requestTokens,
  tokenAudience,
  type AccessToken,
  type TokenClientOptions,
} from './token-endpoint.ts';

const keyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.email(),
  private_key: z.string(),
  private_key_id: z.string().optional(),
  token_uri: z.string().optional(),
});

interface Account {
  readonly email: string;
  readonly key: KeyObject;
  readonly keyId: string | undefined;
}

/**
 * A service account, known by its key file. Asks for a token of its own for reading, and for one that also writes when
 * something is written. Throws UserError for a file that is none, and for one that is for something else than what is asked.
 */
export async function serviceAccount(path: string, options: TokenClientOptions): Promise<Credentials> {
  const account = parseKeyFile(path, await readJsonFile(path, 'key file', howToGetOne), options.origin);
  const who: Who = { kind: 'service-account', account: account.email };
  const held = new Map<Scope, AccessToken>();
  return {
    who,
    token: async (scope) => {
      const now = options.environment.now();
      const wider = scope === 'read' ? held.get('write') : undefined;
      const found = [wider, held.get(scope)].find((token) => holdsAt(token, now));
      if (found !== undefined) return found.token;
      const form = {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: assertion(account, SCOPES[scope], tokenAudience(options.origin), now),
      };
      const token = accessTokenOf(await requestTokens(form, who, options), now);
      held.set(scope, token);
      return token.token;
    },
    renew: () => {
      held.clear();
      return true;
    },
  };
}

/**
 * Google's instructions, "Preparing to make an authorized API call", and RFC 7523. Good only with whoever it names as its
 * audience: shown elsewhere, it opens nothing at Google.
 */
function assertion({ email, key, keyId }: Account, scope: string, audience: string, now: number): string {
  const issued = Math.floor(now / 1000);
  const header = { alg: 'RS256', typ: 'JWT', kid: keyId };
  const claims = { iss: email, scope, aud: audience, iat: issued, exp: issued + 3600 };
  const signed = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

const howToGetOne =
  'Make a key for the service account in the Google Cloud console (Keys → Add key → JSON), and name its file in GOOGLE_APPLICATION_CREDENTIALS.';

function parseKeyFile(path: string, content: unknown, origin: string | undefined): Account {
  const parsed = keyFile.safeParse(content);
  if (!parsed.success) {
    const isClient = z.union([z.object({ installed: z.unknown() }), z.object({ web: z.unknown() })]);
    throw new UserError(
      `${path} is not the key file of a service account.`,
      isClient.safeParse(content).success
        ? 'It is an OAuth client file: name it in GOOGLE_OAUTH_CLIENT, and run «npm run login».'
        : howToGetOne,
    );
  }
  const { client_email: email, private_key: pem, private_key_id: keyId, token_uri } = parsed.data;
  requireMeantFor(origin, path, [token_uri]);
  try {
    return { email, key: createPrivateKey(pem), keyId };
  } catch {
    throw new UserError(`The private key in ${path} is damaged.`, `Do not edit the file. ${howToGetOne}`);
  }
}
