/** Mailboxes in one file: mboxrd and what is like it (RFC 4155), as the programs of people export it. */

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** `From ola@x.no Tue Nov 24 09:00:00 2026`: with a time and a year, in whatever order. */
const dated = /^From .*\b\d{1,2}:\d\d\b.*\b(?:19|20)\d\d\b/u;
const header = /^(?:>?From |[!-9;-~]+:)/u;

/** Whether a file is such a mailbox, rather than one message: its first line that is not empty begins with `From `. */
export function isMbox(bytes: Buffer): boolean {
  const start = latin1(bytes.subarray(0, 2000))
    .replace(/^(?:\xEF\xBB\xBF)?\s+/u, '')
    .replace(/^\xEF\xBB\xBF/u, '');
  const [first = '', second = ''] = start.split(/\r?\n/u);
  return first.startsWith('From ') && (dated.test(first) || header.test(second));
}

/**
 * The messages of a mailbox. Each begins with a line `From `; a line of a message that would look like that has a `>` before it,
 * which is taken away. Where a program has forgotten it, the line has no time in it or no header after it, and is one of the
 * message.
 */
export function splitMbox(bytes: Buffer): readonly Buffer[] {
  const messages: Buffer[] = [];
  let lines: Buffer[] | undefined;
  let isAfterEmpty = true;
  for (let at = 0; at < bytes.length;) {
    const next = endOfLine(bytes, at);
    const line = bytes.subarray(at, next);
    if (isFromLine(line) && isStart(line, bytes.subarray(next, endOfLine(bytes, next)), isAfterEmpty)) {
      if (lines !== undefined) messages.push(Buffer.concat(lines));
      lines = [];
    } else lines?.push(isQuoted(line) ? line.subarray(1) : line);
    isAfterEmpty = latin1(line).trim() === '';
    at = next;
  }
  if (lines !== undefined) messages.push(Buffer.concat(lines));
  return messages;
}

function endOfLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(0x0a, at);
  return end === -1 ? bytes.length : end + 1;
}

const isFromLine = (line: Buffer): boolean => /^(?:\xEF\xBB\xBF)?From /u.test(latin1(line.subarray(0, 8)));

const isQuoted = (line: Buffer): boolean => /^>+From /u.test(latin1(line.subarray(0, 100)));

function isStart(line: Buffer, next: Buffer, isAfterEmpty: boolean): boolean {
  const text = latin1(line.subarray(0, 300)).replace(/^\xEF\xBB\xBF/u, '');
  const hasHeader = header.test(latin1(next.subarray(0, 300)));
  return (
    hasHeader &&
    (isAfterEmpty || dated.test(text)) &&
    (dated.test(text) || /^From \S+\s*$|^From - /u.test(text))
  );
}
