/**
 * The journal of a send: what this machine has done, line by line, each on the disk before the next step is taken. It is
 * what tells after a crash which messages may have gone.
 */
import { crc32 } from 'node:zlib';
import { z } from 'zod';

const key = z.string().regex(/^[0-9a-f]{32}$/u);

const record = z.discriminatedUnion('is', [
  /** A send begins or goes on: of this plan, by this machine. */
  z.strictObject({ is: z.literal('open'), planHash: z.string(), machine: z.string() }),
  z.strictObject({ is: z.literal('claimed'), keys: z.array(key) }),
  /** Nothing more can hold the message back: from here on it may have gone. */
  z.strictObject({ is: z.literal('released'), key }),
  z.strictObject({ is: z.literal('sent'), key, receipt: z.string() }),
  z.strictObject({ is: z.literal('refused'), key, reason: z.string() }),
  /** Surely not sent, and not to be tried again by itself. */
  z.strictObject({ is: z.literal('notSent'), key, reason: z.string() }),
  z.strictObject({ is: z.literal('unclear'), key, reason: z.string() }),
  /** The server said no for now, after the release: surely not sent. */
  z.strictObject({ is: z.literal('later'), key, reason: z.string() }),
  z.strictObject({ is: z.literal('closed') }),
]);

export type JournalRecord = z.infer<typeof record>;

/** A line: the check sum of the rest, and the record as JSON. */
export function writeRecord(one: JournalRecord): string {
  const json = JSON.stringify(one);
  return `${sumOf(json)} ${json}\n`;
}

const sumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

export interface JournalReading {
  readonly records: readonly JournalRecord[];
  /** How many bytes hold whole records: what follows was cut off in a crash, and is left out. */
  readonly bytes: number;
}

/**
 * Reads a journal. The last line may be torn: a crash cut it off, and what it would have told was not yet done. Answers
 * `damaged` where a line before the last cannot be read: the disk has changed what was safely on it.
 */
export function readJournal(text: string): JournalReading | 'damaged' {
  const records: JournalRecord[] = [];
  let bytes = 0;
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (read === undefined) return index === lines.length - 1 && rest === '' ? { records, bytes } : 'damaged';
    records.push(read);
    bytes += Buffer.byteLength(line) + 1;
  }
  return { records, bytes };
}

function readLine(line: string): JournalRecord | undefined {
  const [sum, json] = [line.slice(0, 8), line.slice(9)];
  if (line.charAt(8) !== ' ' || sum !== sumOf(json)) return undefined;
  try {
    return record.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** A journal that is open: every record is on the disk when the promise resolves. */
export interface Journal {
  readonly records: readonly JournalRecord[];
  add(one: JournalRecord): Promise<void>;
}
