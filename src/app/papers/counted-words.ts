/** What papers count on the terminal, one and several. */
import { msg } from '../../domain/msg.ts';

export const cases = (count: number): string => (count === 1 ? msg`${count} case` : msg`${count} cases`);

export const meetings = (count: number): string =>
  count === 1 ? msg`${count} meeting` : msg`${count} meetings`;

export const days = (count: number): string => (count === 1 ? msg`${count} day` : msg`${count} days`);

export const minutes = (count: number): string =>
  count === 1 ? msg`${count} minute` : msg`${count} minutes`;
