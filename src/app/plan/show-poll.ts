/** What has been answered in a poll, in English for the terminal. */
import { inFew } from '../../domain/few.ts';
import { dayOf } from '../../domain/time.ts';
import type { Poll, PollTime, Voter } from '../../papers/plan/poll.ts';
import { parties } from '../../register/lists.ts';
import { tableLines } from '../../render/text/table.ts';
import type { Terminal } from '../cli/terminal.ts';
import { clockWords, dayWords } from './plan-words.ts';

const WIDTH = 100;

/** `Thu 2027-03-11 10:00` */
export const pollTimeWords = ({ start }: Pick<PollTime, 'start'>): string =>
  `${dayWords(dayOf(start))} ${clockWords(start)}`;

const names = (voters: readonly Voter[]): string => inFew(voters.map(({ name }) => name));

/** A row for each time, and who has not answered. */
export function reportPoll(terminal: Terminal, { times, silent, deadline }: Poll): void {
  const table = {
    head: ['Day', 'Suits', 'If needed', 'Does not', ''],
    aligns: ['left', 'right', 'right', 'right', 'left'] as const,
    rows: times.map((time) => {
      const { yes, ifNeeded, no } = time.answers;
      const without =
        time.without.length === 2
          ? 'nobody so far'
          : time.without.map((party) => `nobody from ${parties[party][0]} so far`).join('');
      const cells = [
        pollTimeWords(time),
        ...[yes, ifNeeded, no].map(({ length }) => String(length)),
        without,
      ];
      return { hasHead: true, cells };
    }),
  };
  for (const line of tableLines(table, [table], WIDTH)) terminal.result(line.trimEnd());
  if (silent.length > 0)
    terminal.result(`Not answered: ${names(silent)}${deadline === undefined ? '' : ` (by ${deadline})`}.`);
}
