/** What must be said of an agenda before it goes out: who is not called, and which cases nobody sees in the sheet. */
import type { AgendaView } from '../../papers/agenda/view.ts';
import { isInvited, uninvitedParties } from '../../register/invited.ts';
import { invitedList } from '../../register/list-names.ts';
import { parties } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Terminal } from '../cli/terminal.ts';

/** Says from which party nobody is invited. */
export function reportUninvited(terminal: Terminal, { contacts }: Register): void {
  const missing = uninvitedParties(contacts);
  const names = contacts.some(isInvited) ? missing.map((party) => ` from ${parties[party][0]}`) : [''];
  if (missing.length === 0) return;
  for (const name of names) {
    const advice = `write «${invitedList}» in Lister for those in Kontakter who are${name === '' ? '' : ', and the party under Part'}.`;
    terminal.say(`  Nobody${name} is invited: ${advice}`, 'yellow');
  }
}

/** Names the cases whose rows are hidden: a filter hides them, and they are on the agenda all the same. */
export function reportHiddenCases(terminal: Terminal, { cases }: Register, view: AgendaView): void {
  const { information, discussion, decision } = view;
  const ids = new Set([information, discussion, decision].flatMap((part) => part.cases.map(({ id }) => id)));
  const hidden = cases.filter(({ id, at }) => at.hidden && ids.has(id));
  if (hidden.length === 0) return;
  const named = hidden.map(({ id, title, at }) => `«${title}» (${id}, row ${String(at.row)})`).join(', ');
  const line = `  In hidden rows of Saker, and on the agenda all the same: ${named}. What is not to be treated gets the status Trukket.`;
  terminal.say(line, 'yellow');
}
