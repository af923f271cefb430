/** `npm run init`: makes a workbook, or adds to one what is missing. */
import { existsSync } from 'node:fs';
import { dayOf } from '../../domain/time.ts';
import type { Change } from '../../domain/workbook.ts';
import { UserError } from '../../domain/user-error.ts';
import { sampleContent } from '../../register/sample/sample-content.ts';
import { planSetup, standardContent } from '../../register/setup.ts';
import { createWorkbookFile, xlsxStore } from '../../stores/xlsx/xlsx-store.ts';
import { refusedLines } from '../change-report.ts';
import type { Command, ExitCode, Run } from '../command.ts';
import { noSpreadsheets } from '../connect.ts';
import { shownPath } from '../settings.ts';

export const initCommand: Command = {
  name: 'init',
  summary: 'Makes a workbook with every tab, or adds what is missing to one that is there.',
  options: { sample: { type: 'boolean', help: 'fill a new workbook with a sample register' } },
  examples: ['npm run init', 'npm run init -- --sample --workbook sample.xlsx'],
  run: runInit,
};

async function runInit({ settings, terminal, flags }: Run): Promise<ExitCode> {
  const { source } = settings;
  if (source.kind === 'spreadsheet') throw noSpreadsheets();
  const name = shownPath(settings, source.path);
  if (!/\.xls[xm]$/iu.test(name)) {
    throw new UserError(
      `${name} does not end in .xlsx.`,
      'Name the workbook something.xlsx, so that programs know what it is.',
    );
  }
  const sample = flags['sample'] === true;
  const content = sample ? sampleContent(dayOf(settings.now)) : standardContent();
  if (!existsSync(source.path)) {
    await createWorkbookFile(source.path, planSetup(undefined, content));
    terminal.result(name);
    terminal.say(
      sample
        ? 'Made with a sample register.'
        : 'Made with every tab, the municipalities and the county authorities.',
    );
    return 0;
  }
  if (sample) {
    throw new UserError(
      `${name} is already there.`,
      'The sample only goes into a new workbook: name one with --workbook.',
    );
  }
  const store = xlsxStore(source.path);
  const workbook = await store.read();
  const changes = planSetup(workbook, content);
  if (changes.length === 0) {
    terminal.say(`${name} lacks nothing; it was not touched.`);
    return 0;
  }
  const refused = refusedLines(await store.write(changes, workbook));
  for (const change of changes) terminal.result(added(change));
  for (const line of refused) terminal.say(terminal.paint('red', line));
  return refused.length > 0 ? 1 : 0;
}

function added(change: Change): string {
  switch (change.kind) {
    case 'tab':
      return `Added the tab ${change.layout.name}.`;
    case 'column':
      return `Added the column ${change.layout.heading} to ${change.tab}.`;
    case 'row':
      return `Added a row to ${change.tab}.`;
    case 'cell':
    case 'rows':
      return `Wrote to ${change.tab}.`;
  }
}
