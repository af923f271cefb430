/** The county brief (the agreement's activity 4): everything that both parties should know before they speak with a county authority. */
import { addDays, dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { nearest } from '../../domain/nearest.ts';
import { counties, type County } from '../../register/data/counties.ts';
import { countyNamed } from '../../register/rules/area-names.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { agreementNumber } from '../agreement-number.ts';
import { examplePlace } from '../examples/places.ts';
import { lacksOf } from '../examples/state.ts';
import { namesOf } from '../people.ts';
import { requireSharing } from '../sharing.ts';
import { silentCounties } from '../today/silent-counties.ts';
import { contactsByCounty, crossingsIn } from './contacts.ts';
import type { CountiesView, CountyView } from './view.ts';

/** Days back that are told of. */
const TWO_YEARS = 730;
const YEAR = 365;
/** The least central classes, 5 and 6, are the district municipalities (the register's default target). */
const DISTRICT = 5;

/** The county that somebody asks for. Throws UserError where there is none. */
export function requestedCounty(name: string): County {
  const found = countyNamed(name);
  if (found !== undefined) return found;
  const names = counties().map((county) => county.name);
  const near = nearest(name, names);
  throw new UserError(
    `There is no county «${name}».`,
    near === undefined ? `The counties are ${names.join(', ')}.` : `Did you mean ${near}?`,
  );
}

/** The brief's view. `now` is Oslo time. Throws UserError when nobody can tell what may be shown to the partner. */
export function countyBrief(register: Register, county: County, now: WallTime): CountyView {
  requireSharing(register);
  const today = dayOf(now);
  const contacts = contactsByCounty(register, today).get(county.number) ?? [];
  const nameOf = namesOf(register);
  const shown = contacts
    .filter(({ date }) => date >= addDays(today, -TWO_YEARS))
    .map((contact) => contactView(contact, today, nameOf))
    .reverse();
  const happenings = happeningsIn(register, county, today);
  return {
    asOf: today,
    county: { name: county.name, decision: county.decision, majority: county.majority },
    last: contacts.at(-1)?.date,
    isSilent: silentCounties(register, today).some((one) => one.county === county.name),
    dialogues: shown,
    crossings: [...crossingsIn(contacts, county.name, today)],
    nextSteps: shown
      .flatMap(({ nextStep, ...contact }) => (nextStep === undefined ? [] : [{ ...contact, nextStep }]))
      .sort((one, other) => ((one.deadline ?? '9') < (other.deadline ?? '9') ? -1 : 1)),
    ...happenings,
    examples: examplesIn(register, county, today),
    municipalities: municipalitiesIn(register, county),
    contacts: register.contacts
      .filter(({ organisation }) => countyNamed(organisation ?? '')?.number === county.number)
      .map(({ id, name, role, email }) => ({ id, name, role, email })),
  };
}

function contactView(
  { id, date, party, who, topic, agreed, nextStep, deadline, coordinated }: Dialogue,
  today: Day,
  nameOf: (text: string | undefined) => string | undefined,
): CountyView['dialogues'][number] {
  return {
    ...{ id, date, party, topic, agreed, nextStep, deadline },
    who: nameOf(who),
    isOverdue: nextStep !== undefined && deadline !== undefined && deadline < today,
    isAlone: party !== 'both' && coordinated !== true,
  };
}

/** Whether an activity is about a county: it says so in its area, or is a talk with it by its title. */
function isAbout({ area, type, title }: Activity, { number, name }: County): boolean {
  if (area !== undefined && examplePlace(area).county?.number === number) return true;
  return (
    agreementNumber[type] === '4' && title.toLocaleLowerCase('nb').includes(name.toLocaleLowerCase('nb'))
  );
}

function happeningsIn(
  { activities }: Register,
  county: County,
  today: Day,
): Pick<CountyView, 'coming' | 'done'> {
  const own = activities
    .filter(
      (one) => one.shared && one.status !== 'cancelled' && one.status !== 'idea' && isAbout(one, county),
    )
    .flatMap(({ id, title, start, end, party, status }) => {
      if (start === undefined) return [];
      const last = end?.last ?? start.last;
      const precision = start.precision === 'time' ? 'day' : start.precision;
      return [{ id, title, party, status, when: { precision, first: start.first, last } }];
    })
    .sort((one, other) => (one.when.first < other.when.first ? -1 : 1));
  const viewOf = ({ id, title, party, when }: (typeof own)[number]): CountyView['coming'][number] => ({
    ...{ id, title, party, when },
  });
  const isDone = ({ status, when }: (typeof own)[number]): boolean => status === 'done' || when.last < today;
  return {
    coming: own.filter((one) => !isDone(one)).map(viewOf),
    done: own
      .filter((one) => isDone(one) && one.when.last >= addDays(today, -YEAR))
      .map(viewOf)
      .reverse(),
  };
}

function examplesIn({ examples }: Register, { number }: County, today: Day): CountyView['examples'] {
  return examples.flatMap((example) => {
    const { name, county } = examplePlace(example.municipality);
    if (county?.number !== number) return [];
    return [
      { id: example.id, title: example.title, place: name, isReady: lacksOf(example, today).length === 0 },
    ];
  });
}

function municipalitiesIn({ recipients }: Register, county: County): CountyView['municipalities'] {
  const own = recipients.filter(
    ({ kind, county: name }) => kind === 'municipality' && countyNamed(name ?? '')?.number === county.number,
  );
  const decided = (wanted: 'nb' | 'nn' | 'neutral'): number =>
    own.filter(({ decision = 'neutral' }) => decision === wanted).length;
  const named = (wanted: 'nb' | 'nn' | 'neutral'): string[] =>
    own
      .filter(({ centrality, decision = 'neutral' }) => decision === wanted && (centrality ?? 0) >= DISTRICT)
      .map(({ name }) => name)
      .sort((one, other) => one.localeCompare(other, 'nb'));
  const levels = [1, 2, 3, 4, 5, 6].map((level) => ({
    level,
    count: own.filter(({ centrality }) => centrality === level).length,
  }));
  return {
    total: own.length,
    byDecision: { nb: decided('nb'), nn: decided('nn'), neutral: decided('neutral') },
    centralities: levels.filter(({ count }) => count > 0),
    district: { nb: named('nb'), nn: named('nn'), neutral: named('neutral') },
  };
}

/** The view across all counties. `now` is Oslo time. Throws UserError as `countyBrief`. */
export function countiesOverview(register: Register, now: WallTime): CountiesView {
  requireSharing(register);
  const today = dayOf(now);
  const contacts = contactsByCounty(register, today);
  const silent = silentCounties(register, today).map(({ county }) => county);
  return {
    asOf: today,
    counties: counties().map(({ number, name }) => {
      const own = contacts.get(number) ?? [];
      const last = own.at(-1);
      return {
        ...{ number, name, last: last?.date, party: last?.party },
        count: own.filter(({ date }) => date >= addDays(today, -YEAR)).length,
        isSilent: silent.includes(name),
      };
    }),
    silent,
    crossings: counties().flatMap(({ number, name }) => crossingsIn(contacts.get(number) ?? [], name, today)),
  };
}
