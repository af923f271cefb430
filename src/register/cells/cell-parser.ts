/** The type of every cell parser: it gets a cell that is not empty, and returns its value or reports why it has none. */
import type { Level, ProblemArguments, ProblemCode } from '../../domain/problem.ts';
import type { Cell } from '../../domain/workbook.ts';

/** Takes a problem of the cell being read; its place and value are known to the reader. */
export type Report = <Code extends ProblemCode>(
  code: Code,
  level: Level,
  args: ProblemArguments[Code],
) => void;

/** Undefined means that an error has been reported, or a warning where the row is needed without the value. Never called for an empty cell. */
export type CellParser<Value> = (cell: Cell, report: Report) => Value | undefined;

/** For those who only ask whether a cell can be read: a parser need not look for what was meant then. */
export const ignoreReports = (): void => undefined;
