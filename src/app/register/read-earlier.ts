/** The file that `check --since` compares with. */
import { msg } from '../../domain/msg.ts';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../domain/user-error.ts';
import { parseEarlier } from './check-json.ts';

/** Throws UserError where it cannot be read, or is no such file. */
export async function readEarlier(file: string): Promise<ReturnType<typeof parseEarlier>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new UserError(
      msg`${file} cannot be read.`,
      msg`Name a file made with «npx felles check --json > file».`,
      { cause },
    );
  }
  return parseEarlier(text, file);
}
