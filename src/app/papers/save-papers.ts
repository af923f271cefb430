/**
 * Writes the files of a paper. What exists and differs is never overwritten (DESIGN.md rule 7): the whole set gets the
 * next version, so that the .html and the .docx of one version say the same.
 */
import { realpathSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { hasCode } from '../../disk/has-code.ts';
import { createFiles, nodeFiles, type FileDisk, type NewFile } from '../../disk/whole-file.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { hashOf } from '../start/inputs.ts';

/** Content that is known by its hash (as `hashOf` gives it), and made only where no file has it. */
export interface KnownContent {
  readonly hash: string;
  readonly make: () => Promise<Uint8Array>;
}

/** One file of a set: `ending` is what follows the set's name, such as `.nb.html`. */
export interface PaperFile {
  readonly ending: string;
  readonly content: string | Uint8Array | KnownContent;
}

export interface SavedFile {
  /** Absolute. */
  readonly path: string;
  /** It was there before, with the same content. */
  readonly unchanged: boolean;
}

const isKnown = (content: PaperFile['content']): content is KnownContent =>
  typeof content === 'object' && 'make' in content;

const bytesOf = async (content: PaperFile['content']): Promise<Buffer> =>
  Buffer.from(isKnown(content) ? await content.make() : content);

/** A calendar file also tells when it was made. One that says the same but for that is kept, with its time. */
const timeless = (ending: string, bytes: Buffer): Buffer =>
  ending.endsWith('.ics')
    ? Buffer.from(bytes.toString('latin1').replace(/^DTSTAMP:\d{8}T\d{6}Z\r$/gmu, ''), 'latin1')
    : bytes;

async function isSame({ ending, content }: PaperFile, before: Buffer): Promise<boolean> {
  if (isKnown(content)) return hashOf(before) === content.hash;
  return timeless(ending, before).equals(timeless(ending, await bytesOf(content)));
}

async function existing(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UserError(
      msg`${path} cannot be read.`,
      msg`Something else stands where a paper should be: move it, or name another folder with --out.`,
      { cause: error },
    );
  }
}

type Comparison = 'absent' | 'same' | 'differs';

async function compare(
  folder: string,
  name: string,
  files: readonly PaperFile[],
): Promise<readonly Comparison[]> {
  return Promise.all(
    files.map(async (file) => {
      const before = await existing(join(folder, `${name}${file.ending}`));
      if (before === undefined) return 'absent';
      return (await isSame(file, before)) ? 'same' : 'differs';
    }),
  );
}

/** Letters, digits and hyphens, at most 80: a name that every system takes and that cannot leave the folder. */
export function fileName(text: string): string {
  const plain = text
    .toLocaleLowerCase('nb')
    .replace(/æ/gu, 'ae')
    .replace(/ø/gu, 'o')
    .replace(/å/gu, 'a')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/gu, '');
  return /^(?:|con|prn|aux|nul|com\d|lpt\d)$/u.test(plain) ? `${plain}-fil`.replace(/^-/u, '') : plain;
}

/** The folder, made if need be, and inside `out` also where links lead elsewhere. Throws UserError. */
export async function openFolder(out: string, paper: string): Promise<string> {
  const folder = join(out, paper);
  try {
    await mkdir(folder, { recursive: true });
    // Not the system's own: that fails on Windows beyond 260 characters, and on some drives that are no disks.
    const [inside, outside] = [realpathSync(folder), realpathSync(out)];
    if (inside.startsWith(`${outside}${sep}`)) return folder;
  } catch (cause) {
    throw new UserError(
      msg`The folder ${folder} cannot be made.`,
      msg`Name another with --out, or see that you may write there.`,
      { cause },
    );
  }
  throw new UserError(
    msg`${folder} leads out of ${out}.`,
    msg`Remove the link, or name another folder with --out.`,
  );
}

/**
 * Saves a set of files under `name` in the folder of a paper, as the first version that none of them contradicts. The set
 * is there whole or not at all. Throws UserError where it cannot be written.
 */
export async function savePapers(
  out: string,
  paper: string,
  name: string,
  files: readonly PaperFile[],
  disk: FileDisk = nodeFiles,
): Promise<readonly SavedFile[]> {
  const folder = await openFolder(out, paper);
  for (let version = 1; ; version += 1) {
    const versioned = version === 1 ? name : `${name}-v${String(version)}`;
    const found = await compare(folder, versioned, files);
    if (found.includes('differs')) continue;
    const saved = files.map(({ ending }, index) => ({
      path: join(folder, `${versioned}${ending}`),
      unchanged: found[index] === 'same',
    }));
    const missing: NewFile[] = [];
    for (const [index, { content }] of files.entries()) {
      const file = saved[index];
      if (file?.unchanged === false) missing.push({ path: file.path, bytes: await bytesOf(content) });
    }
    if (await create(folder, missing, disk)) return saved;
    // Another run was faster, and the same version is looked at again.
    version -= 1;
  }
}

/** False where a file is there by now. */
async function create(folder: string, files: readonly NewFile[], disk: FileDisk): Promise<boolean> {
  try {
    await createFiles(files, disk);
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    const isFull = hasCode(cause, 'ENOSPC', 'EDQUOT');
    throw new UserError(
      msg`The papers could not be written in ${folder}, and none was.`,
      isFull
        ? msg`The disk is full: make room on it, and run this again.`
        : msg`See that you may write there and that there is room, and run this again.`,
      { cause },
    );
  }
}
