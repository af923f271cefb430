/** The next webinar, which is offered to readers of another one. */
import { comparedName } from '../../domain/compare.ts';
import type { WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { PublishedText } from '../../register/tabs/texts.ts';
import { textsIn } from './text-faults.ts';
import { webinarsOf, type Webinar } from './webinars.ts';

/** A webinar with its text in a written standard. */
interface NextWebinar {
  readonly webinar: Webinar;
  readonly text: PublishedText;
  /** It is the one that was cancelled, by its title, on another day. */
  readonly isNewDate: boolean;
}

/**
 * The next webinar of the same series; for a cancelled one rather a later webinar with the same title. Only a webinar that may be
 * published: shared with the partner, confirmed, its one text approved. `now` is Oslo time.
 */
export function nextWebinar(
  register: Register,
  { id, series = '', start, status }: Webinar,
  standard: NorwegianStandard,
  now: WallTime,
): NextWebinar | undefined {
  const [own] = textsIn(register, id, standard);
  const later = webinarsOf(register)
    .filter((other) => other.status === 'confirmed' && other.shared)
    .filter((other) => other.start.time > start.time && other.start.time > now)
    .flatMap((webinar) => {
      const [text, second] = textsIn(register, webinar.id, standard);
      return text?.approvedBy !== undefined && second === undefined ? [{ webinar, text }] : [];
    });
  const again =
    status === 'cancelled' && own !== undefined
      ? later.find(({ text }) => comparedName(text.title) === comparedName(own.title))
      : undefined;
  if (again !== undefined) return { ...again, isNewDate: true };
  const inSeries = later.find(
    ({ webinar }) => series !== '' && comparedName(webinar.series ?? '') === comparedName(series),
  );
  return inSeries === undefined ? undefined : { ...inSeries, isNewDate: false };
}
