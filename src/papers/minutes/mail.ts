/** The mail that sends minutes: what it says, and the rows that it is made from. */
import { addDays, dayOf, type WallTime } from '../../domain/time.ts';
import type { Facts } from '../../domain/statement.ts';
import { versionName } from '../../domain/version-name.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { SourceRow } from '../announcement/source.ts';
import { meetingDay } from '../meetings.ts';
import type { FinalMinutes } from './final.ts';
import type { MinutesMailView } from './final-view.ts';
import { approvalDeadline } from './keep.ts';

/** `now` is Oslo time. */
export function minutesMailViewOf(register: Register, minutes: FinalMinutes, now: WallTime): MinutesMailView {
  const { view, meeting, approval } = minutes;
  const { isSilenceConsent, approvalDays } = settingsOf(register).afterMeeting;
  const deadline = approvalDeadline(register, meeting, now);
  const those = (state: (typeof approval.parties)[number]['is']): MinutesMailView['again'] =>
    approval.parties.flatMap(({ party, is }) => (is === state ? [party] : []));
  return {
    ...view,
    day: meetingDay(meeting),
    deadline: approval.isWhole ? undefined : deadline,
    isSilenceConsent: isSilenceConsent && addDays(dayOf(now), approvalDays) <= deadline,
    approvalDays,
    ...{ again: those('earlier'), unclear: those('unclear') },
  };
}

/** What it says, as the record keeps it: the version, which has the rest. */
export const minutesMailSays = ({ meeting, view }: FinalMinutes): Facts => ({
  version: versionName(meeting.id, view.version),
});

const valuesOf = (facts: Facts): SourceRow['values'] =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** The meeting and its cases, each as the minutes have it. `now` is Oslo time. */
export const minutesSource = (
  register: Register,
  { meeting, facts, view }: FinalMinutes,
  now: WallTime,
): readonly SourceRow[] => [
  {
    ...{ tab: 'Aktiviteter', id: meeting.id },
    values: {
      ...valuesOf(facts.facts),
      version: String(view.version),
      Godkjenningsfrist: approvalDeadline(register, meeting, now),
    },
  },
  ...[...facts.cases].map(([id, own]) => ({ tab: 'Saker', id, values: valuesOf(own) })),
];
