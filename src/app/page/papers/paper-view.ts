/** One paper as it is looked at: in one written standard or both, with what has changed since it was seen. */
import { z } from 'zod';
import { shownFault, shownFaultSchema } from '../advice.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../domain/written-standard.ts';
import { dayOf, type WallTime } from '../../../domain/time.ts';
import { clock, date } from '../../../language/dates.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { papersWords } from '../../../language/page/papers-words.ts';
import { paperFormats } from '../../papers/paper-definition.ts';
import { hashOf } from '../../start/inputs.ts';
import type { Scene } from '../screen.ts';
import { paperAddress, queryOf, type PaperAsked } from './asked.ts';
import { withMarks } from './blocks.ts';
import type { Difference } from '../differences.ts';
import { titleOf } from './list-view.ts';
import { dressed, type Look } from './look.ts';
import { formOf, formSchema, looksOf, looksSchema } from './settings-view.ts';
import { timeIn, type OnShelf, type Shelf, type Shown } from './shelf.ts';

/** So many changes are told of above a page, and so much of each. */
const MOST_CHANGES = 12;
const MOST_LETTERS = 300;

const link = z.object({ href: z.string(), text: z.string() });

const page = z.object({
  key: z.string(),
  title: z.string(),
  src: z.string(),
  frame: z.string(),
  saves: z.array(link),
  changes: z
    .object({
      text: z.string(),
      places: z.array(
        z.object({
          label: z.string(),
          href: z.string(),
          was: z.string().optional(),
          is: z.string().optional(),
        }),
      ),
      more: z.string().optional(),
    })
    .optional(),
});

export const paperSchema = z.object({
  title: z.string(),
  form: formSchema,
  looks: looksSchema,
  width: z.string(),
  /** Wider than the window may be, so that it is scrolled. */
  isFixed: z.boolean(),
  note: z.string().optional(),
  /** Since when changes are marked. */
  markedSince: z.string().optional(),
  columns: z.array(
    z.object({
      key: z.string(),
      lang: z.string(),
      name: z.string(),
      fault: shownFaultSchema.optional(),
      /** Of which time the paper below the fault is. */
      last: z.string().optional(),
      /** The command makes no page now. */
      empty: z.string().optional(),
      pages: z.array(page),
    }),
  ),
  seen: z.object({ action: z.string(), from: z.string(), versions: z.string(), form: z.string() }).optional(),
  said: z.array(z.string()),
});
type View = z.infer<typeof paperSchema>;
type Page = z.infer<typeof page>;

const standardsIn = ({ view }: PaperAsked): readonly NorwegianStandard[] =>
  view === 'both' ? norwegianStandards : [view];

/** What the frame of a page has: the paper of the command, marked where it has changed, as it is looked at. */
export function framed({ version, changes }: Shown, look: Look): string {
  const isNew = new Set(changes.filter(({ is }) => is !== undefined).map(({ at }) => at));
  return dressed(
    withMarks(version.html, version.blocks, (at) => isNew.has(at)),
    look,
  );
}

export async function paperView(scene: Scene, asked: PaperAsked, shelf: Shelf): Promise<View> {
  const { standard } = scene;
  const { paper, flags, name, look } = asked;
  const words = papersWords[standard];
  const looked: [NorwegianStandard, OnShelf][] = [];
  for (const own of standardsIn(asked))
    looked.push([own, await shelf.look(scene, { paper, flags, standard: own })]);
  const shown = looked.flatMap(([, { pages }]) => pages);
  const address = paperAddress(standard, asked);
  return {
    title: titleOf(name, standard),
    form: formOf(
      standard,
      asked,
      looked.every(([, { fault }]) => fault !== undefined),
    ),
    looks: looksOf(standard, asked),
    width: look.width,
    isFixed: look.width !== 'screen',
    ...(look.width === 'print' ? { note: words.printNote } : {}),
    ...markedSince(
      scene,
      looked.flatMap(([, { since }]) => since ?? []),
    ),
    columns: looked.map(([own, on]) => columnOf(scene, asked, own, on)),
    ...(shown.every(({ changes }) => changes.length === 0)
      ? {}
      : {
          seen: {
            action: `/${standard}/act/papers/${name}${queryOf(flags)}`,
            from: address,
            versions: shown.map(({ version }) => version.hash).join(' '),
            form: scene.form,
          },
        }),
    // Both written standards come of the same rows.
    said: [...(looked[0]?.[1].said ?? [])],
  };
}

/** The earlier where the versions of a paper were not seen at the same time. */
function markedSince(scene: Scene, times: readonly WallTime[]): Pick<View, 'markedSince'> {
  const [first] = times.toSorted();
  if (first === undefined) return {};
  const time = `kl.\u00A0${clock(first)}`;
  const [day, today] = [dayOf(first), dayOf(timeIn(scene))];
  const when = day === today ? time : `${date(phrasesOf[scene.standard], day)} ${time}`;
  return { markedSince: papersWords[scene.standard].markedSince(when) };
}

function columnOf(
  scene: Scene,
  asked: PaperAsked,
  own: NorwegianStandard,
  { fault, at, pages }: OnShelf,
): View['columns'][number] {
  const words = papersWords[scene.standard];
  const isEmpty = fault === undefined && pages.length === 0;
  return {
    ...{ key: own, lang: own, name: words.standards[own] },
    ...(fault === undefined ? {} : { fault: shownFault(fault, scene.standard) }),
    ...(fault !== undefined && pages.length > 0 ? { last: words.lastGood(at) } : {}),
    ...(isEmpty ? { empty: words.nothing } : {}),
    pages: pages.map((shown, index) =>
      pageOf(scene, asked, { own, index, shown, canSave: fault === undefined }),
    ),
  };
}

interface PagePlace {
  readonly own: NorwegianStandard;
  readonly index: number;
  readonly shown: Shown;
  readonly canSave: boolean;
}

function pageOf(scene: Scene, asked: PaperAsked, { own, index, shown, canSave }: PagePlace): Page {
  const { name, flags, look, paper } = asked;
  const { version, changes, latest } = shown;
  const words = papersWords[scene.standard];
  const hash = hashOf(framed(shown, look)).slice(0, 16);
  const query = queryOf(flags, { width: look.width, scheme: look.scheme, h: hash });
  const src = `/${scene.standard}/file/papers/${name}/${own}/${String(index)}${query}`;
  // What comes beside the pages belongs to the first of them.
  const isOffered = (format: string): boolean => index === 0 || paperFormats.some((one) => one === format);
  const first = changes.slice(0, MOST_CHANGES);
  return {
    key: `${own}-${String(index)}`,
    title: version.title,
    src: latest === undefined ? src : `${src}#${latest}`,
    frame: `frame-${own}-${String(index)}`,
    saves: canSave
      ? paper.formats
          .filter(isOffered)
          .map((format) => saveLink(scene, asked, own, { format, stem: version.stem }))
      : [],
    ...(changes.length === 0
      ? {}
      : {
          changes: {
            text: words.changed(changes.length),
            places: first.map((change) => placeOf(change, shown, src, words)),
            ...(changes.length <= MOST_CHANGES
              ? {}
              : { more: words.moreChanges(changes.length - MOST_CHANGES) }),
          },
        }),
  };
}

const cut = (text: string): string =>
  text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).trimEnd()} …`;

function placeOf(
  { was, is, at }: Difference,
  { version }: Shown,
  src: string,
  words: (typeof papersWords)['nb'],
): NonNullable<Page['changes']>['places'][number] {
  const block = version.blocks[at] ?? version.blocks.at(-1);
  const label = is === undefined ? words.isGone : was === undefined ? words.isNew : words.isOther;
  return {
    ...{ label, href: block === undefined ? src : `${src}#${block.id}` },
    ...(was === undefined ? {} : { was: cut(was) }),
    ...(is === undefined ? {} : { is: cut(is) }),
  };
}

function saveLink(
  { standard }: Scene,
  { name, flags }: PaperAsked,
  own: NorwegianStandard,
  query: Readonly<Record<string, string>>,
): z.infer<typeof link> {
  const { format = '' } = query;
  const text = papersWords[standard].formats[format];
  return {
    href: `/${standard}/file/papers/${name}/save${queryOf(flags, { in: own, ...query })}`,
    text: text === undefined ? `.${format}` : `.${format} (${text})`,
  };
}
