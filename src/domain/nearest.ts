/** How many letters must be typed, removed or changed (or two neighbours swapped) to make one word of another. */
import { comparedText } from './compare.ts';
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/**
 * The candidate that a misspelt word most likely meant, or undefined when none is near: at most a third of the
 * letters wrong, and at most `most`. Case and composed or decomposed letters do not matter.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const compared = (text: string): string => comparedText(text).trim();
  const wanted = compared(word);
  if (wanted === '' || wanted.length > 200) return undefined;
  let best: { candidate: string; steps: number } | undefined;
  for (const candidate of candidates) {
    const folded = compared(candidate);
    const limit = Math.min(most, Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3)));
    if (Math.abs(wanted.length - folded.length) > limit) continue;
    const steps = distance(wanted, folded);
    if (steps <= limit && (best === undefined || steps < best.steps)) best = { candidate, steps };
  }
  return best?.candidate;
}
