/** Where an example is. */
import { countyNamed, municipalitiesNamed } from '../../register/rules/area-names.ts';
import { counties, type County } from '../../register/data/counties.ts';
import { municipalityByNumber, type Municipality } from '../../register/data/municipalities.ts';

export interface ExamplePlace {
  /** As people call it; as it was typed where nobody knows it. */
  readonly name: string;
  /** Undefined where it cannot be told. */
  readonly county: County | undefined;
}

/** By name, by number, or by both: «4601 Bergen». Of two that share a name nobody knows which is meant. */
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

/** No municipality has «og», a comma or a slash in its name, so these stand between several. */
const partsOf = (written: string): readonly string[] =>
  written
    .split(/[,;/]| og /u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The place of an example as it stands in the register; of several the first one's county counts. */
export function examplePlace(written: string): ExamplePlace {
  const whole = placeOf(written);
  if (whole.county !== undefined) return whole;
  const places = partsOf(written).map(placeOf);
  const county = places.find((place) => place.county !== undefined)?.county;
  return county === undefined ? whole : { name: places.map(({ name }) => name).join(', '), county };
}

/** The numbers of the counties that an area is in or is made of; none where nobody can tell. */
export function countyNumbersIn(written: string): ReadonlySet<string> {
  const whole = placeOf(written).county;
  const found = whole === undefined ? partsOf(written).map((part) => placeOf(part).county) : [whole];
  return new Set(found.flatMap((county) => (county === undefined ? [] : [county.number])));
}
