/** Settings that cannot be read as what they are. */
import { problem } from '../../domain/problem.ts';
import { minuteSettings } from '../settings.ts';
import type { Rule } from '../rules.ts';
import { cellAt } from './at.ts';

const fold = (name: string): string => name.replace(/\s+/gu, ' ').trim().toLowerCase();

const usualMinutes = new Map(Object.values(minuteSettings).map(({ name, value }) => [fold(name), value]));

/** A number of minutes that is none counts as the usual one: that must be told. */
export const settingsAreReadable: Rule = function* ({ settings, tabs }) {
  for (const setting of settings) {
    const usual = usualMinutes.get(fold(setting.name));
    const { value } = setting;
    if (usual === undefined || value === undefined || /^\d{1,3}$/u.test(value.trim())) continue;
    const at = cellAt(tabs.settings, { at: setting.at, id: setting.name }, 'value');
    yield problem('setting-unreadable', 'warning', at, { default: usual }, value);
  }
};
