/** The words of the page in each written standard. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { pageNb } from './nb.ts';
import { pageNn } from './nn.ts';
import type { PageWords } from './words.ts';

export const pageWords: Readonly<Record<NorwegianStandard, PageWords>> = { nb: pageNb, nn: pageNn };
