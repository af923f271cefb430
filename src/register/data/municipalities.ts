/** The municipalities of Norway: numbers, names, språkvedtak and centrality, and the successors of outdated numbers. */
import type { LanguageDecision } from '../lists.ts';
import { counties } from './counties.ts';
import table from './municipalities.json' with { type: 'json' };
import renumberingTable from './renumberings.json' with { type: 'json' };
import { decisionWords, languageDecision, readTable } from './table.ts';

export interface Municipality {
  /** Four digits, the first two the county's. */
  readonly number: string;
  /** Its usual name. Two names are used twice: Herøy and Våler. */
  readonly name: string;
  /** With the Sámi and Kven names, in the order that Kartverket gives. Never split on « - ». */
  readonly officialName: string;
  /** The name, with the county in brackets if two municipalities share it. */
  readonly displayName: string;
  readonly countyNumber: string;
  readonly county: string;
  /** The språkvedtak (språklova § 11). */
  readonly decision: LanguageDecision;
  /** SSB's class, 1 (most central) to 6. «Distriktskommuner»: 5 and 6. */
  readonly centrality: number;
  readonly kind: 'kommune' | 'herad';
  readonly organisationNumber?: string;
  /** The category in the administrative area for Sámi languages (sameloven § 3-1), if it belongs to that. */
  readonly samiCategory?: string;
}

/** A number that went out of use in the reforms of 2017 to 2024. */
export interface Renumbering {
  readonly number: string;
  /** The name that the municipality had. */
  readonly name: string;
  /** The numbers that replaced it, which may themselves be outdated. */
  readonly next: readonly string[];
}

let parsed: readonly Municipality[] | undefined;
let byNumber: ReadonlyMap<string, Municipality> | undefined;
let outdated: ReadonlyMap<string, Renumbering> | undefined;

/** The 357 municipalities, in order of number. */
export function municipalities(): readonly Municipality[] {
  parsed ??= readMunicipalities();
  return parsed;
}

/** The municipality that has the number today; for outdated numbers see `successorsOf`. */
export function municipalityByNumber(number: string): Municipality | undefined {
  byNumber ??= new Map(municipalities().map((municipality) => [municipality.number, municipality]));
  return byNumber.get(number);
}

/** Every outdated number with its successors, by number. */
export function renumberings(): ReadonlyMap<string, Renumbering> {
  outdated ??= readRenumberings();
  return outdated;
}

/**
 * The numbers of today for an outdated one, in order: several if a municipality was divided. Undefined for a number that
 * is in use, and for one that never existed.
 */
export function successorsOf(number: string): readonly string[] | undefined {
  const found = renumberings().get(number);
  if (found === undefined) return undefined;
  const current = found.next.flatMap((next) =>
    municipalityByNumber(next) === undefined ? (successorsOf(next) ?? []) : [next],
  );
  return [...new Set(current)].sort();
}

/** The date for which the list is valid. */
export const listDate = table.date;

const columns = {
  kommunenummer: /\d{4}/u,
  kommune: /[^,]+/u,
  målform: decisionWords,
  sentralitet: /[1-6]/u,
  organisasjonsnummer: /\d{9}|/u,
  offisielt_navn: /[^,]+/u,
  visningsnavn: /[^,]+/u,
  nemning: /kommune|herad/u,
  samisk_språkkategori: /[^,]*/u,
} as const;

function readMunicipalities(): readonly Municipality[] {
  const countyNames = new Map(counties().map(({ number, name }) => [number, name]));
  return readTable('municipalities.json', table, columns).map((cell) => {
    const number = cell('kommunenummer');
    const countyNumber = number.slice(0, 2);
    const organisationNumber = cell('organisasjonsnummer');
    const samiCategory = cell('samisk_språkkategori');
    return {
      number,
      name: cell('kommune'),
      officialName: cell('offisielt_navn'),
      displayName: cell('visningsnavn'),
      countyNumber,
      county: countyNames.get(countyNumber) ?? '',
      decision: languageDecision(cell('målform')),
      centrality: Number(cell('sentralitet')),
      kind: cell('nemning') === 'herad' ? 'herad' : 'kommune',
      ...(organisationNumber === '' ? {} : { organisationNumber }),
      ...(samiCategory === '' ? {} : { samiCategory }),
    };
  });
}

function readRenumberings(): ReadonlyMap<string, Renumbering> {
  const rows = readTable('renumberings.json', renumberingTable, {
    utgått_nummer: /\d{4}/u,
    kommune: /[^,]+/u,
    nye_nummer: /\d{4}(?: \d{4})*/u,
  });
  const all = rows.map((cell) => ({
    number: cell('utgått_nummer'),
    name: cell('kommune'),
    next: cell('nye_nummer').split(' '),
  }));
  return new Map(all.map((one) => [one.number, one]));
}
