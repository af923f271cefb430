/** What keeps a message from going out in the clear, or as somebody who is not let in. */
import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '../../../src/delivery/outbox.ts';
import { parseSmtpUrl, smtpOutbox } from '../../../src/delivery/outboxes/smtp.ts';
import type { SmtpServer } from '../../../src/delivery/outboxes/smtp-connect.ts';
import { startFaultyServer } from '../../support/smtp/faulty-server.ts';
import { messageTo } from '../../support/outbox-contract.ts';

const servers: SMTPServer[] = [];
let taken = 0;
afterEach(async () => {
  vi.useRealTimers();
  taken = 0;
  for (const server of servers.splice(0)) {
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }
});

async function listen(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    logger: false,
    closeTimeout: 100,
    onData: (stream, _, done) => {
      taken += 1;
      stream.on('end', () => {
        done();
      });
      stream.resume();
    },
    ...options,
  });
  server.on('error', () => undefined);
  servers.push(server);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function deliver(
  server: SmtpServer,
): Promise<{ readonly came: Delivery; readonly isReleased: boolean }> {
  const outbox = smtpOutbox(server);
  let isReleased = false;
  const came = await outbox.deliver(messageTo('ola@kommune.example'), () => {
    isReleased = true;
    return Promise.resolve();
  });
  await outbox.close();
  return { came, isReleased };
}

/** As if the server on this machine were somewhere else. */
const elsewhere = (port: number, more: Partial<SmtpServer> = {}): SmtpServer => ({
  ...parseSmtpUrl(`smtp://127.0.0.1:${String(port)}`),
  isLoopback: false,
  ...more,
});

const offer = '250-faulty\r\n250 STARTTLS\r\n';

describe('a mail server', () => {
  it('that offers no TLS gets nothing, and the run is told to stop', async () => {
    const port = await listen({ disabledCommands: ['STARTTLS', 'AUTH'] });
    const { came, isReleased } = await deliver(elsewhere(port));
    expect(came).toMatchObject({ is: 'closed', reason: 'the mail server offers no safe connection' });
    expect([isReleased, taken]).toEqual([false, 0]);
  });

  it.each([
    ['a whole reply after the answer to STARTTLS', { STARTTLS: '220 go\r\n250 injected\r\n' }, 'plain text'],
    ['half a reply after it', { STARTTLS: '220 go\r\n250-inj' }, 'plain text'],
    ['an answer to STARTTLS before it was asked', { EHLO: `${offer}220 early\r\n` }, 'but did not'],
  ])('that says %s gets nothing, and the run ends at once', async (_, script, reason) => {
    const server = await startFaultyServer();
    server.next({ EHLO: offer, ...script });
    const { came, isReleased } = await deliver(elsewhere(Number(new URL(server.url).port)));
    await server.close();
    expect(came).toMatchObject({ is: 'closed', reason: expect.stringContaining(reason) as unknown });
    expect([isReleased, server.taken]).toEqual([false, []]);
  });

  it('that says the answer to STARTTLS, and no TLS, gets nothing once the time is over', async () => {
    const server = await startFaultyServer();
    server.next({ EHLO: offer, STARTTLS: '220 go\r\n' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // TLS begins with a record of this type.
    const runsOut = server.hears(/STARTTLS\r\n\u0016/u).then(() => vi.advanceTimersByTime(60_000));
    const { came, isReleased } = await deliver(elsewhere(Number(new URL(server.url).port)));
    await runsOut;
    await server.close();
    expect(came).toMatchObject({ is: 'closed', reason: expect.stringContaining('but did not') as unknown });
    expect([isReleased, server.taken]).toEqual([false, []]);
  });

  it('whose certificate is not trusted gets nothing', async () => {
    // smtp-server brings a certificate of its own making.
    const port = await listen({ disabledCommands: ['AUTH'] });
    const { came, isReleased } = await deliver(elsewhere(port));
    expect(came.is).toBe('closed');
    expect([isReleased, taken]).toEqual([false, 0]);
    const secure = await listen({ secure: true, disabledCommands: ['AUTH'] });
    const direct = await deliver(elsewhere(secure, { isSecure: true }));
    expect(direct.came.is).toBe('closed');
    expect([direct.isReleased, taken]).toEqual([false, 0]);
  });

  it('that does not accept the login is reported without the password', async () => {
    const port = await listen({
      disabledCommands: ['STARTTLS'],
      onAuth: (_, __, done) => {
        done(Object.assign(new Error('Invalid login hemmelig'), { responseCode: 535 }));
      },
    });
    const { came, isReleased } = await deliver(parseSmtpUrl(`smtp://ola:hemmelig@127.0.0.1:${String(port)}`));
    expect(came).toMatchObject({ is: 'closed', reason: 'the mail server does not accept the login (535)' });
    expect(JSON.stringify(came)).not.toMatch(/hemmelig|ola/u);
    expect([isReleased, taken]).toEqual([false, 0]);
  });

  it('that breaks off while it is asked to let us in is told of at once', async () => {
    const port = await listen({
      disabledCommands: ['STARTTLS'],
      onAuth: () => {
        for (const server of servers) server.connections.forEach(({ _socket: socket }) => socket.destroy());
      },
    });
    const { came } = await deliver(parseSmtpUrl(`smtp://ola:hemmelig@127.0.0.1:${String(port)}`));
    expect(came.is).toBe('notGiven');
  });

  it('that lets us in takes it', async () => {
    let user: string | undefined;
    const port = await listen({
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _, done) => {
        user = `${String(username)}:${String(password)}`;
        done(null, { user: 'ola' });
      },
    });
    const { came } = await deliver(parseSmtpUrl(`smtp://ola:hem%40melig@127.0.0.1:${String(port)}`));
    expect([came.is, user, taken]).toEqual(['sent', 'ola:hem@melig', 1]);
  });
});
