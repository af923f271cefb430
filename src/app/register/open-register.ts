/** The first steps of every command that reads the register: store, workbook, rows, and the tabs it cannot do without. */
import type { Workbook } from '../../domain/workbook.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { TabKey } from '../../register/tabs.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { Run } from '../cli/command.ts';
import { requireTabs } from './require-tabs.ts';

export interface OpenRegister {
  readonly store: RegisterStore;
  /** As it was read: later writes are compared with it. */
  readonly workbook: Workbook;
  readonly reading: RegisterReading;
}

/**
 * Reads the register of a run. Throws UserError if there is none, or if one of the needed tabs cannot be read at
 * all; `outcome` says what that means for the run: «No agenda was made.»
 */
export async function openRegister(
  { settings, store: connect, reading: known }: Pick<Run, 'settings' | 'store' | 'reading'>,
  needed: readonly TabKey[],
  outcome: string,
): Promise<OpenRegister> {
  const store = await connect();
  const workbook = await store.read();
  const reading = known ?? readRegister(workbook, settings.now);
  requireTabs(reading, needed, outcome);
  return { store, workbook, reading };
}
