/**
 * The papers that were looked at while the page runs: each is made once for a state of the register and of the templates, and what was
 * last seen of it is kept, so that what is new since can be marked.
 */
import { clock } from '../../../language/dates.ts';
import { wallTimeOfUtc, type WallTime } from '../../../domain/time.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../domain/written-standard.ts';
import { templatesState } from '../../papers/load-templates.ts';
import { faultOf, type Fault } from '../fault.ts';
import { LastUsed } from '../last-used.ts';
import type { Scene } from '../screen.ts';
import { differencesOf, type Difference } from '../differences.ts';
import { makePaper, type Made, type Version, type Wanted } from './making.ts';

/** So many papers are kept, each in one written standard, and so much of them: one of a large register may take megabytes. */
const MOST_KEPT = { count: 80, characters: 30_000_000 };

interface Kept {
  /** The state of the register and the templates that it was last made from. */
  stamp: string;
  /** In which standard the fault, and what the command said, are. */
  spoken: NorwegianStandard;
  fault: Fault | undefined;
  made: Made | undefined;
  /** When `made` was made (the clock in Oslo). */
  at: string;
  /** Since when its changes are marked: when it was first made, or last seen (Oslo). */
  since: WallTime | undefined;
  /** What was seen last of each of its pages. */
  seen: readonly (Version | undefined)[];
  /** Each of its pages before it last became another: what has changed last is shown first. */
  before: readonly (Version | undefined)[];
}

/** One page as it is now, with what has changed. */
export interface Shown {
  readonly version: Version;
  /** Since it was last seen. */
  readonly changes: readonly Difference[];
  /** The block that changed last, for the frame to begin with. */
  readonly latest: string | undefined;
}

export interface OnShelf {
  /** Why it cannot be made now; `pages` are then those of the last time. */
  readonly fault?: Fault;
  readonly at: string;
  readonly since: WallTime | undefined;
  readonly pages: readonly Shown[];
  readonly said: readonly string[];
}

const textsIn = (version: Version | undefined): readonly string[] =>
  version?.blocks.map(({ text }) => text) ?? [];

/** Each page once, though it may be what was seen last too. Its blocks have its text once more. */
function charactersOf({ made, seen, before }: Kept): number {
  const pages = new Set([...(made?.versions ?? []), ...seen, ...before]);
  return [...pages].reduce((sum, page) => sum + 2 * (page?.html.length ?? 0), 0);
}

const keyOf = ({ paper, flags, standard }: Wanted): string =>
  JSON.stringify([paper.name, standard, Object.entries(flags).toSorted()]);

/** The time of day in Oslo. */
export const timeIn = ({ instant, snapshot }: Pick<Scene, 'instant' | 'snapshot'>): WallTime =>
  wallTimeOfUtc(instant()) ?? snapshot.settings.now;

export class Shelf {
  readonly #kept = new LastUsed<Kept>(MOST_KEPT, charactersOf);
  readonly #make: typeof makePaper;

  constructor(make = makePaper) {
    this.#make = make;
  }

  /** The paper as it is now. Makes it only where the register or the templates are other than when it was made last, or it says something in the other standard. */
  async look(scene: Scene, wanted: Wanted): Promise<OnShelf> {
    const key = keyOf(wanted);
    const kept = this.#kept.get(key) ?? {
      ...{ stamp: '', spoken: scene.standard },
      ...{ fault: undefined, made: undefined, at: '', since: undefined, seen: [], before: [] },
    };
    const templates = templatesState(Object.keys(wanted.paper.templates), wanted.standard);
    const stamp = `${String(scene.snapshot.number)}\n${templates}`;
    const saysNothing = kept.fault === undefined && (kept.made?.said ?? []).length === 0;
    if (kept.stamp !== stamp || (kept.spoken !== scene.standard && !saysNothing)) {
      await this.#makeAgain(kept, scene, wanted);
      kept.stamp = stamp;
      kept.spoken = scene.standard;
    }
    this.#kept.keep(key, kept);
    return shownOf(kept);
  }

  async #makeAgain(kept: Kept, scene: Scene, wanted: Wanted): Promise<void> {
    try {
      const made = await this.#make(scene, wanted);
      const old = kept.made;
      kept.before = made.versions.map((version, index) => {
        const last = old?.versions[index];
        return last?.hash === version.hash ? kept.before[index] : last;
      });
      const now = timeIn(scene);
      if (old === undefined) [kept.seen, kept.since] = [made.versions, now];
      kept.made = made;
      kept.at = clock(now);
      kept.fault = undefined;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      kept.fault = fault;
    }
  }

  /** Somebody has seen the pages with these hashes at this time (Oslo), of the paper in both written standards. */
  see(wanted: Omit<Wanted, 'standard'>, hashes: ReadonlySet<string>, now: WallTime): void {
    for (const standard of norwegianStandards) {
      const kept = this.#kept.get(keyOf({ ...wanted, standard }));
      if (kept === undefined) continue;
      const pages = kept.made?.versions ?? [];
      if (pages.length > 0 && pages.every(({ hash }) => hashes.has(hash))) kept.since = now;
      kept.seen = pages.map(
        (version, index) =>
          // It may have become another while the person pressed the button.
          [version, kept.before[index]].find((one) => one !== undefined && hashes.has(one.hash)) ??
          kept.seen[index],
      );
    }
  }
}

function shownOf({ fault, made, at, since, seen, before }: Kept): OnShelf {
  const pages = (made?.versions ?? []).map((version, index): Shown => {
    const texts = textsIn(version);
    const old = seen[index];
    const changes = old?.hash === version.hash ? [] : differencesOf(textsIn(old), texts);
    const last = before[index];
    const latest = last === undefined ? changes[0] : differencesOf(textsIn(last), texts)[0];
    const block = latest && (version.blocks[latest.at] ?? version.blocks.at(-1));
    return { version, changes, latest: block?.id };
  });
  return { ...(fault === undefined ? {} : { fault }), at, since, pages, said: made?.said ?? [] };
}
