import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { BounceStory } from '../../support/bounce-story.ts';
import { startFaultyServer, type FaultyServer } from '../../support/smtp/faulty-server.ts';
import { typeIn } from '../../support/type-in.ts';
import { copyWorld, makeFilledWorld, type TestWorld } from '../../support/world.ts';

const id = 'A-2026-038.announcement.r1';
const again = 'A-2026-038.announcement.r2';

let sent: TestWorld;
let world: TestWorld;
let server: FaultyServer;
let story: BounceStory;
beforeAll(async () => {
  server = await startFaultyServer();
  sent = await makeFilledWorld();
  const first = new BounceStory(sent, server);
  await first.announce();
  expect(await first.approve(1)).toMatchObject({ code: 0 });
  await server.close();
});
afterAll(() => sent.remove());
beforeEach(async () => {
  server = await startFaultyServer();
  world = await copyWorld(sent);
  story = new BounceStory(world, server);
});
afterEach(async () => {
  await server.close();
  await world.remove();
});

/** The entries of `today` about mail that came back. */
const due = async (): Promise<readonly string[]> =>
  (await story.today()).stdout.split('\n').filter((line) => /bounced|new-address/u.test(line));

it('makes the same mailing for those alone whose address has been corrected, each of whom gets it once', async () => {
  await story.comesBack('1111');
  await story.comesBack('1112');
  await story.type('1111', { 'E-post': 'ny@nr1111.example' });
  const { code, stderr } = await story.send(id, '--readdress');
  expect(code).toBe(0);
  expect(stderr).toContain('1 with another address now: 1111');
  expect(stderr).toContain('1 with the same address in the register: 1112');
  const [first, second] = [await story.mailing(1), await story.mailing(2)];
  expect(second.recipients).toMatchObject([
    { id: '1111', address: 'ny@nr1111.example', reason: 'readdressed' },
  ]);
  expect(second.target).toBeUndefined();
  const [letter] = second.letters;
  expect(first.letters).toContainEqual(letter);
  expect((await story.send(id, '--readdress')).stdout).toContain('announcement-r2 (unchanged)');
  expect(await story.approve(2)).toMatchObject({ code: 0 });
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]).toContain('To: ');
  expect(server.taken[0]).toContain('ny@nr1111.example');
  // Nobody gets it again.
  await story.approve(2);
  await story.approve(1);
  expect(server.taken).toHaveLength(1);
  const last = await story.send(id, '--readdress');
  expect([last.code, last.stderr]).toEqual([1, expect.stringContaining('whose new address has it')]);
});

it('makes none beside one that waits for some of the same people', async () => {
  await story.comesBack('1111');
  await story.comesBack('1112');
  await story.type('1111', { 'E-post': 'ny@nr1111.example' });
  await story.send(id, '--readdress');
  await story.type('1112', { 'E-post': 'ny@nr1112.example' });
  expect((await story.today()).stdout).toContain(`npm run send -- ${again}\n`);
  const { code, stderr } = await story.send(id, '--readdress');
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${again} is made for some of them already`)]);
  await story.approve(2);
  expect((await story.today()).stdout).toContain(`npm run send -- ${id} --readdress`);
  expect(await story.send(id, '--readdress')).toMatchObject({ code: 0 });
  expect((await story.mailing(3)).recipients).toMatchObject([{ id: '1112', address: 'ny@nr1112.example' }]);
});

it('sends it once to an address that two of them have now', async () => {
  for (const number of ['1111', '1112']) {
    await story.comesBack(number);
    await story.type(number, { 'E-post': 'felles@post.example' });
  }
  const made = await story.send(id, '--readdress');
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('2 with another address now: 1111')]);
  expect((await story.mailing(2)).recipients).toMatchObject([{ id: '1111', address: 'felles@post.example' }]);
  expect(await story.approve(2)).toMatchObject({ code: 0 });
  expect(server.taken).toHaveLength(1);
});

it('makes nothing for an address that is the same, is reserved, or has it by another row', async () => {
  for (const number of ['1111', '1112', '1114']) await story.comesBack(number);
  await story.type('1111', { 'E-post': 'ny@nr1111.example', Reservert: 'ja' });
  const other = (await story.mailing(1)).recipients.find((one) => one.id === '1119');
  await story.type('1112', { 'E-post': other?.address ?? '' });
  const { code, stderr } = await story.send(id, '--readdress');
  expect(code).toBe(1);
  expect(stderr).toContain('1 with the same address in the register: 1114');
  expect(stderr).toContain('1 whose new address has it, or may have: 1112');
  expect(stderr).toContain('1 gets no mail now (has asked not to get mailings): 1111');
  await expect(story.mailing(2)).rejects.toThrow('ENOENT');
});

it('stops where the register says something else now, where it is too late, and where the mailing is not finished', async () => {
  await story.comesBack('1111');
  await story.type('1111', { 'E-post': 'ny@nr1111.example' });
  const late = await copyWorld(world, '2026-12-20T11:00:00Z');
  const tooLate = await new BounceStory(late, server).send(id, '--readdress');
  await late.remove();
  expect([tooLate.code, tooLate.stderr]).toEqual([2, expect.stringContaining('is over')]);
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  await typeIn(store, 'Aktiviteter', 'A-2026-038', { Sted: 'Et annet sted' });
  const changed = await story.send(id, '--readdress');
  expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining('has changed since')]);
  await expect(story.mailing(2)).rejects.toThrow('ENOENT');
  // Those who have none are told as it is now, and nobody else.
  const announce = 'announce -- --webinar A-2026-038 --kind announcement --target "kommune:1111"';
  expect((await story.today()).stdout).toContain(`npm run ${announce}\n`);
});

it('waits until the rest has got it: a revision that is begun takes the place of the one before', async () => {
  const whole = await makeFilledWorld();
  const begun = new BounceStory(whole, server);
  await begun.announce();
  await begun.approve(1, '--limit', '2');
  await begun.comesBack('1111');
  await typeIn(xlsxStore(join(whole.folder, 'register.xlsx')), 'Mottakere', '1111', {
    'E-post': 'ny@x.example',
  });
  const early = await begun.send(id, '--readdress');
  await begun.approve(1);
  const then = await begun.send(id, '--readdress');
  await whole.remove();
  expect([early.code, early.stderr]).toEqual([
    2,
    expect.stringContaining('2 recipients of the mailing have not'),
  ]);
  expect(then.code).toBe(0);
});

it('is offered by today until it has gone, and the wrong address until it is corrected', async () => {
  expect(await due()).toEqual([]);
  await story.comesBack('1111');
  // A full mailbox is no wrong address.
  await story.comesBack('1112', '4.2.2', '452 4.2.2 Mailbox full');
  expect(await due()).toEqual([expect.stringMatching(`1111 bounced ${id}: mail that came back`)]);
  expect((await story.today()).stdout).toContain(
    'No mailing goes there until E-post in Mottakere is corrected',
  );
  expect((await story.today()).stdout).toMatch(/«Sokndal» \(Mottakere row \d+\)/u);
  const waived = await copyWorld(world);
  const waiving = new BounceStory(waived, server);
  await waived.run(todayCommand, ['--waive', `1111 bounced ${id}`, '--reason', 'De ringes'], story.env);
  const left = (await waiving.today()).stdout;
  await waived.remove();
  expect(left).not.toContain('bounced');
  await story.type('1111', { 'E-post': 'ny@nr1111.example' });
  expect(await due()).toEqual([expect.stringContaining(`${id} new-address`)]);
  expect((await story.today()).stdout).toContain(`npm run send -- ${id} --readdress`);
  await story.send(id, '--readdress');
  expect((await story.today()).stdout).toContain(`npm run send -- ${again}\n`);
  await story.approve(2);
  expect(await due()).toEqual([]);
});
