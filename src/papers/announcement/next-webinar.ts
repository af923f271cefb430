/** The next webinar, which is offered to readers of another one. */
import { comparedName } from '../../domain/compare.ts';
import type { WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';
import { textsIn } from './text-faults.ts';
import { webinarsOf, type Webinar } from './webinars.ts';

/**
 * The next webinar of the same series, with its text in a written standard. Only a webinar that may be published: shared with the
 * partner, confirmed, its one text approved. `now` is Oslo time.
 */
export function nextWebinar(
  register: Register,
  { series, start }: Webinar,
  standard: NorwegianStandard,
  now: WallTime,
): { readonly webinar: Webinar; readonly text: PublishedText } | undefined {
  if (series === undefined) return undefined;
  const candidates = webinarsOf(register).filter(
    (other) =>
      other.status === 'confirmed' &&
      other.shared &&
      other.start.time > start.time &&
      other.start.time > now &&
      comparedName(other.series ?? '') === comparedName(series),
  );
  for (const webinar of candidates) {
    const [text, second] = textsIn(register, webinar.id, standard);
    if (text?.approvedBy !== undefined && second === undefined) return { webinar, text };
  }
  return undefined;
}
