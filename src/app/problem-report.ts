/** Problems on the terminal, in English, tab by tab and row by row. */
import { groupBy } from '../domain/group.ts';
import { countLevels, type Level, type Problem } from '../domain/problem.ts';
import { wordProblem } from '../language/problems/word-problem.ts';
import type { Terminal } from './terminal.ts';

const levelStyles = { error: 'red', warning: 'yellow', info: 'dim' } as const satisfies Record<Level, string>;

/** `row 14, Start (G14)`: where to look, within a tab. */
function placeInTab({ at }: Problem): string {
  const parts = [
    at.row === undefined ? undefined : `row ${String(at.row)}`,
    at.column === undefined ? undefined : at.cell === undefined ? at.column : `${at.column} (${at.cell})`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** One problem in one line: `error    row 14, Start (G14): «31.02.2026» is not a date. Write for example …` */
function problemLine(problem: Problem, terminal: Terminal, line: 'message' | 'result'): string {
  const { message, advice } = wordProblem(problem, 'en');
  const place = placeInTab(problem);
  const level = terminal.paint(levelStyles[problem.level], problem.level.padEnd(7), line);
  const where = place === '' ? '' : `${terminal.paint('bold', place, line)}: `;
  return `  ${level}  ${where}${message} ${advice}`.trimEnd();
}

const rowOf = ({ at }: Problem): number => at.row ?? 0;

/** Every problem under its tab, in order of rows: as the result of a script, or as messages beside it. */
export function reportProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  line: 'message' | 'result',
): void {
  const print = (text: string): void => {
    if (line === 'result') terminal.result(text);
    else terminal.say(text);
  };
  for (const [tab, own] of groupBy(problems, ({ at }) => at.tab)) {
    print(terminal.paint('bold', tab, line));
    for (const problem of own.toSorted((one, other) => rowOf(one) - rowOf(other)))
      print(problemLine(problem, terminal, line));
  }
}

/** `3 errors, 1 warning and 2 notes`, or `no problems`. */
export function countOf(problems: readonly Problem[]): string {
  const { error, warning, info } = countLevels(problems);
  const named = (count: number, one: string, many: string): string | undefined =>
    count === 0 ? undefined : `${String(count)} ${count === 1 ? one : many}`;
  const parts = [
    named(error, 'error', 'errors'),
    named(warning, 'warning', 'warnings'),
    named(info, 'note', 'notes'),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'no problems' : parts.join(', ').replace(/, (?=[^,]*$)/u, ' and ');
}
