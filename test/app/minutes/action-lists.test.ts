import { describe, expect, it } from 'vitest';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import { nextMeeting } from '../../support/meeting-story.ts';
import { beginMinutesStory, writeOutcomes, type MinutesStory } from '../../support/minutes-story.ts';

const golden = '../../golden/minutes';
const coordinator = 'K-2025-007';
const folder = (revision: number): string => `minutes/k-2025-007-actionlist-r${String(revision)}`;

/** What is due about the webinar coordinator's actions. */
const dueFor = async ({ due }: MinutesStory, at: string): Promise<readonly string[]> =>
  (await due(at))
    .filter(({ about, matter }) => about.id === coordinator && matter === 'actionlist')
    .map(({ state, notes }) => `${state}: ${wordNotes(notes, 'en') ?? ''}`);

describe('the list of actions of each responsible', () => {
  it('goes out with the minutes, before a deadline, and where a deadline has changed', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    const after = await story.minutes(`--meeting ${nextMeeting} --final --mailing`, '2026-12-04T12:00');
    expect(after.stdout).toContain('k-2025-007-actionlist-r1');
    expect(after.stderr).toContain('mailings, each sent by a command of its own');
    const { says, recipients, letters } = await story.mailing(folder(1));
    expect(recipients.map(({ id }) => id)).toEqual([coordinator]);
    expect(says?.map(({ about }) => about)).toEqual([coordinator]);
    expect(letters.map(({ subject }) => subject)).toEqual(['Tiltaka dine etter samarbeidsavtalen']);
    await expect(await story.file(`${folder(1)}/message.nn.txt`)).toMatchFileSnapshot(
      `${golden}/actions.nn.txt`,
    );
    await expect(await story.file('minutes/k-2025-001-actionlist-r1/message.nb.txt')).toMatchFileSnapshot(
      `${golden}/actions.nb.txt`,
    );
    await story.send(folder(1));
    expect((await story.register('2026-12-05T12:00')).statements.at(-1)).toMatchObject({
      ...{ kind: 'actionlist', about: coordinator, to: coordinator },
    });

    // Nothing more until a week before the deadline, 17 December.
    expect(await dueFor(story, '2026-12-09T12:00')).toEqual([]);
    expect(await dueFor(story, '2026-12-10T12:00')).toEqual(['due: 1 action: T-2026-021 by 2026-12-17']);
    await story.minutes('--actions', '2026-12-10T12:00');
    await expect(await story.file(`${folder(2)}/message.nn.txt`)).toMatchFileSnapshot(
      `${golden}/reminder.nn.txt`,
    );
    await story.send(folder(2));
    expect(await dueFor(story, '2026-12-18T12:00')).toEqual([]);

    // A new deadline is not what they were told.
    await story.type('Tiltak', 'T-2026-021', { Frist: { day: '2027-01-22' } });
    expect(await dueFor(story, '2026-12-18T12:00')).toEqual([
      'outdated: T-2026-021: 2026-12-17 → 2027-01-22',
    ]);
    const changed = await story.minutes('--actions', '2026-12-18T12:00');
    expect(changed.stdout).toContain('k-2025-007-actionlist-r3');
    await story.send(folder(3));

    // What is done needs no mail; what nobody can be written to about is named.
    await story.type('Tiltak', 'T-2026-021', { Status: 'Utført' });
    expect(await dueFor(story, '2026-12-19T12:00')).toEqual([]);
    await story.add('Tiltak', {
      ID: 'T-2026-030',
      Tiltak: 'Ringe fylket',
      Ansvarlig: 'Ola Ukjent',
      Status: 'Åpen',
    });
    const unknown = await story.minutes('--actions', '2026-12-19T12:00');
    expect(unknown.stderr).toContain('Ringe fylket (T-2026-030), Ola Ukjent: not in Kontakter');
    expect(unknown.code).toBe(1);
    await story.world.remove();
  });

  it('goes to nobody where the name of a responsible is that of several', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    // The sample has three of them: one of each party, and one of another organisation.
    const action = { 'Fra møte': nextMeeting, Status: 'Åpen', Ansvarlig: 'Postmottak' };
    await story.add('Tiltak', { ...action, ID: 'T-2026-031', Tiltak: 'Svare på brevet' });
    const made = await story.minutes(`--meeting ${nextMeeting} --final --mailing`, '2026-12-04T12:00');
    expect(made.stdout).not.toContain('k-2025-016');
    expect(made.stderr).toContain('Svare på brevet (T-2026-031), Postmottak: several people in Kontakter');
    expect(made.stderr).toContain('write the ID or the full name');
    // The party of the action singles one out.
    await story.type('Tiltak', 'T-2026-031', { Part: 'Distriktssenteret' });
    const second = await story.minutes(`--meeting ${nextMeeting} --final --mailing`, '2026-12-05T12:00');
    expect(second.stderr).toContain('Postmottak (K-');
    expect(second.stdout).not.toContain('k-2025-016');
    await story.world.remove();
  });
});
