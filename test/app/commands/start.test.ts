import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { startCommand } from '../../../src/app/commands/start.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

test.each(['abc', '70000', '-1', '7410.5', '1e3'])(
  'the page has no port «%s», and makes nothing',
  async (port) => {
    const run = await world.run(startCommand({}), ['--no-open', `--port=${port}`]);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(`«${port}» is not a port.`);
    expect(existsSync(join(world.folder, 'register.xlsx'))).toBe(false);
  },
);

it('stops where the register that is named is gone', async () => {
  const run = await world.run(startCommand({}), ['--no-open', '--workbook', 'gone.xlsx']);
  expect([run.code, run.stdout]).toEqual([2, '']);
});
