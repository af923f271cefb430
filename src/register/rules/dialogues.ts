/** The dialogue with the counties: contacts that were not coordinated, next steps that are overdue, counties that are silent. */
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { dayOf, type Day } from '../../domain/time.ts';
import { parties, type Party } from '../lists.ts';
import { regionsOf } from '../regions.ts';
import type { CheckedRegister, Rule } from '../register.ts';
import type { Checked } from '../tab.ts';
import type { Dialogue } from '../tabs/dialogues.ts';
import { cellAt } from './at.ts';
import { overdueSteps, watchedCounties, type Uncoordinated } from './county-guard.ts';

/** A contact of which it is known when it was, with whom and by whom: the rest of the row may be unreadable. */
type Known = Checked<Dialogue> & { readonly county: string; readonly date: Day; readonly party: Party };

const knownIn = ({ dialogues }: CheckedRegister): readonly Known[] =>
  dialogues.filter(
    (one): one is Known => one.county !== undefined && one.date !== undefined && one.party !== undefined,
  );

/**
 * Contacts with a county are coordinated, and it is spoken with again within half a year. Counties of which no contact is
 * written down at all are in the papers and in the list of the day: here they would be reported from the first row on.
 */
export const dialogueIsWatched: Rule = function* (register, now) {
  const watched = watchedCounties(knownIn(register), regionsOf(register), dayOf(now));
  // The same two contacts may be with several counties.
  const found = new Map<string, { readonly pair: Uncoordinated<Known>; readonly counties: string[] }>();
  for (const { county, uncoordinated } of watched) {
    for (const pair of uncoordinated) {
      const key = `${String(pair.first.at.row)} ${String(pair.second.at.row)}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { pair, counties: [county.name] });
      else same.counties.push(county.name);
    }
  }
  for (const { pair, counties } of found.values()) yield notCoordinated(register, pair, counties);
  const silent = watched.filter(({ isSilent, behind }) => isSilent && behind.length > 0);
  const [tab] = silent.map(({ behind }) => behind[0]?.at.tab);
  const counties = silent.map(({ county }) => county.name);
  if (tab !== undefined) yield problem('counties-silent', 'info', { tab }, { counties });
};

/** At the later contact, unless only the earlier one lacks the word. */
function notCoordinated(
  { tabs }: CheckedRegister,
  { first, second }: Uncoordinated<Known>,
  counties: readonly string[],
): Problem {
  const [own, other] = second.coordinated === true ? [first, second] : [second, first];
  const at = cellAt(tabs.dialogues, own, 'coordinated');
  const args = { counties, party: parties[other.party][0], day: other.date, row: other.at.row };
  return problem('contacts-uncoordinated', 'warning', at, args);
}

/** A next step is done by its deadline, or followed up with a later contact. */
export const nextStepsAreFollowed: Rule = function* (register, now) {
  const at = (row: Known): Place => cellAt(register.tabs.dialogues, row, 'deadline');
  for (const { contact } of overdueSteps(knownIn(register), regionsOf(register), dayOf(now))) {
    yield problem('next-step-overdue', 'warning', at(contact), { deadline: contact.deadline });
  }
};
