/**
 * Reads a template against the schema of its view without printing anything, and finds every field, helper and
 * partial that is not there. Handlebars itself prints nothing for `{{#if typo}}` and says nothing.
 */
import type { $ZodType } from 'zod/v4/core';
import { msg } from '../../domain/msg.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Helper } from './helper.ts';
import { Expressions } from './expressions.ts';
import { TemplateError } from './fault.ts';
import type { TemplateFault, TemplateFile, TemplateFormat } from './fault.ts';
import { Report, alsoCertain, isPresent, nothingCertain } from './scope.ts';
import type { Certainty, FoundFault, Scope, Spot } from './scope.ts';
import { bareWord, parseTemplate, partialName } from './syntax.ts';
import type { BlockNode, Expression, Mustache, PartialNode, Program, Statement } from './syntax.ts';
import { formatOf, helpersByName } from './templates.ts';
import type { TemplateHouse } from './templates.ts';
import { elementOf, kindWords, numberShape, shapeOf, withFields } from './view-shape.ts';
import type { Shape } from './view-shape.ts';

const blocks = ['if', 'unless', 'each', 'with'];

class TemplateCheck {
  readonly report = new Report();
  readonly #format: TemplateFormat;
  readonly #helpers: ReadonlyMap<string, Helper>;
  readonly #partials: ReadonlyMap<string, TemplateFile>;
  readonly #expressions: Expressions;

  constructor(template: TemplateFile, house: TemplateHouse) {
    this.#format = formatOf(template);
    this.#helpers = helpersByName(house);
    const partials = house.partials.filter((partial) => formatOf(partial) === this.#format);
    this.#partials = new Map(partials.map((partial) => [partialName(partial.file), partial]));
    this.#expressions = new Expressions(this.#helpers, this.report);
  }

  /** Reads a file from its beginning; what Handlebars cannot read is one fault. */
  file(template: TemplateFile, scope: Scope): void {
    try {
      this.#program(parseTemplate(template), scope);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const { line, column } = error.fault;
      this.report.add(scope, { start: { line, column: column - 1 } }, error.fault);
    }
  }

  #program(program: Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope);
  }

  #statement(statement: Statement, scope: Scope): void {
    switch (statement.type) {
      case 'MustacheStatement':
        this.#mustache(statement, scope);
        return;
      case 'BlockStatement':
        this.#block(statement, scope);
        return;
      case 'PartialStatement':
        this.#partial(statement, scope);
        return;
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'PartialBlockStatement':
      case 'DecoratorBlock':
      case 'Decorator':
        this.#fault(statement, scope, { code: 'not-supported', field: statement.type });
    }
  }

  #fault(node: Statement | Expression, scope: Scope, fault: FoundFault): void {
    this.report.add(scope, node.loc, fault);
  }

  #mustache(node: Mustache, scope: Scope): void {
    const field = String(node.path.original ?? '');
    if (!node.escaped) this.#fault(node, scope, { code: 'raw-output', field });
    const helper = this.#helpers.get(bareWord(node.path) ?? '');
    if (helper?.gives === 'markdown' && this.#format === 'html') {
      this.#fault(node, scope, { code: 'not-supported', field, detail: msg`it writes Markdown` });
    }
    const isCall = node.path.type === 'PathExpression' && (helper !== undefined || node.params.length > 0);
    const shape = isCall
      ? this.#expressions.call(node.path, node, scope)
      : this.#expressions.shape(node.path, scope);
    if (!isCall) this.#expressions.refuseNamed(field, node, scope);
    if (shape !== undefined) this.#printable(node, field, shape, scope);
  }

  #printable(node: Mustache, field: string, shape: Shape, scope: Scope): void {
    if (shape.mayBeAbsent || shape.mayBeNull) this.#fault(node, scope, { code: 'maybe-missing', field });
    const other = shape.options.find((option) => !['text', 'number', 'anything'].includes(option.kind));
    if (other === undefined) return;
    this.#fault(node, scope, { code: 'not-printable', field, detail: msg`it is ${kindWords[other.kind]()}` });
  }

  #block(node: BlockNode, scope: Scope): void {
    const name = bareWord(node.path) ?? '';
    const field = `#${node.path.original}`;
    if (!blocks.includes(name)) {
      this.#fault(node, scope, {
        code: 'unknown-helper',
        field,
        known: blocks,
        nearest: nearest(name, blocks),
      });
      return;
    }
    this.#expressions.refuseNamed(field, node, scope);
    const [param] = node.params;
    if (param === undefined || node.params.length > 1) {
      const detail = msg`it takes ${1}, not ${node.params.length}`;
      this.#fault(node, scope, { code: 'argument-count', field, detail });
      return;
    }
    if (name === 'each') this.#each(node, param, scope);
    else if (name === 'with') this.#with(node, param, scope);
    else this.#condition(node, param, scope);
  }

  #condition(node: BlockNode, condition: Expression, scope: Scope): void {
    this.#expressions.shape(condition, scope);
    const { whenTrue, whenFalse } = this.#expressions.outcome(condition, scope);
    const isUnless = bareWord(node.path) === 'unless';
    this.#program(node.program, inside(scope, isUnless ? whenFalse : whenTrue));
    this.#program(node.inverse, inside(scope, isUnless ? whenTrue : whenFalse));
  }

  #each(node: BlockNode, param: Expression, scope: Scope): void {
    this.#program(node.inverse, scope);
    const list = this.#spotOf(param, scope);
    if (list === undefined) return;
    const shape = elementOf(list.shape);
    if (shape === undefined) {
      this.#fault(param, scope, { code: 'not-a-list', field: list.name });
      return;
    }
    const { line, column } = node.loc.start;
    const row = { shape, key: `${list.key}[${line}:${column}]`, name: `${list.name}[]` };
    const [item, index] = node.program?.blockParams ?? [];
    const params = new Map(scope.blockParams);
    if (item !== undefined) params.set(item, row);
    if (index !== undefined) params.set(index, { shape: numberShape, key: '', name: '' });
    const within = inside(scope, { ...nothingCertain, present: new Set([list.key]) });
    this.#program(node.program, {
      ...within,
      spots: [...scope.spots, row],
      blockParams: params,
      isInEach: true,
    });
  }

  #with(node: BlockNode, param: Expression, scope: Scope): void {
    this.#program(node.inverse, scope);
    const spot = this.#spotOf(param, scope);
    if (spot === undefined) return;
    const [name] = node.program?.blockParams ?? [];
    const blockParams =
      name === undefined ? scope.blockParams : new Map([...scope.blockParams, [name, spot]]);
    const within = inside(scope, { ...nothingCertain, present: new Set([spot.key]) });
    this.#program(node.program, { ...within, spots: [...scope.spots, spot], blockParams });
  }

  /** The place that a block or partial receives. Only paths can be passed: helpers give no groups and no lists. */
  #spotOf(param: Expression, scope: Scope): Spot | undefined {
    if (param.type === 'PathExpression') return this.#expressions.spot(param, scope);
    this.#fault(param, scope, { code: 'not-supported', field: msg`a value that is not a field` });
    return undefined;
  }

  #partial(node: PartialNode, scope: Scope): void {
    const field = node.name.type === 'PathExpression' ? node.name.original : `(${node.name.path.original} …)`;
    const partial = this.#partials.get(field);
    if (partial === undefined) {
      const known = [...this.#partials.keys()];
      this.#fault(node, scope, {
        code: 'unknown-partial',
        field,
        known,
        nearest: nearest(field, known),
      });
      return;
    }
    if (scope.partials.includes(field)) {
      this.#fault(node, scope, { code: 'endless', field });
      return;
    }
    const spot = this.#handed(node, scope);
    if (spot === undefined) return;
    const partials = [...scope.partials, field];
    this.file(partial, {
      ...scope,
      file: partial.file,
      spots: [spot],
      blockParams: new Map(),
      isInEach: false,
      partials,
    });
  }

  /** What the partial sees as `this`: the context it is given, or the present one, with the named arguments added. */
  #handed(node: PartialNode, scope: Scope): Spot | undefined {
    const [param] = node.params;
    const spot = param === undefined ? scope.spots.at(-1) : this.#spotOf(param, scope);
    if (spot !== undefined && param !== undefined && !isPresent(spot, scope.certain)) {
      this.#fault(param, scope, { code: 'maybe-missing', field: spot.name });
    }
    const added = new Map<string, Shape>();
    for (const { key, value } of node.hash?.pairs ?? []) {
      const shape = this.#expressions.shape(value, scope);
      if (shape !== undefined) added.set(key, shape);
    }
    if (spot === undefined || added.size === 0) return spot;
    return { ...spot, shape: withFields(spot.shape, added) };
  }
}

function inside(scope: Scope, certain: Certainty): Scope {
  return { ...scope, certain: alsoCertain(scope.certain, certain) };
}

function check(template: TemplateFile, schema: $ZodType, house: TemplateHouse): Report {
  const root: Spot = { shape: shapeOf(schema), key: '@root', name: '' };
  const checking = new TemplateCheck(template, house);
  checking.file(template, {
    file: template.file,
    root,
    spots: [root],
    blockParams: new Map(),
    certain: nothingCertain,
    isInEach: false,
    partials: [],
  });
  return checking.report;
}

/**
 * Every fault in the template and in the partials it uses, in the order of files and lines. `schema` is the zod
 * schema of its view. Throws TemplateError for a file name that shows no format.
 */
export function checkTemplate(
  template: TemplateFile,
  schema: $ZodType,
  house: TemplateHouse,
): readonly TemplateFault[] {
  return check(template, schema, house).faults();
}

/**
 * Every field that the template and its partials use, in conditions as well, sorted: `cases[].title`. The templates
 * of one paper in two written standards must use the same.
 */
export function templateFields(
  template: TemplateFile,
  schema: $ZodType,
  house: TemplateHouse,
): readonly string[] {
  return check(template, schema, house).fields();
}
