/** The counties, municipalities, regions and networks that a cell names: alone, or several with commas, slashes or «og» between. */
import { comparedArea } from '../domain/compare.ts';
import { nearest } from '../domain/nearest.ts';
import { counties, type County } from './data/counties.ts';
import { municipalityByNumber } from './data/municipalities.ts';
import { countyNamed, formerCountyNamed, municipalitiesNamed } from './rules/area-names.ts';

/** A place that is known. */
export interface NamedPlace {
  /** Its own name, however it was written. */
  readonly name: string;
  /** The counties that it is, or lies in; none for a network, and for a municipality that is one of two with that name. */
  readonly counties: readonly County[];
}

/** A part of a cell that is no place of today. */
export type UnknownPlace =
  | { readonly written: string; readonly successors: readonly County[] }
  | { readonly written: string; readonly nearest: string | undefined };

/** What a cell names. Where a part is unknown, it is not known what the cell means, and `places` is empty. */
export interface PlaceReading {
  readonly places: readonly NamedPlace[];
  readonly unknown: readonly UnknownPlace[];
}

/** The regions and networks that the workbook lists itself, by their compared names. */
export type Regions = ReadonlyMap<string, NamedPlace>;

/** What an area can be besides these; then it is in no county. */
const wholeCountry = /^(?:hele landet|heile landet|landet|norge|noreg|nasjonalt)$/iu;

/** The counties, regions and networks that a cell for a county names. Former counties are unknown: which is meant is not known. */
export function readCounties(written: string, regions: Regions): PlaceReading {
  return readPlaces(written, (part) => countyOrRegion(part, regions), regions);
}

/** The same for a cell that may also name municipalities, or the whole country. */
export function readAreas(written: string, regions: Regions): PlaceReading {
  const find = (part: string): NamedPlace | undefined =>
    municipalityPlace(part) ?? countyOrRegion(part, regions);
  if (wholeCountry.test(written.trim())) return { places: [], unknown: [] };
  return readPlaces(written, find, regions);
}

function countyOrRegion(part: string, regions: Regions): NamedPlace | undefined {
  const county = countyNamed(part);
  if (county !== undefined) return { name: county.name, counties: [county] };
  return regions.get(comparedArea(part));
}

/** By name, by number, or by both: «4601 Bergen». */
function municipalityPlace(part: string): NamedPlace | undefined {
  const [number] = /^\d{4}(?!\S)/u.exec(part) ?? [];
  const byNumber = number === undefined ? undefined : municipalityByNumber(number);
  const named = byNumber === undefined ? municipalitiesNamed(part.replace(/^\d{4} /u, '')) : [byNumber];
  const [first, ...others] = named;
  if (first === undefined) return undefined;
  const inCounty = others.length > 0 ? [] : counties().filter((one) => one.number === first.countyNumber);
  return { name: others.length > 0 ? part : first.displayName, counties: inCounty };
}

type Find = (part: string) => NamedPlace | undefined;

function readPlaces(written: string, find: Find, regions: Regions): PlaceReading {
  const whole = partPlace(written.trim(), find);
  if (whole !== undefined) return readingOf([whole], regions);
  const parts = written
    .split(/[,;/\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return readingOf(
    parts.flatMap((part) => joinedParts(part, find)),
    regions,
  );
}

type Part =
  | { readonly written: string }
  | NamedPlace
  | { readonly former: readonly County[]; readonly written: string };

function partPlace(part: string, find: Find): Part | undefined {
  const found = find(part);
  if (found !== undefined) return found;
  const former = formerCountyNamed(part);
  return former === undefined ? undefined : { written: part, former: former.successors };
}

/** The longest name that is known may itself have «og» in it: so many words of that kind at most. */
const mostJoined = 4;

/** «Møre og Romsdal og Agder»: two counties. */
function joinedParts(text: string, find: Find): readonly Part[] {
  const words = text.split(/\s+(?:og|&)\s+/u);
  const parts: Part[] = [];
  for (let from = 0; from < words.length;) {
    let length = Math.min(mostJoined, words.length - from);
    let part: Part | undefined;
    for (; length > 0 && part === undefined; length -= part === undefined ? 1 : 0) {
      part = partPlace(words.slice(from, from + length).join(' og '), find);
    }
    parts.push(part ?? { written: words[from] ?? '' });
    from += Math.max(1, length);
  }
  // Where nothing in it is known, it is one unknown name: «Nettverk for by og land».
  return parts.every((part) => !('counties' in part || 'former' in part)) ? [{ written: text }] : parts;
}

function readingOf(parts: readonly Part[], regions: Regions): PlaceReading {
  const unknown = parts.flatMap((part): readonly UnknownPlace[] => {
    if ('counties' in part) return [];
    const { written } = part;
    return 'former' in part
      ? [{ written, successors: part.former }]
      : [{ written, nearest: nearestPlace(written, regions) }];
  });
  const places = parts.flatMap((part) => ('counties' in part ? [part] : []));
  return { places: unknown.length > 0 ? [] : places, unknown };
}

/**
 * The only county that is named within the text, or the county or region that it most likely misspells: at most two letters
 * wrong, so that «Østlandet» is not taken for «Innlandet».
 */
export function nearestPlace(written: string, regions: Regions): string | undefined {
  const [number] = /^\d\d(?!\d)/u.exec(written) ?? [];
  const numbered = counties().find((county) => county.number === number);
  const within = counties().filter(({ name }) => isWordIn(name, written));
  const [only, ...others] = numbered === undefined ? within : [numbered];
  if (only !== undefined && others.length === 0) return only.name;
  const names = [...counties(), ...regions.values()].map(({ name }) => name);
  return nearest(written.replace(/ (?:fylkeskommune|fylke)\s*$/iu, ''), names, 2);
}

/** Whether a county's name is in a text, as a word of its own: «Agder» is neither in «Agderposten» nor in «Aust-Agder». */
export const isWordIn = (name: string, text: string): boolean =>
  new RegExp(`(?<![\\p{L}-])${name}(?!\\p{L})`, 'iu').test(text.normalize('NFC'));

/** The numbers of the counties of some places. */
export const countyNumbersOf = (places: readonly NamedPlace[]): ReadonlySet<string> =>
  new Set(places.flatMap((place) => place.counties.map(({ number }) => number)));
