/** The middle value; the mean of the two in the middle when there is no one middle. Throws for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) throw new Error('no values');
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** Median of the ratios within each round: what disturbs a round disturbs both halves of its ratio. */
export function pairedRatio(these: readonly number[], those: readonly number[]): number {
  return median(these.map((value, round) => value / (those[round] ?? Number.NaN)));
}

/**
 * Runs every contender once in each round, one after another, and keeps what each measured, round by round. Every other
 * round goes backwards, so that nobody always runs in the wake of the same neighbour.
 */
export async function interleaved<Name extends string, Result>(
  rounds: number,
  contenders: readonly (readonly [name: Name, run: (round: number) => Promise<Result>])[],
): Promise<(name: Name) => readonly Result[]> {
  const results = new Map(contenders.map(([name]): [Name, Result[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of round % 2 === 0 ? contenders : contenders.toReversed()) {
      results.get(name)?.push(await run(round));
    }
  }
  return (name) => results.get(name) ?? [];
}
