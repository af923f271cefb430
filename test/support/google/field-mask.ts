import { badFields, type ApiError } from './api-error.ts';

/** Which fields of a message are meant: all, or these and what is meant of each. */
export type Mask = 'all' | ReadonlyMap<string, Mask>;

type Branch = Map<string, Mask>;

/** 400 for a mask that names what is not there. */
export function badMask(path: string): ApiError {
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  return badFields('Request contains an invalid argument.', [{ field: path, description }]);
}

/** Reads `a,b.c,d/e(f,g)`; `*` is all. Throws 400 when it is not a mask. */
export function parseMask(text: string): Mask {
  const reader = new MaskReader(text);
  const mask = reader.list();
  if (!reader.atEnd) throw badMask(text);
  return mask;
}

class MaskReader {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = text.match(/[A-Za-z0-9_]+|[*,./()]|\S/gu) ?? [];
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  list(): Mask {
    let mask: Mask = new Map();
    do {
      mask = union(mask, this.#path());
    } while (this.#take(','));
    return mask;
  }

  #path(): Mask {
    if (this.#take('*')) return 'all';
    const name = this.#tokens[this.#at] ?? '';
    if (!/^\w+$/u.test(name)) throw badMask(this.#text);
    this.#at += 1;
    return new Map([[name, this.#rest()]]);
  }

  #rest(): Mask {
    if (this.#take('.') || this.#take('/')) return this.#path();
    if (!this.#take('(')) return 'all';
    const inner = this.list();
    if (!this.#take(')')) throw badMask(this.#text);
    return inner;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}

function union(one: Mask, other: Mask): Mask {
  if (one === 'all' || other === 'all') return 'all';
  const both: Branch = new Map(one);
  for (const [name, inner] of other) {
    const there = both.get(name);
    both.set(name, there === undefined ? inner : union(there, inner));
  }
  return both;
}

/** What the mask means of a field; undefined when it does not mean the field. */
export function within(mask: Mask, name: string): Mask | undefined {
  return mask === 'all' ? 'all' : mask.get(name);
}

/** The value with nothing but what the mask means. Lists keep their length, as in replies of the API. */
export function masked(value: unknown, mask: Mask): unknown {
  if (mask === 'all' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => masked(each, mask));
  const fields: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const inner = mask.get(name);
    if (inner !== undefined && each !== undefined) fields[name] = masked(each, inner);
  }
  return fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** The old value with what the mask means taken from the new: what is not in the new is taken away. */
export function written(old: unknown, given: unknown, mask: Mask): unknown {
  if (mask === 'all') return given;
  const result: Record<string, unknown> = { ...(old as Fields | undefined) };
  for (const [name, inner] of mask) {
    const value = written(result[name], (given as Fields | undefined)?.[name], inner);
    if (value === undefined || isEmptyObject(value)) Reflect.deleteProperty(result, name);
    else result[name] = value;
  }
  return result;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
