/** The setting with the regions and networks that are not counties: «Innherred (Trøndelag), Nettverk for stedsutvikling». */
import { comparedArea, comparedSetting } from '../domain/compare.ts';
import { readCounties, type NamedPlace, type Regions, type UnknownPlace } from './named-places.ts';

/** The name of the setting as people see it. It is empty from the start. */
export const regionSetting = { name: 'Regioner og nettverk' } as const;

const none: Regions = new Map();

/** «Innherred (Trøndelag)» */
const bracketed = /^(?<name>[^()]*[^()\s])\s*\((?<within>[^()]*)\)$/u;

interface SettingRow {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

/** The row of the setting: the last one where it is there twice, as for other settings. */
export function regionRow<Row extends SettingRow>(settings: readonly Row[]): Row | undefined {
  const wanted = comparedSetting(regionSetting.name);
  return settings.findLast(({ name }) => name !== undefined && comparedSetting(name) === wanted);
}

/** The regions of a register, from its settings. */
export const regionsOf = ({ settings }: { readonly settings: readonly SettingRow[] }): Regions =>
  readRegions(regionRow(settings)?.value ?? '').regions;

/** The list with commas, semicolons or line breaks between, and what is in brackets and is no county of today. */
export function readRegions(value: string): {
  readonly regions: Regions;
  readonly unknown: readonly UnknownPlace[];
} {
  const regions = new Map<string, NamedPlace>();
  const unknown: UnknownPlace[] = [];
  for (const written of value.match(/[^,;\n(]+(?:\([^()]*\))?[^,;\n]*/gu) ?? []) {
    const entry = written.trim();
    if (entry === '') continue;
    const [, name = entry, within = entry.includes('(') ? entry : ''] = bracketed.exec(entry) ?? [];
    const reading = readCounties(within, none);
    unknown.push(...reading.unknown);
    const region = { name, counties: reading.places.flatMap(({ counties }) => counties) };
    for (const key of [name, entry]) regions.set(comparedArea(key), region);
  }
  return { regions, unknown };
}
