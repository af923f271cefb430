import { z } from 'zod';
import { whenCell } from '../cells/when.ts';
import { lineColumn, wholeNumberColumn, textColumn } from '../columns.ts';
import { text, when } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Kontroll` (machine-owned): a problem found by `npm run check -- --write`. */
export const findingsTab = defineTab({
  name: 'Kontroll',
  aliases: ['Check'],
  owner: 'machine',
  columns: {
    checkedAt: {
      heading: 'Tidspunkt',
      aliases: ['Time'],
      parse: whenCell,
      note: 'Når registeret ble kontrollert.',
      width: 18,
      format: 'dateTime',
    },
    level: lineColumn(
      ['Nivå', 'Level'],
      'Feil må rettes, advarsler bør ses på, resten er til orientering.',
      12,
    ),
    tab: lineColumn(['Fane', 'Tab'], 'Fanen det gjelder.', 14),
    row: wholeNumberColumn(['Rad', 'Row'], 1, 10_000_000, 'Raden da registeret ble kontrollert.'),
    column: lineColumn(['Kolonne', 'Column'], 'Kolonnen det gjelder.', 18),
    id: lineColumn(['ID'], 'ID-en til raden.', 13),
    value: lineColumn(['Verdi', 'Value'], 'Det som står i cellen.'),
    problem: textColumn(['Problem'], 'Hva som er galt.', 60),
    advice: textColumn(['Råd', 'Advice'], 'Hva dere kan gjøre.', 60),
  },
  row: z.object({
    checkedAt: when.optional(),
    level: text,
    tab: text,
    row: z.number().optional(),
    column: text.optional(),
    id: text.optional(),
    value: text.optional(),
    problem: text,
    advice: text.optional(),
  }),
  finish: asItIs,
  draft: asItIs,
});

export type Finding = RowOf<typeof findingsTab>;
