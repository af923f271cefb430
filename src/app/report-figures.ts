/** The drawings of the report: the year wheel, and the hours of each party. */
import { dayParts, daysBetween, parseDay } from '../domain/time.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';
import { figureWords } from '../language/figures.ts';
import { nb } from '../language/nb.ts';
import { nn } from '../language/nn.ts';
import type { Phrases } from '../language/phrases.ts';
import type { ReportView } from '../papers/report/view.ts';
import { bars } from '../render/svg/bars.ts';
import { yearWheel, type WheelEvent } from '../render/svg/year-wheel.ts';

const phrases: Readonly<Record<NorwegianStandard, Phrases>> = { nb, nn };

/** How far into the year the beginning of a day is, 0 to 1; what lies outside is at an end of it. */
function partOfYear(text: string, year: number): number {
  const day = parseDay(text);
  const [first, next] = [parseDay(`${String(year)}-01-01`), parseDay(`${String(year + 1)}-01-01`)];
  if (day === undefined || first === undefined || next === undefined) return 0;
  return Math.min(1, Math.max(0, daysBetween(first, day) / daysBetween(first, next)));
}

/** The end of a day. */
const endOfDay = (text: string, year: number): number => partOfYear(text, year) + 1 / 366;

function eventsOf({ activities, year }: ReportView): readonly WheelEvent[] {
  return activities.flatMap(({ happenings }, ring) =>
    happenings.map(({ first, last, state, title }) => ({
      ring,
      from: partOfYear(first, year),
      to: Math.min(1, endOfDay(last, year)),
      state,
      title,
    })),
  );
}

export function reportFigures(view: ReportView, standard: NorwegianStandard): ReadonlyMap<string, string> {
  const { year, asOf, activities, hours } = view;
  const { wheel, hours: hourWords } = figureWords[standard];
  const own = phrases[standard];
  const today = parseDay(asOf);
  const isNow = today !== undefined && dayParts(today).year === year;
  const figures = new Map([
    [
      'arshjul',
      yearWheel({
        ...{ name: 'arshjul', year, months: own.months, events: eventsOf(view), legend: wheel.legend },
        title: wheel.title(year),
        description: wheel.description,
        rings: activities.map(({ number }) => number),
        now: isNow ? partOfYear(asOf, year) : undefined,
      }),
    ],
  ]);
  if (hours.total > 0) {
    figures.set(
      'timer',
      bars({
        name: 'timer',
        title: hourWords.title(year),
        description: hourWords.description,
        parts: ['Bylivsenteret', 'Distriktssenteret'],
        rows: activities.map(({ number, hours: spent }) => ({
          label: `${number} ${own.agreementShort[number]}`,
          values: [spent.bylivsenteret, spent.distriktssenteret],
        })),
        amount: hourWords.amount,
      }),
    );
  }
  return figures;
}
