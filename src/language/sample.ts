/** The words that mark what is made from a sample register. */
import type { NorwegianStandard } from '../domain/written-standard.ts';

interface SampleWording {
  readonly word: string;
  readonly sentence: string;
}

export const sampleWords: Readonly<Record<NorwegianStandard, SampleWording>> = {
  nb: { word: 'Eksempel', sentence: 'Dette er laget av et prøveregister, ikke av ekte data.' },
  nn: { word: 'Døme', sentence: 'Dette er laga av eit prøveregister, ikkje av ekte data.' },
};
