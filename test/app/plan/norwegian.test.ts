import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speakNorwegian } from '../../../src/app/cli/speech.ts';
import { planCommand } from '../../../src/app/commands/plan.ts';
import { speak } from '../../../src/domain/msg.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(async () => {
  speak();
  await world.remove();
});

const runs: readonly (readonly string[])[] = [
  ['--year', '2027'],
  ['--year', '2028'],
  ['--year', '1999'],
  ['--poll', 'next'],
  ['--poll', 'next', '--days', '2026-12-24, 2027-01-20', '--write'],
  ['--poll', 'A-2026-003'],
  ['--poll', 'next', '--days', 'snart'],
  ['--decide', 'next'],
  ['--decide', 'next', '--date', '2027-01-21'],
  ['--decide', 'next', '--date', '2027-01-20'],
  ['--series', 'Byrom', '--count', '3'],
  ['--series', 'Byrom', '--every', 'ofte'],
  ['--series', 'Byrom', '--weekday', 'søndag'],
];

describe.each(norwegianStandards)('planning in %s', (standard) => {
  it('says days, and what speaks for and against them', async () => {
    speakNorwegian(standard);
    const said: string[] = [];
    for (const argv of runs) {
      const { stdout, stderr } = await world.run(planCommand, argv);
      said.push(`# ${argv.join(' ')}\n${stdout}${stderr}`);
    }
    const text = said.join('\n').replaceAll('\u00A0', ' ').replaceAll(world.folder, '…');
    await expect(text).toMatchFileSnapshot(`../../golden/said/plan.${standard}.txt`);
  });
});
