/** What came of a run, in one line: only what is known of it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsWords } from '../../language/page/mailings-words.ts';
import { outcomeWords } from '../../language/page/outcome-words.ts';
import { pageWords } from '../../language/page/page-words.ts';
import { isSending } from './going-on.ts';
import type { PageRun } from './runs.ts';

export type OutcomeKind = 'running' | 'done' | 'todo' | 'failed';

interface Outcome {
  readonly kind: OutcomeKind;
  readonly state: string;
}

/** `isRunning` also while it is not known yet what it has changed. */
export function outcomeOf(run: PageRun, isRunning: boolean, standard: NorwegianStandard): Outcome {
  const { code, isStopping, lines } = run;
  const { underWay, done, stopped } = pageWords[standard].run;
  if (isRunning || code === undefined) return { kind: 'running', state: underWay };
  const isLook = run.whole !== undefined && code < 2;
  const hasRed = lines.some(({ isRed }) => isRed);
  const kind = isLook && !hasRed ? 'done' : (ends[code] ?? 'failed');
  if (isStopping && code !== 0) return { kind, state: withProgress(stopped, run, standard) };
  if (code === 0 && !isLook) return { kind, state: done };
  const words = outcomeWords[standard];
  const head = isLook ? words.looked : withProgress(code === 1 ? words.ran : words.failed, run, standard);
  const advice = isLook ? '' : words.readMessage;
  return {
    kind,
    state: [`${head}.`, ...writtenBy(run, isLook, standard), hasRed ? words.seeBelow : advice]
      .join(' ')
      .trim(),
  };
}

/** By exit code. */
const ends = ['done', 'todo', 'failed'] as const;

/** Of a send, how far it had come. */
const withProgress = (head: string, run: PageRun, standard: NorwegianStandard): string =>
  run.progress === undefined || !(run.isStopping || isSending(run))
    ? head
    : `${head}: ${mailingsWords[standard].progress(run.progress)}`;

/** A look writes nothing, whatever others did meanwhile; of all else, what is known of the register. */
function writtenBy({ changes }: PageRun, isLook: boolean, standard: NorwegianStandard): readonly string[] {
  const words = outcomeWords[standard];
  if (isLook) return [words.wroteNothingYet];
  if (changes === undefined) return [];
  const isNothing = changes.cells.length === 0 && changes.added.length === 0 && changes.more === 0;
  return [isNothing ? words.wroteNothing : words.changed];
}
