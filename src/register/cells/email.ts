/** E-mail addresses: one to a cell. */
import { parseEmail } from '../../domain/email-address.ts';
import { exampleId, idCell, isOwnId, titledId } from './id.ts';
import { plainText } from './text.ts';
import type { CellParser } from './cell-parser.ts';

/** One address. `mailto:` in front and a subject after it are often pasted along; they are removed and reported. */
export const emailCell: CellParser<string> = (cell, report) => {
  const text = plainText(cell).trim();
  const cleaned = text.replace(/^mailto:/iu, '').replace(/\?subject=.*$/iu, '');
  const parsed = parseEmail(cleaned);
  if ('fault' in parsed) {
    report('email-invalid', 'error', { why: parsed.fault });
    return undefined;
  }
  if (cleaned !== text) report('email-cleaned', 'info', { as: parsed.address });
  return parsed.address;
};

const isContactId = isOwnId('K');

/** A contact's ID or one address. Anything else is only a warning: the row is needed, also if nobody can be written to. */
export const reachCell: CellParser<string> = (cell, report) => {
  const id = titledId(plainText(cell))?.id ?? cell;
  if (isContactId(id)) return idCell('K')(id, report);
  const address = addressIn(plainText(cell));
  if (address === undefined) report('reach-unreadable', 'warning', { example: exampleId('K') });
  return address;
};

const ignore = (): void => undefined;

/** The address that a text holds, read like a cell for addresses. */
export const addressIn = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : emailCell(text, ignore);
