import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellValue } from '../../../src/domain/workbook.ts';
import { layoutOf } from '../../../src/register/tab.ts';
import { tabs } from '../../../src/register/tabs.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import type { Standard } from './language.ts';
import { squeezed } from './office.ts';
import { mustRun, ROOT } from './tools.ts';

/** The set of files of one paper in one written standard. */
export interface Paper {
  /** As its files begin. */
  readonly name: string;
  readonly standard: Standard;
  /** Absolute paths by ending. */
  readonly html: string;
  readonly docx: string;
  readonly txt: string;
  /** Where the paper brings one. */
  readonly ics: string | undefined;
}

/** The papers that are looked at: the script, and how the names of their files begin. A new paper is one line here. */
const PAPERS: readonly Made[] = [
  { script: 'agenda', beginning: 'saksliste-' },
  { script: 'examples', beginning: 'forbilder-' },
  { script: 'report', beginning: 'rapport-' },
  { script: 'county', beginning: 'fylkesoversikt-' },
  { script: 'county', beginning: 'fylkesnotat-', args: ['--fylke', 'Vestland'] },
  { script: 'digest', beginning: 'nytt-', args: ['--for', 'Distriktssenteret'] },
  { script: 'programme', beginning: 'program-' },
  { script: 'programme', beginning: 'programstatus-' },
];

interface Made {
  readonly script: string;
  readonly beginning: string;
  readonly args?: readonly string[];
}

/**
 * Makes the papers of the sample register, as a newcomer does.
 * Returns both standards of each.
 */
export async function makePapers(folder: string): Promise<Paper[]> {
  const runs = new Map(
    PAPERS.map(({ script, args = [] }) => [[script, ...args].join(' '), { script, args }]),
  );
  await makePaper(folder, 'init', ['--sample']);
  for (const { script, args } of runs.values()) await makePaper(folder, script, args);
  const papers: Paper[] = [];
  for (const { script, beginning } of PAPERS) {
    const out = join(folder, 'out', script);
    const made = (await readdir(out)).filter((name) => name.startsWith(beginning));
    for (const standard of ['nb', 'nn'] as const)
      papers.push(filesOf(beginning.slice(0, -1), standard, out, made));
  }
  return papers;
}

async function makePaper(folder: string, name: string, args: readonly string[]): Promise<void> {
  const loader = import.meta.resolve('tsx');
  const script = join(ROOT, 'scripts', `${name}.ts`);
  await mustRun(process.execPath, ['--import', loader, script, ...args, '--now', '2026-11-23T12:00'], folder);
}

function filesOf(name: string, standard: Standard, out: string, made: readonly string[]): Paper {
  const find = (format: string): string | undefined => {
    const found = made.filter(
      (file) => file.endsWith(`.${standard}.${format}`) && !/-p-[\d-]+\.n/u.test(file),
    );
    if (found.length > 1) throw new Error(`not one .${standard}.${format} among ${made.join(', ')}`);
    return found[0] === undefined ? undefined : join(out, found[0]);
  };
  const path = (format: string): string => {
    const found = find(format);
    if (found === undefined) throw new Error(`no .${standard}.${format} among ${made.join(', ')}`);
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
  const names = [
    'Aktiviteter',
    'Tekster',
    'Saker',
    'Tiltak',
    'Program',
    'Forbilder',
    'Dialog',
    'Kontakter',
    'Oppsett',
  ];
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
  const words = text.split(',').map((word) => word.trim());
  if (words.length === 1 || text.length > 100) return [text];
  const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('nb') + word.slice(1);
  return [text, ...words.flatMap((word) => [word, capital(word)])];
}
