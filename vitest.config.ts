import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Oslo time must come from the code, not from the machine: the tests run far from Oslo unless told otherwise.
process.env['TZ'] ??= 'America/New_York';

/** `.ci/run` adds up the counts of every run from the reports that are left in this folder. */
const reports = process.env['FELLES_TEST_REPORTS'];
const report = `${String(process.pid)}-${String(Date.now())}.json`;

/** The text of every test file, by its path. */
const texts = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => [path, readFileSync(path, 'utf8')] as const);

/** Tests of which `npm test` plays a share: they say so by the module that tells them how much. */
const CAMPAIGNS = texts.filter(([, text]) => text.includes("support/campaign.ts'")).map(([path]) => path);

/** Many processes, or thousands of runs: they hold the same in every zone, and once is enough. */
const HEAVY = [
  'test/app/start/bundle.test.ts',
  'test/app/google/refusals.test.ts',
  'test/app/google/roads.test.ts',
  'test/app/google/scripts.test.ts',
  'test/app/register/no-register.test.ts',
  'test/app/register/renamed-tabs.test.ts',
  'test/delivery/send/crashes.test.ts',
  'test/delivery/send/two-operators.test.ts',
  'test/stores/google/interleaving.test.ts',
  'test/stores/xlsx/many-processes.test.ts',
];

/** The same tests again wherever the day is another than in Oslo. The unit project itself runs in New York. */
const ZONES = ['UTC', 'Asia/Tokyo'];

export default defineConfig({
  test: {
    reporters:
      reports === undefined ? ['default'] : ['default', ['json', { outputFile: join(reports, report) }]],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    sequence: { shuffle: true },
    // Test files share the modules of their process: loading all of Felles anew for each of two hundred costs more
    // than their tests. So no module keeps what one test could see of another; shuffling shows it where one does.
    isolate: false,
    experimental: { fsModuleCache: true },
    // All cores: vitest by itself keeps one for itself, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/documents/**/*.documents.test.ts', 'test/crash/**'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      ...ZONES.map((zone) => ({
        extends: true as const,
        test: {
          name: `zone ${zone}`,
          include: ['test/**/*.test.ts'],
          exclude: ['test/documents/**', 'test/house/**', 'test/crash/**', ...HEAVY],
          setupFiles: ['test/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { TZ: zone },
        },
      })),
      {
        extends: true,
        test: {
          name: 'campaigns',
          include: CAMPAIGNS,
          setupFiles: ['test/setup.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 60_000,
          env: { FELLES_CAMPAIGN: 'yes' },
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: ['test/crash/**/*.crash.test.ts'],
          setupFiles: ['test/setup.ts'],
          // Hundreds of processes, one after the other.
          testTimeout: 3_600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'documents',
          include: ['test/documents/**/*.documents.test.ts'],
          // LibreOffice, Java and Chromium are heavy: one file at a time, and patience.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
