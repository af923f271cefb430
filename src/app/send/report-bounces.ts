/** What `--bounces` prints about the mail that it has read: each thing once, and first what a person must do. */
import { comparedAddress } from '../../domain/compare.ts';
import { msg } from '../../domain/msg.ts';
import type { KeyOf } from '../../delivery/bounces/attribution.ts';
import type { Note, NoteKind, BounceEvents } from '../../delivery/bounces/events.ts';
import type { ReturnedMail } from '../../delivery/bounces/returned-mail.ts';
import type { LedgerEntry } from '../../delivery/ledger.ts';
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { masked } from '../../domain/email-address.ts';
import { isForGood, returnReasons } from '../../domain/return-reason.ts';
import { oneLine } from '../../render/safe/plain-text.ts';
import { shortened } from '../../render/safe/shorten.ts';
import type { Register } from '../../register/register.ts';
import type { ExitCode } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';

export type FiledMail = ReturnedMail & { readonly file: string };

export interface Unread {
  readonly name: string;
  readonly why: string;
  readonly advice: string;
}

export interface Reading {
  /** How many messages were read. */
  readonly count: number;
  readonly events: BounceEvents<FiledMail>;
  readonly unread: readonly Unread[];
  readonly register: Register;
  readonly keyOf: KeyOf;
}

/** 1 if a person has something to do. */
export function reportBounces(terminal: Terminal, reading: Reading): ExitCode {
  const { count, events, unread } = reading;
  terminal.say(count === 1 ? msg`1 message read` : msg`${count} messages read`, 'bold');
  for (const { mailing, recipient = '', event, error = '' } of events.entries)
    terminal.result(`${mailing} ${recipient}: ${event}${error === '' ? '' : `, ${error}`}`);
  if (events.entries.length === 0) terminal.say(msg`  Nothing new about any mailing.`);
  reportCounts(terminal, events);
  const groups = [
    rowsGroup(
      msg`Nothing more is sent to these until somebody corrects them in the register`,
      returnedRows(reading, true),
    ),
    rowsGroup(
      msg`These did not get it, and it is not sent to them again; they get the next mailing. Contact them in another way if it matters`,
      returnedRows(reading, false),
    ),
    rowsGroup(
      msg`These ask to get no more; nothing is sent to them from now on. To show it to people too`,
      optedOutRows(reading),
    ),
    ...noteKinds.map((kind) => ({
      ...headOf(kind),
      lines: events.notes[kind].map(
        (note) => `${lineOf[kind](note)}${kind === 'request' ? hints(reading, note) : ''}`,
      ),
    })),
    rowsGroup(
      msg`Not read`,
      unread.map(({ name, why, advice }) => `${name}: ${why}. ${advice}`),
    ),
  ].filter(({ lines }) => lines.length > 0);
  for (const { head, lines } of groups) reportGroup(terminal, head, lines);
  return groups.some(({ isForPeople }) => isForPeople) ? 1 : 0;
}

const rowsGroup = (head: string, lines: readonly string[]): Group => ({ head, lines, isForPeople: true });

interface Group {
  readonly head: string;
  readonly lines: readonly string[];
  readonly isForPeople: boolean;
}

const noteKinds = ['fault', 'behind', 'request', 'complaint', 'foreign', 'other', 'automatic'] as const;

const heads: Readonly<Record<NoteKind, () => string>> = {
  fault: () =>
    msg`Refused because of us, not of the recipient. The people who run our mail must repair it (docs/sending.md)`,
  behind: () =>
    msg`Mail to these addresses was forwarded, and somebody was not reached. The addresses may be in order, so nothing is marked: inform them`,
  request: () => msg`May ask to get no more: read them, and write ja in Reservert if they do`,
  complaint: () => msg`Somebody there called it spam. Nothing is marked: ask them, or write ja in Reservert`,
  foreign: () => msg`About mail that is not in the ledger`,
  other: () => msg`Not understood: read them`,
  automatic: () => msg`Automatic answers`,
};

const headOf = (kind: NoteKind): Pick<Group, 'head' | 'isForPeople'> => ({
  head: heads[kind](),
  isForPeople: kind !== 'automatic',
});

/** Nobody reads more lines; the rest is counted. */
const MOST_LINES = 500;

function reportGroup(terminal: Terminal, head: string, lines: readonly string[]): void {
  terminal.say(`${head} (${String(lines.length)}):`);
  for (const line of lines.slice(0, MOST_LINES)) terminal.result(`  ${line}`);
  if (lines.length > MOST_LINES) terminal.result(msg`  and ${lines.length - MOST_LINES} more`);
}

function reportCounts(terminal: Terminal, { known, delayed, delivered }: BounceEvents<FiledMail>): void {
  if (known > 0) terminal.say(msg`  ${known} are in the ledger already.`);
  if (delayed > 0) terminal.say(msg`  ${delayed} only delayed: the mail servers go on trying.`);
  if (delivered > 0) terminal.say(msg`  ${delivered} say that it was delivered, or forwarded.`);
}

/** Text from outside is printed as plain text on one line. */
const clean = (text: string, most: number): string =>
  shortened(oneLine(text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')), most);

/** Which message: the file, the sender, the subject. */
const named = ({ file, from, subject }: FiledMail): string =>
  `${clean(file, 120)}: ${from === '' ? msg`no sender` : clean(from, 80)} «${clean(subject, 60)}»`;

const whom = ({ entry, address, reason }: Note<FiledMail>): string => {
  const parts = [
    entry === undefined ? '' : msg`${entry.mailing} to ${entry.recipient ?? ''}`,
    address === undefined
      ? ''
      : `${clean(masked(address), 80)}${reason === undefined ? '' : ` ${returnReasons[reason]}`}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
};

const namedWithWords = (note: Note<FiledMail>): string =>
  `${named(note.mail)}${whom(note)}${note.mail.words === '' ? '' : `: ${clean(note.mail.words, 80)}`}`;

const lineOf: Readonly<Record<NoteKind, (note: Note<FiledMail>) => string>> = {
  fault: ({ mail, entry, reason = 'other' }) =>
    `${clean(mail.file, 120)}: ${entry?.recipient ?? ''} ${returnReasons[reason]}`,
  behind: (note) => `${clean(note.mail.file, 120)}:${whom(note)}`,
  request: namedWithWords,
  complaint: (note) => `${named(note.mail)}${whom(note)}`,
  foreign: (note) => `${named(note.mail)}${whom(note)}`,
  automatic: namedWithWords,
  other: namedWithWords,
};

/** What helps a person to decide about a request: doubts, and the rows of the register that it may concern. */
function hints({ register }: Reading, { mail, entry }: Note<FiledMail>): string {
  const { content, from } = mail;
  const doubt = 'doubt' in content ? content.doubt : undefined;
  const host = comparedAddress(from).split('@')[1];
  const rows = register.recipients.filter(
    ({ email, reserved }) =>
      !reserved && email !== undefined && comparedAddress(email).split('@')[1] === host,
  );
  const perhaps = rows.slice(0, 3).map(({ number, name }) => `${number} ${name}`);
  const isMarked = content.is === 'request' && content.by === 'key' && entry !== undefined;
  return [
    isMarked ? msg` [marked already, by the key in it]` : '',
    doubt === 'forged' ? msg` [the server doubts the sender]` : '',
    doubt === 'automatic' ? msg` [an automatic answer]` : '',
    perhaps.length === 0 ? '' : ` [Mottakere: ${perhaps.join(', ')}]`,
  ].join('');
}

/** The row of the register that a message went to: found by its key, which is made from the address there. */
function rowOf({ register, keyOf }: Reading, { mailing, recipientKey }: LedgerEntry): Row | undefined {
  const isIt = (email: string | undefined): boolean =>
    email !== undefined && keyOf(mailing, email) === recipientKey;
  const recipient = register.recipients.find(({ email }) => isIt(email));
  if (recipient !== undefined)
    return {
      name: `${recipient.number} ${recipient.name}`,
      tab: 'Mottakere',
      isReserved: recipient.reserved,
    };
  const contact = register.contacts.find(({ email }) => isIt(email));
  return contact === undefined
    ? undefined
    : { name: `${contact.id} ${contact.name}`.trim(), tab: 'Kontakter', isReserved: false };
}

interface Row {
  readonly name: string;
  readonly tab: 'Mottakere' | 'Kontakter';
  readonly isReserved: boolean;
}

/** Recipients that it did not reach: for good, or only this time. */
function returnedRows(reading: Reading, forGood: boolean): readonly string[] {
  const returned = reading.events.entries.filter(
    ({ event, error = '' }) => event === ledgerEvents.bounced && isForGood(error) === forGood,
  );
  return returned.map((entry) => {
    const row = rowOf(reading, entry);
    const name =
      row === undefined ? (entry.recipient ?? entry.recipientKey) : `${row.name} (${row.tab}, E-post)`;
    return forGood ? name : `${name}: ${entry.error ?? ''}`;
  });
}

/** The column `Reservert` belongs to people: a script only says what to write there. */
function optedOutRows(reading: Reading): readonly string[] {
  return reading.events.optedOut.flatMap((entry) => {
    const row = rowOf(reading, entry);
    if (row === undefined || row.isReserved) return [];
    return row.tab === 'Mottakere'
      ? [msg`write ja in Reservert for ${row.name} (Mottakere)`]
      : [msg`remove the lists of ${row.name} (Kontakter), or write reservert there`];
  });
}
