/** The municipalities of Norway: numbers, names, språkvedtak and centrality, and what outdated numbers have become. */
import type { LanguageDecision } from '../lists.ts';
import { counties } from './counties.ts';
import { municipalities03To40 } from './municipalities-03-40.ts';
import { municipalities42To56 } from './municipalities-42-56.ts';
import { renumberings2017To2019 } from './renumberings-2017-2019.ts';
import { renumberings2020East } from './renumberings-2020-east.ts';
import { renumberings2020WestNorth } from './renumberings-2020-west-north.ts';
import { renumberings2024 } from './renumberings-2024.ts';
import { languageDecision, table } from './table.ts';

export interface Municipality {
  /** Four digits, the first two the county's. */
  readonly number: string;
  /** As people call it. Two names are in use twice: Herøy and Våler. */
  readonly name: string;
  /** With the Sámi and Kven names, in the order that Kartverket gives. Never split on « - ». */
  readonly officialName: string;
  /** The name, with the county in brackets where two municipalities share it. */
  readonly displayName: string;
  readonly countyNumber: string;
  readonly county: string;
  /** The språkvedtak (språklova § 11). */
  readonly decision: LanguageDecision;
  /** SSB's class, 1 (most central) to 6. «Distriktskommuner»: 5 and 6. */
  readonly centrality: number;
  readonly kind: 'kommune' | 'herad';
  readonly organisationNumber?: string;
  /** The category in the administrative area for Sámi languages (sameloven § 3-1), where it belongs to that. */
  readonly samiCategory?: string;
}

/** A number that went out of use in the reforms of 2017 to 2024. */
export interface Renumbering {
  readonly number: string;
  /** The name that the municipality had. */
  readonly name: string;
  /** The numbers that came after, themselves perhaps outdated since. */
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

/** Every outdated number with what came after it, by number. */
export function renumberings(): ReadonlyMap<string, Renumbering> {
  outdated ??= readRenumberings();
  return outdated;
}

/**
 * The numbers of today for an outdated one, in order: several where a municipality was divided. Undefined for a number
 * that is in use, and for one that never was.
 */
export function successorsOf(number: string): readonly string[] | undefined {
  const found = renumberings().get(number);
  if (found === undefined) return undefined;
  const current = found.next.flatMap((next) =>
    municipalityByNumber(next) === undefined ? (successorsOf(next) ?? []) : [next],
  );
  return [...new Set(current)].sort();
}

function readMunicipalities(): readonly Municipality[] {
  const countyNames = new Map(counties().map(({ number, name }) => [number, name]));
  return [...table(municipalities03To40), ...table(municipalities42To56)].map((cell) => {
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
  const lines = [renumberings2017To2019, renumberings2020East, renumberings2020WestNorth, renumberings2024]
    .flatMap((list) => list.trim().split('\n'))
    .map((line) => {
      const match = /^(?<number>\d{4}) (?<name>.+?)(?<next>(?: \d{4})+)$/u.exec(line);
      if (match === null) throw new RangeError(`not a renumbering: ${line}`);
      const { number = '', name = '', next = '' } = match.groups ?? {};
      return { number, name, next: next.trim().split(' ') };
    });
  return new Map(lines.map((line) => [line.number, line]));
}
