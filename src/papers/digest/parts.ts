/** The order in which a digest tells its news: what has changed first, then what only the other party knew, by date. */
import { eachVersion, plainIn, type StandardText } from '../../domain/standard-text.ts';
import type { Facts } from '../../domain/statement.ts';
import { groupBy } from '../../domain/group.ts';
import { stateIn, timeIn } from './changes.ts';
import type { Thing } from './things.ts';
import type { DigestChange, DigestItem, DigestView } from './view.ts';

/** Something to tell: a thing with what is new about it, or one that is not told of any more. */
export interface News {
  readonly id: string;
  readonly title: StandardText;
  /** Absent for one that is not told of any more. */
  readonly thing: Thing | undefined;
  /** What was said of it last; absent if it is new. */
  readonly said: Facts | undefined;
  /** Empty if it is new, or not told of any more. */
  readonly changes: readonly DigestChange[];
}

type Told = News & { readonly thing: Thing };
type Part = DigestView['parts'][number];
type Entry = Part['entries'][number];

const firstDay = ({ thing }: News): string =>
  (thing === undefined ? undefined : timeIn(thing.facts)?.first) ?? '9';

const byDay = (one: News, other: News): number =>
  firstDay(one) < firstDay(other) ? -1 : Number(firstDay(one) > firstDay(other));

const nameOf = ({ title }: News): string => plainIn(title, 'nb');

const byTitle = (one: News, other: News): number => nameOf(one).localeCompare(nameOf(other), 'nb');

/** Those without a day come last. */
const byTime = (one: News, other: News): number => byDay(one, other) || byTitle(one, other);

/** What is over can wait longest. */
export const byUrgency = (one: News, other: News): number =>
  Number(isOver(one)) - Number(isOver(other)) || byTime(one, other);

const isOver = ({ thing }: News): boolean =>
  thing !== undefined && (thing.facts.state === 'done' || thing.facts.state === 'past');

const isTold = (news: News): news is Told => news.thing !== undefined;

const orders = {
  changed: byUrgency,
  coming: byTime,
  examples: byTime,
  over: (one: News, other: News): number => byDay(other, one) || byTitle(one, other),
  joint: byTime,
} as const satisfies Readonly<Record<Part['kind'], (one: News, other: News) => number>>;

/** What is told of things that are there, in the order of the digest. */
export function partsOf(told: readonly News[]): DigestView['parts'] {
  const byKind = groupBy(told.filter(isTold), kindOf);
  return (['changed', 'coming', 'examples', 'over', 'joint'] as const).flatMap((kind) => {
    const own = (byKind.get(kind) ?? []).toSorted(orders[kind]);
    const entries = kind === 'coming' ? bundled(own) : own.map((one) => single(one, kind));
    return entries.length === 0 ? [] : [{ kind, entries }];
  });
}

/** What both do, both know, so it comes last. */
function kindOf({ thing, said }: Told): Part['kind'] {
  if (said !== undefined) return 'changed';
  if (thing.party === 'both') return 'joint';
  if (thing.facts.state === undefined) return 'examples';
  return thing.facts.state === 'coming' ? 'coming' : 'over';
}

function single(told: Told, kind: Part['kind']): Entry {
  const { facts } = told.thing;
  const place = kind === 'examples' ? (facts.place ?? undefined) : undefined;
  return { name: told.title, when: timeIn(facts), place, items: [itemOf(told)] };
}

/** `BYLIVkonferansen` of «BYLIVkonferansen: endelig program» and of «BYLIVkonferansen 2027: Det nære stedet». */
const stemOf = (title: string): string | undefined =>
  /^(?<stem>[^:]+?)(?: 20\d\d)?: \S/u.exec(title)?.groups?.['stem'];

/** What a title has after the stem, in the standard in which that begins it. */
const labelOf =
  (stem: StandardText) =>
  (title: string): string => {
    const begins = [plainIn(stem, 'nb'), plainIn(stem, 'nn')].find((one) => title.startsWith(`${one}: `));
    return begins === undefined ? title : title.slice(begins.length + 2);
  };

/** Things whose titles begin alike, such as the milestones of a conference, are told as one, where the first of them is. */
function bundled(sorted: readonly Told[]): Entry[] {
  const bundles = groupBy(sorted, (one) => `${one.thing.number} ${stemOf(nameOf(one)) ?? one.id}`);
  return [...bundles.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const stem = own.length === 1 ? undefined : eachVersion(first.title, stemOf);
    if (stem === undefined) return own.map((one) => single(one, 'coming'));
    return [
      {
        name: stem,
        when: timeIn(first.thing.facts),
        items: own.map((one) => ({ ...itemOf(one), label: eachVersion(one.title, labelOf(stem)) })),
      },
    ];
  });
}

function itemOf({ id, title, thing, said, changes }: Told): DigestItem {
  const fresh = said === undefined ? freshOf(thing) : undefined;
  return {
    id,
    title,
    isJoint: thing.party === 'both',
    when: timeIn(thing.facts),
    fresh,
    changes: [...changes],
  };
}

/** What both do, both know: only when and where. */
function freshOf({ facts, party, description }: Thing): DigestItem['fresh'] {
  const { link, registration, recording, slides } = facts;
  const state = stateIn(facts) ?? 'coming';
  return {
    state: state === 'past' || state === 'done' || state === 'cancelled' ? state : 'coming',
    when: timeIn(facts),
    place: facts.place ?? undefined,
    ...(party !== 'both' && {
      link: link ?? undefined,
      description,
      registration: registration ?? undefined,
      recording: recording ?? undefined,
      slides: slides ?? undefined,
    }),
  };
}

/** What the subject names: the first thing that is told, and how many more there are. */
export function leadOf(
  parts: DigestView['parts'],
  removed: DigestView['removed'],
  total: number,
): DigestView['lead'] {
  const entry = parts[0]?.entries[0];
  if (entry === undefined) {
    const [first] = removed;
    return first === undefined ? undefined : { title: first.title, news: 'removed', others: total - 1 };
  }
  const isOff = entry.items.some(
    ({ fresh, changes }) =>
      fresh?.state === 'cancelled' || changes.some((one) => one.fact === 'state' && one.news === 'cancelled'),
  );
  return { title: entry.name, news: isOff ? 'cancelled' : 'told', others: total - entry.items.length };
}
