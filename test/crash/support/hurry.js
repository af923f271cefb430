// For `node --import`: every wait and the clock that waits go by run a thousand times as fast. What Google or a mail server
// asks for as minutes of patience is then over in a fraction of a second, in a process that is otherwise the real one.
import { syncBuiltinESMExports } from 'node:module';
import { performance } from 'node:perf_hooks';
import timers from 'node:timers/promises';

const FASTER = 1000;
const { setTimeout: wait } = timers;
const now = performance.now.bind(performance);
timers.setTimeout = (milliseconds, ...rest) => wait((milliseconds ?? 0) / FASTER, ...rest);
Object.defineProperty(performance, 'now', { value: () => now() * FASTER });
syncBuiltinESMExports();
