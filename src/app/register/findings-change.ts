/** What the tab Kontroll is to hold: the problems and the due list, worded in Norwegian for those who edit the sheet. */
import type { Level, Problem, Unlisted } from '../../domain/problem.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Change, NewValue, RowsReplacement, TabAddition, Workbook } from '../../domain/workbook.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Entry } from '../../papers/due/entry.ts';
import { wordProblem } from '../../language/problems/word-problem.ts';
import { choicesPage } from '../../register/choices-page.ts';
import { foundIn } from '../../papers/front-page/figures.ts';
import { frontPage } from '../../papers/front-page/front-page.ts';
import { findFrontPage } from '../../register/pages.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import { layoutOf } from '../../register/tab.ts';
import { findingsTab } from '../../register/tabs/findings.ts';
import { dueRow } from './due-findings.ts';

const levels: Readonly<Record<NorwegianStandard, Readonly<Record<Level, string>>>> = {
  nb: { error: 'Feil', warning: 'Advarsel', info: 'Til orientering' },
  nn: { error: 'Feil', warning: 'Åtvaring', info: 'Til orientering' },
};

const allWell: Readonly<Record<NorwegianStandard, readonly [level: string, tab: string, text: string]>> = {
  nb: ['I orden', 'Alle', 'Ingen feil og ingen advarsler.'],
  nn: ['I orden', 'Alle', 'Ingen feil og ingen åtvaringar.'],
};

const notListed: Readonly<
  Record<NorwegianStandard, (count: string, row: string) => readonly [string, string]>
> = {
  nb: (count, row) => [
    `${count} til av samme slag som ${row} er talt, men ikke listet.`,
    'Rett dem som er listet, og kjør «npm run check» på nytt.',
  ],
  nn: (count, row) => [
    `${count} til av same slag som ${row} er talde, men ikkje lista.`,
    'Rett dei som er lista, og køyr «npm run check» på nytt.',
  ],
};

type Cells = Readonly<Record<string, NewValue>>;

function rowOf(problem: Problem, standard: NorwegianStandard, now: WallTime): Cells {
  const { at, value, level } = problem;
  const { message, advice } = wordProblem(problem, standard);
  return {
    Tidspunkt: { wallTime: now },
    Nivå: levels[standard][level],
    Fane: at.tab,
    ...(at.row === undefined ? {} : { Rad: at.row }),
    ...(at.column === undefined ? {} : { Kolonne: at.column }),
    ...(at.id === undefined ? {} : { ID: at.id }),
    ...(value === undefined ? {} : { Verdi: value }),
    Problem: message,
    Råd: advice,
  };
}

function lastRow({ like, count }: Unlisted, standard: NorwegianStandard, now: WallTime): Cells {
  const { at, level } = like;
  const row = at.row === undefined ? 'det første' : `rad ${String(at.row)}`;
  const [message, advice] = notListed[standard](String(count), row);
  return {
    Tidspunkt: { wallTime: now },
    Nivå: levels[standard][level],
    Fane: at.tab,
    ...(at.column === undefined ? {} : { Kolonne: at.column }),
    Problem: message,
    Råd: advice,
  };
}

/**
 * Replaces the rows of Kontroll, or makes the tab where it is missing; and writes the pages again where the workbook, as it
 * was read, has them. `now` is Oslo time; `due` are the entries of the due list.
 */
export function findingsChanges(
  workbook: Workbook,
  reading: RegisterReading,
  standard: NorwegianStandard,
  now: WallTime,
  due: readonly Entry[],
): readonly Change[] {
  const findings = findingsChange(reading, standard, now, due);
  const page = findFrontPage(workbook.sheets);
  if (page === undefined) return [findings];
  const found = foundIn(findings.rows.map(({ Nivå: level }) => level));
  const { register } = reading;
  return [findings, frontPage({ register, workbook, found, now, page }), choicesPage(register, now)];
}

/** The rows of Kontroll. */
export function findingsChange(
  { register, problems, unlisted }: RegisterReading,
  standard: NorwegianStandard,
  now: WallTime,
  due: readonly Entry[],
): TabAddition | RowsReplacement {
  const [level, tab, text] = allWell[standard];
  const rows =
    problems.length + due.length === 0
      ? [{ Tidspunkt: { wallTime: now }, Nivå: level, Fane: tab, Problem: text }]
      : [
          ...problems.map((problem) => rowOf(problem, standard, now)),
          ...unlisted.map((kind) => lastRow(kind, standard, now)),
          ...due.map((entry) => dueRow(register, entry, standard, now)),
        ];
  const { findings } = register.tabs;
  return findings === undefined
    ? { kind: 'tab', layout: layoutOf(findingsTab), rows }
    : { kind: 'rows', tab: findings.name, headings: Object.values(findings.headings ?? {}), rows };
}
