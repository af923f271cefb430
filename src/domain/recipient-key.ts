/** The name of one recipient in one mailing: the same on every machine, and it does not give away the address. */

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. Handed in: the pure layers have no cryptography of their own. */
export type Hash = (text: string) => string;

/**
 * An address as it is compared: one person gets one message, however the address is written. The domain has no case
 * (RFC 5321 section 2.4); the local part may have one by the standard, yet no server in use tells `Ola` from `ola`.
 * Only for comparing: mail goes to the address as it stands in the register.
 */
export const comparedAddress = (address: string): string => address.trim().toLowerCase();

/**
 * The recipient's key (`rk`) in a mailing: the first 32 digits of the hash of the version, the workbook, the mailing and
 * the address as compared.
 */
export function recipientKey(hash: Hash, workbookId: string, mailing: string, address: string): string {
  return hash(`v1|${workbookId}|${mailing}|${comparedAddress(address)}`).slice(0, 32);
}
