import type { ColumnGroup } from '../model/groups.ts';
import type { Area } from '../model/sheet.ts';
import type { ConditionalRule, FilterView } from '../schema/looks.ts';
import { wireRange } from './properties.ts';

/** Rules, views, groups and merged cells as the API sends them. */

export const wireRule = ({ ranges, booleanRule }: ConditionalRule): object => ({
  ranges: ranges.map(wireRange),
  booleanRule,
});

/** «Both criteria and filterSpecs are populated in responses.» */
export const wireFilterView = ({ filterViewId, title, range, filterSpecs }: FilterView): object => ({
  filterViewId,
  title,
  range: wireRange(range),
  ...(filterSpecs.length === 0
    ? {}
    : {
        criteria: Object.fromEntries(
          filterSpecs.map(({ columnIndex, filterCriteria }) => [columnIndex, filterCriteria]),
        ),
        filterSpecs: filterSpecs.map(({ columnIndex, filterCriteria }) => ({
          ...(columnIndex === 0 ? {} : { columnIndex }),
          filterCriteria,
        })),
      }),
});

export const wireGroup = ({ sheetId, start, end, depth, isCollapsed }: ColumnGroup): object => ({
  range: {
    ...(sheetId === 0 ? {} : { sheetId }),
    dimension: 'COLUMNS',
    startIndex: start,
    endIndex: end,
  },
  depth,
  ...(isCollapsed ? { collapsed: true } : {}),
});

export const wireMerge = (sheetId: number, { top, bottom, left, right }: Area): object =>
  wireRange({
    sheetId,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: left,
    endColumnIndex: right,
  });
