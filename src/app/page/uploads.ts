/** Files that a person hands in on the page, kept in a folder of this run of the page, which is removed with it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shortened } from '../../render/safe/shorten.ts';

/** A larger request is not taken in. A document that is too large for its reader is told so by the reader. */
export const MOST_UPLOADED_BYTES = 120 * 1024 * 1024;

/** A file as a form brings it. */
export type UploadedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Names that a disk or a reader of mail takes for something else, whatever ending they have. */
const takenNames = /^(?:con|prn|aux|nul|com\d|lpt\d|tmp|desktop|thumbs|table_of_contents)(?:\.|$)/iu;
/** What readers know files by: it is kept whole, however long the name is. */
const ending = /\.[a-z\d]{1,8}$/iu;
const MOST_LETTERS = 60;

/**
 * The name that a file is kept under: that of the person, so that they know it again in what is said about it. It comes from another
 * machine, so it is never a path here, is never hidden, and has no sign that a disk refuses.
 */
function keptName(name: string): string {
  const own = (name.split(/[/\\]/u).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"|?*]+/gu, '-')
    .replaceAll(/[\s.]+$/gu, '');
  const [end = ''] = ending.exec(own) ?? [];
  const stem = shortened(own.slice(0, own.length - end.length).replace(/^[\s.]+/u, ''), MOST_LETTERS);
  const kept = `${stem === '' ? 'opplastet' : stem}${end.toLowerCase()}`;
  return takenNames.test(kept) ? `opplastet-${kept}` : kept;
}

/** The same name once more, on a disk that does not know large letters from small ones: `retur (2).eml`. */
function keptNames(files: readonly UploadedFile[]): readonly string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const name = keptName(file.name);
    const [end = ''] = ending.exec(name) ?? [];
    let own = name;
    for (let time = 2; taken.has(own.toLowerCase()); time += 1)
      own = `${name.slice(0, name.length - end.length)} (${String(time)})${end}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Keeps the files in a new folder below `room`; the answer is that folder, absolute. */
export async function storeUploads(room: string, files: readonly UploadedFile[]): Promise<string> {
  const parent = join(room, 'uploads');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'fil-'));
  const names = keptNames(files);
  for (const [index, file] of files.entries())
    await writeFile(join(folder, names[index] ?? ''), Buffer.from(await file.arrayBuffer()));
  return folder;
}

/** Keeps one file; the answer is its path. */
export const storeUpload = async (room: string, file: UploadedFile): Promise<string> =>
  join(await storeUploads(room, [file]), keptName(file.name));

/** Of files that no command has taken: nothing of them stays. `folder` is from `storeUploads`. */
export const dropUploads = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Files of a field of a form; a browser sends an empty one without a name where none was chosen. */
export const filesIn = (fields: FormData, name: string): readonly UploadedFile[] =>
  fields
    .getAll(name)
    .flatMap((one) => (typeof one === 'string' || (one.size === 0 && one.name === '') ? [] : [one]));
