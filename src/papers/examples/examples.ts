/** The catalogue of examples (the agreement's activity 5). Same register and day: same catalogue. */
import type { StandardText } from '../../domain/standard-text.ts';
import { comparedText } from '../../domain/compare.ts';
import { groupBy } from '../../domain/group.ts';
import { normaliseId } from '../../domain/id.ts';
import { parseUrl } from '../../domain/url.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Example } from '../../register/tabs/examples.ts';
import { partyOf, partyOrder } from '../people.ts';
import { requireSharing } from '../sharing.ts';
import { titlesOf } from '../titles.ts';
import { examplePlace, type ExamplePlace } from './places.ts';
import { lacksOf } from './state.ts';
import type { ExamplesView, ExampleView } from './view.ts';

interface Placed {
  readonly county: { readonly number: string; readonly name: string } | undefined;
  readonly example: ExampleView;
}

/** The catalogue's view. `now` is Oslo time. Throws UserError when it is not known what may be shown to the partner. */
export function examples(register: Register, now: WallTime): ExamplesView {
  requireSharing(register);
  const today = dayOf(now);
  const titleOf = titlesOf(register);
  const shown = new Map(
    register.activities
      .filter(({ shared }) => shared)
      .map((activity) => [activity.id, usedView(activity, titleOf(activity))]),
  );
  const regions = regionsOf(register);
  const placed = register.examples.map((example) =>
    placedExample(example, examplePlace(example.municipality, regions), shown, today),
  );
  const byCounty = [...groupBy(placed, ({ county }) => county?.number ?? '')]
    .sort(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : one < other ? -1 : 1))
    .map(([, own]) => ({
      county: own[0]?.county?.name,
      examples: own.map(({ example }) => example).sort(byPlace),
    }));
  const all = byCounty.flatMap((group) => group.examples);
  const ready = all.filter(isReady);
  const toDo = all.filter((one) => !isReady(one));
  const ownerOf = partyOf(register);
  return {
    asOf: today,
    total: all.length,
    ready: ready.length,
    toDo,
    parties: partyOrder
      .map((party) => ({ party, toDo: toDo.filter(({ raisedBy }) => ownerOf(raisedBy) === party) }))
      .filter((own) => own.toDo.length > 0),
    counties: byCounty
      .map(({ county, examples: own }) => ({ county, examples: own.filter(isReady) }))
      .filter((own) => own.examples.length > 0),
    themes: themesOf(ready),
  };
}

const isReady = ({ lacks }: ExampleView): boolean => lacks.length === 0;

const compare = (one: string, other: string): number => one.localeCompare(other, 'nb');

const byPlace = (one: ExampleView, other: ExampleView): number =>
  compare(one.place, other.place) || compare(one.title, other.title);

function placedExample(
  example: Example,
  { name, county }: ExamplePlace,
  shown: ReadonlyMap<string, UsedView>,
  today: Day,
): Placed {
  const { id, title, themes = [], description, link, checkedOn, imageRight, raisedBy, usedIn = [] } = example;
  return {
    county,
    example: {
      id,
      title,
      place: name,
      themes: [...themes],
      description,
      link,
      site: siteOf(link),
      checkedOn,
      imageRight,
      asksPictures: imageRight === undefined,
      raisedBy,
      lacks: [...lacksOf(example, today)],
      usedIn: usedIn.flatMap((used) => shown.get(normaliseId(used)) ?? []),
    },
  };
}

const siteOf = (link: string | undefined): string | undefined =>
  link === undefined ? undefined : parseUrl(link)?.hostname.replace(/^www\./u, '');

type UsedView = ExampleView['usedIn'][number];

function usedView({ id, start }: Activity, title: StandardText): UsedView {
  if (start === undefined) return { id, title };
  const { precision, first, last } = start;
  return { id, title, when: { precision, first, last } };
}

/** Themes are compared without regard to case and the like, and shown as they were first written. */
function themesOf(all: readonly ExampleView[]): ExamplesView['themes'] {
  const themes = groupBy(
    all.flatMap(({ title, themes: own }) => own.map((theme) => ({ theme, title }))),
    ({ theme }) => comparedText(theme),
  );
  return [...themes.values()]
    .map((uses) => ({
      theme: uses[0]?.theme ?? '',
      examples: [...new Set(uses.map(({ title }) => title))].sort(compare),
    }))
    .sort((one, other) => other.examples.length - one.examples.length || compare(one.theme, other.theme));
}
