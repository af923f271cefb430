/** The year wheel, and the same as a list: each thing with its time, its row and its paper. */
import { z } from 'zod';
import { plainIn } from '../../../../domain/standard-text.ts';
import { faultOf, type Fault } from '../../fault.ts';
import { parseDay } from '../../../../domain/time.ts';
import { period } from '../../../../language/dates.ts';
import { figureWords } from '../../../../language/figures.ts';
import { yearWords } from '../../../../language/page/year-words.ts';
import { phrasesOf } from '../../../../language/phrases-of.ts';
import { report } from '../../../../papers/report/report.ts';
import type { ReportHappening, ReportView } from '../../../../papers/report/view.ts';
import { ReadyHtml } from '../../../../render/templates/gate.ts';
import { keysOf } from '../../../mailings/keys.ts';
import { linkedWheel } from '../../../papers/report-figures.ts';
import { workbookId } from '../../../settings/settings.ts';
import type { Scene } from '../../screen.ts';
import { rowSpotsIn, spotSchema } from '../../spots.ts';
import { leadsIn } from './leads.ts';

const markSchema = z.object({
  key: z.string(),
  title: z.string(),
  /** When, by whom, and how it stands. */
  facts: z.array(z.string()),
  spot: spotSchema.optional(),
  lead: z.object({ href: z.string(), text: z.string() }).optional(),
});
type Mark = z.infer<typeof markSchema>;

export const wheelSchema = z.object({
  drawing: z.custom<ReadyHtml>(),
  rings: z.array(
    z.object({
      name: z.string(),
      count: z.number(),
      marks: z.array(markSchema),
      more: z.object({ href: z.string(), text: z.string() }).optional(),
    }),
  ),
});
type WheelView = z.infer<typeof wheelSchema>;

/** So many of a ring are in the list before somebody asks for all. */
const MOST = 60;

const keyOf = (ring: number, index: number): string => `mark-${String(ring + 1)}-${String(index + 1)}`;

/** Where it cannot be known what may be told, the fault in words in its place. */
export function wheelOf(scene: Scene, year: number): WheelView | { readonly fault: Fault } {
  const { snapshot, standard } = scene;
  const { settings, reading } = snapshot;
  try {
    const keys = keysOf(workbookId(settings));
    const view = report(reading.register, { year, hasAppendix: true, keyOf: keys }, settings.now);
    const most = scene.query['all'] === 'on' ? Infinity : MOST;
    const figure = linkedWheel(view, standard, (ring, index) =>
      index < most ? `#${keyOf(ring, index)}` : undefined,
    );
    return { drawing: new ReadyHtml(figure.svg), rings: ringsOf(view, scene, most) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { fault };
  }
}

function ringsOf({ activities, year }: ReportView, scene: Scene, most: number): WheelView['rings'] {
  const { standard } = scene;
  const toMark = markIn(scene);
  return activities.map(({ number, happenings }, ring) => {
    const rest = happenings.length - Math.min(most, happenings.length);
    const href = `/${standard}/year?year=${String(year)}&all=on`;
    return {
      name: `${number} ${phrasesOf[standard].agreementShort[number]}`,
      count: happenings.length,
      marks: happenings.slice(0, most).map((one, index) => toMark(one, keyOf(ring, index))),
      ...(rest === 0 ? {} : { more: { href, text: yearWords[standard].showAll(rest) } }),
    };
  });
}

function markIn(scene: Scene): (happening: ReportHappening, key: string) => Mark {
  const { standard } = scene;
  const phrases = phrasesOf[standard];
  const { legend } = figureWords[standard].wheel;
  const [leadOf, spotOf] = [leadsIn(scene), rowSpotsIn(scene)];
  const contacts = new Set(scene.snapshot.reading.register.dialogues.map(({ id }) => id));
  return ({ id, title, precision, first, last, party, state }, key) => {
    const about = { tab: contacts.has(id) ? 'dialogues' : 'activities', id } as const;
    const [from, to] = [parseDay(first), parseDay(last)];
    const when = from === undefined || to === undefined ? first : period(phrases, precision, from, to);
    const [spot, lead] = [spotOf(about), leadOf(about)];
    return {
      ...{ key, title: plainIn(title, standard), facts: [when, phrases.parties[party], legend[state]] },
      ...(spot === undefined ? {} : { spot }),
      ...(lead === undefined ? {} : { lead }),
    };
  };
}
