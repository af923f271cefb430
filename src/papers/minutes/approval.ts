/** Who has approved the minutes of a meeting. Silence is never taken for consent, unless the settings say that it is. */
import type { ApprovalFault } from '../../domain/due-note.ts';
import { addDays, dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { singleParties, type SingleParty } from '../../register/announcement-settings.ts';
import { isRefusal } from '../../register/refusals.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { activitiesTab, approvalPairs, type Activity } from '../../register/tabs/activities.ts';
import { daysReached } from './sent.ts';
import { versionsOf, type MinutesVersion } from './versions.ts';

/** What one party has said of the minutes. */
export interface PartyApproval {
  readonly party: SingleParty;
  /**
   * - `approved`: the newest version, on a later day than that on which it was kept. While there is one version: on any day from
   *   that of the meeting; before it was kept, they approved the minutes as they were then.
   * - `earlier`: before the newest version was kept.
   * - `unclear`: on the day on which the newest version was kept, so that it may be of it or of the one before.
   * - `refused`: the cell of the name says no, or that nobody has.
   * - `ahead`: on a day that is still to come.
   * - `half`: a name without a day, or a day without a name: that approves nothing.
   * - `silent`: nothing.
   * - `consent`: nothing until the deadline, which the settings count as approval by those who were asked in time.
   */
  readonly is: 'approved' | 'earlier' | 'unclear' | 'refused' | 'ahead' | 'half' | 'silent' | 'consent';
  /** As written in the row: a name, a role or a contact's ID. */
  readonly by?: string | undefined;
  readonly on?: Day | undefined;
  /** The version that was approved, where it is an earlier one and can be known. */
  readonly version?: number | undefined;
  /** The day on which the only version was kept, where that is later than the approval. */
  readonly keptLater?: Day | undefined;
  /** The first day on which somebody of the party certainly got the newest version. */
  readonly reached?: Day | undefined;
}

export interface Approval {
  /** The newest version; undefined where the record has none, as of minutes that were made elsewhere. */
  readonly version: number | undefined;
  /** The day on which it was kept (Oslo). */
  readonly on: Day | undefined;
  readonly deadline: Day | undefined;
  /** The last day of asking a party whose silence is to count; undefined where the settings count no silence. */
  readonly lastToAsk: Day | undefined;
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
  | 'start'
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
  const { isSilenceConsent, approvalDays } = settingsOf(register).afterMeeting;
  const lastToAsk = isSilenceConsent && deadline !== undefined ? addDays(deadline, -approvalDays) : undefined;
  const isPast = deadline !== undefined && deadline < dayOf(now);
  const asked = last === undefined ? undefined : daysReached(register, meeting.id, last.version);
  const parties = singleParties.map((party): PartyApproval => {
    const pair = approvalPairs[party];
    const [by, on] = [meeting[pair.by], meeting[pair.on]];
    if (by !== undefined && isRefusal(by)) return { party, by, on, is: 'refused' };
    if (by === undefined && on === undefined) {
      const reached = asked?.get(party);
      const isAsked = reached !== undefined && lastToAsk !== undefined && reached <= lastToAsk;
      return { party, reached, is: isPast && isAsked ? 'consent' : 'silent' };
    }
    if (by === undefined || on === undefined) return { party, by, on, is: 'half' };
    if (on > dayOf(now)) return { party, by, on, is: 'ahead' };
    return { party, by, on, ...ofVersion(on, versions, meeting.start?.first) };
  });
  return {
    version: last?.version,
    on: last === undefined ? undefined : dayKept(last),
    ...{ deadline, lastToAsk, parties },
    isWhole: parties.every(({ is }) => is === 'approved' || is === 'consent'),
  };
}

/** A day before the newest version was kept is of the one before it; before the only one, of the minutes that it is made from. */
function ofVersion(
  on: Day,
  versions: readonly MinutesVersion[],
  held: Day | undefined,
): Pick<PartyApproval, 'is' | 'version' | 'keptLater'> {
  const last = versions.at(-1);
  const kept = last === undefined ? undefined : (dayKept(last) ?? on);
  if (kept === undefined || on > kept) return { is: 'approved' };
  if (on === kept) return { is: versions.length > 1 ? 'unclear' : 'approved' };
  if (versions.length === 1 && held !== undefined && on >= held) return { is: 'approved', keptLater: kept };
  return { is: 'earlier', version: versions.findLast((one) => (dayKept(one) ?? on) <= on)?.version };
}

/** Why what is written of a party's approval approves nothing; undefined where it may. */
export function faultIn({ party, is, by, on }: PartyApproval): ApprovalFault | undefined {
  const pair = approvalPairs[party];
  const name = activitiesTab.columns[pair.by].heading;
  const day = activitiesTab.columns[pair.on].heading;
  const [filled, lacking] = by === undefined ? [day, name] : [name, day];
  if (is === 'half') return { fault: 'half', filled, lacking };
  if (is === 'refused') return { fault: 'refused', column: name, says: by ?? '' };
  return is === 'ahead' ? { fault: 'ahead', column: day, day: on ?? '' } : undefined;
}
