/** A year: the wheel, what comes, and the counties. Each mark leads to its row and its paper. */
import { z } from 'zod';
import { dayOf, dayParts } from '../../../domain/time.ts';
import { date } from '../../../language/dates.ts';
import { yearWords } from '../../../language/page/year-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { singleParties } from '../../../register/announcement-settings.ts';
import { shownFault, shownFaultSchema } from '../advice.ts';
import { defineScreen } from '../screen.ts';
import { textsOf, textsSchema } from '../texts.ts';
import { comingMonths, monthSchema } from './year/coming.ts';
import { countySchema, gridRows } from './year/grid.ts';
import { leadTo } from './year/leads.ts';
import { wheelOf, wheelSchema } from './year/wheel.ts';

const link = z.object({ href: z.string(), text: z.string() });

const schema = z.object({
  words: textsSchema(yearWords.nb),
  heading: z.string(),
  /** The address asks for a year that is none. */
  noYear: z.string().optional(),
  years: z.array(link.extend({ isHere: z.boolean() })),
  papers: z.array(link),
  wheel: wheelSchema.optional(),
  /** Why there is no wheel. */
  fault: shownFaultSchema.optional(),
  months: z.array(monthSchema),
  more: link.optional(),
  counties: z.object({ asOf: z.string(), parties: z.array(z.string()), rows: z.array(countySchema) }),
});
type View = z.infer<typeof schema>;

export const yearScreen = defineScreen<View>({
  name: 'year',
  schema,
  title: ({ heading }) => heading,
  view: (scene) => {
    const { standard, snapshot } = scene;
    const words = yearWords[standard];
    const today = dayOf(snapshot.settings.now);
    const thisYear = dayParts(today).year;
    const asked = scene.query['year'];
    const isYear = asked === undefined || /^20\d\d$/u.test(asked);
    const year = asked !== undefined && isYear ? Number(asked) : thisYear;
    const wheel = wheelOf(scene, year);
    const { months, rest } = comingMonths(scene, year);
    const phrases = phrasesOf[standard];
    return {
      words: textsOf(words),
      heading: words.heading(year),
      ...(isYear ? {} : { noYear: words.noYear(asked, year) }),
      years: yearsRound(year, thisYear).map((one) => ({
        href: `/${standard}/year?year=${String(one)}`,
        text: String(one),
        isHere: one === year,
      })),
      papers: [
        leadTo(scene, 'calendar', 'papers/calendar'),
        // There is no report of a year that has not begun.
        ...(year > thisYear ? [] : [leadTo(scene, 'report', 'papers/report', { year: String(year) })]),
      ],
      ...('fault' in wheel ? { fault: shownFault(wheel.fault, standard) } : { wheel }),
      months,
      ...(rest === 0
        ? {}
        : { more: { href: `/${standard}/year?year=${String(year)}&all=on`, text: words.showAll(rest) } }),
      counties: {
        asOf: words.countiesAsOf(date(phrases, today)),
        parties: singleParties.map((party) => phrases.parties[party]),
        rows: gridRows(scene),
      },
    };
  },
});

/** The one before, itself and the one after, and always this one. */
const yearsRound = (year: number, thisYear: number): readonly number[] =>
  [...new Set([year - 1, year, year + 1, thisYear])]
    .filter((one) => one >= 2000 && one <= 2099)
    .toSorted((one, other) => one - other);
