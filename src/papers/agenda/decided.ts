/** What an earlier meeting decided in a case that comes back. */
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { meetingDay, meetingsOf, type Meeting } from '../meetings.ts';
import { isConclusion, isDecision, treatmentsOf } from '../treatments.ts';
import type { AgendaCase } from './view.ts';

/** A longer decision is cut: the reader finds the whole of it in the minutes. */
const MOST_LETTERS = 160;

function shortOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS).replace(/\s\S*$/u, '')} …`;
}

type Decided = NonNullable<NonNullable<AgendaCase['carried']>['decided']>;

/** What the last meeting before this one decided in a case. */
export function decidedBefore(register: Register, meeting: Meeting): (item: Case) => Decided | undefined {
  const days = new Map(meetingsOf(register).map((one) => [one.id, meetingDay(one)]));
  const settled = treatmentsOf(register).filter((one) => isDecision(one) || isConclusion(one));
  return ({ id }) => {
    const last = settled.findLast((one) => {
      if (one.caseId !== id) return false;
      // Where nothing says which meeting it was, it was an earlier one: this one would be named.
      const day = days.get(one.meeting ?? '');
      return one.meeting === undefined || (day !== undefined && day < meetingDay(meeting));
    });
    if (last?.decision === undefined) return undefined;
    return {
      ...(last.isMeetingCertain ? { on: days.get(last.meeting ?? '') } : {}),
      text: shortOf(last.decision),
    };
  };
}
