/** What is due now, each with its button, and what is wrong in the register. */
import { z } from 'zod';
import { entryStates } from '../../../domain/due.ts';
import { groupBy } from '../../../domain/group.ts';
import { countLevels, type Problem } from '../../../domain/problem.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { capital, date } from '../../../language/dates.ts';
import { dueWords, wordDifference } from '../../../language/due/word-due.ts';
import { pageWords } from '../../../language/page/page-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { wordProblem } from '../../../language/problems/word-problem.ts';
import type { Entry } from '../../../papers/due/entry.ts';
import { isAnythingDue, today, type Today } from '../../../papers/today/today.ts';
import { listRequest } from '../../mailings/mailing-folder.ts';
import { placeOf } from '../../register/place-of.ts';
import { formAddress, typedCommand } from '../argv.ts';
import { defineScreen, type Scene } from '../screen.ts';
import { textsOf, textsSchema } from '../texts.ts';

const link = z.object({ href: z.string(), text: z.string() });

const item = z.object({
  key: z.string(),
  title: z.string(),
  /** Small words below the title. */
  facts: z.array(z.string()),
  changes: z.array(z.string()),
  /** What a person does where no button does it. */
  advice: z.string().optional(),
  button: link.optional(),
});

const part = z.object({ key: z.string(), heading: z.string(), items: z.array(item) });

const problem = z.object({
  key: z.string(),
  level: z.string(),
  levelName: z.string(),
  place: z.string(),
  message: z.string(),
  advice: z.string(),
});

const schema = z.object({
  words: textsSchema(pageWords.nb.today),
  day: z.string(),
  nothing: z.string().optional(),
  parts: z.array(part),
  problems: z.array(
    z.object({ tab: z.string(), count: z.string(), rows: z.array(problem), more: z.string().optional() }),
  ),
  counts: z.array(z.string()),
  ids: link.extend({ count: z.string() }).optional(),
  inOrder: z.string().optional(),
});
type View = z.infer<typeof schema>;
type Part = z.infer<typeof part>;
type Item = z.infer<typeof item>;

/** So many problems of one tab are shown. */
const MOST = 50;

export const todayScreen = defineScreen<View>({
  name: 'today',
  schema,
  view: async (scene) => {
    const { snapshot, words, standard } = scene;
    const { reading, settings } = snapshot;
    const list = today(reading, settings.now, await listRequest(settings));
    const { error, warning, info } = countLevels(reading.problems, reading.unlisted);
    const { levels } = words.today;
    const counts = [
      ...(error > 0 ? [levels.error(error)] : []),
      ...(warning > 0 ? [levels.warning(warning)] : []),
      ...(info > 0 ? [levels.info(info)] : []),
    ];
    const nothing = list.isUnfilled
      ? words.today.unfilled
      : isAnythingDue(list)
        ? undefined
        : words.today.nothing;
    return {
      words: textsOf(words.today),
      day: capital(date(phrasesOf[standard], list.asOf)),
      ...(nothing === undefined ? {} : { nothing }),
      parts: partsOf(list, scene),
      problems: problemsByTab(reading.problems, scene),
      counts,
      ...(list.withoutId === 0
        ? {}
        : {
            ids: {
              count: words.today.withoutId(list.withoutId),
              href: `/${standard}/doing/check?give-ids=on`,
              text: words.today.giveIds,
            },
          }),
      ...(counts.length > 0 ? {} : { inOrder: words.today.noProblems(rowsIn(scene)) }),
    };
  },
});

const rowsIn = ({ snapshot }: Scene): number =>
  Object.values(snapshot.reading.register.tabs).reduce((sum, tab) => sum + (tab?.count ?? 0), 0);

function partsOf(list: Today, scene: Scene): Part[] {
  const { words } = scene;
  const states = groupBy(list.due, ({ state }) => state);
  const due = entryStates.map((state) => ({
    key: state,
    heading: words.today.states[state],
    items: (states.get(state) ?? []).map((entry) => entryItem(entry, scene)),
  }));
  return [...due, ...otherParts(list, scene)].filter(({ items }) => items.length > 0);
}

function entryItem(entry: Entry, scene: Scene): Item {
  const { words, standard, snapshot } = scene;
  const due = dueWords[standard];
  const { name, matter, about, since, holders, changes, command } = entry;
  const place = placeOf(snapshot.reading.register, about);
  const where =
    place === undefined ? [] : [place.row === undefined ? place.tab : words.today.row(place.tab, place.row)];
  return {
    key: name,
    title: `${capital(due.matters[matter])}: ${about.title}`,
    facts: [...where, due.since(since), ...(holders === undefined ? [] : [due.holders(holders)])],
    changes: changes.map((change) => wordDifference(change, standard)),
    ...(command === undefined ? { advice: due.advice[matter] } : { button: buttonOf(command, scene) }),
  };
}

/** Where the command of an entry is started: a mailing is looked at first, and sent there. */
function buttonOf(command: string, { standard, words }: Scene): NonNullable<Item['button']> {
  const typed = typedCommand(command);
  const folder = typed.flags[''];
  if (typed.command === 'send' && typeof folder === 'string') {
    const name = folder.split(/[/\\]/u).at(-1) ?? '';
    return { href: `/${standard}/mailings/${encodeURIComponent(name)}`, text: words.today.look };
  }
  return { href: `/${standard}/${formAddress(typed)}`, text: words.today.make };
}

function otherParts(list: Today, { words, standard }: Scene): Part[] {
  const phrases = phrasesOf[standard];
  const own = words.today;
  const plain = (key: string, title: string, ...facts: readonly string[]): Item => ({
    ...{ key, title, facts: facts.filter((fact) => fact !== ''), changes: [] },
  });
  return [
    {
      key: 'meetings',
      heading: own.meetings,
      items: list.meetings.map(({ id, title, day, isNotDone, openCases }) =>
        plain(id, `${title} (${id})`, date(phrases, day), own.meetingLacks(isNotDone, openCases)),
      ),
    },
    {
      key: 'actions',
      heading: own.actions,
      items: list.actions.map(({ id, action, responsible, days }) =>
        plain(id, `${action} (${id})`, responsible ?? '', own.daysOver(days)),
      ),
    },
    {
      key: 'left',
      heading: own.left,
      items: list.left.map(({ id, name, left, work }) => ({
        ...plain(id, `${name} (${id})`, own.leftSince(date(phrases, left))),
        changes: work.map(({ title, tabName, row }) => `${title} (${own.row(tabName, row)})`),
      })),
    },
    {
      key: 'examples',
      heading: own.examples,
      items: list.examples.map(({ id, title, place }) => plain(id, `${title} (${id})`, place)),
    },
    {
      key: 'counties',
      heading: own.counties,
      items: list.counties.map(({ county, last }) =>
        plain(county, county, last === undefined ? '' : date(phrases, last)),
      ),
    },
  ];
}

function problemsByTab(problems: readonly Problem[], { words, standard }: Scene): View['problems'] {
  const levelNames = levelNamesIn(standard);
  return [...groupBy(problems, ({ at }) => at.tab)].map(([tab, own]) => {
    const sorted = own.toSorted((one, other) => (one.at.row ?? 0) - (other.at.row ?? 0));
    return {
      tab,
      count: words.today.problemCount(own.length),
      rows: sorted.slice(0, MOST).map((one, index) => {
        const { row, column, cell } = one.at;
        const where = [
          ...(row === undefined ? [] : [words.today.row(tab, row)]),
          ...(column === undefined ? [] : [cell === undefined ? column : `${column} (${cell})`]),
        ];
        return {
          key: `${tab}-${String(index)}`,
          level: one.level,
          levelName: levelNames[one.level],
          place: where.length === 0 ? tab : where.join(', '),
          ...wordProblem(one, standard),
        };
      }),
      ...(sorted.length <= MOST ? {} : { more: words.today.more(sorted.length - MOST) }),
    };
  });
}

const levelNamesIn = (standard: NorwegianStandard): Readonly<Record<Problem['level'], string>> =>
  pageWords[standard].today.levelNames;
