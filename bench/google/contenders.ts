/** Three ways of doing the same work over the same API. Each talks to the stand-in for Google at `origin`. */
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { connectSheets } from '../../src/google/sheets-client.ts';
import { systemEnvironment } from '../../src/google/environment.ts';
import { googleStore } from '../../src/stores/google/google-store.ts';
import { CHANGED, TABS, headings, idOf, ROWS } from './work.ts';

export interface Place {
  readonly origin: string;
  readonly token: string;
  readonly spreadsheetId: string;
}

export const contenders = {
  Felles: withFelles,
  'google-spreadsheet': withGoogleSpreadsheet,
  'googleapis, row by row': withGoogleapis,
} as const;

async function withFelles({ origin, token, spreadsheetId }: Place): Promise<void> {
  const client = await connectSheets({
    credentials: { accessToken: token, loginFolder: '' },
    transport: { origin },
    environment: systemEnvironment(() => undefined),
  });
  const store = googleStore(client, spreadsheetId);
  const base = await store.read();
  const results = await store.write(
    Array.from({ length: ROWS }, (_, row) => ({
      kind: 'cell' as const,
      tab: TABS[0],
      at: { by: 'id' as const, idColumn: 'ID', id: idOf(row) },
      column: CHANGED,
      was: 'før',
      becomes: 'etter',
    })),
    base,
  );
  if (results.some(({ outcome }) => outcome !== 'done')) throw new Error('not everything was written');
}

/** The package knows no other address than Google's, so its calls are led to the stand-in on their way out. */
async function withGoogleSpreadsheet({ origin, token, spreadsheetId }: Place): Promise<void> {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    return fetch(new Request(new URL(url.pathname + url.search, origin), request));
  };
  try {
    const document = new GoogleSpreadsheet(spreadsheetId, { token });
    await document.loadInfo();
    const tabs = await Promise.all(
      TABS.map(async (name) => (await document.sheetsByTitle[name]?.getRows({ limit: ROWS })) ?? []),
    );
    for (const row of tabs[0] ?? []) {
      row.set(CHANGED, 'etter');
      await row.save();
    }
  } finally {
    globalThis.fetch = fetch;
  }
}

/** As the quick starts have it: a reading for each tab, a write for each row. */
async function withGoogleapis({ origin, token, spreadsheetId }: Place): Promise<void> {
  const { auth, sheets } = await import('googleapis/build/src/apis/sheets/index.js');
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  const { spreadsheets } = sheets({ version: 'v4', auth: client, rootUrl: origin });
  for (const name of TABS) await spreadsheets.values.get({ spreadsheetId, range: name });
  const { data } = await spreadsheets.values.get({ spreadsheetId, range: TABS[0] });
  const rows: readonly (readonly unknown[])[] = data.values ?? [];
  for (const [index, row] of rows.slice(1).entries()) {
    const values = [[...row.slice(0, headings.length - 1), 'etter']];
    const range = `${TABS[0]}!A${String(index + 2)}`;
    await spreadsheets.values.update({
      spreadsheetId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  }
}
