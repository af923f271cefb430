/** What comes, by month: each with its day, its row, and the paper or form it leads to. */
import { z } from 'zod';
import { plainIn } from '../../../../domain/standard-text.ts';
import { dayFrom, dayOf, dayParts, type Day } from '../../../../domain/time.ts';
import { announcementWords } from '../../../../language/announcements/word-audience.ts';
import { capital, dayMonth, longDate, period } from '../../../../language/dates.ts';
import { yearWords } from '../../../../language/page/year-words.ts';
import { phrasesOf } from '../../../../language/phrases-of.ts';
import { comingIn, type Coming } from '../../../../papers/year/coming.ts';
import { keysOf } from '../../../mailings/keys.ts';
import { workbookId } from '../../../settings/settings.ts';
import type { Scene } from '../../screen.ts';
import { rowSpotsIn, spotSchema } from '../../spots.ts';
import { leadsIn, leadTo, type Lead } from './leads.ts';

export const monthSchema = z.object({
  key: z.string(),
  name: z.string(),
  items: z.array(
    z.object({
      key: z.string(),
      when: z.string(),
      what: z.string(),
      title: z.string(),
      spot: spotSchema.optional(),
      lead: z.object({ href: z.string(), text: z.string() }).optional(),
    }),
  ),
});
type Month = z.infer<typeof monthSchema>;

/** So many are listed before somebody asks for all. */
const MOST = 200;

/** From today, or from the first day of a year that has not begun; `rest` is how many are not listed. */
export function comingMonths(
  scene: Scene,
  year: number,
): { readonly months: Month[]; readonly rest: number } {
  const { settings, reading } = scene.snapshot;
  const [first, last] = [dayFrom(year, 1, 1), dayFrom(year, 12, 31)];
  if (first === undefined || last === undefined) return { months: [], rest: 0 };
  const from = first < dayOf(settings.now) ? dayOf(settings.now) : first;
  const outlook = { register: reading.register, now: settings.now, keyOf: keysOf(workbookId(settings)) };
  const all = comingIn(outlook, from, last);
  const shown = scene.query['all'] === 'on' ? all : all.slice(0, MOST);
  const toItem = itemIn(scene);
  const months = new Map<number, Month>();
  for (const [index, one] of shown.entries()) {
    const { month } = dayParts(one.first < from ? from : one.first);
    const own = months.get(month) ?? {
      key: `month-${String(month)}`,
      name: capital(`${phrasesOf[scene.standard].months[month - 1] ?? ''} ${String(year)}`),
      items: [],
    };
    months.set(month, own);
    own.items.push(toItem(one, `coming-${String(index)}`));
  }
  return { months: [...months.values()], rest: all.length - shown.length };
}

function itemIn(scene: Scene): (coming: Coming, key: string) => Month['items'][number] {
  const { standard } = scene;
  const [leadOf, spotOf] = [leadsIn(scene), rowSpotsIn(scene)];
  return (coming, key) => {
    const [spot, lead] = [spotOf(coming.about), textLead(coming, scene) ?? leadOf(coming.about)];
    return {
      ...{ key, when: whenIn(scene, coming), what: whatIn(scene, coming) },
      title: plainIn(coming.title, standard),
      ...(spot === undefined ? {} : { spot }),
      ...(lead === undefined ? {} : { lead }),
    };
  };
}

/** The form that makes the very text. */
function textLead({ what, about }: Coming, scene: Scene): Lead | undefined {
  if (what.kind !== 'text') return undefined;
  const kind = what.offsetDays === undefined ? what.text : `${what.text}-${String(what.offsetDays)}`;
  const flags = { webinar: about.id, kind: what.text === 'reminder' ? kind : what.text };
  return leadTo(scene, 'mailing', 'doing/announce', flags);
}

function whenIn({ standard }: Scene, { precision, first, last }: Coming): string {
  const phrases = phrasesOf[standard];
  return precision === 'day' && first === last
    ? dayAndWeekday(phrases, first)
    : period(phrases, precision, first, last);
}

/** The month and the year are in the heading above. */
const dayAndWeekday = (phrases: (typeof phrasesOf)['nb'], day: Day): string =>
  `${longDate(phrases, day).split(' ')[0] ?? ''} ${dayMonth(phrases, day)}`;

function whatIn({ standard }: Scene, { what }: Coming): string {
  const words = yearWords[standard];
  if (what.kind === 'text')
    return announcementWords[standard].text({ kind: what.text, offsetDays: what.offsetDays });
  if (what.kind !== 'activity') return words.deadlines[what.kind];
  const type = capital(phrasesOf[standard].activityTypes[what.type]);
  return what.isSure ? type : `${type}, ${words.idea}`;
}
