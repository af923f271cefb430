import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { makeWorld, type TestWorld } from '../support/world.ts';
import { lots } from '../delivery/send/schedules.ts';

/** More where there is time for them: FELLES_CRASHES=20. */
const CRASHES = Number(process.env['FELLES_CRASHES'] ?? '5');
const mailing = 'out/announce/a-2026-038-announcement-r1';
const count = 210;
const root = join(import.meta.dirname, '../..');

let world: TestWorld;
let states: string;
let server: SMTPServer;
let url: string;
/** How often the server has really taken a message to each address. */
const received = new Map<string, number>();

beforeEach(async () => {
  world = await makeWorld();
  states = await mkdtemp(join(tmpdir(), 'felles-states-'));
  received.clear();
  await world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']);
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      text(stream).then(
        () => {
          for (const { address } of envelope.rcptTo) received.set(address, (received.get(address) ?? 0) + 1);
          done(null);
        },
        // The process that was sending is gone.
        () => undefined,
      );
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  url = `smtp://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}?perMinute=600000`;
});
afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
  await world.remove();
  await rm(states, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
}

/** `npm run send` as a process of its own; killed after so many milliseconds, if it still runs. */
async function send(state: string, killAfter?: number): Promise<Ended> {
  const record: unknown = JSON.parse(await readFile(join(world.folder, mailing, 'mailing.json'), 'utf8'));
  const hash =
    typeof record === 'object' && record !== null && 'planHash' in record ? String(record.planHash) : '';
  const argv = ['--import', import.meta.resolve('tsx'), join(root, 'scripts/send.ts'), mailing];
  const child = spawn(process.execPath, [...argv, '--outbox', 'smtp', '--approve', hash], {
    cwd: world.folder,
    env: { ...process.env, FELLES_STATE: join(states, state), SMTP_URL: url },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [stdout, ended] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  clearTimeout(timer);
  const code: unknown = ended[0];
  return { code: typeof code === 'number' ? code : null, stdout };
}

const mostReceived = (): number => Math.max(0, ...received.values());

it('kill -9 at any moment: nobody gets two, nobody is lost, and every unclear one is named', async () => {
  const draw = lots(20_261_123);
  let killed = 0;
  for (let crash = 0; crash < CRASHES; crash += 1) {
    const { code } = await send('one', 350 + draw() * 900);
    if (code === null) killed += 1;
  }
  const { stdout } = await send('one');
  expect(mostReceived()).toBe(1);
  const sent = Number(/^(\d+) of 210 sent/u.exec(stdout)?.[1]);
  const unclear = Number(/^ {2}(\d+) unclear/mu.exec(stdout)?.[1] ?? '0');
  expect(sent + unclear).toBe(count);
  // At most the one message that was on its way at each stop.
  expect(unclear).toBeLessThanOrEqual(killed);
  expect(received.size).toBeGreaterThanOrEqual(sent);
  expect(stdout.match(/^ {4}[0-9a-f]{32} /gmu)?.length ?? 0).toBe(unclear);
}, 600_000);

it('two machines at once: each recipient gets one from one of them', async () => {
  const both = await Promise.all([send('one'), send('two')]);
  const again = await send('one');
  expect(mostReceived()).toBe(1);
  expect(received.size).toBe(count);
  expect(again.stdout).toContain(`${String(count)} of ${String(count)} sent`);
  expect(both.map(({ code }) => code)).not.toContain(null);
}, 120_000);
