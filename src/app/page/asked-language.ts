/** In which standard the maker speaks: that of the person for whom it answers, since two may look at the same page. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { speak } from '../../domain/msg.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { sentencesIn } from '../cli/speech.ts';

const asked = new AsyncLocalStorage<NorwegianStandard>();

/** From now on this thread speaks as `answeredIn` says; English outside it. */
export function speakAsAsked(): void {
  const sentences = { nb: sentencesIn('nb'), nn: sentencesIn('nn') };
  speak(
    (key) => {
      const standard = asked.getStore();
      return standard === undefined ? undefined : sentences[standard].get(key);
    },
    () => asked.getStore() ?? 'en',
  );
}

/** Does some work, and speaks this standard until it is done. */
export const answeredIn = <Result>(standard: NorwegianStandard, work: () => Result): Result =>
  asked.run(standard, work);
