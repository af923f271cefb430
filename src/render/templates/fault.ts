/** What can be wrong with a template, found by the check (check.ts) or, as a last resort, while printing. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';

/** A template or partial as it was read. The name decides how values are escaped: `.md.hbs` or `.html.hbs`. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
  /** The evaluated result of `compiledCode` for this text with this house; then the text is not read again. */
  readonly compiled?: object | undefined;
}

export type TemplateFormat = 'markdown' | 'html';

export type TemplateFaultCode =
  /** Handlebars cannot read it. */
  | 'syntax'
  /** An update and a person changed the same lines, and git left both, with its own marks between. */
  | 'two-versions'
  /** `{{{x}}}` and `{{&x}}` print without escaping. */
  | 'raw-output'
  /** Decorators, inline partials and partial blocks: more than templates here may use. */
  | 'not-supported'
  | 'unknown-field'
  | 'unknown-helper'
  | 'unknown-partial'
  /** A field that may be empty or absent, used where nothing has ensured that it is there. */
  | 'maybe-missing'
  /** A list, a group of fields, a yes or no: it cannot be printed as text. */
  | 'not-printable'
  /** `{{#each}}` over something that is not a list. */
  | 'not-a-list'
  /** A helper or a block with too few or too many arguments. */
  | 'argument-count'
  | 'wrong-argument'
  /** `name=value` to a helper: only partials take those. */
  | 'named-argument'
  /** `../` that leads above the template or partial. */
  | 'outside'
  /** A partial that includes itself. */
  | 'endless';

/** Asks for what no template of its kind has. */
export const isUnknown = ({ code }: Pick<TemplateFault, 'code'>): boolean => code.startsWith('unknown-');

export interface TemplateFault {
  readonly code: TemplateFaultCode;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The field, helper or partial as the template writes it. */
  readonly field: string;
  /** What could be there instead: fields, helpers or partials. */
  readonly known: readonly string[];
  readonly nearest: string | undefined;
  /** What was expected and what was found, in the language that is spoken. Empty if the code is enough. */
  readonly detail: string;
}

const sentences: Record<TemplateFaultCode, (field: string) => string> = {
  syntax: () => msg`the template cannot be read`,
  'two-versions': (field) => msg`git left two versions of the same lines here (${field})`,
  'raw-output': (field) => msg`${field} prints without escaping`,
  'not-supported': (field) => msg`${field} cannot be used in templates here`,
  'unknown-field': (field) => msg`there is no field ${field}`,
  'unknown-helper': (field) => msg`there is no helper ${field}`,
  'unknown-partial': (field) => msg`there is no partial ${field}`,
  'maybe-missing': (field) => msg`${field} may be missing`,
  'not-printable': (field) => msg`${field} cannot be printed as text`,
  'not-a-list': (field) => msg`${field} is not a list`,
  'argument-count': (field) => msg`${field} has the wrong number of arguments`,
  'wrong-argument': (field) => msg`${field} has a wrong argument`,
  'named-argument': (field) => msg`${field} takes no named arguments`,
  outside: (field) => msg`${field} leads outside the template`,
  endless: (field) => msg`the partial ${field} includes itself`,
};

const advices: Partial<Record<TemplateFaultCode, () => string>> = {
  'raw-output': () => msg`Write two braces: {{ }}.`,
  'two-versions': () => msg`Keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>.`,
  'maybe-missing': () => msg`Put {{#if}} around it.`,
};

/** The fault in one or two sentences, without its place: `there is no field strat. Did you mean start?` */
export function describeTemplateFault(fault: TemplateFault): string {
  const sentence = sentences[fault.code](fault.field);
  const parts = [fault.detail === '' ? sentence : `${sentence}: ${fault.detail}`];
  const advice = advices[fault.code]?.();
  if (advice !== undefined) parts.push(advice);
  if (fault.nearest !== undefined) parts.push(msg`Did you mean ${fault.nearest}?`);
  else if (fault.known.length > 0) parts.push(msg`Known here: ${fault.known.join(', ')}.`);
  return parts.length === 1 ? `${parts.join('')}.` : parts.join('. ').replace(/([.?])\. /gu, '$1 ');
}

/** A fault in one line, as compilers put it: `agenda.nb.md.hbs:12:7: there is no field strat. …` */
export function formatTemplateFault(fault: TemplateFault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${describeTemplateFault(fault)}`;
}

/** A place in a template, as Handlebars gives it: lines from 1, columns from 0. */
export interface TemplatePlace {
  readonly source?: string;
  readonly start: { readonly line: number; readonly column: number };
}

/** A fault at a place; omitted fields are empty. */
export function templateFault(
  place: TemplatePlace | undefined,
  what: Pick<TemplateFault, 'code'> & Partial<TemplateFault>,
): TemplateFault {
  return {
    file: place?.source ?? '',
    line: place?.start.line ?? 1,
    column: (place?.start.column ?? 0) + 1,
    field: '',
    known: [],
    nearest: undefined,
    detail: '',
    ...what,
  };
}

/** A template that cannot be used, or a value that it cannot print. The operator can correct the template. */
export class TemplateError extends UserError {
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault, options?: ErrorOptions) {
    super(
      msg`${fault.file}, line ${fault.line}: ${describeTemplateFault(fault)}`,
      msg`Correct the template. \`npm run check-templates\` lists every fault in every template.`,
      options,
    );
    this.fault = fault;
  }
}
