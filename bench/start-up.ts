import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../src/app/start/kept-files.ts';
import { ROOT, runScript } from './child.ts';
import { interleaved, median, pairedRatio } from './statistics.ts';

/** As npm starts it. */
const FELLES = 'bin/felles.js';
const NOW = ['--now', '2026-11-23T12:00'];

/**
 * `npm run agenda` on the sample workbook against an empty script, whole processes: all formats in both standards into
 * a new folder each time, the same again when nothing has changed and when the bundle of the sources must be made first,
 * and the loading alone (as much as its help needs).
 */
export async function startUpReport(rounds: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  const script = (file: string, ...args: string[]) => runScript(join(ROOT, file), args, folder);
  const time = async (file: string, ...args: string[]) => (await script(file, ...args)).milliseconds;
  try {
    await script(FELLES, 'agenda', '--out', 'unchanged', ...NOW);
    const contenders = [
      ['empty tsx script', () => time('bench/empty.ts')],
      ['agenda, loading only', () => time(FELLES, 'agenda', '--help')],
      [
        'agenda, text only',
        (round: number) =>
          time(FELLES, 'agenda', '--format', 'txt', '--out', `text-${String(round)}`, ...NOW),
      ],
      [
        'agenda, all formats',
        (round: number) => time(FELLES, 'agenda', '--out', `all-${String(round)}`, ...NOW),
      ],
      ['agenda, nothing changed', () => time(FELLES, 'agenda', '--out', 'unchanged', ...NOW)],
      [
        'agenda, sources changed',
        async () => {
          await rm(cacheFolder(ROOT), { recursive: true, force: true });
          return time(FELLES, 'agenda', '--out', 'unchanged', ...NOW);
        },
      ],
    ] as const;
    const times = await interleaved(rounds, contenders);
    return contenders.map(([name]) => {
      const ratio = pairedRatio(times(name), times('empty tsx script'));
      return `${name.padEnd(26)} ${median(times(name)).toFixed(0).padStart(6)} ms ${ratio.toFixed(2).padStart(6)} ×`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
