import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { sortRows } from '../model/sorting.ts';
import { namedRange, protectedRange } from '../schema/properties.ts';
import { gridRange } from '../schema/ranges.ts';
import { wireProtectedRange, wireRange } from '../wire/properties.ts';
import { requestKind } from './request-kind.ts';

const addProtectedRange = requestKind(
  'addProtectedRange',
  z.strictObject({ protectedRange }),
  ({ spreadsheet }, { protectedRange: given }) => {
    if (given.range === undefined) throw invalid('One of range, namedRangeId and tableId must be set.');
    const sheet = spreadsheet.grid(given.range.sheetId);
    if (given.range.startRowIndex !== undefined || given.range.endRowIndex !== undefined)
      spreadsheet.area(given.range);
    if (given.warningOnly === true && given.editors !== undefined)
      throw invalid('Editors are not supported with warningOnly protection.');
    const taken = spreadsheet.sheets.flatMap((each) => each.protectedRanges);
    if (taken.some(({ protectedRangeId }) => protectedRangeId === given.protectedRangeId))
      throw invalid(`A protected range with the id ${given.protectedRangeId ?? ''} already exists.`);
    const made = { ...given, protectedRangeId: given.protectedRangeId ?? spreadsheet.newId() };
    sheet.protectedRanges = [...sheet.protectedRanges, made];
    return { addProtectedRange: { protectedRange: wireProtectedRange(made) } };
  },
);

const addNamedRange = requestKind(
  'addNamedRange',
  z.strictObject({ namedRange }),
  ({ spreadsheet }, { namedRange: given }) => {
    spreadsheet.area(given.range);
    const same = spreadsheet.namedRanges.find(({ name }) => name.toLowerCase() === given.name.toLowerCase());
    if (same !== undefined) throw invalid(`A named range with the name ${given.name} already exists.`);
    const made = { ...given, namedRangeId: given.namedRangeId ?? String(spreadsheet.newId()) };
    spreadsheet.namedRanges = [...spreadsheet.namedRanges, made];
    return { addNamedRange: { namedRange: { ...made, range: wireRange(made.range) } } };
  },
);

const sortRange = requestKind(
  'sortRange',
  z.strictObject({
    range: gridRange,
    sortSpecs: z
      .array(
        z.strictObject({
          dimensionIndex: z.int().min(0).default(0),
          sortOrder: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
        }),
      )
      .min(1),
  }),
  (editing, { range, sortSpecs }) => {
    const { sheet, area } = editing.spreadsheet.area(range);
    const by = sortSpecs.map(({ dimensionIndex, sortOrder }) => {
      if (dimensionIndex < area.left || dimensionIndex >= area.right)
        throw invalid(`dimensionIndex ${dimensionIndex} is outside the range.`);
      return { column: dimensionIndex, descending: sortOrder === 'DESCENDING' };
    });
    sortRows(editing, sheet, area, by);
    return undefined;
  },
);

export const rangeRequests = [addProtectedRange, addNamedRange, sortRange];
