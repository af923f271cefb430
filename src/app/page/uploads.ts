/** Files that a person hands in on the page, kept in a folder of this run of the page, which is removed with it. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A larger request is not taken in. A document that is too large for its reader is told so by the reader. */
export const MOST_UPLOADED_BYTES = 120 * 1024 * 1024;

/** A file as a form brings it. */
export type UploadedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** What readers know files by; any other ending is left out. */
const ending = /\.[a-z\d]{1,8}$/iu;

/** The name that a file is kept under. That of the person is another machine's, and never a path here: only its ending is kept. */
const keptName = (name: string, number: number): string =>
  `opplastet${number === 0 ? '' : `-${String(number + 1)}`}${(ending.exec(name)?.[0] ?? '').toLowerCase()}`;

/** Keeps the files in a new folder below `room`; the answer is that folder, absolute. */
export async function storeUploads(room: string, files: readonly UploadedFile[]): Promise<string> {
  const parent = join(room, 'uploads');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'fil-'));
  for (const [number, file] of files.entries())
    await writeFile(join(folder, keptName(file.name, number)), Buffer.from(await file.arrayBuffer()));
  return folder;
}

/** Keeps one file; the answer is its path. */
export const storeUpload = async (room: string, file: UploadedFile): Promise<string> =>
  join(await storeUploads(room, [file]), keptName(file.name, 0));

/** Files of a field of a form; a browser sends an empty one without a name where none was chosen. */
export const filesIn = (fields: FormData, name: string): readonly UploadedFile[] =>
  fields
    .getAll(name)
    .flatMap((one) => (typeof one === 'string' || (one.size === 0 && one.name === '') ? [] : [one]));
