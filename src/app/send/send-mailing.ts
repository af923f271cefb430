/** Sends an approved mailing, and reports the status of each recipient. */
import { msg } from '../../domain/msg.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Mailing } from '../../delivery/mailing.ts';
import { sends, type Outbox } from '../../delivery/outbox.ts';
import { withJournal } from '../../delivery/journal/journal.ts';
import { machineName, sessionName } from '../../delivery/journal/machine.ts';
import { BATCH, runSend, type SendClock, type SendOutcome, type SendPlan } from '../../delivery/send/run.ts';
import { sumsOf, type RecipientStatus } from '../../delivery/send/recipient-status.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { onInterrupt } from '../cli/interrupts.ts';
import type { Terminal } from '../cli/terminal.ts';
import { leftOutNow, requireNoSample, requireSamePlan, requireUnchanged } from './before-sending.ts';
import { durationOf } from './preview.ts';
import type { OpenMailing } from './open-mailing.ts';
import { type Made, progressLine, reportStatuses } from './report-send.ts';
import { headOf, journalOf, planName, readStatus } from './mailing-status.ts';
import { recordedAtClaim } from './recorded.ts';
import { registerReader, storeLedger } from './store-ledger.ts';

/** Milliseconds that only grow. */
const uptime = (): number => performance.now();

const clockOf = ({ instant }: Run): SendClock => ({
  now: uptime,
  sleep: (milliseconds, until) =>
    // Ending the wait is not a fault.
    pause(milliseconds, undefined, { signal: until }).catch(() => undefined),
  instant,
});

/**
 * Sends to all who are free, at most `limit` of them. 0 if it was sent to all, otherwise 1, also if it was only written.
 * `folder` is that of the mailing, as the person named it. Throws UserError, after
 * reporting each status, if the register, the ledger or the disk stops it.
 */
export async function sendMailing(
  run: Run,
  store: RegisterStore,
  open: OpenMailing,
  outbox: Outbox,
  { limit, folder }: { readonly limit: number; readonly folder: string },
): Promise<ExitCode> {
  const { settings, terminal } = run;
  const { mailing } = open;
  requireNoSample(run, mailing, outbox);
  const machine = await machineName(settings.sending.state);
  const plan = planOf(open, limit);
  const readRows = registerReader(settings.now);
  const total = Math.min(limit, mailing.recipients.length);
  const made = madeBy(outbox);
  terminal.say(
    made === 'sent'
      ? msg`Sending by ${outbox.name}: ${durationOf(total, outbox)}.`
      : msg`Writing by ${outbox.name}, which sends nothing: ${durationOf(total, outbox)}.`,
  );
  const progress = progressLine(terminal, made, uptime);
  const stopping = stoppedByHand(run);
  try {
    const outcome = await withJournal(journalOf(settings, mailing), (journal) =>
      runSend(plan, {
        ...{ journal, outbox, machine, clock: clockOf(run), stopping: stopping.signal },
        ledger: storeLedger(store, readRows, recordedAtClaim(mailing, terminal)),
        session: sessionName(),
        findLeftOut: (workbook) => findLeftOut(run, mailing, outbox, readRows(workbook).register),
        report: (state) => {
          progress.report(state);
          run.progress?.(state);
        },
      }),
    );
    progress.end();
    return reportOutcome(run, mailing, outcome, { made, folder });
  } finally {
    stopping.letGo();
    await outbox.close();
  }
}

function planOf({ mailing, composers }: OpenMailing, limit: number): SendPlan {
  const byKey = new Map(mailing.recipients.map((recipient) => [recipient.key, recipient]));
  const byStandard = new Map(
    [...composers].map(([standard, compose]): [string, typeof compose] => [standard, compose]),
  );
  return {
    head: headOf(mailing),
    recipients: mailing.recipients,
    compose: async ({ key, standard }, sentAt) => {
      const [recipient, compose] = [byKey.get(key), byStandard.get(standard)];
      if (recipient === undefined || compose === undefined) throw new Error('a recipient without a letter');
      return compose(recipient, sentAt);
    },
    limit,
    batch: BATCH,
  };
}

/** At each reading: who must be left out now, and why. Throws UserError where what was approved is no longer true. */
function findLeftOut(
  run: Run,
  mailing: Mailing,
  outbox: Outbox,
  register: Register,
): ReadonlyMap<string, LeftOutCause> {
  // Mailings that are older than the mark do not have it.
  requireNoSample(run, isSampleRegister(register) ? { sample: true } : mailing, outbox);
  requireSamePlan(register, mailing, planName(mailing));
  requireUnchanged(register, mailing, run.settings.now);
  return leftOutNow(register, mailing, run.settings.now);
}

/** Ctrl-C once finishes the messages on their way; twice ends the run at once. The page in the browser, which follows the progress, asks once. */
function stoppedByHand({ terminal, progress }: Run): {
  readonly signal: AbortSignal;
  readonly letGo: () => void;
} {
  const stopping = new AbortController();
  const letGo = onInterrupt(
    terminal,
    () => {
      stopping.abort();
      terminal.say(
        progress === undefined
          ? msg`Finishing the messages on their way. Press Ctrl-C again to stop at once.`
          : msg`Finishing the messages on their way.`,
      );
    },
    () => process.exit(1),
  );
  return { signal: stopping.signal, letGo };
}

const madeBy = ({ name }: Outbox): Made => (sends(name) ? 'sent' : 'written');

/** What this run has done, for a run that sends or one that only writes. */
const nowLine = (gone: number, made: Made): string =>
  made === 'sent' ? msg`sent now: ${gone}` : msg`sent now: 0, written now: ${gone}`;

/** What this machine has reported to the ledger, and the ledger no longer has. */
function reportLost(terminal: Terminal, rows: number): void {
  terminal.say(msg`The ledger has lost ${rows} rows that were written in it. Nothing more is sent.`, 'red');
  terminal.say(msg`  If an older version of the workbook was restored, run it with --repair first.`);
}

function reportOutcome(
  { terminal }: Run,
  mailing: Mailing,
  outcome: SendOutcome,
  { made, folder }: { readonly made: Made; readonly folder: string },
): ExitCode {
  const { statuses, leftOut, stopped, fault, lost, unreported } = outcome;
  if (lost !== undefined) reportLost(terminal, Math.max(lost.keys.length, lost.events));
  if (stopped !== undefined && lost === undefined) terminal.say(msg`Ended early: ${stopped}.`, 'yellow');
  const statusOf = (key: string): RecipientStatus => statuses.get(key) ?? { is: 'free' };
  reportStatuses(terminal, mailing, { statusOf, leftOut, now: nowLine(outcome.gone, made), folder });
  if (unreported.length > 0)
    terminal.say(
      msg`  The ledger does not know of ${unreported.length} yet. The next run, or --repair, reports it.`,
    );
  if (outcome.isLedgerBroken)
    terminal.say(
      msg`  Run the same again once the workbook can be reached: it reads the ledger first, writes what is missing there, and goes on. Nobody gets it twice.`,
    );
  if (fault !== undefined) throw fault;
  const { sent, written, failed, notSent, unclear } = sumsOf(statuses.values());
  // Only here is the sum right for what the ledger does not know.
  const isWhole =
    unreported.length === 0 && sent + written + failed + notSent + unclear === mailing.recipients.length;
  if (lost !== undefined || !isWhole) return 2;
  return sent === mailing.recipients.length ? 0 : 1;
}

/** `--status`: the status of each recipient, from the ledger and this machine's journal. */
export async function showStatus(
  run: Run,
  store: RegisterStore,
  mailing: Mailing,
  folder: string,
): Promise<ExitCode> {
  const { settings, terminal } = run;
  const { statuses, isDamaged } = await readStatus(
    settings,
    storeLedger(store, registerReader(settings.now)),
    mailing,
  );
  if (isDamaged) {
    terminal.say(msg`The journal of this machine is damaged, and does not show everything.`, 'red');
    terminal.say(
      msg`  Run it with --repair. What the journal does not show is then unclear, and a person decides.`,
    );
  }
  const lost = Math.max(statuses.lost().length, statuses.lostEvents);
  if (lost > 0) reportLost(terminal, lost);
  const statusOf = (key: string): RecipientStatus => statuses.of(key);
  reportStatuses(terminal, mailing, { statusOf, leftOut: new Map(), now: undefined, folder });
  if (lost > 0) return 1;
  const isAll = mailing.recipients.every(({ key }) => statuses.of(key).is === 'sent');
  return isAll ? 0 : 1;
}
