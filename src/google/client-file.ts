import { z } from 'zod';
import { UserError } from '../domain/user-error.ts';
import { readJsonFile } from './json-file.ts';
import type { Login } from './login-file.ts';
import { requireMeantFor } from './other-origin.ts';

const clientFile = z.object({
  installed: z.object({
    client_id: z.string().min(1),
    client_secret: z.string().optional(),
    auth_uri: z.string().optional(),
    token_uri: z.string().optional(),
  }),
});

const howToGetOne =
  'Make an OAuth client of the kind «Desktop app» in the Google Cloud console, download its JSON file, and name it in GOOGLE_OAUTH_CLIENT.';

/**
 * The OAuth client in a file as the Google Cloud console makes it. `origin` stands in for Google. Throws UserError for
 * another file, and for one that is for something else than what is asked.
 */
export async function readClientFile(path: string, origin: string | undefined): Promise<Login['client']> {
  const content = await readJsonFile(path, 'client file', howToGetOne);
  const parsed = clientFile.safeParse(content);
  if (parsed.success) {
    const { client_id: id, client_secret: secret, auth_uri, token_uri } = parsed.data.installed;
    requireMeantFor(origin, path, [auth_uri, token_uri]);
    return { id, secret };
  }
  if (z.object({ type: z.literal('service_account') }).safeParse(content).success) {
    throw new UserError(
      `${path} is the key file of a service account, which nobody logs in through.`,
      'Name it in GOOGLE_APPLICATION_CREDENTIALS; then there is no need to log in.',
    );
  }
  const isWeb = z.object({ web: z.unknown() }).safeParse(content).success;
  throw new UserError(
    isWeb
      ? `${path} is an OAuth client for a web application.`
      : `${path} is not the file of an OAuth client.`,
    howToGetOne,
  );
}
