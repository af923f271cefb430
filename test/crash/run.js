// `npm run test:crash [-- --long]`: senders that are killed, and two at once. `--long` is for the night: ten times as many.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const isLong = process.argv.includes('--long');
const counts = isLong ? { FELLES_CRASHES: '2000', FELLES_PAIRS: '500' } : {};
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'crash'], {
  stdio: 'inherit',
  env: { ...process.env, ...counts },
});
process.exit(status ?? 1);
