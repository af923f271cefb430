/** What the page shows of a command that runs or has run. */
import { z } from 'zod';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsWords } from '../../language/page/mailings-words.ts';
import { pageWords } from '../../language/page/page-words.ts';
import type { PageRun } from './runs.ts';
import { textsOf, textsSchema } from './texts.ts';

export const runSchema = z.object({
  words: textsSchema(pageWords.nb.run),
  frame: textsSchema(pageWords.nb.frame),
  id: z.number(),
  command: z.string(),
  state: z.string(),
  isRunning: z.boolean(),
  isStopping: z.boolean(),
  canStop: z.boolean(),
  kind: z.enum(['running', 'done', 'todo', 'failed']),
  progress: z.object({ gone: z.number(), total: z.number(), words: z.string() }).optional(),
  lines: z.array(z.string()),
  changes: z
    .object({
      cells: z.array(z.object({ place: z.string(), was: z.string(), is: z.string() })),
      added: z.array(z.string()),
      more: z.string().optional(),
      isNothing: z.boolean(),
    })
    .optional(),
  stopAction: z.string(),
  back: z.string(),
  form: z.string(),
});
type RunView = z.infer<typeof runSchema>;

export function runView(run: PageRun, standard: NorwegianStandard, form: string): RunView {
  const { run: words, frame } = pageWords[standard];
  const { id, command, lines, code, progress, isStopping, from } = run;
  const isRunning = code === undefined;
  const ends = ['done', 'todo', 'failed'] as const;
  const kind = isRunning ? 'running' : (ends[code] ?? 'failed');
  const states = { running: words.underWay, done: words.done, todo: words.toDo, failed: words.failed };
  return {
    ...{ words: textsOf(words), frame: textsOf(frame), id, command, isRunning, isStopping, kind },
    state: states[kind],
    canStop: isRunning && command === 'send' && !isStopping,
    // What came last may not have been told: of one that has ended, what it said tells.
    ...(progress === undefined || !isRunning ? {} : { progress: progressView(progress, standard) }),
    lines: [...lines],
    ...(run.changes === undefined ? {} : { changes: changesView(run.changes, words) }),
    stopAction: `/${standard}/run/${String(id)}/stop`,
    ...{ back: from, form },
  };
}

const progressView = (
  progress: NonNullable<PageRun['progress']>,
  standard: NorwegianStandard,
): NonNullable<RunView['progress']> => ({
  ...{ gone: progress.gone, total: progress.total },
  words: mailingsWords[standard].progress(progress),
});

function changesView(
  { cells, added, more }: NonNullable<PageRun['changes']>,
  words: (typeof pageWords)['nb']['run'],
): NonNullable<RunView['changes']> {
  const shown = (text: string): string => (text === '' ? words.empty : text);
  return {
    cells: cells.map(({ tab, row, column, was, is }) => ({
      place: words.cell(tab, row, column),
      was: shown(was),
      is: shown(is),
    })),
    added: added.map(({ tab, rows }) => words.added(tab, rows)),
    ...(more === 0 ? {} : { more: words.moreCells(more) }),
    isNothing: cells.length === 0 && added.length === 0,
  };
}
