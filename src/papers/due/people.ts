/** Work that still belongs to contacts who have left: somebody must take it over. */
import { dueNote } from '../../domain/due-note.ts';
import { dayOf } from '../../domain/time.ts';
import { leftWithWork } from '../left-with-work.ts';
import type { Entry, Family } from './entry.ts';

/** One entry for each contact who has left, overdue from the day on which they left. No command puts these right. */
export const peopleEntries: Family = ({ register, now }) =>
  leftWithWork(register, dayOf(now)).map(({ id, name, left, work }): Entry => ({
    // A waiver is of the work they have now: new work is listed again.
    name: `${id} left-work ${work.map((one) => one.id).join(' ')}`,
    state: 'overdue',
    matter: 'leftWork',
    about: { tab: 'contacts', id, title: name },
    since: left,
    changes: [],
    notes: [dueNote('work-left', { rows: work.map((one) => `${one.tabName} ${one.id}`) })],
  }));
