/** Contacts by what a cell may call them: an ID, an address, a name, a role; and the words beside it that tell two apart. */
import { comparedAddress, comparedName } from '../domain/compare.ts';
import { normaliseId } from '../domain/id.ts';
import { titledId } from './cells/id.ts';
import type { Day } from '../domain/time.ts';
import { countyNamed, municipalitiesNamed } from './rules/area-names.ts';
import type { Party } from './lists.ts';
import { foldedName, isGroup, partyIn, partyNamed } from './person-words.ts';

/** What must be known of a contact; rules have contacts whose rows lack some of it. */
export interface KnownPerson {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly party?: Party | undefined;
  readonly role?: string | undefined;
  readonly email?: string | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly left?: Day | undefined;
}

/**
 * Whether a contact has left by a day (Oslo): the day in `Sluttet` is the first without them. From then on they are invited to
 * nothing and get no mail.
 */
export const hasLeft = ({ left }: { readonly left?: Day | undefined }, day: Day): boolean =>
  left !== undefined && left <= day;

const idForm = /^K-20\d\d-\d{3,6}$/u;
/** An ID as people type it, among other words; with the name that a dropdown of Felles writes after it. */
const typedId =
  /(?<![\p{L}\p{N}])(?<id>k\s?[-‐-―−]\s?20\d\d\s?[-‐-―−]\s?\d{3,6})(?!\d)(?:\s*·[^,;/&+\n]*)?/giu;

/** The contact's ID that a text is; undefined for any other text. */
function contactId(text: string): string | undefined {
  if (!/^\s*k/iu.test(text)) return undefined;
  const id = titledId(text)?.id ?? normaliseId(text);
  return idForm.test(id) ? id : undefined;
}

/** The IDs of contacts in a text, in its order. */
export function contactIdsIn(text: string): readonly string[] {
  if (!/k/iu.test(text)) return [];
  const whole = contactId(text);
  return whole === undefined
    ? [...text.matchAll(typedId)].map(({ groups }) => normaliseId(groups?.['id'] ?? ''))
    : [whole];
}

/** The text with each contact's ID replaced by what `nameOf` gives for it. */
export function withoutIds(text: string, nameOf: (id: string) => string | undefined): string {
  const whole = contactId(text);
  if (whole !== undefined) return nameOf(whole) ?? text;
  return text.replace(typedId, (typed, id: string) => nameOf(normaliseId(id)) ?? typed);
}

type Lookup<Contact> = ReadonlyMap<string, readonly Contact[]>;

function byKey<Contact>(
  contacts: readonly Contact[],
  keyOf: (contact: Contact) => string | undefined,
): Lookup<Contact> {
  const found = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const key = keyOf(contact);
    if (key === undefined || key === '') continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [contact]);
    else same.push(contact);
  }
  return found;
}

const mapped = (text: string | undefined, change: (text: string) => string): string | undefined =>
  text === undefined ? undefined : change(text);

export class ContactIndex<Contact extends KnownPerson> {
  readonly #ids: Lookup<Contact>;
  readonly #addresses: Lookup<Contact>;
  readonly #names: Lookup<Contact>;
  readonly #foldedNames: Lookup<Contact>;
  readonly #roles: Lookup<Contact>;
  readonly #groups: ReadonlySet<string>;

  constructor(contacts: readonly Contact[]) {
    this.#ids = byKey(contacts, ({ id }) => id);
    this.#addresses = byKey(contacts, ({ email }) => mapped(email, comparedAddress));
    this.#names = byKey(contacts, ({ name }) => mapped(name, comparedName));
    this.#foldedNames = byKey(contacts, ({ name }) => mapped(name, foldedName));
    this.#roles = byKey(contacts, ({ role }) => mapped(role, foldedName));
    this.#groups = new Set(
      contacts.flatMap(({ organisation = '', lists = [] }) => [organisation, ...lists].map(foldedName)),
    );
  }

  /** Those who have this name, or else this role, also in its definite form: «fagsjefen». */
  named(text: string): readonly Contact[] {
    const plain = foldedName(text);
    const root = / |^.{0,5}$/u.test(plain) ? plain : plain.replace(/(?:en|a|et|n)$/u, '');
    return (
      this.#names.get(comparedName(text)) ??
      this.#foldedNames.get(plain) ??
      this.#roles.get(plain) ??
      this.#foldedNames.get(root) ??
      this.#roles.get(root) ??
      []
    );
  }

  /** The one with this ID, or those with this address. */
  keyed(text: string): readonly Contact[] {
    const id = contactId(text);
    if (id !== undefined) return this.#ids.get(id) ?? [];
    return text.includes('@')
      ? (this.#addresses.get(comparedAddress(text.replace(/^<|>$/gu, ''))) ?? [])
      : [];
  }

  /** Whether a text names a party, an organisation that a contact is in, a list, a municipality, or another group. */
  isGroup(text: string): boolean {
    const plain = foldedName(text);
    if ((plain !== '' && this.#groups.has(plain)) || partyNamed(text) !== undefined) return true;
    // Where it may be several, only the whole of a known name counts: «Møre og Romsdal fylkeskommune».
    if (!/[,;/&+]|\s(?:og|and|samt)\s/iu.test(text)) return isGroup(text);
    return isGroup(text) && (countyNamed(text) !== undefined || municipalitiesNamed(text).length > 0);
  }
}

/** The party of a contact, by its Part or by the name of its organisation. */
export const partyOfContact = ({ party, organisation = '' }: KnownPerson): Party | undefined =>
  party ?? partyNamed(organisation) ?? partyIn(organisation);

const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

/** Whether a contact belongs to what stands beside its name: its organisation, its party, or what it does. */
function belongs(contact: KnownPerson, beside: string): boolean {
  const { organisation = '', role = '', name = '' } = contact;
  const plain = foldedName(beside);
  if (plain === '') return false;
  const own = foldedName(organisation);
  const named = partyNamed(beside) ?? partyIn(beside);
  const party = partyOfContact(contact);
  return (
    (own !== '' && (hasWords(own, plain) || hasWords(plain, own))) ||
    (named !== undefined && named !== 'both' && (party === named || party === 'both')) ||
    foldedName(role) === plain ||
    foldedName(name) === plain
  );
}

/**
 * Of those with a name, the ones that belong to what stands beside it. Where that is an organisation, one of whom it is not known
 * where they come from may be meant too.
 */
export function narrowed<Contact extends KnownPerson>(
  contacts: readonly Contact[],
  beside: string,
  isOrganisation: boolean,
): readonly Contact[] {
  const own = contacts.filter((contact) => belongs(contact, beside));
  if (own.length > 0 || !isOrganisation) return own;
  return contacts.filter(({ organisation, party }) => organisation === undefined && party === undefined);
}

const besides = /\s*,\s*|\s*[(–]\s*|\s+-\s+|\s+(?:v\/|ved|i|hos|fra|frå)\s*/giu;

/** The ways in which a text may be a name with something beside it: «Kari (NAL)», «NAL v/Kari», «Nordmann, Kari». */
export function* halves(text: string): Generator<readonly [string, string]> {
  const whole = text.replace(/[)\s]+$/u, '');
  for (const { index, 0: sign } of whole.matchAll(besides)) {
    const [first, last] = [whole.slice(0, index).trim(), whole.slice(index + sign.length).trim()];
    const isPair = ![first, last].some((half) => half === '' || /[,;/&+]/u.test(half));
    if (isPair) yield [first, last];
  }
}
