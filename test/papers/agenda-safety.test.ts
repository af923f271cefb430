import { describe, expect, it } from 'vitest';
import { agenda } from '../../src/papers/agenda/agenda.ts';
import { casesOfLater, casesWaitingAt } from '../../src/papers/agenda/cases.ts';
import type { AgendaCase, AgendaView } from '../../src/papers/agenda/view.ts';
import { meetingsOf, namedMeetingRequest } from '../../src/papers/meetings.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { withoutTab, workbookOf, type TabsInput } from '../support/build-workbook.ts';
import { agendaOf, caseRow, meeting, meetings, now, registerOf } from '../support/meetings.ts';

const casesOf = (view: AgendaView): readonly AgendaCase[] => view.cases;
const idsOf = (view: AgendaView): readonly string[] => casesOf(view).map(({ id }) => id);

describe('what must never go wrong', () => {
  it('an idea is no meeting: it is not next, has no number and carries nothing', () => {
    const idea = meeting('A-2026-020', '2026-10-20', { Status: 'Idé' });
    const view = agendaOf({ Aktiviteter: [...meetings, idea], Saker: [caseRow(1, { Møte: 'A-2026-003' })] });
    expect(view.meeting).toMatchObject({ id: 'A-2026-004', number: 4 });
    expect(view.lastMeeting?.id).toBe('A-2026-003');
    expect(casesOf(view)[0]?.carried?.times).toBe(1);
    expect(() => agendaOf({ Aktiviteter: [...meetings, idea] }, { meeting: 'A-2026-020' })).toThrow(
      /only an idea/u,
    );
  });

  it('a case whose meeting has a row with errors comes to the next agenda', () => {
    const broken = meeting('A-2026-009', '2026-06-18', { 'Timer Bylivsenteret': 'ca. 3' });
    const view = agendaOf({
      Aktiviteter: [...meetings, broken],
      Saker: [caseRow(1, { Møte: 'A-2026-009' })],
    });
    expect(idsOf(view)).toEqual(['S-2026-001']);
  });

  it('leaves a case to a later meeting whose row has errors, and does not name another one as next', () => {
    const row = (Start: string, id = 'A-2027-001'): TabsInput => ({
      Aktiviteter: [
        ...meetings.slice(0, 4),
        meeting(id, '2027-03-11', { Start }),
        meeting('A-2027-002', '2027-06-10'),
      ],
      Saker: [caseRow(1, { Møte: id }), caseRow(2, { 'Utsett til': id })],
    });
    const register = registerOf(row('3/4/2027'));
    const own = meetingsOf(register).find(({ id }) => id === 'A-2026-004');
    if (own === undefined) throw new Error('no meeting');
    const view = agendaOf(row('3/4/2027'));
    expect(idsOf(view)).toEqual([]);
    expect(casesOfLater(register, own, now).map(({ id }) => id)).toEqual(['S-2026-001']);
    expect(casesWaitingAt(register, own, now).map(({ id }) => id)).toEqual(['S-2026-002']);
    expect(view).toMatchObject({
      meeting: { id: 'A-2026-004' },
      nextMeeting: undefined,
      isNextUnclear: true,
      suggestedDays: [],
    });
    // Both ways to read it, and a day that nobody knows.
    expect(() => agendaOf(row('1/12/2026'))).toThrow(/^Row 6 of Aktiviteter may be the next/u);
    const named = { meeting: 'A-2026-004' };
    expect(idsOf(agendaOf(row('1/12/2026'), named))).toEqual(['S-2026-001', 'S-2026-002']);
    expect(idsOf(agendaOf(row('snart'), named))).toEqual([]);
    expect(idsOf(agendaOf(row('snart', 'A-2026-009'), named))).toEqual(['S-2026-001', 'S-2026-002']);
  });

  it('says of a meeting without an ID only that, with what gives it one', () => {
    const Aktiviteter = [meeting('', '2026-12-01'), ...meetings];
    expect(() => agendaOf({ Aktiviteter })).toThrow(
      /^Row 2 of Aktiviteter may be the next quarterly meeting, but has no ID\.$/u,
    );
    expect(() => namedMeetingRequest(registerOf({ Aktiviteter }), { meeting: 'next' }, now)).toThrow(
      /^Row 2 of Aktiviteter may be the next one, but has no ID\.$/u,
    );
  });

  it('does not pass over a meeting whose row has errors, unless another is named', () => {
    const twice = [...meetings, meeting('A-2026-004', '2026-12-03')];
    expect(() => agendaOf({ Aktiviteter: twice })).toThrow(/^Rows 5, 7 of Aktiviteter may be the next/u);
    expect(agendaOf({ Aktiviteter: twice }, { meeting: 'A-2027-001' }).meeting.id).toBe('A-2027-001');
    const dateless = meeting('A-2026-010', '2026-12-01', { Start: '31.02.2027' });
    expect(() => agendaOf({ Aktiviteter: [...meetings, dateless] })).toThrow(/^Row 7 .* has errors/u);
    const later = meeting('A-2027-009', '2027-06-10', { 'Timer Bylivsenteret': 'ca. 3' });
    expect(agendaOf({ Aktiviteter: [...meetings, later] }).meeting.id).toBe('A-2026-004');
  });

  it('tells of a meeting that cannot be read once, and not of a quarter without one too', () => {
    const broken = meeting('A-2026-004', '2026-12-03', { 'Timer Bylivsenteret': 'ca. 3' });
    const Aktiviteter = [...meetings.slice(0, 3), broken, ...meetings.slice(4)];
    const { problems } = readRegister(workbookOf({ Aktiviteter }), now);
    const quarters = problems.filter(
      ({ code, level }) => code === 'quarter-without-meeting' && level === 'warning',
    );
    expect(quarters.map(({ args }) => args)).not.toContainEqual({ quarter: 4, year: 2026 });
  });

  it('says of no quarter that it has no meeting while the date of one cannot be read', () => {
    const quartersIn = (Start: string): readonly unknown[] => {
      const moved = meeting('A-2026-004', '2026-12-03', { Start });
      const Aktiviteter = [...meetings.slice(0, 3), moved];
      const { problems } = readRegister(workbookOf({ Aktiviteter }), now);
      return problems.filter(({ code }) => code === 'quarter-without-meeting').map(({ args }) => args);
    };
    expect(quartersIn('31.02.2027')).toEqual([]);
    expect(quartersIn('14.01.2027 10:00')).toContainEqual({ quarter: 4, year: 2026 });
  });

  it('a number in a row with errors is not given again', () => {
    const view = agendaOf({ Saker: [caseRow(1, { Saksnr: 'Sak 9/26', Minutter: 'ca. 5' }), caseRow(2)] });
    expect(casesOf(view).map(({ number }) => number.number)).toEqual([10]);
  });

  it('nothing is printed where nobody can tell what is to be kept from the partner', () => {
    const workbook = workbookOf({ Aktiviteter: meetings });
    const renamed = workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell === 'Del med partner' ? 'Deling' : cell)),
      })),
    }));
    const { register } = readRegister({ ...workbook, sheets: renamed }, now);
    expect(() => agenda(register, {}, now)).toThrow(/no column «Del med partner»/u);
  });

  it('a next meeting that has only a month gets no day', () => {
    const vague = meeting('A-2027-001', '2027-03-11', { Start: 'mars 2027', Slutt: null });
    expect(agendaOf({ Aktiviteter: [...meetings.slice(0, 4), vague] }).nextMeeting).toMatchObject({
      when: { precision: 'month', first: '2027-03-01' },
    });
  });

  it('a workbook without the tab is not called empty', () => {
    const { register } = readRegister(withoutTab(workbookOf(), 'Aktiviteter'), now);
    expect(() => agenda(register, {}, now)).toThrow(/no tab Aktiviteter/u);
  });
});
