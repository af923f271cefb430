/** Contacts with county authorities that are not activities of their own. */
import { comparedText } from '../domain/compare.ts';
import { groupBy } from '../domain/group.ts';
import { readCounties } from '../register/named-places.ts';
import { regionsOf } from '../register/regions.ts';
import type { Register } from '../register/register.ts';
import type { Activity } from '../register/tabs/activities.ts';
import type { Dialogue } from '../register/tabs/dialogues.ts';
import { agreementNumber } from './agreement-number.ts';

/** Whether a contact is also an activity of some, recognised by the day and by a county or another place in the title. */
function activityFinder(
  register: Register,
  activities: readonly Activity[],
): (contact: Dialogue, places: 'every' | 'some') => boolean {
  const regions = regionsOf(register);
  const titles = groupBy(
    activities.filter(({ type }) => agreementNumber[type] === '4'),
    ({ start }) => start?.first,
  );
  return ({ date, county }, places) => {
    const onDay = titles.get(date);
    if (onDay === undefined) return false;
    const isNamed = (name: string): boolean =>
      onDay.some(({ title }) => comparedText(title).includes(comparedText(name)));
    const named = readCounties(county, regions).places.map(({ name }) => name);
    return isNamed(county) || (named.length > 0 && named[places](isNamed));
  };
}

/**
 * A contact that is also an activity is left out: nothing is reported twice, and an activity that must not be shared is
 * not revealed in another way. Of several places in a contact each must be in a title.
 */
export function loneDialogues(register: Register): readonly Dialogue[] {
  const isActivity = activityFinder(
    register,
    register.activities.filter(({ status }) => status !== 'cancelled'),
  );
  return sharedDialogues(register).filter((contact) => !isActivity(contact, 'every'));
}

/** All contacts, except those that are an activity which a party keeps to itself. Of several places, one is enough. */
export function sharedDialogues(register: Register): readonly Dialogue[] {
  const isKept = activityFinder(
    register,
    register.activities.filter(({ shared }) => !shared),
  );
  return register.dialogues.filter((contact) => !isKept(contact, 'some'));
}
