/** `1 case`, `3 cases`. */
export const counted = (amount: number, one: string, many = `${one}s`): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;
