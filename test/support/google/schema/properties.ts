import { z } from 'zod';
import { colorStyle, rowData } from './cells.ts';
import { dimensionProperties, gridRange } from './ranges.ts';

const gridProperties = z.strictObject({
  rowCount: z.int().min(0).optional(),
  columnCount: z.int().min(0).optional(),
  frozenRowCount: z.int().min(0).optional(),
  frozenColumnCount: z.int().min(0).optional(),
  hideGridlines: z.boolean().optional(),
});

export const sheetProperties = z.strictObject({
  sheetId: z.int().min(0).optional(),
  title: z.string().optional(),
  index: z.int().min(0).optional(),
  sheetType: z.literal('GRID').optional(),
  gridProperties: gridProperties.optional(),
  hidden: z.boolean().optional(),
  tabColorStyle: colorStyle.optional(),
  rightToLeft: z.boolean().optional(),
});

export const spreadsheetProperties = z.strictObject({
  title: z.string().optional(),
  locale: z.string().optional(),
  timeZone: z.string().optional(),
});

export const protectedRange = z.strictObject({
  protectedRangeId: z.int().min(0).optional(),
  range: gridRange.optional(),
  description: z.string().optional(),
  warningOnly: z.boolean().optional(),
  editors: z
    .strictObject({
      users: z.array(z.string()).optional(),
      groups: z.array(z.string()).optional(),
      domainUsersCanEdit: z.boolean().optional(),
    })
    .optional(),
  unprotectedRanges: z.array(gridRange).optional(),
});

export const namedRange = z.strictObject({
  namedRangeId: z.string().optional(),
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u),
  range: gridRange,
});

const gridData = z.strictObject({
  startRow: z.int().min(0).optional(),
  startColumn: z.int().min(0).optional(),
  rowData: z.array(rowData).optional(),
  rowMetadata: z.array(dimensionProperties).optional(),
  columnMetadata: z.array(dimensionProperties).optional(),
});

/** What `spreadsheets.create` takes. */
export const newSpreadsheet = z.strictObject({
  properties: spreadsheetProperties.optional(),
  sheets: z
    .array(z.strictObject({ properties: sheetProperties.optional(), data: z.array(gridData).optional() }))
    .optional(),
});

export type SheetProperties = z.infer<typeof sheetProperties>;
export type ProtectedRange = z.infer<typeof protectedRange>;
export type NamedRange = z.infer<typeof namedRange>;
export type NewSpreadsheet = z.infer<typeof newSpreadsheet>;
