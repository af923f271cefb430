/** Writes in cells of a register, as somebody would. */
import { cellValue, type Change } from '../../src/domain/workbook.ts';
import type { RegisterStore } from '../../src/stores/store.ts';

type Typed = Extract<Change, { readonly kind: 'cell' }>['becomes'];

/** Changes cells of the row with an ID. Throws where one could not be written. */
export async function typeIn(
  store: RegisterStore,
  tab: string,
  id: string,
  typed: Readonly<Record<string, Typed>>,
): Promise<void> {
  const workbook = await store.read();
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  const headings = sheet?.rows[0]?.cells ?? [];
  const row = sheet?.rows.find(({ cells: [first] }) => cellValue(first ?? null) === id);
  const idColumn = String(cellValue(headings[0] ?? null));
  const results = await store.write(
    Object.entries(typed).map(([column, becomes]): Change => ({
      ...{ kind: 'cell', tab, at: { by: 'id', idColumn, id }, column, becomes },
      was: cellValue(row?.cells[headings.indexOf(column)] ?? null) ?? '',
    })),
    workbook,
  );
  const failed = results.filter(({ outcome }) => outcome !== 'done');
  if (failed.length > 0) throw new Error(`not written: ${JSON.stringify(failed)}`);
}
