/** What an earlier meeting decided in a case that comes back, and whether its proposal is more than that. */
import { comparedText } from '../../domain/compare.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { adoptedIn } from '../as-proposed.ts';
import { meetingDay, meetingsOf, type Meeting } from '../meetings.ts';
import { isConclusion, isDecision, treatmentsOf } from '../treatments.ts';
import type { AgendaCase } from './view.ts';

/** A longer decision is cut: the reader finds the whole of it in the minutes. */
const MOST_LETTERS = 160;

const compared = (text: string | undefined): string =>
  comparedText(text ?? '')
    .replace(/[\s.]+/gu, ' ')
    .trim();

function shortOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS).replace(/\s\S*$/u, '')} …`;
}

type Decided = NonNullable<NonNullable<AgendaCase['carried']>['decided']>;

/** What the last meeting before this one decided in a case; `isProposed`: it is what the case proposes. */
export function decidedBefore(
  register: Register,
  meeting: Meeting,
): (item: Case) => (Decided & { readonly isProposed: boolean }) | undefined {
  const days = new Map(meetingsOf(register).map((one) => [one.id, meetingDay(one)]));
  const settled = treatmentsOf(register).filter((one) => isDecision(one) || isConclusion(one));
  return ({ id, proposal, proposalNn }) => {
    const last = settled.findLast((one) => {
      if (one.caseId !== id) return false;
      // Where nothing says which meeting it was, it was an earlier one: this one would be named.
      const day = days.get(one.meeting ?? '');
      return one.meeting === undefined || (day !== undefined && day < meetingDay(meeting));
    });
    if (last?.decision === undefined) return undefined;
    const own = compared(adoptedIn(last.decision));
    return {
      ...(last.isMeetingCertain ? { on: days.get(last.meeting ?? '') } : {}),
      text: shortOf(last.decision),
      isProposed: [proposal, proposalNn].some((text) => compared(text) === own),
    };
  };
}
