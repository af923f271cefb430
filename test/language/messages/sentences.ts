/** What is said in the sources: the sentences of `msg`, and texts that are said without it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { messageKey } from '../../../src/domain/msg.ts';

const root = join(import.meta.dirname, '../../..');

export interface SaidInSource {
  /** File and line. */
  readonly place: string;
  readonly text: string;
}

export interface SentencesOfSource {
  readonly sentences: readonly SaidInSource[];
  /** Sentences that would keep the language of the moment in which their module was loaded. */
  readonly early: readonly SaidInSource[];
  /** Words that are said in English whatever is spoken. */
  readonly untagged: readonly SaidInSource[];
}

type Texts = ts.TemplateLiteral | ts.StringLiteral;

const isTexts = (node: ts.Node): node is Texts =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The key of a text, as `msg` gives it. */
const keyOf = (node: Texts): string =>
  ts.isTemplateExpression(node)
    ? messageKey([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)])
    : messageKey([node.text]);

const isMsg = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'msg';

/** What a person reads of a call: both texts of a UserError, the line of a terminal. */
function saidBy(node: ts.Node): readonly ts.Node[] {
  if (ts.isNewExpression(node) && node.expression.getText() === 'UserError')
    return node.arguments?.slice(0, 2) ?? [];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  return ['say', 'result'].includes(node.expression.name.text) ? node.arguments.slice(0, 1) : [];
}

const isInFunction = (node: ts.Node): boolean =>
  ts.findAncestor(node, (above) => ts.isFunctionLike(above) || ts.isPropertyDeclaration(above)) !== undefined;

export function sentencesOf(file: string, code: string): SentencesOfSource {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found = {
    sentences: [] as SaidInSource[],
    early: [] as SaidInSource[],
    untagged: [] as SaidInSource[],
  };
  const said = (node: ts.Node, text: string): SaidInSource => ({
    place: `${file}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`,
    text,
  });
  const findUntagged = (node: ts.Node): void => {
    // What is compared, and the names of properties, nobody reads.
    if (ts.isBinaryExpression(node) && node.operatorToken.getText().includes('==')) return;
    if (ts.isElementAccessExpression(node)) {
      findUntagged(node.expression);
      return;
    }
    if (isMsg(node)) {
      if (ts.isTemplateExpression(node.template)) node.template.templateSpans.forEach(findUntagged);
      return;
    }
    if (isTexts(node) && /\p{L}{2}/u.test(keyOf(node))) found.untagged.push(said(node, keyOf(node)));
    ts.forEachChild(node, findUntagged);
  };
  const visit = (node: ts.Node): void => {
    if (isMsg(node)) {
      const sentence = said(node, keyOf(node.template));
      found.sentences.push(sentence);
      if (!isInFunction(node)) found.early.push(sentence);
    }
    saidBy(node).forEach(findUntagged);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Of every file below src/ that says something. */
export function sentencesOfSources(): readonly SentencesOfSource[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: `src/${path}`, code: readFileSync(join(root, 'src', path), 'utf8') }))
    .filter(({ code }) => /msg`|new UserError\(|\.(?:say|result)\(/u.test(code))
    .map(({ path, code }) => sentencesOf(path, code));
}
