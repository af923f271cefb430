/** What the page has read of a test world, without a server. */
import { join } from 'node:path';
import { readSettings } from '../../src/app/settings/settings.ts';
import type { Snapshot } from '../../src/app/page/snapshot.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import type { TestWorld } from './world.ts';

export async function snapshotOf({ folder }: TestWorld): Promise<Snapshot> {
  const settings = readSettings({}, {}, {}, folder, new Date('2026-11-23T11:00:00Z'));
  const store = xlsxStore(join(folder, 'register.xlsx'));
  const workbook = await store.read();
  return { number: 1, settings, store, workbook, reading: readRegister(workbook, settings.now) };
}
