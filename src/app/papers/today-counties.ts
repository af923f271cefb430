/** The dialogue with the counties in the list of the day, in English for the terminal. */
import { counted } from '../../domain/counted.ts';
import type { Today } from '../../papers/today/today.ts';
import { parties } from '../../register/lists.ts';
import type { TodayPart } from './today-part.ts';

/** What waits for somebody first; the silent counties are a note. */
export const countyParts = ({ uncoordinated, nextSteps, counties }: Today): readonly TodayPart[] => [
  uncoordinatedPart(uncoordinated),
  nextStepsPart(nextSteps),
  silentPart(counties),
];

const uncoordinatedPart = (matters: Today['uncoordinated']): TodayPart => ({
  heading: 'Both parties speak with a county, each on its own: speak together, and write «ja» in both rows',
  lines: matters.map(({ counties, first, second, daysLeft }) => {
    const [one, other] = [first, second].map(({ id, party, date }) => `${parties[party][0]} ${date} (${id})`);
    const when = daysLeft > 0 ? `, in ${counted(daysLeft, 'day')}` : '';
    return `${counties.join(', ')}: ${one ?? ''} and ${other ?? ''}${when}`;
  }),
});

const nextStepsPart = (steps: Today['nextSteps']): TodayPart => ({
  heading:
    'Next steps overdue: write the new contact in Dialog, or empty the cell when it is done, or write a new deadline',
  lines: steps.map(
    ({ id, county, party, nextStep, days }) =>
      `${county}: ${nextStep} (${id}, ${parties[party][0]}): ${counted(days, 'day')} over`,
  ),
});

const silentPart = (counties: Today['counties']): TodayPart => ({
  heading: 'Counties with no contact written down in Dialog for half a year',
  lines: counties.every(({ last, unnoted }) => last === undefined && unnoted.length === 0)
    ? [counties.map(({ county }) => county).join(', ')].filter((line) => line !== '')
    : counties.flatMap(({ county, last, unnoted }) => [
        `${county}: ${last === undefined ? 'no contact is written down' : `last on ${last}`}`,
        ...unnoted.map(
          ({ id, title }) => `  «${title}» (${id}) is Gjennomført, and not in Dialog: write it there too`,
        ),
      ]),
});
