/** What the papers say on the terminal to those who have chosen Norwegian. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { speakNorwegian } from '../../../src/app/cli/speech.ts';
import { commands } from '../../../src/app/main.ts';
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

const txt = ['--standard', 'nb', '--format', 'txt'];

/** Commands that say something, or are stopped: the last ones write. */
const runs = [
  ['agenda', ...txt],
  ['agenda', '--format', 'pdf'],
  ['agenda', '--standard', 'xx'],
  ['agenda', '--meeting', 'next', '--quarter', '2026Q4'],
  ['decisions', '--search', 'samtykke', ...txt],
  ['decisions', '--since', 'i fjor'],
  ['examples', '--check'],
  ['county', ...txt],
  ['county', '--fylke', 'Vestland', ...txt],
  ['programme', ...txt],
  ['programme', '--allow', 'x'],
  ['report', ...txt],
  ['report', '--year', '2030'],
  ['calendar'],
  ['digest'],
  ['digest', '--for', 'Distriktssentret'],
  ['digest', '--for', 'Distriktssenteret', ...txt],
  ['minutes', '--write'],
  ['agenda', '--number', ...txt],
] as const;

/** Words that every English sentence of more than a few words has one of, and no Norwegian one. */
const english = /\b(?:the|that|this|was|were|not|and|of|with|has|have|cannot|which|there|more)\b/iu;

test.each(norwegianStandards)('papers speak %s', async (standard) => {
  speakNorwegian(standard);
  const said: string[] = [];
  for (const [name, ...argv] of runs) {
    const { stdout, stderr } = await world.run(await commands[name].load(), argv);
    const lines = `${stderr}${stdout}`.replaceAll(world.folder, '<mappe>').replaceAll('\\', '/');
    said.push(`$ npm run ${[name, ...argv].join(' ')}\n${lines}`);
  }
  const text = said.join('\n');
  expect(text.split('\n').filter((line) => !line.startsWith('$') && english.test(line))).toEqual([]);
  await expect(text).toMatchFileSnapshot(`../../golden/papers-said/${standard}.txt`);
});
