/** The requests that give a tab its looks, and those that take them back where they went to the wrong columns. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { colour, groupColours, highlightFormats } from './appearance.ts';
import type { Request } from './cell-requests.ts';
import { openBelow } from './formulas.ts';
import type { PlannedLooks, PlannedView } from './looks-plan.ts';
import type { SeenTab } from './read.ts';
import type { Span } from './read-looks.ts';
import type { Copies } from './write-log.ts';

/** A custom formula, or a range of choices. */
const condition = (type: string, userEnteredValue: string): api.Schema$BooleanCondition => ({
  type,
  values: [{ userEnteredValue }],
});

const columnsOf = (sheetId: number, { start, end }: Span): api.Schema$DimensionRange => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex: start,
  endIndex: end,
});

/** From a row, counted from 0, to the end of the tab. */
const cellsFrom = (sheetId: number, startRowIndex: number, { start, end }: Span): api.Schema$GridRange => ({
  sheetId,
  startRowIndex,
  startColumnIndex: start,
  endColumnIndex: end,
});

const oneColumn = (column: number): Span => ({ start: column, end: column + 1 });

/** The looks of a tab, whose columns are there by then. Rules come after those that people have made. */
export function looksRequests(planned: PlannedLooks): readonly Request[] {
  const { tab, headings, rulesBefore, rules, groups, coloured, hidden, offers, filterViews } = planned;
  const { id } = tab;
  return [
    ...rules.map(({ formula, look, ...span }, index): Request => ({
      addConditionalFormatRule: {
        index: rulesBefore + index,
        rule: {
          ranges: [cellsFrom(id, headings, span)],
          booleanRule: { condition: condition('CUSTOM_FORMULA', formula), format: highlightFormats[look] },
        },
      },
    })),
    ...coloured.map((span) => headingColour(id, headings, span, groupColours[span.colour])),
    ...offers.map(({ column, range }): Request => ({
      setDataValidation: {
        range: cellsFrom(id, headings, oneColumn(column)),
        rule: {
          condition: condition('ONE_OF_RANGE', `=${openBelow(range)}`),
          strict: false,
          showCustomUi: true,
        },
      },
    })),
    ...filterViews.map((view) => filterView(id, headings, view)),
    ...groups.flatMap(({ isFolded, ...span }): readonly Request[] => [
      { addDimensionGroup: { range: columnsOf(id, span) } },
      ...(isFolded ? [folded(columnsOf(id, span))] : []),
    ]),
    ...hidden.map((span) => hiding(columnsOf(id, span), true)),
    ...frozenColumns(id, planned.frozen?.becomes),
  ];
}

function headingColour(sheetId: number, headings: number, span: Span, hex: string): Request {
  const range = { ...cellsFrom(sheetId, headings - 1, span), endRowIndex: headings };
  const cell = { userEnteredFormat: { backgroundColorStyle: colour(hex) } };
  return { repeatCell: { range, cell, fields: 'userEnteredFormat.backgroundColorStyle' } };
}

function filterView(sheetId: number, headings: number, { title, width, where }: PlannedView): Request {
  const range = cellsFrom(sheetId, headings - 1, { start: 0, end: width });
  const filterSpecs = where.map(({ column, formula }) => ({
    columnIndex: column,
    filterCriteria: { condition: condition('CUSTOM_FORMULA', formula) },
  }));
  return { addFilterView: { filter: { title, range, filterSpecs } } };
}

const folded = (range: api.Schema$DimensionRange): Request => ({
  updateDimensionGroup: { dimensionGroup: { range, depth: 1, collapsed: true }, fields: 'collapsed' },
});

const hiding = (range: api.Schema$DimensionRange, hiddenByUser: boolean): Request => ({
  updateDimensionProperties: { range, properties: { hiddenByUser }, fields: 'hiddenByUser' },
});

const frozenColumns = (sheetId: number, frozenColumnCount: number | undefined): readonly Request[] =>
  frozenColumnCount === undefined
    ? []
    : [
        {
          updateSheetProperties: {
            properties: { sheetId, gridProperties: { frozenColumnCount } },
            fields: 'gridProperties.frozenColumnCount',
          },
        },
      ];

/**
 * Takes back looks that went into other columns than they were meant for, since people had moved columns. `copies` are
 * those of the write that gave them, `shown` is the tab just after it.
 */
export function takingBack(planned: PlannedLooks, copies: Copies, shown: SeenTab): readonly Request[] {
  const { tab, headings, rulesBefore, rules, groups, coloured, hidden, offers, filterViews } = planned;
  const { id } = tab;
  const titles = new Set(filterViews.map(({ title }) => title));
  const dressed = (shown.looks?.filterViews ?? []).filter(({ title }) => titles.has(title));
  return [
    ...rules
      .map((_, index): Request => ({
        deleteConditionalFormatRule: { sheetId: id, index: rulesBefore + index },
      }))
      .toReversed(),
    ...coloured.map((span) =>
      pasteBack(
        copies,
        { row: copies.headings.place, height: 1 },
        cellsFrom(id, headings - 1, span),
        'PASTE_FORMAT',
      ),
    ),
    ...offers.flatMap(({ column }): readonly Request[] => {
      const range = cellsFrom(id, headings, oneColumn(column));
      const { place, rowCount } = copies.choices ?? { place: 0, rowCount: 0 };
      const kept = { row: place, height: rowCount };
      const cleared: Request = { setDataValidation: { range } };
      return rowCount === 0 ? [cleared] : [cleared, pasteBack(copies, kept, range, 'PASTE_DATA_VALIDATION')];
    }),
    ...dressed.map((view): Request => ({ deleteFilterView: { filterId: view.id } })),
    ...groups.flatMap((span): readonly Request[] => [
      { deleteDimensionGroup: { range: columnsOf(id, span) } },
      hiding(columnsOf(id, span), false),
    ]),
    ...hidden.map((span) => hiding(columnsOf(id, span), false)),
    ...frozenColumns(id, planned.frozen?.was),
  ];
}

/** From the write log, where the copies of a tab's cells are in their own columns. */
function pasteBack(
  { logId }: Copies,
  { row, height }: { readonly row: number; readonly height: number },
  to: api.Schema$GridRange,
  pasteType: string,
): Request {
  const { startRowIndex = 0, ...rest } = to;
  const source = { ...rest, sheetId: logId, startRowIndex: row, endRowIndex: row + height };
  const destination = { ...to, endRowIndex: Number(startRowIndex) + height };
  return { copyPaste: { source, destination, pasteType } };
}
