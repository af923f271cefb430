import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { startFaultyServer, type FaultyServer } from '../../support/smtp/faulty-server.ts';
import { expectGoldenMailing } from '../../support/golden-mailing.ts';
import {
  beginStory,
  mailingIn,
  moveQuestionHour,
  questionHour,
  type WebinarStory,
} from '../../support/webinar-story.ts';
import type { ScriptRun } from '../../support/world.ts';

let story: WebinarStory;
let server: FaultyServer;
beforeEach(async () => {
  server = await startFaultyServer();
  story = await beginStory();
});
afterEach(async () => {
  await server.close();
  await story.world.remove();
});

const send = (kind: string, ...argv: readonly string[]): Promise<ScriptRun> =>
  story.world.run(sendCommand, [story.folderOf(kind), ...argv], {
    ...{ FELLES_STATE: join(story.world.folder, 'state'), FELLES_OUTBOX: 'smtp', SMTP_URL: server.url },
  });

async function sendAll(kind: string, ...argv: readonly string[]): Promise<ScriptRun> {
  const { planHash } = await mailingIn(story.folderOf(kind));
  return send(kind, '--approve', planHash.slice(0, 8), ...argv);
}

const today = async (...argv: readonly string[]): Promise<string> =>
  (await story.world.run(todayCommand, argv)).stdout;

describe('a webinar that changed after its announcement', () => {
  it('is told of with what was and what is, and those who have the old text get a correction that says both', async () => {
    await story.announce();
    expect((await sendAll('announcement')).code).toBe(0);
    expect(await today()).not.toContain(questionHour);
    await story.type('Aktiviteter', questionHour, {
      ...{ Sted: 'Kulturhuset', Påmelding: 'https://pamelding.example/ny' },
    });
    const list = await today();
    expect(list).toContain(`${questionHour} correction: correction`);
    expect(list).toContain('Kulturhuset');
    expect(list).toContain(`npm run announce -- --webinar ${questionHour} --kind correction`);

    const shown = await send('announcement');
    expect(shown.stderr).toContain('210 of 210 have got it.');
    expect(shown.stderr).toContain('To the 210 who have the old text: npm run announce');
    expect(shown.stderr).not.toContain('To send it:');
    const again = await sendAll('announcement');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--kind correction')]);

    const twice = await story.announce('--kind', 'announcement');
    expect([twice.code, twice.stdout]).toEqual([1, '']);
    expect(twice.stderr).toContain('sent-once: All 210 who would get it have what it says already.');

    expect((await story.announce('--kind', 'correction')).code).toBe(0);
    for (const standard of ['nb', 'nn'])
      await expectGoldenMailing(story.folderOf('correction'), 'correction-of-changes', standard);
    expect(await today()).toContain(`npm run send -- ${questionHour}.correction.r1`);
    expect((await sendAll('correction')).stdout).toContain('210 of 210 sent');
    expect(server.taken).toHaveLength(420);
    expect(await today()).not.toContain(questionHour);
  });

  it('is told with a new title in one standard to those who read that', async () => {
    await story.announce();
    await sendAll('announcement');
    await story.type('Tekster', 'B-2026-004', { Tittel: 'Spørjetime om sentrum' });
    expect(await today()).toContain(`${questionHour} correction: correction`);
    await story.announce('--kind', 'correction');
    const { recipients, letters } = await mailingIn(story.folderOf('correction'));
    expect(recipients.length).toBeGreaterThan(0);
    expect([...recipients, ...letters].filter(({ standard }) => standard !== 'nn')).toEqual([]);
  });

  it('has only those who got it corrected, and the rest get the announcement as it is now', async () => {
    await story.announce();
    await sendAll('announcement', '--limit', '30');
    await moveQuestionHour(story);
    const { stderr } = await send('announcement');
    expect(stderr).toContain(
      `To the 30 who have the old text: npm run announce -- --webinar ${questionHour} --kind moved`,
    );
    expect(stderr).toContain(
      `To the 180 who have none: npm run announce -- --webinar ${questionHour} --kind announcement`,
    );
    await story.announce('--kind', 'moved');
    expect((await mailingIn(story.folderOf('moved'))).recipients).toHaveLength(30);
    const { stdout } = await story.announce('--kind', 'announcement');
    expect((await mailingIn(join(story.world.folder, stdout.trim()))).recipients).toHaveLength(180);
  });
});

it('one that is on again after its cancellation is announced with that it will be held after all', async () => {
  await story.announce();
  await sendAll('announcement');
  await story.type('Aktiviteter', questionHour, { Status: 'Avlyst' });
  await story.announce('--kind', 'cancelled');
  expect((await sendAll('cancelled')).stdout).toContain('210 of 210 sent');
  await story.type('Aktiviteter', questionHour, { Status: 'Planlagt' });
  expect(await today()).toContain(`npm run announce -- --webinar ${questionHour} --kind announcement`);
  const { stdout } = await story.announce('--kind', 'announcement');
  const folder = join(story.world.folder, stdout.trim());
  const { letters, recipients } = await mailingIn(folder);
  expect(recipients).toHaveLength(210);
  expect(letters.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Blir holdt likevel: webinar 15\.\sdesember, /u),
    expect.stringMatching(/^Blir halde likevel: webinar 15\.\sdesember, /u),
  ]);
  for (const standard of ['nb', 'nn']) await expectGoldenMailing(folder, 'on-again', standard);
});

it('is not announced twice to those whose rows are gone since an older workbook was restored', async () => {
  await story.announce();
  await sendAll('announcement', '--limit', '30');
  const [book, older] = ['register.xlsx', 'older.xlsx'].map((name) => join(story.world.folder, name));
  await copyFile(book!, older!);
  await sendAll('announcement');
  await copyFile(older!, book!);
  await story.type('Aktiviteter', questionHour, { Sted: 'Kulturhuset' });
  const again = await story.announce('--kind', 'announcement');
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('ledger-whole: Utsendelser has no rows of 180 whom');
});

describe('an announcement that nobody made in its week', () => {
  it('stays on the list, says that it is late, and no reminder goes to those who never heard of it', async () => {
    expect(await today('--now', '2026-12-10T09:00')).toContain(`${questionHour} announcement: announcement`);
    const reminder = await story.announce('--kind', 'reminder-7', '--now', '2026-12-10T09:00');
    expect([reminder.code, reminder.stderr]).toEqual([1, expect.stringContaining('announced: According to')]);
    const late = await story.announce('--now', '2026-12-10T09:00');
    expect(late.stderr).toContain('late, due since 2026-11-17');
    expect(late.stderr).toContain('It is late, and replaces reminder 7 days before.');
  });
});

it('what all have got is not offered to be sent', async () => {
  await story.announce();
  await sendAll('announcement');
  const { stderr } = await send('announcement');
  expect(stderr).toContain('There is nothing more to send.');
  expect(stderr).not.toContain('To send it:');
});
