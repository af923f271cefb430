/** The rows of the tab `Oppsett`, from settings.json: each setting with its first value and what it decides. */
import { z } from 'zod';
import { announcementSettings } from '../announcement-settings.ts';
import type { NewRow } from '../setup.ts';
import { listDate } from './municipalities.ts';
import table from './settings.json' with { type: 'json' };

const setting = z.strictObject({
  Nøkkel: z.string().min(1),
  Verdi: z.string(),
  Forklaring: z.string().min(1),
});

/**
 * The settings in the order in which people see them. `values` replaces the initial values, by the setting's name. The list of
 * språkvedtak was last compared with the regulation on the date of that list. Throws ZodError for a faulty table.
 */
export function settingRows(values: Readonly<Record<string, string>> = {}): readonly NewRow[] {
  const first: Readonly<Record<string, string>> = {
    [announcementSettings.listCheckedOn.name]: dayAsTyped(listDate),
    ...values,
  };
  return z
    .array(setting)
    .parse(table.rows)
    .map(({ Nøkkel: name, Verdi, Forklaring: explanation }) => {
      const value = first[name] ?? Verdi;
      return { Nøkkel: name, ...(value === '' ? {} : { Verdi: value }), Forklaring: explanation };
    });
}

/** `2026-11-23` as people type it: `23.11.2026`. */
export const dayAsTyped = (day: string): string => day.split('-').reverse().join('.');
