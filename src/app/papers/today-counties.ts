/** The dialogue with the counties in the list of the day, for the terminal. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import type { Today } from '../../papers/today/today.ts';
import type { TodayPart } from './today-part.ts';
import { spokenDate, spokenTitle } from '../../language/spoken.ts';

/** A note: silent counties stay for months. Those of which a meeting was held come first, since that can be written down. */
export const silentPart = ({ counties, isDialogueUnread }: Today): TodayPart => {
  const known = counties.filter(({ last, unnoted }) => last !== undefined || unnoted.length > 0);
  const unknown = counties.filter((one) => !known.includes(one)).map(({ county }) => county);
  const rank = ({ unnoted }: Today['counties'][number]): number => (unnoted.length > 0 ? 0 : 1);
  return {
    heading: msg`Counties with no contact written down in Dialog for half a year`,
    entries: [
      ...known.toSorted((one, other) => rank(one) - rank(other)).map((one) => [countyLine(one)]),
      ...(unknown.length === 0
        ? []
        : [
            [
              isDialogueUnread
                ? msg`uncertain, since rows of Dialog cannot be read: ${unknown.join(', ')}`
                : msg`never: ${unknown.join(', ')}`,
            ],
          ]),
    ],
  };
};

function countyLine({ county, last, unnoted }: Today['counties'][number]): string {
  const held = unnoted.map(({ id, title }) => `«${spokenTitle(title)}» (${id})`);
  const when = last === undefined ? [] : [msg`last on ${spokenDate(last)}`];
  const write = held.length === 0 ? [] : [msg`write in Dialog what was held: ${inFew(held)}`];
  return `${county}: ${[...when, ...write].join('; ')}`;
}
