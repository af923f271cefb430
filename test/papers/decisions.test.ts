import { describe, expect, it } from 'vitest';
import { decisions, type DecisionsRequest } from '../../src/papers/decisions/decisions.ts';
import { decisionsView, type DecisionsView } from '../../src/papers/decisions/view.ts';
import { meetingsView } from '../../src/papers/report/meetings.ts';
import type { TabsInput } from '../support/build-workbook.ts';
import { caseRow, meetings, now, registerOf } from '../support/meetings.ts';
import { dayOf, parseDay } from '../../src/domain/time.ts';

const rows: TabsInput = {
  Aktiviteter: [
    ...meetings,
    { ID: 'A-2026-009', Type: 'Webinar', Tittel: 'Torget', Part: 'Felles', Status: 'Planlagt' },
  ],
  Kontakter: [{ ID: 'K-2026-001', Navn: 'Kari Nord' }],
  Saker: [
    caseRow(1, {
      Type: 'Vedtak',
      Møte: 'A-2026-001',
      Status: 'Behandlet',
      Vedtak: 'Vi gjør det.',
      Saksnr: 'Sak 1/26',
    }),
    caseRow(2, {
      Type: 'Vedtak',
      ...{ Møte: 'A-2026-001', 'Behandlet i': 'A-2026-002', Status: 'Behandlet', Vedtak: 'Ja.' },
      ...{ Aktivitet: 'A-2026-009', Saksnr: 'Sak 2/26' },
    }),
    caseRow(3, { Møte: 'A-2026-003', Status: 'Utsatt' }),
    caseRow(4, { Møte: 'A-2026-004', Status: 'Meldt' }),
    caseRow(5, { Status: 'Behandlet', Vedtak: 'Uten møte.' }),
  ],
  Behandling: [{ Sak: 'S-2026-002', Møte: 'A-2026-003', Status: 'Behandlet', Vedtak: 'Likevel nei.' }],
  Tiltak: [
    {
      ID: 'T-2026-001',
      Tiltak: 'Ring',
      Ansvarlig: 'K-2026-001',
      Frist: '01.10.2026',
      'Fra sak': 'S-2026-001',
    },
    {
      ...{ ID: 'T-2026-002', Tiltak: 'Skriv', Status: 'Utført', 'Utført dato': '05.06.2026' },
      ...{ 'Fra sak': 'S-2026-002', 'Fra møte': 'A-2026-002' },
    },
    { ID: 'T-2026-003', Tiltak: 'Vent', 'Fra sak': 'S-2026-002' },
    { ID: 'T-2026-004', Tiltak: 'Trykk opp', Status: 'Droppet', Frist: '01.02.2026' },
    { ID: 'T-2026-005', Tiltak: 'Spør', 'Fra sak': 'S-2026-004' },
    { ID: 'T-2026-006', Tiltak: 'Hent', 'Fra sak': 'S-2026-001', 'Fra møte': 'A-2026-003' },
  ],
};

/** The list of these rows; every view must fit its schema. */
const listOf = (request: DecisionsRequest = {}): DecisionsView =>
  decisionsView.parse(decisions(registerOf(rows), request, now));

/** The cases of each meeting, each with the last number of its ID and of its actions' IDs. */
const short = ({ meetings: all }: DecisionsView): unknown =>
  all.map(({ id, cases }) => [id, ...cases.map((one) => [one.id, ...one.actions.map((own) => own.id)])]);

describe('the list of decisions', () => {
  it('has each treatment under its meeting, the newest first, with what came of it, and loses no action', () => {
    const list = listOf();
    expect(short(list)).toEqual([
      // An action that names no meeting is where its case was treated last.
      ['A-2026-003', ['S-2026-002', 'T-2026-003']],
      ['A-2026-002', ['S-2026-002', 'T-2026-002']],
      // And so is one of a meeting that did nothing else with the case.
      ['A-2026-001', ['S-2026-001', 'T-2026-001', 'T-2026-006']],
      [undefined, ['S-2026-005']],
    ]);
    expect(list.meetings.map(({ cases }) => cases.map(({ isUncertain }) => isUncertain)).flat()).toEqual([
      ...[false, false, true, true],
    ]);
    expect(list.loose.map(({ id }) => id)).toEqual(['T-2026-004', 'T-2026-005']);
    expect(list.total).toEqual({ decisions: 3, conclusions: 1, actions: 6, open: 4 });
    expect(list.meetings[2]?.cases[0]?.actions[0]).toMatchObject({
      responsible: 'Kari Nord',
      isOverdue: true,
    });
  });

  it('has each case once under the activity of the agreement that it is about, at its newest day', () => {
    expect(listOf().agreement).toEqual([
      {
        number: '6',
        cases: [{ number: { number: 2, year: 2026 }, title: 'Sak om 2', day: '2026-09-17' }],
      },
    ]);
  });

  it('counts decisions as the report does: neither a postponed case nor a conclusion is one', () => {
    const register = registerOf({
      ...rows,
      Saker: [
        ...(rows['Saker'] ?? []),
        caseRow(6, {
          Type: 'Vedtak',
          'Behandlet i': 'A-2026-002',
          Status: 'Utsatt',
          Vedtak: 'Saken utsettes.',
        }),
        caseRow(7, {
          'Behandlet i': 'A-2026-002',
          Status: 'Behandlet',
          Type: 'Orientering',
          Vedtak: 'Tatt til orientering.',
        }),
      ],
    });
    const list = decisions(register, {}, now);
    const counted = meetingsView(register, 2026, dayOf(now)).cases;
    expect(counted).toMatchObject({ decisions: 3, postponed: 2 });
    expect(list.total).toMatchObject({ decisions: 3, conclusions: 2 });
  });

  it('begins at a day, and keeps what has no day and what is open', () => {
    const since = parseDay('2026-06-12');
    expect(short(listOf({ since }))).toEqual([
      ['A-2026-003', ['S-2026-002', 'T-2026-003']],
      [undefined, ['S-2026-005']],
    ]);
    expect(listOf({ since }).loose.map(({ id }) => id)).toEqual(['T-2026-005']);
  });

  it.each([
    ['likevel NEI', ['S-2026-002']],
    ['kari ring', ['S-2026-001']],
    ['sak 1/26', ['S-2026-001']],
    ['a-2026-002', ['S-2026-002']],
    ['ring nei', []],
  ])('finds «%s» in cases, decisions, actions and meetings', (search, ids) => {
    expect(listOf({ search }).meetings.flatMap(({ cases }) => cases.map(({ id }) => id))).toEqual(ids);
  });
});

it('has what ended without a decision, and until when what was postponed waits', () => {
  const Saker = [
    caseRow(6, { Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002', Status: 'Trukket' }),
    caseRow(7, {
      ...{ Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002', Status: 'Behandlet', Type: 'Vedtak' },
      Notat: 'Forslaget falt.',
    }),
    caseRow(8, {
      ...{ Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002', Status: 'Utsatt', Vedtak: 'Vi venter.' },
      'Utsett til': 'A-2026-004',
    }),
  ];
  const { meetings: found } = decisionsView.parse(
    decisions(registerOf({ Aktiviteter: meetings, Saker }), {}, now),
  );
  expect(
    found
      .flatMap(({ cases }) => cases)
      .map(({ id, outcome, discussion, until }) => [id, outcome, discussion, until]),
  ).toEqual([
    ['S-2026-006', 'withdrawn', undefined, undefined],
    ['S-2026-007', 'treated', 'Forslaget falt.', undefined],
    ['S-2026-008', 'postponed', undefined, '2026-12-03'],
  ]);
});
