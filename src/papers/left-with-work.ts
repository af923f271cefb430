/** Contacts that have left, with what is still theirs: somebody must take it over. */
import type { HeldWorkKind } from '../domain/problem.ts';
import type { Day } from '../domain/time.ts';
import { heldWork } from '../register/left-work.ts';
import type { NamingTab } from '../register/namings.ts';
import type { Register } from '../register/register.ts';
import type { Party } from '../register/lists.ts';

/** One row that is still theirs. */
export interface LeftWork {
  readonly tab: NamingTab;
  /** The name of the tab in the workbook. */
  readonly tabName: string;
  readonly id: string;
  /** The row number people see. */
  readonly row: number;
  readonly work: HeldWorkKind;
  /** What the row is about, as it is called there. */
  readonly title: string;
  /** The day of the event, or of the deadline. */
  readonly day: Day | undefined;
}

export interface LeftContact {
  readonly id: string;
  readonly name: string;
  readonly party: Party | undefined;
  /** The first day without them. */
  readonly left: Day;
  /** Tab by tab, in the order of the rows. */
  readonly work: readonly LeftWork[];
}

/**
 * Who has left by `today` (Oslo) and still has open actions, coming activities, coming slots, open cases or next steps, in the
 * order of Kontakter. Contacts with nothing left to do are not among them.
 */
export function leftWithWork(register: Register, today: Day): readonly LeftContact[] {
  const byContact = new Map<string, LeftWork[]>();
  for (const { contact, naming } of heldWork(register, register.contacts, today)) {
    const { tab, row, work, title = '', day } = naming;
    const { tab: tabName, row: number } = row.at;
    const item = { tab, tabName, id: row.id ?? '', row: number, work, title, day };
    byContact.set(contact.id, [...(byContact.get(contact.id) ?? []), item]);
  }
  return register.contacts.flatMap(({ id, name, party, left }) => {
    const work = byContact.get(id);
    return work === undefined || left === undefined ? [] : [{ id, name, party, left, work }];
  });
}
