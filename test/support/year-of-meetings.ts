/** A register before a year of quarterly meetings, and what a test of that year asks of it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { cellValue, type CellChange } from '../../src/domain/workbook.ts';
import { tabs, type TabKey } from '../../src/register/tabs.ts';
import { yearContent } from './year-content.ts';
import { startYear, type Year } from './year.ts';
import type { ScriptRun } from './world.ts';

const { settings = [], contacts = [] } = yearContent;

export interface MeetingYear extends Year {
  /** Runs a command twice, and returns the first run. Throws where the second changes the register or a file. */
  twice(command: string, ...more: readonly string[]): Promise<ScriptRun>;
  /** Those who were asked which day suits answer the same: a word for each day, in order. */
  answer(words: readonly string[]): Promise<void>;
  /** Rows of a tab, each a record from heading to what stands there; empty cells are left out. */
  rows(tab: TabKey): Promise<readonly Readonly<Record<string, string>>[]>;
  /** The text of a file that a command printed, by how its path ends. */
  text(ran: ScriptRun, ending: string): Promise<string>;
  /** The path of such a file. */
  path(ran: ScriptRun, ending: string): string;
}

/** A register with contacts and settings, in which nothing is planned yet. */
export async function startMeetingYear(kind: 'xlsx' | 'google'): Promise<MeetingYear> {
  const year = await startYear(kind, { settings, contacts });
  const path = ({ stdout, stderr }: ScriptRun, ending: string): string => {
    const found = stdout.split('\n').find((line) => line.replace(' (unchanged)', '').endsWith(ending));
    if (found === undefined) throw new Error(`no file ends with ${ending}:\n${stdout}${stderr}`);
    return join(year.folder, found.replace(' (unchanged)', ''));
  };
  return {
    ...year,
    twice: async (command, ...more) => {
      const ran = await year.npm(command, ...more);
      if (ran.code === 2) throw new Error(`npm run ${command}\n${ran.stdout}${ran.stderr}`);
      const before = await stateOf(year);
      const again = await year.npm(command, ...more);
      expect([command, again.code, await stateOf(year)]).toEqual([command, ran.code, before]);
      return ran;
    },
    answer: async (words) => {
      const store = await year.store();
      const workbook = await store.read();
      const rows = workbook.sheets.find(({ name }) => name === tabs.answers.name)?.rows.slice(1) ?? [];
      const results = await store.write(
        rows.map(({ number, cells }, index): CellChange => ({
          ...{ kind: 'cell', tab: tabs.answers.name, at: { by: 'content', row: number, cells } },
          ...{ column: 'Svar', was: null, becomes: words[index % words.length] ?? '' },
        })),
        workbook,
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'done'));
    },
    rows: async (tab) => {
      const { sheets } = await (await year.store()).read();
      const [head, ...rows] = sheets.find(({ name }) => name === tabs[tab].name)?.rows ?? [];
      const headings = (head?.cells ?? []).map((cell) => String(cellValue(cell) ?? ''));
      return rows.map(({ cells }) =>
        Object.fromEntries(
          headings.flatMap((heading, index) => {
            const value = cellValue(cells[index] ?? null);
            return value === null || value === '' ? [] : [[heading, String(value)]];
          }),
        ),
      );
    },
    path,
    text: (ran, ending) => readFile(path(ran, ending), 'utf8'),
  };
}

/** Every cell, and the sum of every file that was made. */
async function stateOf(year: Year): Promise<unknown> {
  const { sheets } = await (await year.store()).read();
  const out = join(year.folder, 'out');
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const file = join(parentPath, name);
        return [
          file,
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        ] as const;
      }),
  );
  return { sheets: sheets.map(({ name, rows }) => ({ name, rows })), files: files.toSorted() };
}
