import type { SheetsClient } from '../google/sheets-client.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** A client for Google Sheets, with the credentials that the settings name. Loads what it takes. Throws UserError. */
export async function connectGoogle({ google }: Settings, terminal: Terminal): Promise<SheetsClient> {
  const { connectSheets } = await import('../google/sheets-client.ts');
  const { realWorld } = await import('../google/world.ts');
  return connectSheets({
    credentials: google,
    transport: { origin: google.origin },
    world: realWorld((line) => {
      terminal.say(line);
    }),
  });
}
