/** What the ledger (the tab Utsendelser) says of a recipient in a mailing: the words that the machine writes there. */
import { comparedEvent } from './compare.ts';
export const ledgerEvents = {
  /** Set aside by one machine, which alone may send it; nothing more is known yet. */
  claimed: 'krevd',
  /** A file or a draft was made of it. That sends nothing: whether a person has sent it since, only a person can say. */
  written: 'skrevet',
  sent: 'sendt',
  failed: 'feilet',
  notSent: 'ikke sendt',
  /** The connection died between the last byte and the answer: nobody can know. */
  unclear: 'uavklart',
  /** It was taken, and came back: it did not arrive. `feil` begins with the status (RFC 3463). */
  bounced: 'i retur',
  /** It arrived, and the recipient asks to get no more. */
  optedOut: 'avmeldt',
} as const;

/** What follows what within one attempt, whatever order people have sorted the rows into. */
const ranks: readonly string[] = [
  ledgerEvents.claimed,
  ledgerEvents.notSent,
  ledgerEvents.unclear,
  ledgerEvents.failed,
  ledgerEvents.written,
  ledgerEvents.sent,
  ledgerEvents.bounced,
  ledgerEvents.optedOut,
];

/**
 * Whether one event of a recipient comes after another: of a later attempt, or further on in the same one. Of what tells neither,
 * the one that stands lower does: `other` is the one above.
 */
export function isAfter(
  one: { readonly event: string; readonly attempt?: number | undefined },
  other: { readonly event: string; readonly attempt?: number | undefined },
): boolean {
  const [own, its] = [one.attempt ?? 0, other.attempt ?? 0];
  if (own !== its) return own > its;
  const rank = ({ event }: { readonly event: string }): number => ranks.indexOf(comparedEvent(event));
  return rank(one) >= rank(other) || rank(one) === -1 || rank(other) === -1;
}

/**
 * Whether a recipient whose last event this is may have got the message. What is unclear counts, and what was set aside
 * and never mentioned again: to hear of a move twice does little harm, not to hear of it does much.
 */
export function mayHaveArrived(event: string): boolean {
  const word = comparedEvent(event);
  return [ledgerEvents.sent, ledgerEvents.unclear, ledgerEvents.claimed, ledgerEvents.optedOut].some(
    (arrived) => word === arrived,
  );
}

/** Whether a file or a draft of the message is all there is: nobody has got it, as far as anybody has said. */
export const isOnlyWritten = (event: string): boolean => comparedEvent(event) === ledgerEvents.written;

/** Whether a recipient may have the message: it may have arrived, or a person may have sent what was written for it. */
export const mayBeKnown = (event: string): boolean => mayHaveArrived(event) || isOnlyWritten(event);

/** Whether something is still to be done for a recipient whose last event this is: sent, or settled by a person. */
export const isUnsettled = (event: string): boolean => {
  const word = comparedEvent(event);
  return [ledgerEvents.notSent, ledgerEvents.unclear, ledgerEvents.claimed].some((open) => word === open);
};

/** What a draft's receipt begins with. */
export const draftReceipt = 'utkast i Gmail';

/**
 * Whether a receipt is that of a file or a draft. Ledgers and journals that are older than the word `skrevet` have `sendt`
 * for them; what they say was sent was written.
 */
export const isReceiptOfWriting = (receipt: string): boolean =>
  /^[0-9a-f]{32}\.eml$/u.test(receipt) || receipt.startsWith(`${draftReceipt} `);
