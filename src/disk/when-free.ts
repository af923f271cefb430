import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from './has-code.ts';

/** Longer than a virus scanner, an indexer or OneDrive holds a file that was just written. */
const USUAL_PATIENCE = 2000;

/** Whether another program holds the file, as Windows reports it: only there does an open file refuse a new name. */
export const isInUse = (error: unknown, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' && hasCode(error, 'EPERM', 'EACCES', 'EBUSY');

/** Does the work, and again for a while (milliseconds) as long as another program holds the file. Throws what the work throws. */
export async function whenFree<Result>(
  work: () => Result,
  isHeld: (error: unknown) => boolean = isInUse,
  patience = USUAL_PATIENCE,
): Promise<Result> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isHeld(error) || performance.now() > until) throw error;
    }
    await pause(50);
  }
}
