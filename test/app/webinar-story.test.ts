import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mailing } from '../../src/delivery/mailing.ts';
import { eventOf, expectGoldenMailing } from '../support/golden-mailing.ts';
import {
  beginStory,
  mailingIn,
  moveQuestionHour,
  whatWasWrong,
  wholeStory,
  type WebinarStory,
} from '../support/webinar-story.ts';

const inviteIn = async (folder: string): Promise<ICAL.Component> =>
  eventOf(await readFile(join(folder, 'invite.nn.ics'), 'utf8'));

/** A story in which the question hour was announced in one county alone. */
async function announcedInVestland(): Promise<{
  readonly story: WebinarStory;
  readonly addresses: readonly string[];
}> {
  const story = await beginStory();
  await story.announce('--target', 'fylke:Vestland');
  const { recipients } = await story.send('announcement');
  return { story, addresses: recipients.map(({ address }) => address) };
}

describe('what becomes of a webinar that was announced in Vestland', () => {
  it('is not announced again, and is called to mind by those who were invited, in the standard they got', async () => {
    const { story, addresses } = await announcedInVestland();
    const { code, stdout, stderr } = await story.announce();
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Nothing is due now');

    const reminded = await story.announce('--now', '2026-12-08T09:00');
    expect(reminded.stderr).toContain('recipients who got the mailing before');
    const { recipients } = await mailingIn(story.folderOf('reminder-7'));
    expect(recipients.map(({ address }) => address)).toEqual(addresses);
    expect(new Set(recipients.map(({ standard }) => standard))).toEqual(new Set(['nn']));
    expect(recipients.find(({ name }) => name === 'Bergen')?.reason).toBe('as-before');

    const wide = ['--now', '2026-12-08T09:00', '--target', 'sentralitet:5-6', '--out', 'wide'];
    // Of those in the target, only the ones who were invited.
    expect((await story.announce(...wide)).stderr).toMatch(/ [1-9]\d recipients of sentralitet:5-6/u);
    await story.world.remove();
  });

  it('moves and leaves the calendars of those who were told, and of nobody else', async () => {
    const { story, addresses } = await announcedInVestland();
    await moveQuestionHour(story);
    const { stderr } = await story.announce();
    expect(stderr).toContain('recipients who got the mailing before');
    const moved = await story.send('moved');
    expect(moved.recipients.map(({ address }) => address)).toEqual(addresses);
    const [before, after] = [
      await inviteIn(story.folderOf('announcement')),
      await inviteIn(story.folderOf('moved')),
    ];
    expect(after.getFirstPropertyValue('uid')).toBe(before.getFirstPropertyValue('uid'));
    expect([before, after].map((event) => event.getFirstPropertyValue('sequence'))).toEqual([0, 1]);
    expect(String(after.getFirstPropertyValue('dtstart'))).toBe('2026-12-17T10:00:00');

    await story.type('Aktiviteter', moved.activity.id, { Status: 'Avlyst' });
    await story.announce();
    const off = await inviteIn(story.folderOf('cancelled'));
    expect(off.getFirstPropertyValue('uid')).toBe(before.getFirstPropertyValue('uid'));
    expect(off.getFirstPropertyValue('sequence')).toBe(2);
    expect(off.getFirstPropertyValue('status')).toBe('CANCELLED');
    const { recipients, letters } = await mailingIn(story.folderOf('cancelled'));
    expect(recipients.map(({ address }) => address)).toEqual(addresses);
    expect(letters.map(({ calendar }) => calendar?.method)).toEqual(['CANCEL']);
    await story.world.remove();
  });
});

describe('a mailing that was sent and was wrong', () => {
  it('is corrected to exactly those who got it, in the standard they got it in, with a new number in the calendar', async () => {
    const story = await beginStory();
    const nothing = await story.announce('--kind', 'correction', ...whatWasWrong);
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('nothing to correct')]);
    await story.announce();
    const { recipients } = await story.send('announcement');
    const [first, second] = recipients;
    // One has asked for no more since, and one has another address.
    await story.type('Mottakere', first?.id ?? '', { Reservert: 'ja' });
    await story.type('Mottakere', second?.id ?? '', { 'E-post': 'ny@adresse.example' });
    const silent = await story.announce('--kind', 'correction', '--wrong-nb', 'Noe var feil.');
    expect([silent.code, silent.stderr]).toEqual([2, expect.stringContaining('Add --wrong-nn')]);
    const made = await story.announce('--kind', 'correction', ...whatWasWrong);
    expect([made.code, made.stderr]).toEqual([
      0,
      expect.stringContaining('1: got the mailing before at an address that the register no longer has: '),
    ]);
    const correction = await mailingIn(story.folderOf('correction'));
    expect(correction.corrects).toBe('A-2026-038.announcement.r1');
    const told = ({ id, standard }: Mailing['recipients'][number]): string => `${id} ${standard}`;
    expect(correction.recipients.map(told)).toEqual(recipients.slice(2).map(told));
    expect(correction.letters.map(({ calendar }) => calendar?.sequence)).toEqual([1, 1]);
    const read = await readFile(join(story.folderOf('correction'), 'message.nn.txt'), 'utf8');
    expect(read).toContain('Webinaret varer i to timar.');
    await story.world.remove();
  });

  it.each([
    [['--kind', 'correction', '--target', 'fylke:Vestland'], 'Leave out --target'],
    [['--kind', 'correction', '--corrects', 'A-2026-038.followup.r9', ...whatWasWrong], 'No mailing'],
  ])('%j is told of in one message', async (argv, message) => {
    const story = await beginStory();
    const { code, stderr } = await story.announce(...argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    await story.world.remove();
  });
});

describe('a correction of what has changed', () => {
  it('is not made where another mailing tells it, which is named', async () => {
    const story = await beginStory();
    await story.announce();
    await story.send('announcement');
    await moveQuestionHour(story);
    const { stderr } = await story.announce('--kind', 'correction');
    expect(stderr).toContain('announce -- --webinar A-2026-038 --kind moved');
    await story.world.remove();
  });

  it('is not told in one standard alone, where somebody says what was wrong', async () => {
    const story = await beginStory();
    await story.announce();
    await story.send('announcement');
    await story.type('Aktiviteter', 'A-2026-038', { Påmelding: 'https://pamelding.example/ny' });
    const { code, stderr } = await story.announce('--kind', 'correction', '--wrong-nb', 'Lenken var feil.');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('--wrong-nb was given without --wrong-nn, and 67 recipients get'),
    ]);
    await story.world.remove();
  });
});

describe('every mailing after the announcement reads as it should', () => {
  let story: WebinarStory;
  beforeAll(async () => {
    story = await wholeStory();
  });
  afterAll(() => story.world.remove());

  it.each(
    ['reminder-7', 'reminder-1', 'correction', 'moved', 'cancelled'].flatMap((kind) =>
      ['nb', 'nn'].map((standard) => [kind, standard] as const),
    ),
  )('%s in %s', async (kind, standard) => {
    await expectGoldenMailing(story.folderOf(kind), kind, standard);
  });
});
