/**
 * Turns the syntax tree of a template so that every value goes through one gate. `{{x}}` becomes `{{print x}}`, and
 * so does the result of a helper; `print` escapes for the format and refuses what is missing or has no text. A helper
 * that writes Markdown gets its place in the line, so that its later lines stay in the same list item.
 */
import { nearest } from '../../domain/nearest.ts';
import type { Helper, HelperPlace } from './helper.ts';
import { TemplateError, templateFault } from './fault.ts';
import { bareWord } from './syntax.ts';
import type {
  BlockNode,
  Call,
  Expression,
  Hash,
  Literal,
  Mustache,
  PartialNode,
  Path,
  Program,
  Statement,
} from './syntax.ts';

/** The gate's name in the environment. No template can write it. */
export const printName = 'print a value';

/** The text of a line of the paper so far, if only the template decides it. */
interface Line {
  text: string;
}

const markers = /^(?:[ \t]*(?:[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|>|:(?=[ \t]))[ \t]?)*[ \t]*/u;

/** What a helper may print at this place, and the beginning of its later lines. */
function placeAfter(line: string): HelperPlace {
  if (/^[ \t>]*(?:\||#{1,6}[ \t])/u.test(line)) return { indent: '', room: 'line' };
  const lead = markers.exec(line)?.[0] ?? '';
  const indent = lead.replace(/[^\s>]/gu, ' ');
  return { indent, room: /^[ \t>]*(?::[ \t]|_)/u.test(line) ? 'lines' : 'paragraphs' };
}

function literal(node: Mustache, value: string): Expression {
  return { type: 'StringLiteral', value, original: value, loc: node.loc };
}

function wordPath(name: string, loc: Path['loc']): Path {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

function hash(node: Mustache, values: Readonly<Record<string, string>>): Hash {
  const pairs = Object.entries(values).map(
    ([key, value]) => ({ type: 'HashPair', key, value: literal(node, value), loc: node.loc }) as const,
  );
  return { type: 'Hash', pairs, loc: node.loc };
}

function refuseUnknown(
  code: 'unknown-helper' | 'unknown-partial',
  node: Mustache | PartialNode,
  path: Path | Literal | undefined,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): void {
  const field = path?.original === undefined ? '' : String(path.original);
  if (known.has(field)) return;
  const names = [...known.keys()];
  throw new TemplateError(
    templateFault(node.loc, { code, field, known: names, nearest: nearest(field, names) }),
  );
}

class Rewriter {
  readonly #helpers: ReadonlyMap<string, Helper>;
  readonly #partials: ReadonlySet<string>;

  constructor(helpers: ReadonlyMap<string, Helper>, partials: ReadonlySet<string>) {
    this.#helpers = helpers;
    this.#partials = partials;
  }

  program(program: Program, line: Line): Program {
    return { ...program, body: program.body.map((statement) => this.#statement(statement, line)) };
  }

  #statement(statement: Statement, line: Line): Statement {
    switch (statement.type) {
      case 'ContentStatement': {
        const end = statement.value.lastIndexOf('\n');
        line.text = end === -1 ? line.text + statement.value : statement.value.slice(end + 1);
        return statement;
      }
      case 'MustacheStatement': {
        const rewritten = this.#mustache(statement, placeAfter(line.text));
        line.text += '…';
        return rewritten;
      }
      case 'BlockStatement':
        return this.#block(statement, line);
      case 'PartialStatement':
        refuseUnknown(
          'unknown-partial',
          statement,
          statement.name.type === 'PathExpression' ? statement.name : undefined,
          this.#partials,
        );
        // Handlebars adds an argument to a partial that has none.
        return { ...statement, params: [...statement.params] };
      case 'CommentStatement':
      case 'PartialBlockStatement':
      case 'DecoratorBlock':
      case 'Decorator':
        return statement;
    }
  }

  #block(block: BlockNode, line: Line): BlockNode {
    const before = line.text;
    const program = block.program === undefined ? {} : { program: this.program(block.program, line) };
    const elseLine = { text: before };
    const inverse = block.inverse === undefined ? {} : { inverse: this.program(block.inverse, elseLine) };
    return { ...block, ...program, ...inverse };
  }

  #mustache(node: Mustache, place: HelperPlace): Mustache {
    const helper = this.#helpers.get(bareWord(node.path) ?? '');
    if (helper?.gives === 'markdown') {
      return { ...node, escaped: true, hash: hash(node, { indent: place.indent, room: place.room }) };
    }
    if (helper === undefined && node.params.length > 0)
      refuseUnknown('unknown-helper', node, node.path, this.#helpers);
    const print = wordPath(printName, node.loc);
    const field = node.path.original === undefined ? '' : String(node.path.original);
    return {
      ...node,
      escaped: true,
      path: print,
      params: [this.#value(node, helper)],
      hash: hash(node, { field }),
    };
  }

  #value(node: Mustache, helper: Helper | undefined): Expression {
    if (helper === undefined || node.path.type !== 'PathExpression') return node.path;
    const call: Call = { type: 'SubExpression', path: node.path, params: node.params, loc: node.loc };
    return call;
  }
}

/** The tree that is compiled. Throws TemplateError for a helper or partial that the environment does not know. */
export function rewriteTemplate(
  program: Program,
  helpers: ReadonlyMap<string, Helper>,
  partials: ReadonlySet<string>,
): Program {
  return new Rewriter(helpers, partials).program(program, { text: '' });
}
