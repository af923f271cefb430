import { UserError } from '../../src/domain/user-error.ts';

/** Message and advice of the UserError that was thrown. Throws when nothing was thrown, or something without advice. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return `${error.message} → ${error.advice}`;
    throw error;
  }
  throw new Error('nothing was thrown');
}
