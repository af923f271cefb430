/** The checklist of a mailing: everything that must be in order before it is made, run as code. */
import { speakingEnglish } from '../../domain/msg.ts';
import { settingsOf } from '../../register/settings.ts';
import { parseCheckNames, type Check, type Fault, type Inspection } from './checks.ts';
import { mailingChecks } from './mailing-checks.ts';
import { calendarState, sentMailings } from './sent.ts';
import { sourceChecks } from './source-checks.ts';
import { webinarChecks } from './webinar-checks.ts';

const checks = [...webinarChecks, ...sourceChecks, ...mailingChecks] as const;

export type CheckName = (typeof checks)[number]['name'];

const allChecks: readonly Check<CheckName>[] = checks;

/** Every check by its name, as `--allow` takes it. */
export const checkNames: readonly CheckName[] = checks.map(({ name }) => name);

/** Checks that the operator may override, for at least one kind of mailing. */
export const allowableChecks: readonly CheckName[] = allChecks
  .filter(({ kinds, fixedFor }) => kinds.some((kind) => !fixedFor.includes(kind)))
  .map(({ name }) => name);

/**
 * The result of a check. `allowed`: it found something, and the operator has said by name that the mailing will be made
 * anyway; the mailing records this. `fixed`: nobody can override it for this kind of mailing.
 */
export type CheckResult = { readonly name: CheckName; readonly fixed: boolean } & (
  | { readonly outcome: 'ok' }
  /** `record`: the message in English, as the mailing keeps it whatever is spoken. */
  | ({ readonly outcome: 'blocks' | 'allowed'; readonly record: string } & Fault)
);

/** What the operator overrides: `--allow weekday-matches,shared`. Throws UserError for a name that is not a check. */
export const parseAllowed = (text: string): ReadonlySet<CheckName> => parseCheckNames(text, checkNames);

/** The parts of a mailing that must be checked. */
export type Checked = Omit<Inspection, 'settings' | 'calendar'>;

/** Every check that a mailing of this kind goes through, in a fixed order, with its result. */
export function checklist(checked: Checked, allowed: ReadonlySet<CheckName>): readonly CheckResult[] {
  const { register, webinar, kind } = checked;
  const inspection = {
    ...checked,
    settings: settingsOf(register).announcements,
    calendar: calendarState(webinar, sentMailings(register).get(webinar.id) ?? []),
  };
  return allChecks
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ name, fixedFor, find }): CheckResult => {
      const found = find(inspection);
      const fixed = fixedFor.includes(kind);
      if (found === undefined) return { name, fixed, outcome: 'ok' };
      const outcome = !fixed && allowed.has(name) ? 'allowed' : 'blocks';
      const record = speakingEnglish(() => find(inspection))?.message ?? found.message;
      return { name, fixed, outcome, record, ...found };
    });
}

/** The results that block the mailing. */
export const blocking = (
  results: readonly CheckResult[],
): readonly Extract<CheckResult, { readonly outcome: 'blocks' | 'allowed' }>[] =>
  results.flatMap((result) => (result.outcome === 'blocks' ? [result] : []));
