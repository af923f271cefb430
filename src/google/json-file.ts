import { readFile } from 'node:fs/promises';
import { UserError } from '../domain/user-error.ts';

/**
 * The content of a JSON file that a person got from Google. `what` names it: «key file». Throws UserError with the
 * advice, and without a cause: what stands in the file is secret, and a JSON error quotes it.
 */
export async function readJsonFile(path: string, what: string, advice: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError(`The ${what} ${path} cannot be read (${codeOf(error)}).`, advice);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new UserError(`The ${what} ${path} is not JSON.`, advice);
  }
}

/** `ENOENT` and the like; the error's name where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.name;
}
