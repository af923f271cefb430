/** The parts of today: what is due by its state, what else waits for somebody, and what was waived. */
import { z } from 'zod';
import { entryStates } from '../../../../domain/due.ts';
import { groupBy } from '../../../../domain/group.ts';
import { date } from '../../../../language/dates.ts';
import { entryTitle } from '../../../../language/due/word-due.ts';
import { phrasesOf } from '../../../../language/phrases-of.ts';
import { rowTitles } from '../../../../papers/titles.ts';
import type { Today } from '../../../../papers/today/today.ts';
import type { Scene } from '../../screen.ts';
import { rowSpotsIn, spotSchema, spotsIn, type RowNamed, type Spot } from '../../spots.ts';
import { entryItem } from './entry-item.ts';
import { itemSchema, type Item, type Marks } from './item.ts';

export const partSchema = z.object({
  key: z.string(),
  heading: z.string(),
  count: z.number(),
  items: z.array(itemSchema),
});
type Part = z.infer<typeof partSchema>;

export const waivedSchema = z.object({
  key: z.string(),
  title: z.string(),
  spots: z.array(spotSchema),
  facts: z.array(z.string()),
});

export function partsOf(list: Today, scene: Scene, marksOf: Marks): Part[] {
  const { words } = scene;
  const states = groupBy(list.due, ({ state }) => state);
  const toItem = entryItem(scene, marksOf);
  const due = entryStates.map((state) => ({
    key: state,
    heading: words.today.states[state],
    items: (states.get(state) ?? []).map(toItem),
  }));
  return [...due, ...otherParts(list, scene, marksOf)].flatMap((one) =>
    one.items.length === 0 ? [] : [{ ...one, count: one.items.length }],
  );
}

/** What was waived, with the reasons. */
export function waivedItems({ waived }: Today, scene: Scene): z.infer<typeof waivedSchema>[] {
  const { words, standard } = scene;
  const spotOf = rowSpotsIn(scene);
  const titleIn = rowTitles(scene.snapshot.reading.register, standard);
  return waived.map(({ entry: { name, matter, about }, reason, day }) => ({
    key: name,
    title: entryTitle(matter, titleIn(about), standard),
    spots: [spotOf(about)].filter((spot) => spot !== undefined),
    facts: [
      reason ?? words.today.noReason,
      ...(day === undefined ? [] : [words.today.waivedOn(date(phrasesOf[standard], day))]),
    ],
  }));
}

interface Plain {
  readonly key: string;
  readonly title: string;
  readonly about?: RowNamed;
  readonly facts: readonly string[];
  readonly spots?: readonly Spot[];
  readonly steps?: Item['steps'];
}

const plainItem =
  (spotOf: (about: RowNamed) => Spot | undefined, marksOf: Marks) =>
  ({ key, title, about, facts, spots = [], steps = [] }: Plain): Item => ({
    ...{ key, title, changes: [], notes: [], steps: [...steps] },
    marks: about === undefined ? [] : marksOf(about),
    spots: [about === undefined ? undefined : spotOf(about), ...spots].filter((spot) => spot !== undefined),
    facts: facts.filter((fact) => fact !== ''),
  });

function otherParts(list: Today, scene: Scene, marksOf: Marks): Omit<Part, 'count'>[] {
  const { words, standard } = scene;
  const phrases = phrasesOf[standard];
  const own = words.today;
  const plain = plainItem(rowSpotsIn(scene), marksOf);
  const titleIn = rowTitles(scene.snapshot.reading.register, standard);
  const spot = spotsIn(scene);
  const meetings = list.meetings.map(({ id, title, day, isNotDone, openCases }) =>
    plain({
      ...{ key: id, title: titleIn({ id, title }), about: { tab: 'activities', id } },
      facts: [date(phrases, day), own.meetingLacks(isNotDone, openCases)],
      steps: [{ href: `/${standard}/papers/minutes?meeting=${id}`, text: own.seeMinutes }],
    }),
  );
  const actions = list.actions.map(({ id, action, responsible, days }) =>
    plain({
      ...{ key: id, title: action, about: { tab: 'actions', id } },
      facts: [responsible ?? '', own.daysOver(days)],
    }),
  );
  const left = list.left.map(({ id, name, left: day, work }) =>
    plain({
      ...{ key: id, title: name, about: { tab: 'contacts', id } },
      facts: [own.leftSince(date(phrases, day))],
      spots: work.map(({ tabName, row }) => spot({ tab: tabName, row })),
    }),
  );
  const examples = list.examples.map(({ id, title, place }) =>
    plain({ key: id, title, about: { tab: 'examples', id }, facts: [place] }),
  );
  const counties = list.counties.map(({ county, last }) =>
    plain({
      ...{ key: county, title: county },
      facts: [
        ...(last === undefined ? [] : [own.lastSpoken(date(phrases, last))]),
        ...(list.isDialogueUnread ? [own.unsureSpoken] : last === undefined ? [own.neverSpoken] : []),
      ],
      steps: [
        { href: `/${standard}/papers/county?fylke=${encodeURIComponent(county)}`, text: own.seeCounty },
      ],
    }),
  );
  return [
    { key: 'meetings', heading: own.meetings, items: meetings },
    { key: 'actions', heading: own.actions, items: actions },
    { key: 'left', heading: own.left, items: left },
    { key: 'examples', heading: own.examples, items: examples },
    { key: 'counties', heading: own.counties, items: counties },
  ];
}
