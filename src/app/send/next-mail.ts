/** What to do about a mailing that cannot go out as it is: the right next mail for those who have it, and for the rest. */
import type { Mailing } from '../../delivery/mailing.ts';
import { mayBeKnown } from '../../domain/ledger-event.ts';
import { msg } from '../../domain/msg.ts';
import { parseMailingId, type AnyMailingKind, type MailingIdParts } from '../../domain/mailing-kind.ts';
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

/** What somebody can do about a mailing that cannot go out as it is. */
export interface NextStep {
  /**
   * `all`: nobody has it, and it is made again. `outdated`: those who have the old text. `silent`: those for whom nothing has changed that
   * Felles compares. `rest`: those who have none. `row`: the row must be corrected first.
   */
  readonly whom: 'all' | 'outdated' | 'silent' | 'rest' | 'row';
  readonly people: number;
  /** The mail that they get. */
  readonly kind?: AnyMailingKind | undefined;
  /** As typed after `npm run`. */
  readonly command?: string | undefined;
}

/** The right next mails where the register has changed since a mailing was made. `now` is Oslo time. */
export function nextSteps(register: Register, mailing: Mailing, now: WallTime): readonly NextStep[] {
  const held = holdersOf(register, mailing);
  const parts = parseMailingId(mailing.id);
  const total = mailing.recipients.length;
  if (held === 0 || parts === undefined) {
    const command =
      parts === undefined
        ? (sourceOf(mailing)?.command(mailing) ?? 'announce')
        : commandFor(parts, kindOf(parts));
    return [{ whom: 'all', people: total, kind: mailing.kind, command }];
  }
  const webinar = webinarsOf(register).find(({ id }) => id === parts.activity);
  if (webinar === undefined) return [{ whom: 'row', people: held }];
  const people = peopleTold({ register, now, keyOf: keysOf(mailing.workbook) }, webinar);
  const outdated = rightingKinds.flatMap((kind): readonly NextStep[] => {
    const { length } = outdatedBy(people, kind, webinar);
    return length === 0 ? [] : [{ whom: 'outdated', people: length, kind, command: commandFor(parts, kind) }];
  });
  const correction = { kind: 'correction', command: commandFor(parts, 'correction') } as const;
  const rest = total - held;
  return [
    ...(outdated.length === 0 ? [{ whom: 'silent', people: held, ...correction } as const] : outdated),
    ...(rest === 0 || webinar.status === 'cancelled'
      ? []
      : [
          {
            whom: 'rest',
            people: rest,
            kind: parts.kind,
            command: commandFor(parts, kindOf(parts)),
          } as const,
        ]),
  ];
}

function worded({ whom, people, command = '' }: NextStep): string {
  switch (whom) {
    case 'all':
      return msg`Make it again with «npm run ${command}», look at it, and approve the new one.`;
    case 'row':
      return msg`Correct the row first: those who have the mailing still rely on it.`;
    case 'outdated':
      return msg`To the ${people} who have the old text: npm run ${command}`;
    case 'silent':
      return msg`${people} have it, and nothing that Felles compares has changed for them. If they must know, say what: npm run ${command} --wrong-nb "…" --wrong-nn "…"`;
    case 'rest':
      return msg`To the ${people} who have none: npm run ${command}`;
  }
}

/** The same as advice in the terminal. */
export const nextMail = (register: Register, mailing: Mailing, now: WallTime): string =>
  nextSteps(register, mailing, now).map(worded).join('\n  ');

const kindOf = ({ kind, offsetDays }: MailingIdParts): string =>
  offsetDays === undefined ? kind : `${kind}-${String(offsetDays)}`;

const commandFor = ({ activity }: MailingIdParts, kind: string): string =>
  `announce -- --webinar ${activity} --kind ${kind}`;
