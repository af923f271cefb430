/** Everyone who may be meant by a mailing: municipalities, county authorities and contacts, with the data that conditions test. */
import { comparedAddress, comparedList } from '../../domain/compare.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import type { Day } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { hasLeft } from '../../register/contact-index.ts';
import { counties } from '../../register/data/counties.ts';
import { municipalityByNumber, successorsOf, type Municipality } from '../../register/data/municipalities.ts';
import type { Party, RecipientKind } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import { countyNamed, numbered } from '../../register/rules/area-names.ts';
import { isReserving } from '../../register/list-names.ts';
import { mayBeReserved, type Contact } from '../../register/tabs/contacts.ts';
import { recipientRemarksNoMail, type Recipient } from '../../register/tabs/recipients.ts';
import {
  contactChoice,
  neutralChoice,
  organisationsOf,
  recipientChoice,
  type NeutralRule,
  type StandardChoice,
} from './standards.ts';
import type { Condition, Target } from './target.ts';

export interface Candidate {
  readonly id: string;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly isReserved: boolean;
  /** May have asked not to get mailings: then nothing is sent until this is known. */
  readonly mayBeReserved: boolean;
  /** The row's number, if the row is hidden. */
  readonly hiddenRow: number | undefined;
  /** What is wrong with its row or number, so that it cannot get anything. */
  readonly fault: LeftOutCause | undefined;
  readonly facts: Facts;
  readonly choose: (rule: NeutralRule) => StandardChoice | { readonly wanted?: 'en' };
}

/**
 * What conditions test. Undefined means not known, and then no condition excludes the candidate: one who cannot be chosen
 * anyway is reported rather than skipped.
 */
interface Facts {
  readonly kind: RecipientKind | 'other' | undefined;
  /** Numbers of today: several where the municipality was divided. */
  readonly numbers: readonly string[] | undefined;
  readonly county: string | undefined;
  readonly centrality: number | undefined;
  /** The lists of a contact; a municipality or county authority is on none. */
  readonly lists: readonly string[] | undefined;
  readonly isContact: boolean;
  /** The party of a contact. */
  readonly party?: Party | undefined;
}

/** Whether a target includes a candidate. Contacts are included only where a list is named. */
export function isMeant({ areas }: Target, { facts }: Candidate): boolean {
  return areas.some(
    (area) =>
      area.some(({ key }) => key === 'list') === facts.isContact &&
      area.every((condition) => holds(condition, facts)),
  );
}

function holds(condition: Condition, { kind, numbers, county, centrality, lists }: Facts): boolean {
  // A county authority has no centrality and is not a municipality; other organisations are in no area.
  const mayBeMunicipality = kind === undefined || kind === 'municipality';
  switch (condition.key) {
    case 'centrality':
      return mayBeMunicipality && isOneOf(centrality, condition.classes);
    case 'county':
      return kind !== 'other' && isOneOf(county, condition.numbers);
    case 'municipality':
      return mayBeMunicipality && isAnyOf(numbers, condition.numbers);
    case 'kind':
      return kind !== 'other' && isOneOf(kind, condition.kinds);
    case 'list':
      return isAnyOf(lists, condition.lists);
  }
}

function isOneOf<Value>(value: Value | undefined, wanted: ReadonlySet<Value>): boolean {
  return value === undefined || wanted.has(value);
}

function isAnyOf(values: readonly string[] | undefined, wanted: ReadonlySet<string>): boolean {
  return values === undefined || values.some((value) => wanted.has(value));
}

/** A person to write to: a contact by its ID, or somebody whom only another tab knows. */
export type NamedPerson =
  | { readonly contact: string }
  | {
      /** The ID of the row that names the person. */
      readonly id: string;
      readonly name: string;
      readonly address: string;
      /** What the person wants to read; otherwise what neutral recipients get. */
      readonly standard?: NorwegianStandard | undefined;
    };

/**
 * These people, in their order. A contact with the address of one who is named by it stands for that person. A contact that the
 * register does not have is left out later, and named.
 */
export function namedCandidates(
  candidates: readonly Candidate[],
  people: readonly NamedPerson[],
): readonly Candidate[] {
  return people.map((person): Candidate => {
    if ('contact' in person) {
      const found = candidates.find(({ id, facts }) => facts.isContact && id === person.contact);
      return found ?? { ...outside, id: person.contact, name: undefined, fault: { code: 'not-in-register' } };
    }
    const { id, name, address, standard } = person;
    const compared = comparedAddress(address);
    const found = candidates.find(
      (one) => one.facts.isContact && one.address !== undefined && comparedAddress(one.address) === compared,
    );
    const choose = (rule: NeutralRule): StandardChoice =>
      standard === undefined ? neutralChoice(rule) : { standard, reason: { code: 'own-choice' } };
    return found ?? { ...outside, id, name, address, fault: undefined, choose };
  });
}

/**
 * Everyone who may be meant, in order of number, contacts last; rows that cannot be read among them. `on` (Oslo): contacts that
 * have left by then get nothing.
 */
export function candidatesIn(register: Register, on: Day): readonly Candidate[] {
  const organisationOf = organisationsOf(register);
  const all = [
    ...register.recipients.map(recipientCandidate),
    ...register.contacts.map((contact) => contactCandidate(contact, organisationOf(contact), on)),
    ...unreadable(register.tabs.recipients?.refused, unreadableRecipient),
    ...unreadable(register.tabs.contacts?.refused, () => contactUnknown),
  ];
  return all.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

const hiddenRow = ({ at }: Recipient | Contact): number | undefined => (at.hidden ? at.row : undefined);

function recipientCandidate(recipient: Recipient): Candidate {
  const { number, name, email, reserved } = recipient;
  return {
    id: number,
    name,
    address: email,
    isReserved: reserved,
    mayBeReserved: !reserved && recipientRemarksNoMail(recipient),
    hiddenRow: hiddenRow(recipient),
    ...numberFaultAndFacts(recipient),
    choose: (rule) => recipientChoice(recipient, rule) ?? {},
  };
}

function numberFaultAndFacts(recipient: Recipient): Pick<Candidate, 'fault' | 'facts'> {
  const { number, kind, centrality } = recipient;
  const county = countyOf(recipient);
  const facts = { kind, numbers: [number], county, centrality, lists: [], isContact: false };
  if (kind === 'county') {
    const isKnown = counties().some((one) => one.number === number);
    return isKnown
      ? { fault: undefined, facts: { ...facts, county: number } }
      : { fault: { code: 'unknown-number' }, facts };
  }
  const municipality = municipalityByNumber(number);
  if (municipality !== undefined) {
    return { fault: undefined, facts: municipalityFacts(municipality, centrality) };
  }
  const successors = (successorsOf(number) ?? []).flatMap((one) => municipalityByNumber(one) ?? []);
  const [only] = successors;
  if (only === undefined)
    return { fault: { code: 'unknown-number' }, facts: { ...facts, numbers: undefined } };
  return {
    fault: { code: 'replaced-number', successors: successors.map(numbered) },
    facts: {
      ...municipalityFacts(only, centrality),
      numbers: successors.map((one) => one.number),
    },
  };
}

/** The column Sentralitet decides: people may know a newer list than Felles has. */
const municipalityFacts = (
  { number, countyNumber, centrality }: Municipality,
  written: number | undefined,
): Facts => ({
  kind: 'municipality',
  numbers: [number],
  county: countyNumber,
  centrality: written ?? centrality,
  lists: [],
  isContact: false,
});

const countyOf = ({ county }: Recipient): string | undefined =>
  county === undefined ? undefined : countyNamed(county)?.number;

function contactCandidate(
  contact: Contact,
  organisation: ReturnType<ReturnType<typeof organisationsOf>>,
  on: Day,
): Candidate {
  const { id, name, email, party, lists = [], left } = contact;
  const ownLists = lists.map(comparedList);
  return {
    id,
    name,
    address: email,
    isReserved: isReserving(lists),
    mayBeReserved: mayBeReserved(contact),
    hiddenRow: hiddenRow(contact),
    fault: left !== undefined && hasLeft(contact, on) ? { code: 'left', since: left } : undefined,
    facts: {
      kind: organisation?.kind ?? 'other',
      numbers: organisation === undefined ? [] : [organisation.number],
      county: organisation?.countyNumber,
      centrality: municipalityByNumber(organisation?.number ?? '')?.centrality,
      lists: ownLists,
      isContact: true,
      party,
    },
    choose: (rule) => contactChoice(contact, organisation, rule),
  };
}

/** Rows with errors are not in the register. They are meant unless something known about them says otherwise. */
function unreadable(
  refused: ReadonlyMap<string, number> | undefined,
  factsOf: (id: string) => Facts,
): readonly Candidate[] {
  return [...(refused ?? [])].map(([id, row]) => ({
    id,
    name: undefined,
    address: undefined,
    isReserved: false,
    mayBeReserved: false,
    hiddenRow: undefined,
    fault: { code: 'unreadable-row', row },
    facts: factsOf(id),
    choose: () => ({}),
  }));
}

const unknown: Facts = {
  kind: undefined,
  numbers: undefined,
  county: undefined,
  centrality: undefined,
  lists: undefined,
  isContact: false,
};

const contactUnknown: Facts = { ...unknown, isContact: true };

/** Somebody who has no row in Kontakter. */
const outside: Omit<Candidate, 'id' | 'name' | 'fault'> = {
  address: undefined,
  isReserved: false,
  mayBeReserved: false,
  hiddenRow: undefined,
  facts: contactUnknown,
  choose: () => ({}),
};

function unreadableRecipient(id: string): Facts {
  const municipality = municipalityByNumber(id);
  if (municipality !== undefined) return municipalityFacts(municipality, undefined);
  const county = counties().find(({ number }) => number === id);
  return county === undefined ? unknown : { ...unknown, kind: 'county', county: county.number };
}
