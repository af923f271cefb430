/** The drawings of the report: the year wheel, and the hours of each party. */
import { states } from '../../papers/report/report.ts';
import { plainIn } from '../../domain/standard-text.ts';
import { dayParts, daysBetween, parseDay } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { figureWords, type FigureWords } from '../../language/figures.ts';
import { phrasesOf } from '../../language/phrases-of.ts';
import type { Phrases } from '../../language/phrases.ts';
import type { ReportActivity, ReportView } from '../../papers/report/view.ts';
import type { Figure, Figures } from '../../render/svg/drawing.ts';
import { bars } from '../../render/svg/bars.ts';
import { yearWheel, type WheelEvent } from '../../render/svg/year-wheel.ts';

/** How far into the year the beginning of a day is, 0 to 1; what lies outside is at an end of it. */
function partOfYear(text: string, year: number): number {
  const day = parseDay(text);
  const [first, next] = [parseDay(`${String(year)}-01-01`), parseDay(`${String(year + 1)}-01-01`)];
  if (day === undefined || first === undefined || next === undefined) return 0;
  return Math.min(1, Math.max(0, daysBetween(first, day) / daysBetween(first, next)));
}

/** The end of a day. */
const endOfDay = (text: string, year: number): number => partOfYear(text, year) + 1 / 366;

/** Where the mark of something in a ring leads: its place in the ring, from 0. */
export type HrefOf = (ring: number, index: number) => string | undefined;

function eventsOf({ view: { activities, year }, standard, hrefOf }: Drawn): readonly WheelEvent[] {
  return activities.flatMap(({ happenings }, ring) =>
    happenings.map(({ first, last, state, title }, index) => ({
      ring,
      from: partOfYear(first, year),
      to: Math.min(1, endOfDay(last, year)),
      state,
      title: plainIn(title, standard),
      href: hrefOf?.(ring, index),
    })),
  );
}

interface Drawn {
  readonly view: ReportView;
  readonly standard: NorwegianStandard;
  readonly says: FigureWords;
  /** `1 Informasjonsdeling` */
  readonly nameOf: (activity: ReportActivity) => string;
  readonly hrefOf?: HrefOf | undefined;
}

function wheelOf(drawn: Drawn, own: Phrases): Figure {
  const { view, says } = drawn;
  const { year, asOf, activities, total } = view;
  const { legend, title, description } = says.wheel;
  const today = parseDay(asOf);
  const counted = states
    .filter((state) => total[state] > 0)
    .map((state) => `${legend[state]}: ${String(total[state])}.`);
  return yearWheel({
    ...{ name: 'arshjul', year, months: own.months, events: eventsOf(drawn), legend },
    title: title(year),
    description: [description, ...counted].join(' '),
    rings: activities.map(({ number }) => ({ mark: number, name: own.agreementShort[number] })),
    now: today !== undefined && dayParts(today).year === year ? partOfYear(asOf, year) : undefined,
  });
}

function hoursOf({ view, says, nameOf }: Drawn, own: Phrases): Figure {
  const { title, description, amount } = says.hours;
  const parts = [own.parties.bylivsenteret, own.parties.distriktssenteret];
  const inWords = view.activities.map((activity) => {
    const { bylivsenteret, distriktssenteret } = activity.hours;
    return `${nameOf(activity)}: ${String(bylivsenteret)}, ${String(distriktssenteret)}.`;
  });
  return bars({
    ...{ name: 'timer', title: title(view.year), description: [description, ...inWords].join(' '), parts },
    rows: view.activities.map((activity) => {
      const { bylivsenteret, distriktssenteret } = activity.hours;
      const values = [bylivsenteret, distriktssenteret];
      return { label: nameOf(activity), values, said: amount(bylivsenteret + distriktssenteret) };
    }),
  });
}

function drawnOf(view: ReportView, standard: NorwegianStandard): Drawn {
  const own = phrasesOf[standard];
  const nameOf = ({ number }: ReportActivity): string => `${number} ${own.agreementShort[number]}`;
  return { view, standard, says: figureWords[standard], nameOf };
}

/** The year wheel alone, with its marks as links. */
export const linkedWheel = (view: ReportView, standard: NorwegianStandard, hrefOf: HrefOf): Figure =>
  wheelOf({ ...drawnOf(view, standard), hrefOf }, phrasesOf[standard]);

/** By the names that the templates call them by. What there is nothing to draw of is left out. */
export function reportFigures(view: ReportView, standard: NorwegianStandard): Figures {
  const own = phrasesOf[standard];
  const drawn = drawnOf(view, standard);
  const figures = new Map([['arshjul', wheelOf(drawn, own)]]);
  if (view.hours.total > 0) figures.set('timer', hoursOf(drawn, own));
  return figures;
}
