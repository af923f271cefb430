/** A Google Sheet for tests of the store: the fake, Google's own client, and a clock that does not wait. */
import { connectSheets, type SheetsClient } from '../../../src/google/sheets-client.ts';
import type { TabAddition } from '../../../src/domain/workbook.ts';
import { googleStore, type GoogleStore } from '../../../src/stores/google/google-store.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import type { GooglePeople } from '../../support/google/people.ts';

export interface TestSheet {
  readonly google: FakeGoogle;
  readonly client: SheetsClient;
  readonly store: GoogleStore;
  readonly people: GooglePeople;
  readonly spreadsheetId: string;
  /** What was said at the terminal. */
  readonly said: string[];
}

/** A client of the fake that never really waits. */
export function clientOf(google: FakeGoogle, said: string[] = []): Promise<SheetsClient> {
  return connectSheets({
    credentials: { accessToken: google.token, loginFolder: '' },
    transport: { origin: google.origin, deadline: google.deadline },
    environment: {
      now: () => Date.now(),
      sleep: () => Promise.resolve(),
      random: () => 0.5,
      say: (line) => void said.push(line),
    },
  });
}

/** A spreadsheet with these tabs and no other, made by the store itself. */
export async function makeTestSheet(initial: readonly TabAddition[]): Promise<TestSheet> {
  const google = await startFakeGoogle();
  const said: string[] = [];
  const client = await clientOf(google, said);
  const spreadsheetId = google.createSpreadsheet({
    sheets: [{ sheetId: 1_000_000_000, title: 'Felles skrivelogg (la stå) n=0 00' }],
  });
  const store = googleStore(client, spreadsheetId);
  await store.write(initial, await store.read());
  return { google, client, store, people: google.people(spreadsheetId), spreadsheetId, said };
}
