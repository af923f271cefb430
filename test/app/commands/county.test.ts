import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countyPaper } from '../../../src/app/papers/definitions/county.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

describe('the counties of the sample register', () => {
  it.each([
    ['fylkesnotat-innlandet', ['--fylke', 'Innlandet'], 'Both parties speak with it within a month'],
    ['fylkesoversikt', [], 'Innlandet: 2026-10-21 and 2026-11-04'],
  ])('%s says what waits', async (_name, argv, said) => {
    const { code, stdout, stderr } = await world.run(countyPaper, argv);
    expect([code, stdout.trim().split('\n').length, stderr]).toEqual([0, 6, expect.stringContaining(said)]);
  });

  it('has no brief of what is no county', async () => {
    const { code, stderr } = await world.run(countyPaper, ['--fylke', 'Vesland']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean Vestland?')]);
  });
});
