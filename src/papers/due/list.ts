/** The whole due list, without what people have waived. */
import { differences } from '../record/facts.ts';
import { countyEntries } from './counties.ts';
import { entryStates, type DueRequest, type Entry, type Family } from './entry.ts';

/** One line for each family of matters. */
const families: readonly Family[] = [countyEntries];

/**
 * Everything that should be said now, the most pressing first: what is wrong in somebody's hands, what is late, what is due.
 * A waived entry is left out as long as the register says about its row what it said at the waiver.
 */
export function dueList(request: DueRequest): readonly Entry[] {
  const waived = waivedNames(request);
  return families
    .flatMap((family) => family(request))
    .filter(({ name }) => !waived.has(name))
    .sort(byUrgency);
}

function byUrgency(one: Entry, other: Entry): number {
  const order = (entry: Entry): string =>
    `${String(entryStates.indexOf(entry.state))} ${entry.since} ${entry.name}`;
  return order(one) < order(other) ? -1 : 1;
}

/** The names that are waived now. A waiver holds until a fact of its row changes. */
const waivedNames = ({ register, now }: DueRequest): ReadonlySet<string> =>
  new Set(
    register.statements.flatMap((said) =>
      said.kind === 'waiver' && said.what !== undefined && differences(said, register, now).length === 0
        ? [said.what]
        : [],
    ),
  );
