import type { GmailClient } from '../google/gmail-client.ts';
import type { ConnectOptions, SheetsClient } from '../google/sheets-client.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** A client for Google Sheets, with the credentials that the settings name. Loads what it takes. Throws UserError. */
export async function connectGoogle(settings: Settings, terminal: Terminal): Promise<SheetsClient> {
  const { connectSheets } = await import('../google/sheets-client.ts');
  return connectSheets(await optionsOf(settings, terminal));
}

/** The same for Gmail. */
export async function connectMail(settings: Settings, terminal: Terminal): Promise<GmailClient> {
  const { connectGmail } = await import('../google/gmail-client.ts');
  return connectGmail(await optionsOf(settings, terminal));
}

async function optionsOf({ google }: Settings, terminal: Terminal): Promise<ConnectOptions> {
  const { realWorld } = await import('../google/world.ts');
  return {
    credentials: google,
    transport: { origin: google.origin },
    world: realWorld((line) => {
      terminal.say(line);
    }),
  };
}
