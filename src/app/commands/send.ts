/** `npm run send`: looks at a mailing, and sends it once it is approved. */
import { msg } from '../../domain/msg.ts';
import { join, resolve } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';
import { requireOwnWorkbook } from '../send/before-sending.ts';
import { resolveUnclear, resolveWritten } from '../send/resolve.ts';
import { findMailing, openMailing } from '../send/open-mailing.ts';
import { sendTest, showMailing } from '../send/preview.ts';
import { outboxOf } from '../send/outbox-of.ts';
import { sendMailing, showStatus } from '../send/send-mailing.ts';
import { shownPath, workbookId } from '../settings/settings.ts';

const options = {
  mailing: {
    type: 'string',
    value: '<folder>',
    help: 'the folder of the mailing, or its ID; may stand without the flag',
    isFirst: true,
  },
  outbox: {
    type: 'string',
    value: '<files|smtp|gmail|gmail-drafts>',
    help: 'how it is sent (FELLES_OUTBOX; default files, which only writes .eml files)',
  },
  approve: {
    type: 'string',
    value: '<hash>',
    help: 'send it: at least the first eight characters of the hash that the run without shows',
  },
  allow: { type: 'string', value: '<sample>', help: 'send a mailing that was made from a sample register' },
  limit: { type: 'string', value: '<n>', help: 'to so many at most; the next run goes on' },
  'test-to': {
    type: 'string',
    value: '<address>',
    help: 'one copy of each written standard to this address: what recipients get, with [Test] before the subject',
  },
  status: { type: 'boolean', help: 'what has become of each recipient' },
  resolve: {
    type: 'string',
    value: '<key>',
    help: 'settle one that is unclear or was claimed elsewhere: with --as sent, or --as resend',
  },
  reopen: {
    type: 'string',
    value: '<all, a number, a name or a key>',
    help: 'files and drafts that nobody has sent, and nobody will: another outbox may send them',
  },
  'sent-by-hand': {
    type: 'string',
    value: '<all, a number, a name or a key>',
    help: 'files and drafts that a person has sent: they count as sent from now on',
  },
  as: { type: 'string', value: '<sent|resend>', words: ['sent', 'resend'], help: 'see --resolve' },
  bounces: {
    type: 'string',
    value: '<mbox or folder>',
    help: 'read mail that came back, and mark in the ledger whom it did not reach',
  },
  readdress: {
    type: 'boolean',
    help: 'make it once more, for those who did not get it and whose address has been corrected since; sends nothing',
  },
  repair: { type: 'boolean', help: 'write into the ledger what this machine knows and it has lost' },
  'accept-loss': {
    type: 'boolean',
    help: 'with --repair: go on without rows that no machine can tell of again; whoever they were about may get it twice',
  },
} as const;

export const sendCommand: Command = {
  name: 'send',
  summary: 'Shows a mailing, and sends it once you have approved it.',
  options,
  examples: [
    'npm run send -- <folder>',
    'npm run send -- <folder> --test-to you@example.no --outbox smtp',
    'npm run send -- <folder> --outbox smtp --approve <hash>',
    'npm run send -- <folder> --status',
    'npm run send -- --bounces retur.mbox',
    'npm run send -- <folder> --readdress',
  ],
  ends: {
    0: 'it was sent to all, or nothing was to be sent',
    1: 'some have not, or something is for a person to do',
  },
  run: runSend,
};

function limitOf(flags: Run['flags']): number {
  const text = textFlag(flags, 'limit');
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new UserError(msg`«${text}» is not a number of recipients.`, msg`Write --limit 25.`);
}

async function runSend(run: Run): Promise<ExitCode> {
  const { settings, flags } = run;
  const bounces = textFlag(flags, 'bounces');
  if (bounces !== undefined) {
    const { readBounces } = await import('../send/read-bounces.ts');
    return readBounces(run, await run.store(), resolve(settings.folder, bounces));
  }
  const folder = await findMailing(settings, textFlag(flags, 'mailing'));
  const named = shownPath(settings, folder);
  const open = await openMailing(folder);
  const { mailing } = open;
  const testTo = textFlag(flags, 'test-to');
  // A test among the files that somebody will send would also be sent.
  const room = testTo === undefined ? 'outbox' : 'test';
  const outbox = outboxOf(run, textFlag(flags, 'outbox'), join(folder, room));
  if (testTo !== undefined) {
    return sendTest(run, open, outbox, { to: testTo, room: join(named, room) });
  }
  const limit = limitOf(flags);
  const act = actOf(flags);
  const own = workbookId(settings);
  if (act === undefined) return showMailing(run, open, outbox, { folder: named, workbook: own });
  requireOwnWorkbook(mailing, own);
  const store = await run.store();
  if (act === 'status') return showStatus(run, store, mailing, named);
  if (act === 'readdress') {
    const { readdress } = await import('../send/readdress.ts');
    return readdress(run, store, folder);
  }
  if (act === 'resolve')
    return resolveUnclear(run, store, mailing, textFlag(flags, 'resolve') ?? '', textFlag(flags, 'as'));
  if (act === 'reopen' || act === 'sent-by-hand')
    return resolveWritten(run, store, mailing, act, textFlag(flags, act) ?? '');
  if (act === 'repair') {
    const { repairLedger } = await import('../send/repair.ts');
    return repairLedger(run, store, mailing, { acceptsLoss: flags['accept-loss'] === true });
  }
  requireApproval(mailing.planHash, textFlag(flags, 'approve') ?? '');
  return sendMailing(run, store, open, outbox, { limit, folder: named });
}

const acts = ['approve', 'status', 'readdress', 'repair', 'resolve', 'reopen', 'sent-by-hand'] as const;

/** What to do with a mailing; undefined if it is only shown. Throws UserError for several at once. */
function actOf(flags: Run['flags']): (typeof acts)[number] | undefined {
  const [act, other] = acts.filter((name) => flags[name] !== undefined && flags[name] !== false);
  if (other === undefined) return act;
  throw new UserError(msg`--${act ?? ''} and --${other} need a run each.`, msg`Use one of them at a time.`);
}

/** The approval is a hash of everything, so that nobody approves one mailing and sends another. Throws UserError. */
function requireApproval(planHash: string, approved: string): void {
  if (approved.length >= 8 && planHash.startsWith(approved.toLowerCase())) return;
  throw new UserError(
    msg`«${approved}» is not the hash of this mailing.`,
    msg`Run it without --approve, look at what it shows, and give at least the first eight characters of the hash.`,
  );
}
