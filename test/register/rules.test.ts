import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/register/read-register.ts';
import { workbookOf, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import {
  now,
  problemsOf,
  found,
  activity,
  meeting,
  webinar,
  caseRow,
  slot,
  action,
} from '../support/rules.ts';

describe('a register in order', () => {
  it('has no problems at all', () => {
    expect(
      problemsOf({
        Aktiviteter: [
          meeting({ ID: 'A-2026-001', Status: 'Gjennomført', Start: '12.03.2026 10:00', Slutt: '11.30' }),
          meeting({ ID: 'A-2026-002', Status: 'Gjennomført', Start: '04.06.2026 10:00', Slutt: '11.30' }),
          meeting({ ID: 'A-2026-003', Status: 'Gjennomført', Start: '10.09.2026 10:00', Slutt: '11.30' }),
          meeting({ ID: 'A-2026-004', Start: '03.12.2026 10:00', Slutt: '11.30', Sted: 'Oslo' }),
          webinar({ ID: 'A-2026-005', Start: '10.12.2026 12:00', Slutt: '12.45', Ansvarlig: 'K-2026-001' }),
          activity({ ID: 'A-2026-006', Status: 'Idé', Start: 'våren 2027' }),
        ],
        Tekster: [
          { ID: 'B-2026-001', Aktivitet: 'A-2026-005', Skriftspråk: 'bokmål', Tittel: 'Webinar' },
          { ID: 'B-2026-002', Aktivitet: 'A-2026-005', Skriftspråk: 'nynorsk', Tittel: 'Webinar' },
        ],
        Saker: [
          caseRow({ ID: 'S-2026-001', Møte: 'A-2026-004', Aktivitet: 'A-2026-005', Saksnr: 'Sak 1/26' }),
        ],
        Tiltak: [
          action({ 'Fra sak': 'S-2026-001' }),
          action({ Status: 'Utført', Frist: null, Ansvarlig: null }),
        ],
        Program: [
          slot({
            Aktivitet: 'A-2026-005',
            Start: '12.00',
            Slutt: '12.20',
            Innleder: 'Leder',
            Status: 'Bekreftet',
          }),
        ],
        Forbilder: [{ ID: 'F-2026-001', Tittel: 'Torg', Kommune: 'Voss', 'Brukt i': 'A-2026-005' }],
        Dialog: [
          { ID: 'D-2026-001', Fylke: 'Trøndelag fylkeskommune', Dato: '01.10.2026', Part: 'Felles' },
          { ID: 'D-2026-002', Fylke: 'Agder og Telemark', Dato: '01.10.2026', Part: 'Felles' },
        ],
        Kontakter: [
          {
            ID: 'K-2026-001',
            Navn: 'Leder',
            Part: 'Felles',
            Skriftspråk: 'nynorsk',
            Lister: 'kvartalsmøte',
          },
        ],
        Mottakere: [
          { Nummer: '4621', Navn: 'Voss herad', Type: 'kommune', Fylke: 'Vestland', Skriftspråk: 'nynorsk' },
          { Nummer: '50', Navn: 'Trøndelag fylkeskommune', Type: 'fylkeskommune', Skriftspråk: 'nøytral' },
        ],
        Oppsett: [
          { Nøkkel: 'Minutter per sak', Verdi: '15' },
          { Nøkkel: 'Noe eget', Verdi: 'hva som helst' },
        ],
      }),
    ).toEqual([]);
  });
});

describe('references', () => {
  const target = activity({ ID: 'A-2026-017' });

  it.each([
    ['Saker', 'Møte', caseRow({ Møte: 'A-2026-071' })],
    ['Saker', 'Aktivitet', caseRow({ Aktivitet: 'A-2026-071' })],
    ['Program', 'Aktivitet', slot({ Aktivitet: 'A-2026-071' })],
    ['Tekster', 'Aktivitet', { ID: 'B-2026-001', Aktivitet: 'A-2026-071', Skriftspråk: 'nb', Tittel: 'T' }],
    [
      'Forbilder',
      'Brukt i',
      { ID: 'F-2026-001', Tittel: 'T', Kommune: 'Voss', 'Brukt i': 'A-2026-017, a-2026-071' },
    ],
  ])('%s, %s: to an activity that is not there, with the nearest', (tab, column, row) => {
    expect(found('reference-unknown', { Aktiviteter: [target], [tab]: [row] })).toMatchObject([
      {
        level: 'error',
        at: { tab, row: 2, column },
        value: 'A-2026-071',
        args: { tab: 'Aktiviteter', nearest: 'A-2026-017' },
      },
    ]);
  });

  it('words in place of an ID where an example was used', () => {
    const Forbilder = [
      { ID: 'F-2026-001', Tittel: 'T', Kommune: 'Voss', 'Brukt i': 'A-2026-017, Konferansen i fjor' },
    ];
    expect(found('id-unreadable', { Aktiviteter: [target], Forbilder })).toMatchObject([
      { level: 'warning', at: { column: 'Brukt i' }, value: 'Konferansen i fjor' },
    ]);
  });

  it('an action to a case', () => {
    const rows = { Saker: [caseRow({ ID: 'S-2026-001' })], Tiltak: [action({ 'Fra sak': 'S-2025-001' })] };
    expect(found('reference-unknown', rows)).toMatchObject([
      { at: { cell: 'G2' }, args: { tab: 'Saker', nearest: 'S-2026-001' } },
    ]);
  });

  it('to a row that was refused: a warning that names the row', () => {
    const rows = {
      Aktiviteter: [activity({ ID: 'A-2026-001', Status: 'tull' })],
      Saker: [caseRow({ Aktivitet: 'A-2026-001' })],
    };
    expect(found('reference-unknown', rows)).toEqual([]);
    expect(found('reference-refused', rows)).toMatchObject([
      { level: 'warning', value: 'A-2026-001', args: { tab: 'Aktiviteter', row: 2 } },
    ]);
  });

  it('to rows that share an ID: the same', () => {
    const twice = [activity({ ID: 'A-2026-001' }), activity({ ID: 'A-2026-001' })];
    expect(
      found('reference-refused', { Aktiviteter: twice, Saker: [caseRow({ Aktivitet: 'A-2026-001' })] }),
    ).toHaveLength(1);
  });

  it('a case to an activity that is no quarterly meeting', () => {
    const rows = {
      Aktiviteter: [webinar({ ID: 'A-2026-001', Status: 'Idé' })],
      Saker: [caseRow({ Møte: 'A-2026-001' })],
    };
    expect(found('reference-type', rows)).toMatchObject([
      {
        level: 'error',
        value: 'A-2026-001',
        args: { tab: 'Aktiviteter', is: 'Webinar', needed: 'Kvartalsmøte' },
      },
    ]);
    const right = { ...rows, Aktiviteter: [meeting({ ID: 'A-2026-001', Status: 'Idé' })] };
    expect(found('reference-type', right)).toEqual([]);
  });

  it('to a contact by ID; a role or a name needs none', () => {
    const contact = { ID: 'K-2026-012', Navn: 'Leder' };
    const rows = (responsible: string): TabsInput => ({
      Kontakter: [contact],
      Tiltak: [action({ Ansvarlig: responsible })],
    });
    expect(found('contact-unknown', rows('K-2026-021'))).toMatchObject([
      { level: 'error', at: { column: 'Ansvarlig' }, value: 'K-2026-021', args: { nearest: 'K-2026-012' } },
    ]);
    for (const fine of ['K-2026-012', 'k-2026-012', 'rådgiver', 'Kari', 'K-gruppa']) {
      expect(found('contact-unknown', rows(fine))).toEqual([]);
    }
  });

  it('keeps the row that refers wrongly', () => {
    const { register } = readRegister(workbookOf({ Saker: [caseRow({ Møte: 'A-2026-071' })] }), now);
    expect(register.cases).toHaveLength(1);
  });
});

describe('times of meetings and webinars', () => {
  it.each(['Planlagt', 'Bekreftet', 'Pågår'])('%s: without a time of day', (status) => {
    const rows = {
      Aktiviteter: [meeting({ Start: '03.12.2026', Status: status }), webinar({ Status: status })],
    };
    expect(found('time-missing', rows)).toMatchObject([
      { level: 'error', at: { cell: 'G2' }, value: '03.12.2026', args: { type: 'Kvartalsmøte' } },
      { level: 'error', at: { cell: 'G3' }, args: { type: 'Webinar' } },
    ]);
  });

  it.each(['Idé', 'Gjennomført', 'Avlyst'])('%s: needs none', (status) => {
    expect(
      found('time-missing', { Aktiviteter: [meeting({ Start: '03.12.2026', Status: status })] }),
    ).toEqual([]);
  });

  it('of other types need none', () => {
    expect(found('time-missing', { Aktiviteter: [activity({ Start: '03.12.2026' })] })).toEqual([]);
  });

  it.each(['uke 49 2026', 'desember 2026', 'Q4 2026'])('planned for «%s»: too vague', (start) => {
    expect(found('date-too-vague', { Aktiviteter: [meeting({ Start: start })] })).toMatchObject([
      { level: 'error', value: start, args: { needed: 'time' } },
    ]);
    expect(
      found('date-too-vague', {
        Aktiviteter: [meeting({ Start: start, Status: 'Idé' }), activity({ Start: start })],
      }),
    ).toEqual([]);
  });
});

describe('status', () => {
  it.each([
    ['20.11.2026', undefined, 'Planlagt', 'info'],
    ['01.10.2026', undefined, 'Bekreftet', 'warning'],
    ['01.09.2026', '05.10.2026', 'Pågår', 'warning'],
    ['oktober 2026', undefined, 'Planlagt', 'warning'],
  ])('%s to %s, %s: has fallen behind', (Start, Slutt, Status, level) => {
    const row = activity({ Start, Status, ...(Slutt === undefined ? {} : { Slutt }) });
    expect(found('status-behind', { Aktiviteter: [row] })).toMatchObject([
      { level, at: { column: 'Status' }, value: Status },
    ]);
  });

  it.each([
    ['23.11.2026 10:00', undefined, 'Planlagt'],
    ['01.09.2026', undefined, 'Pågår'],
    ['01.09.2026', '01.12.2026', 'Planlagt'],
    ['01.09.2026', undefined, 'Gjennomført'],
    ['01.09.2026', undefined, 'Avlyst'],
    ['01.09.2026', undefined, 'Idé'],
    ['2026', undefined, 'Planlagt'],
  ])('%s to %s, %s: has not', (Start, Slutt, Status) => {
    const row = activity({ Start, Status, ...(Slutt === undefined ? {} : { Slutt }) });
    expect(found('status-behind', { Aktiviteter: [row] })).toEqual([]);
  });
});

describe('quarters', () => {
  const held = (start: string): RowInput => meeting({ Start: start, Status: 'Gjennomført' });

  it('two meetings in one: told at the later one, with both IDs', () => {
    const rows = [
      meeting({ ID: 'A-2026-002', Start: '10.12.2026 10:00' }),
      meeting({ ID: 'A-2026-001', Start: '03.12.2026 10:00' }),
    ];
    expect(found('meetings-in-quarter', { Aktiviteter: rows })).toMatchObject([
      {
        level: 'warning',
        at: { row: 2 },
        args: { quarter: 4, year: 2026, ids: ['A-2026-001', 'A-2026-002'] },
      },
    ]);
  });

  it.each([
    ['one of them cancelled', meeting({ Start: '10.12.2026 10:00', Status: 'Avlyst' })],
    ['one of them an idea', meeting({ Start: '10.12.2026', Status: 'Idé' })],
    ['one of them no meeting', webinar({ Start: '10.12.2026 10:00' })],
    ['one of them in another quarter', meeting({ Start: '07.01.2027 10:00' })],
  ])('not two: %s', (_, other) => {
    const rows = [meeting({ Start: '03.12.2026 10:00' }), other];
    expect(found('meetings-in-quarter', { Aktiviteter: rows })).toEqual([]);
  });

  it('two in a year that is past are let be', () => {
    const rows = [held('01.10.2025 10:00'), held('01.12.2025 10:00')];
    expect(found('meetings-in-quarter', { Aktiviteter: rows })).toEqual([]);
  });

  it('without one: a warning while it can still be held, else only told', () => {
    const rows = [held('12.03.2026 10:00'), held('10.09.2026 10:00')];
    expect(found('quarter-without-meeting', { Aktiviteter: rows })).toMatchObject([
      { level: 'info', at: { tab: 'Aktiviteter' }, args: { quarter: 2, year: 2026 } },
      { level: 'warning', args: { quarter: 4, year: 2026 } },
    ]);
  });

  it('next year counts once it has a meeting', () => {
    const rows = [meeting({ Start: '03.12.2026 10:00' }), meeting({ Start: 'Q2 2027', Status: 'Idé' })];
    expect(found('quarter-without-meeting', { Aktiviteter: rows }).map(({ args }) => args)).toEqual([
      { quarter: 1, year: 2027 },
      { quarter: 3, year: 2027 },
      { quarter: 4, year: 2027 },
    ]);
  });

  it('those before the first meeting on record are not asked for', () => {
    const rows = [held('10.09.2026 10:00'), meeting({ Start: '03.12.2026 10:00' })];
    expect(found('quarter-without-meeting', { Aktiviteter: rows })).toEqual([]);
  });

  it('a cancelled meeting holds no quarter, and «2026» is in none for certain', () => {
    const rows = [
      meeting({ Start: '03.12.2026 10:00', Status: 'Avlyst' }),
      meeting({ Start: '2026', Status: 'Idé' }),
    ];
    expect(found('quarter-without-meeting', { Aktiviteter: rows })).toMatchObject([
      { args: { quarter: 4, year: 2026 } },
    ]);
  });

  it('an empty register is asked for nothing', () => {
    expect(problemsOf({})).toEqual([]);
  });
});

describe('days', () => {
  it.each([
    ['on-holiday', 'warning', '17.05.2027 10:00', { holiday: 'constitutionDay' }],
    ['on-holiday', 'warning', '25.12.2026 10:00', { holiday: 'christmasDay' }],
    ['on-weekend', 'warning', '05.12.2026 10:00', { weekday: 6 }],
    ['in-blocked-time', 'warning', '22.12.2026 10:00', { why: 'christmas', weight: 'hard' }],
    ['in-blocked-time', 'warning', '23.03.2027 10:00', { why: 'easterWeek', weight: 'hard' }],
    ['in-blocked-time', 'warning', '15.07.2027 10:00', { why: 'july', weight: 'hard' }],
    ['in-blocked-time', 'info', '24.02.2027 10:00', { why: 'winterBreak', weight: 'soft', week: 8 }],
    ['in-blocked-time', 'info', '18.08.2027 10:00', { why: 'arendalsuka', weight: 'soft', week: 33 }],
    ['in-blocked-time', 'info', '06.10.2027 10:00', { why: 'autumnBreak', weight: 'soft', week: 40 }],
  ] as const)('%s, %s: %s', (code, level, start, args) => {
    const rows = {
      Aktiviteter: [meeting({ Start: start }), webinar({ Start: start }), activity({ Start: start })],
    };
    const problems = found(code, rows);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({ level, at: { cell: 'G2' }, value: start, args });
  });

  it.each([
    ['a good day', '03.12.2026 10:00', 'Planlagt'],
    ['in the past', '17.05.2026 10:00', 'Planlagt'],
    ['cancelled', '17.05.2027 10:00', 'Avlyst'],
    ['only a month', 'mai 2027', 'Idé'],
  ])('nothing to say of %s', (_, Start, Status) => {
    const codes = problemsOf({ Aktiviteter: [meeting({ Start, Status })] }).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('on-') || code === 'in-blocked-time')).toEqual([]);
  });
});

describe('actions and cases', () => {
  it('an open action without responsible or deadline', () => {
    const bare = action({ Ansvarlig: null, Frist: null });
    expect(found('action-without-responsible', { Tiltak: [bare] })).toMatchObject([
      { level: 'warning', at: { cell: 'C2' } },
    ]);
    expect(found('action-without-deadline', { Tiltak: [bare] })).toMatchObject([
      { level: 'warning', at: { cell: 'E2' } },
    ]);
  });

  it.each(['Utført', 'Droppet'])('%s: needs neither', (Status) => {
    expect(problemsOf({ Tiltak: [action({ Ansvarlig: null, Frist: null, Status })] })).toEqual([]);
  });

  it('a case number is given once a year', () => {
    const numbered = ['Sak 7/26', '7/2026', 'Sak 7/25', 'Sak 8/26'].map((Saksnr) => caseRow({ Saksnr }));
    expect(found('case-number-twice', { Saker: numbered })).toMatchObject([
      { level: 'warning', at: { row: 2, column: 'Saksnr' }, value: 'Sak 7/26', args: { rows: [3] } },
      { at: { row: 3 }, args: { rows: [2] } },
    ]);
  });
});

describe('texts', () => {
  const text = (id: string, standard: string): RowInput => ({
    ID: id,
    Aktivitet: 'A-2026-001',
    Skriftspråk: standard,
    Tittel: 'T',
  });
  const Aktiviteter = [activity({ ID: 'A-2026-001' })];

  it('two in one standard', () => {
    const Tekster = [text('B-2026-001', 'nynorsk'), text('B-2026-002', 'nn'), text('B-2026-003', 'bokmål')];
    expect(found('text-twice', { Aktiviteter, Tekster })).toMatchObject([
      { level: 'error', at: { row: 2 }, value: 'nynorsk', args: { rows: [3] } },
      { level: 'error', at: { row: 3 }, args: { rows: [2] } },
    ]);
  });
});

describe('where people meet', () => {
  const day = '03.12.2026 10:00';

  it.each<[string, RowInput, number]>([
    ['within a fortnight', { Start: day }, 1],
    ['later', { Start: '08.12.2026 10:00' }, 0],
    ['cancelled', { Start: day, Status: 'Avlyst' }, 0],
    ['an idea', { Start: day, Status: 'Idé' }, 0],
    ['with a place', { Start: day, Sted: 'Oslo' }, 0],
    ['with a link', { Start: day, Lenke: 'https://teams.example/m' }, 0],
    ['with a link that cannot be read, which is a problem already', { Start: day, Lenke: 'teams' }, 0],
  ])('a meeting %s', (_, row, count) => {
    const problems = found('meeting-nowhere', { Aktiviteter: [meeting({ Sted: null, ...row })] });
    expect(problems).toHaveLength(count);
    if (count > 0) expect(problems).toMatchObject([{ level: 'warning', at: { column: 'Sted' } }]);
  });

  const text = {
    ...{ ID: 'B-2026-001', Aktivitet: 'A-2026-005', Skriftspråk: 'bokmål', Tittel: 'Webinar' },
    ...{ 'Godkjent av': 'Leder', 'Godkjent dato': '01.11.2026' },
  };

  it.each<[string, RowInput, RowInput, number]>([
    ['with an approved text', {}, {}, 1],
    ['with a text that nobody has approved', {}, { 'Godkjent av': null, 'Godkjent dato': null }, 0],
    ['with a form', { Påmelding: 'https://skjema.example/1' }, {}, 0],
    ['with a link', { Lenke: 'https://teams.example/m' }, {}, 0],
  ])('a webinar %s', (_, row, ofText, count) => {
    const problems = found('webinar-without-link', {
      Aktiviteter: [webinar({ ID: 'A-2026-005', Start: '10.12.2026 12:00', ...row })],
      Tekster: [{ ...text, ...ofText }],
    });
    expect(problems).toHaveLength(count);
    if (count > 0) expect(problems).toMatchObject([{ level: 'warning', at: { column: 'Påmelding' } }]);
  });
});
