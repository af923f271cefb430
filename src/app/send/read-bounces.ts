/** `--bounces`: reads mail that came back after a mailing, and marks in the ledger whom it did not reach. */
import { SentMail } from '../../delivery/bounces/attribution.ts';
import { eventsOf } from '../../delivery/bounces/events.ts';
import { readReturnedMail, type ReturnedMail } from '../../delivery/bounces/returned-mail.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { settingsOf } from '../../register/settings.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { sha256 } from '../mailings/mailing-files.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { mailsAt } from './mail-files.ts';
import { instant } from './mailing-status.ts';
import { registerReader, storeLedger } from './store-ledger.ts';
import { workbookId } from '../settings/settings.ts';
import { reportBounces, type FiledMail, type Unread } from './report-bounces.ts';

/** How often somebody else may be in the way. */
const MOST_TRIES = 5;

/**
 * `path` is absolute: a mailbox in one file (mbox), one message, or a folder of either. 1 where a person has something to do.
 * Run again, it marks nothing twice. Throws UserError where nothing can be read.
 */
export async function readBounces(run: Run, store: RegisterStore, path: string): Promise<ExitCode> {
  const { settings, terminal } = run;
  const read = await readAll(path);
  const workbook = workbookId(settings);
  const keyOf = (mailing: string, address: string): string =>
    recipientKey(sha256, workbook, mailing, address);
  const owner = await machineName(settings.sending.state);
  const readRows = registerReader(settings.now);
  const ledger = storeLedger(store, readRows);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const view = await ledger.read();
    const { register } = readRows(view.workbook);
    const { sender, replyTo } = settingsOf(register).announcements;
    const senders = [sender?.email ?? '', replyTo ?? ''];
    const events = eventsOf(read.mails, new SentMail(view.entries, keyOf, senders), {
      timeUtc: instant(),
      owner,
    });
    const { entries } = events;
    if (entries.length > 0 && (await ledger.append(entries, view.cursor)) === 'overtaken') continue;
    return reportBounces(terminal, { ...read, events, register, keyOf });
  }
  terminal.say('Somebody else writes into the ledger all the time. Try again when that has ended.');
  return 1;
}

async function readAll(path: string): Promise<{
  readonly mails: readonly FiledMail[];
  readonly unread: readonly Unread[];
  readonly count: number;
}> {
  const mails: FiledMail[] = [];
  const unread: Unread[] = [];
  let count = 0;
  for await (const file of mailsAt(path)) {
    if ('why' in file) {
      unread.push(file);
      continue;
    }
    count += 1;
    const found: readonly ReturnedMail[] = await readReturnedMail(file.bytes);
    mails.push(...found.map((mail) => ({ ...mail, file: file.name })));
  }
  return { mails, unread, count };
}
