/** From settings to a store. Loads only the store that the run uses. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { dayOf } from '../domain/time.ts';
import type { GoogleStore } from '../stores/google/google-store.ts';
import type { RegisterStore } from '../stores/store.ts';
import { shownPath, type Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** The store of the register. Throws UserError when a named workbook is not there, or Google cannot be asked. */
export async function connect(settings: Settings, terminal: Terminal): Promise<RegisterStore> {
  const { source } = settings;
  if (source.kind === 'spreadsheet') return connectSpreadsheet(source.id, settings, terminal);
  const { xlsxStore } = await import('../stores/xlsx/xlsx-store.ts');
  if (!existsSync(source.path)) {
    if (!source.isDefault) {
      const name = shownPath(settings, source.path);
      throw new UserError(
        `There is no workbook ${name}.`,
        `Make one with «npm run init -- --workbook ${name}», or name another with --workbook.`,
      );
    }
    await makeSample(source.path, settings);
    terminal.say(`There was no workbook, so ${basename(source.path)} was made with a sample register.`);
  }
  return xlsxStore(source.path);
}

async function makeSample(path: string, { now }: Settings): Promise<void> {
  const { createWorkbookFile } = await import('../stores/xlsx/xlsx-store.ts');
  const { planSetup } = await import('../register/setup.ts');
  const { sampleContent } = await import('../register/sample/sample-content.ts');
  await createWorkbookFile(path, planSetup(undefined, sampleContent(dayOf(now))));
}

/** The store of a Google Sheet. Loads what talks to Google, which other runs do without. Throws UserError. */
export async function connectSpreadsheet(
  id: string,
  settings: Settings,
  terminal: Terminal,
): Promise<GoogleStore> {
  const { connectGoogle } = await import('./connect-google.ts');
  const { googleStore } = await import('../stores/google/google-store.ts');
  return googleStore(await connectGoogle(settings, terminal), id);
}
