/** What a run of the command `send` does, and how the page goes on with one that ended before all had got the mailing. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { doneWords } from '../../language/page/doing-words.ts';
import { nameOfCommand, wordsOfFlag } from '../../language/page/commands/all.ts';
import { flagsOf } from './argv.ts';
import type { PageRun } from './runs.ts';

/** Flags by which `send` does something else than to send. */
const others: readonly string[] = [
  ...['bounces', 'test-to', 'readdress', 'resolve', 'reopen', 'sent-by-hand', 'repair', 'status'],
];

/** What a run is called: reading what came back is no sending. */
export function nameOfRun(
  { command, argv }: Pick<PageRun, 'command' | 'argv'>,
  standard: NorwegianStandard,
): string {
  const flags = command === 'send' ? flagsOf(argv) : {};
  const other = others.find((flag) => flags[flag] !== undefined);
  if (other === 'test-to') return doneWords[standard].test;
  const label = other === undefined ? undefined : wordsOfFlag(command, other)?.label[standard];
  return label ?? nameOfCommand(command, standard);
}

/** Whether it sends, or makes, copies for whoever tries a mailing. */
export const isTest = ({ command, argv }: Pick<PageRun, 'command' | 'argv'>): boolean =>
  command === 'send' && flagsOf(argv)['test-to'] !== undefined;

/** Whether it is a send that was approved, and not a look or a decision. */
export const isSending = ({ command, argv }: Pick<PageRun, 'command' | 'argv'>): boolean =>
  command === 'send' && flagsOf(argv)['approve'] !== undefined;

/**
 * The flags that go on with a send that was stopped, or broke off: the same, but of a limit only what is left of it. Undefined where nothing
 * is known to be left, or nothing of the limit: without it, the send would go to all.
 */
export function flagsToGoOn(run: PageRun): Readonly<Record<string, string>> | undefined {
  const { argv, code, progress, isStopping } = run;
  if (!isSending(run) || code === undefined || code === 0) return undefined;
  // A limit counts those who were begun, whatever came of it.
  const begun = progress === undefined ? 0 : progress.gone + progress.failed + progress.unclear;
  const isBrokenOff = progress !== undefined && begun < progress.total;
  if (!isStopping && !isBrokenOff) return undefined;
  const { limit, ...flags } = flagsOf(argv);
  const same = Object.fromEntries(
    Object.entries(flags).map(([flag, value]) => [flag, value === true ? 'on' : value]),
  );
  if (limit === undefined) return same;
  const left = Number(limit) - begun;
  return left > 0 ? { ...same, limit: String(left) } : undefined;
}
