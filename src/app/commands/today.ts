/** `npm run today`: what is due now, in one list. Safe to run every morning. */
import { msg } from '../../domain/msg.ts';
import { isAnythingDue, today, type Today } from '../../papers/today/today.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { UserError } from '../../domain/user-error.ts';
import { wordNotes } from '../../language/due/note-words.ts';
import { spokenDate } from '../../language/spoken.ts';
import type { Entry } from '../../papers/due/entry.ts';
import { listRequest } from '../mailings/mailing-folder.ts';
import { placeNamer } from '../register/place-of.ts';
import { textFlag } from '../papers/paper-flags.ts';
import { waivedLines } from '../papers/today-due.ts';
import { openRegister } from '../register/open-register.ts';
import { allButFindings } from '../register/require-tabs.ts';
import type { Terminal } from '../cli/terminal.ts';
import { partLines, type TodayPart } from '../papers/today-part.ts';
import { todayParts } from '../papers/today-parts.ts';

const options = {
  make: {
    type: 'boolean',
    help: 'make the mailings that are due, as «npm run announce» does; nothing is sent',
  },
  all: { type: 'boolean', help: 'show every entry, not five of each part and a number' },
  json: { type: 'boolean', help: 'print the list as JSON on standard output' },
  waive: {
    type: 'string',
    value: '<name>',
    help: 'take the entry with this name off the list, until its row changes; with --reason',
  },
  reason: { type: 'string', value: '<text>', help: 'why it is not to be said: kept in the record' },
  waived: { type: 'boolean', help: 'list what is waived, with the reasons' },
} as const;

export const todayCommand: Command = {
  name: 'today',
  summary: 'Lists everything that is due now, from texts to overdue actions.',
  options,
  examples: [
    'npm run today',
    'npm run today -- --all',
    'npm run today -- --make',
    'npm run today -- --waive "<name>" --reason "everybody was told by phone"',
  ],
  ends: {
    0: 'the list was made, whatever is on it; or the entry was waived',
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
  const waiver = waiverIn(flags);
  const open = await openRegister(run, allButFindings, msg`It cannot be known what is due.`);
  const { reading } = open;
  const { register } = reading;
  const list = today(reading, settings.now, await listRequest(settings));
  if (waiver !== undefined) {
    const { waive } = await import('../register/waive.ts');
    return waive(run, open, list, waiver);
  }
  if (flags['json'] === true) terminal.result(JSON.stringify(listInEnglish(list), null, 2));
  else if (flags['waived'] === true) reportWaived(terminal, list);
  else {
    report(terminal, list, { parts: todayParts(list, placeNamer(register)), isAll: flags['all'] === true });
  }
  const isMade = flags['make'] !== true || (await makeDue(run, reading));
  return list.problems.error > 0 || list.withoutId > 0 || !isMade ? 1 : 0;
}

/** The list with its notes as text, for other programs. */
function listInEnglish(list: Today): object {
  const textual = ({ notes, ...entry }: Entry): object => {
    const note = wordNotes(notes, 'en');
    return note === undefined ? entry : { ...entry, note };
  };
  const waived = list.waived.map((one) => ({ ...one, entry: textual(one.entry) }));
  return { ...list, due: list.due.map(textual), waived };
}

/** What is to be waived, and why. Throws UserError where one of both is missing. */
function waiverIn(flags: Run['flags']): { readonly name: string; readonly reason: string } | undefined {
  const name = textFlag(flags, 'waive')?.trim();
  const reason = textFlag(flags, 'reason')?.trim() ?? '';
  if (name === undefined && reason === '') return undefined;
  if (name === undefined || name === '')
    throw new UserError(
      msg`What is to be waived?`,
      msg`Write the name of the entry: --waive "A-2026-031 reminder-7".`,
    );
  if (reason === '')
    throw new UserError(
      msg`Nothing was waived: no reason is given.`,
      msg`Write why it is not to be said: --reason "everybody was told by phone". The reason is kept in the register.`,
    );
  return { name, reason };
}

function reportWaived(terminal: Terminal, list: Today): void {
  for (const line of waivedLines(list)) terminal.result(line);
  if (list.waived.length === 0) terminal.say(msg`Nothing is waived.`);
}

async function makeDue(run: Run, reading: RegisterReading): Promise<boolean> {
  const { makeDueMailings } = await import('./announce.ts');
  return makeDueMailings(run, reading);
}

function report(
  terminal: Terminal,
  list: Today,
  { parts, isAll }: { readonly parts: readonly TodayPart[]; readonly isAll: boolean },
): void {
  terminal.say(msg`Today, ${spokenDate(list.asOf)}`, 'bold');
  if (list.isSample) terminal.result(msg`The register is a sample: what is due here is made up.`, 'yellow');
  if (list.isUnfilled) {
    terminal.result(
      msg`Nothing is written in Aktiviteter yet, so little can be due. Fill in Oppsett, Kontakter and\nAktiviteter: docs/veiledning.nb.md and docs/rettleiing.nn.md say how.`,
    );
  }
  for (const part of parts) {
    terminal.result(part.heading, 'bold');
    for (const line of partLines(part, isAll)) terminal.result(`  ${line}`);
  }
  if (!list.isUnfilled && !isAnythingDue(list)) terminal.say(msg`Nothing is due today.`);
}
