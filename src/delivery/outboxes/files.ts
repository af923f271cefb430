/** The outbox that needs no setup: each message as a file that mail programs open. Nothing leaves the machine. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../../disk/sync-folder.ts';
import { msg } from '../../domain/msg.ts';
import type { ComposedMessage } from '../compose.ts';
import type { Delivery, Outbox } from '../outbox.ts';

/** The key of the recipient, so that the file's name does not show an address. */
const nameOf = ({ messageId }: ComposedMessage): string => `${messageId.replace(/^<|@.*$/gu, '')}.eml`;

async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await readFile(path), bytes) === 0;
  } catch {
    return false;
  }
}

/** `folder` is absolute, and made when the first message is given. A file is always a complete message. */
export function filesOutbox(folder: string): Outbox {
  let made: Promise<unknown> | undefined;
  const deliver = async (message: ComposedMessage, release: () => Promise<void>): Promise<Delivery> => {
    const name = nameOf(message);
    const [beside, path] = [join(folder, `.${name}`), join(folder, name)];
    try {
      made ??= mkdir(folder, { recursive: true, mode: 0o700 });
      await made;
      const file = await open(beside, 'w', 0o600);
      try {
        await file.writeFile(message.bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch {
      made = undefined;
      return {
        is: 'closed',
        reason: msg`the file cannot be written`,
        advice: msg`Check that there is space in ${folder}.`,
      };
    }
    await release();
    try {
      await rename(beside, path);
    } catch {
      const reason = msg`the file could not be given its name`;
      return (await isThere(path, message.bytes))
        ? { is: 'written', receipt: name }
        : { is: 'notGiven', reason };
    }
    // The name is safe on the disk before the message counts as written.
    await syncFolder(folder).catch(() => undefined);
    return { is: 'written', receipt: name };
  };
  return { name: 'files', limits: { connections: 1 }, deliver, close: () => Promise.resolve() };
}
