/** Mailboxes in one file: mboxrd and what is like it (RFC 4155). */

const startsWith = (bytes: Buffer, text: string, at: number): boolean =>
  bytes.subarray(at, at + text.length).toString('latin1') === text;

/** Whether a file is such a mailbox, rather than one message. */
export const isMbox = (bytes: Buffer): boolean => startsWith(bytes, 'From ', 0);

/**
 * The messages of a mailbox. Each begins with a line `From `, after an empty line or first of all; a line of a message that
 * would look like that has a `>` before it, which is taken away.
 */
export function splitMbox(bytes: Buffer): readonly Buffer[] {
  const messages: Buffer[] = [];
  let lines: Buffer[] | undefined;
  let isAfterEmpty = true;
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    const next = end === -1 ? bytes.length : end + 1;
    const line = bytes.subarray(at, next);
    at = next;
    if (isAfterEmpty && startsWith(line, 'From ', 0)) {
      if (lines !== undefined) messages.push(Buffer.concat(lines));
      lines = [];
    } else lines?.push(isQuoted(line) ? line.subarray(1) : line);
    isAfterEmpty = line.toString('latin1').trim() === '';
  }
  if (lines !== undefined) messages.push(Buffer.concat(lines));
  return messages;
}

const isQuoted = (line: Buffer): boolean => /^>+From /u.test(line.subarray(0, 100).toString('latin1'));
