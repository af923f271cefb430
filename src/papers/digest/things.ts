/** What one party has that the other may see, as it is in the register now. */
import { comparedText } from '../../domain/compare.ts';
import type { Day, Precision } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { partyOf } from '../people.ts';
import { agreementNumber, type AgreementNumber } from '../agreement-number.ts';
import type { DigestParty } from './view.ts';

export interface Thing {
  readonly id: string;
  readonly number: AgreementNumber;
  readonly title: string;
  readonly state: 'coming' | 'done' | 'cancelled';
  readonly when: { readonly precision: Precision; readonly first: Day; readonly last: Day } | undefined;
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly description: string | undefined;
}

/**
 * Activities that must be shared and are more than ideas, contacts with counties, and examples that the party raised. What
 * both do together, both know; also their meetings, whoever is the host.
 */
export function thingsOf(register: Register, party: DigestParty, today: Day): readonly Thing[] {
  return [
    ...register.activities
      .filter(
        (one) =>
          one.shared && one.status !== 'idea' && one.party === party && one.type !== 'quarterlyMeeting',
      )
      .map((one) => activityThing(one, today)),
    ...dialogueThings(register, party, today),
    ...exampleThings(register, party),
  ];
}

function activityThing(activity: Activity, today: Day): Thing {
  const { id, title, type, status, start, end, place, link, description } = activity;
  const last = end !== undefined && start !== undefined && end.last > start.last ? end.last : start?.last;
  const state =
    status === 'cancelled' || status === 'done'
      ? status
      : last !== undefined && last < today && status !== 'ongoing'
        ? 'done'
        : 'coming';
  return {
    ...{ id, title, state, place, link, description },
    number: agreementNumber[type],
    when:
      start === undefined || last === undefined
        ? undefined
        : { precision: start.precision === 'time' ? 'day' : start.precision, first: start.first, last },
  };
}

/** A contact that is also an activity is reported there, or not at all if it is not shared. */
function dialogueThings(
  { dialogues, activities }: Register,
  party: DigestParty,
  today: Day,
): readonly Thing[] {
  const isActivity = (date: Day, county: string): boolean =>
    activities.some(
      ({ type, start, title }) =>
        agreementNumber[type] === '4' &&
        start?.first === date &&
        comparedText(title).includes(comparedText(county)),
    );
  return dialogues
    .filter((one) => one.party === party && !isActivity(one.date, one.county))
    .map(({ id, county, topic, date, agreed }): Thing => ({
      ...{ id, number: '4', place: undefined, link: undefined, description: agreed },
      title: topic === undefined ? county : `${county}: ${topic}`,
      state: date > today ? 'coming' : 'done',
      when: { precision: 'day', first: date, last: date },
    }));
}

/** An example that both have raised is told to both. */
function exampleThings(register: Register, party: DigestParty): readonly Thing[] {
  const ownerOf = partyOf(register);
  const isRaisedBy = (text: string | undefined): boolean => {
    const owner = ownerOf(text);
    return owner === party || owner === 'both';
  };
  return register.examples
    .filter(({ raisedBy }) => isRaisedBy(raisedBy))
    .map(({ id, title, municipality, link }): Thing => ({
      ...{ id, number: '5', title, state: 'coming', when: undefined, place: municipality, link },
      description: undefined,
    }));
}
