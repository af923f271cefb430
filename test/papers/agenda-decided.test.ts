/** A case that was decided, and comes back since an action is left: its proposal is one no more. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agendaPaper } from '../../src/app/papers/definitions/agenda.ts';
import { minutesPaper } from '../../src/app/papers/definitions/minutes.ts';
import { casesView } from '../../src/papers/agenda/cases.ts';
import { caseNumberChanges } from '../../src/papers/agenda/case-numbers.ts';
import { minutesDraft } from '../../src/papers/minutes/draft.ts';
import { requestedMeeting } from '../../src/papers/meetings.ts';
import type { AgendaCase } from '../../src/papers/agenda/view.ts';
import { settingsOf } from '../../src/register/settings.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import type { RowInput } from '../support/build-workbook.ts';
import { agendaOf, caseRow, meetings, now, registerOf } from '../support/meetings.ts';
import { typeIn } from '../support/type-in.ts';
import { makeFilledWorld } from '../support/world.ts';

const decided = (more: RowInput = {}): RowInput =>
  caseRow(1, {
    ...{ Møte: 'A-2026-002', Type: 'Vedtak', Status: 'Behandlet', 'Behandlet i': 'A-2026-003' },
    ...{ 'Forslag til vedtak': 'Vi lager en katalog.', Vedtak: 'vi lager  en katalog' },
    ...more,
  });

const tabs = (row: RowInput, more: readonly RowInput[] = []) => ({
  ...{ Aktiviteter: meetings, Saker: [row], Behandling: more },
  Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ring', 'Fra sak': 'S-2026-001', Status: 'Åpen' }],
});

/** As the draft of the minutes and the agenda have it. */
function caseOf(row: RowInput, more: readonly RowInput[] = []): AgendaCase | undefined {
  const register = registerOf(tabs(row, more));
  const meeting = requestedMeeting(register, {}, now, 'agenda');
  return casesView(register, meeting, now, settingsOf(register))[0];
}

describe('a case that was decided and comes back', () => {
  it('proposes nothing, neither in the agenda nor in the draft', () => {
    const found = caseOf(decided());
    expect([found?.carried?.wasTreated, found?.proposal]).toEqual([true, undefined]);
    expect(found?.carried?.decided).toEqual({ on: '2026-09-17', text: 'vi lager en katalog' });
    const register = registerOf(tabs(decided()));
    const meeting = requestedMeeting(register, {}, now, 'minutes');
    expect(minutesDraft(register, meeting, now).cases.map(({ id, proposal }) => [id, proposal])).toEqual([
      ['S-2026-001', undefined],
    ]);
    const named = decided({ Vedtak: 'Enstemmig vedtatt som foreslått: Vi lager en katalog.' });
    expect(caseOf(named)?.proposal).toBeUndefined();
    const nynorsk = decided({
      'Forslag til vedtak nynorsk': 'Vi lagar ein katalog.',
      Vedtak: 'Vi lagar ein katalog',
    });
    expect(caseOf(nynorsk)?.proposal).toBeUndefined();
  });

  it('says what was decided, and proposes again only when it is raised anew', () => {
    const other = decided({ Vedtak: 'Vi lager to.' });
    expect(caseOf(other)?.proposal).toBeUndefined();
    expect(caseOf(other)?.carried?.decided).toEqual({ on: '2026-09-17', text: 'Vi lager to.' });
    for (const more of [{ Status: 'Meldt' }, { Møte: 'A-2026-004' }])
      expect(caseOf({ ...other, ...more })).toMatchObject({ proposal: 'Vi lager en katalog.', minutes: 10 });
    const long = caseOf(decided({ Vedtak: `${'ord '.repeat(60)}slutt` }))?.carried?.decided?.text;
    expect([long?.length, long?.slice(-5)]).toEqual([161, 'ord …']);
  });

  it('goes by the last decision, and gives no day where nobody knows the meeting', () => {
    const again = {
      ID: 'V-2026-001',
      Sak: 'S-2026-001',
      Møte: 'A-2026-003',
      Status: 'Behandlet',
      Vedtak: 'Vi lager to.',
    };
    const row = decided({ 'Behandlet i': 'A-2026-002' });
    expect(caseOf(row, [again])?.carried?.decided).toEqual({ on: '2026-09-17', text: 'Vi lager to.' });
    expect(caseOf(decided({ 'Behandlet i': '', Vedtak: 'Vi lager to.' }))?.carried?.decided).toEqual({
      text: 'Vi lager to.',
    });
  });

  it('proposes what it proposed while it is not decided, and when it was only postponed', () => {
    for (const more of [{ Vedtak: '' }, { Status: 'Utsatt' }])
      expect(caseOf(decided(more))?.proposal).toBeDefined();
  });
});

describe('a case that only comes back since an action is open', () => {
  const agendaWith = (...rows: Parameters<typeof tabs>) => agendaOf(tabs(...rows));

  it('is followed up with the actions, and takes no minutes', () => {
    const without = agendaOf({ Aktiviteter: meetings });
    const view = agendaWith(decided());
    expect([view.cases, view.caseCount, view.plan]).toEqual([[], 0, without.plan]);
    expect(view.followUp).toMatchObject([
      {
        id: 'S-2026-001',
        title: 'Sak om 1',
        carried: {
          ...{ wasTreated: true, decided: { on: '2026-09-17', text: 'vi lager en katalog' } },
          actions: [{ action: 'Ring' }],
        },
      },
    ]);
  });

  it('is one to treat, with the minutes that its row says, where somebody has raised it anew', () => {
    expect(agendaWith(decided({ Minutter: 20 }))).toMatchObject({ caseCount: 0, followUp: [{}] });
    for (const more of [{ Status: 'Meldt' }, { Møte: 'A-2026-004' }])
      expect(agendaWith(decided({ Minutter: 20, ...more }))).toMatchObject({
        ...{ caseCount: 1, followUp: [] },
        cases: [{ minutes: 20 }],
      });
  });

  it('that a later meeting postponed says that, and what was decided before', () => {
    const rows = {
      ...tabs(decided({ Møte: 'A-2026-001', 'Behandlet i': 'A-2026-001' })),
      Behandling: [{ Sak: 'S-2026-001', Møte: 'A-2026-003', Status: 'Utsatt' }],
    };
    expect(agendaOf(rows).cases).toMatchObject([
      {
        carried: {
          ...{ times: 1, since: '2026-09-17', wasTreated: false },
          decided: { on: '2026-03-12', text: 'vi lager en katalog' },
        },
      },
    ]);
  });

  it('was not postponed where somebody has raised it anew, and says what was decided', () => {
    const raised = agendaWith(decided({ Status: 'Meldt', Vedtak: 'Vi lager to.' })).cases[0];
    expect(raised).toMatchObject({
      ...{ minutes: 10, proposal: 'Vi lager en katalog.' },
      carried: { isRaisedAgain: true, wasTreated: false, decided: { text: 'Vi lager to.' } },
    });
    expect(agendaWith(decided({ Status: 'Utsatt', Vedtak: '' })).cases[0]?.carried?.isRaisedAgain).toBe(
      false,
    );
  });

  it('is not one whose actions are done, though the meeting has treated it again', () => {
    const again = { Sak: 'S-2026-001', Møte: 'A-2026-004', Status: 'Behandlet', Vedtak: 'Vi lager to.' };
    const view = agendaOf({ ...tabs(decided(), [again]), Tiltak: [] });
    expect(view).toMatchObject({ followUp: [], cases: [{ minutes: 10, carried: { isRaisedAgain: true } }] });
  });

  it('stays so in an agenda that is made after the meeting has treated it again', () => {
    const again = { Sak: 'S-2026-001', Møte: 'A-2026-004', Status: 'Behandlet', Vedtak: 'Vi lager to.' };
    expect(agendaWith(decided(), [again]).followUp.map(({ id }) => id)).toEqual(['S-2026-001']);
  });

  it('is not raised for this meeting by the numbers, where it names none', () => {
    const register = registerOf(tabs(decided({ Møte: '', 'Behandlet i': '' }), []));
    const view = agendaOf(tabs(decided({ Møte: '', 'Behandlet i': '' })));
    expect(view.followUp.map(({ carried }) => carried.decided)).toEqual([{ text: 'vi lager en katalog' }]);
    expect(caseNumberChanges(register, view).map(({ column }) => column)).toEqual(['Saksnr']);
  });
});

it.each([
  [
    'nb',
    'Saken er tatt opp på nytt. Vedtatt 17. september 2026: Fylkeskontakten',
    '· tatt opp på nytt · vedtatt 17.',
  ],
  [
    'nn',
    'Saka er teken opp på nytt. Vedteke 17. september 2026: Fylkeskontakten',
    '· teken opp på nytt · vedteke 17.',
  ],
])(
  'raised anew is no postponed one in the agenda and in the draft, in %s',
  async (standard, agenda, draft) => {
    const world = await makeFilledWorld();
    const store = xlsxStore(join(world.folder, 'register.xlsx'));
    const { cases } = readRegister(await store.read(), now).register;
    const id = cases.find(({ title }) => title.startsWith('Samtykke fra kommunene'))?.id ?? '';
    await typeIn(store, 'Saker', id, { Status: 'Meldt' });
    for (const [paper, words] of [
      [agendaPaper, agenda],
      [minutesPaper, draft],
    ] as const) {
      const { stdout } = await world.run(paper, ['--format', 'txt', '--standard', standard]);
      const text = await readFile(join(world.folder, stdout.trim()), 'utf8');
      expect(text.replace(/\s+/gu, ' ')).toContain(words);
    }
    await world.remove();
  },
);

it.each([
  ['nb', /Vedtak eller konklusjon: 17\. september 2026: Fylkeskontakten ringjer dei tre/u],
  ['nn', /Vedtak eller konklusjon: 17\. september 2026: Fylkeskontakten ringjer dei tre/u],
])('is read in the agenda, in %s', async (standard, words) => {
  const world = await makeFilledWorld();
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const { cases } = readRegister(await store.read(), now).register;
  const id = cases.find(({ title }) => title.startsWith('Samtykke fra kommunene'))?.id ?? '';
  await typeIn(store, 'Saker', id, { 'Forslag til vedtak': 'Vi venter.' });
  const { stdout } = await world.run(agendaPaper, ['--format', 'txt', '--standard', standard]);
  const text = await readFile(join(world.folder, stdout.trim()), 'utf8');
  expect(text.replace(/\s+/gu, ' ')).toMatch(words);
  await world.remove();
});
