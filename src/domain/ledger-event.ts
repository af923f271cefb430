/** What the ledger (the tab Utsendelser) says about a recipient in a mailing: the words that Felles writes there. */
import { comparedEvent } from './compare.ts';
export const ledgerEvents = {
  /** Claimed by one machine, which alone may send it; nothing more is known yet. */
  claimed: 'krevd',
  /** A file or a draft was made of it. Nothing is sent by that: only a person can say whether a person has sent it since. */
  written: 'skrevet',
  sent: 'sendt',
  failed: 'feilet',
  notSent: 'ikke sendt',
  /** The connection failed between the last byte and the answer: the result cannot be known. */
  unclear: 'uavklart',
  /** It was accepted, and came back: it did not arrive. `feil` begins with the status (RFC 3463). */
  bounced: 'i retur',
  /** It arrived, and the recipient asks to get no more. */
  optedOut: 'avmeldt',
} as const;

/** How `feil` begins where the mail server did not take a message for good. */
export const refusedError = 'avvist';

/** The order of events within one attempt, whatever order people have sorted the rows into. */
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
 * Whether one event of a recipient comes after another: in a later attempt, or later in the same one. If neither decides,
 * the lower row comes later: `other` is the one above.
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
 * Whether a recipient whose last event this is may have got the message. Unclear counts, and so does a claim without a
 * result: to get news of a move twice does little harm, to get none does much.
 */
export function mayHaveArrived(event: string): boolean {
  const word = comparedEvent(event);
  return [ledgerEvents.sent, ledgerEvents.unclear, ledgerEvents.claimed, ledgerEvents.optedOut].some(
    (arrived) => word === arrived,
  );
}

/** Whether a recipient whose last event this is has got the message, as far as anybody can know: nothing that is unclear counts. */
export const hasSurelyArrived = (event: string): boolean => comparedEvent(event) === ledgerEvents.sent;

/** Whether a file or a draft of the message is all there is: nobody has confirmed that it was sent. */
export const isOnlyWritten = (event: string): boolean => comparedEvent(event) === ledgerEvents.written;

/** Whether a recipient may have the message: it may have arrived, or a person may have sent what was written for it. */
export const mayBeKnown = (event: string): boolean => mayHaveArrived(event) || isOnlyWritten(event);

/** Whether something is still to be done for a recipient whose last event this is: sent, or decided by a person. */
export const isUnsettled = (event: string): boolean => {
  const word = comparedEvent(event);
  return [ledgerEvents.notSent, ledgerEvents.unclear, ledgerEvents.claimed].some((open) => word === open);
};

/** The beginning of a draft's receipt. */
export const draftReceipt = 'utkast i Gmail';

/**
 * Whether a receipt is for a file or a draft. Ledgers and journals older than the word `skrevet` have `sendt` for them:
 * what these call sent was written.
 */
export const isReceiptOfWriting = (receipt: string): boolean =>
  /^[0-9a-f]{32}\.eml$/u.test(receipt) || receipt.startsWith(`${draftReceipt} `);
