/** What a send prints: its progress, and the status of each recipient. */
import { msg, spoken } from '../../domain/msg.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import { draftReceipt } from '../../domain/ledger-event.ts';
import { masked } from '../../domain/email-address.ts';
import type { RecipientStatus } from '../../delivery/send/recipient-status.ts';
import { wordCause } from '../../language/announcements/word-audience.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { Progress } from '../../delivery/send/run.ts';

type Recipient = Mailing['recipients'][number];

const heading: Readonly<
  Record<Exclude<RecipientStatus['is'], 'sent' | 'written'>, (count: number) => string>
> = {
  failed: (count) => msg`  ${count} refused for good, or came back`,
  unclear: (count) =>
    msg`  ${count} unclear: it cannot be known whether it arrived; decide each with --resolve <key> --as sent or --as resend`,
  elsewhere: (count) =>
    msg`  ${count} claimed by another run, which has not reported the result; unclear if it never does`,
  free: (count) => msg`  ${count} not sent`,
  mine: (count) => msg`  ${count} not sent yet, claimed here`,
};

export interface StatusReport {
  readonly statusOf: (key: string) => RecipientStatus;
  /** By key. */
  readonly leftOut: ReadonlyMap<string, LeftOutCause>;
  /** What this run has done; undefined for one that only looks. */
  readonly now: string | undefined;
  /** The folder of the mailing, as the person named it. */
  readonly folder: string;
}

/** How many are in which state, and by name those who have not got it and need somebody to act. */
export function reportStatuses(terminal: Terminal, { recipients }: Mailing, request: StatusReport): void {
  const { statusOf, leftOut, now } = request;
  const statuses = new Map(recipients.map((recipient) => [recipient, statusOf(recipient.key)]));
  const those = (is: RecipientStatus['is']): readonly Recipient[] =>
    recipients.filter((recipient) => statuses.get(recipient)?.is === is);
  const isLeftOut = ({ key }: Recipient): boolean => leftOut.has(key);
  const sent = those('sent').length;
  terminal.result(msg`${sent} of ${recipients.length} sent`, 'bold');
  if (now !== undefined) terminal.result(`  ${now}`);
  const written = [...statuses.values()].flatMap((status) =>
    status.is === 'written' ? [status.receipt] : [],
  );
  // A run that only looks also names them, as long as the list is short.
  const areNamed = (own: readonly Recipient[]): boolean => now === undefined && own.length <= FEW;
  if (written.length > 0) {
    terminal.result(writtenLine(written));
    const own = those('written');
    if (areNamed(own)) for (const recipient of own) terminal.result(`    ${whoOf(recipient)}`);
  }
  for (const is of ['failed', 'unclear', 'elsewhere', 'free', 'mine'] as const) {
    const own = those(is).filter((recipient) => is !== 'free' || !isLeftOut(recipient));
    if (own.length === 0) continue;
    terminal.result(heading[is](own.length));
    const isFew = areNamed(own);
    for (const recipient of own) {
      const line = lineOf(recipient, statuses.get(recipient)) ?? (isFew ? whoOf(recipient) : undefined);
      if (line !== undefined) terminal.result(`    ${line}`);
    }
  }
  const out = those('free').flatMap((recipient) => {
    const cause = leftOut.get(recipient.key);
    return cause === undefined ? [] : [{ ...recipient, cause }];
  });
  if (out.length > 0) {
    terminal.result(msg`  ${out.length} left out, because of changes since the mailing was made`);
    for (const { key, id, name, cause } of out)
      terminal.result(`    ${key} ${id} ${name}: ${wordCause(cause, spoken())}`);
  }
  if (written.length > 0) reportWayOn(terminal, written, request.folder);
}

const isDraft = (receipt: string): boolean => receipt.startsWith(draftReceipt);

function writtenLine(receipts: readonly string[]): string {
  const drafts = receipts.filter(isDraft).length;
  const { length } = receipts;
  if (drafts === 0) return msg`  ${length} written as files, and not sent by Felles`;
  return drafts === length
    ? msg`  ${length} written as drafts, and not sent by Felles`
    : msg`  ${length} written as files or drafts, and not sent by Felles`;
}

/** Only a person knows whether a file or a draft was sent, and no outbox sends it again without being asked. */
function reportWayOn(terminal: Terminal, receipts: readonly string[], folder: string): void {
  const drafts = receipts.some(isDraft);
  const files = receipts.some((receipt) => !isDraft(receipt));
  const run = `npm run send -- ${folder}`;
  terminal.say(
    files
      ? msg`No outbox sends again what was written (the files are in ${folder}/outbox, on the machine that wrote them):`
      : msg`No outbox sends again what was written:`,
  );
  terminal.say(msg`  If somebody has sent them all by hand, report it: ${run} --sent-by-hand all`);
  terminal.say(
    files && drafts
      ? msg`  If nobody has, and another outbox shall send them: delete the files and the drafts, then ${run} --reopen all`
      : files
        ? msg`  If nobody has, and another outbox shall send them: delete the files, then ${run} --reopen all`
        : msg`  If nobody has, and another outbox shall send them: delete the drafts, then ${run} --reopen all`,
  );
  terminal.say(msg`  For one recipient, write the number, the name or the key instead of all.`);
}

/** How many are named if only their state can be said. All of them are in recipients.csv. */
const FEW = 20;

const whoOf = ({ key, id, name, address }: Recipient): string => `${key} ${id} ${name} (${masked(address)})`;

/** Those who only wait for their turn are not listed one by one, unless they are few. */
function lineOf(recipient: Recipient, status: RecipientStatus | undefined): string | undefined {
  const who = whoOf(recipient);
  switch (status?.is) {
    case 'failed':
    case 'unclear':
      return `${who}: ${status.reason}`;
    case 'elsewhere':
      return `${who}: ${status.owner}${status.since === undefined ? '' : `, ${status.since}`}`;
    case 'free':
    case 'mine':
      return status.reason === undefined ? undefined : `${who}: ${status.reason}`;
    case 'sent':
    case 'written':
    case undefined:
      return undefined;
  }
}

/** Milliseconds in words, rounded up, since an operator plans with it. */
export function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return seconds <= 1 ? msg`a second` : msg`${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return minutes === 1 ? msg`a minute` : msg`${minutes} minutes`;
  const hours = (minutes / 60).toFixed(1);
  return msg`${spoken() === 'en' ? hours : hours.replace('.', ',')} hours`;
}

/** How many progress lines are printed if the output is not a terminal. */
const LINES = 10;

export interface ProgressLine {
  report(progress: Progress): void;
  /** Keeps the last line. */
  end(): void;
}

/** What a run does with the messages that its outbox accepts. */
export type Made = 'sent' | 'written';

/** `now` is a clock in milliseconds that only goes forward. */
export function progressLine(terminal: Terminal, made: Made, now: () => number): ProgressLine {
  const begun = now();
  let reported = 0;
  let pausedAt = '';
  return {
    report: (progress) => {
      const { total, pause } = progress;
      const done = answered(progress);
      if (pause > 0) {
        const line = msg`  ${counts(progress, made)}; waiting ${inWords(pause)}, as the mail server asks`;
        if (line !== pausedAt) terminal.say(line);
        pausedAt = line;
        return;
      }
      if (terminal.isInteractive) {
        terminal.line(`  ${counts(progress, made)}${timeLeft(progress, now() - begun)}`);
        return;
      }
      const step = Math.max(10, Math.ceil(total / LINES));
      if (done >= total || done < reported + step) return;
      reported = done;
      terminal.say(`  ${counts(progress, made)}${timeLeft(progress, now() - begun)}`);
    },
    end: () => {
      terminal.endLine();
    },
  };
}

/** Postponed messages still count as not done. */
const answered = ({ gone, failed, unclear }: Progress): number => gone + failed + unclear;

function counts({ gone, total, failed, unclear, waiting }: Progress, made: Made): string {
  const more = [
    failed > 0 ? msg`${failed} refused` : '',
    unclear > 0 ? msg`${unclear} unclear` : '',
    waiting > 0 ? msg`${waiting} postponed` : '',
  ].filter((text) => text !== '');
  const done = made === 'sent' ? msg`${gone} of ${total} sent` : msg`${gone} of ${total} written`;
  return [done, ...more].join(', ');
}

/** Estimated from the time so far. The first few messages are not enough for that. */
function timeLeft(progress: Progress, passed: number): string {
  const [done, { total }] = [answered(progress), progress];
  if (done < 5 || done >= total) return '';
  return `, ${msg`${inWords((passed / done) * (total - done))} left`}`;
}
