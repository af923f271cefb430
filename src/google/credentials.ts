/** The account that asks Google: of a token that is set, a service account, or the person who has logged in. */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import type { Who } from './advice.ts';
import { driveTooNarrow } from './drive-advice.ts';
import { readKeyFile, type ServiceAccount } from './console-files.ts';
import { readLogin, writeLogin, type Login } from './login-file.ts';
import { refuseFarOrigin } from './other-origin.ts';
import {
  byKey,
  byRefreshToken,
  ENOUGH,
  isEnough,
  requestTokens,
  type AccessToken,
  type Scope,
  type TokenClientOptions,
} from './tokens.ts';

export interface Credentials {
  readonly who: Who;
  /** An access token that covers this scope. Throws UserError. */
  token(scope: Scope): Promise<string>;
  /** Forgets the tokens that Google did not accept. False where no other can be got. */
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

/** The first of these that is set. Throws UserError where there is none, or it cannot be used. */
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
    msg`No Google account is set up for reading the spreadsheet.`,
    msg`Log in as yourself with «npm run login», or name the key file of a service account in GOOGLE_APPLICATION_CREDENTIALS.`,
  );
}

/**
 * The account that sends mail: of a token that is set, or the person who has logged in, whichever reads the spreadsheet. A service
 * account has no mailbox. Throws UserError where there is none.
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
    msg`No Google account is set up for sending with Gmail.`,
    msg`Log in as yourself with «npm run login -- --gmail».`,
  );
}

/**
 * The account that reads and makes files on Drive: of a token that is set; the person who has logged in for it; or the service
 * account, which has no storage of its own and so comes after. Throws UserError where there is none.
 */
export async function findDriveCredentials(
  { accessToken, serviceAccountFile, loginFolder }: CredentialPlaces,
  options: TokenClientOptions,
): Promise<Credentials> {
  if (accessToken !== undefined) return givenToken(accessToken.trim());
  refuseFarOrigin(options.origin);
  const user = await signedInUser(loginFolder, options);
  if (user !== undefined && (user.allows('read-files') || serviceAccountFile === undefined)) return user;
  if (serviceAccountFile !== undefined)
    return serviceAccount(await readKeyFile(serviceAccountFile, options.origin), options);
  refuseStranger(options);
  throw new UserError(
    msg`No Google account is set up for Google Drive.`,
    msg`Log in as yourself with «npm run login -- --drive».`,
  );
}

/** Throws UserError where another server is asked than Google: nobody should log in there by mistake. */
function refuseStranger({ origin }: TokenClientOptions): void {
  if (origin === undefined) return;
  throw new UserError(
    msg`GOOGLE_API_ORIGIN is ${origin}, and you have not logged in there. A login for Google is not sent to it.`,
    msg`To ask Google itself, remove GOOGLE_API_ORIGIN from .env and from the environment.`,
  );
}

function givenToken(token: string): Credentials {
  if (!/^[\x21-\x7E]+$/u.test(token)) {
    throw new UserError(
      msg`GOOGLE_ACCESS_TOKEN does not hold a token.`,
      msg`Set it to the token alone, without quotes or spaces.`,
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

/** Asks for a token that can only read, and for one that can also write when something is written. */
function serviceAccount(account: ServiceAccount, options: TokenClientOptions): Credentials {
  const who: Who = { kind: 'service-account', account: account.email };
  const held = new Map<Scope, AccessToken>();
  return {
    who,
    token: async (scope) => {
      const now = options.environment.now();
      const found = ENOUGH[scope].map((each) => held.get(each)).find((token) => holdsAt(token, now));
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
 * that is kept has expired, and keeps it. A stand-in for Google has logins of its own. Throws UserError for a login
 * that cannot be used.
 */
async function signedInUser(
  folder: string,
  options: TokenClientOptions,
): Promise<(Credentials & { readonly allows: (scope: Scope) => boolean }) | undefined> {
  const place = { folder, origin: options.origin };
  const kept = await readLogin(place);
  if (kept === undefined) return undefined;
  let login: Login = kept;
  let access = kept.access;
  const who: Who = { kind: 'user', account: kept.account };
  return {
    who,
    allows: (scope) => isEnough(login.scopes, scope),
    token: async (scope) => {
      if (!isEnough(login.scopes, scope)) throw tooNarrow(who, scope);
      if (!holdsAt(access, options.environment.now())) {
        const request = byRefreshToken(login.client, login.refreshToken);
        const tokens = await requestTokens(request, who, options);
        access = tokens.access;
        login = { ...login, refreshToken: tokens.refresh_token ?? login.refreshToken, access };
        // If the disk is full or locked, the next run makes one more request, and this run goes on.
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

function tooNarrow(who: Who, scope: Scope): UserError {
  if (scope === 'read-files' || scope === 'make-files') return driveTooNarrow(who, scope === 'make-files');
  const { account } = who;
  if (scope === 'send' || scope === 'draft') {
    const flag = scope === 'send' ? '--gmail' : '--gmail-drafts';
    return new UserError(
      account === undefined
        ? msg`Your login does not cover mail.`
        : msg`Your login as ${account} does not cover mail.`,
      msg`Log in again with «npm run login -- ${flag}», and tick every box on Google's page.`,
    );
  }
  return new UserError(
    account === undefined
      ? msg`Your login can only read spreadsheets.`
      : msg`Your login as ${account} can only read spreadsheets.`,
    msg`Log in again with «npm run login», without --read-only, and tick every box on Google's page.`,
  );
}
