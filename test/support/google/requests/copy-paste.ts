import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { errorTexts, formulaOf, shownBy, tidy, type Cell } from '../model/cell.ts';
import type { GridSize } from '../model/formula.ts';
import type { Area } from '../model/sheet.ts';
import { copiedContent } from '../model/writing.ts';
import { gridRange } from '../schema/ranges.ts';
import { mergesIn } from './merges.ts';
import { requestKind } from './request-kind.ts';

/** What a cell becomes when another is pasted on it, so far to the right and down from where it was copied. */
type Paste = (old: Cell | undefined, copied: Cell | undefined, by: Step) => Cell;

interface Step {
  readonly right: number;
  readonly down: number;
  readonly into: GridSize;
}

const content: Paste = (old, copied, { right, down, into }) => ({
  ...old,
  content: copiedContent(copied, right, down, into),
  computedFormat: copied?.computedFormat,
});

const pastes = {
  PASTE_NORMAL: (_, copied, by) => ({ ...copied, ...content(undefined, copied, by) }),
  PASTE_NO_BORDERS: (old, copied, by) => ({
    ...copied,
    ...content(undefined, copied, by),
    format: { ...copied?.format, borders: old?.format?.borders },
  }),
  PASTE_VALUES: (old, copied) => ({ ...old, content: pastedValue(copied), computedFormat: undefined }),
  PASTE_FORMULA: content,
  PASTE_FORMAT: (old, copied) => ({ ...old, format: copied?.format, validation: copied?.validation }),
  PASTE_DATA_VALIDATION: (old, copied) => ({ ...old, validation: copied?.validation }),
} as const satisfies Record<string, Paste>;

/** A formula leaves what it shows; an error becomes its text. */
function pastedValue(copied: Cell | undefined): Cell['content'] {
  if (formulaOf(copied) === undefined) return copied?.content;
  const shown = shownBy(copied);
  return typeof shown === 'object' ? errorTexts[shown.error] : shown;
}

export const copyPaste = requestKind(
  'copyPaste',
  z.strictObject({
    source: gridRange,
    destination: gridRange,
    pasteType: z.enum(Object.keys(pastes) as (keyof typeof pastes)[]).default('PASTE_NORMAL'),
    pasteOrientation: z.literal('NORMAL').optional(),
  }),
  (editing, { source, destination, pasteType }) => {
    const { spreadsheet } = editing;
    const from = spreadsheet.area(source);
    const given = spreadsheet.area(destination);
    const { sheet } = given;
    const area = target(from.area, given.area);
    if (area.bottom > sheet.rowCount || area.right > sheet.columnCount)
      throw invalid('The destination does not have room for the cells that are to be pasted.');
    mergesIn(from.sheet, from.area);
    // The source is read whole before anything is written: the two may overlap.
    const copied = cellsOf(from);
    const height = from.area.bottom - from.area.top;
    const width = from.area.right - from.area.left;
    editing.replace(sheet, area, (row, column, old) => {
      const [down, right] = [(row - area.top) % height, (column - area.left) % width];
      const step = {
        down: row - (from.area.top + down),
        right: column - (from.area.left + right),
        into: sheet,
      };
      return tidy(pastes[pasteType](old, copied[down]?.[right], step));
    });
    return undefined;
  },
);

function cellsOf({
  sheet,
  area,
}: {
  readonly sheet: { cell(row: number, column: number): Cell | undefined };
  readonly area: Area;
}) {
  return Array.from({ length: area.bottom - area.top }, (_, row) =>
    Array.from({ length: area.right - area.left }, (__, column) =>
      sheet.cell(area.top + row, area.left + column),
    ),
  );
}

/** The destination in whole copies of the source; one copy where it is no multiple of the source. */
function target(source: Area, given: Area): Area {
  const span = (from: number, to: number): number => {
    return to % from === 0 ? to : from;
  };
  const height = span(source.bottom - source.top, given.bottom - given.top);
  const width = span(source.right - source.left, given.right - given.left);
  return { top: given.top, bottom: given.top + height, left: given.left, right: given.left + width };
}
