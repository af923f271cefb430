/** `--bounces`: reads mail that came back after a mailing, and marks in the ledger whom it did not reach. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eventsOf, type Told } from '../../delivery/bounces/events.ts';
import { isMbox, splitMbox } from '../../delivery/bounces/mbox.ts';
import { readReturnedMail, type ReturnedMail } from '../../delivery/bounces/returned-mail.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import { comparedAddress, recipientKey } from '../../domain/recipient-key.ts';
import { UserError } from '../../domain/user-error.ts';
import { readRegister } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { sha256 } from '../mailing-files.ts';
import type { ExitCode, Run } from '../command.ts';
import { instant } from './standing-of.ts';
import { storeLedger } from './store-ledger.ts';

/** How often somebody else may be in the way. */
const MOST_TRIES = 5;

/**
 * `path` is absolute: a mailbox in one file (mbox), one message, or a folder of messages. 1 where a person has something to do.
 * Run again, it marks nothing twice. Throws UserError where nothing can be read.
 */
export async function readBounces(run: Run, store: RegisterStore, path: string): Promise<ExitCode> {
  const { settings, terminal } = run;
  const mails: ReturnedMail[] = [];
  for (const bytes of await messagesAt(path)) mails.push(await readReturnedMail(bytes));
  const { source } = settings;
  const workbook = source.kind === 'spreadsheet' ? source.id : 'file';
  const owner = await machineName(settings.sending.state);
  const ledger = storeLedger(store, settings.now);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const view = await ledger.read();
    const told = eventsOf(
      mails,
      view.entries,
      (mailing, address) => recipientKey(sha256, workbook, mailing, address),
      { timeUtc: instant(), owner },
    );
    const { entries } = told;
    if (entries.length > 0 && (await ledger.append(entries, view.cursor)) === 'overtaken') continue;
    tell(run, mails.length, told);
    return tellOptOuts(run, readRegister(view.workbook, settings.now).register, told.optOuts);
  }
  terminal.say('Somebody else writes into the ledger all the time. Try again when that has ended.');
  return 1;
}

/** Each message at a path. */
async function messagesAt(path: string): Promise<readonly Buffer[]> {
  try {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter((name) => /\.eml$/iu.test(name)).toSorted();
      if (names.length > 0) return await Promise.all(names.map((name) => readFile(join(path, name))));
      throw new UserError(
        `There are no .eml files in ${path}.`,
        'Save the messages that came back there, or name a mailbox that your mail program has exported (mbox).',
      );
    }
    const bytes = await readFile(path);
    return isMbox(bytes) ? splitMbox(bytes) : [bytes];
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `${path} cannot be read.`,
      'Name a file that your mail program has exported (mbox or .eml), or a folder of .eml files.',
      { cause },
    );
  }
}

const counted = (amount: number, one: string): string =>
  `${String(amount)} ${amount === 1 ? one : `${one}s`}`;

function tell({ terminal }: Run, read: number, told: Told): void {
  const { entries, delayed, known, unknown, others } = told;
  terminal.say(terminal.paint('bold', `${counted(read, 'message')} read`));
  for (const { mailing, recipient = '', event, error = '' } of entries)
    terminal.result(`${mailing} ${recipient}: ${event}${error === '' ? '' : `, ${error}`}`);
  if (entries.length === 0) terminal.say('  Nothing new is told of any mailing.');
  if (known > 0) terminal.say(`  ${String(known)} the ledger knows of already.`);
  if (delayed > 0) terminal.say(`  ${String(delayed)} only late: the mail servers go on trying.`);
  if (unknown > 0) terminal.say(`  ${String(unknown)} about mail that the ledger knows nothing of.`);
  if (others > 0) terminal.say(`  ${String(others)} no notifications: somebody should read them.`);
}

/** The column `Reservert` is people's: a script only says what belongs there. */
function tellOptOuts({ terminal }: Run, register: Register, optOuts: readonly string[]): ExitCode {
  const asked = new Set(optOuts.map(comparedAddress));
  const has = (address: string | undefined): boolean =>
    address !== undefined && asked.has(comparedAddress(address));
  const rows = [
    ...register.recipients.flatMap(({ number, name, email, reserved }) =>
      has(email) && !reserved ? [`write ja in Reservert for ${number} ${name} (Mottakere)`] : [],
    ),
    ...register.contacts.flatMap(({ id = '', name, email }) =>
      has(email) ? [`take the lists away from ${id} ${name} (Kontakter), or write reservert there`] : [],
    ),
  ];
  if (rows.length === 0) return 0;
  terminal.say('To get no more they ask; nothing is sent to them from now on. So that people see it too:');
  for (const row of rows) terminal.result(`  ${row}`);
  return 1;
}
