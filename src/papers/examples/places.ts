/** Where an example is. */
import { countyNamed, municipalitiesNamed } from '../../register/rules/area-names.ts';
import { counties, type County } from '../../register/data/counties.ts';
import { municipalityByNumber, type Municipality } from '../../register/data/municipalities.ts';

export interface ExamplePlace {
  /** Its usual name; as typed if the place is unknown. */
  readonly name: string;
  /** Undefined if not known. */
  readonly county: County | undefined;
}

/** By name, by number, or by both: «4601 Bergen». If two share a name, it is not known which is meant. */
function municipalityOf(written: string): Municipality | undefined {
  const [number] = /^\d{4}/u.exec(written) ?? [];
  const byNumber = number === undefined ? undefined : municipalityByNumber(number);
  if (byNumber !== undefined) return byNumber;
  const [only, ...others] = municipalitiesNamed(written);
  return others.length === 0 ? only : undefined;
}

function placeOf(written: string): ExamplePlace {
  const municipality = municipalityOf(written);
  if (municipality !== undefined) {
    const county = counties().find(({ number }) => number === municipality.countyNumber);
    return { name: municipality.displayName, county };
  }
  const county = countyNamed(written);
  return { name: county?.name ?? written, county };
}

/** No municipality has «og», a comma or a slash in its name, so these separate several. */
const partsOf = (written: string): readonly string[] =>
  written
    .split(/[,;/]| og /u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The place of an example from the register; if there are several, the first one's county counts. */
export function examplePlace(written: string): ExamplePlace {
  const whole = placeOf(written);
  if (whole.county !== undefined) return whole;
  const places = partsOf(written).map(placeOf);
  const county = places.find((place) => place.county !== undefined)?.county;
  return county === undefined ? whole : { name: places.map(({ name }) => name).join(', '), county };
}

/** The numbers of the counties that an area is in or consists of; none if not known. */
export function countyNumbersIn(written: string): ReadonlySet<string> {
  const whole = placeOf(written).county;
  const found = whole === undefined ? partsOf(written).map((part) => placeOf(part).county) : [whole];
  return new Set(found.flatMap((county) => (county === undefined ? [] : [county.number])));
}
