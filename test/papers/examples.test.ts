import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { examples } from '../../src/papers/examples/examples.ts';
import { examplesView, type ExamplesView } from '../../src/papers/examples/view.ts';
import { registerWith } from '../support/announcements.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';

const example = (number: number, more: RowInput = {}): RowInput => ({
  ID: `F-2026-00${String(number)}`,
  Tittel: `Sted ${String(number)}`,
  Kommune: 'Inderøy',
  Tema: 'lokaler',
  Beskrivelse: 'Et tettsted.',
  Lenke: `https://forbilde.example/${String(number)}`,
  'Sist bekreftet': dateCell('2026-03-01'),
  Samtykke: 'ja',
  ...more,
});

const viewOf = (rows: readonly RowInput[], more: TabsInput = {}, now = '2026-11-23T12:00'): ExamplesView =>
  examplesView.parse(examples(registerWith({ Forbilder: rows, ...more }), nowAt(now)));

describe('the catalogue of examples', () => {
  it('stands by county in the order of their numbers, and last what nobody can place', () => {
    const rows = [
      example(1, { Kommune: 'Narnia' }),
      example(2, { Kommune: '5053' }),
      example(3, { Kommune: '4601 Bergen' }),
      example(4, { Kommune: 'Vestland' }),
      example(5, { Kommune: 'Lurøy og Meløy' }),
      example(6, { Kommune: 'Våler' }),
    ];
    const { counties } = viewOf(rows);
    const shown = counties.map(({ county, examples: own }) => [county, ...own.map(({ place }) => place)]);
    expect(shown).toEqual([
      ['Nordland', 'Lurøy, Meløy'],
      ['Vestland', 'Bergen', 'Vestland'],
      ['Trøndelag', 'Inderøy'],
      [undefined, 'Narnia', 'Våler'],
    ]);
  });

  it('says of each what is to be done before others may see it', () => {
    const rows = [
      example(1),
      example(2, { Beskrivelse: null, Lenke: null }),
      example(3, { Samtykke: 'nei' }),
      example(4, { Samtykke: null, 'Sist bekreftet': null }),
      example(5, { 'Sist bekreftet': dateCell('2024-11-22') }),
      example(6, { 'Sist bekreftet': dateCell('2024-11-23') }),
      example(7, { 'Sist bekreftet': dateCell('2026-11-24') }),
    ];
    const view = viewOf(rows);
    expect([view.total, view.ready]).toEqual([7, 2]);
    expect(view.toDo.map(({ id, lacks }) => [id.slice(-1), ...lacks])).toEqual([
      ['2', 'description', 'link'],
      ['3', 'consent'],
      ['4', 'consent', 'neverChecked'],
      ['5', 'checkedLongAgo'],
      ['7', 'neverChecked'],
    ]);
    expect(view.counties.flatMap((own) => own.examples.map(({ id }) => id.slice(-1)))).toEqual(['1', '6']);
    expect(view.themes).toEqual([{ theme: 'lokaler', examples: ['Sted 1', 'Sted 6'] }]);
  });

  it('lists what is to be done by the party that raised it, last what nobody has said whose it is', () => {
    const open = { Samtykke: null };
    const rows = [
      example(1, { ...open, 'Meldt av': 'en kommune', Bilderett: 'nei' }),
      example(2, { ...open, 'Meldt av': 'ledelsen i Distriktssenteret' }),
      example(3, { ...open, 'Meldt av': 'Bylivsenteret' }),
      example(4),
    ];
    const { parties } = viewOf(rows);
    expect(parties.map(({ party, toDo }) => [party, ...toDo.map(({ id }) => id.slice(-1))])).toEqual([
      ['bylivsenteret', '3'],
      ['distriktssenteret', '2'],
      [undefined, '1'],
    ]);
    expect(parties.flatMap(({ toDo }) => toDo.map(({ asksPictures }) => asksPictures))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('counts two years from a leap day to the day before', () => {
    const rows = [example(1, { 'Sist bekreftet': dateCell('2026-02-28') })];
    expect(viewOf(rows, {}, '2028-02-29T12:00').toDo).toEqual([]);
    expect(viewOf(rows, {}, '2028-03-01T12:00').toDo).toHaveLength(1);
  });

  it('tells where each was used, but not what is kept from the partner', () => {
    const activity = (id: string, more: RowInput): RowInput => ({
      ID: id,
      Type: 'Webinar',
      Tittel: `Webinar ${id}`,
      Part: 'Felles',
      Status: 'Idé',
      Start: 'mars 2027',
      ...more,
    });
    const Aktiviteter = [activity('A-2027-001', {}), activity('A-2027-002', { 'Del med partner': 'nei' })];
    const rows = [example(1, { 'Brukt i': 'a-2027-001, A-2027-002, en bok' })];
    const [shown] = viewOf(rows, { Aktiviteter }).counties[0]?.examples ?? [];
    expect(shown?.usedIn).toEqual([
      {
        id: 'A-2027-001',
        title: {
          nb: 'Tomme lokaler – nytt liv',
          nn: 'Tomme lokale – nytt liv',
          unsure: 'Webinar A-2027-001',
        },
        when: { precision: 'month', first: '2027-03-01', last: '2027-03-31' },
      },
    ]);
  });

  it('is also by theme, the most used first, however themes are written', () => {
    const rows = [
      example(1, { Tema: 'Sjøfront, lokaler' }),
      example(2, { Tema: 'lokaler' }),
      example(3, { Tema: 'arkiv' }),
      example(4, { Tema: 'LOKALER' }),
    ];
    expect(viewOf(rows).themes).toEqual([
      { theme: 'lokaler', examples: ['Sted 1', 'Sted 2', 'Sted 4'] },
      { theme: 'arkiv', examples: ['Sted 3'] },
      { theme: 'Sjøfront', examples: ['Sted 1'] },
    ]);
  });

  it('is not made where nobody can tell what is kept from the partner', () => {
    const register = registerWith({ Forbilder: [example(1)] });
    const { activities } = register.tabs;
    if (activities?.headings === undefined) throw new Error('no activities');
    const { shared: _, ...headings } = activities.headings;
    const without = { ...register, tabs: { ...register.tabs, activities: { ...activities, headings } } };
    expect(() => examples(without, nowAt('2026-11-23T12:00'))).toThrow(UserError);
  });
});
