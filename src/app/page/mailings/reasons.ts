/** Why each gets a mailing in its written standard, or not at all: as recipients.csv has it, which is in bokmål. */
import type { CauseCode, LeftOutCause, StandardReason } from '../../../domain/audience.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../domain/written-standard.ts';
import { announcementWords, wordCause, wordReason } from '../../../language/announcements/word-audience.ts';
import { readCsv } from '../../../render/exchange/csv.ts';
import type { OpenedMailing } from './made.ts';

/** A sentence, and its language: one that names something can only be shown as it was written. */
export interface Reason {
  readonly why: string;
  readonly lang: NorwegianStandard;
}

export interface Reasons {
  /** By address. */
  readonly chosen: ReadonlyMap<string, Reason>;
  readonly leftOut: readonly ({ readonly id: string; readonly name: string } & Reason)[];
}

/** Reasons that say all in their code. */
const plainReasons: readonly StandardReason[] = [
  { code: 'decision' },
  { code: 'own-choice' },
  { code: 'mailing-default', from: 'request' },
  { code: 'mailing-default', from: 'settings' },
  { code: 'address-default' },
  { code: 'as-before' },
  { code: 'readdressed' },
];

type PlainCode = Exclude<
  CauseCode,
  | 'unreadable-row'
  | 'hidden-row'
  | 'left'
  | 'replaced-number'
  | 'not-reached'
  | 'has-it-already'
  | 'duplicate'
>;

/** Causes that say all in their code. */
const plainCauses: Readonly<Record<PlainCode, LeftOutCause>> = {
  reserved: { code: 'reserved' },
  'maybe-reserved': { code: 'maybe-reserved' },
  'unknown-number': { code: 'unknown-number' },
  'no-address': { code: 'no-address' },
  suppressed: { code: 'suppressed' },
  'came-back': { code: 'came-back' },
  unsubscribed: { code: 'unsubscribed' },
  'no-standard': { code: 'no-standard' },
  'address-gone': { code: 'address-gone' },
  'not-in-register': { code: 'not-in-register' },
};

/** What is said in bokmål, in the standard of the reader. */
function wordingsIn(reader: NorwegianStandard): ReadonlyMap<string, string> {
  const reasons = plainReasons.flatMap((reason) =>
    norwegianStandards.map((standard): [string, string] => [
      wordReason(reason, standard, 'nb'),
      wordReason(reason, standard, reader),
    ]),
  );
  const causes = Object.values(plainCauses).map((cause): [string, string] => [
    wordCause(cause, 'nb'),
    wordCause(cause, reader),
  ]);
  return new Map([...reasons, ...causes]);
}

export function reasonsOf({ files }: OpenedMailing, reader: NorwegianStandard): Reasons {
  const [, ...rows] = readCsv(new TextDecoder().decode(files.get('recipients.csv')));
  const wordings = wordingsIn(reader);
  const worded = (why: string): Reason => {
    const own = wordings.get(why);
    return own === undefined ? { why, lang: 'nb' } : { why: own, lang: reader };
  };
  const chosen = new Map<string, Reason>();
  const leftOut: ({ readonly id: string; readonly name: string } & Reason)[] = [];
  for (const [id = '', name = '', address = '', , gets = '', why = ''] of rows) {
    if (gets === announcementWords.nb.yes) chosen.set(address, worded(why));
    else leftOut.push({ id, name, ...worded(why) });
  }
  return { chosen, leftOut };
}
