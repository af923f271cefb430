import { comparedSetting } from '../../domain/compare.ts';
import { z } from 'zod';
import { lineColumn, textColumn } from '../columns.ts';
import { text } from '../schemas.ts';
import { asItIs, defineTab, type RowOf } from '../tab.ts';

/** `Oppsett`: a setting, a name and its value. What the names mean: settings.ts one folder up. */
export const settingsTab = defineTab({
  name: 'Oppsett',
  aliases: ['Settings'],
  owner: 'people',
  key: 'name',
  comparedKey: comparedSetting,
  columns: {
    name: lineColumn(['Nøkkel', 'Key'], 'Navnet på innstillingen. Endres ikke.', 34),
    value: lineColumn(['Verdi', 'Value'], 'Verdien. Denne kan dere endre.', 34),
    explanation: textColumn(['Forklaring', 'Explanation'], 'Hva innstillingen styrer.', 70),
  },
  row: z.object({ name: text, value: text.optional(), explanation: text.optional() }),
  finish: asItIs,
  draft: asItIs,
});

export type Setting = RowOf<typeof settingsTab>;
