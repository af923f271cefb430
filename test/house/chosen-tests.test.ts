import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { campaigns, sourcesOfTime, zoneTests } from './chosen-tests.ts';

const textOf = (path: string): string => readFileSync(path, 'utf8');

/** Sources that only take the instant from the clock, which is the same in every zone. */
const INSTANTS = ['src/app/cli/run-script.ts', 'src/app/page/watching.ts', 'src/app/send/mailing-status.ts'];

test('every source that asks for time has a test of it that runs in other zones', () => {
  const texts = zoneTests().map(textOf).join('\n');
  const untested = sourcesOfTime().filter(
    (path) => !INSTANTS.includes(path) && !texts.includes(path.replace(/^src\//u, '')),
  );
  expect(untested).toEqual([]);
  expect(sourcesOfTime()).toContain('src/domain/time.ts');
});

test('what has to do with time runs in other zones, and what has not does not', () => {
  expect(zoneTests()).toEqual(
    expect.arrayContaining([
      'test/domain/time.test.ts',
      'test/domain/holidays.test.ts',
      'test/register/cells.test.ts',
      'test/delivery/compose.test.ts',
      'test/app/commands/agenda.test.ts',
    ]),
  );
  for (const path of ['test/render/exchange/csv.test.ts', 'test/stores/xlsx/zip.test.ts'])
    expect(zoneTests()).not.toContain(path);
});

test('campaigns are the tests that ask how much to play', () => {
  const chosen = campaigns();
  expect(chosen).toContain('test/stores/google/interleaving.test.ts');
  for (const path of chosen) expect(textOf(path)).toMatch(/\b(?:share\(|isCampaign\b)/u);
  expect(zoneTests().filter((path) => chosen.includes(path))).toEqual([]);
});
