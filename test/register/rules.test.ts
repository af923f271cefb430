import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/domain/group.ts';
import type { Problem, ProblemCode } from '../../src/domain/problem.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { nowAt, withoutTab, workbookOf, type RowInput, type TabsInput } from '../support/build-workbook.ts';

/** A Monday. */
const now = nowAt('2026-11-23T12:00');

const problemsOf = (rows: TabsInput): readonly Problem[] => readRegister(workbookOf(rows), now).problems;

/** The problems of one code, as far as a test cares. */
function found(
  code: ProblemCode,
  rows: TabsInput,
): readonly Pick<Problem, 'level' | 'value' | 'args' | 'at'>[] {
  return problemsOf(rows).filter((problem) => problem.code === code);
}

let count = 0;
const nextNumber = (): string => String((count += 1)).padStart(3, '0');

const activity = (cells: RowInput): RowInput => ({
  ID: `A-2030-${nextNumber()}`,
  Type: 'Nettverk',
  Tittel: 'Samling',
  Part: 'Felles',
  Status: 'Planlagt',
  ...cells,
});
const meeting = (cells: RowInput): RowInput =>
  activity({ Type: 'Kvartalsmøte', Tittel: 'Kvartalsmøte', ...cells });
const webinar = (cells: RowInput): RowInput => activity({ Type: 'Webinar', Tittel: 'Webinar', ...cells });
const caseRow = (cells: RowInput): RowInput => ({
  ID: `S-2030-${nextNumber()}`,
  Tittel: 'Sak',
  Slag: 'Drøfting',
  ...cells,
});
const slot = (cells: RowInput): RowInput => ({ ID: `P-2030-${nextNumber()}`, Tittel: 'Innlegg', ...cells });
const action = (cells: RowInput): RowInput => ({
  ID: `T-2030-${nextNumber()}`,
  Tiltak: 'Gjør det',
  Ansvarlig: 'Leder',
  Frist: '01.12.2026',
  ...cells,
});

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
          { ID: 'D-2026-002', Fylke: 'Nettverk for stedsutvikling', Dato: '01.10.2026', Part: 'Felles' },
        ],
        Kontakter: [{ ID: 'K-2026-001', Navn: 'Leder', Skriftspråk: 'nynorsk', Lister: 'kvartalsmøte' }],
        Mottakere: [
          { Nummer: '4621', Navn: 'Voss herad', Slag: 'kommune', Fylke: 'Vestland', Skriftspråk: 'nynorsk' },
          { Nummer: '50', Navn: 'Trøndelag fylkeskommune', Slag: 'fylkeskommune', Skriftspråk: 'nøytral' },
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

describe('slots', () => {
  const conference = activity({
    ID: 'A-2027-001',
    Type: 'Konferanse',
    Start: '01.06.2027 09:00',
    Slutt: '02.06.2027 15:00',
  });
  const day = activity({ ID: 'A-2027-002', Type: 'Webinar', Start: '03.06.2027 12:00', Slutt: '13.00' });
  const of = (cells: RowInput): RowInput => slot({ Aktivitet: 'A-2027-001', Status: 'Bekreftet', ...cells });
  const ofDay = (cells: RowInput): RowInput =>
    slot({ Aktivitet: 'A-2027-002', Status: 'Bekreftet', ...cells });
  const program = (...rows: readonly RowInput[]): TabsInput => ({
    Aktiviteter: [conference, day],
    Program: rows,
  });

  it.each([
    ['too early', of({ Start: '01.06.2027 08:30', Slutt: '09.30' }), 'C2'],
    ['too late', of({ Start: '02.06.2027 14:45', Slutt: '15.15' }), 'D2'],
    ['another day', of({ Start: '03.06.2027 10:00' }), 'C2'],
    ['times of day, too early', ofDay({ Start: '11.45', Slutt: '12.15' }), 'C2'],
    ['times of day, too late', ofDay({ Start: '12.45', Slutt: '13.15' }), 'D2'],
  ])('confirmed outside the activity: %s', (_, row, cell) => {
    expect(found('slot-outside-activity', program(row))).toMatchObject([{ level: 'error', at: { cell } }]);
  });

  it.each([
    ['the whole of it', ofDay({ Start: '12.00', Slutt: '13.00' })],
    ['not confirmed', ofDay({ Start: '11.45', Slutt: '12.15', Status: 'Spurt' })],
    ['declined', ofDay({ Start: '11.45', Slutt: '12.15', Status: 'Avslått' })],
    ['without a time', ofDay({})],
  ])('within: %s', (_, row) => {
    expect(problemsOf(program(row)).map(({ code }) => code)).not.toContain('slot-outside-activity');
  });

  it('an activity that ends on a day takes in all of it', () => {
    const whole = activity({
      ID: 'A-2027-001',
      Type: 'Konferanse',
      Start: '01.06.2027',
      Slutt: '02.06.2027',
    });
    const rows = [of({ Start: '01.06.2027 00:00' }), of({ Start: '02.06.2027 22:00', Slutt: '24:00' })];
    expect(found('slot-outside-activity', { Aktiviteter: [whole], Program: rows })).toEqual([]);
  });

  it('a time of day in an activity of several days', () => {
    expect(found('time-without-day', program(of({ Start: '10.00', Slutt: '10.30' })))).toMatchObject([
      { level: 'error', at: { cell: 'C2' }, value: '10:00', args: { why: 'several-days' } },
    ]);
    expect(found('time-without-day', program(of({ Start: '01.06.2027 10:00', Slutt: '10.30' })))).toEqual([]);
  });

  it('an end before the start', () => {
    expect(found('end-before-start', program(ofDay({ Start: '12.30', Slutt: '12.15' })))).toMatchObject([
      { level: 'error', at: { cell: 'D2' }, value: '12:15', args: { start: '2027-06-03T12:30' } },
    ]);
  });

  it('one speaker at two places at once', () => {
    const rows = [
      of({
        ID: 'P-2027-001',
        Start: '01.06.2027 10:00',
        Slutt: '11.00',
        Innleder: 'Kari Leder',
        Organisasjon: 'NAL',
      }),
      of({
        ID: 'P-2027-002',
        Start: '01.06.2027 10:30',
        Slutt: '11.30',
        Innleder: 'Per og kari  leder',
        Organisasjon: 'nal',
      }),
    ];
    expect(found('slots-overlap', program(...rows))).toMatchObject([
      {
        level: 'warning',
        at: { row: 3, column: 'Innleder' },
        args: { what: 'speaker', who: 'kari  leder', id: 'P-2027-001', row: 2 },
      },
    ]);
  });

  it('one speaker in two activities', () => {
    const rows = [
      of({ Start: '01.06.2027 10:00', Slutt: '11.00', Innleder: 'Kari' }),
      slot({ Aktivitet: 'A-2027-003', Start: '10.30', Slutt: '11.30', Innleder: 'Kari' }),
    ];
    const other = activity({ ID: 'A-2027-003', Start: '01.06.2027 10:00', Slutt: '12.00' });
    expect(found('slots-overlap', { Aktiviteter: [conference, other], Program: rows })).toHaveLength(1);
  });

  it('one room twice, and a long slot that covers several', () => {
    const rows = [
      of({ ID: 'P-2027-001', Start: '01.06.2027 10:00', Slutt: '12.00', Rom: 'Sal 1' }),
      of({ ID: 'P-2027-002', Start: '01.06.2027 10:10', Slutt: '10.20', Rom: 'sal 1' }),
      of({ ID: 'P-2027-003', Start: '01.06.2027 11:00', Slutt: '11.20', Rom: 'Sal 1' }),
    ];
    expect(found('slots-overlap', program(...rows)).map(({ at, args }) => [at.id, args])).toEqual([
      ['P-2027-002', { what: 'room', who: 'sal 1', id: 'P-2027-001', row: 2 }],
      ['P-2027-003', { what: 'room', who: 'Sal 1', id: 'P-2027-001', row: 2 }],
    ]);
  });

  const first = {
    Start: '01.06.2027 10:00',
    Slutt: '11.00',
    Innleder: 'Ordfører',
    Organisasjon: 'Voss',
    Rom: 'Sal 1',
  };
  it.each([
    ['one after the other', { Start: '01.06.2027 11:00', Slutt: '12.00' }],
    ['declined', { Status: 'Avslått' }],
    ['other speaker, other room', { Innleder: 'Per', Rom: 'Sal 2' }],
    ['the same title in another organisation', { Organisasjon: 'Bykle', Rom: null }],
    ['without a time', { Start: null, Slutt: null }],
  ])('no overlap: %s', (_, cells) => {
    expect(found('slots-overlap', program(of(first), of({ ...first, ...cells })))).toEqual([]);
  });

  it.each(['NN', 'ukjent', '?', 'Alle'])('no overlap: «%s» is nobody yet', (Innleder) => {
    const row = { ...first, Innleder, Rom: null };
    expect(found('slots-overlap', program(of(row), of(row)))).toEqual([]);
  });

  it.each([
    ['the same place', 'Kulturhuset, Voss', 'kulturhuset,  Voss', 1],
    ['two places', 'Kulturhuset, Voss', 'Kulturhuset, Bykle', 0],
    ['online', 'Digitalt (Teams)', 'Digitalt (Teams)', 0],
  ])('a room of one name in two activities: %s', (_, one, other, expected) => {
    const Aktiviteter = [
      activity({ ID: 'A-2027-001', Start: '01.06.2027 09:00', Slutt: '12.00', Sted: one }),
      activity({ ID: 'A-2027-002', Start: '01.06.2027 09:00', Slutt: '12.00', Sted: other }),
    ];
    const Program = ['A-2027-001', 'A-2027-002'].map((Aktivitet) =>
      slot({ Aktivitet, Start: '10.00', Slutt: '11.00', Rom: 'Salen' }),
    );
    expect(found('slots-overlap', { Aktiviteter, Program })).toHaveLength(expected);
  });

  it('of a cancelled activity are let be', () => {
    const off = activity({ ID: 'A-2027-002', Start: '03.06.2027 12:00', Slutt: '13.00', Status: 'Avlyst' });
    const rows = [
      ofDay({ Start: '10.00', Slutt: '11.00', Rom: 'A' }),
      ofDay({ Start: '10.00', Slutt: '11.00', Rom: 'A' }),
    ];
    expect(problemsOf({ Aktiviteter: [off], Program: rows })).toMatchObject([
      { code: 'quarter-without-meeting' },
    ]);
  });
});

describe('recipients', () => {
  const oslo = { Nummer: '0301', Navn: 'Oslo', Slag: 'kommune', Skriftspråk: 'nøytral' };

  it.each([
    ['municipality-unknown', { Nummer: '4699', Navn: 'Bergen' }, { nearest: '4601 Bergen' }, 'error'],
    ['municipality-unknown', { Nummer: '4699', Navn: 'Våler' }, {}, 'error'],
    ['municipality-replaced', { Nummer: '1201', Navn: 'Bergen' }, { successors: ['4601 Bergen'] }, 'warning'],
    ['municipality-replaced', { Nummer: '0219', Navn: 'Bærum' }, { successors: ['3201 Bærum'] }, 'warning'],
    [
      'municipality-replaced',
      { Nummer: '1507', Navn: 'Ålesund' },
      { successors: ['1508 Ålesund', '1580 Haram'] },
      'warning',
    ],
    ['municipality-name', { Nummer: '4601', Navn: 'Voss' }, { official: 'Bergen' }, 'warning'],
    ['county-differs', { Fylke: 'Viken' }, { official: 'Oslo' }, 'warning'],
    ['county-differs', { Fylke: 'Vestland' }, { official: 'Oslo' }, 'warning'],
    [
      'county-unknown',
      { Nummer: '12', Navn: 'Vestland', Slag: 'fylkeskommune' },
      { nearest: '46 Vestland' },
      'error',
    ],
    [
      'municipality-name',
      { Nummer: '46', Navn: 'Rogaland', Slag: 'fylkeskommune' },
      { official: 'Vestland' },
      'warning',
    ],
    ['standard-missing', { Skriftspråk: null }, { decided: 'neutral' }, 'error'],
    ['standard-missing', { Nummer: '4621', Navn: 'Voss', Skriftspråk: null }, { decided: 'nn' }, 'error'],
    [
      'standard-missing',
      { Nummer: '46', Navn: 'Vestland', Slag: 'fylke', Skriftspråk: null },
      { decided: 'nn' },
      'error',
    ],
    ['decision-differs', { Skriftspråk: 'nynorsk' }, { decided: 'neutral' }, 'info'],
  ] as const)('%s: %j', (code, cells, args, level) => {
    expect(found(code, { Mottakere: [{ ...oslo, ...cells }] })).toMatchObject([{ level, args }]);
  });

  it.each([
    [{ Nummer: '5610', Navn: 'Kárášjohka - Karasjok' }],
    [{ Nummer: '5610', Navn: 'Karasjok kommune' }],
    [{ Nummer: '1818', Navn: 'Herøy (Nordland)' }],
    [{ Nummer: '1818', Navn: 'Herøy', Fylke: 'Nordland fylkeskommune' }],
    [{ Nummer: '4621', Navn: 'VOSS HERAD' }],
  ])('fits: %j', (cells) => {
    const codes = problemsOf({ Mottakere: [{ ...oslo, ...cells }] }).map(({ code }) => code);
    expect(codes.filter((code) => code !== 'decision-differs')).toEqual([]);
  });

  it('one that has opted out needs no written standard', () => {
    expect(problemsOf({ Mottakere: [{ ...oslo, Skriftspråk: null, Reservert: 'ja' }] })).toEqual([]);
  });

  it('a contact on a list needs one, others do not', () => {
    const contact = { ID: 'K-2026-001', Navn: 'Leder' };
    expect(found('standard-missing', { Kontakter: [{ ...contact, Lister: 'kvartalsmøte' }] })).toMatchObject([
      { level: 'warning', at: { tab: 'Kontakter', cell: 'H2' }, args: {} },
    ]);
    expect(problemsOf({ Kontakter: [contact] })).toEqual([]);
  });
});

describe('places', () => {
  const example = (Kommune: string): TabsInput => ({
    Forbilder: [{ ID: 'F-2026-001', Tittel: 'Torg', Kommune }],
  });

  it.each([
    ['municipality-unknown', 'Brgen', { nearest: 'Bergen' }],
    ['municipality-unknown', 'Langtvekkistan', {}],
    ['municipality-unknown', '4699', {}],
    ['municipality-replaced', 'Fræna', { successors: ['1579 Hustadvika'] }],
    ['municipality-replaced', '1201', { successors: ['4601 Bergen'] }],
    ['municipality-unknown', 'Voss og Brgen', { nearest: 'Bergen' }],
  ] as const)('%s: an example in «%s»', (code, name, args) => {
    expect(found(code, example(name))).toMatchObject([{ level: 'warning', at: { column: 'Kommune' }, args }]);
  });

  it.each([
    'Bergen',
    '4601',
    '4601 Bergen',
    'Voss og Bykle',
    'Voss, Bykle',
    'Møre og Romsdal',
    'Herøy',
    'Nore og Uvdal',
    'voss herad',
  ])('an example in «%s» is somewhere', (name) => {
    expect(problemsOf(example(name))).toEqual([]);
  });

  const dialogue = (Fylke: string): TabsInput => ({
    Dialog: [{ ID: 'D-2026-001', Fylke, Dato: '01.10.2026', Part: 'Felles' }],
  });

  it.each([
    ['Trønderlag', 'Trøndelag'],
    ['Vestlnd fylkeskommune', 'Vestland'],
    ['More og Romsdal', 'Møre og Romsdal'],
  ])('a contact with «%s»', (county, nearest) => {
    expect(found('county-unknown', dialogue(county))).toMatchObject([
      { level: 'warning', value: county, args: { nearest } },
    ]);
  });

  it.each([
    'Vestland',
    'Trööndelage',
    'Møre og Romsdal fylkeskommune',
    'Østlandet',
    'Sørlandet',
    'Nettverk for byliv',
    'KS',
  ])('a contact with «%s» is let be', (county) => {
    expect(problemsOf(dialogue(county))).toEqual([]);
  });
});

describe('settings', () => {
  it('an address that is none', () => {
    const rows = (Verdi: string): TabsInput => ({ Oppsett: [{ Nøkkel: 'Avsender, e-post', Verdi }] });
    expect(found('email-invalid', rows('post@x'))).toMatchObject([
      { level: 'error', at: { cell: 'B2' }, args: { why: 'form' } },
    ]);
    expect(problemsOf(rows('post@nal.example'))).toEqual([]);
  });

  it('a link that may not be used', () => {
    const rows = (Verdi: string): TabsInput => ({
      Oppsett: [{ Nøkkel: 'Bylivsenteret, personvernerklæring', Verdi }],
    });
    expect(found('link-invalid', rows('nal.example/personvern'))).toMatchObject([
      { level: 'error', at: { cell: 'B2' }, args: { why: 'not-https' } },
    ]);
    expect(problemsOf(rows('https://nal.example/personvern'))).toEqual([]);
  });

  it('a number of minutes that is none', () => {
    const rows = { Oppsett: [{ Nøkkel: 'minutter  per SAK', Verdi: 'ti' }] };
    expect(found('setting-unreadable', rows)).toMatchObject([
      { level: 'warning', at: { cell: 'B2' }, value: 'ti', args: { default: 10 } },
    ]);
  });
});

describe('many rows', () => {
  it('tells of each of them, however many are wrong', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => String(index + 1).padStart(5, '0'));
    const { problems } = readRegister(
      workbookOf({
        Aktiviteter: rows.map((number) =>
          webinar({ ID: `A-2027-${number}`, Start: '17.05.2027 10:00', Slutt: '11.00' }),
        ),
        Program: rows.map((number) =>
          slot({
            Aktivitet: `A-2027-${number}`,
            Start: '09.00',
            Slutt: '12.00',
            Innleder: 'Kari',
            Status: 'Bekreftet',
          }),
        ),
        Saker: rows.map(() => caseRow({ Møte: 'A-2026-001', Saksnr: 'Sak 1/26' })),
      }),
      now,
    );
    const counts = [...groupBy(problems, ({ code }) => code)].map(([code, { length }]) => [code, length]);
    expect(Object.fromEntries(counts)).toEqual({
      'on-holiday': 2000,
      'quarter-without-meeting': 1,
      'reference-unknown': 2000,
      'case-number-twice': 2000,
      'slot-outside-activity': 2000,
      'slots-overlap': 1999,
    });
  });

  it('survives without any tab', () => {
    expect(() => readRegister(withoutTab({ ...workbookOf(), sheets: [] }, 'x'), now)).not.toThrow();
  });
});
