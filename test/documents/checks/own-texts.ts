import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import webinars from '../../../src/register/sample/webinars.json' with { type: 'json' };
import { frontPageWords } from '../../../src/language/front-page.ts';
import { layoutOf } from '../../../src/register/tab.ts';
import { tabs } from '../../../src/register/tabs.ts';
import { withoutNames, type Standard } from './language.ts';
import { squeezed } from './print.ts';
import { ROOT } from './tools.ts';

/** A text that the project itself brings, by the file it stands in. */
export interface OwnText {
  readonly path: string;
  readonly text: string;
}

/** Tabs and columns are called the same whatever one writes: their headings are in bokmål. */
const NAMES = Object.values(tabs).flatMap((tab) => {
  const { name, columns } = layoutOf(tab);
  return [name, ...columns.map(({ heading }) => heading)];
});

/** The guides, the templates and the wordings, as far as they are in one standard. */
export function ownTexts(standard: Standard): OwnText[] {
  const guides = {
    nb: ['veiledning.nb.md', 'kvartalsmote.nb.md', 'drift.nb.md', 'maler.nb.md'],
    nn: ['rettleiing.nn.md', 'kvartalsmote.nn.md', 'drift.nn.md', 'malar.nn.md'],
  }[standard].map((name) => `docs/${name}`);
  return [
    ...guides.map((path) => ({
      path,
      text: withoutNames(read(path).replace(/<!--.*?-->|\]\([^)]*\)/gsu, ''), NAMES),
    })),
    ...filesUnder('templates', `.${standard}.md.hbs`).map((path) => ({
      path,
      text: templateText(read(path)),
    })),
    ...filesUnder('src/language', '.ts')
      .filter((path) => new RegExp(`(?:^|/)${standard}\\b`, 'u').test(path))
      .map((path) => ({ path, text: withoutNames(wordings(read(path)), NAMES) })),
    {
      path: `src/language/front-page.ts (${standard})`,
      text: withoutNames(textsIn(frontPageWords[standard]).join('\n'), NAMES),
    },
  ];
}

/** What people themselves write or choose, flags and variables, and endings of files: nobody reads them as language. */
const MACHINE_WORDS = /«[^»]*»|--[\w-]+|\b[A-Z]+(?:_[A-Z]+)+\b|(?<![\p{L}\d])(?:\.[a-z]+)+-?/gu;

const sentencesOf = z.record(z.string(), z.string());

/** What commands say, without the words that are the same in English. */
export function messageTexts(standard: Standard): OwnText[] {
  return filesUnder(`src/language/messages/${standard}`, '.json').map((path) => {
    const sentences = Object.entries(sentencesOf.parse(JSON.parse(read(path))));
    const said = sentences.map(([key, sentence]) =>
      withoutNames(sentence.replace(MACHINE_WORDS, ' '), [
        ...NAMES,
        ...(key.match(/[\p{L}\d.-]*[\p{L}\d]/gu) ?? []),
      ]),
    );
    return { path, text: said.join('\n') };
  });
}

/** The texts in words that are nested. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

/** What the sample publishes about its webinars, also those that it has no row for on most days. */
export function webinarTexts(standard: Standard): OwnText[] {
  const { source: _source, date: _date, series: _series, ...texts } = webinars;
  return Object.entries(texts).map(([name, { [standard]: text }]) => ({
    path: `the sample's ${name}`,
    text: [text.Tittel, text.Ingress, ...text.Brødtekst, ...text.Utbytte].join('\n'),
  }));
}

/** What the parties are called, whatever one writes. */
const PARTIES = ['Norske arkitekters landsforbund', 'Kompetansesenter for distriktsutvikling'];

/** What the sample calls its conferences, in bokmål alone. */
const CONFERENCES = [
  'BYLIVkonferansen 2026: Steder for hele livet',
  'BYLIVkonferansen 2027: Det nære stedet',
];

/**
 * The mailings about the sample's webinars and to its speakers, and the cancelled meeting, as they read when all is put
 * together. Agendas and digests quote what people wrote in the other standard: `papers.documents.test.ts` reads them.
 */
export function mailingTexts(standard: Standard): OwnText[] {
  const ending = `.${standard}.txt`;
  return [
    ...filesUnder('test/golden/announcement', ending),
    ...filesUnder('test/golden/speakers', ending),
    ...filesUnder('test/golden/meetings', `cancelled${ending}`),
  ].map((path) => ({ path, text: withoutNames(squeezed(read(path)), [...PARTIES, ...CONFERENCES]) }));
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
    .sort();
}

/** A template without its fields and blocks, but with the words that stand in quotation marks inside them. */
export function templateText(template: string): string {
  return template
    .replace(/\{\{!--.*?--\}\}/gsu, ' ')
    .replace(
      /\{\{.*?\}\}/gsu,
      (tag) => [...tag.matchAll(/"([^"]* [^"]*)"/gu)].map(([, words]) => words).join(' ') || '0',
    );
}

/** The texts in a TypeScript file: whole sentences and words, not the codes that stand before a colon or a bracket. */
export function wordings(code: string): string {
  const file = ts.createSourceFile('wordings.ts', code, ts.ScriptTarget.ESNext, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isWording(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts.join('\n');
}

function isWording(node: ts.Node): node is ts.LiteralLikeNode {
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return true;
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
  if (
    isKey ||
    ts.isImportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isBinaryExpression(parent)
  )
    return false;
  if (ts.isElementAccessExpression(parent)) return false;
  return !ts.isCaseClause(parent) && !/^(?:nb|nn)(?:-NO)?$/u.test(node.text);
}
