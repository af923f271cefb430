/** What `--bounces` says of the mail that it has read: each thing once, and first what a person has to do. */
import { counted } from '../../domain/counted.ts';
import { comparedAddress } from '../../domain/compare.ts';
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

/** 1 where a person has something to do. */
export function reportBounces(terminal: Terminal, reading: Reading): ExitCode {
  const { count, events, unread } = reading;
  terminal.say(`${counted(count, 'message')} read`, 'bold');
  for (const { mailing, recipient = '', event, error = '' } of events.entries)
    terminal.result(`${mailing} ${recipient}: ${event}${error === '' ? '' : `, ${error}`}`);
  if (events.entries.length === 0) terminal.say('  Nothing new about any mailing.');
  reportCounts(terminal, events);
  const groups = [
    rowsGroup(
      'Nothing more goes to these until somebody corrects them in the register',
      returnedRows(reading, true),
    ),
    rowsGroup(
      'These did not get it, and nothing sends it to them again; the next mailing goes there. Reach them in another way if it matters',
      returnedRows(reading, false),
    ),
    rowsGroup(
      'To get no more they ask; nothing is sent to them from now on. So that people see it too',
      optedOutRows(reading),
    ),
    ...noteKinds.map((kind) => ({
      ...heads[kind],
      lines: events.notes[kind].map(
        (note) => `${lineOf[kind](note)}${kind === 'request' ? hints(reading, note) : ''}`,
      ),
    })),
    rowsGroup(
      'Not read',
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

const heads: Readonly<Record<NoteKind, Pick<Group, 'head' | 'isForPeople'>>> = {
  fault: {
    head: 'Refused because of us, not of the recipient. Whoever runs our mail has to repair it (docs/sending.md)',
    isForPeople: true,
  },
  behind: {
    head: 'Somebody behind these addresses was not reached. They may be in order, so nothing is marked: tell them',
    isForPeople: true,
  },
  request: {
    head: 'May ask to get no more: read them, and write ja in Reservert if they do',
    isForPeople: true,
  },
  complaint: {
    head: 'Somebody there called it spam. Nothing is marked: ask them, or write ja in Reservert',
    isForPeople: true,
  },
  foreign: { head: 'About mail that the ledger knows nothing of', isForPeople: true },
  other: { head: 'Not understood: read them', isForPeople: true },
  automatic: { head: 'Automatic answers', isForPeople: false },
};

/** More than anybody reads; what is left is counted. */
const MOST_LINES = 500;

function reportGroup(terminal: Terminal, head: string, lines: readonly string[]): void {
  terminal.say(`${head} (${String(lines.length)}):`);
  for (const line of lines.slice(0, MOST_LINES)) terminal.result(`  ${line}`);
  if (lines.length > MOST_LINES) terminal.result(`  and ${String(lines.length - MOST_LINES)} more`);
}

function reportCounts(terminal: Terminal, { known, delayed, delivered }: BounceEvents<FiledMail>): void {
  if (known > 0) terminal.say(`  ${String(known)} the ledger knows of already.`);
  if (delayed > 0) terminal.say(`  ${String(delayed)} only late: the mail servers go on trying.`);
  if (delivered > 0) terminal.say(`  ${String(delivered)} say that it was delivered, or passed on.`);
}

/** What a stranger wrote goes to the terminal as plain text on one line. */
const clean = (text: string, most: number): string =>
  shortened(oneLine(text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')), most);

/** Which message: the file, the sender, the subject. */
const named = ({ file, from, subject }: FiledMail): string =>
  `${clean(file, 120)}: ${from === '' ? 'no sender' : clean(from, 80)} «${clean(subject, 60)}»`;

const whom = ({ entry, address, reason }: Note<FiledMail>): string => {
  const parts = [
    entry === undefined ? '' : `${entry.mailing} to ${entry.recipient ?? ''}`,
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

/** What helps a person to judge a request: doubts, and the rows of the register that it may be meant for. */
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
    isMarked ? ' [marked already, by the key in it]' : '',
    doubt === 'forged' ? ' [the server does not believe the sender]' : '',
    doubt === 'automatic' ? ' [an automatic answer]' : '',
    perhaps.length === 0 ? '' : ` [Mottakere: ${perhaps.join(', ')}]`,
  ].join('');
}

/** The row of the register that a message went to: known by its key, which only the address there makes. */
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

/** Those whom it did not reach: for good, or only this time. */
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

/** The column `Reservert` is people's: a script only says what belongs there. */
function optedOutRows(reading: Reading): readonly string[] {
  return reading.events.optedOut.flatMap((entry) => {
    const row = rowOf(reading, entry);
    if (row === undefined || row.isReserved) return [];
    return row.tab === 'Mottakere'
      ? [`write ja in Reservert for ${row.name} (Mottakere)`]
      : [`take the lists away from ${row.name} (Kontakter), or write reservert there`];
  });
}
