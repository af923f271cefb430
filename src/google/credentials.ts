/** As whom Google is asked: a token that is given, a service account, or the person who has logged in. */
import { UserError } from '../domain/user-error.ts';
import type { Who } from './faults.ts';
import { refuseFarOrigin } from './other-origin.ts';
import type { TokenClientOptions } from './token-endpoint.ts';

/** What a token is to be good for: spreadsheets, or mail. Of each only the narrowest that is enough is asked for. */
export type Scope = 'read' | 'write' | 'send' | 'draft';

/**
 * https://developers.google.com/workspace/sheets/api/scopes and
 * https://developers.google.com/workspace/gmail/api/auth/scopes
 */
export const SCOPES: Readonly<Record<Scope, string>> = {
  read: 'https://www.googleapis.com/auth/spreadsheets.readonly',
  write: 'https://www.googleapis.com/auth/spreadsheets',
  send: 'https://www.googleapis.com/auth/gmail.send',
  draft: 'https://www.googleapis.com/auth/gmail.compose',
};

/** Those of which any one is enough: what writes also reads, and what makes drafts also sends. */
const ENOUGH: Readonly<Record<Scope, readonly Scope[]>> = {
  read: ['read', 'write'],
  write: ['write'],
  send: ['send', 'draft'],
  draft: ['draft'],
};

/** Whether what was allowed, in Google's words, is enough. */
export const isEnough = (allowed: readonly string[], scope: Scope): boolean =>
  ENOUGH[scope].some((each) => allowed.includes(SCOPES[each]));

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

/** The strongest there is. Loads only that. Throws UserError where there is none, or it cannot be used. */
export async function findCredentials(
  places: CredentialPlaces,
  options: TokenClientOptions,
): Promise<Credentials> {
  const { accessToken, serviceAccountFile, loginFolder } = places;
  if (accessToken !== undefined) return givenToken(accessToken.trim());
  refuseFarOrigin(options.origin);
  if (serviceAccountFile !== undefined) {
    const { serviceAccount } = await import('./service-account.ts');
    return serviceAccount(serviceAccountFile, options);
  }
  const { signedInUser } = await import('./signed-in-user.ts');
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
  const { signedInUser } = await import('./signed-in-user.ts');
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
