import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { DriveClient } from '../../google/drive-client.ts';
import type { GmailClient } from '../../google/gmail-client.ts';
import type { ConnectOptions, SheetsClient } from '../../google/sheets-client.ts';
import type { Transport } from '../../google/transport.ts';
import type { GoogleSettings } from '../settings/google-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Terminal } from '../cli/terminal.ts';

/** A client for Google Sheets, with the credentials that the settings name. Loads what it takes. Throws UserError. */
export async function connectGoogle(settings: Settings, terminal: Terminal): Promise<SheetsClient> {
  const { connectSheets } = await import('../../google/sheets-client.ts');
  return connectSheets(await optionsOf(settings, terminal));
}

/** The same for Gmail. */
export async function connectMail(settings: Settings, terminal: Terminal): Promise<GmailClient> {
  const { connectGmail } = await import('../../google/gmail-client.ts');
  return connectGmail(await optionsOf(settings, terminal));
}

/** The same for Google Drive. */
export async function connectFiles(
  settings: Pick<Settings, 'google'>,
  terminal: Terminal,
): Promise<DriveClient> {
  const { connectDrive } = await import('../../google/drive-client.ts');
  return connectDrive(await optionsOf(settings, terminal));
}

async function optionsOf({ google }: Pick<Settings, 'google'>, terminal: Terminal): Promise<ConnectOptions> {
  const { systemEnvironment } = await import('../../google/environment.ts');
  const transport = transportOf(google, terminal);
  refuseMixedPlaces(google);
  return {
    credentials: google,
    transport,
    environment: systemEnvironment((line) => {
      terminal.say(line);
    }),
  };
}

/** Where a setting comes from that is set. */
const placeWord = (from: GoogleSettings['originFrom']): string =>
  from === '.env' ? from : msg`the environment`;

/** Terminals that have already shown another origin: one run may connect twice. */
const said = new WeakSet<Terminal>();

/** How to reach Google. If another origin is used, the terminal says so once in a run. */
export function transportOf({ origin, originFrom }: GoogleSettings, terminal: Terminal): Transport {
  if (origin !== undefined && !said.has(terminal)) {
    said.add(terminal);
    terminal.say(
      msg`${origin} stands in for Google, since GOOGLE_API_ORIGIN is set in ${placeWord(originFrom)}.`,
    );
  }
  return { origin };
}

/** A token is sent only to the origin that is set in the same place. Throws UserError. */
function refuseMixedPlaces({ origin, originFrom, accessToken, accessTokenFrom }: GoogleSettings): void {
  if (origin === undefined || accessToken === undefined || originFrom === accessTokenFrom) return;
  throw new UserError(
    msg`GOOGLE_API_ORIGIN is set in ${placeWord(originFrom)} and GOOGLE_ACCESS_TOKEN in ${placeWord(accessTokenFrom)}. The token may not be meant for ${origin}, so it is not sent there.`,
    msg`To ask Google itself, remove GOOGLE_API_ORIGIN from ${placeWord(originFrom)}. For a server of your own, set both in the same place.`,
  );
}
