/** What an agenda decides and the register does not have yet: the numbers of its cases, and the meeting of cases that named none. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { CellChange } from '../../domain/workbook.ts';
import { caseNumber } from '../../language/dates.ts';
import type { Register } from '../../register/register.ts';
import type { AgendaView } from './view.ts';

/**
 * One change for each case of the agenda whose cell `Saksnr` is empty, one for each to treat whose `Møte` is, and one for each that has no
 * ID: from then on, Felles counts how often the case comes back. Throws UserError where there is no column Saksnr.
 */
export function caseNumberChanges(register: Register, view: AgendaView): readonly CellChange[] {
  const numbers = new Map([...view.cases, ...view.followUp].map(({ id, number }) => [id, number]));
  // Another meeting has treated these, whichever it was.
  const followUp = new Set(view.followUp.map(({ id }) => id));
  const headings = register.tabs.cases?.headings;
  const newIds = new Map(register.tabs.cases?.newIds.map((change) => [change.becomes, change]));
  return register.cases.flatMap(({ id, number: given, meeting, at }): CellChange[] => {
    const number = numbers.get(id);
    if (number === undefined) return [];
    const [idColumn, column, meetingColumn] = [headings?.id, headings?.number, headings?.meeting];
    if (idColumn === undefined || column === undefined) {
      throw new UserError(
        msg`The tab Saker has no column Saksnr.`,
        msg`Run «npm run init» to add what is missing, and try again.`,
      );
    }
    const becomes = caseNumber(number.number, number.year).replace(/\u00A0/gu, ' ');
    const newId = newIds.get(id);
    const isHomeless = meeting === undefined && !followUp.has(id);
    const fill = (heading: string, text: string): CellChange => ({
      kind: 'cell',
      tab: at.tab,
      at: newId?.at ?? { by: 'id', idColumn, id },
      column: heading,
      headings: Object.values(headings ?? {}),
      was: null,
      becomes: text,
    });
    return [
      ...(newId === undefined ? [] : [newId]),
      ...(given === undefined ? [fill(column, becomes)] : []),
      ...(isHomeless && meetingColumn !== undefined ? [fill(meetingColumn, view.meeting.id)] : []),
    ];
  });
}
