/** What is due now, each with its button, what is wrong in the register, and what is in order. */
import { z } from 'zod';
import { countLevels } from '../../../domain/problem.ts';
import { capital, date } from '../../../language/dates.ts';
import { hidingWords } from '../../../language/page/hiding-words.ts';
import { pageWords } from '../../../language/page/page-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { inOrder } from '../../../papers/today/in-order.ts';
import { isAnythingDue, today, type Today } from '../../../papers/today/today.ts';
import type { RegisterReading } from '../../../register/read-register.ts';
import { listRequest } from '../../mailings/mailing-folder.ts';
import { defineScreen, type Scene } from '../screen.ts';
import { textsOf, textsSchema } from '../texts.ts';
import { faultyRows, type Faulty } from './today/faulty-rows.ts';
import { hidingSchema, hidingView, marker } from './today/hiding.ts';
import { linkSchema } from './today/item.ts';
import { partSchema, partsOf, waivedItems, waivedSchema } from './today/items.ts';
import { templateWatch } from './today/template-faults.ts';
import { levelCounts, problemTabSchema, problemTabs } from './today/problems.ts';

const schema = z.object({
  words: textsSchema(pageWords.nb.today),
  form: z.string(),
  here: z.string(),
  action: z.string(),
  day: z.string(),
  nothing: z.string().optional(),
  /** Faults that may hide what is due. */
  hiding: hidingSchema.optional(),
  templates: z.array(z.object({ place: z.string(), what: z.string() })).optional(),
  parts: z.array(partSchema),
  waived: z.object({ heading: z.string(), items: z.array(waivedSchema) }).optional(),
  problems: z.array(problemTabSchema),
  /** Absent where there are none but those that hide something. */
  problemsHeading: z.string().optional(),
  counts: z.array(z.string()),
  ids: linkSchema.extend({ count: z.string() }).optional(),
  noProblems: z.string().optional(),
  inOrder: z.array(z.string()),
});
type View = z.infer<typeof schema>;

export const todayScreen = defineScreen<View>({
  name: 'today',
  schema,
  view: async (scene) => {
    const { snapshot, words, standard, form } = scene;
    const { reading, settings } = snapshot;
    const request = await listRequest(settings);
    const list = today(reading, settings.now, request);
    const faulty = faultyRows(snapshot);
    const hiding = hidingView(scene, faulty);
    const others = withoutHiding(reading, faulty);
    const counts = levelCounts(countLevels(others.problems, others.unlisted), words.today);
    const isSound = reading.problems.length === 0;
    const nothing = list.isUnfilled
      ? words.today.unfilled
      : isAnythingDue(list) || hiding !== undefined
        ? undefined
        : words.today.nothing;
    const waived = waivedItems(list, scene);
    return {
      words: textsOf(words.today),
      ...{ form, here: `/${standard}/today`, action: `/${standard}/run` },
      day: capital(date(phrasesOf[standard], list.asOf)),
      ...(nothing === undefined ? {} : { nothing }),
      ...(hiding === undefined ? {} : { hiding }),
      ...(await templatesView(scene)),
      parts: partsOf(list, scene, marker(scene, faulty)),
      ...(waived.length === 0
        ? {}
        : { waived: { heading: words.today.waived(waived.length), items: waived } }),
      problems: problemTabs(scene, others),
      ...(hiding === undefined
        ? { problemsHeading: words.today.problems }
        : counts.length === 0
          ? {}
          : { problemsHeading: hidingWords[standard].others }),
      counts,
      ...idsView(list, scene),
      ...(!isSound ? {} : { noProblems: words.today.noProblems(rowsIn(scene)) }),
      inOrder: orderLines(inOrder(reading, list.asOf, request.sizes), words.today),
    };
  },
});

async function templatesView(scene: Scene): Promise<Pick<View, 'templates'>> {
  const { words } = scene;
  const faults = await templateWatch(scene).faults();
  if (faults.length === 0) return {};
  const placeOf = (file: string, line: number | undefined): string =>
    line === undefined ? file : words.today.lineOf(file, line);
  return { templates: faults.map(({ file, line, what }) => ({ place: placeOf(file, line), what })) };
}

/** Rows without an ID are in nothing that is due. */
function idsView({ withoutId }: Today, { standard, words }: Scene): Pick<View, 'ids'> {
  if (withoutId === 0) return {};
  const href = `/${standard}/doing/check?give-ids=on`;
  return { ids: { count: words.today.withoutId(withoutId), href, text: words.today.giveIds } };
}

/** The faults that hide nothing of the list. */
function withoutHiding(
  { problems, unlisted }: RegisterReading,
  faulty: Faulty,
): Pick<RegisterReading, 'problems' | 'unlisted'> {
  const shown = new Set(faulty.rows.flatMap((row) => row.problems));
  return {
    problems: problems.filter((one) => !shown.has(one)),
    unlisted: unlisted.filter((one) => !faulty.unlisted.includes(one)),
  };
}

const rowsIn = ({ snapshot }: Scene): number =>
  Object.values(snapshot.reading.register.tabs).reduce((sum, tab) => sum + (tab?.count ?? 0), 0);

function orderLines(
  { tabs, texts, mailings, actions }: ReturnType<typeof inOrder>,
  words: Scene['words']['today'],
): string[] {
  return [
    ...(texts.of === 0 ? [] : [words.textsApproved(texts.approved, texts.of)]),
    ...(mailings === 0 ? [] : [words.mailingsWhole(mailings)]),
    ...(actions === 0 ? [] : [words.actionsInTime(actions)]),
    ...tabs.map(({ tab, sound, rows }) => words.soundRows(tab, sound, rows)),
  ];
}
