/**
 * The counties, as of 23 November 2026: the county authority's own språkvedtak, and the language that more than half
 * of the municipalities in the county have adopted (språklova § 12), neutral where none has a majority.
 * From språkvedtaksforskrifta (FOR-2019-12-20-2114; Lovdata, NLOD 2.0) and Kartverket's official names (CC BY 4.0).
 */
import type { LanguageDecision } from '../lists.ts';
import { languageDecision, table } from './table.ts';

const list = `
fylkesnummer,fylke,offisielt_navn,målform_fylkeskommune,fleirtalsmålform_kommunane,antall_kommuner
03,Oslo,Oslo - Oslove,nøytral,nøytral,1
11,Rogaland,Rogaland,nøytral,nøytral,23
15,Møre og Romsdal,Møre og Romsdal,nynorsk,nynorsk,27
18,Nordland,Nordland - Nordlánnda,nøytral,nøytral,41
31,Østfold,Østfold,nøytral,bokmål,12
32,Akershus,Akershus,nøytral,bokmål,21
33,Buskerud,Buskerud,nøytral,bokmål,18
34,Innlandet,Innlandet,nøytral,nøytral,46
39,Vestfold,Vestfold,bokmål,nøytral,6
40,Telemark,Telemark,nøytral,nøytral,17
42,Agder,Agder,nøytral,nøytral,25
46,Vestland,Vestland,nynorsk,nynorsk,43
50,Trøndelag,Trøndelag - Trööndelage,nøytral,nøytral,38
55,Troms,Troms - Romsa - Tromssa,nøytral,nøytral,21
56,Finnmark,Finnmark - Finnmárku - Finmarkku,nøytral,bokmål,18
`;

export interface County {
  /** Two digits. */
  readonly number: string;
  readonly name: string;
  /** With the Sámi and Kven names, where the county has official ones. */
  readonly officialName: string;
  /** The språkvedtak of the county authority (språklova § 11). */
  readonly decision: LanguageDecision;
  /** The majority language of its municipalities. */
  readonly majority: LanguageDecision;
  readonly municipalityCount: number;
}

let parsed: readonly County[] | undefined;

/** The 15 counties, in order of number. Oslo is one, though its county authority is the municipality. */
export function counties(): readonly County[] {
  parsed ??= table(list).map((cell) => ({
    number: cell('fylkesnummer'),
    name: cell('fylke'),
    officialName: cell('offisielt_navn'),
    decision: languageDecision(cell('målform_fylkeskommune')),
    majority: languageDecision(cell('fleirtalsmålform_kommunane')),
    municipalityCount: Number(cell('antall_kommuner')),
  }));
  return parsed;
}
