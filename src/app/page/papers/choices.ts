/** What a paper can be made of, as its options say: the fields of a form, and the flags that come of it. */
import { date, period } from '../../../language/dates.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { plainIn } from '../../../domain/standard-text.ts';
import { dayOf, dayParts } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { meetingsOf } from '../../../papers/meetings.ts';
import { titlesOf } from '../../../papers/titles.ts';
import { counties } from '../../../register/data/counties.ts';
import { parties } from '../../../register/lists.ts';
import type { Activity } from '../../../register/tabs/activities.ts';
import type { Choice, OptionSpecs } from '../../cli/options.ts';
import type { Snapshot } from '../snapshot.ts';

export interface ChoiceOption {
  readonly value: string;
  readonly text: string;
}

/** A field of the form of a paper. */
export interface ChoiceField {
  readonly flag: string;
  readonly choice: Choice;
  readonly isNeeded: boolean;
  /** What can be chosen; none for what is written or ticked. */
  readonly options: readonly ChoiceOption[];
}

export type Flags = Readonly<Record<string, string | true>>;

/** The fields of a paper, with what the register has to choose from. */
export const fieldsOf = (
  options: OptionSpecs,
  snapshot: Snapshot,
  standard: NorwegianStandard,
): readonly ChoiceField[] =>
  Object.entries(options).flatMap(([flag, { chooses: choice, isNeeded }]) =>
    choice === undefined
      ? []
      : [{ flag, choice, isNeeded: isNeeded === true, options: offered[choice](snapshot, standard) }],
  );

/** The flags that an address asks for: only those that choose, so that nothing is sent or written by looking. */
export function flagsIn(
  options: OptionSpecs,
  fields: readonly ChoiceField[],
  query: Readonly<Record<string, string>>,
): Flags {
  return Object.fromEntries(
    fields.flatMap(({ flag, isNeeded, options: own }): [string, string | true][] => {
      const asked = (Object.hasOwn(query, flag) ? (query[flag] ?? '') : '').trim();
      const value = asked === '' && isNeeded ? (own[0]?.value ?? '') : asked;
      if (value === '') return [];
      return [[flag, options[flag]?.type === 'boolean' ? true : value]];
    }),
  );
}

type Offer = (snapshot: Snapshot, standard: NorwegianStandard) => readonly ChoiceOption[];

const none: Offer = () => [];

const offered: Readonly<Record<Choice, Offer>> = {
  meeting: (snapshot, standard) => activitiesFrom(snapshot, standard, meetingsOf(snapshot.reading.register)),
  programme: (snapshot, standard) => {
    const { activities, slots } = snapshot.reading.register;
    const withSlots = new Set(slots.map(({ activity }) => activity));
    return activitiesFrom(
      snapshot,
      standard,
      activities.filter(({ id, start }) => start !== undefined && withSlots.has(id)),
    );
  },
  party: () =>
    (['bylivsenteret', 'distriktssenteret'] as const).map((party) => ({
      value: parties[party][0],
      text: parties[party][0],
    })),
  county: () => counties().map(({ name }) => ({ value: name, text: name })),
  year: yearsBefore,
  appendix: none,
  searched: none,
  since: none,
};

/** Those to come in order of time, then those that are over, the last first. */
function activitiesFrom(
  { reading: { register }, settings: { now } }: Snapshot,
  standard: NorwegianStandard,
  activities: readonly Activity[],
): readonly ChoiceOption[] {
  const titleOf = titlesOf(register);
  const today = dayOf(now);
  const dated = activities
    .flatMap((activity) => (activity.start === undefined ? [] : [{ activity, start: activity.start }]))
    .toSorted((one, other) => (one.start.first < other.start.first ? -1 : 1));
  const isToCome = ({ activity, start }: (typeof dated)[number]): boolean =>
    (activity.end?.last ?? start.last) >= today;
  const past = dated.filter((one) => !isToCome(one)).toReversed();
  return [...dated.filter(isToCome), ...past].map(({ activity, start }) => {
    const { precision, first, last } = start;
    const when =
      precision === 'day' || precision === 'time'
        ? date(phrasesOf[standard], first)
        : period(phrasesOf[standard], precision, first, last);
    return { value: activity.id, text: `${plainIn(titleOf(activity), standard)}, ${when}` };
  });
}

/** The years before this one that the register has activities of, the last first. */
function yearsBefore({ reading: { register }, settings: { now } }: Snapshot): readonly ChoiceOption[] {
  const current = dayParts(dayOf(now)).year;
  const years = register.activities.flatMap(({ start }) =>
    start === undefined ? [] : [dayParts(start.first).year],
  );
  return [...new Set(years)]
    .filter((year) => year < current)
    .toSorted((one, other) => other - one)
    .map((year) => ({ value: String(year), text: String(year) }));
}
