/** The keys by which the ledger knows recipients. */
import { createHash } from 'node:crypto';
import { recipientKey, type Hash } from '../../domain/recipient-key.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The key of an address in a mailing of a workbook: its spreadsheet's ID, or `file`. */
export const keysOf =
  (workbook: string) =>
  (mailing: string, address: string): string =>
    recipientKey(sha256, workbook, mailing, address);
