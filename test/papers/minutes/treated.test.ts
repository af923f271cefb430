/** What a meeting did with a case, and when nobody can know that of it. */
import { describe, expect, it } from 'vitest';
import type { Facts, StatementContent } from '../../../src/domain/statement.ts';
import { meetingsOf } from '../../../src/papers/meetings.ts';
import { withStatements } from '../../../src/papers/minutes/keep.ts';
import { outcomeOf } from '../../../src/papers/minutes/versions.ts';
import { meetingCases } from '../../../src/papers/minutes/treated.ts';
import { nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { caseRow, meetings, registerOf } from '../../support/meetings.ts';

const [earlier, here] = ['A-2026-003', 'A-2026-004'];
const decided = { state: 'treated', decision: 'Ja', description: 'Kort sagt.' } as const;

/** The minutes of the earlier meeting, as the record has them. */
const kept = (facts: Facts, about = 'S-2026-001'): StatementContent => ({
  ...{ kind: 'minutesVersion', what: `${earlier}.v1`, about, saidAt: '2026-09-21T10:00:00Z', facts },
});

/** What the meeting in December has of a case that is on its agenda, since it has an open action. */
function casesHere(item: RowInput, said: readonly StatementContent[], more: TabsInput = {}, at = here) {
  const row = caseRow(1, { Møte: earlier, Notat: decided.description, Vedtak: decided.decision, ...item });
  const open = {
    ID: 'T-2026-001',
    Tiltak: 'Skrive',
    'Fra sak': 'S-2026-001',
    Status: 'Åpen',
    Frist: '01.03.2027',
  };
  const register = registerOf({ Aktiviteter: meetings, Saker: [row], Tiltak: [open], ...more });
  const meeting = meetingsOf(register).find(({ id }) => id === at);
  return meetingCases(withStatements(register, said), meeting!, nowAt('2026-12-04T12:00'));
}

const unsureOf = (...given: Parameters<typeof casesHere>): readonly unknown[] =>
  casesHere(...given).unsure.map(({ is, meetings: of }) => [is, ...of]);

describe('a case that an earlier meeting treated', () => {
  const treated = { Status: 'Behandlet', 'Behandlet i': earlier };
  const retyped = [['retyped', earlier]];

  it.each([
    ['what its minutes say', {}, []],
    ['another decision', { Vedtak: 'Nei' }, retyped],
    ['no decision', { Vedtak: '' }, retyped],
    ['another note', { Notat: 'Langt sagt.' }, retyped],
    ['no note', { Notat: '' }, retyped],
    ['another outcome', { Status: 'Utsatt' }, retyped],
    ['another title', { Tittel: 'Et nytt navn' }, []],
  ])(
    'is of that meeting while its row has %s, and otherwise maybe of a later one',
    (_what, cells, unsure) => {
      expect(unsureOf({ ...treated, ...cells }, [kept(decided)])).toEqual(unsure);
    },
  );

  it('is not asked about without minutes of that meeting, in them, or when a row says what this meeting did', () => {
    const other = { ...treated, Vedtak: 'Nei' };
    expect(unsureOf(other, [])).toEqual([]);
    expect(unsureOf(other, [kept(decided, 'S-2026-002')])).toEqual([]);
    expect(unsureOf(other, [kept(decided)], {}, earlier)).toEqual([]);
    const Behandling = [{ ID: 'V-2026-001', Sak: 'S-2026-001', Møte: here, Status: 'Behandlet' }];
    expect(unsureOf(other, [kept(decided)], { Behandling })).toEqual([]);
    // Without the open action it is not on the agenda.
    expect(unsureOf(other, [kept(decided)], { Tiltak: [] })).toEqual([]);
  });

  it.each([
    ['Behandlet', ['S-2026-001']],
    ['Trukket', []],
    ['Utsatt', ['S-2026-001']],
  ])('as %s is in the minutes of a later one only where it was on its agenda', (Status, ids) => {
    const Behandling = [{ ID: 'V-2026-001', Sak: 'S-2026-001', Møte: earlier, Status }];
    const item = { Status: 'Utsatt', Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002' };
    const listed: StatementContent = {
      ...{ kind: 'agenda', what: `${here}.agenda.r1`, about: here, saidAt: '2026-11-23T11:00:00Z' },
      facts: { cases: 'S-2026-001 Sak om 1' },
    };
    const { cases } = casesHere(item, [listed], { Behandling });
    expect(cases.map(({ item: { id } }) => id)).toEqual(ids);
  });

  it.each([
    ['open', {}, true],
    ['done at the meeting', { Status: 'Utført', 'Utført dato': '03.12.2026' }, true],
    ['done after it', { Status: 'Utført', 'Utført dato': '10.12.2026' }, true],
    ['done before it', { Status: 'Utført', 'Utført dato': '01.12.2026' }, false],
    ['agreed on at it', { 'Fra møte': here }, true],
    ['agreed on at a later one', { 'Fra møte': 'A-2027-001' }, false],
  ])('is named where its action is %s', (_what, action, isNamed) => {
    const Tiltak = [{ ID: 'T-2026-001', Tiltak: 'Skrive', 'Fra sak': 'S-2026-001', ...action }];
    const { cases } = casesHere(treated, [], { Tiltak });
    expect(cases.map(({ isSettled }) => isSettled)).toEqual(isNamed ? [true] : []);
  });

  it('stays as the minutes that are kept have it, whatever becomes of its action', () => {
    const ofHere: StatementContent = {
      ...{ kind: 'minutesVersion', what: `${here}.v1`, saidAt: '2026-12-04T10:00:00Z' },
      ...{ about: here, facts: {} },
    };
    const named = { ...ofHere, about: 'S-2026-001', facts: { state: 'untreated' } };
    expect(casesHere(treated, [ofHere]).cases).toEqual([]);
    expect(casesHere(treated, [ofHere, named], { Tiltak: [] }).cases).toHaveLength(1);
  });

  it('may be raised anew without being retyped: then it is only not treated here', () => {
    const anew = { ...treated, Status: 'Meldt' };
    expect(unsureOf(anew, [kept(decided)])).toEqual([]);
    expect(casesHere(anew, [kept(decided)]).cases).toMatchObject([{ treatment: undefined }]);
    expect(unsureOf(anew, [kept({ ...decided, state: 'postponed' })])).toEqual([]);
    expect(unsureOf({ ...anew, Vedtak: 'Nei' }, [kept(decided)])).toEqual(retyped);
  });
});

it.each([
  ['with only a note', {}, [], 'untreated'],
  ['with a decision', { Vedtak: 'Ja' }, [], 'treated'],
  ['raised anew since its minutes', {}, [kept({ ...decided, decision: null })], 'treated'],
])('a case that is Meldt, %s', (_what, cells, said, outcome) => {
  const item = { Status: 'Meldt', 'Behandlet i': earlier, Vedtak: '', ...cells };
  const { cases } = casesHere(item, said, {}, earlier);
  expect(cases.map(({ treatment }) => outcomeOf(treatment))).toEqual([outcome]);
});
