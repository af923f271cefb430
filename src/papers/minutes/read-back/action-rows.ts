/** Which row of Tiltak an action of the minutes is. */
import { comparedName } from '../../../domain/compare.ts';
import type { Register } from '../../../register/register.ts';
import type { Action } from '../../../register/tabs/actions.ts';
import type { Meeting } from '../../meetings.ts';
import type { UnderstoodPeople } from '../read/understood.ts';
import type { PeopleCells } from './people-cells.ts';

interface Sought {
  readonly text: string;
  /** The ID that the draft writes behind it. */
  readonly typedId: string | undefined;
  readonly caseId: string | undefined;
  readonly responsible: UnderstoodPeople | undefined;
}

/**
 * Finds the row of each action: by its ID, otherwise by its text. Rows that read alike are told apart by their case and who is
 * responsible; each row is found once, so that two who are to do the same keep a row each.
 */
export function actionRows(
  { actions }: Register,
  meeting: Meeting,
  people: PeopleCells,
): (sought: Sought) => Action | undefined {
  const found = new Set<string>();
  const find = ({ text, typedId, caseId, responsible }: Sought): Action | undefined => {
    const typed = actions.find(({ id }) => id === typedId);
    if (typed !== undefined) return typed;
    const rank = (row: Action): number => {
      const who = row.responsible;
      const isSame = who !== undefined && responsible !== undefined && people.isSame(who, responsible);
      return Number(row.fromCase === caseId) * 4 + Number(isSame) * 2 + Number(who === undefined);
    };
    return actions
      .filter(
        ({ id, action, fromMeeting, fromCase }) =>
          !found.has(id) &&
          comparedName(action) === comparedName(text) &&
          (fromMeeting === meeting.id || (fromMeeting === undefined && fromCase === caseId)) &&
          (fromCase === undefined || caseId === undefined || fromCase === caseId),
      )
      .sort((one, other) => rank(other) - rank(one))[0];
  };
  return (sought) => {
    const row = find(sought);
    if (row !== undefined) found.add(row.id);
    return row;
  };
}
