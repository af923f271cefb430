import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceCommand } from '../../../../src/app/commands/announce.ts';
import { sha256 } from '../../../../src/app/mailings/keys.ts';
import { Events } from '../../../../src/app/page/events.ts';
import { Fresh } from '../../../../src/app/page/fresh.ts';
import { newSession } from '../../../../src/app/page/guard.ts';
import { Runs } from '../../../../src/app/page/runs.ts';
import { createPage } from '../../../../src/app/page/server.ts';
import { MOST_UPLOADED_BYTES } from '../../../../src/app/page/uploads.ts';
import { readMailing } from '../../../../src/delivery/mailing.ts';
import { formWith, mailingPage, post, textOf, type MailingPage } from '../../../support/mailing-page.ts';
import { failed, notification } from '../../../support/returned-mail.ts';
import { startFaultyServer, type FaultyServer } from '../../../support/smtp/faulty-server.ts';
import { makeFilledWorld, type TestWorld } from '../../../support/world.ts';

const program = fileURLToPath(new URL('../../../../bin/felles.js', import.meta.url));
const name = 'a-2026-038-announcement-r1';
const host = '127.0.0.1:7410';
const session = newSession();

let world: TestWorld;
let server: FaultyServer;
let page: MailingPage;
let runs: Runs;
let app: Hono;
const env = (): Record<string, string> => ({
  FELLES_STATE: join(world.folder, 'state'),
  FELLES_NOW: '2026-11-23T12:00',
  SMTP_URL: server.url,
});
beforeEach(async () => {
  server = await startFaultyServer();
  world = await makeFilledWorld();
  await world.run(announceCommand, ['--webinar', 'A-2026-038', '--kind', 'announcement']);
  page = await mailingPage(world, env());
  const events = new Events();
  const asked = (): Promise<never> => Promise.reject(new Error('nothing is asked of the maker'));
  const maker = { ask: asked, waiting: 0, close: () => Promise.resolve() };
  runs = new Runs({
    ...{ program, common: [], env: { ...process.env, ...env() }, folder: world.folder, events },
    hold: () => Promise.resolve(undefined),
    changes: () => Promise.resolve({ cells: [], added: [], more: 0 }),
  });
  app = createPage({
    ...{ session, port: () => 7410, maker, fresh: new Fresh(maker, events), events, runs },
    find: () => Promise.resolve(undefined),
    disk: { folder: world.folder, out: join(world.folder, 'out'), room: join(world.folder, 'room') },
  });
});
afterEach(async () => {
  await runs.settle();
  await server.close();
  await world.remove();
});

/** Sends files as the form does. */
function upload(files: readonly File[], form = session.form): Promise<Response> {
  const body = new FormData();
  body.append('form', form);
  for (const file of files) body.append('mails', file);
  return Promise.resolve(
    app.request(`http://${host}${session.base}/nb/bounces`, {
      method: 'POST',
      headers: { host, origin: `http://${host}`, cookie: `felles=${session.cookie}` },
      body,
    }),
  );
}

const uploads = (): string => join(world.folder, 'room', 'uploads');
const folders = async (): Promise<readonly string[]> => (existsSync(uploads()) ? readdir(uploads()) : []);

/** A report about the first recipient, as their mail server would send it. */
async function returned(): Promise<string> {
  const record = await readFile(join(world.folder, 'out/announce', name, 'mailing.json'), 'utf8');
  const read = readMailing(record, sha256);
  const [first] = 'mailing' in read ? read.mailing.recipients : [];
  if (first === undefined) throw new Error('no recipient');
  const { key, address } = first;
  return notification({
    fields: failed('5.1.1', '550 5.1.1 User unknown', address),
    original: `From: Felles <samarbeid@felles.example>\nTo: ${address}\nMessage-ID: <${key}@felles.example>`,
  });
}

describe('mail that came back, as files', () => {
  it('is read by the command, and the recipient did not get it', async () => {
    const form = formWith(await page.show([name]), 'flag.approve');
    await post(world, { ...form, 'flag.limit': '2' }, env());
    const answer = await upload([
      new File(['Huskeliste\n'], '../../../register.xlsx'),
      new File([await returned()], '<img src=x>.eml'),
    ]);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${session.base}/nb/run/1`]);
    const [folder = ''] = await folders();
    expect((await readdir(join(uploads(), folder))).sort()).toEqual(['-img src=x-.eml', 'register.xlsx']);
    while (runs.current !== undefined) await pause(50);
    expect(runs.find(1)).toMatchObject({ command: 'send', from: '/nb/mailings', code: 1 });
    // The report names the file as the person knows it.
    expect(runs.find(1)?.lines).toContainEqual({
      text: expect.stringContaining('  register.xlsx: ') as unknown,
      isRed: false,
    });
    const html = await page.show([name]);
    expect(textOf(html)).toContain('1 av 210 sendt, 1 kom ikke fram');
    expect(textOf(html)).toMatch(/1 kom ikke fram Sokndal \(1111\) .*postmottak@sokndal/u);
  });

  it('stays nowhere while another command runs', async () => {
    await upload([new File([await returned()], 'a.eml')]);
    const answer = await upload([new File([await returned()], 'b.eml')]);
    expect(answer.headers.get('location')).toBe(`${session.base}/nb/run/1?busy`);
    expect(await folders()).toHaveLength(1);
    await runs.settle();
    await expect(upload([new File([await returned()], 'c.eml')])).resolves.toMatchObject({ status: 500 });
    expect(await folders()).toHaveLength(1);
  });

  it('is only taken from a form of the page, and not where there is none or too much of it', async () => {
    expect((await upload([new File(['x'], 'a.eml')], 'other')).status).toBe(403);
    const none = await upload([new File([], '')]);
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('Ingen filer er valgt')]);
    const much = await upload([new File([new Uint8Array(MOST_UPLOADED_BYTES)], 'a.mbox')]);
    expect([much.status, await much.text()]).toEqual([413, expect.stringContaining('120 MB')]);
    expect([await folders(), runs.current]).toEqual([[], undefined]);
  });
});
