/**
 * The state of the check of a template: which fields it can see, and what the blocks around it have ensured.
 */
import { nearest } from '../../domain/nearest.ts';
import { templateFault } from './fault.ts';
import type { TemplateFault, TemplatePlace } from './fault.ts';
import type { Path } from './syntax.ts';
import { fieldNames, fieldOf, narrowed, numberShape, textShape, truthShape } from './view-shape.ts';
import type { Shape } from './view-shape.ts';

/** A place in the view. */
export interface Spot {
  readonly shape: Shape;
  /** Identifies this place, also among the rows of two `{{#each}}`. */
  readonly key: string;
  /** As people write it: `cases[].title`. Empty for the view itself. */
  readonly name: string;
}

/** What blocks have ensured, by the key of the place. */
export interface Certainty {
  readonly present: ReadonlySet<string>;
  readonly equal: ReadonlyMap<string, unknown>;
}

export const nothingCertain: Certainty = { present: new Set(), equal: new Map() };

export function alsoCertain(one: Certainty, other: Certainty): Certainty {
  return {
    present: new Set([...one.present, ...other.present]),
    equal: new Map([...one.equal, ...other.equal]),
  };
}

export interface Scope {
  /** The file that is being read, a partial's while it is. */
  readonly file: string;
  readonly root: Spot;
  /** What `this` is, and before it what `../` reaches, the nearest last. */
  readonly spots: readonly Spot[];
  readonly blockParams: ReadonlyMap<string, Spot>;
  readonly certain: Certainty;
  /** Whether `@index` and the like are available. */
  readonly isInEach: boolean;
  /** The partials that led here. */
  readonly partials: readonly string[];
}

/** A fault. The report adds file and place. */
export type FoundFault = Pick<TemplateFault, 'code' | 'field'> &
  Partial<Pick<TemplateFault, 'known' | 'nearest' | 'detail'>>;

/** What the check of a template collects. */
export class Report {
  readonly #faults = new Map<string, TemplateFault>();
  readonly #fields = new Set<string>();

  /** A partial that is used in several places is reported once. */
  add(scope: Scope, place: TemplatePlace, fault: FoundFault): void {
    const whole = { ...templateFault(place, fault), file: scope.file };
    this.#faults.set([whole.file, whole.line, whole.column, whole.code, whole.field].join('\n'), whole);
  }

  /** Groups are left out: `{{#with chair}}{{name}}` and `{{chair.name}}` use the same field. */
  use(spot: Spot): void {
    const isGroup = spot.shape.options.every((option) => option.kind === 'group' || option.kind === 'record');
    if (spot.name !== '' && !isGroup) this.#fields.add(spot.name);
  }

  /** In the order of files, lines and columns. */
  faults(): readonly TemplateFault[] {
    return [...this.#faults.values()].sort(
      (one, other) =>
        Number(one.file > other.file) - Number(one.file < other.file) ||
        one.line - other.line ||
        one.column - other.column,
    );
  }

  fields(): readonly string[] {
    return [...this.#fields].sort();
  }
}

export type Resolved = { readonly spot: Spot; readonly fault?: undefined } | { readonly fault: FoundFault };

const eachData: ReadonlyMap<string, Shape> = new Map([
  ['index', numberShape],
  ['key', textShape],
  ['first', truthShape],
  ['last', truthShape],
]);

export function isPresent(spot: Spot, certain: Certainty): boolean {
  return certain.present.has(spot.key) || !(spot.shape.mayBeAbsent || spot.shape.mayBeNull);
}

function unknownField(path: Path, part: string, known: readonly string[]): Resolved {
  return { fault: { code: 'unknown-field', field: path.original, known, nearest: nearest(part, known) } };
}

/** The place that the path starts from, and the parts that lead on from there. */
function startOf(
  path: Path,
  scope: Scope,
): { readonly spot: Spot; readonly parts: readonly string[] } | Resolved {
  const [first = '', ...rest] = path.parts;
  if (path.data) {
    if (first === 'root' && path.depth === 0) return { spot: scope.root, parts: rest };
    const shape = scope.isInEach && path.depth === 0 && rest.length === 0 ? eachData.get(first) : undefined;
    const known = ['@root', ...(scope.isInEach ? [...eachData.keys()].map((name) => `@${name}`) : [])];
    return shape === undefined
      ? unknownField(path, `@${first}`, known)
      : { spot: { shape, key: '', name: '' }, parts: [] };
  }
  const isScoped = /^(?:\.\.?\/|this\b)/u.test(path.original);
  const param = isScoped ? undefined : scope.blockParams.get(first);
  if (param !== undefined) return { spot: param, parts: rest };
  const spot = scope.spots.at(-1 - path.depth);
  if (spot === undefined) return { fault: { code: 'outside', field: path.original } };
  return { spot, parts: path.parts };
}

function step(spot: Spot, part: string, certain: Certainty): Spot | undefined {
  let { shape } = spot;
  for (const [key, value] of certain.equal) {
    const isSibling = key.startsWith(`${spot.key}.`) && !key.slice(spot.key.length + 1).includes('.');
    if (isSibling) shape = narrowed(shape, key.slice(spot.key.length + 1), value);
  }
  const field = fieldOf(shape, part);
  if (field === undefined) return undefined;
  return { shape: field, key: `${spot.key}.${part}`, name: spot.name === '' ? part : `${spot.name}.${part}` };
}

/** Follows a path into the view. The last field may be missing; those on the way there may not. */
export function resolvePath(path: Path, scope: Scope): Resolved {
  const start = startOf(path, scope);
  if (!('parts' in start)) return start;
  let { spot } = start;
  for (const part of start.parts) {
    if (!isPresent(spot, scope.certain)) return { fault: { code: 'maybe-missing', field: spot.name } };
    const next = step(spot, part, scope.certain);
    if (next === undefined) return unknownField(path, part, fieldNames(spot.shape));
    spot = next;
  }
  return { spot };
}
