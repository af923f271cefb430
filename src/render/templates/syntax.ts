/**
 * The syntax tree of a template, as Handlebars' parser gives it, in types that can be distinguished. Handlebars' own types
 * name the parts but not which of them a statement can be.
 */
import { msg } from '../../domain/msg.ts';
import Handlebars from 'handlebars/dist/handlebars.min.js';
import { TemplateError, templateFault } from './fault.ts';
import type { TemplateFile, TemplatePlace } from './fault.ts';

interface Node {
  readonly loc: TemplatePlace;
}

export interface Path extends Node {
  readonly type: 'PathExpression';
  /** Begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

export interface Literal extends Node {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
  readonly value?: string | number | boolean;
  readonly original?: string | number | boolean;
}

export interface HashPair extends Node {
  readonly type: 'HashPair';
  readonly key: string;
  readonly value: Expression;
}

export interface Hash extends Node {
  readonly type: 'Hash';
  readonly pairs: readonly HashPair[];
}

/** What calls, blocks and partials have in common. */
interface WithArguments extends Node {
  readonly params: readonly Expression[];
  readonly hash?: Hash;
}

export interface Call extends WithArguments {
  readonly type: 'SubExpression';
  readonly path: Path;
}

export type Expression = Path | Literal | Call;

export interface Mustache extends WithArguments {
  readonly type: 'MustacheStatement';
  readonly path: Path | Literal;
  /** False for `{{{x}}}` and `{{&x}}`. */
  readonly escaped: boolean;
}

export interface BlockNode extends WithArguments {
  readonly type: 'BlockStatement';
  readonly path: Path;
  readonly program?: Program;
  readonly inverse?: Program;
}

export interface PartialNode extends WithArguments {
  readonly type: 'PartialStatement';
  readonly name: Path | Call;
}

export interface Content extends Node {
  readonly type: 'ContentStatement';
  readonly value: string;
}

interface Comment extends Node {
  readonly type: 'CommentStatement';
}

export interface Unsupported extends Node {
  readonly type: 'PartialBlockStatement' | 'DecoratorBlock' | 'Decorator';
}

export type Statement = Mustache | BlockNode | PartialNode | Content | Comment | Unsupported;

export interface Program extends Node {
  readonly type: 'Program';
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
}

/** Handlebars' parser makes only the nodes above; see its compiler/base.js and parser grammar. */
function isProgram(tree: unknown): tree is Program {
  return typeof tree === 'object' && tree !== null && 'type' in tree && tree.type === 'Program';
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

interface Found {
  /** From 1. */
  readonly line: number;
  readonly detail: string;
}

/**
 * What the parser found. It says `Parse error on line 3:` or ends with ` - 3:14`, and names the tokens of its grammar, which helps nobody; the
 * line that it shows does. Of a block that is left open it names the last line of the text.
 */
function foundIn(text: string, cause: unknown): Found {
  const message = messageOf(cause);
  const open = message.endsWith("got 'EOF'") ? leftOpen(text) : undefined;
  if (open !== undefined) return open;
  const place = /\bon line (\d+)|- (\d+):\d+$/u.exec(message);
  const line = Number(place?.[1] ?? place?.[2] ?? 1);
  const near = /^Parse error on line \d+:\n(.*)\n/u.exec(message)?.[1];
  if (near === undefined) return { line, detail: reasonIn(message) };
  return { line, detail: msg`after «${near}» a brace is missing, or an {{#if}} or {{#each}} is left open` };
}

/** What it says of a tree that it has read, in our own words; empty for what the line alone must tell. */
function reasonIn(message: string): string {
  const { open, close } = /^(?<open>.+) doesn't match (?<close>.+) - \d+:\d+$/u.exec(message)?.groups ?? {};
  if (open !== undefined && close !== undefined)
    return msg`${`{{#${open}}}`} and ${`{{/${close}}}`} do not belong together`;
  const path = /^Invalid path: (.+) - \d+:\d+$/u.exec(message)?.[1];
  return path === undefined ? '' : msg`${path} is not written as a field is`;
}

/** A comment, or where a block begins or ends. */
const blockEdges = /\{\{~?!(?:--.*?--|.*?)~?\}\}|\{\{~?(?<mark>[#^/]) *(?<name>[\w.-]+).*?\}\}/gsu;

/** The innermost block that is open at the end of a text. */
function leftOpen(text: string): Found | undefined {
  const open: { readonly tag: string; readonly index: number }[] = [];
  for (const { 0: tag, index, groups } of text.matchAll(blockEdges)) {
    if (groups?.['mark'] === '/') open.pop();
    else if (groups?.['mark'] !== undefined) open.push({ tag, index });
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  return { line: text.slice(0, last.index).split('\n').length, detail: msg`${last.tag} is left open` };
}

/** Trees already read: one file is checked, compiled and called from others. Nobody changes a tree. */
const trees = new WeakMap<TemplateFile, Program>();

/** Reads a template. Throws TemplateError with code `syntax`, at the line that Handlebars names. */
export function parseTemplate(template: TemplateFile): Program {
  const tree = trees.get(template) ?? read(template);
  trees.set(template, tree);
  return tree;
}

/** The first of git's marks around two versions of the same lines. */
const conflict = /^(?:<{7}|>{7}) .*$/mu;

function refuseTwoVersions({ file, text }: TemplateFile): void {
  const mark = conflict.exec(text);
  if (mark === null) return;
  const line = text.slice(0, mark.index).split('\n').length;
  const at = { source: file, start: { line, column: 0 } };
  throw new TemplateError(templateFault(at, { code: 'two-versions', field: mark[0].trim() }));
}

function read(template: TemplateFile): Program {
  refuseTwoVersions(template);
  let tree: unknown;
  try {
    tree = Handlebars.parse(template.text, { srcName: template.file });
  } catch (cause) {
    const { line, detail } = foundIn(template.text, cause);
    const at = { source: template.file, start: { line, column: 0 } };
    throw new TemplateError(templateFault(at, { code: 'syntax', detail }), { cause });
  }
  if (!isProgram(tree)) throw new TypeError('Handlebars.parse gave no program');
  return tree;
}

/** The name that a partial is called by: its file's name without folders, up to the first full stop. */
export function partialName(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const stop = base.indexOf('.');
  return stop === -1 ? base : base.slice(0, stop);
}

/** Whether a path is one bare word, the form in which helpers and blocks are called: not `a.b`, `./a`, `../a` or `@a`. */
export function bareWord(path: Path | Literal): string | undefined {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1)
    return undefined;
  return path.original === path.parts[0] ? path.parts[0] : undefined;
}
