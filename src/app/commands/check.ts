/** `npm run check`: reads and checks the register. Changes nothing unless asked to. */
import { msg } from '../../domain/msg.ts';
import { resolve } from 'node:path';
import type { Problem } from '../../domain/problem.ts';
import { UserError } from '../../domain/user-error.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Change, ChangeResult, Workbook } from '../../domain/workbook.ts';
import { joinedByAnd } from '../../language/spoken.ts';
import { applyIds, planIds } from '../../register/give-ids.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { tabKeys, tabs } from '../../register/tabs.ts';
import { newSince, problemCounts, problemRecords } from '../register/check-json.ts';
import { readEarlier } from '../register/read-earlier.ts';
import { reportRefused } from '../register/change-report.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { dueIn, dueLine, dueRecords } from '../register/due-findings.ts';
import { listRequest } from '../mailings/mailing-folder.ts';
import type { Entry } from '../../papers/due/entry.ts';
import { findingsChanges } from '../register/findings-change.ts';
import { standardIn, textFlag } from '../papers/paper-flags.ts';
import { plannedLines } from '../register/planned-cells.ts';
import { countOf, reportProblems } from '../register/problem-report.ts';
import type { Terminal } from '../cli/terminal.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Lists what is wrong in the register, and what to write instead.',
  options: {
    json: { type: 'boolean', help: 'print one JSON object on standard output and nothing else' },
    since: {
      type: 'string',
      value: '<file>',
      help: 'report only what is new since this file, made with --json',
    },
    write: { type: 'boolean', help: 'write the problems and the due list to the tab Kontroll' },
    'give-ids': { type: 'boolean', help: 'give an ID to every row that has none' },
    standard: { type: 'string', value: '<nb|nn>', help: 'written standard of the tab Kontroll (default nb)' },
  },
  examples: [
    'npm run check',
    'npm run check -- --give-ids --write',
    'npx felles check --json > before.json',
    'npx felles check --since before.json',
  ],
  run: runCheck,
};

async function runCheck(run: Run): Promise<ExitCode> {
  const { flags, settings, terminal } = run;
  const standard = standardIn(flags, 'standard', msg` for Kontroll`) ?? 'nb';
  const since = textFlag(flags, 'since');
  const earlier = since === undefined ? undefined : await readEarlier(resolve(settings.folder, since));
  const store = await run.store();
  const read = await store.read();
  const { reading, results, isUnwritten, stopped, due } = await writeWished(run, store, read, standard);
  const given = results.filter(isGiven).length;
  const problems = earlier === undefined ? reading.problems : newSince(reading.problems, earlier);
  if (flags['json'] === true) reportJson(run, reading, problems, due);
  else {
    reportText(run, reading, problems, earlier !== undefined);
    const line = dueLine(due);
    if (line !== undefined) terminal.result(line);
  }
  reportPlanned(run, read, reading.register);
  if (given > 0)
    terminal.say(
      given === 1
        ? msg`1 row was given an ID in ${store.place}.`
        : msg`${given} rows were given an ID in ${store.place}.`,
    );
  if (isFindingsWritten(results)) terminal.say(msg`The tab Kontroll was written in ${store.place}.`);
  const isRefused = reportRefused(terminal, results);
  if (isUnwritten) reportUnwritten(terminal, store.place);
  if (stopped !== undefined) reportStopped(run, stopped);
  // A row without an ID is in order, but it needs an ID before anything is made from it.
  const isToDo = [...problems, ...reading.unlisted.map(({ like }) => like)].some(
    ({ level, code }) => level === 'error' || code === 'id-missing',
  );
  return isRefused || isToDo || isUnwritten || stopped !== undefined ? 1 : 0;
}

/** Which row gets which ID, for those who look before they let it be written. */
function reportPlanned({ flags, settings, terminal }: Run, read: Workbook, register: Register): void {
  if (flags['give-ids'] === true || flags['json'] === true) return;
  const ids = planIds(read, settings.now);
  if (ids.length === 0) return;
  terminal.say(
    ids.length === 1 ? msg`--give-ids gives 1 row an ID:` : msg`--give-ids gives ${ids.length} rows an ID:`,
  );
  for (const line of plannedLines(ids, register)) terminal.say(line);
}

/** The result of writing what the flags ask for. */
interface Written {
  /** The due list; undefined where it cannot be known. */
  readonly due: readonly Entry[] | undefined;
  /** The content of the register after that, as far as is known. */
  readonly reading: RegisterReading;
  readonly results: readonly ChangeResult[];
  readonly isUnwritten: boolean;
  /** Why the writing stopped. The findings are still reported, since the reading was complete. */
  readonly stopped?: UserError;
}

type DueOf = (reading: RegisterReading) => Written['due'];

const isGiven = ({ outcome, change }: ChangeResult): boolean => outcome === 'done' && change.kind === 'cell';

/** Whether Kontroll was written. */
const isFindingsWritten = (results: readonly ChangeResult[]): boolean =>
  results.some(
    ({ outcome, change }) => outcome === 'done' && (change.kind === 'rows' || change.kind === 'tab'),
  );

async function writeWished(
  run: Run,
  store: RegisterStore,
  read: Workbook,
  standard: NorwegianStandard,
): Promise<Written> {
  const { flags, settings } = run;
  const ids = flags['give-ids'] === true ? planIds(read, settings.now) : [];
  const planned = readRegister(applyIds(read, ids), settings.now);
  const known = await listRequest(settings);
  const dueOf: DueOf = (reading) => dueIn(reading, settings.now, known);
  const due = dueOf(planned);
  const { findings, isUnwritten } = findingsOf(run, { read, reading: planned, due }, standard);
  const changes: readonly Change[] = [...ids, ...findings];
  let results: readonly ChangeResult[] = [];
  try {
    if (changes.length > 0) results = await store.write(changes, read);
    const isAll = results.filter(isGiven).length === ids.length;
    const written = isAll
      ? { reading: planned, results, due }
      : await readAgain(run, store, { results, standard, dueOf });
    return { ...written, isUnwritten };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const given = ids.filter((_, index) => results[index]?.outcome === 'done');
    const reading = readRegister(applyIds(read, given), settings.now);
    return { reading, results, isUnwritten, stopped: error, due: dueOf(reading) };
  }
}

function reportStopped({ terminal, flags }: Run, { message, advice }: UserError): void {
  const wished = [
    ...(flags['give-ids'] === true ? [msg`the IDs`] : []),
    ...(flags['write'] === true ? [msg`the tab Kontroll`] : []),
  ];
  terminal.say(msg`Writing ${joinedByAnd(wished)} failed: ${message}`, 'red');
  terminal.say(`  ${advice}`);
}

interface Findings {
  readonly findings: readonly Change[];
  readonly isUnwritten: boolean;
}

/** The new content of Kontroll and of the front page. Nothing if Kontroll has another name: that problem says what to do. */
function findingsOf(
  { flags, settings }: Run,
  { read, reading, due }: Pick<Written, 'reading' | 'due'> & { readonly read: Workbook },
  standard: NorwegianStandard,
): Findings {
  if (flags['write'] !== true) return { findings: [], isUnwritten: false };
  const isUnwritten = reading.problems.some(
    ({ code, at }) => code === 'tab-renamed' && at.tab === tabs.findings.name,
  );
  const findings = isUnwritten ? [] : findingsChanges(read, reading, standard, settings.now, due ?? []);
  return { findings, isUnwritten };
}

const reportUnwritten = (terminal: Terminal, place: string): void => {
  terminal.say(msg`Kontroll was not written: it has another name in ${place}.`, 'red');
};

interface Again {
  readonly results: readonly ChangeResult[];
  readonly standard: NorwegianStandard;
  readonly dueOf: DueOf;
}

/** Reads again if some IDs could not be given: Kontroll must not name rows by IDs that they do not have. */
async function readAgain(
  { settings }: Run,
  store: RegisterStore,
  { results, standard, dueOf }: Again,
): Promise<Pick<Written, 'reading' | 'results' | 'due'>> {
  const workbook = await store.read();
  const reading = readRegister(workbook, settings.now);
  const due = dueOf(reading);
  if (!isFindingsWritten(results)) return { reading, results, due };
  const changes = findingsChanges(workbook, reading, standard, settings.now, due ?? []);
  const again = await store.write(changes, workbook);
  return { reading, results: [...results, ...again], due };
}

const tabStates = ({
  register,
}: RegisterReading): readonly {
  readonly name: string;
  readonly count: number;
  readonly faulty: number;
  readonly withoutId: number;
  readonly newIds: number;
}[] =>
  tabKeys.flatMap((key) => {
    const state = register.tabs[key];
    if (state === undefined) return [];
    const { name, count, withoutId, newIds } = state;
    return [
      {
        name,
        count,
        faulty: state.refused.size - withoutId.size,
        withoutId: withoutId.size,
        newIds: newIds.length,
      },
    ];
  });

function reportJson(
  { terminal }: Run,
  reading: RegisterReading,
  problems: readonly Problem[],
  due: Written['due'],
): void {
  const counts = Object.fromEntries(tabStates(reading).map(({ name, count }) => [name, count]));
  terminal.result(
    JSON.stringify(
      {
        ...{ tabs: counts, ...problemCounts(problems, reading.unlisted), problems: problemRecords(problems) },
        due: due === undefined ? null : dueRecords(reading.register, due),
      },
      null,
      2,
    ),
  );
}

function reportText(
  { terminal }: Run,
  reading: RegisterReading,
  problems: readonly Problem[],
  onlyNew: boolean,
): void {
  const states = tabStates(reading);
  const width = Math.max(0, ...states.map(({ name }) => name.length));
  for (const { name, count, faulty, withoutId, newIds } of states) {
    const amount = String(count).padStart(6);
    const facts = [
      count === 1 ? msg`${amount} row` : msg`${amount} rows`,
      ...(faulty === 0 ? [] : [msg`${faulty} with errors and left out`]),
      ...(withoutId === 0 ? [] : [msg`${withoutId} without an ID and left out`]),
      ...(newIds === 0 ? [] : [msg`${newIds} without an ID`]),
    ];
    terminal.result(`${name.padEnd(width)} ${facts.join(', ')}`);
  }
  if (problems.length > 0) terminal.result('');
  const { unlisted } = reading;
  reportProblems(problems, terminal, 'result', onlyNew ? [] : unlisted);
  terminal.result('');
  if (!onlyNew) {
    terminal.result(msg`In all: ${countOf(problems, unlisted)}.`);
    return;
  }
  terminal.result(msg`New since then: ${countOf(problems, [])}.`);
  if (unlisted.length > 0)
    terminal.result(
      msg`Not compared: ${countOf([], unlisted)} more, since only the first of each kind are listed. Correct the listed ones first.`,
    );
}
