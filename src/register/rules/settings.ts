/** Settings that cannot be read as what they are. */
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { parseEmail } from '../cells/email.ts';
import { parseLink } from '../cells/link.ts';
import { minuteSettings } from '../settings.ts';
import type { Rule } from '../rules.ts';
import { cellAt } from './at.ts';

const fold = (name: string): string => name.replace(/\s+/gu, ' ').trim().toLowerCase();

const usualMinutes = new Map(Object.values(minuteSettings).map(({ name, value }) => [fold(name), value]));

/** A number of minutes that is none counts as the usual one; an address or a link that is none cannot be used. */
export const settingsAreReadable: Rule = function* ({ settings, tabs }) {
  for (const { at, name, value } of settings) {
    if (value !== undefined)
      yield* judge(fold(name), value, cellAt(tabs.settings, { at, id: name }, 'value'));
  }
};

function* judge(name: string, value: string, at: Place): Generator<Problem> {
  const usual = usualMinutes.get(name);
  if (usual !== undefined && !/^\d{1,3}$/u.test(value.trim())) {
    yield problem('setting-unreadable', 'warning', at, { default: usual }, value);
  }
  const email = /e-?post$/u.test(name) ? parseEmail(value) : undefined;
  if (email !== undefined && 'fault' in email) {
    yield problem('email-invalid', 'error', at, { why: email.fault }, value);
  }
  const link = name.endsWith('personvernerklæring') ? parseLink(value) : undefined;
  if (link !== undefined && 'fault' in link) {
    yield problem('link-invalid', 'error', at, { why: link.fault }, value);
  }
}
