/** The faults that may hide something from the list of today, row by row: what each may hide, and what to write instead. */
import { z } from 'zod';
import { groupBy } from '../../../../domain/group.ts';
import { hidingWords } from '../../../../language/page/hiding-words.ts';
import type { Scene } from '../../screen.ts';
import { spotsIn, type RowNamed } from '../../spots.ts';
import { faultsAbout, type Faulty, type FaultyRow } from './faulty-rows.ts';
import { linkSchema } from './item.ts';
import { problemSchema, problemView } from './problems.ts';

const rowSchema = z.object({
  key: z.string(),
  title: z.string(),
  says: z.string(),
  problems: z.array(problemSchema),
});

export const hidingSchema = z.object({
  heading: z.string(),
  intro: z.string(),
  tabs: z.array(
    z.object({
      anchor: z.string(),
      rows: z.array(rowSchema),
      more: linkSchema.optional(),
      unlisted: z.array(z.string()),
    }),
  ),
});
type View = z.infer<typeof hidingSchema>;

/** So many rows of a tab are shown before somebody asks for the others. */
const FEW = 5;

/** What an address asks for to see all rows of a tab. */
const ALL = 'rows';

/** The anchor of a row with faults, for what leads to it. */
const anchorOf = ({ tab, row }: FaultyRow): string =>
  `fault-${tab.replace(/[^\p{L}\d]+/gu, '-')}-${String(row ?? 0)}`;

/** Undefined where there are none. */
export function hidingView(scene: Scene, { rows, unlisted }: Faulty): View | undefined {
  const words = hidingWords[scene.standard];
  if (rows.length === 0) return undefined;
  return {
    heading: words.heading,
    intro: words.intro,
    tabs: [...groupBy(rows, ({ tab }) => tab)].map(([tab, own], index) => ({
      ...shownOf(scene, own, { tab, anchor: `hiding-${String(index + 1)}` }),
      unlisted: unlisted
        .filter(({ like }) => like.at.tab === tab)
        .map(({ count }) => `${tab}: ${scene.words.today.unlisted(count)}`),
    })),
  };
}

function shownOf(
  scene: Scene,
  own: readonly FaultyRow[],
  { tab, anchor }: { readonly tab: string; readonly anchor: string },
): Omit<View['tabs'][number], 'unlisted'> {
  const { query, standard } = scene;
  const words = hidingWords[standard];
  const isWhole = query['tab'] === tab && query['kind'] === ALL;
  // What is not counted at all comes before what may be wrong.
  const sorted = own.toSorted((one, other) => Number(other.isLeftOut) - Number(one.isLeftOut));
  // One in place of a link would save nothing.
  const few = own.length === FEW + 1 ? own.length : FEW;
  const asked = new URLSearchParams(isWhole ? {} : { tab, kind: ALL }).toString();
  const href = `/${standard}/today?${asked}#${anchor}`;
  const text = isWhole ? words.showFew : words.showMore(own.length - few);
  return {
    anchor,
    rows: (isWhole ? sorted : sorted.slice(0, few)).map((one) => rowView(one, scene)),
    ...(own.length <= few ? {} : { more: { href, text } }),
  };
}

function rowView(one: FaultyRow, scene: Scene): View['tabs'][number]['rows'][number] {
  const words = hidingWords[scene.standard];
  const what = words.what[one.hides];
  const spotOf = spotsIn(scene);
  const left = one.row === undefined ? words.leftOutTab(what) : words.leftOut(what);
  const place = one.row === undefined ? one.tab : scene.words.today.row(one.tab, one.row);
  const key = anchorOf(one);
  return {
    ...{ key, title: one.name ?? place, says: one.isLeftOut ? left : words.wrong(what) },
    problems: one.problems.map((found, index) =>
      problemView(found, `${key}-${String(index)}`, { scene, spotOf }),
    ),
  };
}

/** Makes the marks of what is due about a row: which faults may make it wrong, with links to them. */
export function marker(scene: Scene, faulty: Faulty): (about: RowNamed) => z.infer<typeof linkSchema>[] {
  const { standard, words, snapshot } = scene;
  const own = hidingWords[standard];
  const faultsOf = faultsAbout(faulty);
  const markOf = (fault: FaultyRow, isOwn: boolean): z.infer<typeof linkSchema> => {
    const columns = [...new Set(fault.problems.flatMap(({ at }) => at.column ?? []))].join(', ');
    const named = columns === '' ? own.aFault : columns;
    const place = fault.row === undefined ? fault.tab : words.today.row(fault.tab, fault.row);
    const query = new URLSearchParams({ tab: fault.tab, kind: ALL }).toString();
    return {
      href: `/${standard}/today?${query}#${anchorOf(fault)}`,
      text: isOwn ? own.inRow(named) : own.inOtherRow(place, named),
    };
  };
  return ({ tab, id }) => {
    const name = tab === undefined ? undefined : snapshot.reading.register.tabs[tab]?.name;
    return faultsOf(id).map((fault) => markOf(fault, fault.tab === name && fault.id === id));
  };
}
