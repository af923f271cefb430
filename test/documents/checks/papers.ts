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
  readonly standard: Standard;
  /** Absolute paths by ending. */
  readonly html: string;
  readonly docx: string;
  readonly txt: string;
  readonly ics: string;
}

/**
 * Makes the agenda as a newcomer does: in an empty folder, with no workbook, so that the sample register is made too.
 * Returns the papers, both standards, in that order.
 */
export async function makeAgenda(folder: string): Promise<Paper[]> {
  const loader = import.meta.resolve('tsx');
  const script = join(ROOT, 'scripts/agenda.ts');
  await mustRun(process.execPath, ['--import', loader, script, '--now', '2026-11-23T12:00'], folder);
  const out = join(folder, 'out/agenda');
  const made = await readdir(out);
  return (['nb', 'nn'] as const).map((standard) => {
    const path = (format: string): string => {
      const found = made.filter((name) => name.endsWith(`.${standard}.${format}`));
      if (found.length !== 1) throw new Error(`not one .${standard}.${format} among ${made.join(', ')}`);
      return join(out, found.join(''));
    };
    return { standard, html: path('html'), docx: path('docx'), txt: path('txt'), ics: path('ics') };
  });
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
