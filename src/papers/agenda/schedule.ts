/** The plan for the meeting: which part starts when, and whether the time is enough. */
import { addMinutes, minutesBetween, type WallTime } from '../../domain/time.ts';
import type { AgendaCase, AgendaView, PlannedItem } from './view.ts';

/** How long the parts of a meeting other than cases take, in minutes. */
export interface StandingMinutes {
  readonly opening: number;
  readonly minutes: number;
  readonly actions: number;
  readonly agreement: number;
  readonly otherBusiness: number;
  readonly nextMeeting: number;
}

type Untimed = Omit<PlannedItem, 'startsAt'>;

/** The parts of the meeting in their order (as Norwegian boards have it): approvals, the cases, what is in the annexes, the end. */
function parts(cases: readonly AgendaCase[], standing: StandingMinutes): readonly Untimed[] {
  const ofCases = cases.map(({ minutes, number, title, kind, presenter }): Untimed => ({
    what: 'case',
    ...{ minutes, number, title, kind, presenter },
  }));
  return [
    { what: 'opening', minutes: standing.opening },
    { what: 'minutes', minutes: standing.minutes },
    ...ofCases,
    { what: 'actions', minutes: standing.actions },
    { what: 'agreement', minutes: standing.agreement },
    { what: 'otherBusiness', minutes: standing.otherBusiness },
    { what: 'nextMeeting', minutes: standing.nextMeeting },
  ];
}

const sumOf = (items: readonly { readonly minutes: number }[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0);

/** Puts a clock time on every part from the start of the meeting (Oslo time), one after the other. */
export function planView(
  start: WallTime,
  cases: readonly AgendaCase[],
  standing: StandingMinutes,
): readonly PlannedItem[] {
  let at = start;
  return parts(cases, standing).map((part) => {
    const planned = { ...part, startsAt: at };
    at = addMinutes(at, part.minutes);
    return planned;
  });
}

/** The sum of the plan compared with the meeting's length. */
export function budgetView(
  plan: readonly PlannedItem[],
  start: WallTime,
  end: WallTime | undefined,
): AgendaView['budget'] {
  const total = sumOf(plan);
  if (end === undefined) return { total };
  const available = minutesBetween(start, end);
  return total <= available
    ? { total, available }
    : { total, available, overrun: { by: total - available, available } };
}
