/** Sends a mailing that is approved, and tells what became of each recipient. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Mailing } from '../../delivery/mailing.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import { standingOf, type Fate } from '../../delivery/send/fates.ts';
import { journalPath, openJournal } from '../../delivery/send/journal-file.ts';
import { masked } from '../../delivery/send/masked.ts';
import { BATCH, countFates, runSend, type SendOutcome, type SendPlan } from '../../delivery/send/run.ts';
import { parseWallTime } from '../../domain/time.ts';
import { basisText } from '../../papers/announcement/sent.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { durationOf } from './dry-run.ts';
import { machineName } from './machine.ts';
import type { OpenMailing } from './open-mailing.ts';
import { storeLedger } from './store-ledger.ts';

export interface SendLimits {
  readonly limit: number;
  /** Keys of those who have asked to be left out since the mailing was made. */
  readonly reserved: ReadonlySet<string>;
}

/** The head of every event of a mailing. */
export function headOf({ id, planHash, activity, letters }: Mailing): SendPlan['head'] {
  const start = parseWallTime(activity.start);
  const end = activity.end === undefined ? undefined : parseWallTime(activity.end);
  const sequence = letters.find(({ calendar }) => calendar !== undefined)?.calendar?.sequence;
  return {
    mailing: id,
    planHash: planHash.slice(0, 16),
    basis: start === undefined ? undefined : basisText({ start, end }),
    sequence,
  };
}

/** An instant in UTC by the clock of the machine, to the second. */
const instant = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** The journal of a mailing on this machine. */
export const journalOf = ({ sending }: Run['settings'], { workbook, id }: Mailing): string =>
  journalPath(sending.state, workbook, id);

/** Sends to all who are free. 0 when all have got it, 1 when some have not, 2 when the sums do not add up. */
export async function sendMailing(
  run: Run,
  store: RegisterStore,
  { mailing, composers }: OpenMailing,
  outbox: Outbox,
  { limit, reserved }: SendLimits,
): Promise<ExitCode> {
  const { settings, terminal } = run;
  await store.requireWritable();
  const machine = await machineName(settings.sending.state);
  const recipients = mailing.recipients.filter(({ key }) => !reserved.has(key));
  const byKey = new Map(recipients.map((recipient) => [recipient.key, recipient]));
  const plan: SendPlan = {
    head: headOf(mailing),
    recipients,
    compose: async ({ key, standard }) => {
      const recipient = byKey.get(key);
      const compose = [...composers].find(([own]) => own === standard)?.[1];
      if (recipient === undefined || compose === undefined) throw new Error('a recipient without a letter');
      return compose(recipient);
    },
    limit,
    batch: BATCH,
  };
  const journal = await openJournal(journalOf(settings, mailing));
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    terminal.say('Finishing what is on its way. Once more ends it at once.');
  };
  process.on('SIGINT', stop);
  terminal.say(`Sending by ${outbox.name}: ${durationOf(Math.min(limit, recipients.length), outbox)}.`);
  try {
    const outcome = await runSend(plan, {
      ...{ journal, outbox, machine },
      ledger: storeLedger(store, settings.now),
      now: instant,
      sleep: (milliseconds) => pause(milliseconds),
      isStopping: () => isStopping,
      tell: progressOf(terminal),
    });
    return tellOutcome(run, mailing, outcome, reserved);
  } finally {
    process.off('SIGINT', stop);
    await outbox.close();
    await journal.close();
  }
}

/** A line now and then: often enough to see that it goes on. */
function progressOf(terminal: Terminal): (done: number, total: number) => void {
  return (done, total) => {
    const step = total <= 50 ? 10 : 25;
    if (done % step === 0 && done < total) terminal.say(`  ${String(done)} of ${String(total)}`);
  };
}

const heading: Readonly<Record<Exclude<Fate['is'], 'sent'>, string>> = {
  failed: 'refused for good',
  unclear:
    'unclear: nobody can know whether it came; settle each with --resolve <key> --as sent or --as resend',
  elsewhere: 'claimed by another machine, which has not told what came of it',
  free: 'not sent',
  mine: 'not sent yet, claimed here',
};

function tellOutcome(
  { terminal }: Run,
  mailing: Mailing,
  { fates, stopped, rolledBack }: SendOutcome,
  reserved: ReadonlySet<string>,
): ExitCode {
  if (rolledBack.length > 0) {
    terminal.say(
      terminal.paint(
        'red',
        `The ledger has lost what this machine has written: ${String(rolledBack.length)} recipients. Nothing was sent.`,
      ),
    );
    terminal.say('  If an older version of the workbook was restored, run it with --repair first.');
    return 2;
  }
  if (stopped !== undefined) terminal.say(terminal.paint('yellow', `Ended early: ${stopped}.`));
  tellFates(terminal, mailing, fates, reserved);
  const { sent } = countFates(fates.values());
  if (fates.size + reserved.size !== mailing.recipients.length) {
    terminal.say(
      terminal.paint('red', 'The sums do not add up: look at the tab Utsendelser before you send again.'),
    );
    return 2;
  }
  return sent === mailing.recipients.length ? 0 : 1;
}

/** How many are in which state, and by name those who have not got it. */
function tellFates(
  terminal: Terminal,
  { recipients }: Mailing,
  fates: ReadonlyMap<string, Fate>,
  reserved: ReadonlySet<string>,
): void {
  const counts = countFates(fates.values());
  terminal.result(
    terminal.paint('bold', `${String(counts.sent)} of ${String(recipients.length)} sent`, 'result'),
  );
  for (const is of ['failed', 'unclear', 'elsewhere', 'free', 'mine'] as const) {
    const own = recipients.filter(({ key }) => fates.get(key)?.is === is);
    if (own.length === 0) continue;
    terminal.result(`  ${String(own.length)} ${heading[is]}`);
    // Those who are only waiting are many, and nothing is to be done about them one by one.
    if (is === 'free' || is === 'mine') continue;
    for (const { key, id, name, address } of own)
      terminal.result(`    ${key} ${id} ${name} (${masked(address)})${why(fates.get(key))}`);
  }
  if (reserved.size > 0)
    terminal.result(
      `  ${String(reserved.size)} left out: they have asked for that since the mailing was made`,
    );
}

function why(fate: Fate | undefined): string {
  if (fate?.is === 'failed' || fate?.is === 'unclear') return `: ${fate.reason}`;
  return fate?.is === 'elsewhere' ? `: ${fate.owner}` : '';
}

/** `--status`: what has become of each recipient, told from the ledger and this machine's journal. */
export async function showStanding(run: Run, store: RegisterStore, mailing: Mailing): Promise<ExitCode> {
  const { settings, terminal } = run;
  const entries = await storeLedger(store, settings.now).read(mailing.id);
  const journal = await openJournal(journalOf(settings, mailing));
  await journal.close();
  const keys = mailing.recipients.map(({ key }) => key);
  const machine = await machineName(settings.sending.state);
  const { fates } = standingOf(keys, entries, journal.records, machine);
  tellFates(terminal, mailing, fates, new Set());
  return countFates(fates.values()).sent === keys.length ? 0 : 1;
}
