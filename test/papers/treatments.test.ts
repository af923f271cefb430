import { describe, expect, it } from 'vitest';
import { actionsFrom, isConclusion, isDecision, treatmentsOf } from '../../src/papers/treatments.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { workbookOf, type TabsInput } from '../support/build-workbook.ts';
import { action, caseRow, found, meeting, now, webinar } from '../support/rules.ts';

const first = meeting({ ID: 'A-2026-001', Start: '03.03.2026 10:00' });
const second = meeting({ ID: 'A-2026-002', Tittel: 'Møtet i juni', Start: '04.06.2026 10:00' });
const rows = (input: TabsInput): TabsInput => ({ Aktiviteter: [first, second], ...input });
const registerOf = (input: TabsInput): ReturnType<typeof readRegister>['register'] =>
  readRegister(workbookOf(rows(input)), now).register;

const treated = caseRow({
  ...{ ID: 'S-2026-001', Møte: 'A-2026-001', Status: 'Behandlet', Vedtak: 'Ja', Notat: 'Kort sagt.' },
});

describe('treatments', () => {
  it('are of the meeting that the case names, or of the one it was raised for, which is not certain', () => {
    const [known, guessed, none] = ['Behandlet', 'Utsatt', 'Meldt'].map((Status, index) =>
      caseRow({ ID: `S-2026-00${String(index + 1)}`, Møte: 'A-2026-001', Status }),
    );
    const register = registerOf({ Saker: [{ ...known, 'Behandlet i': 'A-2026-002' }, guessed!, none!] });
    expect(
      treatmentsOf(register).map(({ caseId, meeting: held, isMeetingCertain, outcome }) => [
        ...[caseId, held, isMeetingCertain, outcome],
      ]),
    ).toEqual([
      ['S-2026-001', 'A-2026-002', true, 'treated'],
      ['S-2026-002', 'A-2026-001', false, 'postponed'],
    ]);
  });

  it('come one after the other where a case was treated again, and none is lost', () => {
    const register = registerOf({
      Saker: [treated],
      Behandling: [{ Sak: 'S-2026-001', Møte: 'Møtet i juni', Status: 'Utsatt', Vedtak: 'Vi venter.' }],
    });
    expect(treatmentsOf(register)).toMatchObject([
      { meeting: 'A-2026-001', outcome: 'treated', decision: 'Ja', discussion: 'Kort sagt.' },
      { meeting: 'A-2026-002', outcome: 'postponed', decision: 'Vi venter.' },
    ]);
  });

  it('stay what they were where the case names the meeting and was treated again', () => {
    const put = { ...treated, Status: 'Utsatt' };
    const Behandling = [{ Sak: 'S-2026-001', Møte: 'A-2026-002', Status: 'Behandlet' }];
    const outcomes = (Saker: TabsInput['Saker']): unknown =>
      treatmentsOf(registerOf({ Saker, Behandling })).map(({ outcome }) => outcome);
    expect(outcomes([{ ...put, 'Behandlet i': 'A-2026-001' }])).toEqual(['postponed', 'treated']);
    // The status may be of either.
    expect(outcomes([put])).toEqual(['treated', 'treated']);
  });

  it('are not withdrawn by what a later meeting withdrew', () => {
    const Behandling = [{ Sak: 'S-2026-001', Møte: 'A-2026-002', Status: 'Trukket' }];
    const item = { ...treated, Status: 'Trukket', 'Behandlet i': 'A-2026-001' };
    const outcomes = (more: TabsInput): unknown =>
      treatmentsOf(registerOf({ Saker: [item], ...more })).map(({ outcome }) => outcome);
    expect(outcomes({ Behandling })).toEqual(['treated', 'withdrawn']);
    expect(outcomes({})).toEqual(['withdrawn']);
  });

  it.each([
    ['treated', 'Ja', true],
    ['treated', undefined, false],
    ['postponed', 'Ja', false],
    ['withdrawn', 'Ja', false],
    [undefined, 'Ja', false],
  ] as const)('that are %s with the text %s settle a case: %s', (outcome, decision, settles) => {
    expect(isDecision({ kind: 'decision', outcome, decision })).toBe(settles);
    expect(isConclusion({ kind: 'discussion', outcome, decision })).toBe(settles);
    expect(isDecision({ kind: 'discussion', outcome, decision })).toBe(false);
    expect(isConclusion({ kind: 'decision', outcome, decision })).toBe(false);
  });

  it('have the actions that name their meeting; those that name none only where there is one treatment', () => {
    const actions = [
      action({ ID: 'T-2026-001', 'Fra sak': 'S-2026-001' }),
      action({ ID: 'T-2026-002', 'Fra sak': 'S-2026-001', 'Fra møte': 'A-2026-002' }),
    ];
    const again = [{ Sak: 'S-2026-001', Møte: 'A-2026-002', Status: 'Behandlet' }];
    const once = registerOf({ Saker: [treated], Tiltak: actions });
    const twice = registerOf({ Saker: [treated], Tiltak: actions, Behandling: again });
    const idsOf = (register: typeof once): readonly (readonly string[])[] => {
      const all = treatmentsOf(register);
      return all.map((one) => actionsFrom(register, one, all).map(({ id }) => id));
    };
    expect(idsOf(once)).toEqual([['T-2026-001']]);
    expect(idsOf(twice)).toEqual([[], ['T-2026-002']]);
  });
});

describe('the new columns', () => {
  it('take a day or a meeting for a case that waits, and say what is neither', () => {
    const wait = (text: string): string | undefined =>
      registerOf({ Saker: [caseRow({ 'Utsett til': text })] }).cases[0]?.snoozedUntil;
    expect(['01.06.2026', 'A-2026-002', 'Møtet i juni', 'A-2026-002 · Møtet i juni'].map(wait)).toEqual([
      ...['2026-06-01', 'A-2026-002', 'A-2026-002', 'A-2026-002'],
    ]);
    expect(found('date-unreadable', rows({ Saker: [caseRow({ 'Utsett til': 'senere' })] }))).toHaveLength(1);
  });

  it('point to quarterly meetings that are there', () => {
    const unknown = 'A-2026-009';
    const held = { ID: 'A-2026-003', Tittel: 'Webinaret' };
    const other = (id: string): TabsInput => ({
      Aktiviteter: [first, second, webinar(held)],
      Saker: [{ ...treated, 'Behandlet i': id, 'Utsett til': id }],
      Tiltak: [action({ 'Fra møte': id })],
      Behandling: [{ ID: 'V-2026-001', Sak: 'S-2026-001', Møte: id, Status: 'Behandlet' }],
    });
    expect(found('reference-unknown', other(unknown))).toHaveLength(4);
    expect(found('reference-type', other(held.ID))).toHaveLength(4);
    expect(
      found(
        'reference-unknown',
        rows({
          Behandling: [{ ID: 'V-2026-001', Sak: 'S-2026-009', Møte: 'A-2026-001', Status: 'Behandlet' }],
        }),
      ),
    ).toMatchObject([{ value: 'S-2026-009' }]);
  });
});

describe('the status of a case', () => {
  const problems = (status: string, outcome: string): unknown =>
    found('treatment-newer', {
      Aktiviteter: [first, second],
      Saker: [{ ...treated, Status: status, 'Behandlet i': 'A-2026-001' }],
      Behandling: [
        { ID: 'V-2026-001', Sak: 'S-2026-001', Møte: 'A-2026-002', Status: outcome },
        { ID: 'V-2026-002', Sak: 'S-2026-001', Møte: 'A-2026-001', Status: 'Trukket' },
      ],
    }).map(({ level, value, args }) => [level, value, args]);

  it('is that of the newest treatment', () => {
    expect(problems('Behandlet', 'Behandlet')).toEqual([]);
    expect(problems('Utsatt', 'Behandlet')).toEqual([]);
    expect(problems('Meldt', 'Behandlet')).toEqual([
      ['warning', 'Meldt', { tab: 'Behandling', row: 2, outcome: 'Behandlet' }],
    ]);
  });

  it('of today is not taken for the outcome of the first treatment where there is a later one', () => {
    const again = [{ Sak: 'S-2026-001', Møte: 'A-2026-002', Status: 'Utsatt' }];
    const outcomes = (item: object): unknown =>
      treatmentsOf(registerOf({ Saker: [{ ...treated, ...item }], Behandling: again })).map(
        (one) => one.outcome,
      );
    expect(outcomes({ Status: 'Utsatt' })).toEqual(['treated', 'postponed']);
    expect(outcomes({ Status: 'Utsatt', Vedtak: null, Notat: null })).toEqual(['postponed']);
  });
});
