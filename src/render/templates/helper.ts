/**
 * Helpers are what templates may call: `{{longDate meeting.start}}`. Each says what it takes, so that a wrong
 * argument is named by template, line, helper and argument instead of printing nonsense.
 */

import { msg } from '../../domain/msg.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';

/** What a field or argument can be, as far as templates care. */
export type ValueKind = 'text' | 'number' | 'truth' | 'list' | 'group' | 'nothing';

export interface Guard<Value> {
  /** What it accepts, for messages: `a day such as 2026-12-03`. */
  readonly expected: () => string;
  /** The kinds of field that may be passed, for the check of templates. */
  readonly kinds: readonly ValueKind[];
  readonly accepts: (value: unknown) => value is Value;
  /** The only texts that it accepts, where they are few: a misspelt one is told which was meant. */
  readonly values?: readonly string[];
  /** The argument may be left out. Only the last ones can be. */
  readonly optional?: true;
}

/** Makes a custom guard, for example for a day. `kinds` is what the schema calls such a field. */
export function guard<Value>(
  expected: () => string,
  kinds: readonly ValueKind[],
  accepts: (value: unknown) => value is Value,
): Guard<Value> {
  return { expected, kinds, accepts };
}

export const text = guard(() => msg`text`, ['text'], (value): value is string => typeof value === 'string');
export const number = guard(() => msg`a number`, ['number'], (value): value is number => Number.isFinite(value));
export const list = guard(
  () => msg`a list of texts`,
  ['list'],
  (value): value is readonly string[] =>
    Array.isArray(value) && value.every((each) => typeof each === 'string'),
);
/** Anything, also a missing value: for helpers that only check whether something is there. */
export const anything = guard(
  () => msg`anything`,
  ['text', 'number', 'truth', 'list', 'group', 'nothing'],
  (_value): _value is unknown => true,
);

export interface OptionalGuard<Value> extends Guard<Value> {
  readonly optional: true;
}

/** The argument may be left out; the body then gets undefined. */
export function optional<Value>(inner: Guard<Value>): OptionalGuard<Value | undefined> {
  return {
    ...inner,
    accepts: (value): value is Value | undefined => value === undefined || inner.accepts(value),
    optional: true,
  };
}

/** One of a closed list of texts: `choice('short', 'long')`. */
export function choice<const Value extends string>(...values: readonly Value[]): Guard<Value> {
  const allowed: ReadonlySet<unknown> = new Set(values);
  const accepts = (value: unknown): value is Value => allowed.has(value);
  return { ...guard(() => msg`one of ${values.join(', ')}`, ['text'], accepts), values };
}

type Guarded<Guards extends readonly Guard<unknown>[]> = {
  readonly [Index in keyof Guards]: Guards[Index] extends Guard<infer Value> ? Value : never;
};

/** Where in the paper a helper prints, for those that print more than one line. */
export interface HelperPlace {
  /** The beginning that later lines need to stay in the same list item, note or fact. */
  readonly indent: string;
  /** Whether paragraphs are allowed, only line breaks (a fact), or only one line (table, heading). */
  readonly room: 'paragraphs' | 'lines' | 'line';
  /** The written standard of the words that it was given, where that is not the paper's. */
  readonly standard?: NorwegianStandard | undefined;
}

export interface Helper {
  readonly name: string;
  readonly guards: readonly Guard<unknown>[];
  /** Takes any number of further arguments that pass the last guard. */
  readonly repeatsLast: boolean;
  /**
   * `text` is escaped like any value. `markdown` is ready: the helper has escaped its arguments itself (escape.ts).
   * `truth` can be used in `{{#if}}` and cannot be printed.
   */
  readonly gives: 'text' | 'markdown' | 'truth';
  /** Called only with arguments that the guards accept. */
  readonly call: (args: readonly unknown[], place: HelperPlace) => string | boolean;
}

function define<const Guards extends readonly Guard<unknown>[], Result extends string | boolean>(
  name: string,
  guards: Guards,
  gives: Helper['gives'],
  body: (args: Guarded<Guards>, place: HelperPlace) => Result,
  repeatsLast: boolean,
): Helper {
  const passes = (args: readonly unknown[]): args is Guarded<Guards> =>
    guards.every((each, index) => each.accepts(args[index]));
  return {
    name,
    guards,
    repeatsLast,
    gives,
    call: (args, place) => {
      if (!passes(args)) throw new TypeError(`${name} was called past its guards`);
      return body(args, place);
    },
  };
}

/**
 * A helper that gives text, escaped where it is printed:
 * `defineHelper('minutes', [number], (count) => `${count} minutter`)`.
 */
export function defineHelper<const Guards extends readonly Guard<unknown>[]>(
  name: string,
  guards: Guards,
  body: (...args: Guarded<Guards>) => string,
): Helper {
  return define(name, guards, 'text', (args) => body(...args), false);
}

/** A helper that gives ready Markdown. It must pass every value through `escapeMarkdown` itself. */
export function defineMarkdownHelper<const Guards extends readonly Guard<unknown>[]>(
  name: string,
  guards: Guards,
  body: (args: Guarded<Guards>, place: HelperPlace) => string,
): Helper {
  return define(name, guards, 'markdown', body, false);
}

/** A helper for use inside `{{#if (…)}}`. With `repeatsLast` it takes any number of arguments of the last kind. */
export function defineTest<const Guards extends readonly Guard<unknown>[]>(
  name: string,
  guards: Guards,
  body: (args: readonly unknown[]) => boolean,
  options: { readonly repeatsLast?: true } = {},
): Helper {
  return define(name, guards, 'truth', (args) => body(args), options.repeatsLast ?? false);
}
