/** The open actions by party, the overdue ones first. */
import { groupBy } from '../../domain/group.ts';
import { daysBetween, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Action } from '../../register/tabs/actions.ts';
import type { CaseNumber } from '../../register/tabs/cases.ts';
import { namesOf, partyOrder } from '../people.ts';
import type { AgendaAction, AgendaView } from './view.ts';

/** Later than any deadline: actions without one come last. */
const never = '9999';

interface Known {
  readonly numbers: ReadonlyMap<string, CaseNumber>;
  readonly nameOf: ReturnType<typeof namesOf>;
}

function actionView(action: Action, today: Day, { numbers, nameOf }: Known): AgendaAction {
  const { deadline, deadlineWords } = action;
  return {
    id: action.id,
    action: action.action,
    responsible: nameOf(action.responsible),
    deadline,
    deadlineWords,
    overdueDays: deadline !== undefined && deadline < today ? daysBetween(deadline, today) : undefined,
    fromCase: action.fromCase === undefined ? undefined : numbers.get(action.fromCase),
  };
}

/**
 * `today` decides what is overdue; an action snoozed to the day of the meeting or longer is only counted.
 * `agendaNumbers` are those of this agenda, which the register may not have yet.
 */
export function actionsView(
  register: Register,
  meetingOn: Day,
  today: Day,
  agendaNumbers: ReadonlyMap<string, CaseNumber>,
): Omit<AgendaView['actions'], 'minutes' | 'startsAt'> {
  const open = register.actions.filter(({ status }) => status === 'open');
  const isSnoozed = ({ snoozedUntil }: Action): boolean =>
    snoozedUntil !== undefined && snoozedUntil >= meetingOn;
  const shown = open.filter((action) => !isSnoozed(action));
  const given = register.cases.flatMap(({ id, number }) =>
    number === undefined ? [] : [[id, number] as const],
  );
  const numbers = new Map([...given, ...agendaNumbers]);
  const known = { numbers, nameOf: namesOf(register) };
  const byParty = groupBy(shown, ({ party }) => party);
  const groups = partyOrder.flatMap((party) => {
    const actions = [...(byParty.get(party) ?? [])].sort((one, other) =>
      (one.deadline ?? never) === (other.deadline ?? never)
        ? one.at.row - other.at.row
        : (one.deadline ?? never) < (other.deadline ?? never)
          ? -1
          : 1,
    );
    return actions.length === 0
      ? []
      : [{ party, actions: actions.map((action) => actionView(action, today, known)) }];
  });
  const overdue = shown.filter(({ deadline }) => deadline !== undefined && deadline < today).length;
  return { open: shown.length, overdue, snoozed: open.length - shown.length, groups };
}
