/** How the cooperation went in a year, with the year wheel. */
import { recipientKey } from '../../../domain/recipient-key.ts';
import { dayOf, dayParts } from '../../../domain/time.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { report } from '../../../papers/report/report.ts';
import { reportView } from '../../../papers/report/view.ts';
import { sha256 } from '../../mailings/keys.ts';
import { workbookId } from '../../settings/settings.ts';
import { definePaper } from '../define-paper.ts';
import type { Asked } from '../paper-definition.ts';
import { paperOptions, textFlag } from '../paper-flags.ts';

export const reportPaper = definePaper({
  name: 'report',
  none: () => msg`No report was made.`,
  named: () => msg`the report`,
  summary: 'Makes the report of a year, with the year wheel.',
  options: {
    year: {
      type: 'string',
      value: '<2026>',
      help: 'the year that it is about (default: this one)',
      chooses: 'year',
    },
    appendix: { type: 'boolean', help: 'add all that the register has of the year', chooses: 'appendix' },
    ...paperOptions(),
  },
  examples: ['npm run report', 'npm run report -- --appendix'],
  samples: { report: [], 'report-appendix': ['--appendix'] },
  tabs: ['activities', 'cases', 'actions', 'treatments', 'dialogues', 'recipients', 'ledger'],
  request: (asked) => {
    const workbook = workbookId(asked.settings);
    return {
      year: yearOf(asked),
      hasAppendix: asked.flags['appendix'] === true,
      keyOf: (mailing: string, address: string) => recipientKey(sha256, workbook, mailing, address),
    };
  },
  make: report,
  templates: { report: reportView },
  sets: (view) => [
    {
      name: `rapport-${String(view.year)}${view.hasAppendix ? '-med-vedlegg' : ''}`,
      template: 'report',
      view,
      subject: `Rapport for ${String(view.year)}`,
      figures: async (standard) => {
        const { reportFigures } = await import('../report-figures.ts');
        return reportFigures(view, standard);
      },
    },
  ],
  say: (terminal, { year, total, silent, hours }) => {
    const heading = terminal.paint('bold', msg`Report for ${year}`);
    terminal.say(
      msg`${heading}: ${total.done} done, ${total.coming} to come, ${total.cancelled} cancelled, ${hours.total} hours`,
    );
    if (total.unconfirmed > 0)
      terminal.say(msg`  ${total.unconfirmed} are behind, and nobody has written that they were done.`);
    if (silent.length > 0)
      terminal.say(
        msg`  Silent for three months: number ${silent.map(({ number }) => number).join(', ')} in the agreement.`,
      );
  },
});

function yearOf({ flags, settings }: Asked): number {
  const text = textFlag(flags, 'year');
  const { year } = dayParts(dayOf(settings.now));
  if (text === undefined) return year;
  if (!/^20\d\d$/u.test(text))
    throw new UserError(msg`«${text}» is not a year.`, msg`Write it as --year 2026.`);
  if (Number(text) <= year) return Number(text);
  throw new UserError(
    msg`${text} has not begun, so there is nothing to report of it.`,
    msg`Write --year ${year} or earlier. What is planned is in «npm run calendar» and «npm run announce -- --plan».`,
  );
}
