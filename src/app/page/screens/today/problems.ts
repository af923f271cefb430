/** The problems of the register by tab and by kind: the first of each, and the others when they are asked for. */
import { z } from 'zod';
import { groupBy } from '../../../../domain/group.ts';
import type { Level, Problem, Unlisted } from '../../../../domain/problem.ts';
import { kindOf, countLevels } from '../../../../domain/problem.ts';
import { wordProblem } from '../../../../language/problems/word-problem.ts';
import { ReadyHtml } from '../../../../render/templates/gate.ts';
import { adviceHtml } from '../../advice.ts';
import type { Scene } from '../../screen.ts';
import { spotSchema, spotsIn, type Spot } from '../../spots.ts';

export const problemSchema = z.object({
  key: z.string(),
  level: z.string(),
  levelName: z.string(),
  spot: spotSchema,
  /** The value as read, where the message does not say it. */
  found: z.string().optional(),
  foundWord: z.string(),
  message: z.string(),
  advice: z.custom<ReadyHtml>((value) => value instanceof ReadyHtml),
});

export const problemTabSchema = z.object({
  tab: z.string(),
  anchor: z.string(),
  isOpen: z.boolean(),
  counts: z.string(),
  kinds: z.array(
    z.object({
      rows: z.array(problemSchema),
      more: z.object({ href: z.string(), text: z.string() }).optional(),
      unlisted: z.string().optional(),
    }),
  ),
});
type ProblemTab = z.infer<typeof problemTabSchema>;
type Kind = ProblemTab['kinds'][number];

/** So many of a kind are shown before somebody asks for the others. */
const FEW = 5;
/** With at most so many in all, nothing is closed. */
const OPEN = 10;

/** `3 feil`, `1 advarsel`: those that there are. */
export function levelCounts(
  { error, warning, info }: Readonly<Record<Level, number>>,
  { levels }: Scene['words']['today'],
): string[] {
  return [
    ...(error > 0 ? [levels.error(error)] : []),
    ...(warning > 0 ? [levels.warning(warning)] : []),
    ...(info > 0 ? [levels.info(info)] : []),
  ];
}

/** Those that are shown here; others stand in a list of their own. */
interface Listed {
  readonly problems: readonly Problem[];
  readonly unlisted: readonly Unlisted[];
}

/** Tabs in the order of their first problem, each with its kinds, the gravest first. */
export function problemTabs(scene: Scene, { problems, unlisted }: Listed): ProblemTab[] {
  const { words, query } = scene;
  const spotOf = spotsIn(scene);
  return [...groupBy(problems, ({ at }) => at.tab)].map(([tab, own], number) => {
    const counted = unlisted.filter(({ like }) => like.at.tab === tab);
    const kinds = [...groupBy(own, kindOf).values()].toSorted(
      ([one], [other]) => gravity(one?.level) - gravity(other?.level),
    );
    const anchor = `problems-${String(number + 1)}`;
    return {
      ...{ tab, anchor },
      isOpen: problems.length <= OPEN || query['tab'] === tab,
      counts: levelCounts(countLevels(own, counted), words.today).join(', '),
      kinds: kinds.map((kind) => kindView(kind, { scene, anchor, spotOf })),
    };
  });
}

const gravities: readonly Level[] = ['error', 'warning', 'info'];
const gravity = (level: Level = 'info'): number => gravities.indexOf(level);

interface Shown {
  readonly scene: Scene;
  readonly anchor: string;
  readonly spotOf: (at: Problem['at']) => Spot;
}

function kindView(kind: readonly Problem[], { scene, anchor, spotOf }: Shown): Kind {
  const { words, standard, query, snapshot } = scene;
  const [first] = kind;
  if (first === undefined) return { rows: [] };
  const name = `${first.code}.${first.level}`;
  const isWhole = query['tab'] === first.at.tab && query['kind'] === name;
  const sorted = kind.toSorted((one, other) => (one.at.row ?? 0) - (other.at.row ?? 0));
  // One in place of a link would save nothing.
  const few = kind.length === FEW + 1 ? kind.length : FEW;
  const shown = isWhole ? sorted : sorted.slice(0, few);
  const asked = new URLSearchParams({ tab: first.at.tab, ...(isWhole ? {} : { kind: name }) }).toString();
  const text = isWhole ? words.today.showFew : words.today.showMore(kind.length - few);
  const counted = snapshot.reading.unlisted.find(({ like }) => kindOf(like) === kindOf(first));
  return {
    rows: shown.map((one, index) =>
      problemView(one, `${anchor}-${name}-${String(index)}`, { scene, spotOf }),
    ),
    ...(kind.length <= few ? {} : { more: { href: `/${standard}/today?${asked}#${anchor}`, text } }),
    ...(counted === undefined ? {} : { unlisted: words.today.unlisted(counted.count) }),
  };
}

export function problemView(
  one: Problem,
  key: string,
  { scene: { words, standard }, spotOf }: Pick<Shown, 'scene' | 'spotOf'>,
): Kind['rows'][number] {
  const { message, advice } = wordProblem(one, standard);
  const isSaid = one.value === undefined || message.includes(one.value);
  return {
    ...{ key, level: one.level, levelName: words.today.levelNames[one.level], spot: spotOf(one.at) },
    ...(isSaid ? {} : { found: one.value }),
    ...{ message, advice: adviceHtml(advice, standard), foundWord: words.today.found },
  };
}
