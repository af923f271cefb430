/** Whom the ledger says not to write to: mail to the address came back, or somebody there asked to be left out. */
import { comparedEvent } from '../../domain/compare.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import { ledgerEvents, refusedError } from '../../domain/ledger-event.ts';
import { isForGood } from '../../domain/return-reason.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import { lastEvents } from './sent.ts';

/** The key of an address in a mailing: `recipientKey` with the workbook and the hash of this run. */
export type KeyOf = (mailing: string, address: string) => string;

type MailCause = Extract<LeftOutCause, { readonly code: 'came-back' | 'unsubscribed' }>;

const isKind = (event: string, kind: string): boolean => comparedEvent(event) === kind;

function causeIn({ event, error = '' }: LedgerEvent): MailCause | undefined {
  if (isKind(event, ledgerEvents.optedOut)) return { code: 'unsubscribed' };
  if (isKind(event, ledgerEvents.bounced) && isForGood(error)) return { code: 'came-back' };
  return undefined;
}

/**
 * Why nothing is sent to an address; undefined if mail may be sent. A corrected address is a different one, from which
 * nothing has come back.
 */
export function suppressedByMail(
  ledger: readonly LedgerEvent[],
  keyOf: KeyOf,
): (address: string) => MailCause | undefined {
  const causes = new Map<string, MailCause>();
  const mailings = new Set<string>();
  for (const event of lastEvents(ledger)) {
    const cause = causeIn(event);
    if (cause === undefined) continue;
    causes.set(event.recipientKey, cause);
    mailings.add(event.mailing);
  }
  return (address) =>
    [...mailings].map((mailing) => causes.get(keyOf(mailing, address))).find((cause) => cause !== undefined);
}

/** The recipients whose message the mail server refused for good, by the key of mailing and address. */
export const refusedKeys = (ledger: readonly LedgerEvent[]): ReadonlySet<string> =>
  new Set(
    lastEvents(ledger)
      .filter(({ event, error = '' }) => isKind(event, ledgerEvents.failed) && error.startsWith(refusedError))
      .map(({ recipientKey }) => recipientKey),
  );
