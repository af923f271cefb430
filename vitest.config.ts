import { defineConfig } from 'vitest/config';
import { reporter } from './.ci/reporter.ts';
import { campaigns, zoneTests } from './test/house/chosen-tests.ts';

// Oslo time must come from the code, not from the machine: the tests run far from Oslo unless told otherwise.
process.env['TZ'] ??= 'America/New_York';

/** `.ci/run` adds up the counts and tells the failures of every run from the reports that are left in this folder. */
const reports = process.env['FELLES_TEST_REPORTS'];

/**
 * Tests of time run again where the day begins before that of Oslo; the unit project itself runs in New York, where it begins
 * after. What reads the machine's zone answers otherwise in one of the two.
 */
const ZONES = ['Asia/Tokyo'];

export default defineConfig({
  test: {
    reporters: ['default', ...(reports === undefined ? [] : [reporter(reports)])],
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
          exclude: ['test/documents/**/*.documents.test.ts', 'test/crash/**', 'test/windows/**'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      ...ZONES.map((zone) => ({
        extends: true as const,
        test: {
          name: `zone ${zone}`,
          include: [...zoneTests()],
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
          include: [...campaigns()],
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
          // The hooks start whole commands, which take long on a machine that does other work.
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'windows',
          include: ['test/windows/**/*.windows.test.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
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
