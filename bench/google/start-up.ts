import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeGoogle } from '../../test/support/google/fake-google.ts';
import { ROOT, runScript } from '../child.ts';
import { interleaved, median, pairedRatio } from '../statistics.ts';

const NOW = ['--now', '2026-11-23T12:00'];

/** `npm run check` of the same sample register, whole processes: in a workbook, and in a Google Sheet on this machine. */
export async function googleStartUpReport(rounds: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  const google = await startFakeGoogle();
  const sheet = google.createSpreadsheet();
  const environment = { GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token };
  const script = (name: string, ...args: readonly string[]) =>
    runScript(join(ROOT, `scripts/${name}.ts`), [...args, ...NOW], folder, environment);
  try {
    await script('init', '--sample');
    await script('init', '--sample', '--spreadsheet', sheet);
    const contenders = [
      ['check, workbook', async () => (await script('check')).milliseconds],
      ['check, Google Sheet', async () => (await script('check', '--spreadsheet', sheet)).milliseconds],
    ] as const;
    const times = await interleaved(rounds, contenders);
    return contenders.map(([name]) => {
      const ratio = pairedRatio(times(name), times('check, workbook'));
      return `${name.padEnd(26)} ${median(times(name)).toFixed(0).padStart(6)} ms ${ratio.toFixed(2).padStart(6)} ×`;
    });
  } finally {
    await google.close();
    await rm(folder, { recursive: true, force: true });
  }
}
