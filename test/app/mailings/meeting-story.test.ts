import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import { sendCommand } from '../../../src/app/commands/send.ts';
import type { Entry } from '../../../src/papers/due/entry.ts';
import { eventOf } from '../../support/golden-mailing.ts';
import { beginMeetingStory, nextMeeting, type MeetingStory } from '../../support/meeting-story.ts';

let story: MeetingStory;
beforeEach(async () => {
  story = await beginMeetingStory();
});
afterEach(() => story.world.remove());

const make = `agenda -- --meeting ${nextMeeting} --number --mailing`;
const cancel = `agenda -- --meeting ${nextMeeting} --mailing`;

/** The mail in both standards is as in test/golden/meetings. */
async function expectGolden(mailing: string, name: string): Promise<void> {
  const { letters } = await story.mailing(mailing);
  expect(letters.map(({ standard }) => standard)).toEqual(['nb', 'nn']);
  for (const { standard, subject, preheader, text } of letters) {
    const body = await readFile(join(story.folderOf(mailing), text), 'utf8');
    const golden = join(import.meta.dirname, '../../golden/meetings', name);
    await expect(`${subject}\n${preheader}\n\n${body}`).toMatchFileSnapshot(`${golden}.${standard}.txt`);
    await expect(await story.ics(mailing, standard)).toMatchFileSnapshot(`${golden}.${standard}.ics`);
  }
}

const eventIn = async (mailing: string): Promise<ICAL.Component> => eventOf(await story.ics(mailing, 'nb'));

async function invited(): Promise<readonly string[]> {
  await story.run(make);
  const { recipients } = await story.send('agenda-r1');
  return recipients.map(({ address }) => address);
}

const move = (): Promise<void> =>
  story.type('Aktiviteter', nextMeeting, {
    Start: { wallTime: '2026-12-10T12:00' },
    Slutt: { wallTime: '2026-12-10T13:30' },
  });

const shown = (entries: readonly Entry[]): readonly unknown[] =>
  entries.map(({ name, state, holders, changes, command }) => [
    `${name}: ${state}`,
    holders,
    changes.map(({ fact }) => fact),
    command,
  ]);

describe('the invitation to a quarterly meeting', () => {
  it('is due until all have it, and then no more, for ten days and for good', async () => {
    expect(shown(await story.due('2026-11-18T12:00'))).toEqual([]);
    const due = [`${nextMeeting} agenda: due`, undefined, [], make];
    expect(shown(await story.due('2026-11-23T12:00'))).toEqual([due]);
    expect(shown(await story.due('2026-11-26T12:00'))).toEqual([
      [`${nextMeeting} agenda: overdue`, ...due.slice(1)],
    ]);
    await invited();
    await expectGolden('agenda-r1', 'invitation');
    expect(await story.due('2026-12-02T12:00')).toEqual([]);
    const again = await story.run(make);
    expect([again.code, await story.folders()]).toEqual([0, ['agenda-r1']]);
    expect(again.stderr).toContain('6 of those who are invited have it as it is, and do not get it again.');
  });

  it('is not taken for sent where it was only written, or only some have got it', async () => {
    await story.run(make);
    await story.send('agenda-r1', 'skrevet');
    const [written, ...more] = await story.due('2026-11-24T12:00');
    expect([written?.state, written?.matter, written?.command, more]).toEqual([
      'due',
      'written',
      `send -- ${nextMeeting}.agenda.r1 --sent-by-hand all`,
      [],
    ]);
    const again = await story.run(make);
    expect(again.stderr).toContain(`6 get it by ${nextMeeting}.agenda.r1, which is not finished`);
    expect(await story.folders()).toEqual(['agenda-r1']);
  });

  it('goes on with those who have not got it, and never twice to the others', async () => {
    await story.run(make);
    const { recipients } = await story.mailing('agenda-r1');
    const first = recipients.slice(0, 2).map(({ address }) => address);
    await story.send('agenda-r1', 'sendt', (address) => first.includes(address));
    const [begun] = await story.due('2026-11-24T12:00');
    expect([begun?.name, wordNotes(begun?.notes, 'en')?.slice(0, 24)]).toEqual([
      `${nextMeeting}.agenda.r1 unfinished`,
      '4 of 6 have not got it. ',
    ]);
    expect((await story.run(make)).stderr).toContain('4 get it by A-2026-004.agenda.r1');
    expect(await story.folders()).toEqual(['agenda-r1']);
  });

  it('that the mail server refused for somebody is told with their name, and their address is to be looked at', async () => {
    await story.run(make);
    const { recipients } = await story.mailing('agenda-r1');
    const { id = '', name = '', address } = recipients[0] ?? {};
    await story.send('agenda-r1', 'sendt', (one) => one !== address);
    await story.send('agenda-r1', 'feilet', (one) => one === address);
    const lacking = async (): Promise<unknown> =>
      (await story.due('2026-11-24T12:00')).map(({ notes, command }) => [wordNotes(notes, 'nb'), command]);
    const person = `${name} (${id}) er invitert, men har ikke fått innkallingen`;
    expect(await lacking()).toEqual([
      [
        `${person}: e-posttjeneren avviste den. Se om adressen i Kontakter er riktig, før du sender på nytt`,
        make,
      ],
    ]);
    // A corrected address has not been refused.
    await story.type('Kontakter', id, { 'E-post': 'rettet@felles.example' });
    expect(await lacking()).toEqual([[person, make]]);
  });

  it('goes to somebody who comes on the list later, and to nobody else', async () => {
    await invited();
    await story.add('Kontakter', {
      ...{ ID: 'K-2026-900', Navn: 'Ny rådgiver', Part: 'Bylivsenteret', 'E-post': 'ny@felles.example' },
      ...{ Skriftspråk: 'bokmål', Lister: 'kvartalsmøte' },
    });
    expect(shown(await story.due('2026-11-24T12:00'))).toEqual([
      [`${nextMeeting} agenda K-2026-900: due`, undefined, [], make],
    ]);
    await story.run(make, '2026-11-24T12:00');
    const { recipients, letters } = await story.send('agenda-r2');
    expect(recipients.map(({ address }) => address)).toEqual(['ny@felles.example']);
    expect(letters[0]?.subject).toMatch(/^Innkalling til kvartalsmøte/u);
    expect(await story.due('2026-11-24T13:00')).toEqual([]);
  });

  it('is not told again to somebody who is no longer on the list: a person does that', async () => {
    await invited();
    const { recipients } = await story.mailing('agenda-r1');
    const id = recipients[0]?.id ?? '';
    await story.type('Kontakter', id, { Lister: 'webinar' });
    const [entry, ...more] = await story.due('2026-11-24T12:00');
    expect([entry?.name, entry?.holders, entry?.command, more]).toEqual([
      `${nextMeeting} uninvited ${id}`,
      1,
      undefined,
      [],
    ]);
  });
});

describe('a quarterly meeting that changes after its invitation', () => {
  it('is told with the new time first, under one UID with the next number, which loose files have too', async () => {
    const addresses = await invited();
    await move();
    const [entry] = await story.due('2026-11-24T12:00');
    expect(shown(entry === undefined ? [] : [entry])).toEqual([
      [`${nextMeeting} agenda: outdated`, 6, ['time'], make],
    ]);
    expect(entry?.since).toBe('2026-11-23');
    const stopped = await story.world.run(sendCommand, [
      ...[`${nextMeeting}.agenda.r1`, '--approve', (await story.mailing('agenda-r1')).planHash.slice(0, 8)],
    ]);
    expect(stopped.stderr).toContain(`npm run agenda -- --meeting ${nextMeeting}`);
    await story.run(make, '2026-11-24T12:00');
    await expectGolden('agenda-r2', 'moved');
    const { recipients } = await story.send('agenda-r2');
    expect(recipients.map(({ address }) => address)).toEqual(addresses);
    const [before, after] = [await eventIn('agenda-r1'), await eventIn('agenda-r2')];
    expect(after.getFirstPropertyValue('uid')).toBe(before.getFirstPropertyValue('uid'));
    expect([before, after].map((event) => event.getFirstPropertyValue('sequence'))).toEqual([0, 1]);
    const loose = await readFile(
      join(story.world.folder, 'out/agenda/saksliste-2026-12-10-a-2026-004.nb.ics'),
      'utf8',
    );
    expect(eventOf(loose).getFirstPropertyValue('uid')).toBe(after.getFirstPropertyValue('uid'));
    expect(eventOf(loose).getFirstPropertyValue('sequence')).toBe(1);
    expect(await story.due('2026-11-24T13:00')).toEqual([]);
  });

  it('is told with its late case, and with one that was taken off or renamed', async () => {
    await invited();
    await story.add('Saker', {
      ...{ ID: 'S-2026-900', Tittel: 'Felles høringssvar om boliger', Type: 'Vedtak', Møte: nextMeeting },
    });
    expect(shown(await story.due('2026-11-24T12:00'))).toEqual([
      [`${nextMeeting} agenda: outdated`, 6, ['cases'], make],
    ]);
    await story.run(make, '2026-11-24T12:00');
    await expectGolden('agenda-r2', 'late-case');
    await story.send('agenda-r2');
    expect((await eventIn('agenda-r2')).getFirstPropertyValue('sequence')).toBe(0);
    expect(await story.due('2026-11-24T13:00')).toEqual([]);

    await story.type('Saker', 'S-2026-900', { Tittel: 'Felles høringssvar om bustader' });
    for (const id of ['S-2026-013', 'S-2026-014']) await story.type('Saker', id, { Status: 'Trukket' });
    await story.run(make, '2026-11-25T12:00');
    const { letters } = await story.mailing('agenda-r3');
    expect(letters[0]?.subject).toMatch(/^Endret saksliste: /u);
    const text = await readFile(join(story.folderOf('agenda-r3'), 'message.nb.txt'), 'utf8');
    const plain = text.replace(/\s+/gu, ' ');
    expect(plain).toMatch(
      /heter nå «Felles høringssvar om bustader» \(før: «Felles høringssvar om boliger»\)/u,
    );
    expect(plain).toContain('Utgått sak: «BYLIVkonferansen 2027: ansvar for øktene»');
    const nynorsk = await readFile(join(story.folderOf('agenda-r3'), 'message.nn.txt'), 'utf8');
    const removed = [plain, nynorsk.replace(/\s+/gu, ' ')].map((one) => one.match(/Utgått sak: «[^»]*/gu));
    expect(removed).toEqual(
      ['innledere', 'innleiarar'].map((word) => [
        `Utgått sak: «Webinarserien: tema og ${word} neste halvår`,
        'Utgått sak: «BYLIVkonferansen 2027: ansvar for øktene',
      ]),
    );
    expect(plain).not.toContain('Ny sak');
  });

  it.each([
    ['Tittel nynorsk', 'titleNn', 'nn', 'Møtet heiter no «Nytt namn».'],
    ['Tittel', 'title', 'nb', 'Møtet heter nå «Nytt namn».'],
  ])('is told with a new %s to those who read that', async (column, fact, own, words) => {
    await story.type('Aktiviteter', nextMeeting, { 'Tittel nynorsk': 'Haustmøtet' });
    await invited();
    const { recipients } = await story.mailing('agenda-r1');
    const readers = recipients.filter(({ standard }) => standard === own).map(({ address }) => address);
    await story.type('Aktiviteter', nextMeeting, { [column]: 'Nytt namn' });
    expect(shown(await story.due('2026-11-24T12:00'))).toEqual([
      [`${nextMeeting} agenda: outdated`, readers.length, [fact], make],
    ]);
    await story.run(make, '2026-11-24T12:00');
    const again = await story.send('agenda-r2');
    expect(again.recipients.map(({ address }) => address)).toEqual(readers);
    expect(again.letters.map(({ standard }) => standard)).toEqual([own]);
    const text = await readFile(join(story.folderOf('agenda-r2'), `message.${own}.txt`), 'utf8');
    expect(text.replace(/\s+/gu, ' ')).toContain(words);
    expect(await story.due('2026-11-24T13:00')).toEqual([]);
  });

  it('is told to those who read nynorsk when it gets a title of its own there', async () => {
    await invited();
    await story.type('Aktiviteter', nextMeeting, { 'Tittel nynorsk': 'Haustmøtet' });
    await story.run(make, '2026-11-24T12:00');
    const text = await readFile(join(story.folderOf('agenda-r2'), 'message.nn.txt'), 'utf8');
    expect(text.replace(/\s+/gu, ' ')).toContain(
      'Møtet heiter no «Haustmøtet». Det heitte «Kvartalsmøte 4. kvartal 2026».',
    );
    expect((await story.mailing('agenda-r2')).letters.map(({ standard }) => standard)).toEqual(['nn']);
  });

  it('is told from what each had last, where not all got the mail in between', async () => {
    const [one = ''] = await invited();
    await move();
    await story.run(make, '2026-11-24T12:00');
    await story.send('agenda-r2', 'sendt', (address) => address === one);
    await story.type('Aktiviteter', nextMeeting, { Sted: 'Tromsø' });
    await story.run(make, '2026-11-25T12:00');
    const text = await readFile(join(story.folderOf('agenda-r3'), 'message.nb.txt'), 'utf8');
    expect(text).toContain('Møtet er flyttet');
    expect(text).toContain('Nytt sted: Tromsø');
    expect((await story.mailing('agenda-r3')).recipients).toHaveLength(6);
  });

  it('is cancelled for those who have it, and is told again if it is on after all', async () => {
    const addresses = await invited();
    await story.type('Aktiviteter', nextMeeting, { Status: 'Avlyst' });
    expect(shown(await story.due('2026-11-24T12:00'))).toEqual([
      [`${nextMeeting} cancellation: outdated`, 6, ['state'], cancel],
    ]);
    const stopped = await story.world.run(sendCommand, [
      ...[`${nextMeeting}.agenda.r1`, '--approve', (await story.mailing('agenda-r1')).planHash.slice(0, 8)],
    ]);
    expect(stopped.stderr).toContain('is cancelled since the mailing was made');
    const { code } = await story.run(cancel, '2026-11-24T12:00');
    expect(code).toBe(0);
    await expectGolden('cancellation-r1', 'cancelled');
    const { recipients, letters } = await story.send('cancellation-r1');
    expect(recipients.map(({ address }) => address)).toEqual(addresses);
    expect(letters.map(({ calendar }) => [calendar?.method, calendar?.sequence])).toEqual([
      ['CANCEL', 1],
      ['CANCEL', 1],
    ]);
    expect(await story.due('2026-11-24T13:00')).toEqual([]);
    const again = await story.run(cancel, '2026-11-24T13:00');
    expect(again.stderr).toContain('Those who had the invitation know that it is cancelled.');

    await story.type('Aktiviteter', nextMeeting, { Status: 'Bekreftet' });
    expect(shown(await story.due('2026-11-25T12:00'))).toEqual([
      [`${nextMeeting} agenda: outdated`, 6, ['state'], make],
    ]);
    await story.run(make, '2026-11-25T12:00');
    const back = await story.mailing('agenda-r2');
    expect(back.letters.map(({ subject, calendar }) => [subject.split(':')[0], calendar?.sequence])).toEqual([
      ['Møtet blir holdt likevel', 2],
      ['Møtet blir halde likevel', 2],
    ]);
  });

  it('that is cancelled with only files written of it sends no cancellation before that is told', async () => {
    await story.run(make);
    await story.send('agenda-r1', 'skrevet');
    await story.type('Aktiviteter', nextMeeting, { Status: 'Avlyst' });
    expect(shown(await story.due('2026-11-24T12:00'))).toEqual([
      [
        `${nextMeeting}.agenda.r1 written: outdated`,
        undefined,
        [],
        `send -- ${nextMeeting}.agenda.r1 --reopen all`,
      ],
    ]);
    const { stderr } = await story.run(cancel, '2026-11-24T12:00');
    expect(stderr).toContain(`npm run send -- ${nextMeeting}.agenda.r1 --sent-by-hand all`);
    expect(await story.folders()).toEqual(['agenda-r1']);
  });

  it('leaves the list when it is over, also for what was wrong then', async () => {
    await invited();
    await story.type('Aktiviteter', nextMeeting, { Sted: 'Tromsø' });
    expect(await story.due('2026-12-03T11:00')).toHaveLength(1);
    expect(await story.due('2026-12-03T12:00')).toEqual([]);
  });
});
