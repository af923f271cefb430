import { UserError } from '../domain/user-error.ts';
import { isEnough, type Credentials, type Scope } from './credentials.ts';
import type { Who } from './faults.ts';
import { readLogin, writeLogin, type Login } from './login-file.ts';
import { accessTokenOf, holdsAt, requestTokens, type TokenClientOptions } from './token-endpoint.ts';

/**
 * The person who has logged in with `npm run login`; undefined where nobody has. Gets a new access token when the one
 * that is kept has run out, and keeps it. What stands in for Google has logins of its own. Throws UserError for a login
 * that cannot be used.
 */
export async function signedInUser(
  folder: string,
  options: TokenClientOptions,
): Promise<Credentials | undefined> {
  const place = { folder, origin: options.origin };
  const kept = await readLogin(place);
  if (kept === undefined) return undefined;
  let login: Login = kept;
  let access = kept.access;
  const who: Who = { kind: 'user', account: kept.account };
  return {
    who,
    token: async (scope) => {
      if (!isEnough(login.scopes, scope)) throw tooNarrow(login, scope);
      if (!holdsAt(access, options.environment.now())) {
        const now = options.environment.now();
        const tokens = await requestTokens(refreshForm(login), who, options);
        access = accessTokenOf(tokens, now);
        login = { ...login, refreshToken: tokens.refresh_token ?? login.refreshToken, access };
        // A disk that is full or locked costs the next run one request, and this one nothing.
        await writeLogin(place, login).catch(() => undefined);
      }
      return access.token;
    },
    renew: () => {
      access = undefined;
      return true;
    },
  };
}

/** RFC 6749, 6. */
function refreshForm({ refreshToken, client }: Login): Record<string, string> {
  return {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: client.id,
    ...(client.secret === undefined ? {} : { client_secret: client.secret }),
  };
}

function tooNarrow({ account }: Login, scope: Scope): UserError {
  const yours = `Your login${account === undefined ? '' : ` as ${account}`}`;
  if (scope === 'send' || scope === 'draft') {
    const flag = scope === 'send' ? '--gmail' : '--gmail-drafts';
    return new UserError(
      `${yours} is not for mail.`,
      `Log in again with «npm run login -- ${flag}», and tick every box on Google's page.`,
    );
  }
  return new UserError(
    `${yours} is for reading spreadsheets only.`,
    "Log in again with «npm run login», without --read-only, and tick every box on Google's page.",
  );
}
