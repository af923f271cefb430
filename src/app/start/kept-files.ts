/** Files that are kept between runs, below the top of the project: each is complete and has a checksum, or is not used. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Where they are. */
export const cacheFolder = (root: string): string => join(root, 'node_modules/.cache/felles');

/** `bin/felles.js` starts with this. It reads the checksum itself, so it knows the form of the line below. */
export const starterFile = (root: string): string => join(cacheFolder(root), 'start.js');

/** Bytes of the line that a kept file begins with. V8 uses what follows without copying it, since the length divides by eight. */
const sealLength = 16;

/** The checksum of a file shows any damage, and that it was made for something else than `salt`. */
const sealOf = (content: Uint8Array, salt: string): string =>
  `// ${crc32(content, crc32(salt)).toString(16).padStart(8, '0')}    \n`;

/** Whether a file is one that `writeSealed` has not given its name. */
export const isDraft = (file: string): boolean => /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(file);

/**
 * Writes a complete file with its checksum or none, also if other runs write the same or something else is in its
 * place. It is on the disk before it has its name.
 */
export function writeSealed(file: string, content: Uint8Array, salt = ''): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = openSync(draft, 'wx');
    try {
      writeFileSync(handle, Buffer.concat([Buffer.from(sealOf(content, salt), 'latin1'), content]));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(file, { recursive: true });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** What was kept; undefined if it cannot be read, is damaged, or was made for something else. */
export function unsealed(file: string, salt = ''): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const content = bytes.subarray(sealLength);
  return bytes.toString('latin1', 0, sealLength) === sealOf(content, salt) ? content : undefined;
}
