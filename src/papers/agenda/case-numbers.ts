/** The case numbers that an agenda gives and the register does not have yet. */
import { UserError } from '../../domain/user-error.ts';
import type { CellChange } from '../../domain/workbook.ts';
import { caseNumber } from '../../language/dates.ts';
import type { Register } from '../../register/register.ts';
import type { AgendaView } from './view.ts';

/** One change for each case of the agenda whose cell `Saksnr` is empty. Throws UserError where there is no such column. */
export function caseNumberChanges(register: Register, view: AgendaView): readonly CellChange[] {
  const numbers = new Map(
    [view.information, view.discussion, view.decision].flatMap(({ cases }) =>
      cases.map(({ id, number }) => [id, number]),
    ),
  );
  const headings = register.tabs.cases?.headings;
  return register.cases.flatMap(({ id, number: given, at }): CellChange[] => {
    const number = numbers.get(id);
    if (given !== undefined || number === undefined) return [];
    const [idColumn, column] = [headings?.['id'], headings?.['number']];
    if (idColumn === undefined || column === undefined) {
      throw new UserError(
        'The tab Saker has no column Saksnr.',
        'Run «npm run init» to add what is missing, and try again.',
      );
    }
    const becomes = caseNumber(number.number, number.year).replace(/\u00A0/gu, ' ');
    return [{ kind: 'cell', tab: at.tab, at: { by: 'id', idColumn, id }, column, was: null, becomes }];
  });
}
