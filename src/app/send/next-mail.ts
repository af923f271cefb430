/** What to do about a mailing that cannot go out as it is: the right next mail for those who have it, and for the rest. */
import type { Mailing } from '../../delivery/mailing.ts';
import { mayBeKnown } from '../../domain/ledger-event.ts';
import { parseMailingId, type MailingIdParts } from '../../domain/mailing-kind.ts';
import type { WallTime } from '../../domain/time.ts';
import { outdatedBy, peopleTold, rightingKinds } from '../../papers/announcement/outdated.ts';
import { lastEvents } from '../../papers/announcement/sent.ts';
import { webinarsOf } from '../../papers/announcement/webinars.ts';
import type { Register } from '../../register/register.ts';
import { keysOf } from '../mailings/keys.ts';
import { sourceOf } from './mailing-sources.ts';

/** How many of its recipients may have a mailing: sent, or written and perhaps sent by hand. */
function holdersOf({ ledger }: Pick<Register, 'ledger'>, { id, recipients }: Mailing): number {
  const keys = new Set(recipients.map(({ key }) => key));
  return lastEvents(ledger.filter(({ mailing }) => mailing === id)).filter(
    ({ recipientKey, event }) => keys.has(recipientKey) && mayBeKnown(event),
  ).length;
}

/** Advice where the register has changed since the mailing was made. `now` is Oslo time. */
export function nextMail(register: Register, mailing: Mailing, now: WallTime): string {
  const held = holdersOf(register, mailing);
  const parts = parseMailingId(mailing.id);
  if (held === 0 || parts === undefined) {
    const again =
      parts === undefined
        ? (sourceOf(mailing)?.command(mailing) ?? 'announce')
        : commandFor(parts, kindOf(parts));
    return `Make it again with «npm run ${again}», look at it, and approve the new one.`;
  }
  const rest = mailing.recipients.length - held;
  const webinar = webinarsOf(register).find(({ id }) => id === parts.activity);
  if (webinar === undefined) return 'Correct the row first: those who have the mailing still rely on it.';
  const people = peopleTold({ register, now, keyOf: keysOf(mailing.workbook) }, webinar);
  const lines = rightingKinds.flatMap((kind) => {
    const { length } = outdatedBy(people, kind, webinar);
    return length === 0
      ? []
      : [`To the ${String(length)} who have the old text: npm run ${commandFor(parts, kind)}`];
  });
  const silent = `${String(held)} have it, and nothing that Felles compares has changed for them. If they must know, say what: npm run ${commandFor(parts, 'correction')} --wrong-nb "…" --wrong-nn "…"`;
  const isOff = webinar.status === 'cancelled';
  return [
    ...(lines.length === 0 ? [silent] : lines),
    ...(rest === 0 || isOff
      ? []
      : [`To the ${String(rest)} who have none: npm run ${commandFor(parts, kindOf(parts))}`]),
  ].join('\n  ');
}

const kindOf = ({ kind, offsetDays }: MailingIdParts): string =>
  offsetDays === undefined ? kind : `${kind}-${String(offsetDays)}`;

const commandFor = ({ activity }: MailingIdParts, kind: string): string =>
  `announce -- --webinar ${activity} --kind ${kind}`;
