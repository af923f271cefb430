/** `npm run send` killed with -9 at moments that its mail server chooses: the connection, each command, the dot, the answer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { cellValue, type Cell } from '../../src/domain/workbook.ts';
import { createWorkbookFile, xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { lots } from '../delivery/send/schedules.ts';
import { makeWorld, type TestWorld } from '../support/world.ts';
import { startMailServer, type MailServer, type Moment } from './support/mail-server.ts';
import { variant } from './support/mailings.ts';
import { addedAddress, smallRegister } from './support/small-register.ts';
import { startSend, type Ended, type Sending } from './support/senders.ts';

/** `npm run test:crash -- --long` has ten times as many. */
const KILLS = Number(process.env['FELLES_CRASHES'] ?? '200');
const RECIPIENTS = 500;
/** So many moments of the mail server pass between two kills: seven for each message. */
const MOST_MOMENTS = Math.min(40, Math.max(3, Math.floor(((RECIPIENTS * 7) / KILLS) * 1.6)));

let world: TestWorld;
let server: MailServer;
let mailing: string;
let hash: string;
let running: Sending | undefined;
let momentsLeft = Number.POSITIVE_INFINITY;
let delay = 0;
/** At which moments it was killed, and how often. */
const killedAt = new Map<Moment, number>();

beforeEach(async () => {
  world = await makeWorld();
  const path = join(world.folder, 'register.xlsx');
  await createWorkbookFile(path, smallRegister(60, RECIPIENTS));
  const about = ['--webinar', 'A-2026-038', '--kind', 'announcement', '--target', 'slag:kommune'];
  expect((await world.run(announceCommand, about)).stderr).toContain('checks are in order');
  const made = join(world.folder, 'out/announce/a-2026-038-announcement-r1');
  mailing = await mkdtemp(join(tmpdir(), 'felles-mailing-'));
  const whole = await variant(made, mailing, ({ recipients: [first, ...rest], revision }) => {
    if (first === undefined) throw new Error('a mailing to nobody');
    const missing = RECIPIENTS - rest.length - 1;
    const more = Array.from({ length: missing }, (_, index) => ({
      ...first,
      id: `K-${String(index)}`,
      address: addedAddress(index),
    }));
    return { recipients: [first, ...rest, ...more], revision };
  });
  hash = whole.planHash;
  server = await startMailServer(async (moment) => {
    momentsLeft -= 1;
    if (momentsLeft !== 0) return undefined;
    killedAt.set(moment, (killedAt.get(moment) ?? 0) + 1);
    await pause(delay);
    running?.kill();
    return undefined;
  });
});
afterEach(async () => {
  await server.close();
  await world.remove();
  await rm(mailing, { recursive: true });
});

function send(): Promise<Ended> {
  running = startSend({
    folder: world.folder,
    args: [mailing, '--outbox', 'smtp', '--approve', hash],
    env: { FELLES_STATE: join(world.folder, 'state'), SMTP_URL: server.url },
  });
  return running.ended;
}

/** The last event of each recipient in the ledger. */
async function ledger(): Promise<ReadonlyMap<string, string>> {
  const { sheets } = await xlsxStore(join(world.folder, 'register.xlsx')).read();
  const rows = sheets.find(({ name }) => name === 'Utsendelser')?.rows.slice(1) ?? [];
  const textIn = (cell: Cell | undefined): string => String(cellValue(cell ?? null));
  return new Map(rows.map(({ cells }) => [textIn(cells[0]), textIn(cells[3])]));
}

it('kill -9 at any moment: nobody gets two, nobody is lost, and every unclear one is named', async () => {
  const draw = lots(20_261_123);
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    momentsLeft = 1 + Math.floor(draw() * MOST_MOMENTS);
    // The half of them a little later: while the answer is written down, or the next is claimed.
    delay = draw() < 0.5 ? 0 : draw() * 20;
    const { code } = await send();
    if (code === null) killed += 1;
  }
  momentsLeft = Number.POSITIVE_INFINITY;
  const { stdout } = await send();
  const sent = Number(/^(\d+) of 500 sent/u.exec(stdout)?.[1]);
  const unclear = Number(/^ {2}(\d+) unclear/mu.exec(stdout)?.[1] ?? '0');
  expect(Math.max(...server.taken.values()), 'the most that anybody got').toBe(1);
  expect(sent + unclear).toBe(RECIPIENTS);
  // At most the one message that was on its way at each stop.
  expect(unclear).toBeLessThanOrEqual(killed);
  expect(stdout.match(/^ {4}[0-9a-f]{32} /gmu)?.length ?? 0).toBe(unclear);
  const told = await ledger();
  for (const [key, event] of told) if (event === 'sendt') expect(server.taken.get(key)).toBe(1);
  expect([...told.values()].filter((event) => event === 'uavklart')).toHaveLength(unclear);
  process.stdout.write(
    `${String(killed)} killed (${[...killedAt].map(([moment, count]) => `${moment} ${String(count)}`).join(', ')}), ${String(unclear)} of ${String(RECIPIENTS)} unclear\n`,
  );
  // Most of the kills must have met a send at work, or they prove nothing.
  expect(killed).toBeGreaterThan(KILLS * 0.8);
});
