/** Reservations in rows with errors: somebody who has asked not to get mailings gets none, whatever else the row says. */
import { parseEmail } from '../domain/email-address.ts';
import type { Workbook } from '../domain/workbook.ts';
import { wordsCell, yesNoCell } from './cells/choice.ts';
import { plainText } from './cells/text.ts';
import type { Register } from './register.ts';
import { isReserving, mayReserve, namesIn } from './list-names.ts';
import { unreadRows, type UnreadRow } from './unread-rows.ts';

/** Every address that a cell holds, also in a cell that should have held one. */
function addressesIn({ value }: Pick<UnreadRow<'email'>, 'value'>): readonly string[] {
  const words = value('email', plainText)?.split(/[\s,;<>]+/u) ?? [];
  return words.flatMap((word) => {
    const parsed = parseEmail(word.replace(/^mailto:/iu, ''));
    return 'address' in parsed ? [parsed.address] : [];
  });
}

/**
 * The addresses in rows of `Mottakere` and `Kontakter` that could not be read and are reserved, or may be: an unreadable
 * cell for it counts as a yes.
 */
export function unreadReservationsIn(workbook: Workbook, tabs: Register['tabs']): readonly string[] {
  const reserved = unreadRows(workbook, tabs.recipients).filter(
    ({ value, isEmpty }) => !isEmpty('reserved') && value('reserved', yesNoCell) !== false,
  );
  const listed = unreadRows(workbook, tabs.contacts).filter(({ value, isEmpty }) => {
    const lists = value('lists', wordsCell)?.flatMap(namesIn);
    return lists === undefined ? !isEmpty('lists') : isReserving(lists) || lists.some(mayReserve);
  });
  return [...reserved, ...listed].flatMap(addressesIn);
}
