/**
 * What the Sheets and the Drive API document, taken from the types that Google generates from its discovery document and ships
 * with `googleapis`: every message, its fields and their types. A request or a field mask that names anything else
 * is answered as Google answers it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { badFields, type FieldViolation } from './api-error.ts';
import { badMask, type Mask } from './field-mask.ts';

interface Field {
  /** `string`, `number`, `boolean`, `any`, or the name of a message. */
  readonly type: string;
  readonly depth: number;
}

type Message = ReadonlyMap<string, Field>;

const declared = /export interface Schema\$(?<name>\w+) \{(?<body>.*?)\n {4}\}/gsu;
const declaredField = /^ {8}(?<field>\w+)\?: (?:Schema\$)?(?<type>[^;|]+?)(?: \| null)?;/gmu;

/** A message that has no name of its own. */
const declaredInline = /^ {8}(?<field>\w+)\?: \{\n(?<body>.*?)^ {8}\}(?: \| null)?;/gmsu;

function readMessages(): ReadonlyMap<string, Message> {
  const messages = new Map<string, Message>();
  for (const api of ['sheets/v4', 'drive/v3']) {
    const path = createRequire(import.meta.url).resolve(`googleapis/build/src/apis/${api}.d.ts`);
    for (const { groups } of readFileSync(path, 'utf8').matchAll(declared)) {
      const { name = '', body = '' } = groups ?? {};
      const inline = [...body.matchAll(declaredInline)].map(({ groups: one }): [string, Field] => {
        const { field = '', body: inner = '' } = one ?? {};
        const own = `${name}.${field}`;
        messages.set(own, new Map(fieldsIn(inner.replaceAll(/^ {4}/gmu, ''))));
        // Keys of any name.
        return [field, { type: inner.includes('[key: string]') ? 'any' : own, depth: 0 }];
      });
      messages.set(name, new Map([...fieldsIn(body.replaceAll(declaredInline, '')), ...inline]));
    }
  }
  return messages;
}

const fieldsIn = (body: string): readonly [string, Field][] =>
  [...body.matchAll(declaredField)].map(({ groups }) => {
    const { field = '', type = '' } = groups ?? {};
    const element = type.replaceAll('[]', '');
    return [field, { type: element, depth: (type.length - element.length) / 2 }];
  });

let known: ReadonlyMap<string, Message> | undefined;

function fieldsOf(message: string): Message {
  known ??= readMessages();
  const fields = known.get(message);
  if (fields === undefined) throw new Error(`googleapis knows no message ${message}`);
  return fields;
}

const isPlain = (type: string): boolean => ['string', 'number', 'boolean', 'any'].includes(type);

/** The body without its nulls, which stand for unset fields. Throws 400 when it holds anything that the message lacks. */
export function documentedBody(message: string, body: unknown): unknown {
  const violations: FieldViolation[] = [];
  const cleaned = clean(body ?? {}, { type: message, depth: 0 }, '', violations);
  if (violations.length === 0) return cleaned;
  throw badFields(violations.map(({ description }) => description).join('\n'), violations);
}

function clean(value: unknown, field: Field, path: string, violations: FieldViolation[]): unknown {
  if (field.type === 'any') return value;
  if (field.depth > 0) {
    if (!Array.isArray(value)) return wrongType(value, field, path, violations);
    const element = { type: field.type, depth: field.depth - 1 };
    return value.map((each, index) => clean(each, element, `${path}[${index}]`, violations));
  }
  if (isPlain(field.type)) {
    return typeof value === field.type ? value : wrongType(value, field, path, violations);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrongType(value, field, path, violations);
  const fields = fieldsOf(field.type);
  const cleaned: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const inner = fields.get(name);
    if (inner === undefined) {
      const at = path === '' ? '' : ` at '${inSnakeCase(path)}'`;
      const description = `Invalid JSON payload received. Unknown name "${name}"${at}: Cannot find field.`;
      violations.push({ ...(path === '' ? {} : { field: inSnakeCase(path) }), description });
    } else if (each !== null) {
      cleaned[name] = clean(each, inner, path === '' ? name : `${path}.${name}`, violations);
    }
  }
  return cleaned;
}

/** Google names fields as its own files of messages do. */
const inSnakeCase = (path: string): string => path.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

function wrongType(value: unknown, { type }: Field, path: string, violations: FieldViolation[]): unknown {
  const kind = { string: 'TYPE_STRING', number: 'TYPE_INT32', boolean: 'TYPE_BOOL' }[type] ?? type;
  const description = `Invalid value at '${inSnakeCase(path)}' (${kind}), ${JSON.stringify(value)}`;
  violations.push({ field: inSnakeCase(path), description });
  return undefined;
}

/** Throws 400 when the mask names a field that the message lacks. */
export function checkMask(message: string, mask: Mask, path = ''): void {
  if (mask === 'all') return;
  for (const [name, inner] of mask) {
    const at = path === '' ? name : `${path}.${name}`;
    const field = fieldsOf(message).get(name);
    if (field === undefined || (inner !== 'all' && isPlain(field.type))) throw badMask(at);
    if (inner !== 'all') checkMask(field.type, inner, at);
  }
}
