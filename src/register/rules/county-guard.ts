/**
 * The watch over the dialogue with the county authorities (the agreement's activity 4). The papers, the list of the day and
 * the rules all use this: which counties both parties speak with and do not know it of each other, which of them nobody
 * speaks with, and which next steps are overdue.
 */
import { comparedArea } from '../../domain/compare.ts';
import { addDays, dayFrom, dayParts, daysBetween, daysInMonth, type Day } from '../../domain/time.ts';
import { counties, type County } from '../data/counties.ts';
import type { Party } from '../lists.ts';
import { countyNumbersOf, readCounties, type NamedPlace, type Regions } from '../named-places.ts';

/** Contacts with at most this many days between them should have been known to both parties. */
const NEAR = 30;
/** How many days back contacts that were not cleared are told of. */
const TOLD = 365;

/** A contact, as far as it is watched. */
export interface Contact {
  /** As written: one county or several, regions or networks. */
  readonly county: string;
  readonly date: Day;
  readonly party: Party;
  readonly coordinated?: boolean | undefined;
  readonly nextStep?: string | undefined;
  readonly deadline?: Day | undefined;
}

/** Two contacts by one party each, close in time, that were not both cleared with the other. `first` is not the later one. */
export interface Uncoordinated<C extends Contact> {
  readonly first: C;
  readonly second: C;
}

export interface WatchedCounty<C extends Contact> {
  readonly county: County;
  /** Up to and including today, in order of day. */
  readonly behind: readonly C[];
  /** Those that are still to come, in order of day. */
  readonly planned: readonly C[];
  /** Neither party has spoken with it for half a year, or ever. */
  readonly isSilent: boolean;
  /** In the last year, and planned ones, while there is still time to coordinate. */
  readonly uncoordinated: readonly Uncoordinated<C>[];
}

/** All counties, in order of number. A cell with an unknown part counts for no county. */
export function watchedCounties<C extends Contact>(
  contacts: readonly C[],
  regions: Regions,
  today: Day,
): readonly WatchedCounty<C>[] {
  const byCounty = contactsByCounty(contacts, regions);
  const limit = halfAYearBefore(today);
  return counties().map((county) => {
    const own = byCounty.get(county.number) ?? [];
    const behind = own.filter(({ date }) => date <= today);
    const last = behind.at(-1)?.date;
    return {
      county,
      behind,
      planned: own.filter(({ date }) => date > today),
      isSilent: last === undefined || last < limit,
      uncoordinated: uncoordinatedIn(own, addDays(today, -TOLD)),
    };
  });
}

/** Days are text that sorts as it is: a comparison by language costs many times as much. */
const byDay = (one: Contact, other: Contact): number =>
  one.date < other.date ? -1 : one.date > other.date ? 1 : 0;

function contactsByCounty<C extends Contact>(
  contacts: readonly C[],
  regions: Regions,
): ReadonlyMap<string, readonly C[]> {
  const numbersOf = placeReader(regions);
  const byCounty = new Map<string, C[]>();
  for (const contact of [...contacts].sort(byDay)) {
    for (const number of countyNumbersOf(numbersOf(contact.county))) {
      const own = byCounty.get(number);
      if (own === undefined) byCounty.set(number, [contact]);
      else own.push(contact);
    }
  }
  return byCounty;
}

/** Reads each text once: the same few are in thousands of rows. */
function placeReader(regions: Regions): (written: string) => readonly NamedPlace[] {
  const read = new Map<string, readonly NamedPlace[]>();
  return (written) => {
    const places = read.get(written) ?? readCounties(written, regions).places;
    read.set(written, places);
    return places;
  };
}

/** Each contact with the nearest one before it that it was not cleared with, in time linear in their number. */
function uncoordinatedIn<C extends Contact>(sorted: readonly C[], since: Day): readonly Uncoordinated<C>[] {
  const last = new Map<Party, C>();
  const lastUncleared = new Map<Party, C>();
  return sorted.flatMap((second): readonly Uncoordinated<C>[] => {
    const { date, party } = second;
    if (date < since || party === 'both') return [];
    const isCleared = second.coordinated === true;
    const other = party === 'bylivsenteret' ? 'distriktssenteret' : 'bylivsenteret';
    const first = (isCleared ? lastUncleared : last).get(other);
    last.set(party, second);
    if (!isCleared) lastUncleared.set(party, second);
    return first === undefined || daysBetween(first.date, date) > NEAR ? [] : [{ first, second }];
  });
}

/** The same day six months before, or the last day of that month. */
function halfAYearBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  const [beforeYear, beforeMonth] = month > 6 ? [year, month - 6] : [year - 1, month + 6];
  return dayFrom(beforeYear, beforeMonth, Math.min(date, daysInMonth(beforeYear, beforeMonth))) ?? day;
}

/** A next step whose deadline is past, and that nobody has followed up. */
export interface OverdueStep<C extends Contact> {
  readonly contact: C & { readonly nextStep: string; readonly deadline: Day };
  readonly days: number;
}

/**
 * The contacts whose next step is still to be done: with counties, and with regions, networks and texts that are not known,
 * since none of them may be forgotten. There is no column for a step that is done. It counts as done when its cell is empty,
 * or when the party (for a joint contact: one of them) has spoken with the same place after that, up to today. With several
 * places in a cell, each of them must have been spoken with.
 */
export function openSteps<C extends Contact>(
  contacts: readonly C[],
  regions: Regions,
  today: Day,
): readonly (C & { readonly nextStep: string })[] {
  const placesOf = placeReader(regions);
  const last = lastContacts(contacts, placesOf, today);
  return contacts.filter((contact): contact is C & { readonly nextStep: string } => {
    const { county, date, party, nextStep } = contact;
    const isFollowed = (keys: readonly string[]): boolean =>
      keys.some((key) => (last.get(`${party} ${key}`) ?? '') > date);
    return nextStep !== undefined && !keysOf(county, placesOf).every(isFollowed);
  });
}

/** The next steps whose deadline is past, the longest first. */
export function overdueSteps<C extends Contact>(
  contacts: readonly C[],
  regions: Regions,
  today: Day,
): readonly OverdueStep<C>[] {
  return openSteps(contacts, regions, today)
    .flatMap((contact): readonly OverdueStep<C>[] => {
      const { deadline } = contact;
      if (deadline === undefined || deadline >= today) return [];
      return [{ contact: { ...contact, deadline }, days: daysBetween(deadline, today) }];
    })
    .sort((one, other) => other.days - one.days);
}

/** The last day each party has spoken with each place. A joint contact is one of each party's, and theirs of both. */
function lastContacts(
  contacts: readonly Contact[],
  placesOf: (written: string) => readonly NamedPlace[],
  today: Day,
): ReadonlyMap<string, Day> {
  const last = new Map<string, Day>();
  for (const { county, date, party } of contacts) {
    if (date > today) continue;
    const parties =
      party === 'both' ? (['bylivsenteret', 'distriktssenteret', 'both'] as const) : [party, 'both'];
    for (const key of keysOf(county, placesOf)
      .flat()
      .flatMap((place) => parties.map((one) => `${one} ${place}`))) {
      if ((last.get(key) ?? '') < date) last.set(key, date);
    }
  }
  return last;
}

/** What each place of a cell is the same by: its name, and the counties it lies in. A text that is not known is itself. */
function keysOf(
  written: string,
  placesOf: (written: string) => readonly NamedPlace[],
): readonly (readonly string[])[] {
  const places = placesOf(written);
  if (places.length === 0) return [[comparedArea(written)]];
  return places.map((place) => [comparedArea(place.name), ...countyNumbersOf([place])]);
}
