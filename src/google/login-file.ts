/** The login of the person at this machine, as it is kept between runs. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { codeOf } from './console-files.ts';
import { parseJson } from './faults.ts';

const login = z.object({
  /** The OAuth client of the login. */
  client: z.object({ id: z.string().min(1), secret: z.string().optional() }),
  refreshToken: z.string().min(1),
  /** What the person allowed. */
  scopes: z.array(z.string()),
  /** The person's address at Google. */
  account: z.string().optional(),
  /** The latest access token. Most runs need no other. */
  access: z.object({ token: z.string().min(1), expires: z.number() }).optional(),
});

export type Login = z.infer<typeof login>;

/** Which login: each stand-in for Google has one of its own, and never sees the one for Google. */
export interface LoginPlace {
  readonly folder: string;
  /** The origin of a stand-in; Google itself unless given. */
  readonly origin: string | undefined;
}

function loginFile({ folder, origin }: LoginPlace): string {
  const at = origin === undefined ? '' : `.${encodeURIComponent(new URL(origin).origin)}`;
  return join(folder, `google-login${at}.json`);
}

/** The login that is kept; undefined where there is none. Throws UserError for a file that cannot be used. */
export async function readLogin(place: LoginPlace): Promise<Login | undefined> {
  const path = loginFile(place);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UserError(
      msg`Your login to Google cannot be read (${codeOf(error)}).`,
      msg`It is kept in ${path}. You need permission to read that file.`,
    );
  }
  const parsed = login.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UserError(
    msg`Your login to Google is damaged: it is kept in ${path}.`,
    msg`Log in again with «npm run login».`,
  );
}

/**
 * Keeps a login where only its owner can read it: 0600 in a folder that is 0700. A reader finds the old or the new
 * login, and never a part of one. On Windows the user's own folder has such rights already. Throws UserError.
 */
export async function writeLogin(place: LoginPlace, content: Login): Promise<void> {
  const { folder } = place;
  const path = loginFile(place);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw new UserError(
      msg`Your login to Google could not be kept in ${path} (${codeOf(error)}).`,
      msg`You need permission to write in that folder.`,
    );
  }
}

/** False where there was none. Throws UserError. */
export async function deleteLogin(place: LoginPlace): Promise<boolean> {
  const path = loginFile(place);
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw new UserError(
      msg`${path} could not be deleted (${codeOf(error)}).`,
      msg`Delete it yourself: anyone who has it can open your spreadsheets.`,
    );
  }
}
