/** The name of one recipient in one mailing: the same on every machine, and it does not give away the address. */
import { comparedAddress } from './compare.ts';

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. Handed in: the pure layers have no cryptography of their own. */
export type Hash = (text: string) => string;

/**
 * The recipient's key (`rk`) in a mailing: the first 32 digits of the hash of the version, the workbook, the mailing and
 * the address as compared.
 */
export function recipientKey(hash: Hash, workbookId: string, mailing: string, address: string): string {
  return hash(`v1|${workbookId}|${mailing}|${comparedAddress(address)}`).slice(0, 32);
}
