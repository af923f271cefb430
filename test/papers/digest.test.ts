import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import type { RowAddition } from '../../src/domain/workbook.ts';
import { digest, digestRows, type Digest } from '../../src/papers/digest/digest.ts';
import { digestView, type DigestItem, type DigestParty } from '../../src/papers/digest/view.ts';
import { registerWith } from '../support/announcements.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';

const first = nowAt('2026-11-01T12:00');
const second = nowAt('2026-11-23T12:00');

const row = (number: number, more: RowInput = {}): RowInput => ({
  ...{
    ID: `A-2026-90${String(number)}`,
    Type: 'Informasjon',
    Tittel: `Sak ${String(number)}`,
    Part: 'Bylivsenteret',
  },
  ...{ Status: 'Planlagt', Start: dateCell('2026-12-10'), ...more },
});

function made(tabs: TabsInput, now = second, to: DigestParty = 'distriktssenteret'): Digest {
  const whole = digest(registerWith(tabs), to, now);
  return { ...whole, view: digestView.parse(whole.view) };
}

const items = ({ view }: Digest): readonly DigestItem[] => view.groups.flatMap((group) => group.items);

/** What the register keeps once a digest has gone out. */
function kept(tabs: TabsInput, now = first): readonly RowInput[] {
  const register = registerWith({ Formidlet: [], ...tabs });
  const rows: readonly RowAddition[] = digestRows(register, digest(register, 'distriktssenteret', now), now);
  return rows.map(({ cells }) => cells as RowInput);
}

/** The digest after one that went out when the activity was as it was. */
function after(was: RowInput, is: RowInput): Digest {
  return made({ Aktiviteter: [is], Formidlet: kept({ Aktiviteter: [was] }) });
}

describe('the first digest', () => {
  it('tells of what is to come and was done lately, and of nothing older', () => {
    const tabs = {
      Aktiviteter: [
        row(1),
        row(2, { Status: 'Gjennomført', Start: dateCell('2026-10-01') }),
        row(3, { Status: 'Gjennomført', Start: dateCell('2026-05-01') }),
        row(4, { Start: null }),
      ],
    };
    const { view } = made(tabs);
    expect([view.since, view.total]).toEqual([undefined, 3]);
    expect(items(made(tabs)).map(({ title, news }) => [title, news.isDone])).toEqual([
      ['Sak 2', true],
      ['Sak 1', false],
      ['Sak 4', false],
    ]);
    // What it passes over is no news later either, and is not kept as told.
    expect(kept(tabs).map(({ Gjelder: id }) => id)).toEqual(['A-2026-901', 'A-2026-902', 'A-2026-904']);
    expect(items(made({ ...tabs, Formidlet: kept(tabs) }))).toEqual([]);
  });

  it('is of the other party: not of one’s own, not of what both do, not of ideas', () => {
    const tabs = {
      Aktiviteter: [
        row(1, { Part: 'Distriktssenteret' }),
        row(2, { Part: 'Felles' }),
        row(3, { Status: 'Idé' }),
        row(4, { Type: 'Kvartalsmøte' }),
      ],
    };
    expect(items(made(tabs))).toEqual([]);
    expect(items(made(tabs, second, 'bylivsenteret')).map(({ title }) => title)).toEqual(['Sak 1']);
  });
});

describe('a digest of more than anybody reads', () => {
  const many = (count: number): readonly RowInput[] =>
    Array.from({ length: count }, (_, index) =>
      row(1, {
        ID: `A-2026-${String(100 + index)}`,
        ...(index % 2 === 0 && { Status: 'Gjennomført', Start: dateCell('2026-11-20') }),
      }),
    );

  it('tells of what comes before what is done, says how much it is of, and keeps no more than it told', () => {
    const tabs = { Aktiviteter: many(210) };
    const { view, told } = made(tabs);
    expect([view.total, view.shown, told.length]).toEqual([210, 100, 100]);
    expect(
      items({ view, told })
        .map(({ id }) => id)
        .sort(),
    ).toEqual(told.map(({ id }) => id).sort());
    expect(told.every(({ state }) => state === 'coming')).toBe(true);
    const next = made({ ...tabs, Formidlet: kept(tabs) });
    expect([next.view.total, next.view.shown]).toEqual([110, 100]);
    expect([next.view.coming.length, next.view.comingMore]).toEqual([100, 0]);
    expect(made({ Aktiviteter: many(200) }).view.shown).toBe(100);
    expect(made({ Aktiviteter: many(100) }).view.shown).toBeUndefined();
  });

  it('says how many come beside those that it lists', () => {
    const coming = many(250).filter((_, index) => index % 2 === 1);
    const twice = { Aktiviteter: coming, Formidlet: kept({ Aktiviteter: coming.slice(0, 100) }) };
    const rest = kept({ ...twice, Aktiviteter: coming });
    const { view } = made({ ...twice, Formidlet: [...twice.Formidlet, ...rest] });
    expect([view.total, view.coming.length, view.comingMore]).toEqual([0, 100, 25]);
  });
});

describe('a digest after another', () => {
  const changes: readonly (readonly [string, RowInput, Partial<DigestItem['news']>])[] = [
    ['a new time', { Start: dateCell('2026-12-17') }, { isMoved: true }],
    ['a new name', { Tittel: 'Noe annet' }, { isRenamed: true }],
    ['that it is done', { Status: 'Gjennomført' }, { isDone: true, isMoved: false }],
    ['that it is off', { Status: 'Avlyst' }, { isCancelled: true, isMoved: false }],
    ['a new place', { Sted: 'Bodø' }, { hasNewPlace: true }],
    ['a new link', { Lenke: 'https://sted.example/' }, { hasNewLink: true }],
  ];
  it.each(changes)('tells of %s', (_, more, news) => {
    const [item, ...others] = items(after(row(1), row(1, more)));
    expect(others).toEqual([]);
    expect(item?.news).toMatchObject({ isNew: false, ...news });
  });

  it('tells what it was before', () => {
    const [item] = items(after(row(1), row(1, { Tittel: 'Ny', Start: dateCell('2026-12-17') })));
    expect(item?.news.was).toEqual({
      title: 'Sak 1',
      when: { precision: 'day', first: '2026-12-10', last: '2026-12-10' },
      hadNoTime: false,
    });
    expect(items(after(row(1, { Start: null }), row(1)))[0]?.news.was.hadNoTime).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['a remark', { Merknad: 'Husk kaffe' }],
    ['hours', { 'Timer Bylivsenteret': 12 }],
    ['a description', { Beskrivelse: 'Mer om saken' }],
  ])('has no news where %s has changed', (_, more) => {
    const { view } = after(row(1), row(1, more));
    expect([view.total, view.since]).toEqual([0, '2026-11-01']);
    expect(view.coming.map(({ title }) => title)).toEqual(['Sak 1']);
  });

  it('tells of each change once, and of the one after it', () => {
    const moved = row(1, { Start: dateCell('2026-12-17') });
    const before = kept({ Aktiviteter: [row(1)] });
    const told = [...before, ...kept({ Aktiviteter: [moved], Formidlet: before }, second)];
    expect(told).toHaveLength(2);
    expect(items(made({ Aktiviteter: [moved], Formidlet: told }))).toEqual([]);
    expect(items(made({ Aktiviteter: [row(1)], Formidlet: told }))[0]?.news.isMoved).toBe(true);
  });

  it('keeps what each party was told apart', () => {
    const tabs = { Aktiviteter: [row(1)], Formidlet: kept({ Aktiviteter: [row(1)] }) };
    expect(made(tabs).view.total).toBe(0);
    expect(made(tabs, second, 'bylivsenteret').view.since).toBeUndefined();
  });
});

it('never tells of what is not to be shared, whatever it is', () => {
  const types = ['Informasjon', 'Konferanse', 'Nettverk', 'Fylkesdialog', 'Forbilde', 'Webinar'] as const;
  const statuses = ['Planlagt', 'Bekreftet', 'Pågår', 'Gjennomført', 'Avlyst'] as const;
  const days = ['2026-10-20', '2026-11-23', '2026-12-10'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.constantFrom(...statuses),
      fc.constantFrom(...days),
      (type, status, day) => {
        const secret = row(1, {
          ...{ Type: type, Status: status, Start: dateCell(day), Tittel: 'Hemmelig møte med Agder' },
          'Del med partner': 'nei',
        });
        const dialogue: RowInput = {
          ...{
            ID: 'D-2026-901',
            Fylke: 'Agder',
            Dato: dateCell(day),
            Part: 'Bylivsenteret',
            Tema: 'Hemmelig',
          },
        };
        const isActivity = type === 'Nettverk' || type === 'Fylkesdialog';
        const { view, told } = made({ Aktiviteter: [secret], ...(isActivity ? { Dialog: [dialogue] } : {}) });
        expect(JSON.stringify([view, told])).not.toContain('Hemmelig');
      },
    ),
  );
});

it('cannot be kept where the tab for it is not there', () => {
  const register = registerWith({ Aktiviteter: [row(1)] });
  const without = { ...register, tabs: { ...register.tabs, statements: undefined } };
  expect(() => digestRows(without, digest(without, 'distriktssenteret', second), second)).toThrow(UserError);
});
