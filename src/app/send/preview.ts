/** What a person checks before a mailing is sent: an overview, and with `--test-to` a copy by mail outside the ledger. */
import type { Mailing } from '../../delivery/mailing.ts';
import { type Delivery, type Outbox, type OutboxName, sends } from '../../delivery/outbox.ts';
import { masked, parseEmail } from '../../domain/email-address.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { checkNamed } from '../../language/checks.ts';
import { joinedByAnd } from '../../language/spoken.ts';
import { missingRegister } from '../register/no-register.ts';
import { readStatus } from './mailing-status.ts';
import { registerReader, storeLedger } from './store-ledger.ts';
import { allowedWord, changedSince, isHeldBack, requireNoSample } from './before-sending.ts';
import type { OpenMailing } from './open-mailing.ts';
import { inWords } from './report-send.ts';
import { counted } from '../../domain/counted.ts';
import { createHash } from 'node:crypto';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';

type Recipient = Mailing['recipients'][number];

/** The approximate duration, in words. */
export function durationOf(count: number, { limits, name }: Outbox): string {
  const wait = limits.perMinute === undefined ? 0 : (count / limits.perMinute) * 60_000;
  return name === 'files' || wait < 60_000 ? msg`less than a minute` : msg`about ${inWords(wait)}`;
}

/** What an operator should know before sending. */
const aboutOutbox: Readonly<Partial<Record<OutboxName, () => string>>> = {
  files: () => msg`which writes one .eml file for each and sends nothing`,
  gmail: () =>
    msg`which sends as the account that is logged in, unless the sender above is one of its addresses`,
  'gmail-drafts': () =>
    msg`which makes one draft for each in the mailbox that is logged in, and sends nothing`,
};

/** The first, the last, and one in the middle of each written standard. */
function samplesOf(recipients: readonly Recipient[]): readonly Recipient[] {
  const standards = [...new Set(recipients.map(({ standard }) => standard))];
  const middles = standards.flatMap((standard) => {
    const own = recipients.filter((recipient) => recipient.standard === standard);
    return own[Math.floor(own.length / 2)] ?? [];
  });
  return [...new Set([recipients[0], ...middles, recipients.at(-1)].filter((one) => one !== undefined))];
}

interface Shown {
  /** As the person named it. */
  readonly folder: string;
  /** The workbook of this run, as mailings name it. */
  readonly workbook: string;
}

/** Shows a mailing, and how to send it. Sends nothing. Throws UserError after showing it, if its register does not exist. */
export async function showMailing(
  run: Run,
  { mailing, composers }: OpenMailing,
  outbox: Outbox,
  { folder, workbook }: Shown,
): Promise<ExitCode> {
  const { settings, terminal } = run;
  const { recipients, letters, sender, replyTo } = mailing;
  terminal.result(`${mailing.id}: ${counted(recipients.length, msg`recipient`, msg`recipients`)}`, 'bold');
  for (const { standard, subject, preheader } of letters) {
    const count = recipients.filter((recipient) => recipient.standard === standard).length;
    terminal.result(msg`  ${standard}, to ${count}: ${subject}`);
    terminal.result(`      ${preheader}`);
  }
  terminal.result(msg`  from ${sender.name} <${sender.address}>, answers to ${replyTo}`);
  for (const recipient of samplesOf(recipients)) {
    const composed = await composers.get(recipient.standard)?.(recipient, mailing.madeAt);
    const size = Math.ceil((composed?.bytes.byteLength ?? 0) / 1000);
    terminal.result(
      msg`  ${recipient.id} ${recipient.name} (${masked(recipient.address)}): ${recipient.standard}, ${size} kB`,
    );
  }
  if (mailing.sample === true)
    terminal.result(msg`  made from a sample register: what it says is made up`, 'yellow');
  for (const { check, found } of mailing.overridden)
    terminal.result(msg`  allowed by name: ${checkNamed(check)}: ${found}`, 'yellow');
  terminal.result(msg`  by ${outbox.name}: ${durationOf(recipients.length, outbox)}`);
  const more = aboutOutbox[outbox.name]?.();
  if (more !== undefined) terminal.result(`  ${more}`);
  const previews = joinedByAnd(letters.map(({ standard }) => `preview.${standard}.eml`));
  terminal.say(msg`This run sends nothing. Look at ${previews} in the folder.`);
  if (mailing.workbook !== workbook) {
    terminal.say(msg`It was made from another workbook than this one, so it can only be looked at here.`);
    return 0;
  }
  const missing = await missingRegister(settings);
  if (missing !== undefined) throw missing;
  const isAllowed = run.flags['allow'] === allowedWord;
  await sayWayOn(run, mailing, waysOn(mailing, outbox.name, folder, isAllowed));
  return 0;
}

/** How to send it, or why there is nothing to send: who has it already, and what has changed since it was made. */
async function sayWayOn(run: Run, mailing: Mailing, ways: readonly string[]): Promise<void> {
  const { settings, terminal } = run;
  const readRows = registerReader(settings.now);
  const ledger = storeLedger(await run.store(), readRows);
  const reading = await ledger.read();
  const { register } = readRows(reading.workbook);
  const { statuses } = await readStatus(
    settings,
    { ...ledger, read: () => Promise.resolve(reading) },
    mailing,
  );
  const total = mailing.recipients.length;
  const sent = mailing.recipients.filter(({ key }) => statuses.of(key).is === 'sent').length;
  if (sent > 0) terminal.say(msg`${sent} of ${total} have got it.`);
  const changed = changedSince(register, mailing, settings.now);
  if (changed !== undefined) {
    terminal.say(changed.message, 'yellow');
    terminal.say(`  ${changed.advice}`);
  } else if (sent === total) terminal.say(msg`There is nothing more to send.`);
  else for (const line of ways) terminal.say(line);
}

/** For an outbox that sends, no advice about writing files; for a sample, no advice about sending. */
function waysOn(mailing: Mailing, name: OutboxName, folder: string, isAllowed: boolean): readonly string[] {
  const allow = isAllowed ? ` --allow ${allowedWord}` : '';
  const by = (outbox: OutboxName): string =>
    `npm run send -- ${folder} --outbox ${outbox}${allow} --approve ${mailing.planHash.slice(0, 8)}`;
  if (isHeldBack(mailing, { name }) && !isAllowed)
    return [msg`${name} accepts nothing made from a sample without --allow ${allowedWord}.`];
  if (sends(name)) return [msg`To send it: ${by(name)}`];
  if (mailing.sample === true && !isAllowed)
    return [msg`A sample is not sent without --allow ${allowedWord}.`, msg`To write its files: ${by(name)}`];
  return [
    msg`To send it with a mail server that is set up (or with gmail): ${by('smtp')}`,
    name === 'files'
      ? msg`To write the files only, which a person then sends: ${by(name)}`
      : msg`To write the drafts only, which a person then sends: ${by(name)}`,
  ];
}

/**
 * Copies have «[Test]» in their subject. `room` is where the outbox `files` writes. 1 if one was not accepted. Throws UserError for
 * an invalid address, and for a sample.
 */
export async function sendTest(
  run: Run,
  { mailing, testComposers }: OpenMailing,
  outbox: Outbox,
  { to, room }: { readonly to: string; readonly room: string },
): Promise<ExitCode> {
  const { terminal } = run;
  requireNoSample(run, mailing, outbox);
  const parsed = parseEmail(to);
  if (!('address' in parsed)) {
    throw new UserError(msg`«${to}» is not one plain address.`, msg`Write it as name@example.no.`);
  }
  if (mailing.letters.some(({ calendar }) => calendar !== undefined))
    terminal.say(
      msg`It contains the invitation, like the mail itself: a calendar that accepts it shows the event.`,
    );
  let isAllMade = true;
  let written = false;
  try {
    const now = run.instant();
    for (const [standard, compose] of testComposers) {
      const key = createHash('sha256')
        .update(`test|${mailing.id}|${standard}|${now}`)
        .digest('hex')
        .slice(0, 32);
      // The name of a real recipient; the key belongs to nobody, so that returned mail marks nobody.
      const name = mailing.recipients.find((recipient) => recipient.standard === standard)?.name ?? '';
      const message = await compose({ key, name, address: parsed.address }, now);
      const came = await outbox.deliver(message, () => Promise.resolve());
      const isMade = came.is === 'sent' || came.is === 'written';
      isAllMade &&= isMade;
      written ||= came.is === 'written';
      terminal.result(`${standard}: ${testAnswer(came, masked(parsed.address))}`);
      if ('advice' in came) terminal.say(came.advice);
      else if (came.is === 'refused') terminal.say(msg`Check that the address is right, and try again.`);
    }
  } finally {
    await outbox.close();
  }
  if (written)
    terminal.say(
      outbox.name === 'files'
        ? msg`Files were written in ${room}, and nothing went to ${masked(parsed.address)}. To send it there: --outbox smtp or --outbox gmail.`
        : msg`Drafts were made in Gmail, and nothing went to ${masked(parsed.address)}.`,
    );
  return isAllMade ? 0 : 1;
}

/** What became of a copy. */
function testAnswer(came: Delivery, to: string): string {
  if (came.is === 'sent') return msg`sent to ${to} (${came.receipt})`;
  if (came.is === 'written') return msg`written (${came.receipt})`;
  if (came.is === 'unclear') return msg`it is not known whether it was sent to ${to}: ${came.reason}`;
  return msg`not sent to ${to}: ${came.reason}`;
}
