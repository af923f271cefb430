/** The list of all decisions and actions of the quarterly meetings. */
import { cases, meetings as meetingsOf } from '../counted-words.ts';
import type { Day } from '../../../domain/time.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { caseNumber } from '../../../language/dates.ts';
import { decisions, type DecisionsRequest } from '../../../papers/decisions/decisions.ts';
import { decisionsView, type DecisionsView } from '../../../papers/decisions/view.ts';
import { ignoreReports } from '../../../register/cells/cell-parser.ts';
import { whenCell } from '../../../register/cells/when.ts';
import type { Run } from '../../cli/command.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { definePaper } from '../define-paper.ts';
import { paperOptions, textFlag } from '../paper-flags.ts';
import { spokenDate, spokenTitle } from '../../../language/spoken.ts';

export const decisionsPaper = definePaper({
  name: 'decisions',
  none: () => msg`No list of decisions was made.`,
  named: () => msg`the list of decisions`,
  summary: 'Lists what the quarterly meetings decided, and what became of it.',
  options: {
    search: {
      type: 'string',
      value: '<words>',
      isWords: true,
      help: 'only decisions and actions with all of these words, and print them',
      chooses: 'searched',
    },
    since: {
      type: 'string',
      value: '<2026-01-01>',
      help: 'only from this day on; a month, a quarter or a year is taken from its first day',
      chooses: 'since',
    },
    ...paperOptions(),
    json: { type: 'boolean', help: 'print the list as JSON on standard output' },
  },
  examples: ['npm run decisions', 'npm run decisions -- --search samtykke --since 2026'],
  tabs: ['cases', 'actions', 'treatments', 'activities'],
  samples: { decisions: [], 'decisions-search': ['--search', 'samtykke'] },
  request: ({ flags }): DecisionsRequest => ({ since: sinceIn(flags), search: textFlag(flags, 'search') }),
  make: decisions,
  templates: { decisions: decisionsView },
  sets: (view) => [
    {
      name: view.search === undefined ? `vedtak-${view.asOf}` : `vedtak-utvalg-${view.asOf}`,
      template: 'decisions',
      view,
      subject: 'Vedtak og tiltak',
    },
  ],
  say,
  json: (view, files) => ({ ...view, files }),
});

/** The first day of the time that --since names. Throws UserError for what is none. */
function sinceIn(flags: Run['flags']): Day | undefined {
  const since = textFlag(flags, 'since');
  if (since === undefined) return undefined;
  const read = whenCell(since, ignoreReports);
  if (read !== undefined) return read.first;
  throw new UserError(
    msg`«${since}» is not a day that can be read.`,
    msg`Write it as 2026-01-01, or only the year.`,
  );
}

/** `T-2026-003  Sende notat (Fagsjef, open, by 2026-12-15)` */
function actionWords({ id, action, responsible, status, deadline }: DecisionsView['loose'][number]): string {
  const by = deadline === undefined ? undefined : msg`by ${spokenDate(deadline)}`;
  const state = { open: msg`open`, done: msg`done`, dropped: msg`dropped` }[status];
  const words = [responsible, state, by].filter((word) => word !== undefined);
  return `${id}  ${action} (${words.join(', ')})`;
}

function say(terminal: Terminal, { total, meetings, loose, search, since }: DecisionsView): void {
  const held = meetings.filter(({ id }) => id !== undefined).length;
  const { decisions: made, conclusions, actions: all, open } = total;
  const decided = terminal.paint('bold', made === 1 ? msg`${made} decision` : msg`${made} decisions`);
  const concluded = conclusions === 1 ? msg`${conclusions} conclusion` : msg`${conclusions} conclusions`;
  const actions = all === 1 ? msg`${all} action` : msg`${all} actions`;
  terminal.say(
    since === undefined
      ? msg`${decided} and ${concluded} of ${meetingsOf(held)}, ${actions} (${open} open)`
      : msg`${decided} and ${concluded} of ${meetingsOf(held)} since ${spokenDate(since)}, ${actions} (${open} open)`,
  );
  const uncertain = meetings.flatMap(({ cases: own }) => own.filter((one) => one.isUncertain)).length;
  if (uncertain > 0) {
    const line = msg`  Of ${cases(uncertain)} the register does not say which meeting treated it: write that in Behandlet i. Until then it is under the meeting that it was raised for.`;
    terminal.say(line, 'yellow');
  }
  if (search === undefined) return;
  for (const { day, cases: treated } of meetings)
    for (const { id, number, title, decision, actions: own } of treated) {
      const named = number === undefined ? id : caseNumber(number.number, number.year);
      const when = day === undefined ? msg`no day` : spokenDate(day);
      const about = spokenTitle(title);
      terminal.say(`  ${when}  ${named}  ${decision === undefined ? about : `${about}: ${decision}`}`);
      for (const action of own) terminal.say(`    ${actionWords(action)}`);
    }
  for (const action of loose) terminal.say(`  ${actionWords(action)}`);
}
