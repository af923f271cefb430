/** The counties of Norway, from counties.json: the språkvedtak of the county authority, and that of most municipalities. */
import type { LanguageDecision } from '../lists.ts';
import table from './counties.json' with { type: 'json' };
import { decisionWords, languageDecision, readTable } from './table.ts';

export interface County {
  /** Two digits. */
  readonly number: string;
  readonly name: string;
  /** With the Sámi and Kven names, where the county has official ones. */
  readonly officialName: string;
  /** The språkvedtak of the county authority (språklova § 11). */
  readonly decision: LanguageDecision;
  /** What more than half of its municipalities have adopted (språklova § 12), neutral if none has a majority. */
  readonly majority: LanguageDecision;
  readonly municipalityCount: number;
}

const columns = {
  fylkesnummer: /\d\d/u,
  fylke: /[^,]+/u,
  offisielt_navn: /[^,]+/u,
  målform_fylkeskommune: decisionWords,
  fleirtalsmålform_kommunane: decisionWords,
  antall_kommuner: /\d+/u,
} as const;

let parsed: readonly County[] | undefined;

/** The 15 counties, in order of number. Oslo is one, though its county authority is the municipality. */
export function counties(): readonly County[] {
  parsed ??= readTable('counties.json', table, columns).map((cell) => ({
    number: cell('fylkesnummer'),
    name: cell('fylke'),
    officialName: cell('offisielt_navn'),
    decision: languageDecision(cell('målform_fylkeskommune')),
    majority: languageDecision(cell('fleirtalsmålform_kommunane')),
    municipalityCount: Number(cell('antall_kommuner')),
  }));
  return parsed;
}
