import { describe, expect, it } from 'vitest';
import { type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { problemsOf, found, activity, slot } from '../support/rules.ts';

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
    ['asked', ofDay({ Start: '11.45', Slutt: '12.15', Status: 'Spurt' }), 'C2'],
    ['wanted', ofDay({ Start: '12.45', Slutt: '13.15', Status: null }), 'D2'],
    ['asked, the activity has moved', ofDay({ Start: '02.06.2027 12:00', Status: 'Spurt' }), 'C2'],
  ])('outside the activity: %s', (_, row, cell) => {
    expect(found('slot-outside-activity', program(row))).toMatchObject([{ level: 'error', at: { cell } }]);
  });

  it.each([
    ['the whole of it', ofDay({ Start: '12.00', Slutt: '13.00' })],
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

  it('one speaker whose organisation stands in one of the rows only', () => {
    const both = { Start: '01.06.2027 10:00', Slutt: '11.00', Innleder: 'Kari Leder' };
    expect(found('slots-overlap', program(of(both), of({ ...both, Organisasjon: 'NAL' })))).toHaveLength(1);
    const three = [of(both), of({ ...both, Organisasjon: 'NAL' }), of({ ...both, Organisasjon: 'Voss' })];
    expect(found('slots-overlap', program(...three))).toHaveLength(2);
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
