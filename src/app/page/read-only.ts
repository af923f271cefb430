/** A store that has the register as the page read it, and refuses to write: what is only looked at changes nothing. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { Snapshot } from './snapshot.ts';

const refused = (): Promise<never> =>
  Promise.reject(
    new UserError(
      msg`Nothing is written while it is only looked at.`,
      msg`Use the button that says what it writes.`,
    ),
  );

export const readOnly = ({ store, workbook }: Snapshot): RegisterStore => ({
  place: store.place,
  read: () => Promise.resolve(workbook),
  write: refused,
  addUnlessOvertaken: refused,
  requireWritable: refused,
});
