/** What the speakers of the sample's coming conference are told, from the request to the cancellation. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { speakersCommand } from '../../../src/app/commands/speakers.ts';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { recipientKey } from '../../../src/domain/recipient-key.ts';
import type { Entry } from '../../../src/papers/due/entry.ts';
import { dueList } from '../../../src/papers/due/list.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { expectGoldenMailing } from '../../support/golden-mailing.ts';
import { typeIn } from '../../support/type-in.ts';
import { mailingIn } from '../../support/webinar-story.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

const now = nowAt('2026-11-23T12:00');

interface Story {
  readonly world: TestWorld;
  readonly speakers: (...argv: readonly string[]) => Promise<ScriptRun>;
  readonly type: (tab: string, id: string, typed: Parameters<typeof typeIn>[3]) => Promise<void>;
  /** The due list about one slot. */
  readonly due: (slot: string) => Promise<readonly Entry[]>;
  /** Follows the only entry about a slot, looks at the mail, and sends it. Gives its folder. */
  readonly follow: (slot: string, kind: string) => Promise<string>;
}

async function beginStory(): Promise<Story> {
  const world = await makeFilledWorld();
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const due = async (slot: string): Promise<readonly Entry[]> => {
    const { register } = readRegister(await store.read(), now);
    const keyOf = (mailing: string, address: string): string =>
      recipientKey(sha256, 'file', mailing, address);
    return dueList({ register, now, keyOf, sizes: new Map() }).filter(({ about }) => about.id === slot);
  };
  const speakers = (...argv: readonly string[]): Promise<ScriptRun> => world.run(speakersCommand, argv);
  return {
    ...{ world, due, speakers },
    type: (tab, id, typed) => typeIn(store, tab, id, typed),
    follow: async (slot, kind) => {
      const [entry, ...more] = await due(slot);
      expect([entry?.matter, more]).toEqual([kind, []]);
      const [, typed = ''] = /^speakers -- (.*)$/u.exec(entry?.command ?? '') ?? [];
      const made = await speakers(...typed.split(' '));
      expect([made.code, made.stderr]).toEqual([0, expect.stringContaining(`${kind}: «`)]);
      const folder = join(world.folder, made.stdout.trim());
      const { planHash } = await mailingIn(folder);
      const approved = [made.stdout.trim(), '--approve', planHash.slice(0, 12)];
      const sent = await world.run(sendCommand, approved, { FELLES_STATE: join(world.folder, 'state') });
      expect([sent.code, sent.stderr]).toEqual([1, expect.stringContaining('written')]);
      const reported = [made.stdout.trim(), '--sent-by-hand', 'all'];
      await world.run(sendCommand, reported, { FELLES_STATE: join(world.folder, 'state') });
      return folder;
    },
  };
}

/** METHOD, SEQUENCE, UID and STATUS of the invitation in a folder. */
async function inviteIn(folder: string, standard: string): Promise<readonly unknown[]> {
  const ics = await readFile(join(folder, `invite.${standard}.ics`), 'utf8');
  const calendar = ICAL.Component.fromString(ics);
  const event = calendar.getFirstSubcomponent('vevent');
  return [
    calendar.getFirstPropertyValue('method'),
    event?.getFirstPropertyValue('sequence'),
    event?.getFirstPropertyValue('uid'),
    event?.getFirstPropertyValue('status'),
  ];
}

it.each([
  ['nb', 'P-2027-015', 'Arkitekt'],
  ['nn', 'P-2027-014', 'Seksjonssjef'],
])(
  'a speaker who reads %s is told all that concerns them, and nothing else',
  async (standard, slot, name) => {
    const story = await beginStory();
    const uid = `${slot.toLowerCase()}@felles.invalid`;
    const golden = (folder: string, kind: string): Promise<void> =>
      expectGoldenMailing(folder, kind, standard, 'speakers');

    // Is asked, and asked again when the deadline has passed.
    {
      await story.type('Program', slot, { Status: 'Ønsket' });
      await golden(await story.follow(slot, 'asked'), 'asked');
      expect(await story.due(slot)).toEqual([]);
      await story.type('Program', slot, { Status: 'Spurt', Svarfrist: { day: '2026-11-20' } });
      expect(await story.due(slot)).toMatchObject([
        { name: `${slot} nudge`, state: 'overdue', since: '2026-11-21', changes: [] },
      ]);
      await golden(await story.follow(slot, 'nudge'), 'nudge');
      expect(await story.due(slot)).toEqual([]);
    }

    // Gets the slot in the calendar when it is confirmed.
    {
      await story.type('Program', slot, { Status: 'Bekreftet' });
      const folder = await story.follow(slot, 'confirmed');
      await golden(folder, 'confirmed');
      expect(await inviteIn(folder, standard)).toEqual(['REQUEST', 1, uid, 'CONFIRMED']);
      expect((await mailingIn(folder)).recipients).toMatchObject([{ name, standard }]);
      expect(await story.due(slot)).toEqual([]);
    }

    // Is told what has changed for them, was and is, and nobody else is.
    {
      const start = standard === 'nb' ? '2027-10-19T13:45' : '2027-10-19T14:00';
      await story.type('Program', slot, {
        Start: { wallTime: start },
        Rom: 'Biblioteket',
        Organisasjon: 'Ny AS',
      });
      const [entry] = await story.due(slot);
      expect(entry).toMatchObject({ state: 'outdated', holders: 1 });
      expect(entry?.changes.map(({ fact }) => fact)).toEqual(['time', 'room']);
      const folder = await story.follow(slot, 'changed');
      await golden(folder, 'changed');
      expect(await inviteIn(folder, standard)).toEqual(['REQUEST', 3, uid, 'CONFIRMED']);
      expect(await story.due(slot)).toEqual([]);
      const { stdout } = await story.speakers('--kind', 'changed');
      expect(stdout).toBe('');
    }

    // Is told that it is off, and it leaves the calendar.
    {
      await story.type('Program', slot, { Status: 'Avslått' });
      const folder = await story.follow(slot, 'withdrawn');
      await golden(folder, 'withdrawn');
      expect(await inviteIn(folder, standard)).toEqual(['CANCEL', 5, uid, 'CANCELLED']);
      expect(await story.due(slot)).toEqual([]);
    }

    // Is asked again where the slot is on again.
    {
      await story.type('Program', slot, { Status: 'Ønsket' });
      expect(await story.due(slot)).toMatchObject([{ name: `${slot} asked` }]);
      await story.type('Program', slot, { Status: 'Avslått' });
    }
    await story.world.remove();
  },
);

describe('thanks', () => {
  const held = 'A-2026-014';

  it.each([
    ['nb', 'P-2026-001', 'K-2025-001'],
    ['nn', 'P-2026-003', 'K-2025-005'],
  ])('come after what was held, with the recording (%s)', async (standard, slot, contact) => {
    const story = await beginStory();
    await story.type('Program', slot, { Kontakt: contact });
    const { register } = readRegister(await xlsxStore(join(story.world.folder, 'register.xlsx')).read(), now);
    const activity = register.slots.find(({ id }) => id === slot)?.activity ?? held;
    await story.type('Aktiviteter', activity, {
      Opptak: 'https://opptak.example/1',
      Slutt: { wallTime: '2026-11-11T15:00' },
      Start: { wallTime: '2026-11-10T10:00' },
      Status: 'Gjennomført',
    });
    await story.type('Program', slot, {
      Start: { wallTime: '2026-11-10T10:00' },
      Slutt: { wallTime: '2026-11-10T11:00' },
    });
    expect(await story.due(slot)).toMatchObject([{ state: 'due', since: '2026-11-11' }]);
    const folder = await story.follow(slot, 'thanks');
    await expectGoldenMailing(folder, 'thanks', standard, 'speakers');
    expect(await story.due(slot)).toEqual([]);
    await story.world.remove();
  });
});

describe('who cannot be written to', () => {
  it('is named in the list and by the command', async () => {
    const story = await beginStory();
    await story.type('Program', 'P-2027-017', { Kontakt: 'K-2025-099' });
    expect(await story.due('P-2027-017')).toMatchObject([
      {
        matter: 'confirmed',
        command: undefined,
        notes: [{ code: 'speaker-unreachable', args: { why: 'unknown' } }],
      },
    ]);
    const { code, stderr } = await story.speakers('--slot', 'P-2027-017');
    expect([code, stderr]).toEqual([1, expect.stringContaining('nobody can be written to')]);
    await story.world.remove();
  });

  it('a message that is not due is refused, and what is due is named', async () => {
    const story = await beginStory();
    const { code, stderr } = await story.speakers('--slot', 'P-2027-012', '--kind', 'confirmed');
    expect([code, stderr]).toEqual([2, expect.stringContaining('What is due is nudge')]);
    expect((await story.speakers('--slot', 'P-2027-999')).stderr).toContain('There is no slot P-2027-999.');
    await story.world.remove();
  });
});

describe('an activity on another day', () => {
  it('no message says the old day: the row is named, and other rows are not', async () => {
    const story = await beginStory();
    const { register } = readRegister(await xlsxStore(join(story.world.folder, 'register.xlsx')).read(), now);
    const activity = register.slots.find(({ id }) => id === 'P-2027-003')?.activity ?? '';
    await story.type('Program', 'P-2027-003', {
      Status: 'Spurt',
      Svarfrist: { day: '2026-11-20' },
      Kontakt: 'K-2025-001',
    });
    const right = await story.speakers('--slot', 'P-2027-003', '--kind', 'nudge');
    expect([right.code, right.stderr]).toEqual([0, expect.not.stringContaining('have errors')]);

    await story.type('Aktiviteter', activity, {
      Start: { wallTime: '2027-05-20T10:00' },
      Slutt: { wallTime: '2027-05-20T11:30' },
    });
    const { code, stdout, stderr } = await story.speakers('--slot', 'P-2027-003', '--kind', 'nudge');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/Program, row \d+, Start: .* is outside the activity/u);
    expect(stderr).not.toContain('have errors');

    // Its confirmed siblings have errors too, which do not concern another activity.
    const elsewhere = await story.speakers('--slot', 'P-2027-012', '--kind', 'nudge');
    expect([elsewhere.code, elsewhere.stderr]).toEqual([0, expect.not.stringContaining('have errors')]);
    await story.world.remove();
  });

  it('a row with errors that could have been in a message is named', async () => {
    const story = await beginStory();
    await story.type('Program', 'P-2027-012', { Status: 'Kanskje', Tittel: 'En egen tittel' });
    const all = await story.speakers('--kind', 'nudge');
    expect([all.code, all.stderr]).toEqual([1, expect.stringContaining('Kanskje')]);
    const one = await story.speakers('--slot', 'P-2027-003');
    expect(one.stderr).not.toContain('Kanskje');
    for (const name of ['P-2027-012', 'en egen tittel']) {
      const { code, stderr } = await story.speakers('--slot', name);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^Row \d+ of Program may be .*, but has errors in Status \(\w\d+\)\./mu),
      ]);
    }
    await story.world.remove();
  });
});
