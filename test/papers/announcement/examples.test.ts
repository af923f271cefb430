import { describe, expect, it } from 'vitest';
import { examplesFor } from '../../../src/papers/announcement/examples.ts';
import { registerWith, textRow, webinarIn } from '../../support/announcements.ts';
import { dateCell, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { dayAt } from '../../sample/days.ts';

const example = (number: number, more: RowInput = {}): RowInput => ({
  ID: `F-2026-00${String(number)}`,
  Tittel: `Sted ${String(number)}`,
  Kommune: 'Inderøy',
  Tema: 'lokaler',
  Lenke: `https://forbilde.example/${String(number)}`,
  'Sist bekreftet': dateCell('2026-03-01'),
  Samtykke: 'ja',
  ...more,
});

const shownOf = (
  rows: readonly RowInput[],
  more: TabsInput = {},
  today = '2026-11-23',
): readonly string[] => {
  const register = registerWith({ Forbilder: rows, ...more });
  return examplesFor(register, webinarIn(register), dayAt(today)).map(({ id }) => id);
};

describe('the examples beside a webinar', () => {
  it('share a theme with its title, ingress or programme, in either standard, or were used in it', () => {
    const rows = [
      example(1, { Tema: 'lokaler' }),
      example(2, { Tema: 'mellombels bruk, lokale' }),
      example(3, { Tema: 'sjøfront', 'Brukt i': 'A-2020-001, a-2027-001' }),
      example(4, { Tema: 'sjøfront' }),
      example(5, { Tema: 'liv' }),
      example(6, { Tema: null }),
    ];
    expect(shownOf(rows)).toEqual(['F-2026-003', 'F-2026-001', 'F-2026-002']);
    const Tekster = [textRow(1, 'bokmål', { Ingress: 'Sjøfronten er tom.' })];
    expect(shownOf([example(4, { Tema: 'sjøfront' })], { Tekster })).toEqual(['F-2026-004']);
  });

  it('have consent, a link, and were checked within 24 months', () => {
    const checked = (day: string | null): RowInput => ({
      'Sist bekreftet': day === null ? null : dateCell(day),
    });
    const rows = [
      example(1, { Samtykke: null }),
      example(2, { Samtykke: 'nei' }),
      example(3, { Lenke: null }),
      example(4, checked(null)),
      example(5, checked('2024-11-22')),
      example(6, checked('2024-11-23')),
    ];
    expect(shownOf(rows)).toEqual(['F-2026-006']);
    expect(shownOf([example(1, checked('2026-02-28'))], {}, '2028-02-29')).toEqual(['F-2026-001']);
  });

  it('are three at most: most themes first, then the one checked last', () => {
    const rows = [
      example(1),
      example(2, { 'Sist bekreftet': dateCell('2026-04-01') }),
      example(3, { Tema: 'tomme, lokaler' }),
      example(4, { 'Sist bekreftet': dateCell('2026-05-01') }),
    ];
    expect(shownOf(rows)).toEqual(['F-2026-003', 'F-2026-004', 'F-2026-002']);
  });

  it.each([
    ['Inderøy', 'Inderøy'],
    ['5053', 'Inderøy'],
    ['Voss herad', 'Voss'],
    ['3419', 'Våler (Innlandet)'],
    ['Våler', 'Våler'],
    ['Oslofjorden', 'Oslofjorden'],
  ])('name the municipality «%s» as people do: %s', (Kommune, name) => {
    const register = registerWith({ Forbilder: [example(1, { Kommune })] });
    const [shown] = examplesFor(register, webinarIn(register), dayAt('2026-11-23'));
    expect(shown?.municipality).toBe(name);
  });
});
