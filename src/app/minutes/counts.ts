/** Amounts in words, for what is said of minutes. */
import { msg } from '../../domain/msg.ts';

/** `1 case`, `3 cases` */
export const countedCases = (amount: number): string =>
  amount === 1 ? msg`${amount} case` : msg`${amount} cases`;

/** `1 action`, `3 actions` */
export const countedActions = (amount: number): string =>
  amount === 1 ? msg`${amount} action` : msg`${amount} actions`;
