import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellValue } from '../../../src/domain/workbook.ts';
import { layoutOf, type Tab } from '../../../src/register/tab.ts';
import { tabs } from '../../../src/register/tabs.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { filesOf, paperSamples, type SampleFile } from '../../support/paper-samples.ts';
import type { Standard } from './language.ts';
import { squeezed } from './print.ts';
import { mustRun, ROOT } from './tools.ts';

/** The set of files of one paper in one written standard. */
export interface Paper {
  /** As its golden files are called. */
  readonly name: string;
  readonly standard: Standard;
  /** Absolute paths by ending. */
  readonly html: string;
  readonly docx: string;
  readonly txt: string;
  /** Where the paper brings one. */
  readonly ics: string | undefined;
}

/**
 * Makes every paper of the registry from the sample register, as a newcomer does, in both standards. Those without pages
 * are left out.
 */
export async function makePapers(folder: string): Promise<Paper[]> {
  await run(folder, 'init', ['--sample']);
  const made: Paper[] = [];
  for (const sample of paperSamples) {
    const stdout = await run(folder, sample.paper.name, sample.argv);
    const files = filesOf(sample, stdout).map((file) => ({ ...file, path: join(folder, file.path) }));
    for (const set of new Set(files.map((file) => file.set)))
      for (const standard of ['nb', 'nn'] as const) {
        const own = files.filter((file) => file.set === set && file.ending.startsWith(`${standard}.`));
        if (own.some(({ ending }) => ending.endsWith('.html'))) made.push(paperOf(set, standard, own));
      }
  }
  return made;
}

/** Runs a command of Felles in a folder at noon of a day, and gives what it prints on standard output. */
export async function run(
  folder: string,
  name: string,
  args: readonly string[],
  day = '2026-11-23',
): Promise<string> {
  const bin = join(ROOT, 'bin/felles.js');
  return mustRun(process.execPath, [bin, name, ...args, '--now', `${day}T12:00`], folder);
}

function paperOf(name: string, standard: Standard, files: readonly SampleFile[]): Paper {
  const find = (format: string): string | undefined =>
    files.find(({ ending }) => ending === `${standard}.${format}`)?.path;
  const path = (format: string): string => {
    const found = find(format);
    if (found === undefined) throw new Error(`${name} has no .${standard}.${format}`);
    return found;
  };
  return { name, standard, html: path('html'), docx: path('docx'), txt: path('txt'), ics: find('ics') };
}

/** Words that people choose from a list: a paper words them in its own standard. */
const CHOICES = new Set(
  Object.values(tabs).flatMap((tab) => layoutOf(tab).columns.flatMap(({ choices }) => choices ?? [])),
);

/** What people wrote in the sample: each text in a cell of the tabs that papers are made from, once. */
export async function peoplesTexts(workbook: string): Promise<string[]> {
  const names: readonly string[] = Object.values<Tab>(tabs)
    .filter((tab) => tab.owner === 'people' && tab !== tabs.recipients)
    .map(({ name }) => name);
  const { sheets } = readWorkbook(await readFile(workbook), 'register.xlsx');
  const texts = sheets
    .filter(({ name }) => names.includes(name))
    .flatMap(({ rows }) => rows.slice(1).flatMap(({ cells }) => cells.map(cellValue)))
    .filter((value) => typeof value === 'string');
  return [...new Set(texts.map(squeezed))].filter((text) => /\p{L}/u.test(text) && !CHOICES.has(text));
}

/** What people wrote, also in the ways in which papers show it: a link without its beginning, a list word by word. */
export const asShown = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(formsOf))];

function formsOf(text: string): readonly string[] {
  if (/^https?:/u.test(text)) return [text, text.replaceAll(/^https?:\/\/|\/$/gu, '')];
  // Things whose titles begin alike are told as one, each with the rest of its title.
  const rest = /^[^:]+: (?<rest>.+)$/u.exec(text)?.groups?.['rest'];
  if (rest !== undefined && text.length <= 100) return [text, rest];
  const words = text.split(',').map((word) => word.trim());
  if (words.length === 1 || text.length > 100) return [text];
  const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('nb') + word.slice(1);
  return [text, ...words.flatMap((word) => [word, capital(word)])];
}
