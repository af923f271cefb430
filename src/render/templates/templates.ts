/**
 * Templates are Markdown (or, for the page around a paper, HTML) with Handlebars. One environment for each written
 * standard and format, nothing on the global instance.
 *
 * Handlebars' own strict mode is off, since the gate is stricter: strict mode prints nothing for null, hands helpers
 * undefined for a misspelt argument, and throws without a place for `a.b` where `a` is missing. Misspelt fields in
 * `{{#if}}` and `{{#each}}` are found by check.ts, before anything is printed.
 */
import Handlebars from 'handlebars/dist/handlebars.min.js';
import { msg } from '../../domain/msg.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { builtInHelpers } from './built-in-helpers.ts';
import type { Helper } from './helper.ts';
import { TemplateError, templateFault } from './fault.ts';
import type { TemplateFile, TemplateFormat } from './fault.ts';
import { callHelper, checkEach, printValue } from './gate.ts';
import { printName, rewriteTemplate } from './rewrite.ts';
import { parseTemplate, partialName } from './syntax.ts';
import type { Program } from './syntax.ts';

/** What the templates of one written standard have in common. */
export interface TemplateHouse {
  /** In addition to the built-in ones. */
  readonly helpers: readonly Helper[];
  /** Called by their file's name up to the first full stop; only from templates of the same format. */
  readonly partials: readonly TemplateFile[];
  /** Which version is printed of a text that has several. */
  readonly standard?: NorwegianStandard;
}

export interface Templates {
  /** The template with the view's values, escaped for its format. The view is plain data. Throws TemplateError. */
  readonly render: (template: TemplateFile, view: object) => string;
  /** The same for many views of one template: it is read and compiled once. Throws TemplateError. */
  readonly prepare: (template: TemplateFile) => (view: object) => string;
}

/** The format that a file's name shows, which decides how values are escaped. Throws TemplateError. */
export function formatOf(template: TemplateFile): TemplateFormat {
  if (template.file.endsWith('.md.hbs')) return 'markdown';
  if (template.file.endsWith('.html.hbs')) return 'html';
  const detail = msg`the name must end in .md.hbs or .html.hbs`;
  throw new TemplateError(templateFault(undefined, { code: 'not-supported', file: template.file, detail }));
}

/** All helpers of a house by name, including the built-in ones. Throws TypeError when two have the same name. */
export function helpersByName(house: TemplateHouse): ReadonlyMap<string, Helper> {
  const byName = new Map<string, Helper>();
  for (const helper of [...builtInHelpers, ...house.helpers]) {
    if (byName.has(helper.name)) throw new TypeError(`Two helpers are called ${helper.name}`);
    byName.set(helper.name, helper);
  }
  return byName;
}

/** Handlebars calls partials with its own options, which are passed on. */
type Prepared = (view: object, options?: RuntimeOptions) => string;

/** Faults that Handlebars itself finds. Anything else is a bug and is thrown on. */
function asTemplateError(cause: unknown, file: string): unknown {
  if (!(cause instanceof Handlebars.Exception)) return cause;
  const at = { source: file, start: { line: Number(cause.lineNumber ?? 1), column: 0 } };
  return new TemplateError(templateFault(at, { code: 'syntax', detail: cause.message }), { cause });
}

class Environment {
  readonly #handlebars = Handlebars.create();
  readonly #helpers: ReadonlyMap<string, Helper>;
  readonly #partials: ReadonlySet<string>;

  constructor(format: TemplateFormat, house: TemplateHouse) {
    this.#helpers = helpersByName(house);
    const printing = { format, standard: house.standard };
    const partials = house.partials.filter((partial) => formatOf(partial) === format);
    this.#partials = new Set(partials.map((partial) => partialName(partial.file)));
    const each = this.#handlebars.helpers['each'];
    this.#handlebars.registerHelper(
      'each',
      function (this: unknown, list: unknown, options: unknown): unknown {
        checkEach([list, options]);
        return each?.call(this, list, options);
      },
    );
    this.#handlebars.registerHelper(printName, (...args: unknown[]) => printValue(printing, args));
    for (const helper of this.#helpers.values()) {
      this.#handlebars.registerHelper(helper.name, (...args: unknown[]) => callHelper(helper, printing, args));
    }
    for (const partial of partials)
      this.#handlebars.registerPartial(partialName(partial.file), this.compile(partial));
  }

  #read(template: TemplateFile): readonly [tree: Program, options: CompileOptions] {
    const known = Object.fromEntries([...this.#helpers.keys(), printName].map((name) => [name, true]));
    return [
      rewriteTemplate(parseTemplate(template), this.#helpers, this.#partials),
      {
        knownHelpersOnly: true,
        knownHelpers: { ...known, each: true, if: true, unless: true, with: true, log: false, lookup: false },
      },
    ];
  }

  /** The compiled template: an object literal of JavaScript. */
  code(template: TemplateFile): string {
    const code: unknown = this.#handlebars.precompile(...this.#read(template));
    if (typeof code !== 'string') throw new TypeError('Handlebars.precompile gave no text');
    return code;
  }

  compile(template: TemplateFile): Prepared {
    const compiled =
      template.compiled === undefined
        ? this.#handlebars.compile(...this.#read(template))
        : this.#handlebars.template(template.compiled);
    return (view, options) => {
      try {
        return compiled(view, options);
      } catch (cause) {
        throw asTemplateError(cause, template.file);
      }
    };
  }
}

/**
 * Each of these templates of one format as JavaScript, an object literal that becomes its `compiled`. Throws
 * TemplateError.
 */
export function compiledCode(templates: readonly TemplateFile[], house: TemplateHouse): readonly string[] {
  const [first] = templates;
  if (first === undefined) return [];
  const environment = new Environment(formatOf(first), house);
  return templates.map((template) => environment.code(template));
}

/** The templates of one written standard. Throws TemplateError when a partial cannot be read. */
export function createTemplates(house: TemplateHouse): Templates {
  const environments = new Map<TemplateFormat, Environment>();
  const environment = (format: TemplateFormat): Environment => {
    const made = environments.get(format) ?? new Environment(format, house);
    environments.set(format, made);
    return made;
  };
  const prepare = (template: TemplateFile): ((view: object) => string) => {
    const prepared = environment(formatOf(template)).compile(template);
    return (view) => prepared(view);
  };
  return { prepare, render: (template, view) => prepare(template)(view) };
}
