/** What the words of the page have in common in both written standards. */

/** `1 sak`, `3 saker`. */
export const counted = (amount: number, one: string, many: string): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;
