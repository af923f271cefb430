/** Who has approved the minutes of a meeting. Silence is never taken for consent, unless the settings say that it is. */
import { dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { singleParties, type SingleParty } from '../../register/announcement-settings.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { activitiesTab, approvalPairs, type Activity } from '../../register/tabs/activities.ts';
import { minutesSent } from './sent.ts';
import { versionsOf, type MinutesVersion } from './versions.ts';

/** What one party has said of the minutes. */
export interface PartyApproval {
  readonly party: SingleParty;
  /**
   * - `approved`: the newest version.
   * - `earlier`: before the newest version was kept.
   * - `half`: a name without a day, or a day without a name: that approves nothing.
   * - `silent`: nothing.
   * - `consent`: nothing until the deadline, which the settings count as approval.
   */
  readonly is: 'approved' | 'earlier' | 'half' | 'silent' | 'consent';
  /** As written in the row: a name, a role or a contact's ID. */
  readonly by?: string | undefined;
  readonly on?: Day | undefined;
  /** The version that was approved, where it is an earlier one and can be known. */
  readonly version?: number | undefined;
}

export interface Approval {
  /** The newest version; undefined where the record has none, as of minutes that were made elsewhere. */
  readonly version: number | undefined;
  /** The day on which it was kept (Oslo). */
  readonly on: Day | undefined;
  readonly deadline: Day | undefined;
  readonly parties: readonly PartyApproval[];
  /** Both parties have approved the newest version; by silence too where the settings say so. */
  readonly isWhole: boolean;
}

/** The day (Oslo) on which a version was kept. */
export function dayKept({ at }: Pick<MinutesVersion, 'at'>): Day | undefined {
  const time = wallTimeOfUtc(at);
  return time === undefined ? undefined : dayOf(time);
}

type Row = Pick<
  Activity,
  | 'id'
  | 'approvalDeadline'
  | 'approvedByBylivsenteret'
  | 'approvedOnBylivsenteret'
  | 'approvedByDistriktssenteret'
  | 'approvedOnDistriktssenteret'
>;

/** `now` is Oslo time. */
export function approvalOf(register: Register, meeting: Row, now: WallTime): Approval {
  const versions = versionsOf(register, meeting.id);
  const last = versions.at(-1);
  const deadline = meeting.approvalDeadline;
  const isPast = deadline !== undefined && deadline < dayOf(now);
  const isConsent =
    isPast &&
    settingsOf(register).afterMeeting.isSilenceConsent &&
    last !== undefined &&
    minutesSent(register, meeting.id).some(({ version }) => version === last.version);
  const parties = singleParties.map((party): PartyApproval => {
    const pair = approvalPairs[party];
    const [by, on] = [meeting[pair.by], meeting[pair.on]];
    if (by === undefined && on === undefined) return { party, is: isConsent ? 'consent' : 'silent' };
    if (by === undefined || on === undefined) return { party, by, on, is: 'half' };
    return { party, by, on, ...ofVersion(on, versions) };
  });
  return {
    version: last?.version,
    on: last === undefined ? undefined : dayKept(last),
    deadline,
    parties,
    isWhole: parties.every(({ is }) => is === 'approved' || is === 'consent'),
  };
}

/** A day before the newest version was kept is of the one before it. */
function ofVersion(on: Day, versions: readonly MinutesVersion[]): Pick<PartyApproval, 'is' | 'version'> {
  const last = versions.at(-1);
  if (last === undefined) return { is: 'approved' };
  if (on >= (dayKept(last) ?? on)) return { is: 'approved' };
  return { is: 'earlier', version: versions.findLast((one) => (dayKept(one) ?? on) <= on)?.version };
}

/** Which cells of a party that has filled in one of its two are there and lacking; undefined for any other. */
export function halfOf({
  party,
  is,
  by,
}: PartyApproval): { readonly filled: string; readonly lacking: string } | undefined {
  if (is !== 'half') return undefined;
  const pair = approvalPairs[party];
  const [filled, lacking] = by === undefined ? ([pair.on, pair.by] as const) : ([pair.by, pair.on] as const);
  return { filled: activitiesTab.columns[filled].heading, lacking: activitiesTab.columns[lacking].heading };
}
