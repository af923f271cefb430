/** The outbox `smtp` against a mail server that is not ours: aiosmtpd, as Debian has it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseSmtpUrl, smtpOutbox } from '../../src/delivery/outboxes/smtp.ts';
import { outboxContract } from '../support/outbox-contract.ts';
import { PYTHON } from './checks/tools.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once somebody listens there. */
async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (isThere) return;
    await pause(50);
  }
  throw new Error('aiosmtpd does not listen');
}

/** What the server adds to a message that it keeps. */
const asItCame = (text: string): string =>
  text.replaceAll(/^X-(?:Peer|MailFrom|RcptTo): .*\r?\n(?: .*\r?\n)*/gmu, '').replaceAll(/\r?\n/gu, '\r\n');

outboxContract('smtp, to aiosmtpd,', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-mails-'));
  const mails = join(folder, 'mails');
  const port = await freePort();
  const address = `127.0.0.1:${String(port)}`;
  const argv = ['-m', 'aiosmtpd', '-n', '-l', address, '-c', 'aiosmtpd.handlers.Mailbox', mails];
  const server = spawn(PYTHON, argv, { cwd: folder, stdio: 'ignore' });
  await listening(port);
  return {
    outbox: smtpOutbox(parseSmtpUrl(`smtp://${address}`)),
    delivered: async () => {
      const names = await readdir(join(mails, 'new')).catch(() => []);
      const texts = await Promise.all(names.map((name) => readFile(join(mails, 'new', name), 'utf8')));
      return texts.map(asItCame);
    },
    remove: async () => {
      server.kill();
      await once(server, 'exit');
      await rm(folder, { recursive: true });
    },
  };
});
