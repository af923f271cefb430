/** A client of Google's in tests: a clock that sleeping moves, and what was said. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import type { CredentialPlaces } from '../../src/google/credentials.ts';
import { connectDrive, type DriveClient } from '../../src/google/drive-client.ts';
import { connectGmail, type GmailClient } from '../../src/google/gmail-client.ts';
import { connectSheets, type SheetsClient } from '../../src/google/sheets-client.ts';
import type { Transport } from '../../src/google/transport.ts';
import type { GoogleEnvironment } from '../../src/google/environment.ts';
import { startFakeGoogle, type FakeGoogle } from '../support/google/fake-google.ts';

/** An environment whose clock starts at the machine's, since that is what servers write in `Date`, and only sleeping moves it. */
export class StillEnvironment implements GoogleEnvironment {
  time = Date.now();
  /** Milliseconds that this clock is ahead of Google's. */
  ahead = 0;
  readonly said: string[] = [];
  /** Milliseconds of each sleep. */
  readonly slept: number[] = [];
  readonly now = (): number => this.time + this.ahead;
  readonly sleep = (milliseconds: number): Promise<void> => {
    this.slept.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  };
  readonly say = (line: string): void => void this.said.push(line);
  readonly random: () => number;

  constructor(random = (): number => 0.5) {
    this.random = random;
  }
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A service account's, as its key file has it. */
export const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));

export const serviceAddress = 'skript@felles.iam.gserviceaccount.com';
export const client = { id: 'felles.apps.googleusercontent.com', secret: 'GOCSPX-hemmelig-klient' };

export interface GoogleSetup {
  google: FakeGoogle;
  environment: StillEnvironment;
  /** Empty, for files; also where logins are kept. */
  folder: string;
  spreadsheetId: string;
  connect: (places?: Partial<CredentialPlaces>, transport?: Transport) => Promise<SheetsClient>;
  connectMail: (places: Partial<CredentialPlaces>, transport?: Transport) => Promise<GmailClient>;
  connectDrive: (places?: Partial<CredentialPlaces>, transport?: Transport) => Promise<DriveClient>;
  /** A token of Kari's for Drive: of the scope `drive` unless named. */
  driveToken: (scope?: string) => string;
  /** The file of the login that was made at the fake, and at nothing else. */
  loginName: () => string;
  /** Writes a file into the folder, and returns its path. */
  file: (name: string, content: unknown) => Promise<string>;
}

/** A fake Google with a spreadsheet, an account of each kind, and the same clock as ours, for each test. */
export function googleSetupForEach(): GoogleSetup {
  const setup = {} as GoogleSetup;
  beforeEach(async () => {
    const environment = new StillEnvironment();
    const google = await startFakeGoogle({ clock: () => environment.time });
    const folder = await mkdtemp(join(tmpdir(), 'felles-google-'));
    google.accounts.services.set(serviceAddress, publicKey);
    google.accounts.clients.set(client.id, client.secret);
    Object.assign(setup, {
      google,
      environment,
      folder,
      spreadsheetId: google.createSpreadsheet({ title: 'Register' }),
      connect: (
        places: Partial<CredentialPlaces> = { accessToken: google.token },
        transport: Transport = {},
      ) =>
        connectSheets({
          credentials: { loginFolder: folder, ...places },
          transport: { origin: google.origin, deadline: google.deadline, ...transport },
          environment: setup.environment,
        }),
      connectMail: (places: Partial<CredentialPlaces>, transport: Transport = {}) =>
        connectGmail({
          credentials: { loginFolder: folder, ...places },
          transport: { origin: google.origin, deadline: google.deadline, ...transport },
          environment: setup.environment,
        }),
      connectDrive: (
        places: Partial<CredentialPlaces> = { accessToken: setup.driveToken() },
        transport: Transport = {},
      ) =>
        connectDrive({
          credentials: { loginFolder: folder, ...places },
          transport: { origin: google.origin, deadline: google.deadline, ...transport },
          environment: setup.environment,
        }),
      driveToken: (scope = 'drive') =>
        google.accounts.issue({
          email: 'kari@example.no',
          scopes: [`https://www.googleapis.com/auth/${scope}`],
        }),
      loginName: () => `google-login.${encodeURIComponent(google.origin)}.json`,
      file: async (name: string, content: unknown) => {
        const path = join(folder, name);
        await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
        return path;
      },
    } satisfies GoogleSetup);
  });
  afterEach(async () => {
    await setup.google.close();
    await rm(setup.folder, { recursive: true });
  });
  return setup;
}

/** As Google makes it, but for `token_uri`: what names Google's is never shown to a fake. */
export const keyFile = {
  type: 'service_account',
  client_email: serviceAddress,
  private_key: pem,
  private_key_id: '1',
};

/** All that an error would show to whoever looks as hard as they can. */
const everythingIn = (thing: unknown): string =>
  inspect(thing, { depth: Infinity, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity });

/** What must never be shown: every token that the fake gives out is called so, and so are the secrets of this file. */
const secrets = [
  /fake-(?:access|refresh)-token/u,
  /fake-code/u,
  /hemmelig/u,
  /BEGIN PRIVATE/u,
  /eyJ[\w-]{20}/u,
];
const keyLines = pem.split('\n').slice(1, -2);

/** The secrets that stand somewhere in it. */
export function secretsIn(thing: unknown): readonly string[] {
  const text = everythingIn(thing);
  return [
    ...secrets.filter((secret) => secret.test(text)).map(String),
    ...keyLines.filter((line) => text.includes(line)),
  ];
}

/** What a call ends in, which must be an error for the operator, without anything secret about it. */
export async function userErrorOf(call: Promise<unknown>): Promise<UserError> {
  const error: unknown = await call.then(
    (result) => new Error(`no error, but ${inspect(result)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error;
  const found = secretsIn(error);
  if (found.length > 0) throw new Error(`the error shows ${found.join(', ')}`);
  return error;
}
