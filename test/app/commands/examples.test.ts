import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesPaper } from '../../../src/app/papers/definitions/examples.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

describe('the catalogue of the sample register', () => {
  it('is only told of with --check, and the exit code says that something is to be done', async () => {
    const { code, stdout } = await world.run(examplesPaper, ['--check', '--out', 'checked']);
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "F-2025-003 Lovund (Lurøy), last checked 2024-04-05
        ask the municipality for consent (Samtykke)
        check that it is still right, and write the day (Sist bekreftet)
      F-2025-005 Kystbyen Ørnes (Meløy)
        ask the municipality for consent (Samtykke)
        check that it is right, and write the day (Sist bekreftet)
      F-2025-002 Flekkefjord sentrum (Flekkefjord), last checked 2024-08-30
        ask the municipality for consent (Samtykke)
        check that it is still right, and write the day (Sist bekreftet)
      "
    `);
    await expect(readFile(join(world.folder, 'checked'))).rejects.toThrow('ENOENT');
  });
});
