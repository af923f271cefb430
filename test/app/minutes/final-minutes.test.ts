import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../src/app/mailings/keys.ts';
import { wholeList } from '../../../src/papers/due/list.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import { nextMeeting } from '../../support/meeting-story.ts';
import { beginMinutesStory, writeOutcomes, type MinutesStory } from '../../support/minutes-story.ts';

const golden = '../../golden/minutes';
const stem = 'minutes/referat-2026-12-03-a-2026-004';
const final = `--meeting ${nextMeeting} --final`;
const after = '2026-12-04T12:00';
const mail = (revision: number): string => `minutes/a-2026-004-minutes-r${String(revision)}`;

/** The entries about the meeting: `due A-2026-004 minutes`. */
const dueAbout = async ({ due }: MinutesStory, at: string): Promise<readonly string[]> =>
  (await due(at))
    .filter(({ about }) => about.id === nextMeeting)
    .map(({ name, state }) => `${state} ${name}`);

/** The agenda of the meeting after, in one line. */
async function agendaText({ agenda, world }: MinutesStory, standard: string, at: string): Promise<string> {
  const { stdout } = await agenda(`--meeting A-2027-001 --standard ${standard}`, at);
  const text = await readFile(join(world.folder, stdout.trim()), 'utf8');
  return text.replaceAll(/\s+/gu, ' ');
}

const about = (name: string): string => `${nextMeeting} ${name}`;

describe('final minutes', () => {
  it('are asked for from the day after, and kept, mailed, approved and corrected', async () => {
    const story = await beginMinutesStory();
    const { minutes, type, send, file, world } = story;

    // Not over, and then nothing written.
    expect((await minutes(final, '2026-12-03T11:00')).stderr).toContain('is not over');
    expect((await minutes(final, after)).stderr).toContain('Nothing is written of what A-2026-004');
    expect(await dueAbout(story, '2026-12-03T15:00')).not.toContain(`due ${about('minutes')}`);
    expect(await dueAbout(story, after)).toEqual([`due ${about('minutes')}`]);
    expect(await dueAbout(story, '2026-12-11T12:00')).toEqual([`overdue ${about('minutes')}`]);

    // The first version.
    await writeOutcomes(story);
    const first = await minutes(`${final} --mailing`, after);
    expect(first.code, first.stderr).toBe(0);
    expect(first.stderr).toContain('Version 1 was kept');
    for (const standard of ['nb', 'nn']) {
      await expect(await file(`${stem}-v1.${standard}.txt`)).toMatchFileSnapshot(
        `${golden}/final.${standard}.txt`,
      );
      await expect(await file(`${mail(1)}/message.${standard}.txt`)).toMatchFileSnapshot(
        `${golden}/mail.${standard}.txt`,
      );
    }
    const { letters } = await story.mailing(mail(1));
    expect(letters.map(({ subject }) => subject.replaceAll(/\s/gu, ' '))).toEqual([
      'Referat fra kvartalsmøtet 3. desember 2026 – svar senest 18. desember',
      'Referat frå kvartalsmøtet 3. desember 2026 – svar seinast 18. desember',
    ]);
    const { activities, cases, statements } = await story.register(after);
    expect(activities.find(({ id }) => id === nextMeeting)?.approvalDeadline).toBe('2026-12-18');
    expect(cases.filter(({ treatedIn }) => treatedIn === nextMeeting).map(({ id }) => id)).toEqual([
      'S-2026-010',
      'S-2026-011',
      'S-2026-012',
      'S-2026-013',
      'S-2026-014',
      'S-2026-016',
    ]);
    const kept = statements.filter(({ kind }) => kind === 'minutesVersion');
    expect(new Set(kept.map(({ what }) => what))).toEqual(new Set(['A-2026-004.v1']));
    expect(kept.find(({ about: row }) => row === nextMeeting)?.sum).toMatch(/^[0-9a-f]{64}$/u);

    // Again: nothing new.
    const before = await readdir(join(world.folder, 'out'), { recursive: true });
    const again = await minutes(`${final} --mailing`, '2026-12-05T12:00');
    expect(again.stderr).toContain('Nothing has changed since version 1');
    expect((await story.register(after)).statements).toHaveLength(statements.length);
    expect(await readdir(join(world.folder, 'out'), { recursive: true })).toEqual(before);

    // Sent, and waiting for both.
    await send(mail(1));
    expect(await dueAbout(story, '2026-12-08T12:00')).toEqual([
      `due ${about('approval bylivsenteret')}`,
      `due ${about('approval distriktssenteret')}`,
    ]);
    // A clock that was before the version when it was sent: nobody was asked before there was one.
    const kept1 = await story.register('2026-12-08T12:00');
    const early = '2026-11-29T10:00:00Z';
    const { entries } = wholeList({
      register: {
        ...kept1,
        ledger: kept1.ledger.map((one) => ({ ...one, timeUtc: early })),
        statements: kept1.statements.map((one) => (one.kind === 'minutes' ? { ...one, saidAt: early } : one)),
      },
      ...{ now: nowAt('2026-12-08T12:00'), keyOf: keysOf('file'), sizes: new Map() },
    });
    const asked = entries.filter(({ matter }) => matter === 'approval').map(({ since }) => since);
    expect(asked).toEqual(['2026-12-04', '2026-12-04']);
    await type('Aktiviteter', nextMeeting, {
      'Godkjent av Bylivsenteret': 'Fagsjef',
      'Godkjent dato Bylivsenteret': { day: '2026-12-08' },
    });
    expect(await dueAbout(story, '2026-12-19T12:00')).toEqual([
      `overdue ${about('approval distriktssenteret')}`,
    ]);
    expect(await agendaText(story, 'nb', '2026-12-09T12:00')).toContain(
      'godkjent av Bylivsenteret, ikke godkjent av Distriktssenteret ennå',
    );

    // A decision reads otherwise now.
    await type('Saker', 'S-2026-011', { Vedtak: 'Fylkeskontakten følger opp Nordland.' });
    await type('Tiltak', 'T-2026-021', { Frist: { day: '2026-12-18' } });
    expect(await dueAbout(story, '2026-12-09T12:00')).toEqual([`outdated ${about('minutes')}`]);
    const second = await minutes(`${final} --mailing`, '2026-12-10T12:00');
    expect(second.stderr).toContain('Version 2 was kept');
    expect(second.stderr).toContain('write the new name and day over the old');
    for (const standard of ['nb', 'nn'])
      await expect(await file(`${mail(2)}/message.${standard}.txt`)).toMatchFileSnapshot(
        `${golden}/corrected.${standard}.txt`,
      );
    // The mailing is made: one entry says who has the old, and that it is to be sent.
    const unsent = (await story.due('2026-12-10T13:00')).filter(({ command = '' }) =>
      command.startsWith('send '),
    );
    expect(unsent.filter(({ about: { id } }) => id === nextMeeting)).toMatchObject([
      { name: about('minutes-mail'), state: 'outdated', command: `send -- ${nextMeeting}.minutes.r2` },
    ]);
    await send(mail(2));
    const waiting = (await story.due('2026-12-11T12:00')).filter(({ matter }) => matter === 'approval');
    expect(waiting.map(({ notes }) => wordNotes(notes, 'en'))).toEqual([
      'Bylivsenteret: has approved version 1, and not version 2: the new name and day are written over the old, by 2026-12-18',
      'Distriktssenteret: no answer, by 2026-12-18',
    ]);

    // An approval on the day that version 2 was kept may be of either.
    await type('Aktiviteter', nextMeeting, {
      'Godkjent dato Bylivsenteret': { day: '2026-12-10' },
      'Godkjent av Distriktssenteret': 'Nei, se e-post',
    });
    expect(
      (await story.due('2026-12-11T12:00')).flatMap(({ matter, notes }) =>
        matter === 'approval' ? [wordNotes(notes, 'en')] : [],
      ),
    ).toEqual([
      'Bylivsenteret: approved on 2026-12-10, the day that version 2 was kept, so it is not clear which version: the day of a new answer is written over it, by 2026-12-18',
      'Distriktssenteret: «Godkjent av Distriktssenteret» says «Nei, se e-post», by 2026-12-18',
    ]);
    const unclear = await minutes(final, '2026-12-11T12:00');
    expect(unclear.stderr).toContain(
      'so it is not clear which version: ask, and write the day of the answer',
    );
    expect(unclear.stdout).not.toContain('godkjent');
    expect(await agendaText(story, 'nb', '2026-12-11T12:00')).toContain(
      'det er ikke klart hvilken versjon Bylivsenteret har godkjent, ikke godkjent av Distriktssenteret ennå',
    );
    expect(await agendaText(story, 'nn', '2026-12-11T12:00')).toContain(
      'det er ikkje klart kva versjon Bylivsenteret har godkjent, ikkje godkjent av Distriktssenteret enno',
    );

    // Both approve: then what becomes of the actions changes nothing.
    await type('Aktiviteter', nextMeeting, {
      'Godkjent dato Bylivsenteret': { day: '2026-12-11' },
      'Godkjent av Distriktssenteret': 'Seksjonssjef',
      'Godkjent dato Distriktssenteret': { day: '2026-12-14' },
    });
    await type('Tiltak', 'T-2026-021', { Frist: { day: '2027-01-22' } });
    expect(await dueAbout(story, '2026-12-15T12:00')).toEqual([]);
    // The next meeting is moved meanwhile: what was approved is the same.
    await type('Aktiviteter', 'A-2027-001', {
      Start: { wallTime: '2027-03-25T10:00' },
      Slutt: { wallTime: '2027-03-25T11:30' },
    });
    const approved = await minutes(final, '2026-12-15T12:00');
    expect(approved.stderr).toContain('the approved minutes have it as it is now');
    expect(approved.stderr).toContain('Nothing has changed since version 2');
    expect(await agendaText(story, 'nn', '2026-12-15T12:00')).toContain(
      'godkjent av begge partar 14. desember',
    );
    // The approved text has the actions as they were approved, also when a decision makes a new version of it.
    expect(approved.stderr).toContain('Otherwise in Tiltak now: T-2026-021.');
    expect((await file(`${stem}-v2-godkjent.nb.txt`)).replaceAll('\u00A0', ' ')).toContain(
      '18. desember 2026',
    );
    await type('Saker', 'S-2026-010', { Notat: 'Begge parter har ny leder.' });
    const third = await minutes(final, '2026-12-16T12:00');
    expect(third.stderr).toContain('1 part of version 2 has changed since.');
    expect(third.stderr).toContain('Version 3 was kept');
    const text = await file(`${stem}-v3.nb.txt`);
    expect(text.replaceAll('\u00A0', ' ')).not.toContain('22. januar');
    expect((await minutes(final, '2026-12-17T12:00')).stderr).toContain(
      'Nothing has changed since version 3',
    );
    await world.remove();
  });

  it('are not approved by a name without a day, or a day without a name', async () => {
    const story = await beginMinutesStory();
    const { minutes, type, world } = story;
    await writeOutcomes(story);
    await type('Aktiviteter', nextMeeting, { Status: 'Planlagt' });
    const planned = await minutes(final, after);
    expect(planned.code).toBe(0);
    expect(planned.stderr).toContain('is still «Planlagt»: write «Gjennomført» there');
    await type('Aktiviteter', nextMeeting, {
      Status: 'Gjennomført',
      'Godkjent av Bylivsenteret': 'Fagsjef',
      'Godkjent dato Distriktssenteret': { day: '2026-12-08' },
    });
    const half = await minutes(final, '2026-12-09T12:00');
    expect(half.stdout).not.toContain('godkjent');
    expect(half.stderr).not.toContain('is still «');
    expect(half.stderr).toContain('«Godkjent dato Bylivsenteret» is not.');
    expect(half.stderr).toContain('«Godkjent av Distriktssenteret» is not.');
    const waiting = async (at: string): Promise<readonly unknown[]> =>
      (await story.due(at))
        .filter(({ matter }) => matter === 'approval')
        .map(({ notes }) => wordNotes(notes, 'en'));
    const notes = [
      'Bylivsenteret: «Godkjent av Bylivsenteret» is filled in, and «Godkjent dato Bylivsenteret» is not',
      'Distriktssenteret: «Godkjent dato Distriktssenteret» is filled in, and «Godkjent av Distriktssenteret» is not',
    ];
    expect(await waiting('2026-12-09T12:00')).toEqual(notes);
    expect(await agendaText(story, 'nb', '2026-12-09T12:00')).toContain(
      'ikke godkjent av Bylivsenteret og Distriktssenteret ennå',
    );

    // Of a second version the same is said, not that an earlier one is approved.
    await type('Saker', 'S-2026-011', { Vedtak: 'Fylkeskontakten følger opp Nordland.' });
    expect((await minutes(final, '2026-12-10T12:00')).stderr).toContain('Version 2 was kept');
    expect(await waiting('2026-12-10T12:00')).toEqual(notes);

    await type('Aktiviteter', nextMeeting, {
      'Godkjent dato Bylivsenteret': { day: '2026-12-11' },
      'Godkjent av Distriktssenteret': 'Seksjonssjef',
      'Godkjent dato Distriktssenteret': { day: '2026-12-11' },
    });
    expect((await minutes(final, '2026-12-12T12:00')).stdout).toContain('-v2-godkjent');
    await world.remove();
  });
});
