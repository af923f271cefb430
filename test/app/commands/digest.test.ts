import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestPaper } from '../../../src/app/papers/definitions/digest.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(() => world.remove());

const run = (...argv: readonly string[]): Promise<ScriptRun> => world.run(digestPaper, argv);

describe('the digest of the sample register', () => {
  it.each(['Distriktssenteret', 'Bylivsenteret'])('for %s is six files', async (party) => {
    const { code, stdout } = await run('--for', party);
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 6]);
  });

  it('can be made again until it is said to have gone out, and then there is nothing new', async () => {
    const first = await run('--for', 'Distriktssenteret', '--format', 'txt');
    const other = await run('--for', 'Distriktssenteret', '--format', 'txt', '--out', 'igjen', '--sent');
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('nothing was kept')]);
    const again = await run('--for', 'Distriktssenteret', '--sent');
    expect(again.stderr).toContain('What was reported to Distriktssenteret is kept');
    expect(again.stderr.split('\n')[0]).toBe(first.stderr.split('\n').at(-3));
    const after = await run('--for', 'Distriktssenteret', '--out', 'etter');
    expect([after.code, after.stdout, after.stderr]).toEqual([
      0,
      '',
      'There is nothing new for Distriktssenteret (since 2026-11-23), so nothing was made.\n',
    ]);
    expect(await readdir(world.folder)).not.toContain('etter');
    expect((await run('--for', 'Bylivsenteret', '--format', 'txt')).stderr).toContain('(the first one)');
  });

  it.each([
    [[], 'Which party is the digest for?'],
    [['--for', 'Distriktsenteret'], 'Did you mean --for Distriktssenteret?'],
  ])('%j is told of in one message', async (argv, message) => {
    const { code, stderr } = await run(...argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
