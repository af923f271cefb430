/**
 * Which written standard each recipient gets (språklova §§ 13 and 15): the one it has decided on; then the majority language
 * of the county that the mailing is aimed at; otherwise the sender's choice for neutral recipients.
 */
import type { StandardReason } from '../../domain/audience.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { counties } from '../../register/data/counties.ts';
import { municipalityByNumber } from '../../register/data/municipalities.ts';
import type { LanguageDecision } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import { countyNamed, municipalitiesNamed } from '../../register/rules/area-names.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import type { Recipient } from '../../register/tabs/recipients.ts';

export interface StandardChoice {
  readonly standard: NorwegianStandard;
  readonly reason: StandardReason;
}

/** What decides for neutral recipients. */
export interface NeutralRule {
  /** The number of the county that the mailing is aimed at, if any. */
  readonly aimedCounty?: string | undefined;
  readonly standard: NorwegianStandard;
  /** Whether the standard was asked for in this run, or comes from the settings. */
  readonly from: 'request' | 'settings';
}

/**
 * What all neutral recipients get. A document directed at the municipalities of a limited area comes in the majority
 * language of that area (språklova § 13 third paragraph); a county without a majority leaves the choice to the sender.
 */
export function neutralChoice({ aimedCounty, standard, from }: NeutralRule): StandardChoice {
  const county = counties().find(({ number }) => number === aimedCounty);
  if (county === undefined || county.majority === 'neutral') {
    return { standard, reason: { code: 'mailing-default', from } };
  }
  return { standard: county.majority, reason: { code: 'area-majority', county: county.name } };
}

/** The choice for a municipality or county authority; undefined if its språkvedtak is missing: nothing is guessed. */
export function recipientChoice({ decision }: Recipient, rule: NeutralRule): StandardChoice | undefined {
  if (decision === undefined) return undefined;
  return decision === 'neutral' ? neutralChoice(rule) : { standard: decision, reason: { code: 'decision' } };
}

/** A municipality or county authority that a contact works in. */
export interface Organisation {
  readonly name: string;
  readonly number: string;
  readonly kind: Recipient['kind'];
  readonly countyNumber: string;
  /** Undefined if its row in Mottakere lacks the språkvedtak. */
  readonly decision: LanguageDecision | undefined;
}

/**
 * Finds the organisation of a contact among the municipalities and county authorities, by name. Undefined for any other
 * organisation, and for a name that two municipalities share.
 */
export function organisationsOf(register: Register): (contact: Contact) => Organisation | undefined {
  const rows = new Map(register.recipients.map((recipient) => [recipient.number, recipient]));
  const decisionOf = (number: string, listed: LanguageDecision): LanguageDecision | undefined => {
    const row = rows.get(number);
    return row === undefined ? listed : row.decision;
  };
  return ({ organisation }) => {
    if (organisation === undefined) return undefined;
    const county = / fylkeskommune$/iu.test(organisation.trim()) ? countyNamed(organisation) : undefined;
    if (county !== undefined) {
      const { number, decision } = county;
      const authority = { name: organisation, number, kind: 'county', countyNumber: number } as const;
      return { ...authority, decision: decisionOf(number, decision) };
    }
    const [only, second] = municipalitiesNamed(organisation);
    if (only === undefined || second !== undefined) return undefined;
    const { number, countyNumber, decision } = only;
    const municipality = { name: organisation, number, kind: 'municipality', countyNumber } as const;
    return { ...municipality, decision: decisionOf(number, decision) };
  };
}

/**
 * The choice for a contact. A språkvedtak of its organisation comes first: it applies to everyone in the organisation,
 * whatever language they wrote themselves (språklova § 15 second paragraph; Språkrådet, «Skriftleg kommunikasjon»).
 * Next comes what the contact has used or asked for (first paragraph). Then what neutral recipients get, if the
 * organisation is known to be neutral. Otherwise it cannot be known: `wanted` names a language that is not written.
 */
export function contactChoice(
  contact: Contact,
  organisation: Organisation | undefined,
  rule: NeutralRule,
): StandardChoice | { readonly wanted?: 'en' } {
  const decision = organisation?.decision;
  if (organisation !== undefined && (decision === 'nb' || decision === 'nn')) {
    return { standard: decision, reason: { code: 'organisation-decision', organisation: organisation.name } };
  }
  if (contact.standard === 'en') return { wanted: 'en' };
  if (contact.standard !== undefined) return { standard: contact.standard, reason: { code: 'own-choice' } };
  if (organisation === undefined || decision === undefined) return {};
  const { standard, reason } = neutralChoice(rule);
  const { name } = organisation;
  return reason.code === 'area-majority'
    ? { standard, reason: { ...reason, code: 'organisation-area-majority', organisation: name } }
    : { standard, reason: { code: 'organisation-default', organisation: name, from: rule.from } };
}

/** Whether a municipality is in the administrative area for Sámi languages (sameloven § 3-1). */
export const isInSamiArea = (number: string): boolean =>
  municipalityByNumber(number)?.samiCategory !== undefined;
