import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { UserError } from '../../src/domain/user-error.ts';
import { ConnectionFault } from '../../src/google/transport.ts';
import { classifyNoAnswer } from '../../src/google/faults.ts';
import type { SheetsClient } from '../../src/google/sheets-client.ts';
import {
  client as oauthClient,
  googleSetupForEach,
  keyFile,
  secretsIn,
  serviceAddress,
  userErrorOf,
} from './connecting.ts';

const setup = googleSetupForEach();
const minutes = 60_000;

const read = (client: SheetsClient): Promise<unknown> => client.get(setup.spreadsheetId, 'spreadsheetId');
const write = (client: SheetsClient): Promise<unknown> =>
  client.batchUpdate(setup.spreadsheetId, { requests: [{ addSheet: {} }] }, 'replies');
const asService = async (): Promise<SheetsClient> =>
  setup.connect({ serviceAccountFile: await setup.file('key.json', keyFile) });

/** As the person who logged in earlier, whose access token has run out. */
async function asUser(scope = 'spreadsheets'): Promise<SheetsClient> {
  const scopes = [`https://www.googleapis.com/auth/${scope}`];
  const refreshToken = setup.google.accounts.secret('refresh-token');
  const email = 'kari@example.no';
  setup.google.accounts.refreshTokens.set(refreshToken, { email, scopes, clientId: oauthClient.id });
  await setup.file(setup.loginName(), { client: oauthClient, refreshToken, scopes, account: email });
  return setup.connect({});
}

const told = ({ message, advice }: UserError): string => `${message} ${advice}`;

/** What goes wrong, as whom, and what is said of it. */
const REFUSED: readonly (readonly [
  name: string,
  as: () => Promise<SheetsClient>,
  does: (client: SheetsClient) => Promise<unknown>,
  wrong: () => void,
  said: RegExp,
])[] = [
  [
    'a sheet not shared with the service account',
    asService,
    read,
    () => share('none'),
    /did not give access to.*Share the sheet with this address as Editor.*skript@felles\.iam/u,
  ],
  [
    'a sheet not shared with the person',
    asUser,
    read,
    () => share('none'),
    /Share the sheet with this address.*kari@example\.no/u,
  ],
  [
    'a sheet not shared with whoever has the token',
    () => setup.connect(),
    read,
    () => share('none'),
    /Share.*the account that GOOGLE_ACCESS_TOKEN belongs to/u,
  ],
  [
    'a reader that writes',
    asService,
    write,
    () => share('reader'),
    /reading the spreadsheet, but not writing.*an Editor.*skript@felles\.iam.*in the bin or locked/u,
  ],
  [
    'an API that is not enabled',
    asService,
    read,
    () => {
      setup.google.enableApi(false);
    },
    /API is not enabled.*Enable it at https:\/\/console\.developers\.google\.com\/apis\/api\/sheets\.googleapis\.com\/overview\?project=\w+, wait/u,
  ],
  [
    'a login for reading that writes',
    () => asUser('spreadsheets.readonly'),
    write,
    () => undefined,
    /kari@example\.no can only read spreadsheets.*npm run login/u,
  ],
  [
    'a token for something else',
    () =>
      Promise.resolve(
        setup.connect({
          accessToken: setup.google.accounts.issue({
            email: 'ola@example.no',
            scopes: ['https://www.googleapis.com/auth/calendar'],
          }),
        }),
      ),
    read,
    () => undefined,
    /does not allow that with spreadsheets.*new token/u,
  ],
  [
    'a wrong id',
    () => setup.connect(),
    (client) => client.get('1WrongWrongWrongWrongWrongWrongWrong', 'spreadsheetId'),
    () => undefined,
    /no Google Sheet with the id 1Wrong.*--spreadsheet/u,
  ],
  [
    'a token that has run out',
    () => setup.connect(),
    read,
    () => {
      setup.google.accounts.expireTokens();
    },
    /does not accept GOOGLE_ACCESS_TOKEN.*Get a new token/u,
  ],
  [
    'a login that was taken back',
    asUser,
    read,
    () => {
      setup.google.accounts.refreshTokens.clear();
    },
    /login to Google has expired, or was revoked.*npm run login.*seven days/u,
  ],
  [
    'a login that an organisation ends',
    asUser,
    read,
    () => {
      const body = { error: 'invalid_grant', error_description: 'reauth related error (invalid_rapt)' };
      setup.google.fault(1, { status: 400, body });
    },
    /expired.*npm run login.*Your organisation ends such logins/u,
  ],
  [
    'an owner without room',
    () => setup.connect(),
    write,
    () => {
      answer(403, 'PERMISSION_DENIED', "The user's Drive storage quota has been exceeded.");
    },
    /storage of the owner of the sheet is full.*Ask its owner/u,
  ],
  [
    'an organisation that closes its sheets',
    () => setup.connect(),
    read,
    () => {
      answer(403, 'PERMISSION_DENIED', 'The domain administrators have disabled Drive apps.');
    },
    /organisation does not allow this access \(403\): The domain administrators.*docs\/google\.md/u,
  ],
  [
    'a quota of a day',
    () => setup.connect(),
    read,
    () => {
      answer(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for limit 'Read requests per day' of service.");
    },
    /daily quota .* is used up.*nine in the morning/u,
  ],
  [
    'an OAuth client that is gone',
    asUser,
    read,
    () => {
      setup.google.accounts.clients.clear();
    },
    /does not know the OAuth client.*GOOGLE_OAUTH_CLIENT/u,
  ],
  [
    'a service account that is gone',
    asService,
    read,
    () => {
      setup.google.accounts.services.clear();
    },
    /does not know the key of the service account.*Make a new key/u,
  ],
  [
    'a clock that is 12 minutes ahead',
    asService,
    read,
    () => {
      setup.environment.ahead = 12 * minutes;
    },
    /clock of this machine is 12 minutes ahead of Google's.*Set the clock/u,
  ],
  [
    'a clock that is a day behind',
    asService,
    read,
    () => {
      setup.environment.ahead = -24 * 60 * minutes;
    },
    /24 hours behind/u,
  ],
  [
    'a given token, and a clock that is wrong',
    () => setup.connect(),
    read,
    () => {
      setup.google.accounts.expireTokens();
      setup.environment.ahead = 10 * minutes;
    },
    /10 minutes ahead/u,
  ],
  [
    'a file that is no sheet',
    () => setup.connect(),
    read,
    () => {
      answer(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document');
    },
    /is not a Google Sheet.*Save as Google Sheets/u,
  ],
  [
    'something that Google does not understand',
    () => setup.connect(),
    read,
    () => {
      answer(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    },
    /refused \(400\): Request contains an invalid argument/u,
  ],
  [
    'a status that nobody expects',
    () => setup.connect(),
    write,
    () => {
      answer(418, 'TEAPOT', 'I am a teapot.');
    },
    /refused \(418\): I am a teapot/u,
  ],
  [
    'a proxy that wants to know who we are',
    () => setup.connect(),
    read,
    () => {
      page(407);
    },
    /A web page came instead of Google's answer \(407\).*HTTPS_PROXY/u,
  ],
  [
    'a proxy that forbids',
    () => setup.connect(),
    write,
    () => {
      page(403);
    },
    /A web page came instead of Google's answer \(403\)/u,
  ],
  [
    'the login page of a guest network',
    () => setup.connect(),
    read,
    () => {
      page(302);
    },
    /A web page came instead of Google's answer \(302\).*log in if it asks/u,
  ],
];

function share(role: 'none' | 'reader'): void {
  for (const email of [serviceAddress, 'kari@example.no', 'skript@example.no'])
    setup.google.share(setup.spreadsheetId, email, role);
}

function answer(code: number, status: string, message: string): void {
  setup.google.fault(1, { status: code, body: { error: { code, message, status } } });
}

function page(status: number): void {
  setup.google.fault(1, { status, headers: { 'Content-Type': 'text/html' }, body: '<html>Logg inn</html>' });
}

describe('an error for the operator', () => {
  it.each(REFUSED)('tells of %s', async (_name, as, does, wrong, said) => {
    const client = await as();
    wrong();
    expect(told(await userErrorOf(does(client)))).toMatch(said);
    expect(setup.environment.slept).toEqual([]);
    expect(secretsIn(setup.environment.said)).toEqual([]);
  });

  it('tells of a service account that may not make a spreadsheet', async () => {
    const client = await asService();
    await read(client);
    setup.google.fault(2, { status: 403 });
    const error = await userErrorOf(client.create({ properties: { title: 'Nytt' } }, 'spreadsheetId'));
    expect(told(error)).toMatch(/did not let skript@felles.* make a spreadsheet.*no storage of its own/u);
  });

  it('tells of an account whose room is used up', async () => {
    const client = await setup.connect();
    const errors = [{ domain: 'usageLimits', reason: 'storageQuotaExceeded', message: 'Full' }];
    setup.google.fault(1, { status: 403, body: { error: { code: 403, message: 'Full', errors } } });
    const error = await userErrorOf(client.create({ properties: { title: 'Nytt' } }, 'spreadsheetId'));
    expect(told(error)).toMatch(
      /did not let .* make a spreadsheet.*its storage is full.*empty sheet in the browser/u,
    );
  });

  it('does not repeat a secret that an answer repeats', async () => {
    const client = await setup.connect({ accessToken: 'ya29.hemmelig' });
    answer(400, 'INVALID_ARGUMENT', 'Bad header: Authorization: Bearer ya29.hemmelig\nand so on');
    expect((await userErrorOf(read(client))).message).toBe(
      'Google refused (400): Bad header: Authorization: … and so on',
    );
  });
});

describe('without a network', () => {
  it('says that nobody listens there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await once(server.close(), 'close');
    const client = await setup.connect(undefined, { origin: `http://127.0.0.1:${port}` });
    for (const does of [read, write]) {
      const error = await userErrorOf(does(client));
      expect(told(error)).toMatch(/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\).*on the network/u);
    }
    expect(setup.environment.slept).toEqual([]);
  });

  it('does not talk to what cannot prove that it is Google', async () => {
    const client = await setup.connect(undefined, {
      origin: setup.google.origin.replace('http:', 'https:'),
    });
    expect(told(await userErrorOf(read(client)))).toMatch(
      /is not safe.*nothing was sent.*NODE_EXTRA_CA_CERTS/u,
    );
    expect(setup.google.requests).toEqual([]);
  });

  it.each([
    ['ENOTFOUND', /cannot be reached/u],
    ['EAI_AGAIN', /cannot be reached/u],
    ['ENETUNREACH', /cannot be reached/u],
    ['EHOSTUNREACH', /cannot be reached/u],
    ['CERT_HAS_EXPIRED', /not safe/u],
    ['CERT_NOT_YET_VALID', /not safe/u],
    ['SELF_SIGNED_CERT_IN_CHAIN', /not safe/u],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /not safe/u],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /not safe/u],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /not safe/u],
  ])('tells what %s means, and where', (code, said) => {
    const result = classifyNoAnswer(new ConnectionFault(code, 'sheets.googleapis.com'));
    expect(result).toMatchObject({
      kind: 'stops',
      error: { message: expect.stringMatching(said) as string },
    });
    expect(result).toMatchObject({ error: { message: expect.stringContaining(code) as string } });
  });

  it.each([
    ['ENOTFOUND', 'stops'],
    ['ECONNREFUSED', 'stops'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'stops'],
    // These may come after the message has gone.
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'transient'],
    ['EPROTO', 'transient'],
    ['EHOSTUNREACH', 'transient'],
    ['ENETDOWN', 'transient'],
    ['ECONNRESET', 'transient'],
  ])('of mail tells by %s that nothing was sent only where that is sure: %s', (code, kind) => {
    const result = classifyNoAnswer(new ConnectionFault(code, 'gmail.googleapis.com'), { action: 'send' });
    expect(result.kind).toBe(kind);
  });

  it('lets a fault of our own through, without the request that it came with', () => {
    const bug = new TypeError('x is not a function');
    const wrapped = Object.assign(new Error('wrapped', { cause: bug }), {
      config: { headers: { authorization: 'Bearer fake-access-token-1' } },
    });
    expect(secretsIn(wrapped)).toHaveLength(1);
    for (const error of [bug, wrapped]) expect(() => classifyNoAnswer(error)).toThrow(bug);
    expect(() => classifyNoAnswer(Object.assign(new Error('bare'), { config: {} }))).toThrow(/^bare$/u);
  });
});
