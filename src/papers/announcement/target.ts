/**
 * Whom a mailing is aimed at, as written on the command line:
 *
 *     target    = area *( "," area )            any of these
 *     area      = condition *( "+" condition )  all of these at once
 *     condition = key ":" value *( ";" value )  any of these values
 *
 * Keys: `sentralitet:5-6` (a class or a span of them), `fylke:Vestland`, `kommune:4601;4640` (numbers or names),
 * `slag:kommune` or `slag:fylkeskommune`, `liste:webinar` (a list in Kontakter). Contacts are meant only where a list is
 * named. So `fylke:Vestland;Rogaland+sentralitet:5-6,liste:webinar` means the district municipalities of two counties,
 * and in addition everyone on the list.
 */
import { comparedList } from '../../domain/compare.ts';
import { nearest } from '../../domain/nearest.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { joinedByAnd, joinedByOr } from '../../language/spoken.ts';
import { counties } from '../../register/data/counties.ts';
import {
  municipalities,
  municipalityByNumber,
  successorsOf,
  type Municipality,
} from '../../register/data/municipalities.ts';
import { requireCurrent } from '../former-counties.ts';
import { recipientKinds, type RecipientKind } from '../../register/lists.ts';
import { countyNamed, municipalitiesNamed, numbered } from '../../register/rules/area-names.ts';

/** One condition. Numbers are those of today. */
export type Condition =
  | { readonly key: 'centrality'; readonly classes: ReadonlySet<number> }
  | { readonly key: 'county'; readonly numbers: ReadonlySet<string> }
  | { readonly key: 'municipality'; readonly numbers: ReadonlySet<string> }
  | { readonly key: 'kind'; readonly kinds: ReadonlySet<RecipientKind> }
  | { readonly key: 'list'; readonly lists: ReadonlySet<string> };

/** Conditions that must all hold. */
export type Area = readonly Condition[];

export interface Target {
  /** As it was written, for showing. */
  readonly text: string;
  readonly areas: readonly Area[];
}

/** Distriktskommuner: the two least central of SSB's classes, which Distriktssenteret is instructed to give priority. */
export const defaultTarget = 'sentralitet:5-6';

const examples = (): string =>
  msg`Write for example --target "fylke:Vestland+sentralitet:5-6" or --target "kommune:4601;4640". Keys: sentralitet, fylke, kommune, slag, liste.`;

/**
 * Reads a target. `lists` are the lists that contacts are on. Throws UserError for a target that cannot be read and for an
 * unknown area, naming the nearest known one.
 */
export function parseTarget(text: string, lists: Iterable<string>): Target {
  const known = [...lists];
  const areas = text
    .split(',')
    .map((area) => area.split('+').map((condition) => parseCondition(condition, known)));
  return { text: text.trim(), areas };
}

type ConditionReader = (values: readonly string[], lists: readonly string[]) => Condition;

const readers: Readonly<Record<string, ConditionReader>> = {
  sentralitet: (values) => ({ key: 'centrality', classes: new Set(values.flatMap(centralityClasses)) }),
  fylke: (values) => ({ key: 'county', numbers: new Set(values.map(countyNumber)) }),
  kommune: (values) => ({ key: 'municipality', numbers: new Set(values.map(municipalityNumber)) }),
  slag: (values) => ({ key: 'kind', kinds: new Set(values.map(recipientKind)) }),
  liste: (values, lists) => ({ key: 'list', lists: new Set(values.map((value) => listName(value, lists))) }),
};

const didYouMean = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : msg`Did you mean «${near}»?`;

function parseCondition(text: string, lists: readonly string[]): Condition {
  const colon = text.indexOf(':');
  const key = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const values = text
    .slice(colon + 1)
    .split(';')
    .map((value) => value.trim());
  if (colon < 0 || values.some((value) => value === '')) {
    throw new UserError(msg`«${text.trim()}» in the target is not a condition.`, examples());
  }
  const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
  if (read !== undefined) return read(values, lists);
  const near = nearest(key, Object.keys(readers));
  throw new UserError(
    msg`The target has no key «${key}».`,
    near === undefined ? examples() : msg`Did you mean «${near}:»?`,
  );
}

function centralityClasses(value: string): readonly number[] {
  const match = /^(?<from>[1-6])(?:\s*[-–]\s*(?<to>[1-6]))?$/u.exec(value);
  const from = Number(match?.groups?.['from']);
  const to = Number(match?.groups?.['to'] ?? from);
  if (match === null || to < from) {
    throw new UserError(
      msg`«${value}» is not a centrality.`,
      msg`Write a class from 1 (most central) to 6, or a range: sentralitet:5-6.`,
    );
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function countyNumber(value: string): string {
  const found = countyNamed(value) ?? counties().find(({ number }) => number === value);
  if (found !== undefined) return found.number;
  requireCurrent(value, (names) => msg`Write those that are meant: fylke:${names.join(';')}.`);
  const near = nearest(
    value,
    counties().map(({ name }) => name),
  );
  throw new UserError(
    msg`There is no county «${value}».`,
    didYouMean(near, msg`Write its name, or its number with two digits.`),
  );
}

function municipalityNumber(value: string): string {
  if (/^\d+$/u.test(value)) return currentNumber(value);
  const [only, ...others] = municipalitiesNamed(value);
  if (only === undefined) {
    const near = nearest(
      value,
      municipalities().map(({ name }) => name),
    );
    throw new UserError(
      msg`There is no municipality «${value}».`,
      didYouMean(near, msg`Write its name, or its number with four digits.`),
    );
  }
  if (others.length === 0) return only.number;
  const all = joinedByAnd([only, ...others].map(numbered));
  throw new UserError(
    msg`There are several municipalities called «${value}»: ${all}.`,
    msg`Write the number of the one you mean: kommune:${only.number}.`,
  );
}

function currentNumber(number: string): string {
  if (municipalityByNumber(number) !== undefined) return number;
  const successors = successorsOf(number);
  const near = nearest(
    number,
    municipalities().map((one) => one.number),
  );
  const known = (one: string): Municipality | undefined => municipalityByNumber(one);
  if (successors === undefined) {
    const named = known(near ?? '');
    throw new UserError(
      msg`No municipality has the number ${number}.`,
      didYouMean(named === undefined ? undefined : numbered(named), msg`Write the number with four digits.`),
    );
  }
  const names = successors.flatMap((one) => known(one) ?? []).map(numbered);
  throw new UserError(
    msg`The number ${number} is no longer in use.`,
    msg`Write the number that replaced it: ${joinedByOr(names)}.`,
  );
}

function recipientKind(value: string): RecipientKind {
  const folded = value.toLowerCase();
  if (recipientKinds.municipality.some((word) => word === folded)) return 'municipality';
  if (recipientKinds.county.some((word) => word === folded)) return 'county';
  throw new UserError(
    msg`There is no kind of recipient «${value}».`,
    msg`Write slag:kommune or slag:fylkeskommune.`,
  );
}

function listName(value: string, lists: readonly string[]): string {
  const wanted = comparedList(value);
  if (lists.some((list) => comparedList(list) === wanted)) return wanted;
  throw new UserError(
    msg`No contact is on a list «${value}».`,
    didYouMean(
      nearest(value, lists),
      msg`Write the name as in the column Lister of Kontakter, or add it to the contacts who belong on it.`,
    ),
  );
}

/**
 * The county that a target is aimed at: the only one, if every area names it and no other. Municipalities named one by
 * one do not make a county.
 */
export function aimedCounty({ areas }: Target): string | undefined {
  const named = areas.map((area) => {
    const condition = area.find(({ key }) => key === 'county');
    return condition?.key === 'county' && condition.numbers.size === 1 ? [...condition.numbers] : [];
  });
  const numbers = new Set(named.flat());
  const isAimed = named.every((one) => one.length === 1) && numbers.size === 1;
  return isAimed ? [...numbers][0] : undefined;
}
