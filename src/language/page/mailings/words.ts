/** What the screen of mailings says. A word does not compile until nb and nn both have it. */

/** Numbers of a send that is under way. */
interface SendNumbers {
  readonly gone: number;
  readonly total: number;
  readonly failed: number;
  readonly unclear: number;
  readonly waiting: number;
  /** Milliseconds in which nothing happens, since the mail server asks for it. */
  readonly pause: number;
}

/** The list of mailings, and the state of each. */
interface ListWords {
  readonly heading: string;
  readonly due: string;
  readonly make: string;
  readonly made: string;
  readonly nothingMade: string;
  readonly unreadable: string;
  readonly revision: (number: number) => string;
  readonly older: (count: number) => string;
  readonly madeAt: (day: string, clock: string) => string;
  readonly recipients: (count: number) => string;
  readonly notSent: string;
  readonly sent: (count: number, of: number) => string;
  readonly written: (count: number) => string;
  readonly failed: (count: number) => string;
  readonly unclear: (count: number) => string;
  readonly lost: (rows: number) => string;
  /** The register has it otherwise now. */
  readonly changed: string;
  readonly unknownState: string;
  readonly otherWorkbook: string;
  readonly sample: string;
  readonly all: string;
}

/** What a mailing looks like. */
interface LookWords {
  readonly inbox: string;
  readonly from: string;
  readonly answers: string;
  readonly subject: string;
  readonly preheader: string;
  readonly to: (count: number, standard: string) => string;
  readonly html: string;
  readonly htmlOf: (standard: string) => string;
  readonly letters: string;
  readonly width: string;
  readonly pixels: (width: number) => string;
  readonly scheme: string;
  readonly schemes: Readonly<Record<'light' | 'dark', string>>;
  readonly textOf: (standard: string) => string;
  readonly attachments: string;
  readonly methods: Readonly<Record<'REQUEST' | 'CANCEL', string>>;
  readonly sequence: (number: number) => string;
  readonly wholeMessage: (standard: string) => string;
  readonly otherFiles: string;
  readonly newer: (number: number) => string;
}

/** What can have become of a recipient, as RecipientStatus names it. */
type RecipientState = 'free' | 'mine' | 'sent' | 'written' | 'failed' | 'unclear' | 'elsewhere';

/** Who gets it, and what became of each. */
interface PeopleWords {
  readonly heading: string;
  readonly state: string;
  readonly states: Readonly<Record<RecipientState, string>>;
  readonly claimedBy: (owner: string, time: string) => string;
  readonly table: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly leftOutNow: (count: number) => string;
  readonly open: (count: number) => string;
  readonly openAdvice: string;
  readonly wasSent: string;
  readonly resend: string;
  readonly failedOnes: (count: number) => string;
  /** What the register says of the address of somebody who did not get it. */
  readonly same: string;
  /** It came back for once, and the address may be right. */
  readonly sameForOnce: string;
  readonly corrected: (address: string) => string;
  readonly correctedHas: string;
  readonly correctedOut: (cause: string) => string;
  readonly readdress: (count: number) => string;
  readonly readdressWhat: string;
  readonly readdressChanged: string;
  readonly readdressFirst: string;
  readonly readdressLate: string;
  readonly readdressed: (revision: number) => string;
  readonly written: (count: number) => string;
  readonly writtenAdvice: string;
  readonly byHand: string;
  readonly reopen: string;
  readonly allByHand: string;
  readonly allReopen: string;
  readonly writesEvent: string;
}

/** What has changed, and what was checked. */
interface CheckWords {
  readonly changed: string;
  readonly unchanged: string;
  readonly gone: string;
  readonly added: string;
  readonly stopped: string;
  /** What to do about a mailing that is not so any more, by whom it is for. */
  readonly next: Readonly<Record<'all' | 'outdated' | 'silent' | 'rest' | 'row', (people: number) => string>>;
  /** `isAgain`: the same mailing once more. */
  readonly nextButton: (kind: string, isAgain: boolean) => string;
  readonly differences: (revision: number) => string;
  readonly noDifferences: string;
  readonly readdressed: (revision: number) => string;
  readonly unreadBefore: string;
  readonly textOf: (standard: string) => string;
  readonly gained: (count: number) => string;
  readonly dropped: (count: number) => string;
  readonly switched: (count: number) => string;
  readonly was: string;
  readonly is: string;
  readonly checklist: string;
  readonly inOrder: (ok: number, of: number) => string;
  readonly allowed: string;
  readonly noChecklist: string;
}

/** The steps: what a button does, and what it writes where. */
interface StepWords {
  readonly heading: string;
  readonly toSteps: string;
  readonly heldBack: string;
  readonly test: string;
  readonly testTo: string;
  readonly testWhat: string;
  readonly sendTest: string;
  readonly approve: string;
  readonly writeFiles: string;
  readonly hash: (hash: string) => string;
  readonly writes: (recipients: number, rows: number) => string;
  readonly way: string;
  readonly ways: Readonly<Record<'files' | 'smtp' | 'gmail' | 'gmail-drafts', string>>;
  readonly noSmtp: string;
  readonly limit: string;
  readonly limitWhat: string;
  readonly send: (count: number) => string;
  readonly write: (count: number) => string;
  readonly pauseWhat: string;
  readonly goOn: string;
  readonly goOnWith: (count: number) => string;
  readonly nothingLeft: string;
  readonly damaged: string;
  readonly repair: string;
  readonly repairWhat: string;
  readonly acceptLoss: string;
}

/** Mail that came back. */
interface BounceWords {
  readonly heading: string;
  readonly what: string;
  readonly files: string;
  readonly drop: string;
  readonly read: string;
  readonly none: string;
}

export interface MailingsWords {
  readonly list: ListWords;
  readonly look: LookWords;
  readonly people: PeopleWords;
  readonly checks: CheckWords;
  readonly steps: StepWords;
  readonly bounces: BounceWords;
  readonly progress: (numbers: SendNumbers) => string;
}
