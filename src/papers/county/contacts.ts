/** The contacts with county authorities: which county, and whether the parties knew of each other's. */
import { groupBy } from '../../domain/group.ts';
import { addDays, daysBetween, type Day } from '../../domain/time.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { Register } from '../../register/register.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import type { Crossing } from './view.ts';

/** Contacts that are so many days apart or less should have been known to both. */
const NEAR = 30;
/** For so many days back the parties are told of it. */
const TOLD = 365;

/** By the number of the county, in order of day. What is still to come is none yet; of a network nobody knows the county. */
export function contactsByCounty(
  { dialogues }: Register,
  today: Day,
): ReadonlyMap<string, readonly Dialogue[]> {
  const behind = dialogues
    .filter(({ date, county }) => date <= today && countyNamed(county) !== undefined)
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  return groupBy(behind, ({ county }) => countyNamed(county)?.number ?? '');
}

const told = ({ date, party, topic }: Dialogue): Crossing['first'] => ({ date, party, topic });

/** Contacts of the last year by one party each, close to each other, that were not both cleared with the other. */
export function crossingsIn(contacts: readonly Dialogue[], county: string, today: Day): readonly Crossing[] {
  const since = addDays(today, -TOLD);
  const single = contacts.filter(({ date, party }) => date >= since && party !== 'both');
  return single.flatMap((second, index): readonly Crossing[] => {
    const first = single
      .slice(0, index)
      .findLast(
        (before) =>
          before.party !== second.party &&
          daysBetween(before.date, second.date) <= NEAR &&
          !(before.coordinated === true && second.coordinated === true),
      );
    return first === undefined ? [] : [{ county, first: told(first), second: told(second) }];
  });
}
