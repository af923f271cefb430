import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, dayOf, wallTimeAt } from '../../src/domain/time.ts';
import { comingIn } from '../../src/papers/year/coming.ts';
import { countyGrid } from '../../src/papers/year/county-grid.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Register } from '../../src/register/register.ts';
import { workbookOf, type TabsInput } from '../support/build-workbook.ts';

const now = wallTimeAt(new Date('2026-11-23T11:00:00Z'));
const today = dayOf(now);

const registerOf = (rows: TabsInput): Register => readRegister(workbookOf(rows), now).register;

const meeting = { Type: 'Kvartalsmøte', Part: 'Felles', 'Del med partner': 'ja' };
const action = { Tiltak: 'Ringe', Ansvarlig: 'Leder', Status: 'Åpen' };

describe('what comes', () => {
  const rows: TabsInput = {
    Aktiviteter: [
      { ...meeting, ID: 'A-2026-001', Tittel: 'Møtet', Status: 'Planlagt', Start: '2026-12-03' },
      { ...meeting, ID: 'A-2026-002', Tittel: 'Over', Status: 'Gjennomført', Start: '2026-09-03' },
      { ...meeting, ID: 'A-2026-003', Tittel: 'Av', Status: 'Avlyst', Start: '2026-12-04' },
      { ...meeting, ID: 'A-2027-001', Tittel: 'Tanken', Status: 'Idé', Start: 'mars 2027' },
      {
        ...{ ID: 'A-2026-004', Type: 'Webinar', Tittel: 'Sett', Part: 'Felles', Status: 'Bekreftet' },
        ...{ Start: '2026-12-10 10:00', Påmeldingsfrist: '2026-12-08', 'Del med partner': 'ja' },
      },
    ],
    Tiltak: [
      { ...action, ID: 'T-2026-001', Frist: '2026-12-01' },
      { ...action, ID: 'T-2026-002', Frist: '2026-11-01' },
      { ...action, ID: 'T-2026-003', Frist: '2026-12-02', Status: 'Utført' },
    ],
  };
  const outlook = { register: registerOf(rows), now, keyOf: () => '' };

  it('is texts, activities and deadlines in order of day, without what is past, done or off', () => {
    const found = comingIn(outlook, today, addDays(today, 30));
    const told = found.map(({ first, what, about }) => [first, what.kind, about.id]);
    expect(told.filter(([, kind]) => kind !== 'text')).toEqual([
      ['2026-12-01', 'action', 'T-2026-001'],
      ['2026-12-03', 'activity', 'A-2026-001'],
      ['2026-12-08', 'registration', 'A-2026-004'],
      ['2026-12-10', 'activity', 'A-2026-004'],
    ]);
    const texts = found.filter(({ what }) => what.kind === 'text');
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every(({ first, about }) => first >= today && about.id === 'A-2026-004')).toBe(true);
  });

  it('has ideas, as exactly as their time is given, and nothing of other years', () => {
    const last = dayFrom(2027, 12, 31) ?? today;
    expect(comingIn(outlook, dayFrom(2027, 1, 1) ?? today, last)).toMatchObject([
      {
        ...{ first: '2027-03-01', last: '2027-03-31', precision: 'month' },
        what: { kind: 'activity', isSure: false },
      },
    ]);
  });
});

describe('the counties', () => {
  const contact = { Hvem: 'Leder', Tema: 'Plan' };
  const register = registerOf({
    Dialog: [
      { ...contact, ID: 'D-2026-001', Fylke: 'Innlandet', Dato: '2026-11-01', Part: 'Bylivsenteret' },
      { ...contact, ID: 'D-2026-002', Fylke: 'Innlandet', Dato: '2026-11-10', Part: 'Distriktssenteret' },
      { ...contact, ID: 'D-2026-003', Fylke: 'Agder', Dato: '2026-03-01', Part: 'Felles' },
      { ...contact, ID: 'D-2026-004', Fylke: 'Agder', Dato: '2026-12-01', Part: 'Bylivsenteret' },
    ],
  });

  it('are all there, with each party’s last contact, what is silent and what is not cleared', () => {
    const grid = new Map(countyGrid(register, today).map((one) => [one.name, one]));
    expect(grid.size).toBe(15);
    expect(grid.get('Innlandet')).toMatchObject({
      last: { bylivsenteret: { id: 'D-2026-001' }, distriktssenteret: { id: 'D-2026-002', isJoint: false } },
      ...{ isSilent: false, uncoordinated: [{ id: 'D-2026-002' }] },
    });
    expect(grid.get('Agder')).toMatchObject({
      last: { bylivsenteret: { id: 'D-2026-003', isJoint: true }, distriktssenteret: { id: 'D-2026-003' } },
      ...{ isSilent: true, uncoordinated: [], next: { id: 'D-2026-004', day: '2026-12-01' } },
    });
    expect(grid.get('Oslo')).toMatchObject({ isSilent: true, last: {} });
  });
});
