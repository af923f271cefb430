import { describe, expect, it } from 'vitest';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import { todayParts } from '../../../src/app/papers/today-parts.ts';
import { agreementView } from '../../../src/papers/agenda/agreement.ts';
import { countyBrief, requestedCounty } from '../../../src/papers/county/county.ts';
import { countiesOverview } from '../../../src/papers/county/overview.ts';
import { countyMatters } from '../../../src/papers/due/counties.ts';
import { dueList } from '../../../src/papers/due/list.ts';
import { loneDialogues, sharedDialogues } from '../../../src/papers/lone-dialogues.ts';
import { isAnythingDue, today } from '../../../src/papers/today/today.ts';
import type { Register } from '../../../src/register/register.ts';
import { registerWith } from '../../support/announcements.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { dayAt } from '../../sample/days.ts';
import { here } from '../../support/webinars.ts';

const now = nowAt('2026-11-23T12:00');
const day = dayAt('2026-11-23');

const register = (rows: readonly RowInput[], more: TabsInput = {}): Register =>
  registerWith({
    ...{ Aktiviteter: [], Tekster: [], Program: [] },
    Oppsett: [
      { Nøkkel: 'Regioner og nettverk', Verdi: 'Innherred (Trøndelag)' },
      { Nøkkel: 'Orientering, dager mellom', Verdi: '0' },
    ],
    Dialog: rows.map((row, index) => ({ ID: `D-2026-00${String(index + 1)}`, ...row })),
    ...more,
  });

const contact = (Fylke: string, date: string, Part: string, more: RowInput = {}): RowInput => ({
  ...{ Fylke, Dato: dateCell(date), Part, ...more },
});

const step = { 'Neste steg': 'Sende utkast', Frist: dateCell('2026-11-20') };
const rows = [
  contact('Innherred', '2026-11-01', 'Bylivsenteret', step),
  contact('Trøndelag', '2026-11-29', 'Distriktssenteret'),
  contact('Agder', '2026-01-01', 'Felles'),
];

describe('what the dialogue with the counties asks for', () => {
  it('is told with county, rows and days', () => {
    const { uncoordinated, nextSteps, silent } = countyMatters(register(rows), day);
    expect(uncoordinated).toEqual([
      {
        counties: ['Trøndelag'],
        first: { id: 'D-2026-001', party: 'bylivsenteret', date: '2026-11-01' },
        second: { id: 'D-2026-002', party: 'distriktssenteret', date: '2026-11-29' },
        daysLeft: 6,
      },
    ]);
    expect(nextSteps).toEqual([
      {
        ...{ id: 'D-2026-001', county: 'Innherred', party: 'bylivsenteret', nextStep: 'Sende utkast' },
        ...{ deadline: '2026-11-20', days: 3 },
      },
    ]);
    expect(silent.find(({ county }) => county === 'Agder')).toMatchObject({ last: '2026-01-01', days: 326 });
    expect(silent.find(({ county }) => county === 'Trøndelag')).toBeUndefined();
    expect(silent).toHaveLength(14);
  });

  it('is in the list of the day, where all but silence waits for somebody', () => {
    const listOf = (of: Register): ReturnType<typeof today> =>
      today({ register: of, problems: [], unlisted: [] }, now, here());
    const list = listOf(register(rows));
    expect(todayParts(list).map(({ heading, entries }) => [heading, entries.flat()])).toEqual([
      [
        'Overdue',
        [
          'D-2026-001 next-step 2026-11-20: next step, «Innherred», since 2026-11-20',
          '  Bylivsenteret, by 2026-11-20: Sende utkast',
          '  Write the new contact in Dialog, or a new deadline, or empty the cell when it is done.',
        ],
      ],
      [
        'Due',
        [
          'D-2026-002 uncoordinated D-2026-001: contact that is not coordinated, «Trøndelag», since 2026-11-23',
          '  Bylivsenteret 2026-11-01 (D-2026-001) and Distriktssenteret 2026-11-29 (D-2026-002)',
          '  Speak together, and write «ja» in Avklart med partner in both rows.',
        ],
      ],
      ['Counties with no contact written down in Dialog for half a year', expect.any(Array)],
    ]);
    expect(isAnythingDue(list)).toBe(true);
    expect(isAnythingDue(listOf(register(rows.slice(2))))).toBe(false);
  });

  it('is on the due list, but for silence, each with a name of its own', () => {
    const keyOf = (mailing: string, address: string): string => `${mailing} ${address}`;
    const of = register([
      ...rows,
      contact('Oslo', '2026-11-02', 'Bylivsenteret'),
      contact('Oslo', '2026-11-03', 'Distriktssenteret'),
    ]);
    const entries = dueList({ register: of, now, keyOf, sizes: new Map() });
    const told = entries.map(({ name, state, since, about }) => [name, state, since, about.title]);
    expect(told).toEqual([
      ['D-2026-005 uncoordinated D-2026-004', 'overdue', '2026-11-03', 'Oslo'],
      ['D-2026-001 next-step 2026-11-20', 'overdue', '2026-11-20', 'Innherred'],
      ['D-2026-002 uncoordinated D-2026-001', 'due', '2026-11-23', 'Trøndelag'],
    ]);
    expect(wordNotes(entries[1]?.notes, 'en')).toBe('Bylivsenteret, by 2026-11-20: Sende utkast');
  });

  it('is in the papers of the counties', () => {
    const of = register(rows);
    const brief = countyBrief(of, requestedCounty('Trøndelag'), now);
    expect(brief.nextSteps).toMatchObject([{ id: 'D-2026-001', isOverdue: true }]);
    expect(brief.crossings).toHaveLength(1);
    expect(countiesOverview(of, now).overdue).toMatchObject([{ county: 'Innherred', days: 3 }]);
  });

  it('is in the fourth point of the agenda, as far as it came after the last meeting', () => {
    const of = register(rows);
    const fourth = (since?: string): unknown =>
      agreementView(of, 'A-1', { today: day, since: since === undefined ? undefined : dayAt(since) }).find(
        ({ number }) => number === '4',
      )?.counties;
    expect(fourth()).toMatchObject({ crossed: ['Trøndelag'], isAllSilent: false });
    expect(fourth('2026-11-29')).toMatchObject({ crossed: ['Trøndelag'] });
    expect(fourth('2026-11-30')).toMatchObject({ crossed: [] });
    const others = agreementView(of, 'A-1', { today: day }).filter(({ number }) => number !== '4');
    expect(others.every(({ counties }) => counties === undefined)).toBe(true);
    const none = agreementView(register([]), 'A-1', { today: day })[3];
    expect(none?.counties).toMatchObject({ crossed: [], isAllSilent: true });
  });
});

describe('a contact that is also an activity', () => {
  const meeting = (Tittel: string, more: RowInput = {}): TabsInput => ({
    Aktiviteter: [
      {
        ...{ ID: 'A-2026-001', Type: 'Fylkesdialog', Tittel, Part: 'Felles', Status: 'Gjennomført' },
        ...{ Start: dateCell('2026-10-05'), ...more },
      },
    ],
  });
  const on = (Fylke: string): readonly RowInput[] => [contact(Fylke, '2026-10-05', 'Felles')];

  it('is found however the county is written in either', () => {
    const of = register(on('Vestland fylkeskommune'), meeting('Dialogmøte med Vestland'));
    expect([loneDialogues(of), sharedDialogues(of)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it('is kept to a party with the activity, also where it was with one more county', () => {
    const kept = meeting('Dialogmøte med Troms', { 'Del med partner': 'nei' });
    expect(sharedDialogues(register(on('Troms, Finnmark'), kept))).toEqual([]);
    expect(loneDialogues(register(on('Troms, Finnmark'), meeting('Dialogmøte med Troms')))).toHaveLength(1);
    expect(loneDialogues(register(on('Troms, Finnmark'), meeting('Troms og Finnmark')))).toEqual([]);
  });
});
