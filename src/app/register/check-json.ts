/** The problems of a register as JSON, and what is new since an earlier such file. */
import { msg } from '../../domain/msg.ts';
import { z } from 'zod';
import { countLevels, type Problem, type Unlisted } from '../../domain/problem.ts';
import { UserError } from '../../domain/user-error.ts';
import { wordProblem } from '../../language/problems/word-problem.ts';

/** One problem as `npm run check -- --json` prints it. Null where something does not apply. */
export interface ProblemRecord {
  readonly code: string;
  readonly level: string;
  readonly tab: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
  readonly id: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly advice: string;
}

export function problemRecords(problems: readonly Problem[]): readonly ProblemRecord[] {
  return problems.map((problem) => {
    const { code, level, at, value } = problem;
    return {
      code,
      level,
      tab: at.tab,
      row: at.row ?? null,
      column: at.column ?? null,
      cell: at.cell ?? null,
      id: at.id ?? null,
      value: value ?? null,
      ...wordProblem(problem, 'en'),
    };
  });
}

/** What `--json` tells beside the problems: how many there are in all, and of which kinds only the first are listed. */
export function problemCounts(problems: readonly Problem[], unlisted: readonly Unlisted[]): object {
  return {
    counts: countLevels(problems, unlisted),
    notListed: unlisted.map(({ like, count }) => ({
      ...{ code: like.code, level: like.level, tab: like.at.tab },
      count,
    })),
  };
}

const earlierFile = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      tab: z.string(),
      row: z.number().nullable(),
      column: z.string().nullable(),
      id: z.string().nullable(),
      value: z.string().nullable(),
    }),
  ),
});

type Key = z.infer<typeof earlierFile>['problems'][number];

/** Rows move, so a problem is known by its row's ID; by the row number only where there is none. */
const keyOf = ({ code, tab, row, column, id, value }: Key): string =>
  JSON.stringify([code, tab, id ?? row, column, value]);

/** How often each problem stood in an earlier `--json`. Throws UserError when the file is something else. */
export function parseEarlier(text: string, file: string): ReadonlyMap<string, number> {
  const advice = msg`Name a file made with «npx felles check --json > file».`;
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new UserError(msg`${file} is not JSON.`, advice, { cause });
  }
  const parsed = earlierFile.safeParse(content);
  if (!parsed.success) throw new UserError(msg`${file} does not hold problems of a register.`, advice);
  const counts = new Map<string, number>();
  for (const problem of parsed.data.problems)
    counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}

/** The problems that were not there before. */
export function newSince(
  problems: readonly Problem[],
  earlier: ReadonlyMap<string, number>,
): readonly Problem[] {
  const left = new Map(earlier);
  const records = problemRecords(problems);
  return problems.filter((_, index) => {
    const record = records[index];
    const key = record === undefined ? '' : keyOf(record);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
