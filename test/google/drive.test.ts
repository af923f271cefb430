/** Google's own client over real HTTP against the fake: what Felles asks of Drive. */
import { describe, expect, it } from 'vitest';
import { wallTimeAt } from '../../src/domain/time.ts';
import type { UserError } from '../../src/domain/user-error.ts';
import type { DriveClient } from '../../src/google/drive-client.ts';
import type { DriveFile } from '../../src/google/drive-file.ts';
import type { Fault } from '../support/google/faults.ts';
import { docxType, folderType } from '../support/google/model/drive.ts';
import {
  client as oauthClient,
  googleSetupForEach,
  keyFile,
  secretsIn,
  serviceAddress,
  userErrorOf,
} from './connecting.ts';

const setup = googleSetupForEach();
const kari = 'kari@example.no';
const marks = { fellesMeeting: 'A-2026-017', fellesWorkbook: "O'Neil \\ 1" };
/** What begins as a .docx does, with bytes that are no text. */
const docx = Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 13, 10, 45, 45, 0xc3, 0x28]);

const folderOf = (drive: DriveClient, id: string): Promise<DriveFile> => drive.get({ what: 'folder', id });
const create = async (drive: DriveClient, folder: string) =>
  drive.create({ name: 'Referat', docx, folder: await folderOf(drive, folder), marks });
const told = ({ message, advice }: UserError): string => `${message} ${advice}`;
const onSearch = ({ path }: { path: string }): boolean => path === '/drive/v3/files';
const onCreate = ({ path }: { path: string }): boolean => path.startsWith('/upload/');

async function login(...scopes: readonly string[]): Promise<void> {
  const refreshToken = setup.google.accounts.secret('refresh-token');
  const whole = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const grant = { email: kari, scopes: whole, clientId: oauthClient.id };
  setup.google.accounts.refreshTokens.set(refreshToken, grant);
  await setup.file(setup.loginName(), { client: oauthClient, refreshToken, scopes: whole, account: kari });
}

describe('a document on Drive', () => {
  it('is made of a .docx byte for byte, with its marks, and found by them wherever it is moved', async () => {
    const { drive } = setup.google;
    const folder = drive.addFolder();
    const client = await setup.connectDrive();
    expect(await client.find(marks, await folderOf(client, folder))).toEqual([]);
    const answer = await create(client, folder);
    expect(answer).toMatchObject({ outcome: 'made', file: { name: 'Referat', marks, isTrashed: false } });
    const [found] = await client.find(marks, await folderOf(client, folder));
    expect(found?.link).toMatch(/^https:\/\/docs\.google\.com\/document\/d\//u);
    expect(drive.item(found!.id)).toMatchObject({ parents: [folder], appProperties: marks });
    expect(Buffer.from(await client.docx(found!))).toEqual(docx);
    drive.item(found!.id).parents = [drive.addFolder({ name: 'Arkiv' })];
    expect(await client.find(marks, await folderOf(client, folder))).toHaveLength(1);
    expect(
      await client.find({ ...marks, fellesMeeting: 'A-2026-018' }, await folderOf(client, folder)),
    ).toEqual([]);
    drive.item(found!.id).isTrashed = true;
    expect(await client.find(marks, await folderOf(client, folder))).toEqual([]);
  });

  it('is found in its folder while the index does not have its marks yet', async () => {
    setup.google.drive.lag = { byMarks: 9, byFolder: 0 };
    const folder = setup.google.drive.addFolder();
    const client = await setup.connectDrive();
    await create(client, folder);
    expect(await client.find(marks, await folderOf(client, folder))).toHaveLength(1);
  });

  it('is made and found on a shared drive, by a service account too', async () => {
    const folder = setup.google.drive.addFolder({ driveId: '0ASharedDrivePVA' });
    const client = await setup.connectDrive({ serviceAccountFile: await setup.file('key.json', keyFile) });
    await create(client, folder);
    expect(await client.find(marks, await folderOf(client, folder))).toHaveLength(1);
  });

  it('is described with who changed it last, and when', async () => {
    const { drive } = setup.google;
    const id = drive.add({ name: 'Referat.docx', mimeType: docxType, bytes: docx });
    setup.environment.time += 60_000;
    drive.type(id, docx, 'ola@example.no');
    const client = await setup.connectDrive();
    const file = await client.get({ what: 'document', id });
    expect(file).toMatchObject({
      type: docxType,
      size: docx.length,
      modifiedBy: { name: 'ola', isMe: false },
    });
    expect(file.modified).toBe(wallTimeAt(new Date(setup.environment.time)));
    expect(Buffer.from(await client.docx(file))).toEqual(docx);
    drive.type(id, docx);
    expect((await client.get({ what: 'document', id })).modifiedBy).toBeUndefined();
  });
});

describe('a request to Drive that goes wrong on the way', () => {
  it.each<readonly [string, Fault, string, boolean]>([
    ['500', { status: 500 }, 'unclear', true],
    ['503', { status: 503 }, 'unclear', true],
    ['504', { status: 504 }, 'unclear', false],
    ['a broken connection', { breaks: 'reset' }, 'unclear', false],
    ['an answer that is cut off', { breaks: 'short', applied: true }, 'unclear', false],
    ['a web page', { breaks: 'html', status: 200 }, 'unclear', false],
    ['429', { status: 429 }, 'tooMuch', true],
  ])('is not repeated where it makes a document: %s', async (_name, fault, outcome, isOver) => {
    const folder = setup.google.drive.addFolder();
    const client = await setup.connectDrive();
    setup.google.fault(onCreate, fault);
    expect(await create(client, folder)).toMatchObject({ outcome, isOver });
    expect(setup.google.requests.filter(onCreate)).toHaveLength(1);
    expect(setup.environment.slept).toEqual([]);
  });

  it.each<readonly [string, Fault]>([
    ['429', { status: 429, headers: { 'Retry-After': '7' } }],
    ['503', { status: 503 }],
    ['half a file', { breaks: 'cut' }],
    ['a web page', { breaks: 'html', status: 200 }],
  ])('is repeated where it reads: %s', async (_name, fault) => {
    const { drive } = setup.google;
    const folder = drive.addFolder();
    const id = drive.add({ bytes: docx, folder, appProperties: marks });
    const client = await setup.connectDrive();
    const file = await client.get({ what: 'document', id });
    setup.google.fault(({ path }) => path.endsWith('/export'), fault);
    setup.google.fault(onSearch, fault);
    expect(Buffer.from(await client.docx(file))).toEqual(docx);
    expect(await client.find(marks, await folderOf(client, folder))).toHaveLength(1);
    expect(setup.environment.slept).toHaveLength(2);
  });

  it('gets a new token when the old one has run out, for an upload as well', async () => {
    await login('drive');
    const folder = setup.google.drive.addFolder();
    const client = await setup.connectDrive({});
    const where = await folderOf(client, folder);
    setup.google.accounts.expireTokens();
    const answer = await client.create({ name: 'Referat', docx, folder: where, marks });
    expect(answer.outcome).toBe('made');
    expect(setup.google.requests.filter(onCreate).map(({ answered }) => answered?.status)).toEqual([
      401, 200,
    ]);
  });
});

/** What goes wrong, what is asked, and what is said of it. */
const REFUSED: readonly (readonly [name: string, does: () => Promise<unknown>, said: RegExp])[] = [
  [
    'no such folder',
    async () => create(await setup.connectDrive(), '1NoSuchFolder'),
    /no folder with the ID 1NoSuchFolder.*«Mappe for referat».*as Editor/u,
  ],
  [
    'a folder that is not shared',
    async () => create(await setup.connectDrive(), foreignFolder('none')),
    /no folder with the ID/u,
  ],
  [
    'a folder that is shared for reading',
    async () => create(await setup.connectDrive(), foreignFolder('reader')),
    /does not let .* make documents in the folder https:\/\/drive\.google\.com\/drive\/folders\/.*Editor/u,
  ],
  [
    'the storage of a service account',
    async () =>
      create(
        await setup.connectDrive({ serviceAccountFile: await setup.file('key.json', keyFile) }),
        setup.google.drive.addFolder(),
      ),
    /skript@felles.* is a service account, and has no storage.*npm run login -- --drive.*shared drive/u,
  ],
  [
    'storage that is full',
    async () => {
      answer(onCreate, 'storageQuotaExceeded', "The user's Drive storage quota has been exceeded.");
      return create(await setup.connectDrive(), setup.google.drive.addFolder());
    },
    /storage of .* is full.*no document was made/u,
  ],
  [
    'a token that only reads',
    async () =>
      create(
        await setup.connectDrive({ accessToken: setup.driveToken('drive.readonly') }),
        setup.google.drive.addFolder(),
      ),
    /does not allow making documents.*scope drive and/u,
  ],
  [
    'a token of drive.file',
    async () => {
      const client = await setup.connectDrive({ accessToken: setup.driveToken('drive.file') });
      const wide = await setup.connectDrive();
      const folder = await folderOf(wide, setup.google.drive.addFolder());
      return client.create({ name: 'Referat', docx, folder, marks });
    },
    /does not let .* make documents.*the token is too narrow: it needs the scope drive/u,
  ],
  [
    'a login without Drive',
    async () => {
      await login('spreadsheets');
      return create(await setup.connectDrive({}), setup.google.drive.addFolder());
    },
    /kari@example\.no does not allow reading on Google Drive.*npm run login -- --drive/u,
  ],
  [
    'a login that only reads Drive',
    async () => {
      await login('drive.readonly');
      return create(await setup.connectDrive({}), setup.google.drive.addFolder());
    },
    /kari@example\.no does not allow making documents.*npm run login -- --drive/u,
  ],
  [
    'nobody',
    async () => setup.connectDrive({}, { origin: undefined }),
    /No Google account is set up for Google Drive.*npm run login -- --drive/u,
  ],
  [
    'an API that is not enabled',
    async () => {
      setup.google.drive.isEnabled = false;
      return create(await setup.connectDrive(), setup.google.drive.addFolder());
    },
    /Google Drive API is not enabled.*apis\/api\/drive\.googleapis\.com/u,
  ],
  [
    'an organisation that forbids it',
    async () => {
      answer(onCreate, 'domainPolicy', 'The domain administrators have disabled Drive apps.');
      return create(await setup.connectDrive(), setup.google.drive.addFolder());
    },
    /organisation does not allow.*disabled Drive apps.*administrators/u,
  ],
  [
    'a reason that nobody has told of',
    async () => {
      answer(onCreate, 'somethingNew', 'Something new.');
      return create(await setup.connectDrive(), setup.google.drive.addFolder());
    },
    /refused \(403\): Something new\. Open https:\/\/drive\.google\.com\/drive\/folders/u,
  ],
  [
    'a document that is too large to send',
    async () => {
      const client = await setup.connectDrive();
      const folder = await folderOf(client, setup.google.drive.addFolder());
      return client.create({ name: 'Referat', docx: Buffer.alloc(6e6), folder, marks });
    },
    /«Referat» is too large for Google Drive: 5\.7 MB/u,
  ],
  ['a document that is too large to export', () => fetched({ bytes: Buffer.alloc(11e6) }), /at most 10 MB/u],
  [
    'a .docx that is too large',
    () => fetched({ mimeType: docxType, bytes: Buffer.alloc(27e6) }),
    /too large: 25\.7 MB/u,
  ],
  ['a folder', () => fetched({ mimeType: folderType }), /is a folder, not a Google document/u],
  ['a PDF file', () => fetched({ mimeType: 'application/pdf' }), /is a PDF file, not/u],
  [
    'a document that may not be downloaded',
    () => {
      answer(
        ({ path }) => path.endsWith('/export'),
        'cannotExportFile',
        'This file cannot be exported by the user.',
      );
      return fetched({});
    },
    /may see the document, but not download it/u,
  ],
  [
    'no such document',
    async () => (await setup.connectDrive()).get({ what: 'document', id: '1NoSuchDocument' }),
    /no document with the ID 1NoSuchDocument.*Share the document with this address/u,
  ],
];

function foreignFolder(everybody: 'none' | 'reader'): string {
  return setup.google.drive.addFolder({ owner: 'ola@example.no', everybody });
}

async function fetched(start: Parameters<typeof setup.google.drive.add>[0]): Promise<unknown> {
  const id = setup.google.drive.add(start);
  const client = await setup.connectDrive();
  return client.docx(await client.get({ what: 'document', id }));
}

function answer(which: (request: { path: string }) => boolean, reason: string, message: string): void {
  const errors = [{ domain: 'global', reason, message }];
  setup.google.fault(which, { status: 403, body: { error: { code: 403, message, errors } } });
}

describe('an error of Drive for the operator', () => {
  it.each(REFUSED)('tells of %s, and nothing is made', async (_name, does, said) => {
    expect(told(await userErrorOf(does()))).toMatch(said);
    expect(setup.environment.slept).toEqual([]);
    expect(secretsIn(setup.environment.said)).toEqual([]);
    const made = [...setup.google.drive.items.values()].filter(({ isOfApp }) => isOfApp);
    expect(made).toEqual([]);
  });
});

describe('the account that asks Drive', () => {
  const who = async (): Promise<string | undefined> => {
    const serviceAccountFile = await setup.file('key.json', keyFile);
    return (await setup.connectDrive({ serviceAccountFile })).who.account;
  };

  it('is the login where it covers Drive, and otherwise the service account', async () => {
    expect(await who()).toBe(serviceAddress);
    await login('spreadsheets');
    expect(await who()).toBe(serviceAddress);
    await login('spreadsheets', 'drive');
    expect(await who()).toBe(kari);
  });

  it('asks for no more than reading until a document is made', async () => {
    const folder = setup.google.drive.addFolder({ driveId: '0ASharedDrivePVA' });
    const client = await setup.connectDrive({ serviceAccountFile: await setup.file('key.json', keyFile) });
    const scopes = (): readonly string[] =>
      setup.google.requests
        .filter(({ path }) => path === '/token')
        .map(({ body }) => {
          const [, payload = ''] = (body as { assertion: string }).assertion.split('.');
          return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { scope: string }).scope;
        });
    await client.find(marks, await folderOf(client, folder));
    expect(scopes()).toEqual(['https://www.googleapis.com/auth/drive.readonly']);
    await create(client, folder);
    expect(scopes().slice(1)).toEqual(['https://www.googleapis.com/auth/drive']);
  });
});
