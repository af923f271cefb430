import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectGoogle } from '../../../src/app/register/connect-google.ts';
import { readSettings } from '../../../src/app/settings/settings.ts';
import { createTerminal, type Terminal } from '../../../src/app/cli/terminal.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';

let google: FakeGoogle;
beforeEach(async () => {
  google = await startFakeGoogle();
});
afterEach(() => google.close());

const printed: string[] = [];
const output = { write: (text: string): void => void printed.push(text) };
const terminal: Terminal = createTerminal(output, output, {});

it('reads the sheet that a script was given, as the settings say', async () => {
  const id = google.createSpreadsheet({ title: 'Register' });
  const env = { GOOGLE_ACCESS_TOKEN: google.token, GOOGLE_API_ORIGIN: google.origin };
  const address = `https://docs.google.com/spreadsheets/u/0/d/${id}/edit#gid=0`;
  const settings = readSettings({ spreadsheet: address }, env, {}, '/home/kari', new Date());
  expect(settings.source).toEqual({ kind: 'spreadsheet', id });
  const client = await connectGoogle(settings, terminal);
  expect(await client.get(id, 'properties(title)')).toEqual({ properties: { title: 'Register' } });
  expect(printed).toEqual([
    `${google.origin} stands in for Google, since GOOGLE_API_ORIGIN is set in the environment.\n`,
  ]);
});
