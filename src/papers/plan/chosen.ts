/** Which of the times that a poll was about has been chosen, as the record says: the row alone cannot say that it was. */
import { parseSaidTime, saidTimeText, type StatementContent } from '../../domain/statement.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { ProposedTime } from './poll-rows.ts';

/** What the record keeps of a choice. `saidAt` is an instant in UTC. */
export const choiceOf = (
  meeting: string,
  { start, end }: ProposedTime,
  saidAt: string,
): StatementContent => ({
  ...{ kind: 'dayChosen', about: meeting, what: `${meeting} poll`, saidAt },
  facts: {
    time: saidTimeText({ precision: 'time', first: dayOf(start), last: dayOf(end ?? start), start, end }),
  },
});

/** The time that was chosen last for a meeting; undefined where none was. */
export function chosenTime(
  { statements }: Pick<Register, 'statements'>,
  meeting: string,
): WallTime | undefined {
  const last = statements.findLast(({ kind, about }) => kind === 'dayChosen' && about === meeting);
  return parseSaidTime(last?.facts.time ?? '')?.start;
}

/** Whether the row of a meeting has the time that was chosen last for it. */
export const isChosen = (register: Pick<Register, 'statements'>, { id, start }: Activity): boolean =>
  start?.time !== undefined && chosenTime(register, id) === start.time;
