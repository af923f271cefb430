import { describe, expect, it } from 'vitest';
import { gmailOutbox } from '../../../src/delivery/outboxes/gmail.ts';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { client as oauthClient, googleSetupForEach, keyFile, secretsIn } from '../../google/connecting.ts';
import type { Fault } from '../../support/google/faults.ts';
import { messageTo } from '../../support/outbox-contract.ts';

const setup = googleSetupForEach();
const scopeOf = { gmail: 'gmail.send', 'gmail-drafts': 'gmail.compose' } as const;
type Name = keyof typeof scopeOf;

/** As the person who has logged in, for these things. */
async function logIn(...scopes: readonly string[]): Promise<void> {
  const allowed = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const refreshToken = setup.google.accounts.secret('refresh-token');
  const grant = { email: 'kari@example.no', scopes: allowed, clientId: oauthClient.id };
  setup.google.accounts.refreshTokens.set(refreshToken, grant);
  const login = { client: oauthClient, refreshToken, scopes: allowed, account: grant.email };
  await setup.file(setup.loginName(), login);
}

async function give(name: Name = 'gmail'): Promise<Delivery> {
  const outbox = gmailOutbox(name, () => setup.connectMail({}));
  const came = await outbox.deliver(messageTo('ola@kommune.example'), () => Promise.resolve());
  expect(secretsIn(came)).toEqual([]);
  return came;
}

const isMail = ({ path }: { readonly path: string }): boolean => path.startsWith('/gmail/');
const taken = (): number => setup.google.mailbox.sent.length + setup.google.mailbox.drafts.length;
const mailRequests = (): number => setup.google.requests.filter(isMail).length;

const apiError = (code: number, status: string, message: string, reason?: string): object => ({
  error: {
    code,
    message,
    status,
    ...(reason === undefined ? {} : { errors: [{ message, domain: 'usageLimits', reason }] }),
  },
});

/** Faults, what is told of them, and how many messages Gmail may have at the end. */
const FAULTS: readonly (readonly [string, Fault, Delivery['is']])[] = [
  ['429', { status: 429, body: apiError(429, 'RESOURCE_EXHAUSTED', 'Too many') }, 'later'],
  [
    '403 for its rate',
    { status: 403, body: apiError(403, '', 'User-rate limit exceeded', 'userRateLimitExceeded') },
    'later',
  ],
  ['400', { status: 400, body: apiError(400, 'INVALID_ARGUMENT', 'Invalid To header') }, 'refused'],
  [
    '400 for no mailbox',
    { status: 400, body: apiError(400, 'FAILED_PRECONDITION', 'Mail service not enabled') },
    'closed',
  ],
  ['403', { status: 403, body: apiError(403, 'PERMISSION_DENIED', 'Delegation denied') }, 'closed'],
  ['a page of a proxy, 403', { status: 403, body: '<html>Blocked</html>' }, 'closed'],
  ['500, not done', { status: 500 }, 'unclear'],
  ['500, done', { status: 500, applied: true }, 'unclear'],
  ['503, done', { status: 503, applied: true }, 'unclear'],
  ['a page, 520', { status: 520, body: '<html>' }, 'unclear'],
  ['a broken connection, not done', { breaks: 'reset' }, 'unclear'],
  ['a broken connection, done', { breaks: 'reset', applied: true }, 'unclear'],
  ['half an answer, done', { breaks: 'cut', applied: true }, 'unclear'],
  ['an answer that is none', { status: 200, body: { threadId: '1' } }, 'unclear'],
];

describe.each(['gmail', 'gmail-drafts'] as const)('%s', (name) => {
  it.each(FAULTS)('asks once, and tells of %s what is sure', async (_, fault, is) => {
    await logIn(scopeOf[name]);
    setup.google.fault(isMail, fault);
    expect((await give(name)).is).toBe(is);
    expect(mailRequests()).toBe(1);
    expect(taken()).toBe(fault.applied === true ? 1 : 0);
    expect(setup.environment.slept).toEqual([]);
  });

  it('is closed where the login is not for it, and says how to get one that is', async () => {
    await logIn('spreadsheets');
    const came = await give(name);
    const flag = name === 'gmail' ? '--gmail' : '--gmail-drafts';
    expect(came).toMatchObject({
      is: 'closed',
      reason: 'Your login as kari@example.no does not cover mail',
      advice: expect.stringContaining(`npm run login -- ${flag}»`) as string,
    });
    expect(mailRequests()).toBe(0);
  });
});

describe('gmail', () => {
  it('asks for a new token where Google does not know the one it has, and sends once', async () => {
    await logIn('gmail.send');
    setup.google.fault(isMail, { status: 401, body: apiError(401, 'UNAUTHENTICATED', 'Expired') });
    expect((await give()).is).toBe('sent');
    expect(taken()).toBe(1);
  });

  it('waits as long as Gmail asks for', async () => {
    await logIn('gmail.send');
    const body = apiError(429, 'RESOURCE_EXHAUSTED', 'Too many');
    setup.google.fault(isMail, { status: 429, body, headers: { 'retry-after': '90' } });
    expect(await give()).toMatchObject({ is: 'later', waitSeconds: 90 });
  });

  it('sends also with a login for drafts, and not the other way', async () => {
    await logIn('gmail.compose');
    expect((await give('gmail')).is).toBe('sent');
    await logIn('gmail.send');
    expect((await give('gmail-drafts')).is).toBe('closed');
  });

  it('is not done by a service account, which has no mailbox', async () => {
    const serviceAccountFile = await setup.file('key.json', keyFile);
    const outbox = gmailOutbox('gmail', () =>
      setup.connectMail({ serviceAccountFile }, { origin: undefined }),
    );
    let isReleased = false;
    const came = await outbox.deliver(messageTo('ola@kommune.example'), () => {
      isReleased = true;
      return Promise.resolve();
    });
    expect(came).toMatchObject({
      is: 'closed',
      reason: 'No Google account is set up for sending with Gmail',
    });
    expect(isReleased).toBe(false);
  });

  it('that does not answer in time is unclear', async () => {
    await logIn('gmail.send');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    setup.google.between((request, moment) => {
      if (!isMail(request) || moment === 'before') return undefined;
      setup.google.runOutOfTime();
      return held;
    });
    const came = await give();
    release();
    expect(came).toEqual({ is: 'unclear', reason: 'Google did not answer in time' });
  });

  it('that cannot be reached is closed', async () => {
    await logIn('gmail.send');
    const outbox = gmailOutbox('gmail', () =>
      setup.connectMail({ accessToken: setup.google.token }, { origin: 'http://127.0.0.1:1' }),
    );
    const came = await outbox.deliver(messageTo('ola@kommune.example'), () => Promise.resolve());
    expect(came).toMatchObject({
      is: 'closed',
      reason: expect.stringContaining('cannot be reached') as string,
    });
  });
});
