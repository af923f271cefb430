/** The list of recipients as a table, for `recipients.csv` and for a look before anything goes out. */
import type { WrittenStandard } from '../../domain/written-standard.ts';
import { announcementWords, wordCause, wordReason } from '../../language/announcements/word-audience.ts';
import type { Audience } from './audience.ts';

/**
 * Everyone who was meant, in order of number, with a heading row: those who get the mailing with their standard and the
 * reason for it, the others with the cause for leaving them out. `reader` is the language of the table.
 */
export function recipientTable(audience: Audience, reader: WrittenStandard): readonly (readonly string[])[] {
  const { columns, yes, no, standards } = announcementWords[reader];
  const chosen = audience.chosen.map(({ id, name, address, standard, reason }) => ({
    id,
    cells: [id, name, address, standards[standard], yes, wordReason(reason, standard, reader)],
  }));
  const leftOut = audience.leftOut.map(({ id, name = '', cause }) => ({
    id,
    cells: [id, name, '', '', no, wordCause(cause, reader)],
  }));
  const rows = [...chosen, ...leftOut].sort((one, other) =>
    one.id === other.id ? 0 : other.id === '' || (one.id !== '' && one.id < other.id) ? -1 : 1,
  );
  const { number, name, address, standard, gets, why } = columns;
  return [[number, name, address, standard, gets, why], ...rows.map(({ cells }) => cells)];
}
