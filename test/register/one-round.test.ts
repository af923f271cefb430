import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { applyIds, planIds } from '../../src/register/give-ids.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { workbookOf, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { now } from '../support/rules.ts';

const meetingRow = { ID: 'A-2026-004', Type: 'Kvartalsmøte', Tittel: 'Kvartalsmøte', Part: 'Felles' };

const messy = {
  Aktiviteter: [
    { ...meetingRow, Status: 'Avholdt', Start: '09.03.2026 10:00', Slutt: '09.03.2026 09:00' },
    { Type: 'Webinar serie', Tittel: 'Bolig', Part: 'DS', Status: 'avlyst!', Start: '12.04.2027' },
  ],
  Saker: [{ Tittel: 'Felles forbilder', Type: 'diskusjon', Møte: 'A-2026-4', Minutter: '10 min' }],
  Tiltak: [
    {
      Tiltak: 'Sende ut referat',
      Part: 'BLS',
      Frist: 'snarest',
      Status: 'fullført',
      'Fra sak': 'S-2026-077',
    },
  ],
  Forbilder: [{ Tittel: 'Gågata', Kommune: 'Nord Fron', Samtykke: 'Ja, pr. telefon' }],
} as const satisfies TabsInput;

/** What round one says to write instead. */
const corrected: TabsInput = {
  Aktiviteter: [
    { ...meetingRow, Status: 'Gjennomført', Start: '09.03.2026 10:00', Slutt: '09.03.2026 11:00' },
    { ...messy.Aktiviteter[1], Type: 'Webinar', Part: 'Distriktssenteret', Status: 'Avlyst' },
  ],
  Saker: [{ ...messy.Saker[0], Type: 'Drøfting', Møte: 'A-2026-004', Minutter: '10' }],
  Tiltak: [
    {
      ...messy.Tiltak[0],
      Part: 'Bylivsenteret',
      Frist: '01.12.2026',
      Status: 'Utført',
      'Fra sak': null,
      Ansvarlig: 'Kari',
    },
  ],
  Forbilder: [{ ...messy.Forbilder[0], Kommune: 'Nord-Fron', Samtykke: 'ja' }],
};

const isOfRow = ({ at, code }: Problem): boolean => at.row !== undefined && code !== 'columns-absent';
const told = (tabs: TabsInput): readonly Problem[] =>
  readRegister(workbookOf(tabs), now).problems.filter(isOfRow);

describe('one round', () => {
  it('tells all that can be told: corrected by it, nothing more is found', () => {
    const workbook = workbookOf(corrected);
    const { problems } = readRegister(applyIds(workbook, planIds(workbook, now)), now);
    expect(problems.filter(isOfRow)).toEqual([]);
    const cells = told(messy).map(({ at, code }) => `${at.cell ?? ''} ${code}`);
    expect(cells).toEqual(
      expect.arrayContaining([
        ...[
          'F2 unknown-value',
          'H2 end-before-start',
          'A3 id-missing',
          'B3 unknown-value',
          'D3 unknown-value',
        ],
        ...['B2 id-unreadable', 'D2 unknown-value', 'G2 number-unreadable', 'G2 reference-unknown'],
        ...['E2 date-unreadable', 'C2 municipality-unknown', 'I2 yes-no-unreadable'],
      ]),
    );
  });

  it('says what to write', () => {
    const args = new Map(told(messy).map(({ value, args: own }) => [value, own]));
    expect(args.get('Avholdt')).toMatchObject({ nearest: 'Gjennomført' });
    expect(args.get('DS')).toMatchObject({ nearest: 'Distriktssenteret' });
    expect(args.get('BLS')).toMatchObject({ nearest: 'Bylivsenteret' });
    expect(args.get('avlyst!')).toMatchObject({ nearest: 'Avlyst' });
    expect(args.get('Webinar serie')).toMatchObject({ nearest: 'Webinar' });
    expect(args.get('fullført')).toMatchObject({ nearest: 'Utført' });
    expect(args.get('10 min')).toEqual({ nearest: '10' });
    expect(args.get('snarest')).toEqual({ inWords: true, takes: 'day' });
    expect(args.get('Ja, pr. telefon')).toEqual({ nearest: 'ja' });
    expect(args.get('A-2026-4')).toMatchObject({ meant: { id: 'A-2026-004', tab: 'Aktiviteter', row: 2 } });
  });

  it.each([
    ['Bylivsenteret/Distriktssenteret', 'Felles'],
    ['Distriktssenteret (Kari)', 'Distriktssenteret'],
  ])('«%s» may be %s', (Part, nearest) => {
    const row: RowInput = { ID: 'T-2026-001', Tiltak: 'Ring', Ansvarlig: 'Kari', Frist: '01.12.2026', Part };
    expect(told({ Tiltak: [row] })).toMatchObject([{ code: 'unknown-value', args: { nearest } }]);
  });
});
