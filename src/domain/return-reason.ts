/** Why a message came back, in the words that the ledger (the tab Utsendelser, column `feil`) shows people. */
export const returnReasons = {
  noAddress: 'adressen finnes ikke',
  noDomain: 'domenet finnes ikke',
  noMail: 'domenet tar ikke imot e-post',
  moved: 'adressen er flyttet',
  closed: 'postkassen er stengt',
  full: 'postkassen er full',
  tooBig: 'meldingen er for stor',
  /** SPF, DKIM, DMARC, or an address that the other side takes no mail from. */
  sender: 'avsenderen vår ble avvist',
  /** The sender is on a blocklist, or has no name in DNS. */
  server: 'e-posttjeneren vår er sperret',
  tooFast: 'for mange meldinger på kort tid',
  content: 'innholdet ble avvist',
  setup: 'feil i oppsettet på veien dit',
  late: 'tjeneren svarte ikke',
  refused: 'tjeneren tar ikke imot den',
  other: 'kunne ikke leveres',
} as const;

export type ReturnReason = keyof typeof returnReasons;

/**
 * Nothing will ever reach such an address. A mailbox that is closed is not among them: the same words are used of one that is
 * locked for a while, and an address that is left out for good does not get a cancellation.
 */
export const forGood: readonly ReturnReason[] = ['noAddress', 'noDomain', 'noMail', 'moved'];

/** Whether the reason in the ledger means that nothing will ever reach the address. */
export const isForGood = (error: string): boolean =>
  forGood.some((reason) => error.includes(returnReasons[reason]));

/** What the sender must correct: the fault is not at the address. */
export const isOwnFault = (reason: ReturnReason): reason is 'sender' | 'server' =>
  reason === 'sender' || reason === 'server';
