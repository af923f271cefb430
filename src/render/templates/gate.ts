/** What a template may print and call, checked while it prints: the gate that every value goes through. */
import Handlebars from 'handlebars/dist/handlebars.min.js';
import { hasVersions, textIn, type TextInPaper } from '../../domain/standard-text.ts';
import { msg } from '../../domain/msg.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { escapeMarkdown, inLang } from '../safe/escape.ts';
import type { Helper, HelperPlace } from './helper.ts';
import { oneLine } from '../safe/plain-text.ts';
import { TemplateError, templateFault } from './fault.ts';
import type { TemplateFormat, TemplatePlace } from './fault.ts';

/** HTML that the program itself has made. Only the page around a paper accepts it; never make one from a cell's value. */
export class ReadyHtml {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** What the gate prints into. */
export interface Printing {
  readonly format: TemplateFormat;
  /** The paper's own, which decides what is printed of a text with several versions; such a text is refused without it. */
  readonly standard: NorwegianStandard | undefined;
}

/** The words of a text with several versions; undefined for any other value. */
const wordsOf = (value: unknown, standard: NorwegianStandard | undefined): TextInPaper | undefined =>
  standard !== undefined && hasVersions(value) ? textIn(value, standard) : undefined;

/** A list with the words of its texts; any other value as it is. */
const listWords = (value: unknown, standard: NorwegianStandard | undefined): unknown =>
  Array.isArray(value) ? value.map((each: unknown) => wordsOf(each, standard)?.text ?? each) : value;

/** The last argument that Handlebars passes to every helper. */
interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly loc?: TemplatePlace;
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && 'hash' in value;
}

function splitArguments(args: readonly unknown[]): { values: readonly unknown[]; options: Options } {
  const options = args.at(-1);
  if (!isOptions(options)) throw new TypeError('Handlebars called a helper without options');
  return { values: args.slice(0, -1), options };
}

function found(value: unknown): string {
  if (value === undefined || value === null) return msg`nothing`;
  if (typeof value === 'string') return msg`the text «${value.length > 40 ? `${value.slice(0, 40)}…` : value}»`;
  if (Array.isArray(value)) return msg`a list`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : msg`a group of fields`;
}

/**
 * What `{{x}}` prints: the value, escaped for the format, and in Markdown marked where it is in another standard than the
 * paper. Throws TemplateError for what has no text.
 */
export function printValue({ format, standard }: Printing, args: readonly unknown[]): unknown {
  const { values, options } = splitArguments(args);
  const words = wordsOf(values[0], standard);
  const value = words?.text ?? values[0];
  const field = String(options.hash['field']);
  if (value === undefined || value === null)
    throw new TemplateError(templateFault(options.loc, { code: 'maybe-missing', field }));
  if (format === 'html' && value instanceof ReadyHtml) return new Handlebars.SafeString(value.html);
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TemplateError(
      templateFault(options.loc, { code: 'not-printable', field, detail: msg`it is ${found(value)}` }),
    );
  }
  const text = String(value);
  return format === 'markdown' ? new Handlebars.SafeString(inLang(escapeMarkdown(text), words?.standard)) : oneLine(text);
}

/** How many arguments a helper takes: «2», «1 or 2», «2 or more». */
export function argumentCounts(helper: Helper): { least: number; most: number; words: string } {
  const least = helper.guards.filter((each) => each.optional !== true).length;
  const most = helper.repeatsLast ? Number.POSITIVE_INFINITY : helper.guards.length;
  if (most === Number.POSITIVE_INFINITY) return { least, most, words: msg`${least} or more` };
  return { least, most, words: least === most ? `${least}` : msg`${least} or ${most}` };
}

function checkArguments(helper: Helper, values: readonly unknown[], place: TemplatePlace | undefined): void {
  const { least, most, words } = argumentCounts(helper);
  if (values.length < least || values.length > most) {
    const detail = msg`it takes ${words}, not ${values.length}`;
    throw new TemplateError(templateFault(place, { code: 'argument-count', field: helper.name, detail }));
  }
  for (const [index, value] of values.entries()) {
    const guard = helper.guards[index] ?? helper.guards.at(-1);
    if (guard === undefined || guard.accepts(value)) continue;
    const detail = msg`argument ${index + 1} must be ${guard.expected()}, not ${found(value)}`;
    throw new TemplateError(templateFault(place, { code: 'wrong-argument', field: helper.name, detail }));
  }
}

function placeFrom(
  hash: Readonly<Record<string, unknown>>,
  standard: NorwegianStandard | undefined,
): HelperPlace {
  const { indent, room } = hash;
  return {
    indent: typeof indent === 'string' ? indent : '',
    room: room === 'line' || room === 'lines' ? room : 'paragraphs',
    standard,
  };
}

/**
 * Calls a helper from a template, with the paper's version of each text that has several. What it makes of words in the other
 * standard stays marked. Throws TemplateError when its guards reject the arguments.
 */
export function callHelper(
  helper: Helper,
  { format, standard: own }: Printing,
  args: readonly unknown[],
): unknown {
  const { values: given, options } = splitArguments(args);
  const words = given.map((value) => wordsOf(value, own));
  const values = given.map((value, index) => words[index]?.text ?? listWords(value, own));
  const standard = words.find((each) => each?.standard !== undefined)?.standard;
  checkArguments(helper, values, options.loc);
  if (helper.gives === 'markdown' && format === 'html') {
    throw new TemplateError(
      templateFault(options.loc, { code: 'not-supported', field: helper.name, detail: msg`it writes Markdown` }),
    );
  }
  const result = helper.call(values, placeFrom(options.hash, standard));
  if (helper.gives === 'markdown') return new Handlebars.SafeString(String(result));
  return helper.gives === 'text' && standard !== undefined ? { [standard]: result } : result;
}

/** Refuses `{{#each}}` over a value that is not a list. A missing value goes to `{{else}}`, as in `{{#if}}`. */
export function checkEach(args: readonly unknown[]): void {
  const { values, options } = splitArguments(args);
  const value = values[0];
  if (value === undefined || value === null || typeof value === 'object') return;
  throw new TemplateError(
    templateFault(options.loc, { code: 'not-a-list', field: 'each', detail: msg`it is ${found(value)}` }),
  );
}
