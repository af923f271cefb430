/** What the agenda says of a case that comes back: since when, what was decided, and which actions are left. */
import { groupBy } from '../../domain/group.ts';
import { daysBetween } from '../../domain/time.ts';
import type { CaseStatus } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { meetingDay, type Meeting } from '../meetings.ts';
import { decidedBefore } from './decided.ts';
import type { AgendaCase } from './view.ts';

/** Where a case comes from: raised for this meeting, or for an earlier one. */
export interface Selected {
  readonly item: Case;
  /** The earlier meetings whose agenda it was on, the first one first. */
  readonly earlier: readonly Meeting[];
  /** Those of them that postponed it, since it was last treated. */
  readonly postponedIn: readonly Meeting[];
  readonly openActions: number;
  /** What it stands as today. */
  readonly state: CaseStatus | undefined;
  /** An earlier meeting has treated it, and nobody has raised it anew: it only comes back since an action is open. */
  readonly isFollowUp: boolean;
  /** An earlier meeting has treated it, and it was raised anew; or this meeting has treated it again. */
  readonly isRaisedAgain: boolean;
}

/** How often a case may come back before the agenda asks the meeting to decide. */
const carriesBeforeSettling = 3;

/** Also whether what the case proposes was decided on, and nobody has raised it anew. */
export function carriedBefore(
  register: Register,
  meeting: Meeting,
): (selected: Selected) => { readonly carried: AgendaCase['carried']; readonly isProposalDecided: boolean } {
  const decidedIn = decidedBefore(register, meeting);
  const open = groupBy(
    register.actions.filter(({ status }) => status === 'open'),
    ({ fromCase }) => fromCase,
  );
  return ({ item, earlier, postponedIn, state, isFollowUp, isRaisedAgain }) => {
    const times = isFollowUp ? earlier : postponedIn;
    const [first] = times;
    const isNew = (first === undefined && !isFollowUp && !isRaisedAgain) || item.standing;
    if (isNew) return { carried: undefined, isProposalDecided: false };
    const since = first && meetingDay(first);
    const actions = open.get(item.id) ?? [];
    const wasTreated = isFollowUp && actions.length > 0;
    const decided = state === 'raised' && !isRaisedAgain ? undefined : decidedIn(item);
    return {
      carried: {
        times: times.length,
        since,
        ageDays: since && daysBetween(since, meetingDay(meeting)),
        wasTreated,
        isRaisedAgain: isRaisedAgain && !wasTreated,
        openActions: actions.length,
        actions: actions.map(({ action, snoozedUntil }) => ({ action, snoozedUntil })),
        ...(decided === undefined ? {} : { decided }),
        mustBeSettled: times.length >= carriesBeforeSettling,
      },
      // Whoever raised it anew proposes it anew.
      isProposalDecided: decided !== undefined && !isRaisedAgain,
    };
  };
}
