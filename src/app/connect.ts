/** From settings to a store. Loads only the store that the run uses. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { dayOf } from '../domain/time.ts';
import type { RegisterStore } from '../stores/store.ts';
import { shownPath, type Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** The store of the register. Throws UserError when a named workbook is not there. */
export async function connect(settings: Settings, terminal: Terminal): Promise<RegisterStore> {
  const { source } = settings;
  if (source.kind === 'spreadsheet') throw noSpreadsheets();
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

/** Said until the store for Google Sheets is there. */
export function noSpreadsheets(): UserError {
  return new UserError(
    'This version of Felles cannot read a Google Sheet.',
    'Download the sheet as .xlsx and name the file with --workbook.',
  );
}
