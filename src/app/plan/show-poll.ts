/** What has been answered in a poll. */
import { inFew } from '../../domain/few.ts';
import { msg } from '../../domain/msg.ts';
import { spokenDate, spokenTime } from '../../language/spoken.ts';
import type { Poll, PollTime, Voter } from '../../papers/plan/poll.ts';
import { parties } from '../../register/lists.ts';
import { tableLines } from '../../render/text/table.ts';
import type { Terminal } from '../cli/terminal.ts';

const WIDTH = 100;

const names = (voters: readonly Voter[]): string => inFew(voters.map(({ name }) => name));

/** A row for each time, and who has not answered. */
export function reportPoll(terminal: Terminal, { times, silent, deadline }: Poll): void {
  const table = {
    head: [msg`Day`, msg`Suits`, msg`If needed`, msg`Does not`, ''],
    aligns: ['left', 'right', 'right', 'right', 'left'] as const,
    rows: times.map((time) => {
      const { yes, ifNeeded, no } = time.answers;
      const cells = [
        spokenTime(time.start),
        ...[yes, ifNeeded, no].map(({ length }) => String(length)),
        nobodyFrom(time.without),
      ];
      return { hasHead: true, cells };
    }),
  };
  for (const line of tableLines(table, [table], WIDTH)) terminal.result(line.trimEnd());
  if (silent.length > 0)
    terminal.result(
      deadline === undefined
        ? msg`Not answered: ${names(silent)}.`
        : msg`Not answered: ${names(silent)} (by ${spokenDate(deadline)}).`,
    );
}

function nobodyFrom([party, other]: PollTime['without']): string {
  if (party === undefined) return '';
  return other === undefined ? msg`nobody from ${parties[party][0]} so far` : msg`nobody so far`;
}
