import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/domain/time.ts';
import { dateCell, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { activity, found, now, problemsOf } from '../support/rules.ts';

const list = { Nøkkel: 'Regioner og nettverk', Verdi: 'Innherred (Trøndelag), Småbynettverket' };

/** Contacts of some days, numbered from row 2 on. */
const dialog = (rows: readonly RowInput[], settings: readonly RowInput[] = [list]): TabsInput => ({
  Dialog: rows.map((row, index) => ({
    ...{ ID: `D-2026-${String(index + 1).padStart(3, '0')}`, Fylke: 'Vestland', Part: 'Felles' },
    ...row,
  })),
  Oppsett: [...settings],
});

const on = (day: string, more: RowInput = {}): RowInput => ({ Dato: dateCell(day), ...more });

describe('the county of a contact', () => {
  const rowsOf = (Fylke: string): TabsInput => dialog([on('2026-10-01', { Fylke })]);

  it.each([
    ['Trønderlag', 'Trønderlag', { nearest: 'Trøndelag' }],
    ['Vestlnd fylkeskommune', 'Vestlnd fylkeskommune', { nearest: 'Vestland' }],
    ['More og Romsdal', 'More og Romsdal', { nearest: 'Møre og Romsdal' }],
    ['Trøndelag fylkeskommune / Fosen', 'Fosen', {}],
    ['Sørlandet', 'Sørlandet', {}],
    ['KS', 'KS', {}],
  ])('«%s» is neither a county nor listed', (written, part, args) => {
    expect(problemsOf(rowsOf(written))).toMatchObject([
      {
        ...{ code: 'place-unknown', level: 'warning', value: part },
        args: { needed: 'county', list: 'Regioner og nettverk', isThere: true, ...args },
        at: { tab: 'Dialog', row: 2, column: 'Fylke' },
      },
    ]);
  });

  it.each(['Vestland', 'Trööndelage', 'Troms, Finnmark', 'Trøndelag / Innherred', 'Småbynettverket'])(
    '«%s» is in order',
    (written) => {
      expect(problemsOf(rowsOf(written))).toEqual([]);
    },
  );

  it('is advised to be listed, in a new row where the setting is missing', () => {
    const rows = [on('2026-10-01', { Fylke: 'Fosen' })];
    expect(found('place-unknown', dialog(rows))).toMatchObject([{ args: { isThere: true } }]);
    expect(found('place-unknown', dialog(rows, []))).toMatchObject([{ args: { isThere: false } }]);
  });

  it('of before the reforms is told with what it became', () => {
    expect(found('county-replaced', rowsOf('Troms og Finnmark'))).toMatchObject([
      {
        level: 'warning',
        value: 'Troms og Finnmark',
        args: { successors: ['Troms', 'Finnmark'], several: true },
      },
    ]);
  });
});

describe('other cells that name counties', () => {
  it('are an activity’s area, an example’s municipality and a contact’s organisation', () => {
    const area = (Område: string): TabsInput => ({ Aktiviteter: [activity({ Område })], Oppsett: [list] });
    expect(found('place-unknown', area('Vestlnd'))).toMatchObject([
      { value: 'Vestlnd', args: { needed: 'area', nearest: 'Vestland' }, at: { column: 'Område' } },
    ]);
    expect(found('county-replaced', area('Oppland'))).toMatchObject([
      { args: { successors: ['Innlandet'] } },
    ]);
    expect(found('municipality-replaced', area('Fræna'))).toMatchObject([
      { args: { successors: ['1579 Hustadvika'] } },
    ]);
    for (const known of ['Bergen og Voss', 'Innherred', 'hele landet', 'Agder, Oslo']) {
      expect(found('place-unknown', area(known)), known).toEqual([]);
    }
    const example = (Kommune: string): TabsInput => ({
      Forbilder: [{ ID: 'F-2026-001', Tittel: 'Torg', Kommune }],
      Oppsett: [list],
    });
    expect(found('county-replaced', example('Viken'))).toHaveLength(1);
    expect(problemsOf(example('Innherred'))).toEqual([]);
    const contact = (Organisasjon: string): TabsInput => ({
      Kontakter: [{ ID: 'K-2026-001', Navn: 'Plansjef', Organisasjon }],
    });
    expect(found('county-replaced', contact('Viken fylkeskommune'))).toHaveLength(1);
    expect(found('county-unknown', contact('Vestlnd fylkeskommune'))).toMatchObject([
      { args: { nearest: 'Vestland' } },
    ]);
    expect(problemsOf(contact('Vestland fylkeskommune'))).toEqual([]);
    expect(problemsOf(contact('Arkitektene'))).toEqual([]);
  });

  it('are the brackets of the list of regions', () => {
    const rows = { Oppsett: [{ ...list, Verdi: 'Innherred (Trønderlag), Nord (Troms og Finnmark)' }] };
    expect(found('county-unknown', rows)).toMatchObject([{ value: 'Trønderlag', at: { column: 'Verdi' } }]);
    expect(found('county-replaced', rows)).toMatchObject([{ value: 'Troms og Finnmark' }]);
  });

  it('are the number of a county authority', () => {
    const rows = {
      Mottakere: [{ Nummer: '30', Navn: 'Viken', Type: 'fylkeskommune', Skriftspråk: 'nøytral' }],
    };
    expect(found('county-replaced', rows)).toMatchObject([
      { level: 'error', args: { successors: ['31 Østfold', '32 Akershus', '33 Buskerud'], several: false } },
    ]);
  });
});

const nal = { Part: 'Bylivsenteret' };
const ds = { Part: 'Distriktssenteret' };

describe('contacts by one party each', () => {
  const uncoordinated = (...rows: readonly RowInput[]): ReturnType<typeof found> =>
    found('contacts-uncoordinated', dialog(rows));

  it('within a month are to be cleared, both of them', () => {
    const ja = { 'Avklart med partner': 'ja' };
    expect(uncoordinated(on('2026-10-01', nal), on('2026-10-31', { ...ds, ...ja }))).toMatchObject([
      {
        ...{ level: 'warning', at: { row: 2, column: 'Avklart med partner', id: 'D-2026-001' } },
        args: { counties: ['Vestland'], party: 'Distriktssenteret', day: '2026-10-31', row: 3 },
      },
    ]);
    expect(uncoordinated(on('2026-10-01', nal), on('2026-10-31', ds))).toMatchObject([{ at: { row: 3 } }]);
    expect(uncoordinated(on('2026-10-01', { ...nal, ...ja }), on('2026-10-31', { ...ds, ...ja }))).toEqual(
      [],
    );
    expect(uncoordinated(on('2026-10-01', nal), on('2026-11-01', ds))).toEqual([]);
    expect(uncoordinated(on('2026-10-01', nal), on('2026-10-31', nal))).toEqual([]);
    expect(uncoordinated(on('2026-10-01', nal), on('2026-10-31'))).toEqual([]);
  });

  it('are told of while they are planned, and for a year', () => {
    expect(uncoordinated(on('2026-12-01', nal), on('2026-12-10', ds))).toHaveLength(1);
    expect(uncoordinated(on('2025-11-20', nal), on('2025-11-22', ds))).toEqual([]);
  });

  it('with several counties are one matter, and a region is its county', () => {
    const both = { Fylke: 'Troms, Finnmark' };
    expect(
      uncoordinated(on('2026-10-01', { ...nal, ...both }), on('2026-10-09', { ...ds, ...both })),
    ).toMatchObject([{ args: { counties: ['Troms', 'Finnmark'] } }]);
    const region = { ...ds, Fylke: 'Innherred' };
    expect(
      uncoordinated(on('2026-10-01', { ...nal, Fylke: 'Trøndelag' }), on('2026-10-09', region)),
    ).toHaveLength(1);
    const network = { Fylke: 'Småbynettverket' };
    expect(
      uncoordinated(on('2026-10-01', { ...nal, ...network }), on('2026-10-09', { ...ds, ...network })),
    ).toEqual([]);
  });
});

it('many contacts of one party on a day cost little', () => {
  const many = Array.from({ length: 20_000 }, () =>
    on('2026-11-01', { ...nal, 'Neste steg': 'Ring', Frist: '02.11.2026' }),
  );
  const found = problemsOf(dialog([...many, on('2026-11-02', ds)]));
  expect(found.filter(({ code }) => code === 'contacts-uncoordinated')).toHaveLength(1);
});

describe('a next step', () => {
  const step = (day: string, more: RowInput = {}): RowInput =>
    on(day, { ...nal, 'Neste steg': 'Ring', Frist: dateCell('2026-11-22'), ...more });
  const overdue = (...rows: readonly RowInput[]): ReturnType<typeof found> =>
    found('next-step-overdue', dialog(rows));

  it('is overdue the day after its deadline', () => {
    expect(overdue(step('2026-10-01'))).toMatchObject([
      { level: 'warning', args: { deadline: '2026-11-22' }, at: { row: 2, column: 'Frist' } },
    ]);
    expect(overdue(step('2026-10-01', { Frist: dateCell('2026-11-23') }))).toEqual([]);
    expect(overdue(step('2026-10-01', { Frist: '' }))).toEqual([]);
    expect(overdue(step('2026-10-01', { 'Neste steg': '' }))).toEqual([]);
  });

  it('is followed up by a later contact of that party with the same place, not by another', () => {
    const followedBy = (day: string, more: RowInput): boolean =>
      overdue(step('2026-10-01'), on(day, more)).length === 0;
    expect(followedBy('2026-10-02', nal)).toBe(true);
    expect(followedBy('2026-11-23', { Part: 'Felles', Fylke: 'Vestland fylkeskommune' })).toBe(true);
    expect(followedBy('2026-10-01', nal)).toBe(false);
    expect(followedBy('2026-11-24', nal)).toBe(false);
    expect(followedBy('2026-10-02', ds)).toBe(false);
    expect(followedBy('2026-10-02', { ...nal, Fylke: 'Agder' })).toBe(false);
  });

  it('of both is followed up by either, and with several places by a contact with each', () => {
    const both = step('2026-10-01', { Part: 'Felles' });
    expect(overdue(both, on('2026-10-02', ds))).toEqual([]);
    const two = step('2026-10-01', { Fylke: 'Troms, Finnmark' });
    expect(overdue(two, on('2026-10-02', { ...nal, Fylke: 'Troms' }))).toHaveLength(1);
    expect(
      overdue(
        two,
        on('2026-10-02', { ...nal, Fylke: 'Troms' }),
        on('2026-10-03', { ...nal, Fylke: 'Finnmark' }),
      ),
    ).toEqual([]);
  });

  it('with a network, or with a place that is not known, is not forgotten', () => {
    for (const Fylke of ['Småbynettverket', 'Fosen', 'Troms og Finnmark']) {
      expect(overdue(step('2026-10-01', { Fylke })), Fylke).toHaveLength(1);
      expect(overdue(step('2026-10-01', { Fylke }), on('2026-10-02', { ...nal, Fylke })), Fylke).toEqual([]);
    }
  });

  it('is overdue until somebody does something, whatever the order of the rows', () => {
    const days = fc.integer({ min: -400, max: 30 });
    const rows = fc.array(fc.tuple(days, fc.constantFrom(nal, ds, { Part: 'Felles' })), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.nat(), (contacts, seed) => {
        const made = contacts.map(([shift, part]) => on(addDays(dayOf(now), shift), part));
        const at = seed % (made.length + 1);
        const all = [...made.slice(0, at), step('2026-10-01'), ...made.slice(at)];
        const isFollowed = contacts.some(([shift, { Part }]) => {
          const day = addDays(dayOf(now), shift);
          return day > '2026-10-01' && day <= dayOf(now) && Part !== 'Distriktssenteret';
        });
        expect(overdue(...all)).toHaveLength(isFollowed ? 0 : 1);
      }),
      { numRuns: 50 },
    );
  });
});

it('a county that was spoken with, and not for half a year, is a note', () => {
  const silent = (...rows: readonly RowInput[]): ReturnType<typeof found> =>
    found('counties-silent', dialog(rows));
  expect(silent(on('2026-05-22'), on('2026-05-23', { Fylke: 'Agder' }))).toMatchObject([
    { level: 'info', at: { tab: 'Dialog' }, args: { counties: ['Vestland'] } },
  ]);
  expect(silent(on('2026-12-22'))).toEqual([]);
  expect(silent()).toEqual([]);
});
