/** What the dialogue with the counties (the agreement's activity 4) asks of somebody now. */
import { dueNote } from '../../domain/due-note.ts';
import { dayOf, daysBetween, type Day } from '../../domain/time.ts';
import { parties, type Party } from '../../register/lists.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import { overdueSteps, watchedCounties, type WatchedCounty } from '../../register/rules/county-guard.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { sharedCounties } from '../county/contacts.ts';
import { unnotedIn } from '../county/happenings.ts';
import type { Entry, Family } from './entry.ts';

/** One side of contacts that were not coordinated. */
interface Side {
  /** The row's ID. */
  readonly id: string;
  readonly party: Party;
  readonly date: Day;
}

/** Both parties are in contact with the counties within a month, and not both times with the other's knowledge. */
export interface UncoordinatedContacts {
  /** Several where both contacts were with the same several. */
  readonly counties: readonly string[];
  readonly first: Side;
  /** The later one. */
  readonly second: Side;
  /** How many days until the later contact; negative for days since. */
  readonly daysLeft: number;
}

/** A next step whose deadline is past, and that nobody has followed up. */
export interface OverdueNextStep {
  /** The ID of the contact it was agreed in. */
  readonly id: string;
  /** As written in the row: a county, several, a region or a network. */
  readonly county: string;
  readonly party: Party;
  readonly nextStep: string;
  readonly deadline: Day;
  readonly days: number;
}

/** A county that neither party has spoken with for half a year. */
export interface SilentCounty {
  readonly county: string;
  /** The last contact; absent if none is written down. */
  readonly last: Day | undefined;
  /** How many days since the last contact. */
  readonly days: number | undefined;
  /** Completed meetings with it for which no contact is written down. */
  readonly unnoted: ReturnType<typeof unnotedIn>;
}

export interface CountyMatters {
  /** In the order of the later contact. */
  readonly uncoordinated: readonly UncoordinatedContacts[];
  /** The longest overdue first. */
  readonly nextSteps: readonly OverdueNextStep[];
  /** In the order of the counties' numbers. */
  readonly silent: readonly SilentCounty[];
}

/** All contacts count, since the list is for those who run Felles; the papers leave out what a party keeps to itself. */
export function countyMatters(register: Register, today: Day): CountyMatters {
  const regions = regionsOf(register);
  const watched = watchedCounties(register.dialogues, regions, today);
  return {
    uncoordinated: uncoordinatedContacts(watched, today),
    nextSteps: overdueSteps(register.dialogues, regions, today).map(({ contact, days }) => {
      const { id, county, party, nextStep, deadline } = contact;
      return { id, county, party, nextStep, deadline, days };
    }),
    silent: silentCounties(register, watched, today),
  };
}

const sideOf = ({ id, party, date }: Dialogue): Side => ({ id, party, date });

/** The same two contacts are one matter, also if they were with several counties. */
function uncoordinatedContacts(
  watched: readonly WatchedCounty<Dialogue>[],
  today: Day,
): readonly UncoordinatedContacts[] {
  const found = new Map<string, UncoordinatedContacts>();
  for (const { county, uncoordinated } of watched) {
    for (const { first, second } of uncoordinated) {
      const key = `${first.id} ${second.id}`;
      const counties = [...(found.get(key)?.counties ?? []), county.name];
      const daysLeft = daysBetween(today, second.date);
      found.set(key, { counties, first: sideOf(first), second: sideOf(second), daysLeft });
    }
  }
  return [...found.values()].sort((one, other) => one.daysLeft - other.daysLeft);
}

function silentCounties(
  register: Register,
  watched: readonly WatchedCounty<Dialogue>[],
  today: Day,
): readonly SilentCounty[] {
  const shared = new Map(sharedCounties(register, today).map((one) => [one.county.number, one.behind]));
  return watched
    .filter(({ isSilent }) => isSilent)
    .map(({ county, behind }) => {
      const last = behind.at(-1)?.date;
      const days = last === undefined ? undefined : daysBetween(last, today);
      const unnoted = unnotedIn(register, county, shared.get(county.number) ?? [], today);
      return { county: county.name, last, days, unnoted };
    });
}

/**
 * Overdue next steps, and contacts to coordinate: due while the later one is still to come, overdue from its day on. No
 * command puts these right: people speak together, and write it in Dialog. Silent counties are no entries.
 */
export const countyEntries: Family = ({ register, now }) => {
  const today = dayOf(now);
  const { uncoordinated, nextSteps } = countyMatters(register, today);
  return [...uncoordinated.map((one) => uncoordinatedEntry(one, today)), ...nextSteps.map(nextStepEntry)];
};

function uncoordinatedEntry({ counties, first, second, daysLeft }: UncoordinatedContacts, today: Day): Entry {
  const sideIn = ({ id, party, date }: Side): { id: string; party: string; day: Day } => ({
    ...{ id, party: parties[party][0], day: date },
  });
  return {
    name: `${second.id} uncoordinated ${first.id}`,
    state: daysLeft > 0 ? 'due' : 'overdue',
    matter: 'uncoordinated',
    about: { tab: 'dialogues', id: second.id, title: counties.join(', ') },
    since: daysLeft > 0 ? today : second.date,
    changes: [],
    notes: [dueNote('contacts-near', { first: sideIn(first), second: sideIn(second) })],
  };
}

const nextStepEntry = ({ id, county, party, nextStep, deadline }: OverdueNextStep): Entry => ({
  // A waiver is of this deadline: a new one is listed once it has passed.
  name: `${id} next-step ${deadline}`,
  state: 'overdue',
  matter: 'nextStep',
  about: { tab: 'dialogues', id, title: county },
  since: deadline,
  changes: [],
  notes: [dueNote('next-step', { party: parties[party][0], deadline, text: nextStep })],
});
