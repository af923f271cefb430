import { plainIn } from '../../src/domain/standard-text.ts';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { programme } from '../../src/papers/programme/programme.ts';
import { releaseOf, withRelease } from '../../src/papers/programme/release.ts';
import { programmeIn } from '../../src/papers/programme/in-standard.ts';
import { programmeView, type Programme } from '../../src/papers/programme/view.ts';
import type { Register } from '../../src/register/register.ts';
import { dateCell, nowAt, type RowInput } from '../support/build-workbook.ts';
import { registerWith } from '../support/announcements.ts';

const now = nowAt('2026-11-23T12:00');

const activity = (number: number, more: RowInput = {}): RowInput => ({
  ID: `A-2027-00${String(number)}`,
  Type: 'Konferanse',
  Tittel: `Konferanse ${String(number)}`,
  Part: 'Felles',
  Status: 'Planlagt',
  Start: dateCell('2027-04-15T10:00'),
  Slutt: dateCell('2027-04-16T15:00'),
  ...more,
});

const slot = (number: number, start: string | null, end: string | null, more: RowInput = {}): RowInput => ({
  ID: `P-2027-00${String(number)}`,
  Aktivitet: 'A-2027-002',
  Start: start === null ? null : dateCell(start),
  Slutt: end === null ? null : dateCell(end),
  Tittel: `Innslag ${String(number)}`,
  Status: 'Bekreftet',
  ...more,
});

const register = (slots: readonly RowInput[], activities: readonly RowInput[] = [activity(2)]): Register =>
  registerWith({ Aktiviteter: activities, Program: slots, Tekster: [] });

/** Every programme fits the view of the templates in both written standards. */
function viewOf(of: Register, id?: string): Programme {
  const made = programme(of, id, now);
  for (const standard of ['nb', 'nn'] as const) programmeView.parse(programmeIn(made, standard));
  return made;
}

/** The register as it is once its programme is released. */
const released = (of: Register): Register => withRelease(of, releaseOf(of, viewOf(of), now) ?? []);

describe('which activity a programme is of', () => {
  const slots = [
    slot(1, '2027-04-15T10:00', null),
    slot(2, '2027-02-15T10:00', null, { Aktivitet: 'A-2027-003' }),
  ];
  const webinar = activity(3, { Type: 'Webinar', Start: dateCell('2027-02-15T10:00'), Slutt: null });

  it('is the next conference that has one, before other activities that come first', () => {
    const of = register(slots, [activity(1, { Start: dateCell('2027-01-15T10:00') }), activity(2), webinar]);
    expect(viewOf(of).activity.id).toBe('A-2027-002');
  });

  it('is any other that has one where no conference has', () => {
    expect(viewOf(register(slots, [activity(2, { Status: 'Avlyst' }), webinar])).activity.id).toBe(
      'A-2027-003',
    );
  });

  it.each([
    ['A-2027-009', 'There is no activity A-2027-009.'],
    ['A-2027-001', 'A-2027-001 «Konferanse 1» has no programme.'],
  ])('%s is refused with what to do', (id, message) => {
    expect(() => viewOf(register(slots, [activity(1), activity(2)]), id)).toThrow(message);
  });

  it('is none where nothing is coming', () => {
    expect(() => viewOf(register([]))).toThrow(UserError);
  });
});

describe('a programme', () => {
  it('stands by day, time and room; declined slots are left out, and those without a time stand apart', () => {
    const { days, untimed, counts } = viewOf(
      register([
        slot(1, '2027-04-16T09:00', '2027-04-16T10:00'),
        slot(2, '2027-04-15T13:00', '2027-04-15T14:00', { Rom: 'B' }),
        slot(3, '2027-04-15T13:00', '2027-04-15T14:00', { Rom: 'A', Status: 'Spurt' }),
        slot(4, '2027-04-15T12:00', null, { Status: 'Avslått' }),
        slot(5, null, null, { Status: null }),
      ]),
    );
    expect(
      days.map(({ day, hasRooms, slots }) => [day, hasRooms, ...slots.map(({ id }) => id.slice(-1))]),
    ).toEqual([
      ['2027-04-15', true, '3', '2'],
      ['2027-04-16', false, '1'],
    ]);
    expect(untimed.map(({ id }) => id)).toEqual(['P-2027-005']);
    expect(counts).toEqual({ all: 4, confirmed: 2, asked: 1, wanted: 1, declined: 1 });
  });

  it('names those who have not said yes, with the days that are left', () => {
    const { unconfirmed } = viewOf(register([slot(1, '2027-04-15T10:00', null, { Status: 'Spurt' })]));
    expect(unconfirmed).toMatchObject([{ id: 'P-2027-001', status: 'asked', daysLeft: 143, isLate: false }]);
  });

  it('has first those whose deadline is first, and says which is past', () => {
    const asked = (number: number, deadline: string | null): RowInput =>
      slot(number, '2027-04-15T10:00', null, {
        Status: 'Spurt',
        Svarfrist: deadline === null ? null : dateCell(deadline),
      });
    const { unconfirmed } = viewOf(
      register([asked(1, null), asked(2, '2026-11-23'), asked(3, '2026-11-22')]),
    );
    expect(unconfirmed.map(({ id, isLate }) => [id.slice(-1), isLate])).toEqual([
      ['3', true],
      ['2', false],
      ['1', false],
    ]);
  });

  it('names a speaker and a room that are needed twice, but not what the other slot of another party is', () => {
    const slots = [
      slot(1, '2027-04-15T10:00', '2027-04-15T11:00', { Innleder: 'Arkitekt', Rom: 'A' }),
      slot(2, '2027-04-15T10:30', '2027-04-15T11:00', { Innleder: 'arkitekt', Rom: 'B' }),
      slot(3, '2027-04-15T10:30', '2027-04-15T11:00', { Innleder: 'Arkitekt', Aktivitet: 'A-2027-003' }),
    ];
    const secret = activity(3, { Type: 'Nettverk', 'Del med partner': 'nei' });
    const { clashes } = viewOf(register(slots, [activity(2), secret]));
    expect(
      clashes.map(({ what, one, other }) => [what, plainIn(one.title, 'nn'), plainIn(other.title, 'nn')]),
    ).toEqual([
      ['speaker', 'Innslag 1', 'Innslag 2'],
      ['speaker', 'Innslag 1', 'P-2027-003'],
    ]);
  });
});

describe('a released version', () => {
  const first = [
    slot(1, '2027-04-15T10:00', '2027-04-15T11:00', { Innleder: 'Arkitekt', Organisasjon: 'NAL', Rom: 'A' }),
    slot(2, '2027-04-15T11:00', '2027-04-15T12:00', { Innleder: 'Ordfører' }),
    slot(3, '2027-04-15T12:00', '2027-04-15T13:00'),
  ];

  it('counts from 1, and nothing has changed since', () => {
    const view = viewOf(released(register(first)));
    expect(view.released).toEqual({ version: 1, on: '2026-11-23' });
    expect([view.changes, view.touched, view.isDraft]).toEqual([[], [], false]);
    expect(viewOf(register(first)).isDraft).toBe(true);
    expect(releaseOf(released(register(first)), view, now)).toBeUndefined();
  });

  it('tells only what differs from it, and which speakers that concerns', () => {
    const before = released(register(first));
    const after = register([
      slot(1, '2027-04-15T10:30', '2027-04-15T11:00', {
        Innleder: 'Planlegger',
        Organisasjon: 'NAL',
        Rom: 'B',
      }),
      slot(2, '2027-04-15T11:00', '2027-04-15T12:00', { Innleder: 'Ordfører', Tittel: 'Nytt navn' }),
      slot(4, '2027-04-15T14:00', null, { Innleder: 'Forsker' }),
    ]);
    const view = viewOf({ ...after, statements: before.statements });
    expect(view.changes.map(({ what, slot: { id }, was, is }) => [id.slice(-1), what, was, is])).toEqual([
      ['1', 'time', undefined, undefined],
      ['1', 'room', 'A', 'B'],
      ['1', 'speaker', 'Arkitekt, NAL', 'Planlegger, NAL'],
      ['2', 'title', 'Innslag 2', 'Nytt navn'],
      ['4', 'new', undefined, undefined],
      ['3', 'gone', undefined, undefined],
    ]);
    expect(view.changes[0]).toMatchObject({ wasTime: '2027-04-15T10:00', isTime: '2027-04-15T10:30' });
    expect(view.touched).toEqual(['Planlegger, NAL', 'Ordfører', 'Forsker', 'Arkitekt, NAL']);
    expect(viewOf(released({ ...after, statements: before.statements })).released?.version).toBe(2);
  });

  it('is not made of a programme with rows that cannot be read', () => {
    const of = register([...first, slot(5, '2027-04-15T14:00', null, { Tittel: null })]);
    expect(() => releaseOf(of, viewOf(of), now)).toThrow('1 row of Program cannot be read');
  });

  it('says what is otherwise for the whole activity once, and who has said yes', () => {
    const rows = (status: string): readonly RowInput[] => [
      slot(1, '2027-04-15T10:00', null, { Innleder: 'Arkitekt', Status: status }),
      slot(2, '2027-04-15T11:00', null, { Innleder: 'Ordfører' }),
    ];
    const { statements } = released(register(rows('Spurt'), [activity(2, { Sted: 'Bodø' })]));
    const after = register(rows('Bekreftet'), [activity(2, { Sted: 'Mosjøen', Lenke: 'https://x.no/k' })]);
    const view = viewOf({ ...after, statements });
    expect(view.changes.map(({ what, slot: { id }, was, is }) => [what, id, was, is])).toEqual([
      ['place', 'A-2027-002', 'Bodø', 'Mosjøen'],
      ['link', 'A-2027-002', undefined, 'https://x.no/k'],
      ['confirmed', 'P-2027-001', undefined, undefined],
    ]);
    expect(view.touched).toEqual(['Arkitekt', 'Ordfører']);
    const off = register(rows('Bekreftet'), [activity(2, { Sted: 'Bodø', Status: 'Avlyst' })]);
    expect(viewOf({ ...off, statements }, 'A-2027-002').changes).toMatchObject([{ what: 'cancelled' }]);
  });

  it('goes on from one that is older than the record, whose place and status were not kept', () => {
    const statements: Register['statements'] = [
      {
        ...{ kind: 'programme', about: 'P-2027-001', what: 'A-2027-002.v4', sequence: 4 },
        ...{ saidAt: '2026-10-01T08:00:00Z', at: { tab: 'Programversjoner', row: 2, hidden: false } },
        facts: {
          ...{ time: '2027-04-15T10:00/2027-04-15T11:00', title: 'Innslag 1', titleNn: null },
          ...{ room: null, speakers: null, organisation: null },
        },
      },
    ];
    const of = { ...register([slot(1, '2027-04-15T10:00', '2027-04-15T11:00')]), statements };
    expect(viewOf(of)).toMatchObject({ released: { version: 4, on: '2026-10-01' }, changes: [] });
    const moved = { ...register([slot(1, '2027-04-15T10:30', '2027-04-15T11:00')]), statements };
    expect(viewOf(moved).changes).toMatchObject([{ what: 'time' }]);
    expect(viewOf(released(moved))).toMatchObject({ released: { version: 5 }, changes: [] });
  });
});

describe('a release with clashes', () => {
  const clashing = register([
    slot(1, '2027-04-15T10:00', '2027-04-15T11:00', { Innleder: 'Arkitekt', Rom: 'A' }),
    slot(2, '2027-04-15T10:30', '2027-04-15T11:30', { Innleder: 'Arkitekt', Rom: 'B' }),
    slot(3, '2027-04-15T10:30', '2027-04-15T11:30', { Innleder: 'Forsker', Rom: 'B' }),
  ]);
  const names = ['speaker:P-2027-001+P-2027-002', 'room:P-2027-002+P-2027-003'];

  it('is refused, and names each', () => {
    const release = (): unknown => releaseOf(clashing, viewOf(clashing), now);
    expect(release).toThrow(
      `P-2027-001 and P-2027-002 need the speaker «Arkitekt» at the same time: ${names[0] ?? ''}`,
    );
    expect(release).toThrow(names[1] ?? '');
    expect(() => releaseOf(clashing, viewOf(clashing), now, names.slice(1))).toThrow(names[0] ?? '');
  });

  it('is made where every one of them is allowed, however its name is typed', () => {
    const allowed = names.map((name) => ` ${name.toLowerCase()} `);
    expect(releaseOf(clashing, viewOf(clashing), now, allowed)).toHaveLength(3);
  });

  it('knows no other clash', () => {
    expect(() => releaseOf(clashing, viewOf(clashing), now, [...names, 'room:P-1+P-2'])).toThrow(
      '«room:P-1+P-2»',
    );
  });
});

describe('the number of a slot in calendars', () => {
  const later = nowAt('2026-11-24T12:00');
  const at = (start: string, more: RowInput = {}): Register =>
    register([slot(1, start, null, more), slot(2, '2027-04-15T12:00', null)]);
  const numberIn = (of: Register): number | undefined =>
    programme(of, 'A-2027-002', now).calendar.sequences.get('P-2027-001');
  const releasedAt = (of: Register): Register =>
    withRelease(of, releaseOf(of, programme(of, 'A-2027-002', later), later) ?? []);

  it('rises with each version that differs, and a draft has one that none of them has', () => {
    const [draft, one] = [at('2027-04-15T10:00'), released(at('2027-04-15T10:00'))];
    const moved = { ...at('2027-04-15T10:30'), statements: one.statements };
    const two = releasedAt(moved);
    const back = { ...at('2027-04-15T10:00'), statements: two.statements };
    const numbers = [draft, one, moved, two, back].map(numberIn);
    expect(numbers).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    ['declined', at('2027-04-15T10:00', { Status: 'Avslått' })],
    ['gone', register([slot(2, '2027-04-15T12:00', null)])],
    [
      'cancelled',
      register(
        [slot(1, '2027-04-15T10:00', null), slot(2, '2027-04-15T12:00', null)],
        [activity(2, { Status: 'Avlyst' })],
      ),
    ],
  ])('one that is %s after a release is cancelled under a higher number', (_, off) => {
    const { statements } = released(at('2027-04-15T10:00'));
    const { calendar } = programme({ ...off, statements }, 'A-2027-002', now);
    expect(calendar.cancelled.find(({ id }) => id === 'P-2027-001')).toMatchObject({
      start: '2027-04-15T10:00',
    });
    expect(calendar.sequences.get('P-2027-001')).toBe(2);
    const after = releasedAt({ ...off, statements });
    expect(numberIn(after)).toBe(3);
    expect(programme(after, 'A-2027-002', later).changes).toEqual([]);
  });

  it('is none where nobody has been given it', () => {
    const { calendar } = programme(at('2027-04-15T10:00', { Status: 'Avslått' }), 'A-2027-002', now);
    expect(calendar.cancelled).toEqual([]);
  });
});
