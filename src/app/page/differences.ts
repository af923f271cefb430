/** What differs between two versions of a text that is a list of blocks. */

/** One place: what stood there, what stands there now. Both are there where something was changed. */
export interface Difference {
  readonly was?: string;
  readonly is?: string;
  /** The number of the block in the new version: its own, or the one before which something is gone. */
  readonly at: number;
}

/** Beyond so many comparisons blocks are only looked for, wherever they stand. */
const MOST_COMPARED = 4_000_000;

/** The differences, in order of the new version. */
export function differencesOf(old: readonly string[], now: readonly string[]): readonly Difference[] {
  const same = (one: number, other: number): boolean => old[one] === now[other];
  let head = 0;
  while (head < Math.min(old.length, now.length) && same(head, head)) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && same(old.length - 1 - tail, now.length - 1 - tail))
    tail += 1;
  const [before, after] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const steps =
    before.length * after.length > MOST_COMPARED ? unordered(before, after) : inOrder(before, after);
  return paired(steps.map(({ at, ...step }) => ({ ...step, at: at + head })));
}

/** By the longest common subsequence. */
function inOrder(old: readonly string[], now: readonly string[]): readonly Difference[] {
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const lengthAt = (one: number, other: number): number => longest[one * width + other] ?? 0;
  for (let one = old.length - 1; one >= 0; one -= 1)
    for (let other = now.length - 1; other >= 0; other -= 1)
      longest[one * width + other] =
        old[one] === now[other]
          ? lengthAt(one + 1, other + 1) + 1
          : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1));
  const steps: Difference[] = [];
  let [one, other] = [0, 0];
  while (one < old.length || other < now.length) {
    const [was, is] = [old[one], now[other]];
    if (was !== undefined && was === is) {
      one += 1;
      other += 1;
    } else if (
      was !== undefined &&
      (is === undefined || lengthAt(one + 1, other) >= lengthAt(one, other + 1))
    ) {
      steps.push({ was, at: other });
      one += 1;
    } else {
      if (is !== undefined) steps.push({ is, at: other });
      other += 1;
    }
  }
  return steps;
}

function unordered(old: readonly string[], now: readonly string[]): readonly Difference[] {
  const [had, has] = [new Set(old), new Set(now)];
  return [
    ...old.flatMap((was) => (has.has(was) ? [] : [{ was, at: 0 }])),
    ...now.flatMap((is, at) => (had.has(is) ? [] : [{ is, at }])),
  ];
}

/** What is gone and what is new at one place, with nothing between that stands, are one change. */
function paired(steps: readonly Difference[]): readonly Difference[] {
  const places: Difference[][] = [];
  let next = -1;
  for (const step of steps) {
    if (step.at !== next) places.push([]);
    places.at(-1)?.push(step);
    next = step.is === undefined ? step.at : step.at + 1;
  }
  return places.flatMap((place) => {
    const gone = place.flatMap(({ was }) => (was === undefined ? [] : [was]));
    const come = place.filter(({ is }) => is !== undefined);
    const [{ at: first } = { at: 0 }] = place;
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
      const was = gone[index];
      const { is, at = first } = come[index] ?? {};
      return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }), at };
    });
  });
}
