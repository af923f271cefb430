import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutWords, proposalWords } from '../../../src/app/plan/plan-words.ts';
import { spokenWeekday } from '../../../src/language/spoken.ts';
import { blockedOn, holidayOn, isWeekend } from '../../../src/domain/holidays.ts';
import { addDays, daysBetween, type Day } from '../../../src/domain/time.ts';
import { titleLike } from '../../../src/papers/plan/habits.ts';
import { isAsProposed, meetingRows } from '../../../src/papers/plan/idea-rows.ts';
import { daysFor, yearPlan, yearToPlan, type QuarterPlan } from '../../../src/papers/plan/year-plan.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import type { Register } from '../../../src/register/register.ts';
import { dateCell, nowAt, workbookOf, type RowInput } from '../../support/build-workbook.ts';
import { dayAt } from '../../sample/days.ts';

const now = nowAt('2025-12-05T12:00');

const row = (id: string, start: string, more: RowInput = {}): RowInput => ({
  ...{
    ID: id,
    Type: 'Kvartalsmøte',
    Tittel: `Kvartalsmøte ${id}`,
    Part: 'Bylivsenteret',
    Status: 'Planlagt',
  },
  ...{ Start: dateCell(start), Slutt: '11:30' },
  ...more,
});

const last = row('A-2025-004', '2025-12-04T10:00', {
  Tittel: 'Kvartalsmøte 4. kvartal 2025',
  Status: 'Gjennomført',
});

const registerOf = (Aktiviteter: readonly RowInput[], at = now): Register =>
  readRegister(workbookOf({ Aktiviteter }), at).register;

const proposalsIn = (plan: QuarterPlan): readonly Day[] =>
  plan.standing === 'proposed' ? plan.proposals.map(({ day }) => day) : [];

function linesOf(plan: QuarterPlan): readonly string[] {
  if (plan.standing !== 'proposed') return [`${plan.quarter}  ${plan.standing}`];
  return [
    ...plan.proposals.map(
      (one, index) =>
        `${index === 0 ? plan.quarter : '    or'}  ${spokenWeekday(one.day)}  ${index === 0 ? `${plan.host.party}: ` : ''}${proposalWords(one)}`,
    ),
    ...plan.leftOut.map((one) => `        ${leftOutWords(one)}`),
  ];
}

describe('the plan of a year', () => {
  it('has four meetings in good weeks of every year, and says what is wrong with other good days', async () => {
    const years = [2026, 2027, 2028, 2029, 2030, 2031, 2032];
    let rows: readonly RowInput[] = [last];
    const lines: string[] = [];
    for (const year of years) {
      const workbook = workbookOf({ Aktiviteter: rows });
      const { register } = readRegister(workbook, now);
      const plan = yearPlan(register, year, now);
      lines.push(...plan.quarters.flatMap(linesOf), '');
      const added = meetingRows(register, workbook, plan).map(({ row: { cells } }): RowInput => {
        const cellOf = (value: unknown) => {
          if (typeof value === 'string') return value;
          return dateCell(String(Object.values(value ?? {})[0]));
        };
        return Object.fromEntries(Object.entries(cells).map(([heading, value]) => [heading, cellOf(value)]));
      });
      rows = [...rows, ...added.map((one) => ({ ...one, Status: 'Planlagt' }))];
    }
    await expect(lines.join('\n')).toMatchFileSnapshot(
      join(import.meta.dirname, '../../golden/plan/years.txt'),
    );
  });

  it('calls meetings as the last one, in turn, and gives each an ID of its year', () => {
    const workbook = workbookOf({ Aktiviteter: [last] });
    const { register } = readRegister(workbook, now);
    const rows = meetingRows(register, workbook, yearPlan(register, 2026, now));
    expect(rows.map(({ row: { cells } }) => [cells['ID'], cells['Tittel'], cells['Part']])).toEqual([
      ['A-2026-001', 'Kvartalsmøte 1. kvartal 2026', 'Distriktssenteret'],
      ['A-2026-002', 'Kvartalsmøte 2. kvartal 2026', 'Bylivsenteret'],
      ['A-2026-003', 'Kvartalsmøte 3. kvartal 2026', 'Distriktssenteret'],
      ['A-2026-004', 'Kvartalsmøte 4. kvartal 2026', 'Bylivsenteret'],
    ]);
    const note = rows[0]?.row.cells['Merknad'];
    expect(typeof note === 'string' ? note.replace(/\s/gu, ' ') : note).toBe(
      'Foreslått av Felles: torsdag 5. mars 2026 kl. 10.00–11.30. Andre gode dager: torsdag 12. mars 2026 og torsdag 19. mars 2026.',
    );
  });

  it('leaves out what is taken by either party, and counts what is there', () => {
    const register = registerOf([
      last,
      row('A-2026-001', '2026-03-05T10:00', { Type: 'Konferanse', Slutt: dateCell('2026-03-06') }),
      row('A-2026-002', '2026-06-10T10:00', { Status: 'Idé' }),
      row('A-2026-003', '2026-09-10T10:00', { Status: 'Avlyst' }),
    ]);
    const [first, second, third] = yearPlan(register, 2026, now).quarters;
    expect(first).toMatchObject({
      leftOut: [{ day: '2026-03-05', because: { why: 'taken', id: 'A-2026-001' } }],
    });
    expect(proposalsIn(first!)).not.toContain('2026-03-05');
    expect(second).toMatchObject({ standing: 'there', id: 'A-2026-002', isIdea: true });
    expect(third).toMatchObject({ standing: 'proposed' });
  });

  it('is for the first year that lacks a meeting, and never for quarters that are over', () => {
    const register = registerOf([last]);
    expect(yearToPlan(register, now)).toBe(2026);
    const full = [2026, 2027, 2028].flatMap((year) =>
      ['03-10', '06-10', '09-10', '12-08'].map((day, index) =>
        row(`A-${String(year)}-00${String(index + 1)}`, `${String(year)}-${day}T10:00`),
      ),
    );
    expect(yearToPlan(registerOf([last, ...full]), now)).toBe(2029);
    expect(yearPlan(register, 2025, now).quarters.map(({ standing }) => standing)).toEqual([
      ...['late', 'late', 'late', 'there'],
    ]);
    expect(yearPlan(register, 2026, nowAt('2026-05-20T09:00')).quarters[0]).toMatchObject({
      standing: 'late',
    });
  });

  it('names meetings that may be meant for the year', () => {
    const register = registerOf([
      last,
      { ...row('A-2026-009', '2026-03-05'), Start: '2026', Slutt: null, Status: 'Idé' },
    ]);
    expect(yearPlan(register, 2026, now).undated).toEqual([
      { id: 'A-2026-009', title: 'Kvartalsmøte A-2026-009' },
    ]);
  });

  const dayIn = fc.integer({ min: 0, max: 7 * 365 }).map((count) => addDays(dayAt('2026-01-01'), count));
  const types = ['Kvartalsmøte', 'Konferanse', 'Webinar', 'Nettverk', 'Fylkesdialog'];
  const anyRow = fc.record({ day: dayIn, type: fc.constantFrom(...types), isOff: fc.boolean() });

  it('never has a holiday, a weekend, a week kept free or a taken day, and is the same each time', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), dayIn, (rows, today) => {
        const at = nowAt(`${today}T09:00`);
        const all = rows.map(({ day, type, isOff }, index) =>
          row(`A-2026-${String(index + 100)}`, day, {
            Type: type,
            Status: isOff ? 'Avlyst' : 'Planlagt',
            Slutt: null,
          }),
        );
        const register = registerOf(all, at);
        const year = Number(today.slice(0, 4));
        const plan = yearPlan(register, year, at);
        expect(yearPlan(register, year, at)).toEqual(plan);
        const taken = new Set(rows.filter(({ isOff }) => !isOff).map(({ day }) => day));
        const meetings = rows.flatMap(({ day, type, isOff }) =>
          type === 'Kvartalsmøte' && !isOff ? [day] : [],
        );
        const firsts = plan.quarters.flatMap((one) => proposalsIn(one).slice(0, 1));
        for (const day of plan.quarters.flatMap(proposalsIn)) {
          expect([isWeekend(day), holidayOn(day), blockedOn(day), taken.has(day)]).toEqual([
            ...[false, undefined, undefined, false],
          ]);
          for (const beside of [-1, 1]) expect(holidayOn(addDays(day, beside))).toBeUndefined();
          expect(daysBetween(today, day)).toBeGreaterThanOrEqual(21);
          for (const other of meetings) expect(Math.abs(daysBetween(other, day))).toBeGreaterThanOrEqual(42);
        }
        const apart = firsts.slice(1).map((day, index) => daysBetween(firsts[index]!, day));
        for (const days of apart) expect(days).toBeGreaterThanOrEqual(42);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a planned meeting', () => {
  const idea = (more: RowInput) => {
    const note =
      'Foreslått av Felles: torsdag 5. mars 2026 kl. 10.00–11.30. Andre gode dager: torsdag 12. mars 2026.';
    const made = registerOf([
      last,
      row('A-2026-001', '2026-03-05T10:00', { Status: 'Idé', Merknad: note, ...more }),
    ]);
    return made.activities[1]!;
  };

  it('is as Felles proposed only while its status and both times are', () => {
    expect(isAsProposed(idea({}))).toBe(true);
    expect(isAsProposed(idea({ Slutt: '12:00' }))).toBe(false);
    expect(isAsProposed(idea({ Start: dateCell('2026-03-12T10:00') }))).toBe(false);
    expect(isAsProposed(idea({ Status: 'Planlagt' }))).toBe(false);
    expect(isAsProposed(idea({ Merknad: 'Avtalt på telefon' }))).toBe(false);
  });

  it('has the same other days when people are asked as when it was planned', () => {
    const workbook = workbookOf({ Aktiviteter: [last] });
    const { register } = readRegister(workbook, now);
    const { quarters } = yearPlan(register, 2026, now);
    const ideas = quarters.map((plan, index) =>
      row(`A-2026-00${String(index + 1)}`, `${proposalsIn(plan)[0] ?? ''}T10:00`, { Status: 'Idé' }),
    );
    const later = registerOf([last, ...ideas]);
    for (const [index, plan] of quarters.entries()) {
      const quarter = { year: 2026, number: ([1, 2, 3, 4] as const)[index]! };
      expect(daysFor(later, `A-2026-00${String(index + 1)}`, quarter, now)).toEqual(proposalsIn(plan));
    }
  });

  it.each([
    ['Kvartalsmøte 4. kvartal 2025', 'Kvartalsmøte 1. kvartal 2026'],
    ['Møte Q4 2025', 'Møte Q1 2026'],
    ['Kvartalsmøte 2025 K4 (Oslo)', 'Kvartalsmøte 2026 K1 (Oslo)'],
    ['Kvartalsmøte 4.kvartal 2025', 'Kvartalsmøte 1.kvartal 2026'],
    ['Kvartalsmøte i desember', 'Kvartalsmøte 1. kvartal 2026'],
    ['Møte 14. kvartal 2025', 'Kvartalsmøte 1. kvartal 2026'],
    ['Q4 2025, 4. kvartal 2025', 'Kvartalsmøte 1. kvartal 2026'],
    ['Møte 4 i 2025', 'Kvartalsmøte 1. kvartal 2026'],
  ])('is called as the last one: %s', (title, becomes) => {
    expect(titleLike(title, { year: 2025, number: 4 }, { year: 2026, number: 1 })).toBe(becomes);
  });
});
