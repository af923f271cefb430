/** Ctrl-C: once asks for an end, and again means at once. */
import type { Terminal } from './terminal.ts';

/**
 * A person's second Ctrl-C comes later than this. npm passes a signal on to what it has started, which the terminal has told
 * already: the same Ctrl-C comes twice.
 */
const SAME_MS = 400;

/**
 * Calls `first` when the process is asked to end, `again` when it is asked once more. A terminal that is closed asks too; where
 * nobody sees one, the process was meant to outlive it (`nohup`). Until the answer is called.
 * `uptime` is in milliseconds.
 */
export function onInterrupt(
  { isInteractive }: Pick<Terminal, 'isInteractive'>,
  first: () => void,
  again: () => void,
  uptime = (): number => performance.now(),
): () => void {
  const signals = ['SIGINT', 'SIGTERM', ...(isInteractive ? (['SIGHUP'] as const) : [])] as const;
  let asked: number | undefined;
  const heard = (): void => {
    const now = uptime();
    if (asked === undefined) {
      asked = now;
      first();
    } else if (now - asked > SAME_MS) again();
  };
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}
