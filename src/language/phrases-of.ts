import type { NorwegianStandard } from '../domain/written-standard.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import type { Phrases } from './phrases.ts';

/** The phrases of each written standard. */
export const phrasesOf: Readonly<Record<NorwegianStandard, Phrases>> = { nb, nn };
