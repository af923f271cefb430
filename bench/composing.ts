import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, runScript } from './child.ts';
import { interleaved, median, pairedRatio } from './statistics.ts';

const Cost = z.object({ milliseconds: z.number(), megabytes: z.number(), bytes: z.number() });
type Cost = z.infer<typeof Cost>;

/** Who composes: Felles a message for each recipient, or nodemailer the same message again and again. */
const CONTENDERS = ['felles', 'constant'] as const;

/**
 * Messages for so many recipients, composed to MIME one after another and let go, against nodemailer composing one
 * constant message as often. Speed is theirs over ours: 1 would be as fast. Memory is flat when ten times the recipients
 * take no more of it.
 */
export async function composingReport(sizes: readonly number[], rounds: number): Promise<string[]> {
  const measure = async (who: string, size: number): Promise<Cost> => {
    const { stdout } = await runScript(join(ROOT, 'bench/compose-child.ts'), [who, String(size)], ROOT);
    return Cost.parse(JSON.parse(stdout));
  };
  const lines = ['recipients    constant      felles     speed   µs/message   kB/message   peak MB'];
  for (const size of sizes) {
    const costs = await interleaved(
      rounds,
      CONTENDERS.map((who) => [who, () => measure(who, size)] as const),
    );
    lines.push(reportLine(size, costs('felles'), costs('constant')));
  }
  return lines;
}

const time = (costs: readonly Cost[]): number[] => costs.map(({ milliseconds }) => milliseconds);

function reportLine(size: number, felles: readonly Cost[], constant: readonly Cost[]): string {
  return [
    String(size).padStart(10),
    `${median(time(constant)).toFixed(0)} ms`.padStart(12),
    `${median(time(felles)).toFixed(0)} ms`.padStart(12),
    `${pairedRatio(time(constant), time(felles)).toFixed(2)} ×`.padStart(10),
    ((median(time(felles)) * 1000) / size).toFixed(0).padStart(13),
    ((felles[0]?.bytes ?? 0) / size / 1000).toFixed(1).padStart(13),
    median(felles.map(({ megabytes }) => megabytes))
      .toFixed(0)
      .padStart(10),
  ].join('');
}
