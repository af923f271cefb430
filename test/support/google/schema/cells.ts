import { z } from 'zod';

/** What the fake takes in a cell. Strict: anything else that the API documents is answered with 400. */

const color = z.strictObject({
  red: z.number().optional(),
  green: z.number().optional(),
  blue: z.number().optional(),
  alpha: z.number().optional(),
});

export const colorStyle = z.strictObject({
  rgbColor: color.optional(),
  themeColor: z.string().optional(),
});

const border = z.strictObject({
  style: z.enum(['NONE', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE']),
  colorStyle: colorStyle.optional(),
});

const numberFormat = z.strictObject({
  type: z.enum([
    ...(['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY'] as const),
    ...(['DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC'] as const),
  ]),
  pattern: z.string().optional(),
});

const textFormat = z.strictObject({
  foregroundColorStyle: colorStyle.optional(),
  fontFamily: z.string().optional(),
  fontSize: z.int().positive().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
});

export const cellFormat = z.strictObject({
  numberFormat: numberFormat.optional(),
  backgroundColor: color.optional(),
  backgroundColorStyle: colorStyle.optional(),
  borders: z
    .strictObject({
      top: border.optional(),
      bottom: border.optional(),
      left: border.optional(),
      right: border.optional(),
    })
    .optional(),
  horizontalAlignment: z.enum(['LEFT', 'CENTER', 'RIGHT']).optional(),
  verticalAlignment: z.enum(['TOP', 'MIDDLE', 'BOTTOM']).optional(),
  wrapStrategy: z.enum(['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP']).optional(),
  textFormat: textFormat.optional(),
});

const conditionTypes = [
  ...(['ONE_OF_LIST', 'ONE_OF_RANGE', 'BOOLEAN', 'DATE_IS_VALID', 'TEXT_IS_EMAIL'] as const),
  ...(['TEXT_IS_URL', 'NUMBER_GREATER_THAN_EQ', 'NUMBER_BETWEEN', 'CUSTOM_FORMULA'] as const),
] as const;

export const dataValidation = z.strictObject({
  condition: z.strictObject({
    type: z.enum(conditionTypes),
    values: z.array(z.strictObject({ userEnteredValue: z.string() })).optional(),
  }),
  inputMessage: z.string().optional(),
  strict: z.boolean().optional(),
  showCustomUi: z.boolean().optional(),
});

/** A value that is written: one of the four, or none, which empties the cell. */
const writtenValue = z.strictObject({
  stringValue: z.string().optional(),
  numberValue: z.number().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().optional(),
});

export const cellData = z.strictObject({
  userEnteredValue: writtenValue.optional(),
  userEnteredFormat: cellFormat.optional(),
  note: z.string().optional(),
  dataValidation: dataValidation.optional(),
});

export const rowData = z.strictObject({ values: z.array(cellData).optional() });

export type CellFormat = z.infer<typeof cellFormat>;
export type DataValidation = z.infer<typeof dataValidation>;
export type WrittenCell = z.infer<typeof cellData>;
export type WrittenRow = z.infer<typeof rowData>;
