/** Every case number in the workbook, whatever other faults its row has. */
import { isEmptyCell, type Workbook } from '../domain/workbook.ts';
import type { TabState } from './register.ts';
import { caseNumberCell, type CaseNumber } from './tabs/cases.ts';

/** The numbers in the column `Saksnr`, as far as they can be read. */
export function caseNumbersIn(workbook: Workbook, tab: TabState | undefined): readonly CaseNumber[] {
  const index = tab?.columns?.['number']?.index;
  const sheet = workbook.sheets.find(({ name }) => name === tab?.name);
  if (index === undefined || sheet === undefined) return [];
  const top = tab?.top ?? 0;
  return sheet.rows.flatMap(({ number: row, cells }) => {
    const cell = row > top ? cells[index] : null;
    const number =
      cell === undefined || isEmptyCell(cell) ? undefined : caseNumberCell(cell, () => undefined);
    return number === undefined ? [] : [number];
  });
}
