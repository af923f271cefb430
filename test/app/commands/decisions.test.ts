import { afterAll, beforeAll, expect, it } from 'vitest';
import { decisionsPaper } from '../../../src/app/papers/definitions/decisions.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

it('prints what a search finds: the case with its decision, and its actions', async () => {
  const { code, stderr } = await world.run(decisionsPaper, ['--search', 'Straumen', '--format', 'txt']);
  expect(code).toBe(0);
  expect(stderr.split('\n').slice(0, 4)).toEqual([
    '1 decision and 0 conclusions of 1 meeting, 2 actions (2 open)',
    '  2026-09-17  Sak\u00A06/26  Samtykke fra kommunene i forbildekatalogen: Fylkeskontakten ringjer dei tre kommunane som ikkje har svart.',
    '    T-2026-005  Ringje dei tre kommunane som ikkje har svart om samtykke (Fylkeskontakt, open, by 2026-11-02)',
    '    T-2026-007  Oppdatere tekstene om Straumen og Vang i katalogen (Prosjektkoordinator, open, by 2026-12-01)',
  ]);
});

it('prints an action that is of no case', async () => {
  const { stderr } = await world.run(decisionsPaper, ['--search', 'rettleiing', '--format', 'txt']);
  expect(stderr).toMatch(/^ {2}T-20\d\d-\d{3} {2}.*rettleiing/mu);
});
