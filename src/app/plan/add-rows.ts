/** Adds the rows that the operator asked for, all of them or none. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { RowAddition } from '../../domain/workbook.ts';
import type { OpenRegister } from '../register/open-register.ts';

/** Throws UserError if another run of Felles has written meanwhile: the IDs may be taken. */
export async function addRows(
  { store, workbook }: OpenRegister,
  rows: readonly RowAddition[],
): Promise<void> {
  if (rows.length === 0 || (await store.addUnlessOvertaken(rows, workbook)) !== 'overtaken') return;
  throw new UserError(
    msg`Nothing was added: ${store.place} was changed while this ran.`,
    msg`Run it again: what is there by now is not added twice.`,
  );
}
