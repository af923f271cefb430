import { z } from 'zod';
import { colorStyle } from './cells.ts';
import { gridRange } from './ranges.ts';

/** What the fake takes of rules and of views. Strict, as everything that it takes. */

const customFormula = z.strictObject({
  type: z.literal('CUSTOM_FORMULA'),
  values: z.array(z.strictObject({ userEnteredValue: z.string() })).length(1),
});

export const conditionalRule = z.strictObject({
  ranges: z.array(gridRange).min(1),
  booleanRule: z.strictObject({
    condition: customFormula,
    // A rule has colours, bold, italic and strikethrough, and nothing else (BooleanRule.format).
    format: z.strictObject({
      backgroundColorStyle: colorStyle.optional(),
      textFormat: z
        .strictObject({
          foregroundColorStyle: colorStyle.optional(),
          bold: z.boolean().optional(),
          italic: z.boolean().optional(),
          strikethrough: z.boolean().optional(),
        })
        .optional(),
    }),
  }),
});

export const filterView = z.strictObject({
  filterViewId: z.int().min(0).optional(),
  title: z.string().optional(),
  range: gridRange,
  filterSpecs: z
    .array(
      z.strictObject({
        columnIndex: z.int().min(0).default(0),
        filterCriteria: z.strictObject({ condition: customFormula }),
      }),
    )
    .default([]),
});

export type ConditionalRule = z.infer<typeof conditionalRule>;
export type FilterView = z.infer<typeof filterView> & { readonly filterViewId: number };
