/** The check of what is inside the braces: fields, literals, and helpers with their arguments. */
import { msg } from '../../domain/msg.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Guard, Helper } from './helper.ts';
import { argumentCounts } from './gate.ts';
import { alsoCertain, isPresent, nothingCertain, resolvePath } from './scope.ts';
import type { Certainty, Report, Scope, Spot } from './scope.ts';
import { bareWord } from './syntax.ts';
import type { Expression, Hash, Literal, Path } from './syntax.ts';
import { kindOf, kindWords, textShape, truthShape, valuesOf, valuesShape } from './view-shape.ts';
import type { Shape } from './view-shape.ts';

interface Invocation {
  readonly loc: Path['loc'];
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

interface Outcome {
  readonly whenTrue: Certainty;
  readonly whenFalse: Certainty;
}

function written(expression: Expression): string {
  if (expression.type === 'SubExpression') return `(${expression.path.original} …)`;
  return expression.original === undefined ? expression.type : String(expression.original);
}

function literalShape(literal: Literal): Shape {
  if (literal.type === 'NullLiteral') return valuesShape([null]);
  return valuesShape([literal.type === 'UndefinedLiteral' ? undefined : literal.value]);
}

/** Why a guard would not let a value of this shape through, or undefined. */
function refusal(guard: Guard<unknown>, shape: Shape): string | undefined {
  for (const option of shape.options) {
    const kind = kindOf(option);
    if (kind === 'anything') continue;
    if (!guard.kinds.includes(kind)) return msg`must be ${guard.expected()}, and this is ${kindWords[kind]()}`;
    const refused = valuesOf(option)?.find((value): boolean => !guard.accepts(value));
    if (refused !== undefined) return msg`must be ${guard.expected()}, and this can be ${JSON.stringify(refused)}`;
  }
  return undefined;
}

/** The values that a closed list allows; undefined where the schema allows others too. */
function possibleValues(shape: Shape): readonly unknown[] | undefined {
  const lists = shape.options.map(valuesOf);
  const known = lists.filter((list) => list !== undefined);
  return known.length === lists.length ? known.flat() : undefined;
}

function mayBeRefusedAsMissing(guard: Guard<unknown>, shape: Shape): boolean {
  return (shape.mayBeAbsent && !guard.accepts(undefined)) || (shape.mayBeNull && !guard.accepts(null));
}

export class Expressions {
  readonly #helpers: ReadonlyMap<string, Helper>;
  readonly #report: Report;

  constructor(helpers: ReadonlyMap<string, Helper>, report: Report) {
    this.#helpers = helpers;
    this.#report = report;
  }

  /** The place that a path leads to; undefined, and reported, if it leads nowhere. */
  spot(path: Path, scope: Scope): Spot | undefined {
    const resolved = resolvePath(path, scope);
    if (resolved.fault !== undefined) {
      this.#report.add(scope, path.loc, resolved.fault);
      return undefined;
    }
    this.#report.use(resolved.spot);
    return resolved.spot;
  }

  /** What the expression can be at this place; undefined where that is unknown, which is then reported. */
  shape(expression: Expression, scope: Scope): Shape | undefined {
    if (expression.type === 'SubExpression') return this.call(expression.path, expression, scope);
    if (expression.type !== 'PathExpression') return literalShape(expression);
    const spot = this.spot(expression, scope);
    if (spot === undefined) return undefined;
    return isPresent(spot, scope.certain)
      ? { ...spot.shape, mayBeAbsent: false, mayBeNull: false }
      : spot.shape;
  }

  /** A helper's result, after a check of its arguments. */
  call(name: Path, node: Invocation, scope: Scope): Shape | undefined {
    const helper = this.#helpers.get(bareWord(name) ?? '');
    const shapes = node.params.map((param) => this.shape(param, scope));
    this.refuseNamed(name.original, node, scope);
    if (helper === undefined) {
      const known = [...this.#helpers.keys()];
      const field = name.original;
      this.#report.add(scope, name.loc, {
        code: 'unknown-helper',
        field,
        known,
        nearest: nearest(field, known),
      });
      return undefined;
    }
    this.#checkCount(helper, node, scope);
    for (const [index, param] of node.params.entries())
      this.#check(helper, index, param, shapes[index], scope);
    if (helper.name === 'eq') this.#checkEquality(node, shapes, scope);
    return helper.gives === 'truth' ? truthShape : textShape;
  }

  /** Only partials take `name=value`. */
  refuseNamed(field: string, node: Invocation, scope: Scope): void {
    for (const pair of node.hash?.pairs ?? []) {
      this.#report.add(scope, pair.loc, { code: 'named-argument', field, detail: `«${pair.key}»` });
    }
  }

  #checkCount(helper: Helper, node: Invocation, scope: Scope): void {
    const { least, most, words } = argumentCounts(helper);
    const count = node.params.length;
    if (count >= least && count <= most) return;
    const detail = msg`it takes ${words}, not ${count}`;
    this.#report.add(scope, node.loc, { code: 'argument-count', field: helper.name, detail });
  }

  #check(helper: Helper, index: number, param: Expression, shape: Shape | undefined, scope: Scope): void {
    const guard = helper.guards[index] ?? (helper.repeatsLast ? helper.guards.at(-1) : undefined);
    if (guard === undefined || shape === undefined) return;
    if (mayBeRefusedAsMissing(guard, shape)) {
      this.#report.add(scope, param.loc, { code: 'maybe-missing', field: written(param) });
    }
    const reason = refusal(guard, shape);
    if (reason === undefined) return;
    const detail = msg`argument ${index + 1}, ${written(param)}, ${reason}`;
    const meant = param.type === 'StringLiteral' ? nearest(written(param), guard.values ?? []) : undefined;
    this.#report.add(scope, param.loc, { code: 'wrong-argument', field: helper.name, detail, nearest: meant });
  }

  /** A comparison with a word that the field can never be is a misspelling. */
  #checkEquality(node: Invocation, shapes: readonly (Shape | undefined)[], scope: Scope): void {
    const [one, other] = shapes.map((shape) => shape && possibleValues(shape));
    if (one === undefined || other === undefined || one.some((value) => other.includes(value))) return;
    const isLiteral = (param: Expression): boolean =>
      !['PathExpression', 'SubExpression'].includes(param.type);
    const [field, word] = node.params.some(isLiteral)
      ? [...node.params].sort((a) => (isLiteral(a) ? 1 : -1))
      : [];
    if (field === undefined || word === undefined) return;
    const known = (isLiteral(node.params[0] ?? word) ? other : one).map(String);
    const detail = msg`${written(field)} is never ${JSON.stringify(written(word))}`;
    const fault = {
      code: 'wrong-argument',
      field: 'eq',
      detail,
      known,
      nearest: nearest(written(word), known),
    } as const;
    this.#report.add(scope, word.loc, fault);
  }

  /** What a condition ensures, in `{{#if}}` and in its `{{else}}`. Reports nothing. */
  outcome(condition: Expression, scope: Scope): Outcome {
    if (condition.type === 'PathExpression') {
      const resolved = resolvePath(condition, scope);
      const key = resolved.fault === undefined ? resolved.spot.key : '';
      return { whenTrue: { ...nothingCertain, present: new Set([key]) }, whenFalse: nothingCertain };
    }
    if (condition.type !== 'SubExpression') return { whenTrue: nothingCertain, whenFalse: nothingCertain };
    const outcomes = condition.params.map((param) => this.outcome(param, scope));
    const all = (which: keyof Outcome): Certainty =>
      outcomes.map((each) => each[which]).reduce(alsoCertain, nothingCertain);
    const name = bareWord(condition.path);
    if (name === 'not') return { whenTrue: all('whenFalse'), whenFalse: all('whenTrue') };
    if (name === 'and') return { whenTrue: all('whenTrue'), whenFalse: nothingCertain };
    if (name === 'or') return { whenTrue: nothingCertain, whenFalse: all('whenFalse') };
    const whenTrue = name === 'eq' ? this.#equality(condition.params, scope) : nothingCertain;
    return { whenTrue, whenFalse: nothingCertain };
  }

  /** `(eq kind "decision")`: the field is there, and has this value. */
  #equality(params: readonly Expression[], scope: Scope): Certainty {
    const path = params.find((param) => param.type === 'PathExpression');
    const literal = params.find((param) => param.type !== 'PathExpression' && param.type !== 'SubExpression');
    if (path === undefined || literal === undefined) return nothingCertain;
    const resolved = resolvePath(path, scope);
    if (resolved.fault !== undefined) return nothingCertain;
    const { key } = resolved.spot;
    return {
      present: new Set([key]),
      equal: new Map([[key, 'value' in literal ? literal.value : undefined]]),
    };
  }
}
