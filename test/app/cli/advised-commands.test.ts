import { describe, expect, it } from 'vitest';
import { advised, wayOf, type Started } from '../../../src/app/cli/advised-commands.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { createWorkbookFile } from '../../../src/stores/xlsx/xlsx-store.ts';
import { standardContent } from '../../../src/register/data/standard-content.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { makeWorld } from '../../support/world.ts';
import { join } from 'node:path';

describe('a command in a message', () => {
  const at = (
    flags: Record<string, string>,
    way?: Started['way'],
  ): { flags: typeof flags; way: Started['way'] } => ({
    flags,
    way,
  });
  it.each([
    ['Run «npm run init» to add it.', 'Run «npm run init -- --workbook b1.xlsx» to add it.'],
    ['See «npm run check -- --json».', 'See «npm run check -- --workbook b1.xlsx --json».'],
    [
      'To send it: npm run send -- out/x --approve 1',
      'To send it: npm run send -- --workbook b1.xlsx out/x --approve 1',
    ],
    [
      '«npx felles check --json», «npx felles help»',
      '«npx felles check --workbook b1.xlsx --json», «npx felles help»',
    ],
    ['npm run init -- --workbook b2.xlsx', 'npm run init -- --workbook b2.xlsx'],
    ['Log in with «npm run login -- --gmail».', 'Log in with «npm run login -- --gmail».'],
    [
      'Make one with «npm run init», or «npm run copy»',
      'Make one with «npm run init -- --workbook b1.xlsx», or «npm run copy»',
    ],
  ])('goes by the register that was named: %s', (text, typed) => {
    expect(advised(text, at({ workbook: 'b1.xlsx' }))).toBe(typed);
    expect(advised(text, at({}))).toBe(text);
  });

  it('goes by the folder of papers that was named, where mailings are made or found', () => {
    const text = 'npm run send -- A-1.agenda.r1\nnpm run check\nnpm run send -- out/x --out out2';
    expect(advised(text, at({ out: 'own' }))).toBe(
      'npm run send -- --out own A-1.agenda.r1\nnpm run check\nnpm run send -- out/x --out out2',
    );
  });

  it('has a name with a space in quotes, and an address as it was given', () => {
    expect(advised('npm run init', at({ workbook: 'vårt ark.xlsx' }))).toBe(
      'npm run init -- --workbook "vårt ark.xlsx"',
    );
    expect(advised('npm run init', at({ spreadsheet: 'https://docs.google.com/x' }))).toBe(
      'npm run init -- --spreadsheet https://docs.google.com/x',
    );
  });

  it('is one that works outside the folder of Felles', () => {
    expect(advised('«npm run check -- --json», «npx felles help»', at({}, 'felles'))).toBe(
      '«felles check --json», «felles help»',
    );
    const usage =
      'Usage: npm run send -- <folder> [flags]\n   or: npx felles send <folder> [flags]\n\nExamples:';
    expect(advised(usage, at({}, 'felles'))).toBe('Usage: felles send <folder> [flags]\n\nExamples:');
    expect(advised(usage, at({}))).toBe(usage);
  });

  it('begins with npx where the run did', () => {
    const env = { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'felles' 'check'" };
    expect([wayOf(env, false), wayOf(env, true)]).toEqual(['npx felles', 'felles']);
    expect(wayOf({ ...env, npm_lifecycle_script: "'vitest' 'felles'" }, false)).toBeUndefined();
    expect(wayOf({ npm_lifecycle_event: 'check', npm_lifecycle_script: 'felles' }, false)).toBeUndefined();
    const text = 'Run «npm run check -- --json», or «npx felles help».\nnpm run today';
    expect(advised(text, at({}, 'npx felles'))).toBe(
      'Run «npx felles check --json», or «npx felles help».\nnpx felles today',
    );
    expect(advised('npm run init', at({ workbook: 'b1.xlsx' }, 'npx felles'))).toBe(
      'npx felles init --workbook b1.xlsx',
    );
    const usage = 'Usage: npm run today -- [flags]\n   or: npx felles today [flags]';
    expect(advised(usage, at({}, 'npx felles'))).toBe('Usage: npx felles today [flags]');
  });

  it('is so in what a run prints, and JSON is left alone', async () => {
    const world = await makeWorld();
    try {
      const tabs = planSetup(undefined, standardContent()).filter(
        (change) => change.kind !== 'tab' || change.layout.name !== 'Saker',
      );
      await createWorkbookFile(
        join(world.folder, 'b1.xlsx'),
        tabs.flatMap((change) => (change.kind === 'tab' ? [change] : [])),
      );
      const plain = await world.run(checkCommand, ['--workbook', 'b1.xlsx']);
      expect(plain.stdout).toContain('npm run init -- --workbook b1.xlsx');
      const json = await world.run(checkCommand, ['--workbook', 'b1.xlsx', '--json']);
      expect(json.stdout).toContain('«npm run init»');
    } finally {
      await world.remove();
    }
  });
});
