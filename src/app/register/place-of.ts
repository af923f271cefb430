/** Where the row of an entry of the due list is. */
import { msg } from '../../domain/msg.ts';
import type { Entry } from '../../papers/due/entry.ts';
import type { Register } from '../../register/register.ts';
import { tabs } from '../../register/tabs.ts';

/** Where a row is: the tab by its name in the workbook, and the row that people see. Undefined if there is no such row. */
export function placeOf(
  register: Register,
  { tab, id }: Entry['about'],
): { readonly tab: string; readonly row: number | undefined } | undefined {
  if (tab === undefined) return undefined;
  // A recipient is known by its number.
  const rows: readonly { id?: string | undefined; number?: unknown; at: { readonly row: number } }[] =
    register[tab];
  const found = rows.find((row) => row.id === id || row.number === id);
  return { tab: register.tabs[tab]?.name ?? tabs[tab].name, row: found?.at.row };
}

/** `Aktiviteter row 14` */
export const placeNamer =
  (register: Register) =>
  (about: Entry['about']): string | undefined => {
    const place = placeOf(register, about);
    return place?.row === undefined ? place?.tab : msg`${place.tab} row ${place.row}`;
  };
