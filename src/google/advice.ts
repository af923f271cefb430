/** What is said of a fault in talking to Google, and what to do about it. Never a token, a key or a file's content. */
import { UserError } from '../domain/user-error.ts';

/** Who asks, for the advice: the account's address where it is known. */
export interface Who {
  readonly kind: 'token' | 'service-account' | 'user';
  readonly account: string | undefined;
}

/** What was asked for. */
export interface Asked {
  readonly action: 'read' | 'write' | 'create' | 'send' | 'draft';
  readonly spreadsheetId?: string;
}

/** Google's text in one line, of a decent length, and without anything that looks like a secret. */
export function tidy(text: string): string {
  const secret =
    /ya29\.[\w.-]+|1\/\/[\w-]+|GOCSPX-[\w-]+|eyJ[\w-]+\.[\w.-]+|Bearer\s+[^\s"]+|-----BEGIN[^-]*KEY-----[^-]*/gu;
  const line = text.replaceAll(secret, '…').replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 500 ? line : `${line.slice(0, 499)}…`;
}

export const tryLater =
  'Try again in some minutes. Whether Google itself is in trouble stands at https://www.google.com/appsstatus/dashboard.';

export const aboutWebPages =
  'A proxy or the login page of a guest network does so. Open a web page in a browser on this machine and log in where it asks you to; behind a proxy, set HTTPS_PROXY.';

/** Nothing else is known than that it did not pass. `what` as in TransientFault. */
export function gaveUp(what: string, tries: number, advice: string = tryLater): UserError {
  return new UserError(`${what}, ${tries} times in a row.`, advice);
}

export function tooLongAWait(what: string, milliseconds: number): UserError {
  const minutes = Math.ceil(milliseconds / 60_000);
  return new UserError(
    `${what}, and wants to be left alone for ${minutes} minutes.`,
    'Try again after that.',
  );
}

export function noNetwork(host: string, code: string): UserError {
  return new UserError(
    `${host} cannot be reached (${code}).`,
    'Is this machine on the network? Behind a proxy, set HTTPS_PROXY. If GOOGLE_API_ORIGIN is set, it must name a server that runs.',
  );
}

export function insecure(host: string, code: string): UserError {
  return new UserError(
    `The connection to ${host} is not safe (${code}), so nothing was sent.`,
    'Check the clock of this machine. Where a proxy looks into the traffic, its certificate must be trusted: ask whoever runs the network, and set NODE_EXTRA_CA_CERTS to the file they give you.',
  );
}

export function webPage(status: number): UserError {
  return new UserError(`A web page came instead of Google's answer (${status}).`, aboutWebPages);
}

export function unexpected(status: number, text: string): UserError {
  return new UserError(
    `Google refused (${status})${text === '' ? '.' : `: ${text}`}`,
    'Please report this text: Felles should have known better.',
  );
}

/** An .xlsx file that lies on Drive, for example: it has an id, but is no Google Sheet. */
export function notASheet(text: string): UserError {
  return new UserError(
    `What this id names is not a Google Sheet (400): ${text}`,
    'If it is an Excel file on Drive, open it there, choose File → Save as Google Sheets, and name the new one.',
  );
}

export function noSuchSheet(id: string | undefined): UserError {
  return new UserError(
    `Google finds no Google Sheet with the id ${id ?? '?'} (404).`,
    'Copy the whole address from the browser and name it with --spreadsheet. The sheet may also have been deleted.',
  );
}

export function tooLarge(): UserError {
  return new UserError(
    'This is more than Google takes in one go (413), so Google did nothing.',
    'A message may hold less: leave out what can be linked to. A register of such a size is better uploaded in Google Drive as an .xlsx file, and saved as a Google Sheet there.',
  );
}

/** Whoever asks, for people. */
export const whoIs = ({ kind, account }: Who): string =>
  account ??
  (kind === 'token' ? 'the account that GOOGLE_ACCESS_TOKEN belongs to' : 'the account you log in with');

/** 400 FAILED_PRECONDITION of Gmail: «Mail service not enabled». */
export function noMailbox(text: string, who: Who): UserError {
  return new UserError(
    `Google has no mailbox for ${whoIs(who)} (400): ${text}`,
    'Log in as somebody who has Gmail, with «npm run login -- --gmail».',
  );
}

export function forbidden({ action, spreadsheetId }: Asked, who: Who): UserError {
  if (action === 'send' || action === 'draft') {
    return new UserError(
      `Google does not let ${whoIs(who)} send mail like this (403).`,
      'Whoever runs your Google Workspace may have closed it for programs: ask them, or use --outbox smtp.',
    );
  }
  if (action === 'create') {
    const isService = who.kind === 'service-account';
    return new UserError(
      `Google did not let ${whoIs(who)} make a spreadsheet (403).`,
      isService
        ? 'A service account has no room for files of its own. Make an empty sheet in the browser, share it with this address as Editor, and name it with --spreadsheet; or log in as yourself with «npm run login».'
        : 'Make an empty sheet in the browser, and name it with --spreadsheet.',
    );
  }
  const address =
    spreadsheetId === undefined ? '' : ` (https://docs.google.com/spreadsheets/d/${spreadsheetId})`;
  if (action === 'read') {
    return new UserError(
      'Google did not let us into the spreadsheet (403).',
      `Share the sheet with this address as Editor, and try again: ${whoIs(who)}${address}`,
    );
  }
  return new UserError(
    'Google lets us read the spreadsheet, but not write in it (403).',
    `Make this address an Editor of the sheet, and try again: ${whoIs(who)}${address}. If it is one already, open the sheet in a browser, which says more: it may lie in the bin or be locked, the storage of its owner may be full, or the owner's organisation may have closed it to others.`,
  );
}

/** Whoever owns a sheet pays for its room with their storage; a service account has none of its own. */
export function storageFull(asked: Asked, who: Who): UserError {
  if (asked.action === 'send' || asked.action === 'draft')
    return new UserError(
      `The Google storage of ${whoIs(who)} is full (403), so Gmail takes no mail from it.`,
      'Make room: https://one.google.com/storage says what takes it.',
    );
  if (who.kind === 'service-account' && asked.action === 'create') return forbidden(asked, who);
  return asked.action === 'create'
    ? new UserError(
        `Google did not let ${whoIs(who)} make a spreadsheet (403): its storage is full.`,
        'Make room (https://one.google.com/storage says what takes it); or let somebody else make an empty sheet in the browser and share it with this account as Editor, and name it with --spreadsheet.',
      )
    : new UserError(
        'The Google storage of whoever owns the sheet is full (403), and then nobody can write in it.',
        'Ask its owner to make room (https://one.google.com/storage says what takes it), or to make somebody else its owner.',
      );
}

export function organisationForbids(text: string): UserError {
  return new UserError(
    `An organisation does not let this in (403): ${text}`,
    'Ask whoever runs the Google Workspace that the sheet belongs to, and show them this text; docs/google.md says what organisations forbid, and the other ways.',
  );
}

export function dayUsedUp({ action }: Asked): UserError {
  if (action === 'send' || action === 'draft')
    return new UserError(
      'Google takes no more mail from this account today: what it may send in a day is used up.',
      'Go on tomorrow, or use --outbox smtp.',
    );
  return new UserError(
    'What the Google Cloud project of this login may ask in a day is used up.',
    'It is filled again at midnight in California, nine in the morning in Norway. Who uses it stands at https://console.cloud.google.com/apis/dashboard.',
  );
}

export function apiDisabled(api: 'sheets' | 'gmail', url: string | undefined): UserError {
  const name = api === 'gmail' ? 'Gmail' : 'Google Sheets';
  return new UserError(
    `The ${name} API is not switched on in the project of this login (403).`,
    `Switch it on at ${url ?? `https://console.cloud.google.com/apis/library/${api}.googleapis.com`}, wait a few minutes, and try again.`,
  );
}

const anotherLogin = (kind: Who['kind']): string =>
  ({
    token:
      'Get a new token and set GOOGLE_ACCESS_TOKEN to it, or unset it to use a service account or your own login.',
    'service-account':
      'Make a new key for the service account in the Google Cloud console, and name its file in GOOGLE_APPLICATION_CREDENTIALS.',
    user: 'Log in again with «npm run login».',
  })[kind];

export function tooNarrow({ action }: Asked, { kind }: Who): UserError {
  if (action === 'send' || action === 'draft') {
    return new UserError(
      'This login is not allowed to do that with mail (403).',
      kind === 'user'
        ? `Log in again with «npm run login -- --gmail${action === 'draft' ? '-drafts' : ''}».`
        : anotherLogin(kind),
    );
  }
  return new UserError(
    'This login is not allowed to do that with spreadsheets (403).',
    kind === 'user'
      ? "Log in again with «npm run login», without --read-only, and tick every box on Google's page."
      : anotherLogin(kind),
  );
}

export function notLetIn({ kind }: Who): UserError {
  const what = { token: 'GOOGLE_ACCESS_TOKEN', 'service-account': 'the service account', user: 'your login' }[
    kind
  ];
  return new UserError(
    `Google does not accept ${what} (401): it has expired, or was taken back.`,
    anotherLogin(kind),
  );
}

/** RAPT: the organisation has chosen how long a login to Google Cloud lasts. */
const loginAgain = (text: string): string =>
  /rapt|reauth/iu.test(text)
    ? `${anotherLogin('user')} Your organisation ends such logins after some hours or days; where that is too often, use a service account.`
    : `${anotherLogin('user')} If that comes each week: Google ends the login after seven days while the app is «in testing», until it is published (Google Cloud console, Google Auth Platform, Audience).`;

export function loginGone({ kind }: Who, text: string): UserError {
  const said = text === '' ? '' : ` Google says: ${text}`;
  return kind === 'service-account'
    ? new UserError(
        `Google does not know the key of the service account: it was deleted, or the account was.${said}`,
        anotherLogin(kind),
      )
    : new UserError(`Your login to Google has expired, or was taken back.${said}`, loginAgain(text));
}

export function clientGone({ kind }: Who, text: string): UserError {
  const said = text === '' ? '' : ` Google says: ${text}`;
  return new UserError(
    kind === 'service-account'
      ? `Google does not let the service account in.${said}`
      : `Google does not know the OAuth client that you log in through.${said}`,
    kind === 'service-account'
      ? anotherLogin(kind)
      : 'Download the client file again from the Google Cloud console, name it in GOOGLE_OAUTH_CLIENT, and run «npm run login».',
  );
}

export function tokenRefused({ kind }: Who, code: string, text: string): UserError {
  return new UserError(
    `Google gave no access (${tidy(code)})${text === '' ? '.' : `: ${text}`}`,
    anotherLogin(kind),
  );
}

/** More than this, and Google takes a login for one of another time. */
const CLOCK_MAY_BE_OFF = 5 * 60_000;

/** Undefined where the clock is right, or Google's time is not known. `off`: milliseconds ahead of Google's clock. */
export function wrongClock(off: number | undefined): UserError | undefined {
  if (off === undefined || Math.abs(off) <= CLOCK_MAY_BE_OFF) return undefined;
  const minutes = Math.round(Math.abs(off) / 60_000);
  const much = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return new UserError(
    `The clock of this machine is ${much} ${off > 0 ? 'ahead of' : 'behind'} Google's, so Google does not accept the login.`,
    'Set the clock, best by letting the system set it by itself, and try again.',
  );
}

export function perhapsClock(): UserError {
  return new UserError(
    'Google does not accept the login, since it is made out for another time than now.',
    'Check the clock of this machine, and try again.',
  );
}
