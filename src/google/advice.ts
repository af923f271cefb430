/** Messages about faults in requests to Google, with what to do. Never a token, a key or a file's content. */
import { sheetAddress } from '../domain/url.ts';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';

/** The account that asks, for the advice: with its address where it is known. */
export interface Who {
  readonly kind: 'token' | 'service-account' | 'user';
  readonly account: string | undefined;
}

/** A folder or a document on Google Drive. */
export interface OnDrive {
  readonly what: 'folder' | 'document';
  readonly id: string;
}

/** What was asked for. */
export interface Asked {
  readonly action: 'read' | 'write' | 'create' | 'send' | 'draft';
  readonly spreadsheetId?: string;
  /** Where the action is to read on Drive, or to make a document in a folder there. */
  readonly on?: OnDrive;
}

/** Google's text in one line of limited length, without anything that looks like a secret. */
export function tidy(text: string): string {
  const secret =
    /ya29\.[\w.-]+|1\/\/[\w-]+|GOCSPX-[\w-]+|eyJ[\w-]+\.[\w.-]+|Bearer\s+[^\s"]+|-----BEGIN[^-]*KEY-----[^-]*/gu;
  const line = text.replaceAll(secret, '…').replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 500 ? line : `${line.slice(0, 499)}…`;
}

export const tryLater = (): string =>
  msg`Try again in some minutes. https://www.google.com/appsstatus/dashboard shows whether Google itself has a problem.`;

export const aboutWebPages = (): string =>
  msg`It may come from a proxy or from the login page of a guest network. Open a web page in a browser on this machine, and log in if it asks you to. Behind a proxy, set HTTPS_PROXY.`;

/** All that is known is that the fault did not go away. `what` as in TransientFault. */
export function gaveUp(what: string, tries: number, advice: string = tryLater()): UserError {
  return new UserError(msg`${what}, ${tries} times in a row.`, advice);
}

export function tooLongAWait(what: string, milliseconds: number): UserError {
  const minutes = Math.ceil(milliseconds / 60_000);
  return new UserError(msg`${what}, and asks us to wait ${minutes} minutes.`, msg`Try again after that.`);
}

export function noNetwork(host: string, code: string): UserError {
  return new UserError(
    msg`${host} cannot be reached (${code}).`,
    msg`Check that this machine is on the network. Behind a proxy, set HTTPS_PROXY. If GOOGLE_API_ORIGIN is set, it must name a server that is running.`,
  );
}

export function insecure(host: string, code: string): UserError {
  return new UserError(
    msg`The connection to ${host} is not safe (${code}), so nothing was sent.`,
    msg`Check the clock of this machine. If a proxy inspects the traffic, its certificate must be trusted: ask the people who run the network, and set NODE_EXTRA_CA_CERTS to the file they give you.`,
  );
}

export function webPage(status: number): UserError {
  return new UserError(msg`A web page came instead of Google's answer (${status}).`, aboutWebPages());
}

export function unexpected(status: number, text: string): UserError {
  return new UserError(
    text === '' ? msg`Google refused (${status}).` : msg`Google refused (${status}): ${text}`,
    msg`Please report this text: it is a fault in Felles.`,
  );
}

/** An .xlsx file on Drive, for example: it has an id, but is not a Google Sheet. */
export function notASheet(text: string): UserError {
  return new UserError(
    msg`The file with this id is not a Google Sheet (400): ${text}`,
    msg`If it is an Excel file on Drive, open it there, choose File → Save as Google Sheets, and use the address of the new sheet.`,
  );
}

export function noSuchSheet(id: string | undefined): UserError {
  return new UserError(
    msg`Google finds no Google Sheet with the id ${id ?? '?'} (404).`,
    msg`Copy the whole address from the browser, and give it with --spreadsheet. The sheet may also have been deleted.`,
  );
}

export function tooLarge(): UserError {
  return new UserError(
    msg`This is more than Google accepts in one request (413), so Google did nothing.`,
    msg`Make a message smaller: use links instead of content. Upload a large register to Google Drive as an .xlsx file, and save it there as a Google Sheet.`,
  );
}

/** The account that asks, as shown to people. */
export const whoIs = ({ kind, account }: Who): string =>
  account ??
  (kind === 'token'
    ? msg`the account that GOOGLE_ACCESS_TOKEN belongs to`
    : msg`the account you log in with`);

/** 400 FAILED_PRECONDITION of Gmail: «Mail service not enabled». */
export function noMailbox(text: string, who: Who): UserError {
  return new UserError(
    msg`Google has no mailbox for ${whoIs(who)} (400): ${text}`,
    msg`Log in with an account that has Gmail: «npm run login -- --gmail».`,
  );
}

export function forbidden({ action, spreadsheetId }: Asked, who: Who): UserError {
  if (action === 'send' || action === 'draft') {
    return new UserError(
      msg`Google does not let ${whoIs(who)} send mail like this (403).`,
      msg`The administrators of your Google Workspace may have blocked this for programs. Ask them, or use --outbox smtp.`,
    );
  }
  if (action === 'create') {
    const isService = who.kind === 'service-account';
    return new UserError(
      msg`Google did not let ${whoIs(who)} make a spreadsheet (403).`,
      isService
        ? msg`A service account has no storage of its own. Make an empty sheet in the browser, share it with this address as Editor, and give its address with --spreadsheet. Or log in as yourself with «npm run login».`
        : msg`Make an empty sheet in the browser, and give its address with --spreadsheet.`,
    );
  }
  const address = spreadsheetId === undefined ? '' : ` (${sheetAddress(spreadsheetId)})`;
  if (action === 'read') {
    return new UserError(
      msg`Google did not give access to the spreadsheet (403).`,
      msg`Share the sheet with this address as Editor, and try again: ${whoIs(who)}${address}`,
    );
  }
  return new UserError(
    msg`Google allows reading the spreadsheet, but not writing in it (403).`,
    msg`Make this address an Editor of the sheet, and try again: ${whoIs(who)}${address}. If it is one already, open the sheet in a browser to see the reason: it may be in the bin or locked, the storage of its owner may be full, or the owner's organisation may not allow others in.`,
  );
}

/** A sheet uses the storage of its owner; a service account has none of its own. */
export function storageFull(asked: Asked, who: Who): UserError {
  if (asked.action === 'send' || asked.action === 'draft')
    return new UserError(
      msg`The Google storage of ${whoIs(who)} is full (403), so Gmail does not accept mail from it.`,
      msg`Free some space: https://one.google.com/storage shows what uses it.`,
    );
  if (who.kind === 'service-account' && asked.action === 'create') return forbidden(asked, who);
  return asked.action === 'create'
    ? new UserError(
        msg`Google did not let ${whoIs(who)} make a spreadsheet (403): its storage is full.`,
        msg`Free some space (https://one.google.com/storage shows what uses it). Or let somebody else make an empty sheet in the browser and share it with this account as Editor, and give its address with --spreadsheet.`,
      )
    : new UserError(
        msg`The Google storage of the owner of the sheet is full (403), so nobody can write in it.`,
        msg`Ask its owner to free some space (https://one.google.com/storage shows what uses it), or to make somebody else its owner.`,
      );
}

export function organisationForbids(text: string): UserError {
  return new UserError(
    msg`An organisation does not allow this access (403): ${text}`,
    msg`Ask the administrators of the Google Workspace that it belongs to, and show them this text. docs/google.md says what organisations forbid, and what else you can do.`,
  );
}

export function dayUsedUp({ action }: Asked): UserError {
  if (action === 'send' || action === 'draft')
    return new UserError(
      msg`Google accepts no more mail from this account today: its daily limit is used up.`,
      msg`Continue tomorrow, or use --outbox smtp.`,
    );
  return new UserError(
    msg`The daily quota of the Google Cloud project of this login is used up.`,
    msg`It is renewed at midnight in California, nine in the morning in Norway. https://console.cloud.google.com/apis/dashboard shows who uses it.`,
  );
}

export function apiDisabled(api: 'sheets' | 'gmail' | 'drive', url: string | undefined): UserError {
  const name = { sheets: 'Google Sheets', gmail: 'Gmail', drive: 'Google Drive' }[api];
  const at = url ?? `https://console.cloud.google.com/apis/library/${api}.googleapis.com`;
  return new UserError(
    msg`The ${name} API is not enabled in the project of this login (403).`,
    msg`Enable it at ${at}, wait a few minutes, and try again.`,
  );
}

const anotherLogin = (kind: Who['kind']): string =>
  ({
    token: msg`Get a new token and set GOOGLE_ACCESS_TOKEN to it, or unset it to use a service account or your own login.`,
    'service-account': msg`Make a new key for the service account in the Google Cloud console, and name its file in GOOGLE_APPLICATION_CREDENTIALS.`,
    user: msg`Log in again with «npm run login».`,
  })[kind];

export function tooNarrow({ action }: Asked, { kind }: Who): UserError {
  if (action === 'send' || action === 'draft') {
    const login = `npm run login -- --gmail${action === 'draft' ? '-drafts' : ''}`;
    return new UserError(
      msg`This login does not allow that with mail (403).`,
      kind === 'user' ? msg`Log in again with «${login}».` : anotherLogin(kind),
    );
  }
  return new UserError(
    msg`This login does not allow that with spreadsheets (403).`,
    kind === 'user'
      ? msg`Log in again with «npm run login», without --read-only, and tick every box on Google's page.`
      : anotherLogin(kind),
  );
}

export function notLetIn({ kind }: Who): UserError {
  const message = {
    token: msg`Google does not accept GOOGLE_ACCESS_TOKEN (401): it has expired, or was revoked.`,
    'service-account': msg`Google does not accept the service account (401): it has expired, or was revoked.`,
    user: msg`Google does not accept your login (401): it has expired, or was revoked.`,
  };
  return new UserError(message[kind], anotherLogin(kind));
}

/** RAPT: the organisation has chosen how long a login to Google Cloud lasts. */
const loginAgain = (text: string): string =>
  /rapt|reauth/iu.test(text)
    ? `${anotherLogin('user')} ${msg`Your organisation ends such logins after some hours or days. If that is too often, use a service account.`}`
    : `${anotherLogin('user')} ${msg`If this happens each week: while the app is «in testing», Google ends the login after seven days. Publish the app (Google Cloud console, Google Auth Platform, Audience).`}`;

/** A sentence with Google's own text after it, where there is one. */
const withGoogles = (sentence: string, text: string): string =>
  text === '' ? sentence : `${sentence} ${msg`Google says: ${text}`}`;

export function loginGone({ kind }: Who, text: string): UserError {
  return kind === 'service-account'
    ? new UserError(
        withGoogles(
          msg`Google does not know the key of the service account: the key or the account was deleted.`,
          text,
        ),
        anotherLogin(kind),
      )
    : new UserError(
        withGoogles(msg`Your login to Google has expired, or was revoked.`, text),
        loginAgain(text),
      );
}

export function clientGone({ kind }: Who, text: string): UserError {
  return new UserError(
    withGoogles(
      kind === 'service-account'
        ? msg`Google does not accept the service account.`
        : msg`Google does not know the OAuth client that you log in through.`,
      text,
    ),
    kind === 'service-account'
      ? anotherLogin(kind)
      : msg`Download the client file again from the Google Cloud console, name it in GOOGLE_OAUTH_CLIENT, and run «npm run login».`,
  );
}

export function tokenRefused({ kind }: Who, code: string, text: string): UserError {
  return new UserError(
    text === ''
      ? msg`Google gave no access (${tidy(code)}).`
      : msg`Google gave no access (${tidy(code)}): ${text}`,
    anotherLogin(kind),
  );
}

/** If the clock is more wrong than this, Google does not accept the time of a login. */
const CLOCK_MAY_BE_OFF = 5 * 60_000;

/** Undefined where the clock is right, or Google's time is not known. `off`: milliseconds ahead of Google's clock. */
export function wrongClock(off: number | undefined): UserError | undefined {
  if (off === undefined || Math.abs(off) <= CLOCK_MAY_BE_OFF) return undefined;
  const minutes = Math.round(Math.abs(off) / 60_000);
  const much = minutes < 120 ? msg`${minutes} minutes` : msg`${Math.round(minutes / 60)} hours`;
  return new UserError(
    off > 0
      ? msg`The clock of this machine is ${much} ahead of Google's, so Google does not accept the login.`
      : msg`The clock of this machine is ${much} behind Google's, so Google does not accept the login.`,
    msg`Set the clock, preferably by letting the system set it automatically, and try again.`,
  );
}

export function perhapsClock(): UserError {
  return new UserError(
    msg`Google does not accept the login: its time is not the current time.`,
    msg`Check the clock of this machine, and try again.`,
  );
}
