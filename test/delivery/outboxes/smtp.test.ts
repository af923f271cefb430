import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { parseSmtpUrl, smtpOutbox } from '../../../src/delivery/outboxes/smtp.ts';
import type { SmtpTimeouts } from '../../../src/delivery/outboxes/smtp-connect.ts';
import { afterRelease } from '../../../src/delivery/outboxes/smtp-faults.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { messageTo } from '../../support/outbox-contract.ts';
import { startFaultyServer, type FaultyServer, type Script } from '../../support/smtp/faulty-server.ts';

let server: FaultyServer;
beforeEach(async () => {
  server = await startFaultyServer();
});
afterEach(() => {
  vi.useRealTimers();
  return server.close();
});

const brief = { connect: 400, answer: 400 };

async function deliver(
  script: Script,
  timeouts?: SmtpTimeouts,
): Promise<{ readonly came: Delivery; readonly isReleased: boolean }> {
  server.next(script);
  const outbox = smtpOutbox(parseSmtpUrl(server.url), timeouts);
  let isReleased = false;
  const came = await outbox.deliver(messageTo('ola@kommune.example'), () => {
    isReleased = true;
    return Promise.resolve();
  });
  await outbox.close();
  return { came, isReleased };
}

/** What goes wrong, what came of it, whether it was released before, and how many messages the server has. */
const before: readonly (readonly [string, Script, Delivery['is']])[] = [
  ['a greeting that says no', { greeting: '421 busy\r\n' }, 'later'],
  ['a greeting that turns us away', { greeting: '554 not from you\r\n' }, 'closed'],
  ['a connection that breaks at once', { greeting: null }, 'notGiven'],
  ['a connection that breaks after EHLO', { EHLO: null }, 'notGiven'],
  ['a sender that is not taken', { MAIL: '553 not yours\r\n' }, 'closed'],
  ['a sender that is not taken now', { MAIL: '451 later\r\n' }, 'later'],
  ['a recipient that is not there', { RCPT: '550 no such user\r\n' }, 'refused'],
  ['a grey list', { RCPT: '451 come back\r\n' }, 'later'],
  ['a connection that breaks at the recipient', { RCPT: null }, 'notGiven'],
  ['a message that is not taken at all', { DATA: '554 no\r\n' }, 'refused'],
  ['a connection that breaks before the message', { DATA: null }, 'notGiven'],
];

const silentBefore: readonly (readonly [string, Script])[] = [
  ['no greeting', { greeting: '' }],
  ['silence before the message', { DATA: '' }],
];

const after: readonly (readonly [string, Script, Delivery['is']])[] = [
  ['a message that is refused', { dot: '552 too large\r\n' }, 'refused'],
  ['a message that is refused for now', { dot: '451 try again\r\n' }, 'later'],
  ['421 after the dot', { dot: '421 closing\r\n' }, 'later'],
  ['a connection that breaks', { dot: null }, 'unclear'],
];

const silentAfter: readonly (readonly [string, Script])[] = [
  ['half a reply', { dot: '25' }],
  ['half a reply with its end', { dot: '25\r\n' }],
  ['a reply without its end', { dot: '250 ok' }],
  ['a reply that is none', { dot: 'what?\r\n' }],
  ['silence', { dot: '' }],
];

describe('what goes wrong before the end of the message is held back no longer', () => {
  it.each(before)('%s', async (_, script, is) => {
    const { came, isReleased } = await deliver(script);
    expect([came.is, isReleased, server.taken.length]).toEqual([is, false, 0]);
  });

  it.each(silentBefore)('%s', async (_, script) => {
    const { came, isReleased } = await deliver(script, brief);
    expect([came.is, isReleased, server.taken.length]).toEqual(['notGiven', false, 0]);
  });
});

describe('what goes wrong after the end of the message', () => {
  it.each(after)('%s', async (_, script, is) => {
    const { came, isReleased } = await deliver(script);
    expect([came.is, isReleased, server.taken.length]).toEqual([is, true, 1]);
  });

  // The time runs out when the server has the whole message, and not before on a slow machine.
  it.each(silentAfter)('%s', async (_, script) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const runsOut = server.hears(/\r\n\.\r\n$/u).then(() => vi.advanceTimersByTime(3_600_000));
    const { came, isReleased } = await deliver(script);
    await runsOut;
    expect([came.is, isReleased, server.taken.length]).toEqual(['unclear', true, 1]);
  });

  it('a connection whose time is over', () => {
    expect(afterRelease(Object.assign(new Error(), { code: 'ETIMEDOUT' })).is).toBe('unclear');
  });
});

it('is sent when the server said so and then broke', async () => {
  const { came } = await deliver({});
  expect(came).toEqual({ is: 'sent', receipt: '250 2.0.0 queued as 4711' });
});

it('has a connection for each message on its way, and uses them again', async () => {
  const outbox = smtpOutbox(parseSmtpUrl(server.url));
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const give = (key: string): Promise<Delivery> =>
    outbox.deliver(messageTo(`${key}@x.example`, key, key.repeat(32)), () => Promise.resolve());
  const first = await Promise.all(keys.slice(0, 3).map(give));
  const second = await Promise.all(keys.slice(3).map(give));
  await outbox.close();
  expect([...first, ...second].map(({ is }) => is)).toEqual(keys.map(() => 'sent'));
  expect([server.taken.length, server.connections]).toEqual([6, 3]);
});

it('opens a new connection where the server has ended the one that was idle', async () => {
  const outbox = smtpOutbox(parseSmtpUrl(server.url));
  const give = (): Promise<Delivery> => outbox.deliver(messageTo('a@x.example'), () => Promise.resolve());
  expect((await give()).is).toBe('sent');
  await server.hangUp();
  expect((await give()).is).toBe('sent');
  await outbox.close();
  expect(server.connections).toBe(2);
});

it('goes on with a new connection after one that broke', async () => {
  server.next({ RCPT: null });
  const outbox = smtpOutbox(parseSmtpUrl(server.url));
  const release = (): Promise<void> => Promise.resolve();
  expect((await outbox.deliver(messageTo('a@x.example'), release)).is).toBe('notGiven');
  expect((await outbox.deliver(messageTo('a@x.example'), release)).is).toBe('sent');
  await outbox.close();
});

it('sends nothing in the clear to another machine, and says so', async () => {
  const { port } = new URL(server.url);
  const outbox = smtpOutbox({ ...parseSmtpUrl(`smtp://127.0.0.1:${port}`), isLoopback: false });
  const came = await outbox.deliver(messageTo('a@x.example'), () => Promise.resolve());
  expect(came).toMatchObject({ is: 'closed', reason: 'the mail server offers no safe connection' });
  expect(server.taken).toEqual([]);
});

describe('SMTP_URL', () => {
  it('names a server, a user and a password', () => {
    expect(parseSmtpUrl('smtps://ola:p%40ss@mail.example')).toEqual({
      host: 'mail.example',
      port: 465,
      isSecure: true,
      isLoopback: false,
      user: 'ola',
      password: 'p@ss',
      perMinute: 60,
      connections: 1,
    });
    expect(parseSmtpUrl('smtp://[::1]:2525?perMinute=5&connections=4')).toMatchObject({
      isLoopback: true,
      port: 2525,
      perMinute: 5,
      connections: 4,
    });
  });

  it.each([
    '',
    'mail.example',
    'https://mail.example',
    'smtp://',
    'smtp://ola:hemmelig@mail.example?perMinute=mange',
    'smtp://ola:hemmelig@mail.example?connections=0',
  ])('%j is refused, and nothing of it is told', (text) => {
    expect(() => parseSmtpUrl(text)).toThrow(UserError);
    expect(() => parseSmtpUrl(text)).not.toThrow('hemmelig');
  });
});
