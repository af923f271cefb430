/** `npm run report`: how the cooperation went in a year. */
import { dayOf, dayParts } from '../../domain/time.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { UserError } from '../../domain/user-error.ts';
import { report } from '../../papers/report/report.ts';
import type { ReportView } from '../../papers/report/view.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { readRegister } from '../../register/read-register.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { sha256 } from '../mailings/mailing-files.ts';
import { paperFiles, paperFormats } from '../papers/paper-files.ts';
import { formatOption, formatsOf, standardOption, standardsOf, textFlag } from '../papers/paper-flags.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';

const options = {
  year: { type: 'string', value: '<2026>', help: 'the year that it is about (default: this one)' },
  standard: standardOption,
  format: formatOption(paperFormats),
} as const;

export const reportCommand: Command = {
  name: 'report',
  summary: 'Makes the report of a year, with the year wheel.',
  options,
  examples: ['npm run report', 'npm run report -- --year 2025'],
  run: runReport,
};

/** Tabs that the report is made from. */
const sourceTabs = ['activities', 'cases', 'actions', 'dialogues', 'recipients', 'ledger'] as const;

function yearOf({ flags, settings }: Run): number {
  const text = textFlag(flags, 'year');
  const { year } = dayParts(dayOf(settings.now));
  if (text === undefined) return year;
  if (!/^20\d\d$/u.test(text)) throw new UserError(`«${text}» is not a year.`, 'Write it as --year 2026.');
  if (Number(text) <= year) return Number(text);
  throw new UserError(
    `${text} has not begun, so there is nothing to report of it.`,
    `Write --year ${String(year)} or earlier. What is planned is in «npm run calendar» and «npm run announce -- --plan».`,
  );
}

async function runReport(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [year, standards, wanted] = [yearOf(run), standardsOf(flags), formatsOf(flags, paperFormats)];
  const store = await run.store();
  const reading = readRegister(await store.read(), settings.now);
  requireTabs(reading, sourceTabs, 'No report was made.');
  const { source } = settings;
  const workbook = source.kind === 'spreadsheet' ? source.id : 'file';
  const view = report(
    reading.register,
    { year, keyOf: (mailing, address) => recipientKey(sha256, workbook, mailing, address) },
    settings.now,
  );
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the report');
  say(run, view);
  // What draws is loaded only where something is drawn.
  const { reportFigures } = await import('../papers/report-figures.ts');
  const figures = (standard: (typeof standards)[number]): ReadonlyMap<string, string> =>
    reportFigures(view, standard);
  const order = {
    paper: 'report',
    view,
    isSample: isSampleRegister(reading.register),
    asOf: view.asOf,
    subject: `Rapport for ${String(year)}`,
    figures,
  } as const;
  const files = await paperFiles(order, standards, wanted);
  for (const { path } of await savePapers(settings.out, 'report', `rapport-${String(year)}`, files))
    terminal.result(shownPath(settings, path));
  return faulty ? 1 : 0;
}

function say({ terminal }: Run, { year, total, silent, hours }: ReportView): void {
  terminal.say(
    `${terminal.paint('bold', `Report for ${String(year)}`)}: ${String(total.done)} done, ${String(total.coming)} to come, ${String(total.cancelled)} cancelled, ${String(hours.total)} hours`,
  );
  if (total.unconfirmed > 0)
    terminal.say(`  ${String(total.unconfirmed)} are behind, and nobody has written that they were done.`);
  if (silent.length > 0)
    terminal.say(
      `  Silent for three months: number ${silent.map(({ number }) => number).join(', ')} in the agreement.`,
    );
}
