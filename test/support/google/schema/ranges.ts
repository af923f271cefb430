import { z } from 'zod';

const index = z.int().min(0);

/** Sheet 0 is what a missing id means, as in every message of protocol buffers. */
const sheetId = index.default(0);

export const gridRange = z.strictObject({
  sheetId,
  startRowIndex: index.optional(),
  endRowIndex: index.optional(),
  startColumnIndex: index.optional(),
  endColumnIndex: index.optional(),
});

export const gridCoordinate = z.strictObject({
  sheetId,
  rowIndex: index.default(0),
  columnIndex: index.default(0),
});

export const dimension = z.enum(['ROWS', 'COLUMNS']);

export const dimensionRange = z.strictObject({
  sheetId,
  dimension,
  startIndex: index.optional(),
  endIndex: index.optional(),
});

export const dimensionProperties = z.strictObject({
  hiddenByUser: z.boolean().optional(),
  pixelSize: z.int().positive().optional(),
});

export type GridRange = z.infer<typeof gridRange>;
export type DimensionRange = z.infer<typeof dimensionRange>;
export type DimensionProperties = z.infer<typeof dimensionProperties> & {
  readonly hiddenByFilter?: boolean | undefined;
  /** How many groups it is in. */
  readonly depth?: number | undefined;
  readonly isCollapsed?: boolean | undefined;
};
