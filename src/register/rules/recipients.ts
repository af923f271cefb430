/** Recipients: numbers that exist, and the name, county and written standard that match them. */
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { counties, type County } from '../data/counties.ts';
import { formerCounties } from '../data/former-counties.ts';
import { municipalityByNumber, successorsOf, type Municipality } from '../data/municipalities.ts';
import { languageDecisions, type LanguageDecision } from '../lists.ts';
import type { TabState, Rule } from '../register.ts';
import type { Checked } from '../tab.ts';
import type { Recipient, recipientsTab } from '../tabs/recipients.ts';
import { countyNamed, hasName, municipalitiesNamed, numbered } from './area-names.ts';
import { cellAt } from './at.ts';

type Key = keyof (typeof recipientsTab)['columns'];
type State = TabState<Key> | undefined;

/** Recipients are municipalities and counties of today, under their own names. */
export const recipientsAreKnown: Rule = function* ({ recipients, tabs }) {
  const countyByNumber = new Map(counties().map((county) => [county.number, county]));
  for (const recipient of recipients) {
    if (!isNumbered(recipient)) continue;
    const at = (key: Key): Place => cellAt(tabs.recipients, { at: recipient.at, id: recipient.number }, key);
    if (recipient.kind === 'municipality') yield* checkMunicipality(recipient, at);
    else if (recipient.kind === 'county')
      yield* checkCounty(recipient, countyByNumber.get(recipient.number), at);
  }
};

/** A recipient whose number can be read. */
type Numbered = Checked<Recipient> & { readonly number: string };

const isNumbered = (recipient: Checked<Recipient>): recipient is Numbered => recipient.number !== undefined;

type At = (key: Key) => Place;

function* checkMunicipality(recipient: Numbered, at: At): Generator<Problem> {
  const municipality = municipalityByNumber(recipient.number);
  if (municipality === undefined) {
    yield unknownNumber(recipient, at);
    return;
  }
  const { name, county } = recipient;
  if (name !== undefined && !hasName(municipality, name)) {
    yield problem('municipality-name', 'warning', at('name'), { official: municipality.displayName }, name);
  }
  if (county !== undefined && countyNamed(county)?.number !== municipality.countyNumber) {
    yield problem('county-differs', 'warning', at('county'), { official: municipality.county }, county);
  }
}

/** For an outdated number the successors are suggested; for one that never existed, the municipality of that name. */
function unknownNumber({ number, name = '' }: Numbered, at: At): Problem {
  const successors = successorsOf(number);
  if (successors !== undefined) {
    const named = successors.map((successor) => nameNumber(municipalityByNumber(successor), successor));
    return problem('municipality-replaced', 'warning', at('number'), { successors: named }, number);
  }
  const [only, second] = municipalitiesNamed(name);
  const args = only !== undefined && second === undefined ? { nearest: numbered(only) } : {};
  return problem('municipality-unknown', 'error', at('number'), args, number);
}

const nameNumber = (municipality: Municipality | undefined, number: string): string =>
  municipality === undefined ? number : numbered(municipality);

function* checkCounty(
  { number, name = '' }: Numbered,
  county: County | undefined,
  at: At,
): Generator<Problem> {
  if (county === undefined) {
    const former = formerCounties().find((one) => one.number === number);
    if (former !== undefined) {
      const successors = former.successors.map((one) => `${one.number} ${one.name}`);
      yield problem('county-replaced', 'error', at('number'), { successors, several: false }, number);
      return;
    }
    const named = countyNamed(name);
    const args = named === undefined ? {} : { nearest: `${named.number} ${named.name}` };
    yield problem('county-unknown', 'error', at('number'), args, number);
  } else if (name !== '' && !hasName(county, name)) {
    yield problem('municipality-name', 'warning', at('name'), { official: county.name }, name);
  }
}

/** What språkvedtaksforskrifta says of the recipient; undefined where the number is not known. */
function decisionOf({ kind, number }: Numbered): LanguageDecision | undefined {
  if (kind === undefined) return undefined;
  return kind === 'municipality'
    ? municipalityByNumber(number)?.decision
    : counties().find((county) => county.number === number)?.decision;
}

/**
 * Each recipient who has not opted out gets the standard it has decided on (språklova § 15), so its decision must be known.
 * A decision that differs from Felles' list may be newer than the list: this is only information.
 */
export const recipientsHaveStandard: Rule = function* ({ recipients, tabs }) {
  for (const recipient of recipients) {
    if (recipient.reserved === true || !isNumbered(recipient) || isUnclear(recipient)) continue;
    const decided = decisionOf(recipient);
    if (recipient.decision === decided && decided !== undefined) continue;
    yield* checkDecision(tabs.recipients, recipient, decided);
  }
};

/** Whether the cell for the recipient's written standard cannot be read: that is reported already. */
const isUnclear = ({ unread }: Checked<Recipient>): boolean =>
  (['kind', 'decision', 'reserved'] as const).some((key) => unread?.has(key) === true);

function* checkDecision(
  state: State,
  { at: place, number, decision }: Numbered,
  decided: LanguageDecision | undefined,
): Generator<Problem> {
  const at = cellAt(state, { at: place, id: number }, 'decision');
  if (decision === undefined) {
    yield problem('standard-missing', 'error', at, decided === undefined ? {} : { decided });
  } else if (decided !== undefined) {
    yield problem('decision-differs', 'info', at, { decided }, languageDecisions[decision][0]);
  }
}
