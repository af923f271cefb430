/** The JSON files that a person downloads from the Google Cloud console. */
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { requireMeantFor } from './other-origin.ts';

/**
 * The content of a JSON file that a person got from Google. Throws UserError with the
 * advice, and without a cause: the file is secret, and a JSON error quotes it.
 */
async function readJsonFile(path: string, kind: 'client' | 'key', advice: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const message =
      kind === 'key'
        ? msg`The key file ${path} cannot be read (${codeOf(error)}).`
        : msg`The client file ${path} cannot be read (${codeOf(error)}).`;
    throw new UserError(message, advice);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new UserError(
      kind === 'key' ? msg`The key file ${path} is not JSON.` : msg`The client file ${path} is not JSON.`,
      advice,
    );
  }
}

/** The code of an error, such as `ENOENT`; its name where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.name;
}

/** An app that people log in through. The secret of a desktop app is not really secret (RFC 8252, 8.5). */
export interface OAuthClient {
  readonly id: string;
  readonly secret?: string | undefined;
}

const clientFile = z.object({
  installed: z.object({
    client_id: z.string().min(1),
    client_secret: z.string().optional(),
    auth_uri: z.string().optional(),
    token_uri: z.string().optional(),
  }),
});

const howToGetClient = (): string =>
  msg`Make an OAuth client of the kind «Desktop app» in the Google Cloud console, download its JSON file, and name it in GOOGLE_OAUTH_CLIENT.`;

/**
 * The OAuth client in a file as the Google Cloud console makes it. `origin` is that of a stand-in. Throws UserError for
 * another file, and for one that is for another server than the one that is asked.
 */
export async function readClientFile(path: string, origin: string | undefined): Promise<OAuthClient> {
  const content = await readJsonFile(path, 'client', howToGetClient());
  const parsed = clientFile.safeParse(content);
  if (parsed.success) {
    const { client_id: id, client_secret: secret, auth_uri, token_uri } = parsed.data.installed;
    requireMeantFor(origin, path, [auth_uri, token_uri]);
    return { id, secret };
  }
  if (z.object({ type: z.literal('service_account') }).safeParse(content).success) {
    throw new UserError(
      msg`${path} is the key file of a service account. Nobody can log in with it.`,
      msg`Name it in GOOGLE_APPLICATION_CREDENTIALS. Then you need not log in.`,
    );
  }
  const isWeb = z.object({ web: z.unknown() }).safeParse(content).success;
  throw new UserError(
    isWeb
      ? msg`${path} is an OAuth client for a web application.`
      : msg`${path} is not the file of an OAuth client.`,
    howToGetClient(),
  );
}

const keyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.email(),
  private_key: z.string(),
  token_uri: z.string().optional(),
});

const howToGetKey = (): string =>
  msg`Make a key for the service account in the Google Cloud console (Keys → Add key → JSON), and name its file in GOOGLE_APPLICATION_CREDENTIALS.`;

/** A service account: the address that a sheet is shared with, and its private key in PEM. */
export interface ServiceAccount {
  readonly email: string;
  readonly key: string;
}

/**
 * The service account in a key file. `origin` is that of a stand-in. Throws UserError for another file, for a damaged
 * key, and for a file that is for another server than the one that is asked.
 */
export async function readKeyFile(path: string, origin: string | undefined): Promise<ServiceAccount> {
  const content = await readJsonFile(path, 'key', howToGetKey());
  const parsed = keyFile.safeParse(content);
  if (!parsed.success) {
    const isClient = z.union([z.object({ installed: z.unknown() }), z.object({ web: z.unknown() })]);
    throw new UserError(
      msg`${path} is not the key file of a service account.`,
      isClient.safeParse(content).success
        ? msg`It is an OAuth client file: name it in GOOGLE_OAUTH_CLIENT, and run «npm run login».`
        : howToGetKey(),
    );
  }
  const { client_email: email, private_key: key, token_uri } = parsed.data;
  requireMeantFor(origin, path, [token_uri]);
  try {
    createPrivateKey(key);
  } catch {
    throw new UserError(
      msg`The private key in ${path} is damaged.`,
      `${msg`Do not edit the file.`} ${howToGetKey()}`,
    );
  }
  return { email, key };
}
