/** Minutes read into a register that people edit between one reading and the next. */
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/app/mailings/keys.ts';
import { datedMeeting } from '../../../src/papers/meetings.ts';
import { readBackPlan } from '../../../src/papers/minutes/read-back/changes.ts';
import type { ReadBackPlan } from '../../../src/papers/minutes/read-back/plan.ts';
import { treatmentsOf } from '../../../src/papers/treatments.ts';
import { caseStateOf } from '../../../src/register/case-state.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import type { Register } from '../../../src/register/register.ts';
import { sheetOf, workbookOf, type TabsInput } from '../../support/build-workbook.ts';
import { caseRow, now } from '../../support/meetings.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { minutesTabs, understood } from '../../support/minutes.ts';
import { typeIn } from '../../support/type-in.ts';

let store: MemoryStore;
const begin = (tabs: TabsInput = {}): void => {
  store = new MemoryStore(workbookOf({ ...minutesTabs, ...tabs }).sheets);
};
beforeEach(() => {
  begin();
});

const register = async (): Promise<Register> => readRegister(await store.read(), now).register;

/** Reads minutes of the meeting and writes what is new. */
async function read(text: string): Promise<ReadBackPlan> {
  const workbook = await store.read();
  const { register: at } = readRegister(workbook, now);
  const meeting = datedMeeting(at, 'A-2026-004');
  if (meeting === undefined) throw new Error('no meeting');
  const cases = at.cases.filter((one) => [one.meeting, one.treatedIn].includes(meeting.id));
  const plan = readBackPlan(understood(text, { register: at, meeting, cases }), {
    ...{ register: at, workbook, meeting, hash: sha256(text), link: undefined },
    ...{ now, saidAt: '2026-12-04T08:00:00Z' },
  });
  const results = await store.write(plan.changes);
  expect(results.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
  return plan;
}

const actions = async (): Promise<readonly (readonly [string, string | undefined])[]> =>
  (await register()).actions.map(({ action, fromCase }) => [action, fromCase]);

describe('a case that was added by hand', () => {
  const minutes = '# Eventuelt\n## Sak: Ny logo\nVedtak: Vi lar den være.\nTiltak: Spør trykkeriet';

  it('is known again under another title, also in another document', async () => {
    await read(minutes);
    const added = (await register()).cases.at(-1);
    await typeIn(store, 'Saker', added?.id ?? '', { Tittel: 'Logoen vår' });
    const again = await read(minutes);
    const other = await read(`${minutes}\nTiltak: Takk trykkeriet`);
    expect([again.newCases, other.newCases]).toEqual([[], []]);
    expect(again.conflicts).toMatchObject([{ heading: 'Tittel', has: 'Logoen vår', read: 'Ny logo' }]);
    expect((await register()).cases.map(({ title }) => title).slice(3)).toEqual(['Logoen vår']);
    expect(await actions()).toEqual([
      ['Spør trykkeriet', added?.id],
      ['Takk trykkeriet', added?.id],
    ]);
  });

  it.each([
    ['its decision', '## Sak: Ny logo for webinarene\nVedtak: Vi lar den være.'],
    ['its action', '## Sak: Ny logo for webinarene\nVedtak: Vi lar den stå.\nTiltak: Spør trykkeriet'],
  ])('is known by %s where its title was corrected in the document', async (_, corrected) => {
    await read(minutes);
    const id = (await register()).cases.at(-1)?.id ?? '';
    const { newCases, unsure, conflicts } = await read(`# Eventuelt\n${corrected}`);
    expect([newCases, unsure]).toEqual([[], []]);
    expect(conflicts[0]).toEqual({ id, heading: 'Tittel', has: 'Ny logo', read: 'Ny logo for webinarene' });
    // Then it is known by either title.
    for (const text of [`# Eventuelt\n${corrected}`, minutes])
      expect((await read(text)).newCases).toEqual([]);
    expect((await register()).cases).toHaveLength(4);
    expect(await actions()).toEqual([['Spør trykkeriet', id]]);
  });

  it('is asked about where it may be one that the document had before, and nothing of it is written', async () => {
    await read(minutes);
    const before = await register();
    const other = '# Eventuelt\n## Sak: Logoen\nVedtak: Vi tegner en.\nTiltak: Ring Vang';
    const { unsure, newCases } = await read(other);
    expect([unsure, newCases]).toEqual([
      [{ title: 'Logoen', among: [`${before.cases.at(-1)?.id ?? ''} «Ny logo»`] }],
      [],
    ]);
    expect([(await register()).cases, await actions()]).toEqual([
      before.cases,
      [['Spør trykkeriet', before.cases.at(-1)?.id]],
    ]);
    // With the old one beside it, it is new for certain.
    const both = await read(`${minutes}\n${other.replace('# Eventuelt\n', '')}`);
    expect([both.unsure, both.newCases.map(({ title }) => title)]).toEqual([[], ['Logoen']]);
  });

  it('is found where people gave its row the corrected title', async () => {
    await read(minutes);
    await typeIn(store, 'Saker', (await register()).cases.at(-1)?.id ?? '', { Tittel: 'Logoen' });
    const { unsure, newCases } = await read('# Eventuelt\n## Sak: Logoen\nVedtak: Vi tegner en.');
    expect([unsure, newCases, (await register()).cases.length]).toEqual([[], [], 4]);
  });

  it('is not added again when somebody took it away', async () => {
    await read(minutes);
    await store.deleteRow('Saker', 5);
    const again = await read(minutes);
    expect([again.newCases, (await register()).cases.length]).toEqual([[], 3]);
  });
});

describe('a deadline in words', () => {
  const minutes = '## Sak 7/26\n| Tiltak | Ansvarlig | Frist |\n| Ringe Vang | | når tilskuddet er klart |';
  const row = { ID: 'T-2026-001', Tiltak: 'Ringe Vang', 'Fra sak': 'S-2026-007', 'Fra møte': 'A-2026-004' };

  it('is filled in where the sheet has the action without one, once', async () => {
    begin({ Tiltak: [row] });
    await read(minutes);
    expect((await register()).actions[0]?.deadlineWords).toBe('når tilskuddet er klart');
    const again = await read(minutes);
    expect([again.changes, again.conflicts]).toEqual([[], []]);
  });

  it('is shown next to what the sheet says otherwise, and gives way to a day', async () => {
    begin({ Tiltak: [{ ...row, Merknad: 'Spør Kari' }] });
    expect((await read(minutes)).conflicts).toEqual([
      {
        ...{ id: 'T-2026-001', heading: 'Merknad', has: 'Spør Kari' },
        read: 'Frist i referatet: når tilskuddet er klart',
      },
    ]);
    begin({ Tiltak: [{ ...row, Frist: '01.02.2027', Merknad: 'Frist i referatet: snarest' }] });
    expect((await register()).actions[0]?.deadlineWords).toBeUndefined();
    expect((await read(minutes)).conflicts).toEqual([]);
  });
});

describe('a case that is put off to a certain meeting or day', () => {
  const until = async (): Promise<readonly (string | undefined)[]> =>
    (await register()).cases.map(({ snoozedUntil }) => snoozedUntil);

  it.each([
    ['Utsatt til møtet i mars', 'A-2027-001'],
    ['Saka vart utsett til møtet i mars', 'A-2027-001'],
    ['Utsatt til 14. april', '2027-04-14'],
  ])('%s: is written in an empty cell, once', async (words, at) => {
    const minutes = `## Sak 7/26\n${words}\n# Eventuelt\n## Sak: Ny logo\nVedtak: ${words}`;
    await read(minutes);
    expect(await until()).toEqual([at, undefined, undefined, at]);
    const again = await read(minutes);
    expect([again.changes, again.conflicts]).toEqual([[], []]);
  });

  it('is shown where the cell says otherwise, and written of a case that an earlier meeting treated', async () => {
    const [first = {}, second = {}, ...others] = minutesTabs.Saker;
    const treated = { 'Behandlet i': 'A-2026-003', Status: 'Utsatt' };
    begin({
      Saker: [{ ...first, ...treated, 'Utsett til': 'A-2026-004' }, { ...second, ...treated }, ...others],
      Behandling: [],
    });
    const words = 'Utsatt til møtet i mars';
    const { conflicts } = await read(`## Sak 7/26\n${words}\n## Sak 8/26\n${words}`);
    expect(conflicts).toEqual([
      { id: 'S-2026-007', heading: 'Utsett til', has: 'A-2026-004', read: 'A-2027-001' },
    ]);
    expect(await until()).toEqual(['A-2026-004', 'A-2027-001', undefined]);
  });
});

describe('a case that minutes put off, and the register does not', () => {
  const minutes = '## Sak 8/26\nUtsatt til møtet i mars';
  const until = async (): Promise<string | undefined> => (await register()).cases[1]?.snoozedUntil;
  const [first = {}, second = {}, ...others] = minutesTabs.Saker;
  const here = { 'Behandlet i': 'A-2026-004' };

  it.each([
    ['it was treated', { ...here, Status: 'Behandlet', Vedtak: 'Ja.' }, []],
    ['it was withdrawn', { ...here, Status: 'Trukket' }, []],
    [
      'a later meeting has treated it',
      { ...here, Status: 'Utsatt' },
      [{ ID: 'V-2027-001', Sak: 'S-2026-008', Møte: 'A-2027-001', Status: 'Behandlet', Vedtak: 'Ja.' }],
    ],
  ])('does not wait: %s', async (_, more, Behandling) => {
    begin({ Saker: [first, { ...second, ...more }, ...others], Behandling });
    await read(minutes);
    expect(await until()).toBeUndefined();
  });

  it('does not wait again once somebody has raised it anew', async () => {
    await read(minutes);
    expect(await until()).toBe('A-2027-001');
    await typeIn(store, 'Saker', 'S-2026-008', { Status: 'Meldt', 'Utsett til': '' });
    const { changes } = await read(minutes);
    expect([changes, await until()]).toEqual([[], undefined]);
  });
});

describe('what a person undoes after the minutes were read', () => {
  it('stays: a case that is raised anew', async () => {
    const minutes = '## Sak 8/26\nVedtak: Ja.';
    await read(minutes);
    expect((await register()).cases[1]?.status).toBe('treated');
    await typeIn(store, 'Saker', 'S-2026-008', { Status: 'Meldt' });
    const { changes, conflicts } = await read(minutes);
    expect([changes, conflicts, (await register()).cases[1]?.status]).toEqual([[], [], 'raised']);
  });

  it('is shown and stays: an action that is open again', async () => {
    const row = { ID: 'T-2026-001', Tiltak: 'Ring Vang', Ansvarlig: 'K-2026-001', Frist: '15.01.2027' };
    begin({ Tiltak: [row] });
    const minutes =
      '## Oppfølging av tiltak\n| Tiltak | Ansvarlig | Frist | Status |\n| Ring Vang | Kari Nordmann | 15. januar 2027 | ☒ Utført |';
    await read(minutes);
    expect((await register()).actions[0]).toMatchObject({ status: 'done', doneOn: '2026-12-03' });
    await typeIn(store, 'Tiltak', 'T-2026-001', { Status: 'Åpen' });
    const { conflicts } = await read(minutes);
    expect(conflicts).toMatchObject([{ id: 'T-2026-001', has: 'Åpen', read: 'Utført' }]);
    expect((await register()).actions[0]?.status).toBe('open');
  });
});

describe('two cases that were added under one title', () => {
  it('are known again, each as its own', async () => {
    const minutes = [
      '# Eventuelt\n## Sak: Nytt\nVedtak: Ja.\nTiltak: Ring Vang',
      '## Sak: Nytt\nVedtak: Nei.\nTiltak: Ring Lom',
    ].join('\n');
    await read(minutes);
    await read(minutes);
    const [one, other] = (await register()).cases.slice(3);
    expect((await register()).cases).toHaveLength(5);
    expect(await actions()).toEqual([
      ['Ring Vang', one?.id],
      ['Ring Lom', other?.id],
    ]);
  });
});

describe('an action', () => {
  it('of each of two people keeps a row of its own', async () => {
    const minutes =
      '## Sak 7/26\n| Tiltak | Ansvarlig | Frist |\n| Lese notatet | Kari Nordmann | |\n| Lese notatet | Ola Hansen | 1. februar 2027 |';
    await read(minutes);
    const once = (await register()).actions;
    const { changes, conflicts } = await read(minutes);
    expect([changes, conflicts]).toEqual([[], []]);
    expect(once.map(({ deadline }) => deadline)).toEqual([undefined, '2027-02-01']);
  });

  it('is one row for each case that asks for it, however often it is read', async () => {
    const minutes = '## Sak 7/26\nTiltak: Ring rådmannen\n## Sak 8/26\nTiltak: Ring rådmannen';
    const [first, second] = minutes.split(/(?=## Sak 8)/u);
    await read(first ?? '');
    await read(second ?? '');
    await read(minutes);
    expect(await actions()).toEqual([
      ['Ring rådmannen', 'S-2026-007'],
      ['Ring rådmannen', 'S-2026-008'],
    ]);
  });

  it('that somebody wrote without its case gets it', async () => {
    begin({ Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ring rådmannen', 'Fra møte': 'A-2026-004' }] });
    await read('## Sak 7/26\nTiltak: Ring rådmannen\n## Sak 8/26\nTiltak: Ring rådmannen');
    expect(await actions()).toEqual([
      ['Ring rådmannen', 'S-2026-007'],
      ['Ring rådmannen', 'S-2026-008'],
    ]);
  });

  it('is known by the ID that the draft writes behind it, whatever its text', async () => {
    begin({ Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ring rådmannen', 'Fra møte': 'A-2026-004' }] });
    await read('## Sak 7/26\nTiltak: Ring ordføreren (T-2026-001)');
    expect(await actions()).toEqual([['Ring rådmannen', 'S-2026-007']]);
  });

  it('without a row is not added again, however somebody worded it since', async () => {
    await read('## Sak 7/26\nTiltak: Ring rådmannen');
    const [row] = (await register()).actions;
    await typeIn(store, 'Tiltak', row?.id ?? '', { Tiltak: 'Ring ordføreren i Vang' });
    await read('## Sak 7/26\nTiltak: Ring rådmannen');
    expect(await actions()).toEqual([['Ring ordføreren i Vang', 'S-2026-007']]);
  });
});

describe('a case that an earlier meeting treated', () => {
  const treated = {
    Saker: [
      caseRow(7, { Saksnr: 'Sak 7/26', Type: 'Vedtak', Status: 'Behandlet', 'Behandlet i': 'A-2026-003' }),
    ],
  };

  it('keeps the row of this meeting, and shows both where they differ', async () => {
    const row = {
      ID: 'V-2026-001',
      Sak: 'S-2026-007',
      Møte: 'A-2026-004',
      Status: 'Behandlet',
      Vedtak: 'Ja.',
    };
    begin({ ...treated, Behandling: [row] });
    const { conflicts } = await read('## Sak 7/26\nNotat: Alle var enige.\nVedtak: Nei.');
    expect(conflicts).toEqual([{ id: 'V-2026-001', heading: 'Vedtak', has: 'Ja.', read: 'Nei.' }]);
    expect((await register()).treatments).toMatchObject([
      { id: 'V-2026-001', decision: 'Ja.', discussion: 'Alle var enige.' },
    ]);
  });

  it.each([
    ['note', 'Vi trenger mer tid.'],
    ['decision', 'Saken settes på vent til høsten.'],
  ])('gets no row from a %s that leaves open what was done, and this is told', async (part, text) => {
    begin(treated);
    const minutes = `## Sak 7/26\n${part === 'note' ? 'Notat' : 'Vedtak'}: ${text}`;
    const { unwritten } = await read(minutes);
    expect([unwritten, (await register()).treatments]).toEqual([[{ id: 'S-2026-007', part, text }], []]);
    expect((await read(minutes)).unwritten).toEqual(unwritten);
  });
});

describe('a cell', () => {
  it('is found below its heading, also where a title above has the same words', async () => {
    const { sheets } = workbookOf(minutesTabs);
    const rows = sheets.find(({ name }) => name === 'Saker')?.rows ?? [];
    store = new MemoryStore([
      ...sheets.filter(({ name }) => name !== 'Saker'),
      sheetOf('Saker', [['Vedtak'], ...rows.map(({ cells }) => cells)]),
    ]);
    const { conflicts } = await read('## Sak 7/26\nVedtak: Vi gjør det.');
    expect(conflicts).toEqual([]);
    expect((await register()).cases[0]?.decision).toBe('Vi gjør det.');
  });

  it('of a row without an ID is filled once the row has got one', async () => {
    begin({ Saker: [{ ...minutesTabs.Saker[0], ID: null }] });
    await read('## Sak 7/26\nVedtak: Vi gjør det.');
    const rows = (await store.read()).sheets.find(({ name }) => name === 'Saker')?.rows;
    expect(rows?.[1]?.cells[0]).toBe('S-2026-001');
    expect((await register()).cases).toMatchObject([{ decision: 'Vi gjør det.' }]);
  });
});

it('a case that was raised anew and treated again has the outcome of the later meeting', async () => {
  const own = { Møte: 'A-2026-003', Tittel: 'Tomme lokaler', Saksnr: 'Sak 8/26', Vedtak: 'Ja.' };
  begin({ Saker: [caseRow(8, { ...own, Status: 'Meldt', 'Behandlet i': 'A-2026-003' })] });
  await read('## Sak 8/26: Tomme lokaler\nSaken utsettes til neste møte.');
  const at = await register();
  expect(at.cases.map(caseStateOf(at))).toEqual(['postponed']);
  expect(treatmentsOf(at).map(({ meeting, outcome }) => [meeting, outcome])).toEqual([
    ['A-2026-003', 'treated'],
    ['A-2026-004', 'postponed'],
  ]);
});

describe('an action that is ticked as done', () => {
  const minutes =
    '# Oppfølging av tiltak\n| Tiltak | Ansvarlig | Frist | Status |\n| Ringe Vang | Kari Nordmann | 15. januar 2027 | ☒ Utført |';
  const row = { ID: 'T-2026-001', Tiltak: 'Ringe Vang', Ansvarlig: 'K-2026-001', Frist: '15.01.2027' };
  const state = async (): Promise<unknown> => {
    const [action] = (await register()).actions;
    return [action?.status, action?.doneOn];
  };
  const columns = { Status: '', 'Utført dato': '' };

  it.each(['', 'Åpen'])(
    'is done in the sheet from the day of the meeting, where Status is «%s»',
    async (Status) => {
      begin({ Tiltak: [{ ...row, ...columns, Status }] });
      expect((await read(minutes)).conflicts).toEqual([]);
      expect(await state()).toEqual(['done', '2026-12-03']);
      expect((await read(minutes)).changes.filter(({ kind }) => kind === 'cell')).toEqual([]);
    },
  );

  it('is done in the sheet from the day that the minutes say', async () => {
    begin({ Tiltak: [{ ...row, ...columns, Status: 'Åpen' }] });
    const dated = minutes.replace(/☒[^|]*\|/u, '☒ Utført 30. november |');
    expect(dated).not.toBe(minutes);
    expect((await read(dated)).conflicts).toEqual([]);
    expect(await state()).toEqual(['done', '2026-11-30']);
  });

  it('stays as the sheet has it where it is done already', async () => {
    begin({ Tiltak: [{ ...row, ...columns, Status: 'Utført' }] });
    expect((await read(minutes)).conflicts).toEqual([]);
    expect(await state()).toEqual(['done', undefined]);
  });

  it('is shown with what the sheet says otherwise, and that stays', async () => {
    begin({ Tiltak: [{ ...row, ...columns, Status: 'Droppet' }] });
    const dropped = { id: 'T-2026-001', heading: 'Status', has: 'Droppet', read: 'Utført' };
    expect((await read(minutes)).conflicts).toEqual([dropped]);
    expect(await state()).toEqual(['dropped', undefined]);
    begin({ Tiltak: [{ ...row, ...columns, 'Utført dato': '01.12.2026' }] });
    const { conflicts } = await read(minutes);
    expect(conflicts).toMatchObject([{ heading: 'Utført dato', has: '01.12.2026', read: '2026-12-03' }]);
    expect(await state()).toEqual(['done', '2026-12-01']);
  });
});
