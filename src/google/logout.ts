import { deleteLogin, readLogin } from './login-file.ts';
import { revoke } from './token-endpoint.ts';
import { googleFetch, type Transport } from './transport.ts';

/** What became of a logout. */
export interface LoggedOut {
  /** False where there was no login to delete. */
  readonly deleted: boolean;
  /** False where Google did not know the login any more, or could not be asked. */
  readonly revoked: boolean;
}

/** Takes the login back at Google, and deletes it here, also where Google cannot be asked. Throws UserError. */
export async function logOut(folder: string, transport: Transport): Promise<LoggedOut> {
  const place = { folder, origin: transport.origin };
  const fetch = googleFetch(transport);
  // A login that cannot be read is deleted all the same.
  const login = await readLogin(place).catch(() => undefined);
  const revoked = login !== undefined && (await revoke(login.refreshToken, fetch));
  return { deleted: await deleteLogin(place), revoked };
}
