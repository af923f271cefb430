/** Contacts. */
import { problem } from '../../domain/problem.ts';
import type { Rule } from '../rules.ts';
import { isBlank } from '../tab.ts';
import { cellAt } from './at.ts';

/** Whoever is on a list gets papers, and those come in a written standard (språklova § 15). */
export const contactsOnListsHaveStandard: Rule = function* ({ contacts, tabs }) {
  for (const contact of contacts) {
    if (!isBlank(contact, 'standard') || (contact.lists ?? []).length === 0) continue;
    yield problem('standard-missing', 'warning', cellAt(tabs.contacts, contact, 'standard'), {});
  }
};
