import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';
import { registerReader, storeLedger } from '../src/app/send/store-ledger.ts';
import { createComposer, type Composer } from '../src/delivery/compose.ts';
import { nodeDisk, type JournalDisk } from '../src/delivery/journal/disk.ts';
import { openJournal } from '../src/delivery/journal/journal.ts';
import { parseSmtpUrl, smtpOutbox } from '../src/delivery/outboxes/smtp.ts';
import { BATCH, runSend, type SendEnvironment } from '../src/delivery/send/run.ts';
import { sumsOf } from '../src/delivery/send/recipient-status.ts';
import { connectSheets } from '../src/google/sheets-client.ts';
import { systemEnvironment } from '../src/google/environment.ts';
import { planSetup } from '../src/register/setup.ts';
import { googleStore } from '../src/stores/google/google-store.ts';
import { nowAt } from '../test/support/build-workbook.ts';
import { ROOT } from './child.ts';

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

/** Milliseconds by the clock, and those that this process has computed: the mail server is in it. */
interface Spent {
  readonly milliseconds: number;
  readonly cpu: number;
}

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - started, cpu: (user + system) / 1000 };
}

async function nodemailerLoop(port: number, recipients: readonly Recipient[]): Promise<Spent> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
    ignoreTLS: true,
  });
  const cost = await spent(async () => {
    for (const { address } of recipients)
      await transport.sendMail({ ...letter, from: head.sender, replyTo: head.replyTo, to: address });
  });
  transport.close();
  return cost;
}

interface Cost extends Spent {
  readonly writes: number;
  readonly reads: number;
  /** How often the journal waited for the disk. */
  readonly syncs: number;
  readonly megabytesIn: number;
}

/** What the send alone costs. */
async function timed(
  recipients: readonly Recipient[],
  compose: Composer,
  by: Pick<SendEnvironment, 'journal' | 'outbox' | 'ledger'>,
): Promise<Spent> {
  let sent = 0;
  const cost = await spent(async () => {
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
        findLeftOut: () => new Map(),
        report: () => undefined,
      },
    );
    ({ sent } = sumsOf(statuses.values()));
  });
  if (sent !== recipients.length) throw new Error('not all were sent');
  return cost;
}

/** The machine's own disk, and how often it was synced. */
function countingDisk(): { readonly disk: JournalDisk; readonly syncs: () => number } {
  let syncs = 0;
  const open = async (path: string): ReturnType<JournalDisk['open']> => {
    const file = await nodeDisk.open(path);
    return {
      ...file,
      sync: () => {
        syncs += 1;
        return file.sync();
      },
    };
  };
  return { disk: { ...nodeDisk, open }, syncs: () => syncs };
}

const place = z.object({ origin: z.string(), token: z.string(), sheet: z.string() });
const counts = z.object({ writes: z.number(), reads: z.number(), megabytesIn: z.number() });

interface GoogleProcess extends z.infer<typeof place> {
  /** What it is asked counts from here on. */
  begin(): void;
  end(): Promise<z.infer<typeof counts>>;
}

/** In a process of its own: what Google computes is no cost of a send. */
async function startGoogle(): Promise<GoogleProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'bench/google-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  return {
    ...place.parse(await next()),
    begin: () => void child.stdin.write('\n'),
    end: async () => {
      child.stdin.end();
      return counts.parse(await next());
    },
  };
}

/** Everything that a send does: the claims in a Google Sheet, the journal on the disk, the messages by SMTP. */
async function fellesSend(
  port: number,
  recipients: readonly Recipient[],
  compose: Composer,
  connections: number,
): Promise<Cost> {
  const google = await startGoogle();
  const folder = await mkdtemp(join(tmpdir(), 'felles-bench-'));
  const client = await connectSheets({
    credentials: { accessToken: google.token, loginFolder: '' },
    transport: { origin: google.origin },
    environment: systemEnvironment(() => undefined),
  });
  const store = googleStore(client, google.sheet);
  await store.write(planSetup(undefined, {}), await store.read());
  google.begin();
  const { disk, syncs } = countingDisk();
  const journal = await openJournal(join(folder, 'journal.ndjson'), disk);
  const url = `smtp://127.0.0.1:${String(port)}?perMinute=6000000&connections=${String(connections)}`;
  const outbox = smtpOutbox(parseSmtpUrl(url));
  const cost = await timed(recipients, compose, {
    journal,
    outbox,
    ledger: storeLedger(store, registerReader(nowAt('2026-11-23T12:00'))),
  });
  await outbox.close();
  await journal.close();
  const asked = await google.end();
  await rm(folder, { recursive: true });
  return { ...cost, ...asked, syncs: syncs() };
}

/** A whole send with its ledger and journal, against nodemailer in a plain loop that keeps nothing. */
export async function sendingReport(count: number): Promise<string[]> {
  const server = await startMailServer();
  const recipients = recipientsOf(count);
  const compose = await createComposer(head, letter);
  const plain = await nodemailerLoop(server.port, recipients);
  const row = (name: string, ...figures: readonly string[]): string =>
    name.padEnd(20) + figures.map((figure) => figure.padStart(13)).join('');
  const each = (milliseconds: number): string => (milliseconds / count).toFixed(2);
  const against = (one: number, other: number): string => `${(one / other).toFixed(2)} ×`;
  const lines = [
    row('by', 'ms/recipient', 'against it', 'CPU ms each', 'against it', 'syncs', 'reads', 'writes', 'MB in'),
    row('nodemailer, a loop', each(plain.milliseconds), '', each(plain.cpu)),
  ];
  for (const connections of [1, 5]) {
    const cost = await fellesSend(server.port, recipients, compose, connections);
    const { milliseconds, cpu, syncs, reads, writes, megabytesIn } = cost;
    const times = [each(milliseconds), against(milliseconds, plain.milliseconds)];
    const computed = [each(cpu), against(cpu, plain.cpu)];
    const counts = [syncs, reads, writes].map(String);
    lines.push(
      row(`Felles, ${String(connections)} at once`, ...times, ...computed, ...counts, megabytesIn.toFixed(1)),
    );
  }
  await server.close();
  return lines;
}
