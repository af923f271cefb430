/** `npm run today`: what is due now, in one list. Safe to run every morning. */
import { isAnythingDue, today, type Today } from '../../papers/today/today.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { listRequest } from '../mailings/mailing-folder.ts';
import { openRegister } from '../register/open-register.ts';
import { allButFindings } from '../register/require-tabs.ts';
import { foldersOf } from '../send/open-mailing.ts';
import type { Terminal } from '../cli/terminal.ts';
import { todayParts } from '../papers/today-parts.ts';

const options = {
  make: {
    type: 'boolean',
    help: 'make the mailings that are due, as «npm run announce» does; nothing is sent',
  },
  json: { type: 'boolean', help: 'print the list as JSON on standard output' },
} as const;

export const todayCommand: Command = {
  name: 'today',
  summary: 'Lists everything that is due now, from texts to overdue actions.',
  options,
  examples: ['npm run today', 'npm run today -- --make', 'npm run today -- --json'],
  ends: {
    0: 'the list was made, whatever is on it',
    1: 'the list was made, but errors may hide what is due; or --make could not make a mailing',
  },
  run: runToday,
};

/**
 * 0 if the list was made, whatever is due. 1 if errors in the register, or rows without an ID, may hide what is due,
 * or if --make could not make a mailing that is due.
 */
async function runToday(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { reading } = await openRegister(run, allButFindings, 'It cannot be known what is due.');
  const list = today(reading, settings.now, await listRequest(settings, reading.register));
  if (flags['json'] === true) terminal.result(JSON.stringify(list, null, 2));
  else {
    const waiting = [...list.written, ...list.unfinished].map(({ mailing }) => mailing);
    report(terminal, list, foldersOf(settings, waiting));
  }
  const isMade = flags['make'] !== true || (await makeDue(run, reading));
  return list.problems.error > 0 || list.withoutId > 0 || !isMade ? 1 : 0;
}

async function makeDue(run: Run, reading: RegisterReading): Promise<boolean> {
  const { makeDueMailings } = await import('./announce.ts');
  return makeDueMailings(run, reading);
}

function report(terminal: Terminal, list: Today, folders: ReadonlyMap<string, string>): void {
  terminal.say(`Today, ${list.asOf}`, 'bold');
  if (list.isSample) terminal.result('The register is a sample: what is due here is made up.', 'yellow');
  if (list.isUnfilled) {
    terminal.result(
      'Nothing is written in Aktiviteter yet, so little can be due. Fill in Oppsett, Kontakter and',
    );
    terminal.result('Aktiviteter: docs/veiledning.nb.md and docs/rettleiing.nn.md say how.');
  }
  for (const part of todayParts(list, folders)) {
    terminal.result(part.heading, 'bold');
    for (const line of part.lines) terminal.result(`  ${line}`);
  }
  if (!list.isUnfilled && !isAnythingDue(list)) terminal.say('Nothing is due today.');
}
