/** What the documents say of the variables in the environment and in `.env`. */
import type { VariableName } from '../settings/settings.ts';
import { markdownTable } from './fill.ts';

/** What each holds, and where there is none. */
const variables: Readonly<Record<VariableName, readonly [means: string, otherwise: string]>> = {
  FELLES_WORKBOOK: ['the workbook; as `--workbook`', '`register.xlsx` in the working folder'],
  FELLES_SPREADSHEET: ['a Google Sheet instead, by its ID or its address; as `--spreadsheet`', ''],
  FELLES_OUT: ['where files are written; as `--out`', '`out` in the working folder'],
  FELLES_NOW: ['the time to go by, in Oslo time; as `--now`', 'the clock'],
  FELLES_STATE: ['where this machine keeps what it has sent', '`~/.local/state/felles`'],
  FELLES_OUTBOX: ['how mailings are sent; as `send --outbox`', '`files`'],
  SMTP_URL: ['the mail server, with its password. Secret', ''],
  GOOGLE_ACCESS_TOKEN: ['an access token, used as it is. Secret', ''],
  GOOGLE_APPLICATION_CREDENTIALS: [
    'the key file of a service account; used where there is no access token',
    'your own login',
  ],
  GOOGLE_OAUTH_CLIENT: ['the client file («Desktop app») that `npm run login` logs in through', ''],
  GOOGLE_API_ORIGIN: ['another origin than Google, for tests; nothing made for Google goes there', 'Google'],
};

/** Every variable, as a table. */
export const variableTable = (): string =>
  markdownTable(
    ['variable', 'holds', 'without it'],
    Object.entries(variables).map(([name, [means, otherwise]]) => [`\`${name}\``, means, otherwise]),
  );

/** The names alone. */
export const variableNames: readonly string[] = Object.keys(variables);
