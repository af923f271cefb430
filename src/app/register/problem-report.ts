/** Problems on the terminal, tab by tab and row by row. */
import { groupBy } from '../../domain/group.ts';
import { countLevels, kindOf, type Level, type Problem, type Unlisted } from '../../domain/problem.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { joinedByAnd } from '../../language/spoken.ts';
import { wordProblem } from '../../language/problems/word-problem.ts';
import type { Terminal } from '../cli/terminal.ts';

const levelStyles = { error: 'red', warning: 'yellow', info: 'dim' } as const satisfies Record<Level, string>;

/** `row 14, Start (G14)`: where to look, within a tab. */
function placeInTab({ at }: Problem): string {
  const parts = [
    at.row === undefined ? undefined : msg`row ${at.row}`,
    at.column === undefined ? undefined : at.cell === undefined ? at.column : `${at.column} (${at.cell})`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

const levelWords = (): Readonly<Record<Level, string>> => ({
  error: msg`error`,
  warning: msg`warning`,
  info: msg`info`,
});

/** All as wide as the widest. */
function levelWord(level: Level): string {
  const words = levelWords();
  return words[level].padEnd(Math.max(...Object.values(words).map(({ length }) => length)));
}

/** One problem in one line: `error    row 14, Start (G14): «31.02.2026» is not a date. Write for example …` */
function problemLine(problem: Problem, terminal: Terminal, line: 'message' | 'result'): string {
  const { message, advice } = wordProblem(problem, spoken());
  const place = placeInTab(problem);
  const level = terminal.paint(levelStyles[problem.level], levelWord(problem.level), line);
  const where = place === '' ? '' : `${terminal.paint('bold', place, line)}: `;
  return `  ${level}  ${where}${message} ${advice}`.trimEnd();
}

/** How many problems of one kind in one tab are printed. If there are more: only the first few, and a number. */
const MOST_SHOWN = 20;
const FEW = 5;

const rowOf = ({ at }: Problem): number => at.row ?? 0;

/**
 * Every problem under its tab, in order of rows: as the result of a script, or as messages. Those that were only
 * counted are added to the others of their kind.
 */
export function reportProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  line: 'message' | 'result',
  unlisted: readonly Unlisted[],
): void {
  const notKept = new Map(unlisted.map(({ like, count }) => [kindOf(like), count]));
  const print = (text: string): void => {
    if (line === 'result') terminal.result(text);
    else terminal.say(text);
  };
  for (const [tab, own] of groupBy(problems, ({ at }) => at.tab)) {
    print(terminal.paint('bold', tab, line));
    const sorted = own.toSorted((one, other) => rowOf(one) - rowOf(other));
    const kinds = groupBy(sorted, kindOf);
    const shown = new Set([...kinds.values()].flatMap((kind) => shownOf(kind)));
    for (const problem of sorted) if (shown.has(problem)) print(problemLine(problem, terminal, line));
    for (const [name, kind] of kinds) for (const rest of restLines(kind, notKept.get(name) ?? 0)) print(rest);
  }
}

const shownOf = (kind: readonly Problem[]): readonly Problem[] =>
  kind.length > MOST_SHOWN ? kind.slice(0, FEW) : kind;

/** The line about the problems of a kind that are not printed, if there are any. */
function restLines(kind: readonly Problem[], notKept: number): readonly string[] {
  const [first] = kind;
  const rest = kind.length - shownOf(kind).length + notKept;
  if (first === undefined || rest === 0) return [];
  const place = placeInTab(first);
  const said =
    notKept === 0
      ? msg`and ${rest} more like ${place}: «npm run check -- --json» names each.`
      : msg`and ${rest} more like ${place}: «npm run check -- --json» names the first ${kind.length}; the others were only counted.`;
  return [`  ${levelWord(first.level)}  ${said}`];
}

/** `3 errors, 1 warning and 2 notes`, or `no problems`. */
export function countOf(problems: readonly Problem[], unlisted: readonly Unlisted[]): string {
  const { error, warning, info } = countLevels(problems, unlisted);
  const parts = [
    ...(error === 0 ? [] : [error === 1 ? msg`1 error` : msg`${error} errors`]),
    ...(warning === 0 ? [] : [warning === 1 ? msg`1 warning` : msg`${warning} warnings`]),
    ...(info === 0 ? [] : [info === 1 ? msg`1 note` : msg`${info} notes`]),
  ];
  if (parts.length === 0) return msg`no problems`;
  const before = parts.slice(0, -1).join(', ');
  return joinedByAnd([...(before === '' ? [] : [before]), ...parts.slice(-1)]);
}
