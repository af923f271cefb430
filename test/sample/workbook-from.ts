import { parseDay, parseWallTime, toSerial } from '../../src/domain/time.ts';
import type { Cell, Change, NewValue, TabAddition, Workbook } from '../../src/domain/workbook.ts';
import { sheetOf } from '../support/build-workbook.ts';

/** The workbook that a store makes of the plan for a new one. Throws where a row has a heading that its tab lacks. */
export function workbookFrom(changes: readonly Change[]): Workbook {
  const added = changes.filter((change): change is TabAddition => change.kind === 'tab');
  const sheets = added.map(({ layout, rows }) => {
    const headings = layout.columns.map(({ heading }) => heading);
    const cellsOf = (row: (typeof rows)[number]): readonly Cell[] => {
      const unknown = Object.keys(row).find((heading) => !headings.includes(heading));
      if (unknown !== undefined) throw new Error(`«${layout.name}» has no column «${unknown}»`);
      return headings.map((heading) => cellOf(row[heading]));
    };
    return sheetOf(layout.name, [headings, ...rows.map(cellsOf)]);
  });
  return { name: 'made.xlsx', revision: 'made', sheets };
}

function cellOf(value: NewValue | undefined): Cell {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  if ('serial' in value) return { value: value.serial, isDate: true };
  const text = 'day' in value ? value.day : value.wallTime;
  const time = 'day' in value ? parseDay(text) : parseWallTime(text);
  if (time === undefined) throw new Error(`not a date: «${text}»`);
  return { value: toSerial(time), isDate: true };
}
