/**
 * What a template can find in a view: the zod schema, reduced to what matters for printing. Wrappers are removed, and
 * everything is a choice between options, since a union can be anywhere.
 */
import { msg } from '../../domain/msg.ts';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import type { ValueKind } from './helper.ts';

export type Option =
  /** `values` where the schema lists them. */
  | { readonly kind: 'text' | 'number' | 'truth'; readonly values?: readonly unknown[] }
  | { readonly kind: 'list'; readonly element: () => Shape }
  | { readonly kind: 'group'; readonly fields: ReadonlyMap<string, () => Shape> }
  /** A group whose fields have names that the schema does not know. */
  | { readonly kind: 'record'; readonly value: () => Shape }
  /** The schema does not describe it. */
  | { readonly kind: 'anything' };

export interface Shape {
  readonly options: readonly Option[];
  /** The field may be left out. */
  readonly mayBeAbsent: boolean;
  readonly mayBeNull: boolean;
}

const shape = (...options: readonly Option[]): Shape => ({ options, mayBeAbsent: false, mayBeNull: false });

export const textShape = shape({ kind: 'text' });
export const numberShape = shape({ kind: 'number' });
export const truthShape = shape({ kind: 'truth' });
const anythingShape = shape({ kind: 'anything' });

function eitherOf(shapes: readonly Shape[]): Shape {
  return {
    options: shapes.flatMap((each) => each.options),
    mayBeAbsent: shapes.some((each) => each.mayBeAbsent),
    mayBeNull: shapes.some((each) => each.mayBeNull),
  };
}

/** zod makes only the schemas in its own union. */
function isOwn(schema: $ZodType): schema is $ZodTypes {
  return typeof schema._zod.def.type === 'string';
}

function groupOf(fields: Readonly<Record<string, $ZodType>>): Shape {
  const read = Object.entries(fields).map(([name, field]) => [name, () => shapeOf(field)] as const);
  return shape({ kind: 'group', fields: new Map(read) });
}

/** The shape of one of these values. */
export function valuesShape(values: readonly unknown[]): Shape {
  const kinds = { string: 'text', number: 'number', bigint: 'number', boolean: 'truth' } as const;
  return eitherOf(
    values.map((value) => {
      if (value === null) return { ...shape(), mayBeNull: true };
      if (value === undefined) return { ...shape(), mayBeAbsent: true };
      const type = typeof value;
      const isPlain = type === 'string' || type === 'number' || type === 'bigint' || type === 'boolean';
      return isPlain ? shape({ kind: kinds[type], values: [value] }) : anythingShape;
    }),
  );
}

/** Both halves of an intersection hold, so a group has the fields of both. */
function bothOf(left: Shape, right: Shape): Shape {
  const groups = [...left.options, ...right.options].filter((option) => option.kind === 'group');
  if (groups.length === 0) return eitherOf([left, right]);
  return shape({ kind: 'group', fields: new Map(groups.flatMap((group) => [...group.fields])) });
}

type Def = $ZodTypes['_zod']['def'];

const scalars: Partial<Record<Def['type'], Shape>> = {
  string: textShape,
  // A text with its versions (view-parts.ts): it prints as one.
  custom: textShape,
  template_literal: textShape,
  number: numberShape,
  bigint: numberShape,
  nan: numberShape,
  boolean: truthShape,
  success: truthShape,
  null: { ...shape(), mayBeNull: true },
  undefined: { ...shape(), mayBeAbsent: true },
  void: { ...shape(), mayBeAbsent: true },
};

/** Lists, groups and closed lists of values. */
function structureShape(def: Def): Shape | undefined {
  if (def.type === 'literal') return valuesShape(def.values);
  if (def.type === 'enum') return valuesShape(Object.values(def.entries));
  if (def.type === 'array') return shape({ kind: 'list', element: () => shapeOf(def.element) });
  if (def.type === 'set') return shape({ kind: 'list', element: () => shapeOf(def.valueType) });
  if (def.type === 'tuple') return shape({ kind: 'list', element: () => eitherOf(def.items.map(shapeOf)) });
  if (def.type === 'object') return groupOf(def.shape);
  if (def.type === 'record') return shape({ kind: 'record', value: () => shapeOf(def.valueType) });
  return undefined;
}

/** Schemas that wrap another. */
function wrappedShape(def: Def): Shape | undefined {
  if (def.type === 'optional') return { ...shapeOf(def.innerType), mayBeAbsent: true };
  if (def.type === 'nullable') return { ...shapeOf(def.innerType), mayBeNull: true };
  if (def.type === 'nonoptional' || def.type === 'default' || def.type === 'prefault') {
    return { ...shapeOf(def.innerType), mayBeAbsent: false };
  }
  if (def.type === 'catch' || def.type === 'readonly') return shapeOf(def.innerType);
  return undefined;
}

/** Schemas that are made of others. */
function composedShape(def: Def): Shape | undefined {
  if (def.type === 'lazy') return shapeOf(def.getter());
  if (def.type === 'pipe') return shapeOf(def.out);
  if (def.type === 'union') return eitherOf(def.options.map(shapeOf));
  if (def.type === 'intersection') return bothOf(shapeOf(def.left), shapeOf(def.right));
  return undefined;
}

/** The shape of a schema's output. */
export function shapeOf(schema: $ZodType): Shape {
  if (!isOwn(schema)) return anythingShape;
  const { def } = schema._zod;
  return scalars[def.type] ?? structureShape(def) ?? wrappedShape(def) ?? composedShape(def) ?? anythingShape;
}

/** The values that the schema lists; undefined where it allows any. */
export function valuesOf(option: Option): readonly unknown[] | undefined {
  return option.kind === 'text' || option.kind === 'number' || option.kind === 'truth'
    ? option.values
    : undefined;
}

function optionField(option: Option, name: string): Shape | undefined {
  switch (option.kind) {
    case 'group':
      return option.fields.get(name)?.();
    case 'record':
      return { ...option.value(), mayBeAbsent: true };
    case 'list':
      return name === 'length' ? numberShape : undefined;
    case 'anything':
      return anythingShape;
    case 'text':
    case 'number':
    case 'truth':
      return undefined;
  }
}

/** A field of a group. If only some options have it, it may be absent; if none has, undefined. */
export function fieldOf(of: Shape, name: string): Shape | undefined {
  const found = of.options.map((option) => optionField(option, name));
  const shapes = found.filter((each) => each !== undefined);
  if (shapes.length === 0) return undefined;
  const either = eitherOf(shapes);
  return shapes.length === found.length ? either : { ...either, mayBeAbsent: true };
}

/** What `{{#each}}` walks through, or undefined when some option is not a list. */
export function elementOf(of: Shape): Shape | undefined {
  const elements = of.options.map((option) => {
    if (option.kind === 'list') return option.element();
    if (option.kind === 'record') return option.value();
    return option.kind === 'anything' ? anythingShape : undefined;
  });
  const known = elements.filter((each) => each !== undefined);
  return known.length === elements.length && known.length > 0 ? eitherOf(known) : undefined;
}

/** The names of the fields that could have been meant, in the schema's order. */
export function fieldNames(of: Shape): readonly string[] {
  return [
    ...new Set(of.options.flatMap((option) => (option.kind === 'group' ? [...option.fields.keys()] : []))),
  ];
}

/** Keeps the options whose field can have this value: what `{{#if (eq kind "decision")}}` ensures. */
export function narrowed(of: Shape, name: string, value: unknown): Shape {
  const options = of.options.filter((option) => {
    const field = option.kind === 'group' ? option.fields.get(name)?.() : undefined;
    if (field === undefined) return option.kind !== 'group';
    return field.options.some((each) => valuesOf(each)?.includes(value) ?? true);
  });
  return { ...of, options };
}

/** A group with added or replaced fields: what a partial gets with named arguments. */
export function withFields(of: Shape, added: ReadonlyMap<string, Shape>): Shape {
  const more = [...added].map(([name, each]) => [name, () => each] as const);
  const options = of.options.map((option): Option => {
    const fields = option.kind === 'group' ? [...option.fields] : [];
    return option.kind === 'anything' ? option : { kind: 'group', fields: new Map([...fields, ...more]) };
  });
  return { ...of, options };
}

/** The kinds of value in words. */
export const kindWords: Readonly<Record<ValueKind | Option['kind'], () => string>> = {
  text: () => msg`a text`,
  number: () => msg`a number`,
  truth: () => msg`a truth`,
  list: () => msg`a list`,
  group: () => msg`a group`,
  record: () => msg`a record`,
  nothing: () => msg`nothing`,
  anything: () => msg`anything`,
};

/** The kinds of value that the shape can have, for guards. */
export function kindOf(option: Option): ValueKind | 'anything' {
  return option.kind === 'record' ? 'group' : option.kind;
}
