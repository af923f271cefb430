import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { registerReader, storeLedger } from '../src/app/send/store-ledger.ts';
import { createComposer, type Composer } from '../src/delivery/compose.ts';
import { openJournal } from '../src/delivery/journal/journal.ts';
import { parseSmtpUrl, smtpOutbox } from '../src/delivery/outboxes/smtp.ts';
import { BATCH, runSend, type SendWorld } from '../src/delivery/send/run.ts';
import { sumsOf } from '../src/delivery/send/recipient-status.ts';
import { connectSheets } from '../src/google/sheets-client.ts';
import { systemEnvironment } from '../src/google/environment.ts';
import { planSetup } from '../src/register/setup.ts';
import { googleStore } from '../src/stores/google/google-store.ts';
import { nowAt } from '../test/support/build-workbook.ts';
import { startFakeGoogle } from '../test/support/google/fake-google.ts';

const letter = {
  standard: 'nb',
  subject: 'Webinar 15. desember: Sentrum i små kommuner',
  html: `<p>${'Har kommunen din en plan for sentrum? '.repeat(200)}</p>`,
  text: 'Har kommunen din en plan for sentrum? '.repeat(200),
} as const;
const head = {
  sender: { name: 'Felles', address: 'post@felles.example' },
  replyTo: 'post@felles.example',
  isList: true,
};

interface Recipient {
  readonly key: string;
  readonly address: string;
  readonly standard: string;
}

const recipientsOf = (count: number): readonly Recipient[] =>
  Array.from({ length: count }, (_, index) => ({
    key: index.toString(16).padStart(32, '0'),
    address: `post@kommune${String(index)}.example`,
    standard: 'nb',
  }));

/** A mail server on this machine that takes all and keeps nothing. */
async function startMailServer(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _, done) => {
      stream.on('end', () => {
        done();
      });
      stream.resume();
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

async function nodemailerLoop(port: number, recipients: readonly Recipient[]): Promise<number> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
    ignoreTLS: true,
  });
  const started = performance.now();
  for (const { address } of recipients)
    await transport.sendMail({ ...letter, from: head.sender, replyTo: head.replyTo, to: address });
  const milliseconds = performance.now() - started;
  transport.close();
  return milliseconds;
}

interface Cost {
  readonly milliseconds: number;
  readonly writes: number;
  readonly reads: number;
  readonly megabytesIn: number;
}

/** Milliseconds of the send alone. */
async function timed(
  recipients: readonly Recipient[],
  compose: Composer,
  by: Pick<SendWorld, 'journal' | 'outbox' | 'ledger'>,
): Promise<number> {
  const started = performance.now();
  const { statuses } = await runSend(
    {
      head: { mailing: 'A-2026-038.announcement.r1', planHash: 'abc' },
      recipients,
      compose: ({ key, address }, sentAt) => compose({ key, address, name: '' }, sentAt),
      limit: Number.POSITIVE_INFINITY,
      batch: BATCH,
    },
    {
      ...{ ...by, machine: 'm-bench', session: '1' },
      clock: {
        now: () => performance.now(),
        sleep: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
        instant: () => '2026-11-23T11:00:00Z',
      },
      stopping: new AbortController().signal,
      judge: () => new Map(),
      report: () => undefined,
    },
  );
  const milliseconds = performance.now() - started;
  if (sumsOf(statuses.values()).sent !== recipients.length) throw new Error('not all were sent');
  return milliseconds;
}

/** Everything that a send does: the claims in a Google Sheet, the journal on the disk, the messages by SMTP. */
async function fellesSend(
  port: number,
  recipients: readonly Recipient[],
  compose: Composer,
  connections: number,
): Promise<Cost> {
  const google = await startFakeGoogle();
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  const client = await connectSheets({
    credentials: { accessToken: google.token, loginFolder: '' },
    transport: { origin: google.origin },
    environment: systemEnvironment(() => undefined),
  });
  const store = googleStore(client, google.createSpreadsheet());
  await store.write(planSetup(undefined, {}), await store.read());
  const from = google.requests.length;
  const journal = await openJournal(join(folder, 'journal.ndjson'));
  const url = `smtp://127.0.0.1:${String(port)}?perMinute=6000000&connections=${String(connections)}`;
  const outbox = smtpOutbox(parseSmtpUrl(url));
  const milliseconds = await timed(recipients, compose, {
    journal,
    outbox,
    ledger: storeLedger(store, registerReader(nowAt('2026-11-23T12:00'))),
  });
  const requests = google.requests.slice(from);
  await outbox.close();
  await journal.close();
  await google.close();
  await rm(folder, { recursive: true });
  const writes = requests.filter(({ method }) => method === 'POST').length;
  return {
    ...{ milliseconds, writes, reads: requests.length - writes },
    megabytesIn: requests.reduce((sum, { answered }) => sum + (answered?.bytes ?? 0), 0) / 1e6,
  };
}

/** A whole send with its ledger and journal, against nodemailer in a plain loop that keeps nothing. */
export async function sendingReport(count: number): Promise<string[]> {
  const server = await startMailServer();
  const recipients = recipientsOf(count);
  const compose = await createComposer(head, letter);
  const plain = await nodemailerLoop(server.port, recipients);
  const lines = [
    `${'by'.padEnd(22)}${'ms/recipient'.padStart(14)}${'against it'.padStart(12)}${'reads'.padStart(8)}${'writes'.padStart(8)}${'MB in'.padStart(8)}`,
    `${'nodemailer, a loop'.padEnd(22)}${(plain / count).toFixed(2).padStart(14)}`,
  ];
  for (const connections of [1, 5]) {
    const cost = await fellesSend(server.port, recipients, compose, connections);
    const name = `Felles, ${String(connections)} at once`;
    lines.push(
      `${name.padEnd(22)}${(cost.milliseconds / count).toFixed(2).padStart(14)}${`${(cost.milliseconds / plain).toFixed(2)} ×`.padStart(12)}${String(cost.reads).padStart(8)}${String(cost.writes).padStart(8)}${cost.megabytesIn.toFixed(1).padStart(8)}`,
    );
  }
  await server.close();
  return lines;
}
