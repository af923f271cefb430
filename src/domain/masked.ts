/** An address as logs and the ledger show it: `p***@kommune.no`. Who it is stays between the mailing and the outbox. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at > 0 ? 1 : 0)}***${address.slice(at)}`;
}
