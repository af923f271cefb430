import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { filesOutbox } from '../../../src/delivery/outboxes/files.ts';
import { gmailOutbox } from '../../../src/delivery/outboxes/gmail.ts';
import { parseSmtpUrl, smtpOutbox } from '../../../src/delivery/outboxes/smtp.ts';
import { connectGmail } from '../../../src/google/gmail-client.ts';
import { systemEnvironment } from '../../../src/google/environment.ts';
import { startFakeGoogle } from '../../support/google/fake-google.ts';
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

const gmailScopes = { gmail: 'gmail.send', 'gmail-drafts': 'gmail.compose' } as const;

for (const name of ['gmail', 'gmail-drafts'] as const) {
  outboxContract(name, async () => {
    const google = await startFakeGoogle();
    const accessToken = google.accounts.issue({
      email: 'kari@example.no',
      scopes: [`https://www.googleapis.com/auth/${gmailScopes[name]}`],
    });
    const { mailbox } = google;
    return {
      outbox: gmailOutbox(name, () =>
        connectGmail({
          credentials: { accessToken, loginFolder: '/nowhere' },
          transport: { origin: google.origin },
          environment: systemEnvironment(() => undefined),
        }),
      ),
      delivered: () => Promise.resolve([...(name === 'gmail' ? mailbox.sent : mailbox.drafts)]),
      remove: () => google.close(),
    };
  });
}

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
