/**
 * The content of a journal: records of what this machine has done or will do next in a send. A line holds one, or an array of
 * those that went to the disk together. It begins with a checksum of itself and of all the lines before it, so that no line can
 * change, be lost or move without being noticed.
 */
import { crc32 } from 'node:zlib';
import { z } from 'zod';

const key = z.string().regex(/^[0-9a-f]{32}$/u);

/** The reply of the server, if it gave one. */
const reply = z.int().optional();

const record = z.discriminatedUnion('is', [
  /** A send begins or goes on. The ledger names its claims by the session, which is random for each run. */
  z.strictObject({ is: z.literal('open'), planHash: z.string(), machine: z.string(), session: z.string() }),
  /** The ledger will be asked for these recipients, each with the number of the attempt. */
  z.strictObject({ is: z.literal('claiming'), claims: z.array(z.tuple([key, z.int().min(1)])) }),
  /** The ledger has accepted the events, with or without the last claims, and then held this many events of the mailing. */
  z.strictObject({ is: z.literal('told'), withClaims: z.boolean(), events: z.int().min(0) }),
  /** The message cannot be stopped any more: from here on it may have gone. */
  z.strictObject({ is: z.literal('released'), key }),
  z.strictObject({ is: z.literal('sent'), key, receipt: z.string() }),
  /** It is a file or a draft now, which a person must send. */
  z.strictObject({ is: z.literal('written'), key, receipt: z.string() }),
  z.strictObject({ is: z.literal('refused'), key, reason: z.string(), reply }),
  z.strictObject({ is: z.literal('unclear'), key, reason: z.string() }),
  /** The server refused for now, after the release: surely not sent. */
  z.strictObject({ is: z.literal('later'), key, reason: z.string(), reply }),
  /** It broke before the release: surely not sent. */
  z.strictObject({ is: z.literal('notGiven'), key, reason: z.string() }),
  /** A person has accepted that the ledger has lost events, and what this machine knew was written into it again. */
  z.strictObject({ is: z.literal('repaired'), events: z.int().min(0) }),
  z.strictObject({ is: z.literal('closed') }),
]);

export type JournalRecord = z.infer<typeof record>;

const lineContent = z.union([record, z.array(record).min(1)]);

/**
 * One line for records that were added together (an array if there are several), and the sum that the next line continues
 * from. `after` is that of the line before; 0 for the first.
 */
export function writeRecords(
  group: readonly JournalRecord[],
  after: number,
): { readonly line: string; readonly sum: number } {
  const json = JSON.stringify(group.length === 1 ? group[0] : group);
  const sum = crc32(json, after);
  return { line: `${hex(sum)} ${json}\n`, sum };
}

const hex = (sum: number): string => sum.toString(16).padStart(8, '0');

export interface JournalReading {
  readonly records: readonly JournalRecord[];
  /** How many bytes of the file hold these records. */
  readonly bytes: number;
  /** The sum of the last of them. */
  readonly sum: number;
  /**
   * `torn`: a crash cut the last line off, and what it records was not yet done. `endless`: the last record is
   * whole, and only the end of its line is missing. `damaged`: the disk has changed what was safely on it.
   */
  readonly end: 'whole' | 'torn' | 'endless' | 'damaged';
}

const LINE_END = 0x0a;

/** Reads a file. Of a damaged one, the records before the damage. */
export function readJournal(content: Uint8Array): JournalReading {
  const records: JournalRecord[] = [];
  let [bytes, sum] = [0, 0];
  for (;;) {
    const end = content.indexOf(LINE_END, bytes);
    if (end === -1) return readTail(content.subarray(bytes), { records, bytes, sum });
    const line = content.subarray(bytes, end);
    const read = readLine(line, sum);
    if (read === undefined) {
      const isLast = end === content.length - 1;
      return { records, bytes, sum, end: isLast && hasHoles(line) ? 'torn' : 'damaged' };
    }
    records.push(...read.records);
    [bytes, sum] = [end + 1, read.sum];
  }
}

/** What follows the last line end. Zeros at the end mean that the file grew and its content was never written. */
function readTail(tail: Uint8Array, before: Omit<JournalReading, 'end'>): JournalReading {
  if (tail.length === 0) return { ...before, end: 'whole' };
  const { records, bytes, sum } = before;
  const text = tail.subarray(0, tail.findLastIndex((byte) => byte !== 0) + 1);
  const read = readLine(text, sum);
  if (read === undefined) return { ...before, end: beginsWithRecord(text, sum) ? 'damaged' : 'torn' };
  return {
    records: [...records, ...read.records],
    bytes: bytes + text.length,
    sum: read.sum,
    end: 'endless',
  };
}

/** Length of the sum and the space after it. */
const HEAD = 9;

function readLine(
  line: Uint8Array,
  after: number,
): { readonly records: readonly JournalRecord[]; readonly sum: number } | undefined {
  const text = Buffer.from(line).toString('utf8');
  const sum = crc32(line.subarray(HEAD), after);
  if (text.slice(0, HEAD) !== `${hex(sum)} `) return undefined;
  try {
    const { data } = lineContent.safeParse(JSON.parse(text.slice(HEAD)));
    return data === undefined ? undefined : { records: [data].flat(), sum };
  } catch {
    return undefined;
  }
}

/** Whether a whole record is followed by something else than the end of its line. */
function beginsWithRecord(text: Uint8Array, after: number): boolean {
  const wanted = Buffer.from(text.subarray(0, HEAD)).toString('latin1');
  let sum = after;
  for (const byte of text.subarray(HEAD)) {
    sum = crc32(Uint8Array.of(byte), sum);
    if (wanted === `${hex(sum)} `) return true;
  }
  return false;
}

/** A file may have grown on the disk before its content was written. One flipped bit cannot make two such bytes. */
const hasHoles = (line: Uint8Array): boolean => line.filter((byte) => byte === 0).length > 1;
