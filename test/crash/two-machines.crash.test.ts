/**
 * Two machines send the same mailing at once, by a Google Sheet and a mail server of which each goes wrong in a fifth of what it
 * is asked.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { googleStore } from '../../src/stores/google/google-store.ts';
import { clientOf } from '../stores/google/test-sheet.ts';
import type { Mailing } from '../../src/delivery/mailing.ts';
import { lots } from '../delivery/send/schedules.ts';
import { startFakeGoogle, type FakeGoogle } from '../support/google/fake-google.ts';
import type { Fault } from '../support/google/faults.ts';
import { shownBy, type Cell } from '../support/google/model/cell.ts';
import { makeWorld, type TestWorld } from '../support/world.ts';
import { startMailServer, type MailServer } from './support/mail-server.ts';
import { variant } from './support/mailings.ts';
import { smallRegister } from './support/small-register.ts';
import { startSend, type Ended } from './support/senders.ts';

const RUNS = Number(process.env['FELLES_PAIRS'] ?? '50');
const RECIPIENTS = 40;
const PART_THAT_FAILS = 0.2;

let google: FakeGoogle;
let server: MailServer;
let world: TestWorld;
let sheet: string;
let states: string;
const draw = lots(20_261_124);
let isFaulty = false;
let failed = 0;

/** What goes wrong with a request to Google, done and not done. */
const FAULTS: readonly Fault[] = [
  { status: 503, applied: true },
  { status: 503 },
  { status: 429 },
  { status: 500, applied: true },
  { breaks: 'reset', applied: true },
  { breaks: 'reset' },
  { breaks: 'cut', applied: true },
];

beforeAll(async () => {
  world = await makeWorld();
  google = await startFakeGoogle();
  states = await mkdtemp(join(tmpdir(), 'felles-states-'));
  sheet = google.createSpreadsheet();
  server = await startMailServer((moment) => {
    if (!isFaulty || moment === 'answered') return Promise.resolve(undefined);
    // Five moments for each message.
    if (draw() >= PART_THAT_FAILS / 5) return Promise.resolve(undefined);
    failed += 1;
    return Promise.resolve(draw() < 0.5 ? 'hang up' : 451);
  });
  const env = { GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token };
  const of = ['--spreadsheet', sheet];
  const store = googleStore(await clientOf(google), sheet);
  await store.write(smallRegister(60), await store.read());
  const about = ['--webinar', 'A-2026-038', '--kind', 'announcement', '--target', 'slag:kommune'];
  const announced = await world.run(announceCommand, [...about, ...of], env);
  expect(announced.stderr).toContain('checks are in order');
  for (const fault of FAULTS) {
    google.fault(
      () => {
        if (!isFaulty || draw() >= PART_THAT_FAILS / FAULTS.length) return false;
        failed += 1;
        return true;
      },
      { ...fault, times: Number.POSITIVE_INFINITY },
    );
  }
});
afterAll(async () => {
  await server.close();
  await google.close();
  await world.remove();
  await rm(states, { recursive: true });
});

const send = (machine: string, folder: string, { planHash }: Mailing): Promise<Ended> =>
  startSend({
    folder: world.folder,
    args: [folder, '--outbox', 'smtp', '--approve', planHash, '--spreadsheet', sheet],
    env: {
      FELLES_STATE: join(states, machine),
      SMTP_URL: server.url,
      GOOGLE_API_ORIGIN: google.origin,
      GOOGLE_ACCESS_TOKEN: google.token,
    },
    isHurried: true,
  }).ended;

const shownIn = (cell: Cell | undefined): string => {
  const shown = shownBy(cell);
  return typeof shown === 'string' ? shown : '';
};

/** The last event of each recipient in the ledger. */
function ledger(): ReadonlyMap<string, string> {
  const tab = google.spreadsheet(sheet).sheets.find(({ title }) => title === 'Utsendelser');
  const told = new Map<string, string>();
  for (let row = 1; row < (tab?.rowCount ?? 0); row += 1) {
    const [key, event] = [0, 3].map((column) => shownIn(tab?.cell(row, column)));
    if (key !== undefined && key !== '') told.set(key, event ?? '');
  }
  return told;
}

it(`${String(RUNS)} times: nobody gets two, and each ends in one state`, async () => {
  const made = join(world.folder, 'out/announce/a-2026-038-announcement-r1');
  const all = { sent: 0, unclear: 0, failed: 0 };
  for (let run = 1; run <= RUNS; run += 1) {
    const folder = join(world.folder, `out/announce/a-2026-038-announcement-r${String(run + 1)}`);
    const mailing = await variant(made, folder, ({ recipients }) => ({
      recipients: recipients.slice(0, RECIPIENTS),
      revision: run + 1,
    }));
    isFaulty = true;
    await Promise.all([send('one', folder, mailing), send('two', folder, mailing)]);
    isFaulty = false;
    // Whoever broke off goes on, until nobody has anything left to do.
    let { stdout } = await send('one', folder, mailing);
    if ([...ledger().values()].includes('krevd')) ({ stdout } = await send('two', folder, mailing));
    const told = ledger();
    for (const { key } of mailing.recipients) {
      const [event, taken] = [told.get(key) ?? '', server.taken.get(key) ?? 0];
      expect(taken, `${key} in run ${String(run)}: ${event}`).toBeLessThanOrEqual(1);
      expect(['sendt', 'feilet', 'uavklart'], stdout).toContain(event);
      if (event === 'sendt') all.sent += 1;
      if (event === 'sendt') expect(taken).toBe(1);
      if (event === 'uavklart') all.unclear += 1;
      if (event === 'feilet') all.failed += 1;
    }
  }
  process.stdout.write(
    `${String(RUNS)} pairs, a fifth of the requests and messages failed (${String(failed)}): ${JSON.stringify(all)}\n`,
  );
  expect(all.sent + all.unclear + all.failed).toBe(RUNS * RECIPIENTS);
  expect(failed).toBeGreaterThan(RUNS);
});
