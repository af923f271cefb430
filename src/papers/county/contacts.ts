/** The contacts with county authorities that both parties may see, as they are watched. */
import type { Day } from '../../domain/time.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import {
  overdueSteps,
  watchedCounties,
  type OverdueStep,
  type WatchedCounty,
} from '../../register/rules/county-guard.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { sharedDialogues } from '../lone-dialogues.ts';
import type { Crossing } from './view.ts';

/** All counties, in order of number, with what both parties may see. */
export const sharedCounties = (register: Register, today: Day): readonly WatchedCounty<Dialogue>[] =>
  watchedCounties(sharedDialogues(register), regionsOf(register), today);

/** The overdue next steps that both parties may see, by the contact's ID. */
export const sharedOverdueSteps = (
  register: Register,
  today: Day,
): ReadonlyMap<string, OverdueStep<Dialogue>> =>
  new Map(
    overdueSteps(sharedDialogues(register), regionsOf(register), today).map((step) => [
      step.contact.id,
      step,
    ]),
  );

/** What the papers tell of contacts that were not coordinated. */
export function crossingsOf(
  { county, uncoordinated }: WatchedCounty<Dialogue>,
  today: Day,
): readonly Crossing[] {
  const told = ({ date, party, topic }: Dialogue): Crossing['first'] => ({
    ...{ date, party, topic },
    isPlanned: date > today,
  });
  return uncoordinated.map(({ first, second }) => ({
    county: county.name,
    first: told(first),
    second: told(second),
  }));
}
