import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, runScript } from './child.ts';
import { makeWorkbook } from './make-workbook.ts';
import { interleaved, median, pairedRatio } from './statistics.ts';

const Cost = z.object({ milliseconds: z.number(), megabytes: z.number(), found: z.number() });
type Cost = z.infer<typeof Cost>;

const time = (costs: readonly Cost[]): number[] => costs.map(({ milliseconds }) => milliseconds);
const memory = (costs: readonly Cost[]): number[] => costs.map(({ megabytes }) => megabytes);

/** How far a child goes with a workbook. */
const MODES = ['unzip', 'parse', 'judge'] as const;
type Mode = (typeof MODES)[number];

/**
 * Reading and judging against the bare parse of the same workbook, each in a process of its own, at several sizes.
 * The time is that of the work, without the start of the process; the memory is the process's peak.
 */
export async function readingReport(sizes: readonly number[], rounds: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  const measure = async (mode: string, file: string): Promise<Cost> => {
    const { stdout } = await runScript(join(ROOT, 'bench/read-child.ts'), [mode, file], folder);
    return Cost.parse(JSON.parse(stdout));
  };
  try {
    const lines = [
      '    rows     unzip     parse  read+judge   ratio   judge µs/row   peak MB   MB/1000 rows   problems',
    ];
    const idle = (await measure('nothing', '')).megabytes;
    for (const size of sizes) {
      const file = join(folder, `${String(size)}.xlsx`);
      await writeFile(file, makeWorkbook(size));
      const costs = await interleaved(
        rounds,
        MODES.map((mode) => [mode, () => measure(mode, file)] as const),
      );
      lines.push(reportLine(size, costs, idle));
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function reportLine(size: number, costs: (mode: Mode) => readonly Cost[], idle: number): string {
  const parse = time(costs('parse'));
  const judge = time(costs('judge'));
  const peak = median(memory(costs('judge')));
  return [
    String(size).padStart(8),
    `${median(time(costs('unzip'))).toFixed(0)} ms`.padStart(10),
    `${median(parse).toFixed(0)} ms`.padStart(10),
    `${median(judge).toFixed(0)} ms`.padStart(12),
    `${pairedRatio(judge, parse).toFixed(2)} ×`.padStart(8),
    ((median(judge) * 1000) / size).toFixed(0).padStart(15),
    peak.toFixed(0).padStart(10),
    (((peak - idle) * 1000) / size).toFixed(1).padStart(15),
    String(costs('judge')[0]?.found ?? 0).padStart(11),
  ].join('');
}
