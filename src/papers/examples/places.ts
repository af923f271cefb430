/** Where an example is. */
import type { County } from '../../register/data/counties.ts';
import { readAreas, type Regions } from '../../register/named-places.ts';

export interface ExamplePlace {
  /** Its usual name; as typed if the place is unknown. */
  readonly name: string;
  /** Undefined if not known. */
  readonly county: County | undefined;
}

/** The place of an example from the register; if there are several, the first one's county counts. */
export function examplePlace(written: string, regions: Regions): ExamplePlace {
  const { places } = readAreas(written, regions);
  const county = places.flatMap((place) => place.counties)[0];
  return { name: places.length === 0 ? written : places.map(({ name }) => name).join(', '), county };
}
