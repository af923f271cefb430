/** Which of our messages a notification is about, and whether it is about the address that we wrote to. */
import { comparedAddress } from '../../domain/compare.ts';
import { parseEmail } from '../../domain/email-address.ts';
import { isAfter, ledgerEvents } from '../../domain/ledger-event.ts';
import { minutesBetween, wallTimeOfUtc } from '../../domain/time.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Original, ReturnedMail } from './returned-mail.ts';
import type { DeliveryStatus } from './delivery-status.ts';

/** The key of an address in a mailing: `recipientKey` with the workbook and the hash of this run. */
export type KeyOf = (mailing: string, address: string) => string;

export type Attribution =
  | { readonly is: 'ours'; readonly entry: LedgerEntry }
  /** Of our message, and another address failed than the one that it was for: a list or a forward stands behind that. */
  | { readonly is: 'behind'; readonly entry: LedgerEntry }
  /** Of our message, and it does not say which address failed. */
  | { readonly is: 'unclear'; readonly entry: LedgerEntry }
  | { readonly is: 'foreign' };

/** Events of messages that were surely not sent. */
const kept: readonly string[] = [ledgerEvents.claimed, ledgerEvents.notSent, ledgerEvents.failed];

/** Gmail replaces our Message-IDs; such messages are known by their receipt. */
const isOfGmail = ({ queueId = '' }: LedgerEntry): boolean => queueId.startsWith('Gmail ');

const isSent = ({ event }: LedgerEntry): boolean => event.trim().toLowerCase() === ledgerEvents.sent;

/** Minutes between the times in the ledger and in the message: results are reported in batches. */
const FITTING = 30;

export class SentMail {
  readonly #last = new Map<string, LedgerEntry>();
  /** When and how each was sent, whatever the result. */
  readonly #given = new Map<string, LedgerEntry>();
  readonly #mailings: readonly string[];
  readonly #keyOf: KeyOf;
  readonly #senders: ReadonlySet<string>;

  /** `senders` are the addresses that mailings are sent from, by the register. */
  constructor(ledger: readonly LedgerEntry[], keyOf: KeyOf, senders: readonly string[]) {
    this.#keyOf = keyOf;
    this.#senders = new Set(senders.map(comparedAddress));
    this.#mailings = [...new Set(ledger.map(({ mailing }) => mailing))].toReversed();
    for (const entry of ledger) {
      const before = this.#last.get(entry.recipientKey);
      if (before === undefined || isAfter(entry, before)) this.#last.set(entry.recipientKey, entry);
      if (isSent(entry)) this.#given.set(entry.recipientKey, entry);
    }
  }

  /** The last event of a recipient, by the key. */
  entry(key: string): LedgerEntry | undefined {
    return this.#last.get(key);
  }

  /** The recipient whose key is in a message, if there is one. */
  traced({ keys }: ReturnedMail): LedgerEntry | undefined {
    return keys.map((key) => this.#last.get(key)).find((entry) => entry !== undefined);
  }

  /** The last message that went to an address. */
  lastTo(address: string, fits: (entry: LedgerEntry) => boolean = () => true): LedgerEntry | undefined {
    return this.#mailings
      .map((mailing) => this.#last.get(this.#keyOf(mailing, plain(address))))
      .find(
        (entry) => entry !== undefined && !kept.includes(entry.event.trim().toLowerCase()) && fits(entry),
      );
  }

  attribute(mail: ReturnedMail, status: DeliveryStatus): Attribution {
    const entries = mail.keys.flatMap((key) => this.#last.get(key) ?? []);
    const [first] = entries;
    const { final, original } = status;
    if (first === undefined) return this.#byAddress(mail, status);
    const failed = final ?? original;
    if (failed === undefined) return { is: 'unclear', entry: first };
    const entry =
      entries.find((one) => this.#isAt(one, failed, mail)) ??
      (original !== undefined && isInside(failed, original)
        ? entries.find((one) => this.#isAt(one, original, mail))
        : undefined);
    return entry === undefined ? { is: 'behind', entry: first } : { is: 'ours', entry };
  }

  /** Whether an address is the one that a message was for, even if a server has left out a part of it. */
  #isAt({ mailing, recipientKey }: LedgerEntry, address: string, { content }: ReturnedMail): boolean {
    if (this.#keyOf(mailing, plain(address)) === recipientKey) return true;
    const to = content.is === 'report' ? addressIn(content.original?.to) : undefined;
    return to !== undefined && this.#keyOf(mailing, plain(to)) === recipientKey && box(to) === box(address);
  }

  /** By the address alone only where there is no other way: see `isOfGmail`. */
  #byAddress({ content }: ReturnedMail, { final, original }: DeliveryStatus): Attribution {
    const address = final ?? original;
    if (content.is !== 'report' || content.original === undefined || address === undefined)
      return { is: 'foreign' };
    const told = content.original;
    const entry = this.lastTo(address, ({ recipientKey }) => this.#fits(this.#given.get(recipientKey), told));
    return entry === undefined ? { is: 'foreign' } : { is: 'ours', entry };
  }

  #fits(given: LedgerEntry | undefined, { from, date }: Original): boolean {
    if (given === undefined || !isOfGmail(given)) return false;
    const { timeUtc = '' } = given;
    const [sent, written] = [wallTimeOfUtc(timeUtc), wallTimeOfUtc(date)];
    if (sent === undefined || written === undefined) return false;
    return (
      Math.abs(minutesBetween(written, sent)) <= FITTING &&
      this.#senders.has(comparedAddress(addressIn(from) ?? ''))
    );
  }
}

/** An address as the register writes it. */
function plain(address: string): string {
  const parsed = parseEmail(address);
  return 'address' in parsed ? parsed.address : address;
}

/** The mailbox of an address: `post+webinar@x.no` is delivered to `post@x.no`. */
const box = (address: string): string => comparedAddress(plain(address)).replace(/\+[^@]*(?=@)/u, '');

/**
 * Whether an address is the other one's name inside the same organisation. In another organisation it may be somebody else's, to
 * whom the mail is forwarded: many have a `postmottak`.
 */
function isInside(address: string, original: string): boolean {
  const [name, host = ''] = box(address).split('@');
  const [originalName, originalHost = ''] = box(original).split('@');
  const isOwnHost =
    !host.includes('.') ||
    host.endsWith(`.${originalHost}`) ||
    /\.(?:local|lan|internal|onmicrosoft\.com)$/u.test(host);
  return name === originalName && isOwnHost;
}

const addressIn = (header: string | undefined): string | undefined =>
  /[^\s<>,;:"@]+@[^\s<>,;:"@]+/u.exec((header ?? '').slice(0, 1000))?.[0];
