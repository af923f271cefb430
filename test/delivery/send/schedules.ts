/** Many runs at once, step by step in an order drawn by lot; any of them may stop for good at any step. */
import { setImmediate as turn } from 'node:timers/promises';
import { Crash, type Step } from './world.ts';

/** A row of numbers from 0 up to 1 that a seed decides (mulberry32, public domain). */
export function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Waiting {
  readonly go: () => void;
  readonly stop: () => void;
}

/** Runs `work` with a step that waits until it is drawn. `crashes` is how likely each step is the last of its run. */
export async function inAnyOrder(
  draw: () => number,
  crashes: number,
  work: (step: Step) => readonly Promise<unknown>[],
): Promise<void> {
  const waiting: Waiting[] = [];
  const step: Step = () =>
    new Promise((resolve, reject) => {
      waiting.push({
        go: resolve,
        stop: () => {
          reject(new Crash());
        },
      });
    });
  const running = new Set<Promise<unknown>>();
  for (const one of work(step)) {
    running.add(one);
    const end = (): void => void running.delete(one);
    void one.then(end, end);
  }
  while (running.size > 0) {
    await turn();
    const [next] = waiting.splice(Math.floor(draw() * waiting.length), 1);
    if (next === undefined) continue;
    if (draw() < crashes) next.stop();
    else next.go();
  }
}
