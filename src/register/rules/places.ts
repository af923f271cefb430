/** Where examples and activities are, and which counties contacts were with. */
import { nearest } from '../../domain/nearest.ts';
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { municipalities, municipalityByNumber, successorsOf } from '../data/municipalities.ts';
import {
  nearestPlace,
  readAreas,
  readCounties,
  type PlaceReading,
  type UnknownPlace,
} from '../named-places.ts';
import { readRegions, regionRow, regionSetting, regionsOf } from '../regions.ts';
import type { Rule } from '../register.ts';
import { countyNamed, formerCountyNamed, formerNumberOf, numbered } from './area-names.ts';
import { cellAt } from './at.ts';

/** An example is in a municipality, or in several: by name or by number. It may also be a county's or a region's. */
export const examplesAreSomewhere: Rule = function* (register) {
  const { examples, tabs } = register;
  const unknownIn = unknownReader(readAreas, regionsOf(register));
  for (const example of examples) {
    for (const part of unknownIn(example.municipality)) {
      const at = cellAt(tabs.examples, example, 'municipality');
      yield outdated(part, at) ?? notAMunicipality(part.written, at);
    }
  }
};

/** An activity's area is municipalities, counties or regions. */
export const activitiesAreSomewhere: Rule = function* (register) {
  const { activities, tabs } = register;
  const isThere = regionRow(register.settings) !== undefined;
  const unknownIn = unknownReader(readAreas, regionsOf(register));
  for (const activity of activities) {
    for (const part of unknownIn(activity.area)) {
      const at = cellAt(tabs.activities, activity, 'area');
      yield outdated(part, at) ?? notAPlace('area', isThere, part, at);
    }
  }
};

/** A contact was with counties, or with regions and networks that the workbook lists. */
export const dialoguesNameCounties: Rule = function* (register) {
  const { dialogues, tabs } = register;
  const isThere = regionRow(register.settings) !== undefined;
  const unknownIn = unknownReader(readCounties, regionsOf(register));
  for (const dialogue of dialogues) {
    for (const part of unknownIn(dialogue.county)) {
      const at = cellAt(tabs.dialogues, dialogue, 'county');
      yield replaced(part, at) ?? notAPlace('county', isThere, part, at);
    }
  }
};

/** In the list of regions and networks, what is in brackets is counties. */
export const regionsAreInCounties: Rule = function* ({ settings, tabs }) {
  const row = regionRow(settings);
  if (row?.value === undefined) return;
  const at = cellAt(tabs.settings, { at: row.at, id: row.name }, 'value');
  for (const part of readRegions(row.value).unknown) yield replaced(part, at) ?? notInList(part, at);
};

function notInList(part: UnknownPlace, at: Place): Problem {
  const near = 'nearest' in part ? part.nearest : undefined;
  return problem('county-unknown', 'warning', at, near === undefined ? {} : { nearest: near }, part.written);
}

/** The county authorities that contacts belong to are those of today. Other organisations may have any name. */
export const organisationsAreCounties: Rule = function* ({ contacts, tabs }) {
  for (const contact of contacts) {
    const { organisation = '' } = contact;
    if (!/ fylkeskommune$/iu.test(organisation) || countyNamed(organisation) !== undefined) continue;
    const at = cellAt(tabs.contacts, contact, 'organisation');
    const former = formerCountyNamed(organisation);
    const near = nearestPlace(organisation, new Map());
    if (former !== undefined) yield notACounty(organisation, former.successors, false, at);
    else if (near !== undefined)
      yield problem('county-unknown', 'warning', at, { nearest: near }, organisation);
  }
};

/** Reads each text once, and gives its parts that are no places of today. */
function unknownReader<Regions>(
  read: (written: string, regions: Regions) => PlaceReading,
  regions: Regions,
): (written: string | undefined) => readonly UnknownPlace[] {
  const known = new Map<string, readonly UnknownPlace[]>();
  return (written = '') => {
    const unknown = known.get(written) ?? read(written, regions).unknown;
    known.set(written, unknown);
    return unknown;
  };
}

function notACounty(
  written: string,
  successors: readonly { readonly name: string }[],
  several: boolean,
  at: Place,
): Problem {
  const names = successors.map(({ name }) => name);
  return problem('county-replaced', 'warning', at, { successors: names, several }, written);
}

const replaced = (part: UnknownPlace, at: Place): Problem | undefined =>
  'successors' in part ? notACounty(part.written, part.successors, true, at) : undefined;

/** A county or a municipality that existed until the reforms. */
function outdated(part: UnknownPlace, at: Place): Problem | undefined {
  const { written } = part;
  const successors = successorsOf(/^\d{4}$/u.test(written) ? written : (formerNumberOf(written) ?? ''));
  return successors === undefined
    ? replaced(part, at)
    : problem('municipality-replaced', 'warning', at, { successors: successors.map(nameOf) }, written);
}

const nameOf = (number: string): string => {
  const municipality = municipalityByNumber(number);
  return municipality === undefined ? number : numbered(municipality);
};

const nearestMunicipality = (written: string): string | undefined =>
  nearest(
    written,
    municipalities().map(({ name }) => name),
  );

function notAMunicipality(written: string, at: Place): Problem {
  const near = nearestMunicipality(written);
  return problem('municipality-unknown', 'warning', at, near === undefined ? {} : { nearest: near }, written);
}

function notAPlace(needed: 'county' | 'area', isThere: boolean, part: UnknownPlace, at: Place): Problem {
  const county = 'nearest' in part ? part.nearest : undefined;
  const near = county ?? (needed === 'area' ? nearestMunicipality(part.written) : undefined);
  const args = {
    needed,
    list: regionSetting.name,
    isThere,
    ...(near === undefined ? {} : { nearest: near }),
  };
  return problem('place-unknown', 'warning', at, args, part.written);
}
