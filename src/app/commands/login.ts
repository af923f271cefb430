/** `npm run login`: lets the person at this machine log in to Google, and keeps the login. */
import { msg } from '../../domain/msg.ts';
import type { Scope } from '../../google/tokens.ts';
import { openBrowser } from '../cli/open-browser.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { transportOf } from '../register/connect-google.ts';

export const loginCommand: Command = {
  name: 'login',
  summary: 'Logs you in to Google as yourself, and keeps the login.',
  options: {
    'read-only': { type: 'boolean', help: 'only for reading: scripts that write will be refused' },
    gmail: {
      type: 'boolean',
      help: 'also for sending mail from your address (npm run send -- --outbox gmail)',
    },
    'gmail-drafts': {
      type: 'boolean',
      help: 'also for making drafts in your mailbox (--outbox gmail-drafts)',
    },
    drive: {
      type: 'boolean',
      help: 'also for minutes in a folder on Google Drive; with --read-only, for reading them only',
    },
  },
  examples: [
    'npm run login',
    'npm run login -- --read-only',
    'npm run login -- --gmail',
    'npm run login -- --drive',
  ],
  run: runLogin,
};

/** Long enough to find a password, short enough not to be forgotten. */
const TIMEOUT = 5 * 60_000;

/** As whom, and for what where it is not for everything. */
function loggedIn(
  account: string | undefined,
  { readOnly, hasDrive }: Readonly<Record<'readOnly' | 'hasDrive', boolean>>,
): string {
  if (!readOnly) return account === undefined ? msg`Logged in.` : msg`Logged in as ${account}.`;
  if (account === undefined)
    return hasDrive
      ? msg`Logged in, for reading spreadsheets and files only.`
      : msg`Logged in, for reading spreadsheets only.`;
  return hasDrive
    ? msg`Logged in as ${account}, for reading spreadsheets and files only.`
    : msg`Logged in as ${account}, for reading spreadsheets only.`;
}

async function runLogin({ settings: { google }, terminal, flags }: Run): Promise<ExitCode> {
  const { logIn } = await import('../../google/login.ts');
  const { systemEnvironment } = await import('../../google/environment.ts');
  const readOnly = flags['read-only'] === true;
  const hasDrive = flags['drive'] === true;
  const scopes: readonly Scope[] = [
    readOnly ? 'read' : 'write',
    ...(flags['gmail'] === true ? ['send' as const] : []),
    ...(flags['gmail-drafts'] === true ? ['draft' as const] : []),
    ...(hasDrive ? [readOnly ? ('read-files' as const) : ('make-files' as const)] : []),
  ];
  const account = await logIn({
    clientFile: google.clientFile,
    folder: google.loginFolder,
    scopes,
    transport: transportOf(google, terminal),
    environment: systemEnvironment((line) => {
      terminal.say(line);
    }),
    timeout: TIMEOUT,
    show: (address) => {
      terminal.say(msg`Open this address in a browser on this machine, and log in:`);
      terminal.result(address);
      if (terminal.isInteractive) openBrowser(address);
    },
  });
  terminal.say(loggedIn(account, { readOnly, hasDrive }));
  if (google.accessToken !== undefined)
    terminal.say(msg`GOOGLE_ACCESS_TOKEN is set, and used instead of this login until it is not.`);
  else if (google.serviceAccountFile !== undefined)
    terminal.say(
      hasDrive
        ? msg`GOOGLE_APPLICATION_CREDENTIALS is set: it is used for the sheet, and this login for Drive.`
        : msg`GOOGLE_APPLICATION_CREDENTIALS is set, and used instead of this login until it is not.`,
    );
  return 0;
}
