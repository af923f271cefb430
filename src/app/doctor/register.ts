/** What the doctor checks in the workbook: whether it can be read and written, its tabs and headings, its conventions. */
import { msg, spoken } from '../../domain/msg.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { wordProblem } from '../../language/problems/word-problem.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { tabs } from '../../register/tabs.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { countOf } from '../register/problem-report.ts';
import { attempt, fault, note, ok, type Finding } from './finding.ts';

/** Faults of the workbook's structure, not of its rows. */
const structural: ReadonlySet<ProblemCode> = new Set([
  'tab-missing',
  'tab-twice',
  'tab-copy',
  'tab-old',
  'tab-renamed',
  'tab-alike',
  'tab-hidden',
  'headings-missing',
  'headings-below',
  'headings-below-rows',
  'headings-again',
  'heading-read-as',
  'rows-unread',
  'rows-too-many',
  'heading-missing',
  'heading-twice',
  'columns-absent',
]);

/** What was found, and the register if it could be read. */
export interface WorkbookFindings {
  readonly findings: readonly Finding[];
  readonly register?: Register;
}

/** Everything about the workbook. `now` is Oslo time. Stops at the first thing that prevents reading. */
export async function checkWorkbook(store: RegisterStore, now: WallTime): Promise<WorkbookFindings> {
  const read = await attempt(msg`register`, () => store.read());
  if ('state' in read) return { findings: [read] };
  const rows = read.sheets.reduce((sum, sheet) => sum + Math.max(0, sheet.rows.length - 1), 0);
  const reading = readRegister(read, now);
  const findings = [
    ok(
      msg`register`,
      msg`${store.place}: ${read.sheets.length} tabs, ${rows.toLocaleString('en').replaceAll(',', ' ')} rows`,
    ),
    await checkRights(store),
    ...checkConventions(read),
    ...checkForm(reading),
  ];
  return { findings, register: reading.register };
}

async function checkRights(store: RegisterStore): Promise<Finding> {
  const came = await attempt(msg`rights`, () => store.requireWritable());
  return came !== undefined && 'state' in came ? came : ok(msg`rights`, msg`it can be read and written`);
}

/** A spreadsheet on the web decides dates and times by its locale and time zone. A file does not. */
function checkConventions({ conventions }: Workbook): readonly Finding[] {
  if (conventions === undefined) return [];
  const { locale, timeZone } = conventions;
  const isNorwegian = /^(?:nb|nn|no)(?:_|$)/u.test(locale);
  if (isNorwegian && timeZone === 'Europe/Oslo')
    return [ok(msg`conventions`, msg`Norwegian dates, the time in Oslo`)];
  return [
    note(
      msg`conventions`,
      msg`The sheet's locale is ${locale} and its time zone ${timeZone}.`,
      msg`Choose Norway and (GMT+01:00) Oslo in the sheet, under File, Settings; or run «npm run init», which sets both.`,
    ),
  ];
}

function checkForm({ problems, unlisted }: RegisterReading): readonly Finding[] {
  const form = problems.filter(
    (one) => structural.has(one.code) && (one.level !== 'info' || isWorthDoing(one)),
  );
  const isOfSample = ({ code }: Problem): boolean => code === 'sample-register';
  const others = problems.filter((problem) => !structural.has(problem.code) && !isOfSample(problem));
  const names = Object.keys(tabs).length;
  const found = form.map(structuralFinding);
  const content =
    others.some(({ level }) => level === 'error') || others.some(({ level }) => level === 'warning')
      ? note(
          msg`rows`,
          msg`${countOf(others, unlisted)} in the rows.`,
          msg`Run «npm run check». It names each cell.`,
        )
      : ok(msg`rows`, msg`no errors and no warnings`);
  return [
    ...problems.filter(isOfSample).slice(0, 1).map(sampleFinding),
    ...(found.length === 0 ? [ok(msg`tabs`, msg`all ${names}, with the headings they need`)] : found),
    content,
  ];
}

/** A tab that «npm run init» would add, or that may be deleted: nothing is wrong, but it is worth a minute. */
const isWorthDoing = (one: Problem): boolean =>
  one.code === 'tab-old' || (one.code === 'tab-missing' && one.args.needed);

function sampleFinding(problem: Problem): Finding {
  const { message, advice } = wordProblem(problem, spoken());
  return note(msg`sample`, message, msg`${advice} It is «${problem.at.id ?? ''}» in ${problem.at.tab}.`);
}

function structuralFinding(problem: Problem): Finding {
  const { message, advice } = wordProblem(problem, spoken());
  const says = ['tab-missing', 'tab-renamed'].includes(problem.code)
    ? message
    : `${problem.at.tab}: ${message}`;
  return problem.level === 'error' ? fault(msg`tabs`, says, advice) : note(msg`tabs`, says, advice);
}
