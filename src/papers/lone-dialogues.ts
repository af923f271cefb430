/** Contacts with county authorities that are not activities of their own. */
import { comparedText } from '../domain/compare.ts';
import { groupBy } from '../domain/group.ts';
import type { Day } from '../domain/time.ts';
import type { Register } from '../register/register.ts';
import type { Activity } from '../register/tabs/activities.ts';
import type { Dialogue } from '../register/tabs/dialogues.ts';
import { agreementNumber } from './agreement-number.ts';

/** Contacts except those that are also activities, recognised by the day and by the county in the title. */
function notAmong(activities: readonly Activity[], dialogues: readonly Dialogue[]): readonly Dialogue[] {
  const titles = groupBy(
    activities.filter(({ type }) => agreementNumber[type] === '4'),
    ({ start }) => start?.first,
  );
  const isActivity = (date: Day, county: string): boolean =>
    titles.get(date)?.some(({ title }) => comparedText(title).includes(comparedText(county))) === true;
  return dialogues.filter(({ date, county }) => !isActivity(date, county));
}

/**
 * A contact that is also an activity is left out: nothing is reported twice, and an activity that must not be shared is
 * not revealed in another way.
 */
export function loneDialogues({ activities, dialogues }: Register): readonly Dialogue[] {
  return notAmong(
    activities.filter(({ status }) => status !== 'cancelled'),
    dialogues,
  );
}

/** All contacts, except those that are an activity which a party keeps to itself. */
export function sharedDialogues({ activities, dialogues }: Register): readonly Dialogue[] {
  return notAmong(
    activities.filter(({ shared }) => !shared),
    dialogues,
  );
}
