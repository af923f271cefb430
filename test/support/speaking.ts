/** Speaks Norwegian, as a command of the page does. */
import { speakNorwegian } from '../../src/app/cli/speech.ts';
import { speak } from '../../src/domain/msg.ts';
import type { NorwegianStandard } from '../../src/domain/written-standard.ts';

/** Does the work in a language, and goes on in English. */
export async function speaking<Result>(
  standard: NorwegianStandard,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  speakNorwegian(standard);
  try {
    return await work();
  } finally {
    speak();
  }
}
