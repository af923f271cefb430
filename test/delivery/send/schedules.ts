/** Many runs at once, step by step in an order drawn by lot; any of them may stop for good at any step. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Step } from './world.ts';

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
  /** The machine whose step it is stops for good. */
  readonly stop: () => void;
}

/** Runs one run of a machine: its answer, or `stopped` where the machine stopped in it and does nothing any more. */
export type Start = <Answer>(run: (step: Step) => Promise<Answer>) => Promise<Answer | 'stopped'>;

/** Plays what `work` starts, one step at a time, each drawn. `crashes` is how likely a step is the last of its run. */
export async function inAnyOrder(
  draw: () => number,
  crashes: number,
  work: (start: Start) => readonly Promise<unknown>[],
): Promise<void> {
  const waiting = new Set<Waiting>();
  const start: Start = (run) =>
    new Promise((resolve, reject) => {
      const own = new Set<Waiting>();
      const stop = (): void => {
        for (const one of own) waiting.delete(one);
        resolve('stopped');
      };
      let isStopped = false;
      const step: Step = () =>
        new Promise((go) => {
          // What a machine that has stopped was about to do is never done.
          if (isStopped) return;
          const one: Waiting = {
            go,
            stop: () => {
              isStopped = true;
              stop();
            },
          };
          own.add(one);
          waiting.add(one);
        });
      run(step).then(resolve, reject);
    });
  const running = new Set<Promise<unknown>>();
  for (const one of work(start)) {
    running.add(one);
    const end = (): void => void running.delete(one);
    void one.then(end, end);
  }
  while (running.size > 0) {
    // Until all wait for their next step, which takes no more than a few turns of what is ready to run.
    for (let tick = 0; waiting.size < running.size && tick < 60; tick += 1) await Promise.resolve();
    if (waiting.size === 0) await turn();
    const next = [...waiting][Math.floor(draw() * waiting.size)];
    if (next === undefined) continue;
    waiting.delete(next);
    if (draw() < crashes) next.stop();
    else next.go();
  }
}
