/** Municipalities and counties by the names that people write. */
import { comparedArea } from '../../domain/compare.ts';
import { counties, type County } from '../data/counties.ts';
import { formerCounties, type FormerCounty } from '../data/former-counties.ts';
import { municipalities, renumberings, type Municipality } from '../data/municipalities.ts';

interface Named {
  readonly name: string;
  readonly officialName: string;
  readonly displayName?: string;
}

/** Every name of an area: its usual one, its official ones together and each, and with the county in brackets. */
function namesOf({ name, officialName, displayName = name }: Named): ReadonlySet<string> {
  return new Set([name, displayName, officialName, ...officialName.split(' - ')].map(comparedArea));
}

function byName<Area extends Named>(areas: readonly Area[]): ReadonlyMap<string, readonly Area[]> {
  const found = new Map<string, Area[]>();
  for (const area of areas) {
    for (const name of namesOf(area)) found.set(name, [...(found.get(name) ?? []), area]);
  }
  return found;
}

let municipalityNames: ReadonlyMap<string, readonly Municipality[]> | undefined;
let countyNames: ReadonlyMap<string, readonly County[]> | undefined;
let formerCountyNames: ReadonlyMap<string, readonly FormerCounty[]> | undefined;
let formerNames: ReadonlyMap<string, string> | undefined;

/** The municipalities with this name: two for Herøy and for Våler, none if it is misspelt. */
export function municipalitiesNamed(name: string): readonly Municipality[] {
  municipalityNames ??= byName(municipalities());
  return municipalityNames.get(comparedArea(name)) ?? [];
}

/** The county with this name, with or without «fylke» or «fylkeskommune». */
export function countyNamed(name: string): County | undefined {
  countyNames ??= byName(counties());
  return countyNames.get(comparedArea(name))?.[0];
}

/** The county that had this name until the reforms of 2018 to 2024, if none has it today: «Viken», «Troms og Finnmark». */
export function formerCountyNamed(name: string): FormerCounty | undefined {
  if (countyNamed(name) !== undefined) return undefined;
  formerCountyNames ??= byName(formerCounties());
  return formerCountyNames.get(comparedArea(name))?.[0];
}

/** The last number of a municipality that existed until the reforms of 2017 to 2024: «Fræna». */
export function formerNumberOf(name: string): string | undefined {
  formerNames ??= new Map(
    [...renumberings().values()].map(({ name: former, number }) => [comparedArea(former), number]),
  );
  return formerNames.get(comparedArea(name));
}

/** Whether a name is one of the area's. */
export const hasName = (area: Named, name: string): boolean => namesOf(area).has(comparedArea(name));

/** `3201 Bærum` */
export const numbered = ({ number, displayName }: Municipality): string => `${number} ${displayName}`;
