/** From settings to a store. Loads only the store that the run uses. */
import { msg } from '../../domain/msg.ts';
import { dayOf } from '../../domain/time.ts';
import type { GoogleStore } from '../../stores/google/google-store.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { Command } from '../cli/command.ts';
import { isNewFolder, missingRegister } from './no-register.ts';
import { shownPath, workbookId, type Settings } from '../settings/settings.ts';
import { keysOf } from '../mailings/keys.ts';
import type { Terminal } from '../cli/terminal.ts';

/** The store of the register. Throws UserError when it is not there, or Google cannot be asked. */
export async function connect(
  settings: Settings,
  terminal: Terminal,
  { makesSample }: Pick<Command, 'makesSample'>,
): Promise<RegisterStore> {
  const { source } = settings;
  if (source.kind === 'spreadsheet') return connectSpreadsheet(source.id, settings, terminal);
  if (makesSample === true && (await isNewFolder(settings))) {
    await makeSample(source.path, settings);
    const name = shownPath(settings, source.path);
    terminal.say(msg`There was no workbook, so ${name} was made with a sample register.`);
  }
  const missing = await missingRegister(settings);
  if (missing !== undefined) throw missing;
  const { xlsxStore } = await import('../../stores/xlsx/xlsx-store.ts');
  return xlsxStore(source.path);
}

async function makeSample(path: string, settings: Settings): Promise<void> {
  const { createWorkbookFile } = await import('../../stores/xlsx/xlsx-store.ts');
  const { planInit } = await import('./plan-init.ts');
  const { sampleContent } = await import('../../register/sample/sample-content.ts');
  const { now } = settings;
  const content = sampleContent(dayOf(now), keysOf(workbookId(settings)));
  await createWorkbookFile(path, planInit(undefined, content, now));
}

/** The store of a Google Sheet. Loads what talks to Google, which other runs do without. Throws UserError. */
export async function connectSpreadsheet(
  id: string,
  settings: Settings,
  terminal: Terminal,
): Promise<GoogleStore> {
  const { connectGoogle } = await import('./connect-google.ts');
  const { googleStore } = await import('../../stores/google/google-store.ts');
  return googleStore(await connectGoogle(settings, terminal), id);
}
