/** Which cells a command would write, for those who look before they let it. */
import { fewLines } from '../../domain/few.ts';
import { msg } from '../../domain/msg.ts';
import type { CellChange } from '../../domain/workbook.ts';
import type { Register } from '../../register/register.ts';

/** The row of a cell to be written; undefined for one that is named by an ID which no case has. */
export const plannedRow = ({ at }: CellChange, { cases }: Pick<Register, 'cases'>): number | undefined =>
  at.by === 'content' ? at.row : cases.find(({ id }) => id === at.id)?.at.row;

/** `    Saker row 12, Saksnr: Sak 7/26`, for the first few. */
export const plannedLines = (changes: readonly CellChange[], register: Register): readonly string[] =>
  fewLines(
    changes.map((change) => {
      const { tab, column, becomes } = change;
      const row = plannedRow(change, register);
      const place = row === undefined ? tab : msg`${tab} row ${row}`;
      return `    ${place}, ${column}: ${typeof becomes === 'string' ? becomes : ''}`;
    }),
  );
