/** The dialogue with the counties in the list of the day, in English for the terminal. */
import { plainIn } from '../../domain/standard-text.ts';
import type { Today } from '../../papers/today/today.ts';
import type { TodayPart } from './today-part.ts';

/** A note: silent counties stay for months. */
export const silentPart = ({ counties }: Today): TodayPart => ({
  heading: 'Counties with no contact written down in Dialog for half a year',
  lines: counties.every(({ last, unnoted }) => last === undefined && unnoted.length === 0)
    ? [counties.map(({ county }) => county).join(', ')].filter((line) => line !== '')
    : counties.flatMap(({ county, last, unnoted }) => [
        `${county}: ${last === undefined ? 'no contact is written down' : `last on ${last}`}`,
        ...unnoted.map(
          ({ id, title }) =>
            `  «${plainIn(title, 'nb')}» (${id}) is Gjennomført, and not in Dialog: write it there too`,
        ),
      ]),
});
