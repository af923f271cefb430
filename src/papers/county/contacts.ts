/** The contacts with county authorities: which county, and whether the parties knew of each other's. */
import { groupBy } from '../../domain/group.ts';
import { addDays, daysBetween, type Day } from '../../domain/time.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { Register } from '../../register/register.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { sharedDialogues } from '../lone-dialogues.ts';
import { silentCounties } from '../today/silent-counties.ts';
import type { Crossing } from './view.ts';

/** Contacts with at most this many days between them should have been known to both parties. */
const NEAR = 30;
/** How many days back the paper shows contacts. */
const TOLD = 365;

/** The contacts with one county authority, each in order of day. */
export interface Contacts {
  readonly behind: readonly Dialogue[];
  readonly planned: readonly Dialogue[];
}

export interface AllContacts {
  /** Of a county, by its number. */
  readonly with: (number: string) => Contacts;
  /** The names of counties that nobody has spoken with for half a year. */
  readonly silent: ReadonlySet<string>;
}

/** The contacts that both parties may see. The county of a network is not known. */
export function contactsIn(register: Register, today: Day): AllContacts {
  const dialogues = sharedDialogues(register);
  const sorted = [...dialogues].sort((one, other) => one.date.localeCompare(other.date));
  const byCounty = groupBy(sorted, ({ county }) => countyNamed(county)?.number);
  return {
    with: (number) => {
      const own = byCounty.get(number) ?? [];
      return {
        behind: own.filter(({ date }) => date <= today),
        planned: own.filter(({ date }) => date > today),
      };
    },
    silent: new Set(silentCounties({ ...register, dialogues }, today).map(({ county }) => county)),
  };
}

/**
 * Contacts by one party each, close in time, that were not both cleared with the other: in the last year, and planned
 * ones, while there is still time to coordinate.
 */
export function crossingsIn({ behind, planned }: Contacts, county: string, today: Day): readonly Crossing[] {
  const told = ({ date, party, topic }: Dialogue): Crossing['first'] => ({
    ...{ date, party, topic },
    isPlanned: date > today,
  });
  const since = addDays(today, -TOLD);
  const single = [...behind, ...planned].filter(({ date, party }) => date >= since && party !== 'both');
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
