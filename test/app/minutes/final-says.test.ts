/** Final minutes, and the papers after them, say what was decided as it was decided. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextMeeting } from '../../support/meeting-story.ts';
import { beginMinutesStory, writeOutcomes, type MinutesStory } from '../../support/minutes-story.ts';

const after = '2026-12-04T12:00';
const final = `--meeting ${nextMeeting} --final`;
const standards = ['nb', 'nn'] as const;

/** A version of the minutes, in one line. */
async function textOf(
  { file }: MinutesStory,
  standard: string,
  version: number | string = 1,
): Promise<string> {
  const text = await file(`minutes/referat-2026-12-03-a-2026-004-v${String(version)}.${standard}.txt`);
  return text.replaceAll(/\s*\n(?:\| *)?/gu, ' ').replaceAll(/\s+/gu, ' ');
}

describe('a deadline in words', () => {
  it('is in the minutes, in the mail to the responsible and in the next agenda', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    await story.type('Tiltak', 'T-2026-021', {
      Frist: '',
      Merknad: 'Spør Kari.\nFrist i referatet: snarest',
    });
    await story.type('Tiltak', 'T-2026-022', { Frist: '', Merknad: 'Spør Kari.' });
    const { code, stderr } = await story.minutes(`${final} --mailing`, after);
    expect(code, stderr).toBe(0);
    for (const standard of standards) {
      const text = await textOf(story, standard);
      expect(text).toContain('Ansvar: Webinarkoordinator · Frist: snarest');
      expect(text).not.toContain('Kari.');
    }
    const mail = await story.file('minutes/k-2025-007-actionlist-r1/message.nn.txt');
    expect(mail).toContain('Frist: snarest');
    const none = await story.file('minutes/k-2025-001-actionlist-r1/message.nb.txt');
    expect(none).toContain('Ikke satt');
    for (const [standard, agreed] of [
      ['nb', 'Avtales i møtet'],
      ['nn', 'Blir avtalt i møtet'],
    ] as const) {
      const { stdout } = await story.agenda(`--meeting A-2027-001 --standard ${standard}`, after);
      const agenda = await readFile(join(story.world.folder, stdout.trim()), 'utf8');
      expect(agenda).toContain('Frist: snarest');
      expect(agenda).toContain(`Frist: ${agreed}`);
      expect(agenda).not.toMatch(/(?<![\p{L}])(\p{L}+): \1(?!\p{L})/iu);
    }
    // A day that is written later takes their place, and is a change.
    await story.type('Tiltak', 'T-2026-021', { Frist: '17.12.2026' });
    expect((await story.minutes(final, '2026-12-05T12:00')).stderr).toContain('Version 2 was kept');
    for (const standard of standards)
      expect(await textOf(story, standard, 2)).toContain(
        'frist 17. desember 2026 (før: «Foreslå innleder til den ledige posten», Webinarkoordinator, frist: snarest)',
      );
  });
});

describe('a case that is put off', () => {
  const text = {
    nb: 'Saken ble utsatt til møtet 25. november 2027.',
    nn: 'Saka vart utsett til møtet 25. november 2027.',
  };
  const bare = { nb: 'Saken ble utsatt.', nn: 'Saka vart utsett.' };

  it.each([
    ['in words alone', 'Utsatt til møtet i november.', '', bare],
    ['in words that Utsett til says too', 'Utsatt til møtet i november.', 'A-2027-090', text],
    ['otherwise in Utsett til', 'Utsatt til møtet i november.', 'A-2027-001', bare],
    ['in words that are not certain', 'Utsatt til møtet i januar.', 'A-2027-090', text],
  ])('has one meeting in the minutes: %s', async (_, Notat, until, said) => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    await story.add('Aktiviteter', {
      ...{ ID: 'A-2027-090', Type: 'Kvartalsmøte', Tittel: 'Kvartalsmøte', Part: 'Bylivsenteret' },
      ...{ Status: 'Planlagt', Start: '25.11.2027 10:00' },
    });
    await story.type('Saker', 'S-2026-013', { Notat, 'Utsett til': until });
    const { stderr } = await story.minutes(final, after);
    expect(stderr.includes('S-2026-013 is put off in words')).toBe(said === bare);
    for (const standard of standards) {
      const minutes = await textOf(story, standard);
      expect(minutes).toContain(`${Notat} ${said[standard]} Sak`);
      expect(minutes).not.toMatch(/uts[ae]tt til møtet 11\. mars/u);
    }
  });

  it('is in a new version once Utsett til says otherwise, until both have approved', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    await story.minutes(final, after);
    await story.type('Saker', 'S-2026-013', { 'Utsett til': { day: '2027-06-10' } });
    const { stderr } = await story.minutes(final, '2026-12-05T12:00');
    expect(stderr).toContain('Version 2 was kept');
    expect(await textOf(story, 'nb', 2)).toContain('Saken venter nå til 10. juni 2027.');
    expect(await textOf(story, 'nn', 2)).toContain('Saka ventar no til 10. juni 2027.');
    expect(await textOf(story, 'nb', 2)).toContain('Saken ble utsatt til 10. juni 2027.');
    await story.type('Aktiviteter', nextMeeting, {
      ...{ 'Godkjent av Bylivsenteret': 'Fagsjef', 'Godkjent av Distriktssenteret': 'Seksjonssjef' },
      'Godkjent dato Bylivsenteret': { day: '2026-12-08' },
      'Godkjent dato Distriktssenteret': { day: '2026-12-08' },
    });
    await story.type('Saker', 'S-2026-013', { 'Utsett til': { day: '2027-09-10' } });
    const settled = await story.minutes(final, '2026-12-09T12:00');
    expect(settled.stderr).toContain('Nothing has changed since version 2');
    expect(await textOf(story, 'nb', '2-godkjent')).toContain('Saken ble utsatt til 10. juni 2027.');
  });
});

it('says that a case waits no more for a meeting that has gone', async () => {
  const story = await beginMinutesStory();
  await writeOutcomes(story);
  const later = {
    ...{ Type: 'Kvartalsmøte', Tittel: 'Kvartalsmøte', Part: 'Bylivsenteret' },
    ...{ Status: 'Planlagt', Start: '25.11.2027 10:00' },
  };
  await story.add('Aktiviteter', { ID: 'A-2027-090', ...later });
  await story.type('Saker', 'S-2026-013', { 'Utsett til': 'A-2027-090' });
  await story.minutes(final, after);
  await story.type('Aktiviteter', 'A-2027-090', { ID: 'A-2027-091' });
  await story.type('Saker', 'S-2026-013', { 'Utsett til': '' });
  await story.minutes(final, '2026-12-05T12:00');
  expect(await textOf(story, 'nb', 2)).toContain(
    'venter ikke lenger til et møte som er tatt ut av registeret.',
  );
  expect(await textOf(story, 'nn', 2)).toContain(
    'ventar ikkje lenger til eit møte som er teke ut av registeret.',
  );
});

describe('the approval', () => {
  it('is told by whom it is and by whom not, then by both, in the paper and on the terminal', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    const { stderr } = await story.minutes(final, after);
    expect(stderr).not.toContain('pproved');
    expect(await textOf(story, 'nb')).toContain('ikke godkjent av begge parter ennå');
    await story.type('Aktiviteter', nextMeeting, {
      'Godkjent av Bylivsenteret': 'Fagsjef',
      'Godkjent dato Bylivsenteret': { day: '2026-12-08' },
    });
    const half = await story.minutes(final, '2026-12-09T12:00');
    expect(half.stderr).toContain('Approved by one party so far: Bylivsenteret (2026-12-08, Fagsjef).');
    const one = { nb: 'Distriktssenteret: ikke godkjent ennå', nn: 'Distriktssenteret: ikkje godkjent enno' };
    for (const standard of standards) {
      const text = await textOf(story, standard, '1-delvis-godkjent');
      expect(text).toContain('Bylivsenteret: godkjent 8. desember 2026 av Fagsjef');
      expect(text).toContain(one[standard]);
    }
    await story.type('Aktiviteter', nextMeeting, {
      'Godkjent av Distriktssenteret': 'Seksjonssjef',
      'Godkjent dato Distriktssenteret': { day: '2026-12-10' },
    });
    const both = await story.minutes(final, '2026-12-11T12:00');
    expect(both.stderr).toContain('Approved by both parties: Bylivsenteret (2026-12-08, Fagsjef) and');
  });

  it('that was given before Felles kept the only version counts, and the paper says so', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    const approvals = {
      ...{ 'Godkjent av Bylivsenteret': 'Fagsjef', 'Godkjent av Distriktssenteret': 'Seksjonssjef' },
      'Godkjent dato Bylivsenteret': { day: '2026-12-05' },
      'Godkjent dato Distriktssenteret': { day: '2026-12-08' },
    };
    await story.type('Aktiviteter', nextMeeting, approvals);
    const { stderr } = await story.minutes(final, '2026-12-10T12:00');
    expect(stderr).toContain('Version 1 was kept');
    expect(stderr).toContain('Approved by both parties');
    expect(stderr).toContain('approved before version 1 was kept (2026-12-10)');
    expect(stderr).not.toContain('earlier version:');
    const said = { nb: 'før denne versjonen ble lagret', nn: 'før denne versjonen vart lagra' };
    for (const standard of standards)
      expect(await textOf(story, standard, '1-godkjent')).toContain(`${said[standard]} 10. desember 2026`);
    expect((await story.due('2026-12-11T12:00')).filter(({ matter }) => matter === 'approval')).toEqual([]);
    const next = await story.agenda('--meeting A-2027-001 --standard nb', '2026-12-11T12:00');
    const agenda = await readFile(join(story.world.folder, next.stdout.trim()), 'utf8');
    expect(agenda.replaceAll(/\s+/gu, ' ')).toContain('godkjent av begge parter 8. desember');
    // What was changed since nobody has approved.
    await story.type('Saker', 'S-2026-011', { Vedtak: 'Fylkeskontakten følger opp Nordland.' });
    const second = await story.minutes(final, '2026-12-12T12:00');
    expect(second.stderr).toContain('approved an earlier version: for version 2');
  });
});

describe('what was before the meeting', () => {
  it('is in the minutes: what was done since the last one, its minutes, and each case that was on the agenda', async () => {
    const story = await beginMinutesStory();
    await writeOutcomes(story);
    const open = (await story.register(after)).actions.filter(
      ({ fromMeeting }) => fromMeeting !== nextMeeting,
    );
    const done = open.find(({ status, fromCase }) => status === 'open' && fromCase === undefined);
    await story.type('Tiltak', done?.id ?? '', { Status: 'Utført', 'Utført dato': { day: '2026-12-03' } });
    const { stderr } = await story.minutes(final, after);
    expect(stderr).toContain('Without outcome, and the minutes say so: «Samtykke fra kommunene');
    const said = {
      nb: [
        'Forrige referat: Fra møtet 17. september 2026: godkjent av begge parter',
        'Saken er behandlet før.',
      ],
      nn: ['Førre referat: Frå møtet 17. september 2026: godkjent av begge partar', 'Saka er behandla før.'],
    };
    const heads = { nb: 'Utført siden forrige møte', nn: 'Utført sidan førre møte' };
    for (const standard of standards) {
      const text = await textOf(story, standard);
      for (const one of said[standard]) expect(text).toContain(one);
      expect(text).toMatch(
        new RegExp(`${heads[standard]} -+ - ${done?.action ?? ''} .*3. desember 2026`, 'u'),
      );
    }
    // It is not done after all.
    await story.type('Tiltak', done?.id ?? '', { Status: 'Åpen', 'Utført dato': '' });
    await story.minutes(final, '2026-12-05T12:00');
    expect(await textOf(story, 'nb', 2)).toContain(`Tatt ut av det som er utført: «${done?.action ?? ''}».`);
    expect(await textOf(story, 'nn', 2)).toContain(`Teke ut av det som er utført: «${done?.action ?? ''}».`);
  });
});
