import { expect, it } from 'vitest';
import { copyCommand } from '../../../src/app/commands/copy.ts';
import { makeWorld } from '../../support/world.ts';

it.each([
  ['ut', '--to ut.xlsx'],
  ['vår kopi.ods', '--to "vår kopi.xlsx"'],
])('a copy to «%s» is told how a file is named', async (to, advice) => {
  const world = await makeWorld();
  const { code, stderr } = await world.run(copyCommand, ['--from', 'register.xlsx', '--to', to]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(advice)]);
  expect(stderr).toContain('the address of a Google Sheet');
  await world.remove();
});
