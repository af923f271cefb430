/** Where examples are, and which county a contact was with. */
import { nearest } from '../../domain/nearest.ts';
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { counties } from '../data/counties.ts';
import { municipalities, municipalityByNumber, successorsOf } from '../data/municipalities.ts';
import type { Rule } from '../register.ts';
import { countyNamed, formerNumberOf, municipalitiesNamed, numbered } from './area-names.ts';
import { cellAt } from './at.ts';

/** An example is in a municipality, or in several: by name or by number. */
export const examplesAreSomewhere: Rule = function* ({ examples, tabs }) {
  const checked = new Map<string, Verdict>();
  for (const example of examples) {
    for (const written of partsOf(example.municipality ?? '')) {
      const verdict = checked.get(written) ?? check(written);
      checked.set(written, verdict);
      if (verdict === 'known') continue;
      yield notAMunicipality(verdict, cellAt(tabs.examples, example, 'municipality'), written);
    }
  }
};

type Verdict =
  'known' | { readonly successors: readonly string[] } | { readonly nearest: string | undefined };

/** By name, by number, or by both: «4601 Bergen». An example may also be a county's. */
const isKnown = (written: string): boolean =>
  municipalitiesNamed(written.replace(/^\d{4} /u, '')).length > 0 ||
  municipalityByNumber(written) !== undefined ||
  countyNamed(written) !== undefined;

/** No municipality has «og», a comma or a slash in its name, so these separate several. */
function partsOf(written: string): readonly string[] {
  if (isKnown(written)) return [];
  return written
    .split(/[,;/]| og /u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isKnown(part));
}

function check(written: string): Verdict {
  const successors = successorsOf(/^\d{4}$/u.test(written) ? written : (formerNumberOf(written) ?? ''));
  if (successors !== undefined) return { successors: successors.map(nameOf) };
  return { nearest: nearest(written, namesInUse()) };
}

const namesInUse = (): readonly string[] => municipalities().map(({ name }) => name);

const nameOf = (number: string): string => {
  const municipality = municipalityByNumber(number);
  return municipality === undefined ? number : numbered(municipality);
};

function notAMunicipality(verdict: Exclude<Verdict, 'known'>, at: Place, written: string): Problem {
  if ('successors' in verdict) return problem('municipality-replaced', 'warning', at, verdict, written);
  const args = verdict.nearest === undefined ? {} : { nearest: verdict.nearest };
  return problem('municipality-unknown', 'warning', at, args, written);
}

/**
 * A contact was with a county or with a network, which may have any name: only a likely misspelling of a county is
 * reported. At most two letters wrong, so that «Østlandet» is not read as «Innlandet».
 */
export const dialoguesNameCounties: Rule = function* ({ dialogues, tabs }) {
  const checked = new Map<string, string | undefined>();
  for (const dialogue of dialogues) {
    const { county } = dialogue;
    if (county === undefined) continue;
    if (!checked.has(county)) checked.set(county, countyNamed(county) ? undefined : nearestCounty(county));
    const near = checked.get(county);
    if (near === undefined) continue;
    yield problem(
      'county-unknown',
      'warning',
      cellAt(tabs.dialogues, dialogue, 'county'),
      { nearest: near },
      county,
    );
  }
};

function nearestCounty(written: string): string | undefined {
  const names = counties().map(({ name }) => name);
  return nearest(written.replace(/ (?:fylkeskommune|fylke)\s*$/iu, ''), names, 2);
}
