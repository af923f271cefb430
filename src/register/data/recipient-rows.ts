/** The rows of the tab `Mottakere`: every municipality and county authority, by the headings of that tab. */
import { languageDecisions, recipientKinds } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { counties, type County } from './counties.ts';
import { municipalities, type Municipality } from './municipalities.ts';

/** What `emailOf` and others get about a recipient. */
export interface Addressee {
  readonly number: string;
  readonly kind: keyof typeof recipientKinds;
  /** The name, made different from others of the same name. */
  readonly name: string;
}

/**
 * The county authorities and then the municipalities, each in order of number. An address is given only where `emailOf`
 * has one: post boxes are never guessed.
 */
export function recipientRows(emailOf: (addressee: Addressee) => string | undefined): readonly NewRow[] {
  return [
    ...counties().map((county) => countyRow(county, emailOf)),
    ...municipalities().map((municipality) => municipalityRow(municipality, emailOf)),
  ];
}

function countyRow(
  { number, name, decision }: County,
  emailOf: (addressee: Addressee) => string | undefined,
): NewRow {
  return {
    Nummer: number,
    // In Oslo the municipality also has the tasks of a county authority.
    Navn: number === '03' ? 'Oslo kommune' : `${name} fylkeskommune`,
    Type: recipientKinds.county[0],
    Fylke: name,
    Skriftspråk: languageDecisions[decision][0],
    ...emailCell(emailOf({ number, kind: 'county', name })),
  };
}

function municipalityRow(
  { number, name, displayName, county, decision, centrality }: Municipality,
  emailOf: (addressee: Addressee) => string | undefined,
): NewRow {
  return {
    Nummer: number,
    Navn: name,
    Type: recipientKinds.municipality[0],
    Fylke: county,
    Skriftspråk: languageDecisions[decision][0],
    Sentralitet: centrality,
    ...emailCell(emailOf({ number, kind: 'municipality', name: displayName })),
  };
}

const emailCell = (email: string | undefined): NewRow => (email === undefined ? {} : { 'E-post': email });
