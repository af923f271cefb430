import { describe, expect, it } from 'vitest';
import { programmeEntries } from '../../../src/papers/due/programmes.ts';
import type { Entry } from '../../../src/papers/due/entry.ts';
import { programme } from '../../../src/papers/programme/programme.ts';
import { releaseOf, withRelease } from '../../../src/papers/programme/release.ts';
import { slotFacts } from '../../../src/papers/record/slot-facts.ts';
import type { Register } from '../../../src/register/register.ts';
import { registerWith } from '../../support/announcements.ts';
import { dateCell, nowAt, type RowInput } from '../../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');
const id = 'P-2027-001';

const activity = (more: RowInput = {}): RowInput => ({
  ...{ ID: 'A-2027-002', Type: 'Konferanse', Tittel: 'Konferansen', Part: 'Felles', Status: 'Planlagt' },
  ...{ Start: dateCell('2027-04-15T10:00'), Slutt: dateCell('2027-04-16T15:00'), Sted: 'Bodø' },
  ...more,
});
const slot = (more: RowInput = {}): RowInput => ({
  ...{ ID: id, Aktivitet: 'A-2027-002', Tittel: 'Torg', Start: dateCell('2027-04-15T10:00') },
  ...{ Status: 'Spurt', Innleder: 'Arkitekt', Kontakt: 'arkitekt@kontoret.example' },
  ...more,
});
const register = (slots: readonly RowInput[], more: RowInput = {}): Register =>
  registerWith({ Aktiviteter: [activity(more)], Program: slots, Tekster: [] });

/** The register after a message to the speaker, with the facts that another register had. */
function after(
  of: Register,
  kind: 'asked' | 'nudge' | 'confirmed' | 'withdrawn',
  then: Register,
  saidAt = '2026-11-01T09:00:00Z',
): Register {
  const said = { kind, about: id, what: `${id}.${kind}.r1`, saidAt, facts: slotFacts(then, id) ?? {} };
  const rest = { to: undefined, count: 1, by: undefined, sequence: 1, reason: undefined };
  const at = { tab: 'Formidlet', row: 2, hidden: false };
  return { ...of, statements: [...of.statements, { ...said, ...rest, at }] };
}

const entries = (of: Register, keyOf = (_: string, address: string): string => address): readonly Entry[] =>
  programmeEntries({ register: of, now, keyOf, sizes: new Map() });
const named = (of: Register): readonly unknown[] =>
  entries(of).map(({ name, state, since }) => [name, state, since]);

describe('what should be said to a speaker', () => {
  it.each([
    ['wanted, with a contact', slot({ Status: 'Ønsket' }), [[`${id} asked`, 'due', '2026-11-23']]],
    ['wanted, with nobody to write to, far ahead', slot({ Status: 'Ønsket', Kontakt: null }), []],
    ['asked, with time to answer', slot({ Svarfrist: dateCell('2026-11-23') }), []],
    [
      'asked, and the deadline has passed',
      slot({ Svarfrist: dateCell('2026-11-20') }),
      [[`${id} nudge`, 'overdue', '2026-11-21']],
    ],
    ['confirmed', slot({ Status: 'Bekreftet' }), [[`${id} confirmed`, 'due', '2026-11-23']]],
    ['confirmed by hand, with nobody to write to', slot({ Status: 'Bekreftet', Kontakt: null }), []],
    ['declined', slot({ Status: 'Avslått' }), []],
  ])('%s', (_, row, wanted) => {
    expect(named(register([row]))).toEqual(wanted);
  });

  it('one who was asked and whose status nobody has changed is not asked again', () => {
    const of = register([slot({ Status: 'Ønsket', Svarfrist: dateCell('2026-12-01') })]);
    expect(named(after(of, 'asked', of))).toEqual([]);
  });

  it('one who did not answer the reminder is to be called', () => {
    const of = register([slot({ Svarfrist: dateCell('2026-11-10') })]);
    expect(named(after(of, 'nudge', of, '2026-11-12T09:00:00Z'))).toEqual([
      [`${id} call`, 'lapsed', '2026-11-19'],
    ]);
    expect(named(after(of, 'nudge', of, '2026-11-20T09:00:00Z'))).toEqual([]);
  });

  it.each([
    ['the time', slot({ Status: 'Bekreftet', Start: dateCell('2027-04-15T11:00') }), {}, ['time']],
    ['the room', slot({ Status: 'Bekreftet', Rom: 'A' }), {}, ['room']],
    ['the title', slot({ Status: 'Bekreftet', Tittel: 'Nytt' }), {}, ['title']],
    [
      'the place and the link',
      slot({ Status: 'Bekreftet' }),
      { Sted: 'Mo', Lenke: 'https://x.no' },
      ['place', 'link'],
    ],
    [
      'only where the speaker comes from',
      slot({ Status: 'Bekreftet', Organisasjon: 'Ny AS' }),
      {},
      undefined,
    ],
    [
      'only the title in the other standard',
      slot({ Status: 'Bekreftet', 'Tittel nynorsk': 'Nytt' }),
      {},
      undefined,
    ],
  ])('a change of %s after it was confirmed', (_, row, more, facts) => {
    const then = register([slot({ Status: 'Bekreftet' })]);
    const found = entries(after(register([row], more), 'confirmed', then));
    expect(found.map(({ changes }) => changes.map(({ fact }) => fact))).toEqual(
      facts === undefined ? [] : [facts],
    );
    for (const entry of found)
      expect(entry).toMatchObject({
        state: 'outdated',
        matter: 'changed',
        holders: 1,
        command: `speakers -- --slot ${id} --kind changed`,
      });
  });

  it.each([
    [
      'cancelled',
      register([slot({ Status: 'Bekreftet' })], { Status: 'Avlyst' }),
      'state',
      `speakers -- --slot ${id} --kind withdrawn`,
    ],
    [
      'declined',
      register([slot({ Status: 'Avslått' })]),
      'state',
      `speakers -- --slot ${id} --kind withdrawn`,
    ],
    ['gone, with an address that nobody has any more', register([]), 'gone', undefined],
  ])('one who was confirmed, and it is %s', (_, of, fact, command) => {
    const then = register([slot({ Status: 'Bekreftet' })]);
    const off = after(of, 'confirmed', then);
    expect(entries(off)).toMatchObject([
      { name: `${id} withdrawn`, state: 'outdated', holders: 1, changes: [{ fact }] },
    ]);
    expect(entries(off)[0]?.command).toBe(command);
    expect(named(after(off, 'withdrawn', of, '2026-11-02T09:00:00Z'))).toEqual([]);
  });

  it('one who said no to the request knows it; one who was asked of what is cancelled does not', () => {
    const then = register([slot()]);
    expect(named(after(register([slot({ Status: 'Avslått' })]), 'asked', then))).toEqual([]);
    expect(named(after(register([slot()], { Status: 'Avlyst' }), 'asked', then))).toEqual([
      [`${id} withdrawn`, 'outdated', '2026-11-23'],
    ]);
  });

  it('is to the contact of now; the one before must be told by a person', () => {
    const then = register([slot({ Status: 'Bekreftet', Innleder: 'Forsker' })]);
    const told = after(register([slot({ Status: 'Bekreftet' })]), 'confirmed', then);
    const ledger = [
      {
        recipientKey: 'forsker@x.no',
        mailing: `${id}.confirmed.r1`,
        event: 'sendt',
        recipient: undefined,
        owner: undefined,
        attempt: 1,
        timeUtc: '2026-11-01T09:00:00Z',
        queueId: undefined,
        error: undefined,
        planHash: undefined,
        standard: undefined,
        basis: undefined,
        sequence: 1,
        at: { tab: 'Utsendelser', row: 2, hidden: false },
      },
    ];
    expect(named({ ...told, ledger })).toEqual([
      [`${id} withdrawn-former`, 'outdated', '2026-11-23'],
      [`${id} confirmed`, 'due', '2026-11-23'],
    ]);
    const failed = ledger.map((event) => ({
      ...event,
      recipientKey: 'arkitekt@kontoret.example',
      event: 'feilet',
    }));
    expect(named({ ...told, ledger: failed })).toEqual([[`${id} confirmed`, 'due', '2026-11-23']]);
    const lost = {
      ...told,
      statements: [],
      ledger: ledger.map((event) => ({ ...event, recipientKey: 'arkitekt@kontoret.example' })),
    };
    expect(named(lost)).toEqual([[`${id}.confirmed.r1 unknown`, 'outdated', '2026-11-01']]);
  });

  it('thanks only for what is marked as held, for two months', () => {
    const past = (day: string, status: string): Register =>
      register([slot({ Status: 'Bekreftet', Start: dateCell(`${day}T10:00`) })], {
        Start: dateCell(`${day}T09:00`),
        Slutt: null,
        Status: status,
      });
    expect(entries(past('2026-11-20', 'Gjennomført'))).toMatchObject([
      { name: `${id} thanks`, state: 'due', since: '2026-11-21' },
    ]);
    expect(entries(past('2026-11-01', 'Gjennomført'))).toMatchObject([{ state: 'overdue' }]);
    expect(entries(past('2026-11-20', 'Planlagt'))).toMatchObject([
      { command: undefined, notes: [{ code: 'speaker-not-held' }] },
    ]);
    expect(entries(past('2026-09-20', 'Gjennomført'))).toEqual([]);
  });
});

describe('a released programme', () => {
  const rows = [
    slot({ Kontakt: null, Status: 'Bekreftet' }),
    slot({
      ID: 'P-2027-002',
      Kontakt: null,
      Start: dateCell('2027-04-15T12:00'),
      Innleder: 'Ordfører',
      Status: 'Bekreftet',
    }),
  ];
  const released = (of: Register): Register =>
    withRelease(of, releaseOf(of, programme(of, 'A-2027-002', now), now) ?? []);
  const { statements } = released(register(rows));

  it('is watched until it is released again', () => {
    expect(entries({ ...register(rows), statements })).toEqual([]);
    const moved = {
      ...register([
        slot({ Kontakt: null, Status: 'Bekreftet', Start: dateCell('2027-04-15T11:00') }),
        ...rows.slice(1),
      ]),
      statements,
    };
    expect(entries(moved)).toMatchObject([
      {
        name: 'A-2027-002 programme',
        state: 'outdated',
        changes: [{ fact: 'time' }],
        notes: [{ code: 'programme-differs', args: { version: 1, slots: [id], clashes: false } }],
        command: 'programme -- --activity A-2027-002 --release',
      },
    ]);
    expect(entries(released(moved))).toEqual([]);
  });

  it('says what is otherwise for all slots once, and what nobody can release again', () => {
    expect(entries({ ...register(rows, { Sted: 'Mo' }), statements })).toMatchObject([
      {
        changes: [{ fact: 'place', was: 'Bodø', is: 'Mo' }],
        notes: [{ code: 'programme-differs', args: { version: 1, slots: [], clashes: false } }],
      },
    ]);
    const [gone] = entries({ ...register([]), statements });
    expect([gone?.changes, gone?.command]).toEqual([[{ fact: 'gone' }], undefined]);
    expect(
      entries({
        ...register(rows, { Start: dateCell('2026-10-15T10:00'), Slutt: null, Sted: 'Mo' }),
        statements,
      }),
    ).toEqual([]);
  });
});
