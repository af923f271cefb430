/** What has become of each recipient, for the terminal. */
import type { Mailing } from '../../delivery/mailing.ts';
import { masked } from '../../domain/masked.ts';
import type { Fate } from '../../delivery/send/standing.ts';
import type { Terminal } from '../terminal.ts';

type Recipient = Mailing['recipients'][number];

const heading: Readonly<Record<Exclude<Fate['is'], 'sent'>, string>> = {
  failed: 'refused for good, or came back',
  unclear:
    'unclear: nobody can know whether it came; settle each with --resolve <key> --as sent or --as resend',
  elsewhere: 'claimed by another run, which has not told what came of it; unclear if it never will',
  free: 'not sent',
  mine: 'not sent yet, claimed here',
};

/** How many are in which state, and by name those who have not got it and somebody must do something about. */
export function tellFates(
  terminal: Terminal,
  { recipients }: Mailing,
  fateOf: (key: string) => Fate,
  leftOut: ReadonlySet<string>,
): void {
  const fates = new Map(recipients.map((recipient) => [recipient, fateOf(recipient.key)]));
  const those = (is: Fate['is']): readonly Recipient[] =>
    recipients.filter((recipient) => fates.get(recipient)?.is === is);
  const isLeftOut = ({ key }: Recipient): boolean => leftOut.has(key);
  const sent = those('sent').length;
  terminal.result(terminal.paint('bold', `${String(sent)} of ${String(recipients.length)} sent`, 'result'));
  for (const is of ['failed', 'unclear', 'elsewhere', 'free', 'mine'] as const) {
    const own = those(is).filter((recipient) => is !== 'free' || !isLeftOut(recipient));
    if (own.length === 0) continue;
    terminal.result(`  ${String(own.length)} ${heading[is]}`);
    for (const recipient of own) {
      const line = lineOf(recipient, fates.get(recipient));
      if (line !== undefined) terminal.result(`    ${line}`);
    }
  }
  const out = those('free').filter(isLeftOut).length;
  if (out > 0)
    terminal.result(`  ${String(out)} left out: they have asked for that since the mailing was made`);
}

/** Of those who only wait for their turn nothing is to be said one by one. */
function lineOf({ key, id, name, address }: Recipient, fate: Fate | undefined): string | undefined {
  const who = `${key} ${id} ${name} (${masked(address)})`;
  switch (fate?.is) {
    case 'failed':
    case 'unclear':
      return `${who}: ${fate.reason}`;
    case 'elsewhere':
      return `${who}: ${fate.owner}${fate.since === undefined ? '' : `, ${fate.since}`}`;
    case 'free':
    case 'mine':
      return fate.reason === undefined ? undefined : `${who}: ${fate.reason}`;
    case 'sent':
    case undefined:
      return undefined;
  }
}
