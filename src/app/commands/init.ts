/** `npm run init`: makes a workbook, or adds to one what is missing. A file, or a Google Sheet. */
import { msg } from '../../domain/msg.ts';
import { existsSync } from 'node:fs';
import { dayOf, type WallTime } from '../../domain/time.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Problem } from '../../domain/problem.ts';
import { comparedName } from '../../domain/compare.ts';
import type { ChangeResult, Workbook } from '../../domain/workbook.ts';
import { UserError } from '../../domain/user-error.ts';
import { FRONT_PAGE } from '../../register/pages.ts';
import { standardContent } from '../../register/data/standard-content.ts';
import { withheldIn, type WorkbookContent } from '../../register/setup.ts';
import { tabKeys, tabs, type TabKey } from '../../register/tabs.ts';
import type { GoogleStore } from '../../stores/google/google-store.ts';
import { createWorkbookFile, xlsxStore } from '../../stores/xlsx/xlsx-store.ts';
import { reportAdded } from '../register/added-report.ts';
import { reportRefused } from '../register/change-report.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { connectSpreadsheet } from '../register/connect.ts';
import { isPageWithheld, planInit } from '../register/plan-init.ts';
import { unfoundForInit } from '../register/no-register.ts';
import { reportProblems } from '../register/problem-report.ts';
import { shownPath, workbookId } from '../settings/settings.ts';
import type { Terminal } from '../cli/terminal.ts';

export const initCommand: Command = {
  name: 'init',
  summary: 'Makes a new workbook, or adds what is missing to yours.',
  options: {
    sample: { type: 'boolean', help: 'fill a new workbook with a sample register' },
    add: {
      type: 'string',
      value: '<tab,…>',
      help: 'make these tabs, though others with their headings are there',
    },
    google: { type: 'string', value: '<title>', help: 'make a Google Sheet with this title' },
  },
  examples: [
    'npm run init',
    'npm run init -- --sample --workbook sample.xlsx',
    'npm run init -- --spreadsheet https://docs.google.com/spreadsheets/d/…',
    'npm run init -- --google "Aktivitetsregister"',
    'npm run init -- --add Saker',
  ],
  run: runInit,
};

async function runInit(run: Run): Promise<ExitCode> {
  const { settings, flags } = run;
  const title = flags['google'];
  if (typeof title === 'string') return makeSpreadsheet(run, title.trim());
  const { source } = settings;
  const content = await contentFor(run, workbookId(settings));
  return source.kind === 'spreadsheet'
    ? setUpSpreadsheet(run, source.id, content)
    : setUpFile(run, source.path, content);
}

/** What a new workbook holds; the ledger of a sample knows its recipients by the workbook's ID. Loads the sample only for it. */
async function contentFor({ settings, flags }: Run, workbook: string): Promise<WorkbookContent> {
  if (flags['sample'] !== true) return standardContent();
  const { sampleContent } = await import('../../register/sample/sample-content.ts');
  const { keysOf } = await import('../mailings/keys.ts');
  return sampleContent(dayOf(settings.now), keysOf(workbook));
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
      msg`${name} does not end in .xlsx.`,
      msg`Name the workbook something.xlsx, so that programs know what it is.`,
    );
  }
  if (!existsSync(path)) {
    const unfound = await unfoundForInit(settings, typeof flags['workbook'] === 'string');
    if (unfound !== undefined) throw unfound;
    await createWorkbookFile(path, planInit(undefined, content, settings.now));
    terminal.result(name);
    terminal.say(made(sample));
    return 0;
  }
  if (sample) {
    throw new UserError(
      msg`${name} is already there.`,
      msg`The sample can only be put in a new workbook. Name one with --workbook.`,
    );
  }
  const store = xlsxStore(path);
  const workbook = await store.read();
  const wanted = wantedTabs(flags);
  const changes = planInit(workbook, content, settings.now, wanted);
  const withheld = withheldFrom(workbook, wanted);
  if (changes.length === 0) {
    terminal.say(
      isNothing(withheld) ? msg`${name} lacks nothing; it was not touched.` : msg`${name} was not touched.`,
    );
    return reportWithheld(terminal, withheld);
  }
  const code = reportAdded(terminal, await store.write(changes, workbook));
  return Math.max(code, reportWithheld(terminal, withheld)) === 0 ? 0 : 1;
}

/** Everything in one request: tabs, headings, dropdowns, formats, notes, protection, and the sheet's conventions. */
async function setUpSpreadsheet(run: Run, id: string, content: WorkbookContent): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const store = await connectSpreadsheet(id, settings, terminal);
  const workbook = await store.readWithLooks();
  if (flags['sample'] === true && workbook.sheets.some(({ rows }) => rows.length > 0)) {
    throw new UserError(
      msg`The Google Sheet is not empty.`,
      msg`The sample can only be put in an empty one. Make one with --google "Title".`,
    );
  }
  const wanted = wantedTabs(flags);
  const changes = planInit(workbook, content, settings.now, wanted);
  const withheld = withheldFrom(workbook, wanted);
  const results = await store.setUp(changes, workbook);
  if (changes.length === 0 && isNothing(withheld))
    terminal.say(msg`The Google Sheet lacks no tab and no column.`);
  const code = reportAdded(terminal, results);
  return Math.max(code, reportWithheld(terminal, withheld)) === 0 ? 0 : 1;
}

async function makeSpreadsheet(run: Run, title: string): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { connectGoogle } = await import('../register/connect-google.ts');
  const { createSpreadsheet, googleStore } = await import('../../stores/google/google-store.ts');
  const client = await connectGoogle(settings, terminal);
  const id = await createSpreadsheet(client, title);
  const store = googleStore(client, id);
  const isSample = flags['sample'] === true;
  const results = await setUpMade(store, await contentFor(run, id), settings.now, isSample);
  terminal.result(store.place);
  if (reportRefused(terminal, results)) return 1;
  terminal.say(msg`${made(isSample)} Share it with those who will edit it.`);
  return 0;
}

/** Throws UserError that names the new spreadsheet: it exists, whatever happens after that. */
async function setUpMade(
  store: GoogleStore,
  content: WorkbookContent,
  now: WallTime,
  isSample: boolean,
): Promise<readonly ChangeResult[]> {
  try {
    const workbook = await store.read();
    return await store.write(planInit(workbook, content, now), workbook);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const named = `${store.place}${isSample ? ' --sample' : ''}`;
    throw new UserError(
      msg`The Google Sheet ${store.place} was made, but not set up: ${error.message}`,
      msg`${error.advice} Then run «npm run init -- --spreadsheet ${named}».`,
    );
  }
}

/** The tabs to make in any case. Throws UserError for one that Felles does not have. */
function wantedTabs({ add }: Run['flags']): ReadonlySet<TabKey> {
  const words = typeof add === 'string' ? add.split(',').map((word) => word.trim()) : [];
  const names = tabKeys.map((key) => tabs[key].name);
  const keys = words.map((word) => {
    const key = tabKeys.find((one) => comparedName(tabs[one].name) === comparedName(word));
    if (key !== undefined) return key;
    const near = nearest(word, names);
    throw new UserError(
      msg`Felles has no tab «${word}».`,
      near === undefined ? msg`It has ${names.join(', ')}.` : msg`Did you mean «${near}»?`,
    );
  });
  return new Set(keys);
}

/** What an existing workbook was not given. */
interface Withheld {
  readonly problems: readonly Problem[];
  readonly isPage: boolean;
}

const withheldFrom = (workbook: Workbook, wanted: ReadonlySet<TabKey>): Withheld => ({
  problems: withheldIn(workbook, wanted),
  isPage: isPageWithheld(workbook),
});

const isNothing = ({ problems, isPage }: Withheld): boolean => problems.length === 0 && !isPage;

/** Prints where nothing was added, and why. */
function reportWithheld(terminal: Terminal, withheld: Withheld): ExitCode {
  if (withheld.isPage) {
    terminal.say(
      msg`The front page and the colours were not added: a sheet of yours has its name.`,
      'yellow',
    );
    terminal.say(`  ${msg`Give «${FRONT_PAGE}» another name in the workbook, and run this again.`}`);
  }
  if (withheld.problems.length > 0) {
    terminal.say(msg`Nothing was added here, since it is not certain what is missing:`, 'yellow');
    reportProblems(withheld.problems, terminal, 'message', []);
  }
  return isNothing(withheld) ? 0 : 1;
}

const made = (sample: boolean): string =>
  sample
    ? msg`Made with a sample register.`
    : msg`Made with every tab, the municipalities and the county authorities.`;
