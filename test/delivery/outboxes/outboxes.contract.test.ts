import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { filesOutbox } from '../../../src/delivery/outboxes/files.ts';
import { parseSmtpUrl, smtpOutbox } from '../../../src/delivery/outboxes/smtp.ts';
import { outboxContract } from '../../support/outbox-contract.ts';

outboxContract('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-outbox-'));
  const mails = join(folder, 'mails');
  return {
    outbox: filesOutbox(mails),
    delivered: async () => {
      const names = (await readdir(mails).catch(() => [])).filter((name) => !name.startsWith('.'));
      return Promise.all(names.map((name) => readFile(join(mails, name), 'utf8')));
    },
    remove: () => rm(folder, { recursive: true }),
  };
});

outboxContract('smtp, to a server that others have written,', async () => {
  const taken: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _, done) => {
      text(stream).then(
        (whole) => {
          taken.push(whole);
          done(null, 'queued as 1 for <ola@kommune.example>');
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error('broken'));
        },
      );
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    outbox: smtpOutbox(parseSmtpUrl(`smtp://127.0.0.1:${String(port)}`)),
    delivered: () => Promise.resolve([...taken]),
    remove: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
});
