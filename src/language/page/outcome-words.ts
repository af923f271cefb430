/** What came of a run, as the line above all else says it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';

interface OutcomeWords {
  readonly ran: string;
  readonly looked: string;
  readonly failed: string;
  readonly wroteNothing: string;
  readonly wroteNothingYet: string;
  /** By whomever: others may have written at the same time. */
  readonly changed: string;
  /** What is not so, or not done, stands by itself on the screen. */
  readonly seeBelow: string;
  readonly readMessage: string;
}

export const outcomeWords: Readonly<Record<NorwegianStandard, OutcomeWords>> = {
  nb: {
    ran: 'Kjørt',
    looked: 'Sett på',
    failed: 'Stoppet før alt var gjort',
    wroteNothing: 'Ingenting i registeret ble endret.',
    wroteNothingYet: 'Ingenting er skrevet i registeret ennå.',
    changed: 'Registeret ble endret.',
    seeBelow: 'Les det som står under «Dette må du se på».',
    readMessage: 'Noe gjenstår: les meldingen.',
  },
  nn: {
    ran: 'Køyrt',
    looked: 'Sett på',
    failed: 'Stoppa før alt var gjort',
    wroteNothing: 'Ingenting i registeret vart endra.',
    wroteNothingYet: 'Ingenting er skrive i registeret enno.',
    changed: 'Registeret vart endra.',
    seeBelow: 'Les det som står under «Dette må du sjå på».',
    readMessage: 'Noko står att: les meldinga.',
  },
};
