/** The work that is measured: read six tabs of 200 rows and twelve columns, and write 200 changed rows of one. */
import type { NewValue, TabAddition } from '../../src/domain/workbook.ts';

export const TABS = ['Aktiviteter', 'Saker', 'Tiltak', 'Program', 'Forbilder', 'Kontakter'] as const;
export const ROWS = 200;
const COLUMNS = 12;

/** The column that is changed in every row of the first tab. */
export const CHANGED = 'K12';

export const headings: readonly string[] = Array.from({ length: COLUMNS }, (_, column) =>
  column === 0 ? 'ID' : `K${String(column + 1)}`,
);

export const idOf = (row: number): string => `A-2026-${String(row + 1).padStart(3, '0')}`;

/** The tabs as a script would make them. */
export function tabsToFill(): readonly TabAddition[] {
  return TABS.map((name): TabAddition => {
    const columns = headings.map((heading) => ({ heading, note: '', width: 12, format: 'text' as const }));
    const rows = Array.from({ length: ROWS }, (_, row) =>
      Object.fromEntries(
        headings.map((heading, column): [string, NewValue] => [
          heading,
          column === 0
            ? idOf(row)
            : column === COLUMNS - 1
              ? 'før'
              : `${name} ${String(row)}/${String(column)}`,
        ]),
      ),
    );
    return { kind: 'tab', layout: { name, owner: 'people', columns }, rows };
  });
}
