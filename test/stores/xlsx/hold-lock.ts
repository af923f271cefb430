/** A process that takes the lock of a file, says so, and keeps it until it is killed. Argument: the file. */
import { setInterval } from 'node:timers';
import { withLock } from '../../../src/disk/lock.ts';

await withLock(process.argv[2] ?? '', () => {
  process.stdout.write('held\n');
  return new Promise<void>(() => {
    setInterval(() => undefined, 60_000);
  });
});
