/** As whom Google is asked: a token that is given, a service account, or the person who has logged in. */
import { UserError } from '../domain/user-error.ts';
import type { Who } from './advice.ts';
import { readKeyFile, type ServiceAccount } from './console-files.ts';
import { readLogin, writeLogin, type Login } from './login-file.ts';
import { refuseFarOrigin } from './other-origin.ts';
import {
  byKey,
  byRefreshToken,
  isEnough,
  requestTokens,
  type AccessToken,
  type Scope,
  type TokenClientOptions,
} from './tokens.ts';

export interface Credentials {
  readonly who: Who;
  /** An access token that is good for this. Throws UserError. */
  token(scope: Scope): Promise<string>;
  /** Forgets the tokens that Google did not accept. False where there is no getting another. */
  renew(): boolean;
}

/** Where to look for credentials: absolute paths. */
export interface CredentialPlaces {
  /** `GOOGLE_ACCESS_TOKEN`. */
  readonly accessToken?: string | undefined;
  /** `GOOGLE_APPLICATION_CREDENTIALS`. */
  readonly serviceAccountFile?: string | undefined;
  /** The folder with the token of the person who has logged in. */
  readonly loginFolder: string;
}

/** The strongest there is. Throws UserError where there is none, or it cannot be used. */
export async function findCredentials(
  places: CredentialPlaces,
  options: TokenClientOptions,
): Promise<Credentials> {
  const { accessToken, serviceAccountFile, loginFolder } = places;
  if (accessToken !== undefined) return givenToken(accessToken.trim());
  refuseFarOrigin(options.origin);
  if (serviceAccountFile !== undefined) {
    return serviceAccount(await readKeyFile(serviceAccountFile, options.origin), options);
  }
  const user = await signedInUser(loginFolder, options);
  if (user !== undefined) return user;
  refuseStranger(options);
  throw new UserError(
    'Nothing says as whom to ask Google for the spreadsheet.',
    'Log in as yourself with «npm run login», or name the key file of a service account in GOOGLE_APPLICATION_CREDENTIALS.',
  );
}

/**
 * As whom mail is sent: a token that is given, or the person who has logged in, whatever reads the spreadsheet. A service
 * account has no mailbox. Throws UserError where there is nobody.
 */
export async function findMailCredentials(
  { accessToken, loginFolder }: CredentialPlaces,
  options: TokenClientOptions,
): Promise<Credentials> {
  if (accessToken !== undefined) return givenToken(accessToken.trim());
  refuseFarOrigin(options.origin);
  const user = await signedInUser(loginFolder, options);
  if (user !== undefined) return user;
  refuseStranger(options);
  throw new UserError(
    'Nothing says as whom Gmail is to send.',
    'Log in as yourself with «npm run login -- --gmail».',
  );
}

/** Throws UserError where Google itself is not asked: nobody should log in there who did not mean to. */
function refuseStranger({ origin }: TokenClientOptions): void {
  if (origin === undefined) return;
  throw new UserError(
    `GOOGLE_API_ORIGIN is ${origin}, and no login was made there; one for Google is not shown to it.`,
    'Take GOOGLE_API_ORIGIN out of .env and of the environment, to ask Google itself.',
  );
}

function givenToken(token: string): Credentials {
  if (!/^[\x21-\x7E]+$/u.test(token)) {
    throw new UserError(
      'GOOGLE_ACCESS_TOKEN holds something else than a token.',
      'Set it to the token alone, without quotes or spaces.',
    );
  }
  return {
    who: { kind: 'token', account: undefined },
    token: () => Promise.resolve(token),
    renew: () => false,
  };
}

const holdsAt = (token: AccessToken | undefined, now: number): token is AccessToken =>
  token !== undefined && token.expires > now;

/** Asks for a token for reading alone, and for one that also writes when something is written. */
function serviceAccount(account: ServiceAccount, options: TokenClientOptions): Credentials {
  const who: Who = { kind: 'service-account', account: account.email };
  const held = new Map<Scope, AccessToken>();
  return {
    who,
    token: async (scope) => {
      const now = options.environment.now();
      const wider = scope === 'read' ? held.get('write') : undefined;
      const found = [wider, held.get(scope)].find((token) => holdsAt(token, now));
      if (found !== undefined) return found.token;
      const { access } = await requestTokens(byKey(account, scope, options), who, options);
      held.set(scope, access);
      return access.token;
    },
    renew: () => {
      held.clear();
      return true;
    },
  };
}

/**
 * The person who has logged in with `npm run login`; undefined where nobody has. Gets a new access token when the one
 * that is kept has run out, and keeps it. What stands in for Google has logins of its own. Throws UserError for a login
 * that cannot be used.
 */
async function signedInUser(folder: string, options: TokenClientOptions): Promise<Credentials | undefined> {
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
        const request = byRefreshToken(login.client, login.refreshToken);
        const tokens = await requestTokens(request, who, options);
        access = tokens.access;
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
