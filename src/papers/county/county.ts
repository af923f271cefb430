/** The county brief (the agreement's activity 4): what both parties should know before they speak with a county authority. */
import { msg } from '../../domain/msg.ts';
import { addDays, dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { nearest } from '../../domain/nearest.ts';
import { counties, type County } from '../../register/data/counties.ts';
import { hasLeft } from '../../register/contact-index.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import { isReserving } from '../../register/list-names.ts';
import { mayBeReserved } from '../../register/tabs/contacts.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { examplePlace } from '../examples/places.ts';
import { lacksOf } from '../examples/state.ts';
import { requireCurrent } from '../former-counties.ts';
import { namesOf } from '../people.ts';
import { requireSharing } from '../sharing.ts';
import { crossingsOf, sharedCounties, sharedOverdueSteps } from './contacts.ts';
import { happeningsIn, unnotedIn } from './happenings.ts';
import type { CountyView } from './view.ts';
import type { LanguageDecision } from '../../register/lists.ts';

/** How many days back the brief goes. */
const TWO_YEARS = 730;
const oslo = '03';

/** The county that somebody asks for, by name or number. Throws UserError where there is none. */
export function requestedCounty(asked: string): County {
  const found = countyNamed(asked) ?? counties().find(({ number }) => number === asked);
  if (found !== undefined) return found;
  requireCurrent(asked, (names) => msg`Ask for one of those it became: ${names.join(', ')}.`);
  const names = counties().map((county) => county.name);
  const near = nearest(asked, names);
  throw new UserError(
    msg`There is no county «${asked}».`,
    near === undefined ? msg`The counties are ${names.join(', ')}.` : msg`Did you mean ${near}?`,
  );
}

/** The brief's view. `now` is Oslo time. Throws UserError when it is not known what may be shown to the partner. */
export function countyBrief(register: Register, county: County, now: WallTime): CountyView {
  requireSharing(register);
  const today = dayOf(now);
  const { name, number, decision, majority } = county;
  const own = sharedCounties(register, today).find((one) => one.county.number === number);
  const { behind = [], planned: ahead = [] } = own ?? {};
  const viewOf = contactViews(register, today);
  const since = addDays(today, -TWO_YEARS);
  const shown = behind.filter(({ date }) => date >= since).map(viewOf);
  const planned = ahead.map(viewOf);
  return {
    asOf: today,
    // Oslo is a municipality that is also its own county authority.
    county: {
      name,
      decision,
      majority,
      authority: `${name} ${number === oslo ? 'kommune' : 'fylkeskommune'}`,
    },
    last: behind.at(-1)?.date,
    isSilent: own?.isSilent ?? true,
    dialogues: [...shown].reverse(),
    planned,
    crossings: own === undefined ? [] : [...crossingsOf(own, today)],
    nextSteps: openSteps([...behind.map(viewOf), ...planned], since, today),
    unnoted: [...unnotedIn(register, county, behind, today)],
    ...happeningsIn(register, county, today),
    examples: examplesIn(register, county, today),
    municipalities: municipalitiesIn(register, county),
    postBox: register.recipients.find((one) => one.kind === 'county' && one.number === number)?.email,
    contacts: peopleIn(register, county, today),
  };
}

/**
 * By deadline. Overdue ones however old they are, others as far back as contacts are shown. One whose deadline is past and
 * that is not overdue has been followed up: see `overdueSteps`.
 */
function openSteps(contacts: CountyView['dialogues'], since: Day, today: Day): CountyView['nextSteps'] {
  return contacts
    .filter(({ date, deadline, isOverdue }) => isOverdue || (date >= since && (deadline ?? today) >= today))
    .flatMap(({ nextStep, ...contact }) => (nextStep === undefined ? [] : [{ ...contact, nextStep }]))
    .sort((one, other) => (one.deadline ?? '9').localeCompare(other.deadline ?? '9'));
}

function contactViews(
  register: Register,
  today: Day,
): (contact: Dialogue) => CountyView['dialogues'][number] {
  const nameOf = namesOf(register);
  const overdue = sharedOverdueSteps(register, today);
  return ({ id, date, party, who, topic, agreed, nextStep, deadline, coordinated }) => ({
    ...{ id, date, party, topic, agreed, nextStep, deadline },
    who: nameOf(who),
    isOverdue: overdue.has(id),
    isAlone: party !== 'both' && coordinated !== true,
  });
}

function examplesIn(register: Register, { number }: County, today: Day): CountyView['examples'] {
  const regions = regionsOf(register);
  return register.examples.flatMap((example) => {
    const { name, county } = examplePlace(example.municipality, regions);
    if (county?.number !== number) return [];
    const { id, title } = example;
    return [{ id, title, place: name, isReady: lacksOf(example, today).length === 0 }];
  });
}

function peopleIn({ contacts }: Register, { number }: County, today: Day): CountyView['contacts'] {
  return contacts
    .filter(({ organisation }) => countyNamed(organisation ?? '')?.number === number)
    .filter((contact) => !hasLeft(contact, today))
    .map((contact) => {
      const { id, name, role, email, phone, lists = [] } = contact;
      return { id, name, role, email, phone, isReserved: isReserving(lists) || mayBeReserved(contact) };
    });
}

/** The least central classes, 5 and 6, are the district municipalities (the register's default target). */
const DISTRICT = 5;

const levels = [1, 2, 3, 4, 5, 6, undefined] as const;

/** Without a språkvedtak a municipality is neutral (språklova § 11). */
function municipalitiesIn({ recipients }: Register, county: County): CountyView['municipalities'] {
  const own = recipients.filter(
    ({ kind, county: name }) => kind === 'municipality' && countyNamed(name ?? '')?.number === county.number,
  );
  const counts = (some: typeof own): { nb: number; nn: number; neutral: number; total: number } => {
    const decided = (wanted: LanguageDecision): number =>
      some.filter(({ decision = 'neutral' }) => decision === wanted).length;
    return { nb: decided('nb'), nn: decided('nn'), neutral: decided('neutral'), total: some.length };
  };
  const district = (wanted: LanguageDecision): string[] =>
    own
      .filter(({ centrality, decision = 'neutral' }) => decision === wanted && (centrality ?? 0) >= DISTRICT)
      .map(({ name }) => name)
      .sort((one, other) => one.localeCompare(other, 'nb'));
  return {
    all: counts(own),
    levels: levels
      .map((level) => ({ level, ...counts(own.filter(({ centrality }) => centrality === level)) }))
      .filter(({ total }) => total > 0),
    district: { nb: district('nb'), nn: district('nn'), neutral: district('neutral') },
  };
}
