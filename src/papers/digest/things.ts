/** What digests tell of, as it is in the register now, and whose it is. */
import type { StandardText } from '../../domain/standard-text.ts';
import type { Facts } from '../../domain/statement.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { Party } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import { agreementNumber, type AgreementNumber } from '../agreement-number.ts';
import { partyOf } from '../people.ts';
import { loneDialogues } from '../lone-dialogues.ts';
import { activityFacts, dialogueFacts, exampleFacts, type ThingFacts } from '../record/thing-facts.ts';
import { standardTextIn, titlesOf } from '../titles.ts';

export interface Thing {
  readonly id: string;
  readonly number: AgreementNumber;
  readonly party: Party;
  /** A contact with a county: its description is what was agreed. */
  readonly isContact: boolean;
  /** What it is called; its facts have `Tittel`, by which a new name is known. */
  readonly title: StandardText;
  /** Of an activity in the standard of the register; each party writes of its contacts and examples in its own. */
  readonly description: StandardText | undefined;
  readonly facts: ThingFacts;
}

/**
 * Activities that are shared and more than ideas, contacts with counties, and examples that a party raised. Not the quarterly
 * meetings: both are invited to those.
 */
export function thingsIn(register: Register, now: WallTime): readonly Thing[] {
  const today = dayOf(now);
  const shown = register.activities.filter(
    ({ shared, status, type }) => shared && status !== 'idea' && type !== 'quarterlyMeeting',
  );
  const ownerOf = partyOf(register);
  const titleOf = titlesOf(register);
  const textOf = standardTextIn(register);
  return [
    ...shown.map((one) => ({
      ...{ id: one.id, party: one.party, number: agreementNumber[one.type], isContact: false },
      ...{ title: titleOf(one), facts: activityFacts(one, today) },
      description: one.description === undefined ? undefined : textOf(one.description),
    })),
    ...loneDialogues(register).map((one) => {
      const facts = dialogueFacts(one, today);
      const title = facts.title ?? one.id;
      const { id, party, agreed: description } = one;
      return { id, party, number: '4' as const, isContact: true, title, description, facts };
    }),
    ...register.examples.flatMap((one) => {
      const party = ownerOf(one.raisedBy);
      if (party === undefined) return [];
      const facts = exampleFacts(one);
      const { id, title, description } = one;
      return [{ id, party, number: '5' as const, isContact: false, title, description, facts }];
    }),
  ];
}

/** What digests say about the row with an ID: nothing but `removed` about what they do not tell of. */
export const toldFacts = (register: Register, about: string, now: WallTime): Facts =>
  thingsIn(register, now).find(({ id }) => id === about)?.facts ?? { state: 'removed' };

const homes = { A: 'activities', D: 'dialogues', F: 'examples' } as const;

/** The tab of the row with an ID; undefined for one that no thing has. */
export const homeOf = (id: string): (typeof homes)[keyof typeof homes] | undefined =>
  Object.entries(homes).find(([letter]) => id.startsWith(`${letter}-`))?.[1];

/** Whether the row with an ID may be there although the register has none: its tab, or a row, cannot be read. */
export function isUnread({ tabs }: Register, id: string): boolean {
  const home = homeOf(id);
  const state = home === undefined ? undefined : tabs[home];
  if (state?.headings === undefined) return true;
  return [...state.refused.keys()].some((key) => key === id || key.startsWith('#'));
}
