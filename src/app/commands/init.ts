/** `npm run init`: makes a workbook, or adds to one what is missing. A file, or a Google Sheet. */
import { existsSync } from 'node:fs';
import { dayOf } from '../../domain/time.ts';
import type { Change, ChangeResult } from '../../domain/workbook.ts';
import { UserError } from '../../domain/user-error.ts';
import { sampleContent } from '../../register/sample/sample-content.ts';
import { planSetup, standardContent, type WorkbookContent } from '../../register/setup.ts';
import type { GoogleStore } from '../../stores/google/google-store.ts';
import { createWorkbookFile, xlsxStore } from '../../stores/xlsx/xlsx-store.ts';
import { refusedLines } from '../change-report.ts';
import type { Command, ExitCode, Run } from '../command.ts';
import { connectSpreadsheet } from '../connect.ts';
import { shownPath } from '../settings.ts';
import type { Terminal } from '../terminal.ts';

export const initCommand: Command = {
  name: 'init',
  summary: 'Makes a new workbook, or adds what is missing to yours.',
  options: {
    sample: { type: 'boolean', help: 'fill a new workbook with a sample register' },
    google: { type: 'string', value: '<title>', help: 'make a Google Sheet with this title' },
  },
  examples: [
    'npm run init',
    'npm run init -- --sample --workbook sample.xlsx',
    'npm run init -- --spreadsheet https://docs.google.com/spreadsheets/d/…',
    'npm run init -- --google "Aktivitetsregister"',
  ],
  run: runInit,
};

async function runInit(run: Run): Promise<ExitCode> {
  const { settings, flags } = run;
  const content = flags['sample'] === true ? sampleContent(dayOf(settings.now)) : standardContent();
  const title = flags['google'];
  if (typeof title === 'string') return makeSpreadsheet(run, title.trim(), content);
  const { source } = settings;
  return source.kind === 'spreadsheet'
    ? setUpSpreadsheet(run, source.id, content)
    : setUpFile(run, source.path, content);
}

async function setUpFile(
  { settings, terminal, flags }: Run,
  path: string,
  content: WorkbookContent,
): Promise<ExitCode> {
  const name = shownPath(settings, path);
  const sample = flags['sample'] === true;
  if (!/\.xls[xm]$/iu.test(name)) {
    throw new UserError(
      `${name} does not end in .xlsx.`,
      'Name the workbook something.xlsx, so that programs know what it is.',
    );
  }
  if (!existsSync(path)) {
    await createWorkbookFile(path, planSetup(undefined, content));
    terminal.result(name);
    terminal.say(made(sample));
    return 0;
  }
  if (sample) {
    throw new UserError(
      `${name} is already there.`,
      'The sample only goes into a new workbook: name one with --workbook.',
    );
  }
  const store = xlsxStore(path);
  const workbook = await store.read();
  const changes = planSetup(workbook, content);
  if (changes.length === 0) {
    terminal.say(`${name} lacks nothing; it was not touched.`);
    return 0;
  }
  return tellAdded(terminal, await store.write(changes, workbook));
}

/** Everything in one request: tabs, headings, dropdowns, formats, notes, protection, and the sheet's conventions. */
async function setUpSpreadsheet(run: Run, id: string, content: WorkbookContent): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const store = await connectSpreadsheet(id, settings, terminal);
  const workbook = await store.read();
  if (flags['sample'] === true && workbook.sheets.some(({ rows }) => rows.length > 0)) {
    throw new UserError(
      'The Google Sheet is not empty.',
      'The sample only goes into an empty one: make one with --google "Title".',
    );
  }
  const changes = planSetup(workbook, content);
  const results = await store.setUp(changes, workbook);
  if (changes.length === 0) terminal.say('The Google Sheet lacks no tab and no column.');
  return tellAdded(terminal, results);
}

async function makeSpreadsheet(run: Run, title: string, content: WorkbookContent): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { connectGoogle } = await import('../connect-google.ts');
  const { createSpreadsheet, googleStore } = await import('../../stores/google/google-store.ts');
  const client = await connectGoogle(settings, terminal);
  const store = googleStore(client, await createSpreadsheet(client, title));
  const isSample = flags['sample'] === true;
  const refused = refusedLines(await setUpMade(store, content, isSample));
  terminal.result(store.place);
  if (refused.length === 0) terminal.say(`${made(isSample)} Share it with those who are to edit it.`);
  for (const line of refused) terminal.say(terminal.paint('red', line));
  return refused.length > 0 ? 1 : 0;
}

/** Throws UserError that names the new spreadsheet: it is there, whatever becomes of the rest. */
async function setUpMade(
  store: GoogleStore,
  content: WorkbookContent,
  isSample: boolean,
): Promise<readonly ChangeResult[]> {
  try {
    const workbook = await store.read();
    return await store.write(planSetup(workbook, content), workbook);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `The Google Sheet ${store.place} was made, but not set up: ${error.message}`,
      `${error.advice} Then run «npm run init -- --spreadsheet ${store.place}${isSample ? ' --sample' : ''}».`,
    );
  }
}

const made = (sample: boolean): string =>
  sample
    ? 'Made with a sample register.'
    : 'Made with every tab, the municipalities and the county authorities.';

function tellAdded(terminal: Terminal, results: readonly ChangeResult[]): ExitCode {
  const refused = refusedLines(results);
  for (const { change, outcome } of results) if (outcome === 'done') terminal.result(added(change));
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
