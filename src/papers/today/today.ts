/** What is due today, for the person who runs Felles. Same register, problems and clock: same list. */
import { countLevels, type Level } from '../../domain/problem.ts';
import { dayOf, daysBetween, type Day, type WallTime } from '../../domain/time.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { examples } from '../examples/examples.ts';
import type { ExampleView } from '../examples/view.ts';
import { leftWithWork, type LeftContact } from '../left-with-work.ts';
import { meetingsOf, type Meeting } from '../meetings.ts';
import { countyMatters, type CountyMatters } from '../due/counties.ts';
import type { DueRequest, Entry } from '../due/entry.ts';
import { wholeList, type Waived } from '../due/list.ts';

/** A meeting that has been held, and what the register still lacks about it. */
export interface UnsettledMeeting {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  /** Its status is not `Gjennomført`. */
  readonly isNotDone: boolean;
  /** Cases that are neither treated, postponed nor withdrawn. */
  readonly openCases: number;
}

export interface OverdueAction {
  readonly id: string;
  readonly action: string;
  readonly responsible: string | undefined;
  readonly deadline: Day;
  readonly days: number;
}

export interface Today {
  readonly asOf: Day;
  /** The register is a sample: what is due is invented. */
  readonly isSample: boolean;
  /** Nothing is written in Aktiviteter yet. */
  readonly isUnfilled: boolean;
  /** What should be said now: the most pressing first. */
  readonly due: readonly Entry[];
  /** What a person has decided not to say. */
  readonly waived: readonly Waived[];
  readonly meetings: readonly UnsettledMeeting[];
  readonly actions: readonly OverdueAction[];
  /** Contacts that have left, with what is still theirs. */
  readonly left: readonly LeftContact[];
  /** Examples that nobody has checked within two years. */
  readonly examples: readonly ExampleView[];
  /** Counties that nobody has spoken with for half a year. */
  readonly counties: CountyMatters['silent'];
  /** Rows of Dialog, or all of it, cannot be read: a county may have been spoken with since. */
  readonly isDialogueUnread: boolean;
  readonly problems: Readonly<Record<Level, number>>;
  /** Rows that are in order except for a missing ID, and are not used until they have one. */
  readonly withoutId: number;
}

const isUnread = (tab: Register['tabs']['dialogues']): boolean =>
  tab !== undefined && (tab.columns === undefined || tab.refused.size > 0);

/**
 * `now` is Oslo time; the rest as in `DueRequest`. Throws UserError when it is not
 * known what may be shown to the partner.
 */
export function today(
  { register, problems, unlisted }: RegisterReading,
  now: WallTime,
  { sizes, keyOf, made }: Pick<DueRequest, 'sizes' | 'keyOf' | 'made'>,
): Today {
  const day = dayOf(now);
  const { entries: due, waived } = wholeList({ register, now, sizes, keyOf, made });
  return {
    asOf: day,
    isSample: isSampleRegister(register),
    isUnfilled: (register.tabs.activities?.count ?? 0) === 0,
    ...{ due, waived },
    meetings: unsettledMeetings(register, now),
    actions: overdueActions(register, day),
    left: leftWithWork(register, day),
    examples: examples(register, now).toDo.filter(({ lacks }) =>
      lacks.some((lack) => lack === 'checkedLongAgo' || lack === 'neverChecked'),
    ),
    counties: countyMatters(register, day).silent,
    isDialogueUnread: isUnread(register.tabs.dialogues),
    problems: countLevels(problems, unlisted),
    withoutId: Object.values(register.tabs).reduce((sum, tab) => sum + (tab?.withoutId.size ?? 0), 0),
  };
}

/** Whether anything waits for somebody. Silent counties and notes alone do not: they stay for months. */
export const isAnythingDue = ({ due, meetings, actions, left, problems, withoutId }: Today): boolean =>
  [due, meetings, actions, left].some(({ length }) => length > 0) || problems.error > 0 || withoutId > 0;

/** Meetings that were over before today, so there has been time to record them. */
function unsettledMeetings(register: Register, now: WallTime): readonly UnsettledMeeting[] {
  const lastDay = ({ start, end }: Meeting): Day => end?.last ?? start.last;
  return meetingsOf(register)
    .filter((meeting) => lastDay(meeting) < dayOf(now))
    .map((meeting) => {
      const { id, title, status } = meeting;
      const open = register.cases.filter(
        (one) => one.meeting === id && one.status === 'raised' && !one.standing,
      );
      return { id, title, day: lastDay(meeting), isNotDone: status !== 'done', openCases: open.length };
    })
    .filter(({ isNotDone, openCases }) => isNotDone || openCases > 0);
}

function overdueActions({ actions }: Register, day: Day): readonly OverdueAction[] {
  return actions
    .flatMap(({ id, action, responsible, deadline, status, snoozedUntil }): readonly OverdueAction[] => {
      if (status !== 'open' || deadline === undefined || deadline >= day) return [];
      if (snoozedUntil !== undefined && snoozedUntil >= day) return [];
      return [{ id, action, responsible, deadline, days: daysBetween(deadline, day) }];
    })
    .sort((one, other) => other.days - one.days);
}
