/** What a person looks at before a mailing is sent. */
import type { Mailing } from '../../delivery/mailing.ts';
import { sends, type Outbox, type OutboxName } from '../../delivery/outbox.ts';
import { masked } from '../../domain/email-address.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { missingRegister } from '../register/no-register.ts';
import { allowedWord, isHeldBack } from './sample.ts';
import type { OpenMailing } from './open-mailing.ts';
import { inWords } from './progress.ts';
import { counted } from '../cli/counted.ts';

type Recipient = Mailing['recipients'][number];

/** About how long it takes, in words. */
export function durationOf(count: number, { limits, name }: Outbox): string {
  const wait = limits.perMinute === undefined ? 0 : (count / limits.perMinute) * 60_000;
  return name === 'files' || wait < 60_000 ? 'less than a minute' : `about ${inWords(wait)}`;
}

/** What an operator should know before. */
const aboutOutbox: Readonly<Partial<Record<OutboxName, string>>> = {
  files: 'which writes one .eml file for each and sends nothing',
  gmail: 'which sends as the account that is logged in, if the sender above is none of its addresses',
  'gmail-drafts': 'which makes one draft for each in the mailbox that is logged in, and sends nothing',
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

/** Shows a mailing, and how to send it. Sends nothing. Throws UserError once it is shown, where its register is not there. */
export async function showMailing(
  { settings, terminal }: Run,
  { mailing, composers }: OpenMailing,
  outbox: Outbox,
  { folder, workbook }: Shown,
): Promise<ExitCode> {
  const { recipients, letters, sender, replyTo } = mailing;
  terminal.result(
    terminal.paint('bold', `${mailing.id}: ${counted(recipients.length, 'recipient')}`, 'result'),
  );
  for (const { standard, subject, preheader } of letters) {
    const count = recipients.filter((recipient) => recipient.standard === standard).length;
    terminal.result(`  ${standard}, to ${String(count)}: ${subject}`);
    terminal.result(`      ${preheader}`);
  }
  terminal.result(`  from ${sender.name} <${sender.address}>, answers to ${replyTo}`);
  for (const recipient of samplesOf(recipients)) {
    const composed = await composers.get(recipient.standard)?.(recipient, mailing.madeAt);
    const size = Math.ceil((composed?.bytes.byteLength ?? 0) / 1000);
    terminal.result(
      `  ${recipient.id} ${recipient.name} (${masked(recipient.address)}): ${recipient.standard}, ${String(size)} kB`,
    );
  }
  if (mailing.sample === true)
    terminal.result(
      terminal.paint('yellow', '  made from a sample register: what it says is made up', 'result'),
    );
  for (const { check, found } of mailing.overridden)
    terminal.result(terminal.paint('yellow', `  allowed by name: ${check}: ${found}`, 'result'));
  terminal.result(`  by ${outbox.name}: ${durationOf(recipients.length, outbox)}`);
  const more = aboutOutbox[outbox.name];
  if (more !== undefined) terminal.result(`  ${more}`);
  terminal.say('This run sends nothing. Look at preview.nb.eml and preview.nn.eml in the folder.');
  if (mailing.workbook !== workbook) {
    terminal.say('It was made from another workbook than this one, so it can only be looked at here.');
    return 0;
  }
  const missing = await missingRegister(settings);
  if (missing !== undefined) throw missing;
  for (const line of waysOn(mailing, outbox.name, folder)) terminal.say(line);
  return 0;
}

/** Nobody who wants to send is shown how to write files, and nobody how to send a sample. */
function waysOn(mailing: Mailing, name: OutboxName, folder: string): readonly string[] {
  const by = (outbox: OutboxName): string =>
    `npm run send -- ${folder} --outbox ${outbox} --approve ${mailing.planHash.slice(0, 8)}`;
  if (isHeldBack(mailing, { name }))
    return [`${name} takes nothing made from a sample, unless it gets --allow ${allowedWord}.`];
  if (sends(name)) return [`To send it: ${by(name)}`];
  if (mailing.sample === true)
    return [
      `A sample is not sent, unless it gets --allow ${allowedWord}.`,
      `To write its files: ${by(name)}`,
    ];
  const written = name === 'files' ? 'files' : 'drafts';
  return [
    `To send it, by a mail server that is set up (or by gmail): ${by('smtp')}`,
    `To write the ${written} only, which a person then sends: ${by(name)}`,
  ];
}
