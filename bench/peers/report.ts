/** Reading and changing a workbook, against the libraries that people would use otherwise. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, runScript } from '../child.ts';
import { makeWorkbook } from '../make-workbook.ts';
import { interleaved, median, pairedRatio } from '../statistics.ts';
import { featuresOf } from './features.ts';

const names = ['felles', 'SheetJS', 'exceljs'] as const;

const Cost = z.object({ milliseconds: z.number(), megabytes: z.number() });
const Fault = z.object({ fault: z.string() });
type Cost = z.infer<typeof Cost>;
type Fault = z.infer<typeof Fault>;

const ROWS = 10_000;

/** The peers belong to the benchmark alone: they are installed here when they are first asked for. */
function installPeers(): void {
  if (existsSync(join(ROOT, 'bench/node_modules/exceljs/package.json'))) return;
  execFileSync('npm', ['ci', '--prefix', join(ROOT, 'bench'), '--ignore-scripts', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What it cost, or why the library could not do it. */
async function measure(folder: string, args: readonly string[]): Promise<Cost | Fault> {
  const { stdout } = await runScript(join(ROOT, 'bench/peers/child.js'), args, folder);
  return z.union([Cost, Fault]).parse(JSON.parse(stdout));
}

/** Time and memory for both tasks, and what the peers lose of the workbooks among the fixtures of the tests. */
export async function peersReport(rounds: number): Promise<string[]> {
  installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  try {
    return [...(await costLines(folder, rounds)), '', ...(await lossLines(folder))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function costLines(folder: string, rounds: number): Promise<string[]> {
  const file = join(folder, 'register.xlsx');
  await writeFile(file, makeWorkbook(ROWS, { Målgruppe: 'kommuner' }));
  const id = `A-2059-${String(ROWS / 2).padStart(3, '0')}`;
  const changed = ['Aktiviteter', id, 'Sted', 'digitalt', 'Oslo'];
  const tasks = [
    ['read', 'read 12 columns', []],
    ['change', 'change a cell', [join(folder, 'out.xlsx'), ...changed]],
  ] as const;
  const lines = ['                                   ms    of felles   peak MB'];
  for (const [task, title, args] of tasks) {
    const costs = await interleaved(
      rounds,
      names.map((who) => [who, () => measure(folder, [task, who, file, ...args])] as const),
    );
    const done = (who: (typeof names)[number]): Cost[] => costs(who).filter((cost) => 'milliseconds' in cost);
    const time = (who: (typeof names)[number]): number[] => done(who).map(({ milliseconds }) => milliseconds);
    for (const who of names) {
      const name = `  ${title}, ${who}`.padEnd(27);
      const fault = costs(who).find((cost) => 'fault' in cost);
      const cells =
        fault === undefined
          ? [
              median(time(who)).toFixed(0).padStart(10),
              `${pairedRatio(time(who), time('felles')).toFixed(2)} ×`.padStart(13),
              median(done(who).map(({ megabytes }) => megabytes))
                .toFixed(0)
                .padStart(10),
            ]
          : [`  cannot do it (${fault.fault})`];
      lines.push(`${name}${cells.join('')}`);
    }
  }
  return lines;
}

/** In each fixture one cell is changed; what there is fewer of than before is lost. */
async function lossLines(folder: string): Promise<string[]> {
  const fixtures = join(ROOT, 'test/fixtures/workbooks');
  const lines = ['  what is lost of the workbooks in test/fixtures/workbooks when one cell is changed'];
  for (const name of readdirSync(fixtures).filter((file) => /-(?:rich|like)\.xls[xm]$/u.test(file))) {
    const file = join(fixtures, name);
    const before = featuresOf(readFileSync(file));
    for (const who of names) {
      const out = join(folder, `${who}-${name}`);
      const [id, was] = name.startsWith('excel') ? ['T-003', 'Åpen'] : ['T-002', 'Åpen'];
      const lost = await measure(folder, [
        'change',
        who,
        file,
        out,
        'Tiltak',
        id,
        'Status',
        was,
        'Utført',
      ]).then((ended) => {
        if ('fault' in ended) return [`cannot be opened (${ended.fault})`];
        const after = featuresOf(readFileSync(out));
        return [...before]
          .filter(([feature, count]) => (after.get(feature) ?? 0) < count)
          .map(([feature, count]) => `${feature} ${String(count)} → ${String(after.get(feature) ?? 0)}`);
      });
      lines.push(`  ${name}, ${who}: ${lost.length === 0 ? 'nothing' : lost.join(', ')}`);
    }
  }
  return lines;
}
