import { expect, it } from 'vitest';
import { choicesPage, offersOf } from '../../src/register/choices-page.ts';
import { CHOICES_SHEET } from '../../src/register/pages.ts';
import { titledId } from '../../src/register/cells/id.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { tabKeys, tabs } from '../../src/register/tabs.ts';
import { nowAt, workbookOf, type TabsInput } from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');

const activity = (id: string, Start: string | null, more: object = {}) => ({
  ...{ ID: id, Tittel: `Tittel ${id}`, Type: 'Webinar', Part: 'Felles', Status: 'Planlagt', Start },
  ...more,
});

function listsOf(rows: TabsInput): Readonly<Record<string, readonly string[]>> {
  const { layout } = choicesPage(readRegister(workbookOf(rows), now).register, now);
  const [headings = [], ...below] = layout.rows;
  return Object.fromEntries(
    headings.map(({ column, text = '' }) => [
      text,
      below.flatMap((row) => row.find((cell) => cell.column === column)?.text ?? []),
    ]),
  );
}

it('offers what is coming first, then what has no time, then the past; nothing that is cancelled', () => {
  const lists = listsOf({
    Aktiviteter: [
      activity('A-2026-001', '2026-03-01'),
      activity('A-2026-002', '2026-06-01'),
      activity('A-2026-003', null, { Status: 'Idé' }),
      activity('A-2026-004', '2027-02-01', { Type: 'Kvartalsmøte' }),
      activity('A-2026-005', '2026-12-01'),
      activity('A-2026-006', '2026-12-02', { Status: 'Avlyst' }),
    ],
  });
  expect(lists['Aktivitet']?.map((text) => titledId(text)?.id)).toEqual([
    'A-2026-005',
    'A-2026-004',
    'A-2026-003',
    'A-2026-002',
    'A-2026-001',
  ]);
  expect(lists['Møte']).toEqual(['A-2026-004 · Tittel A-2026-004']);
});

it('offers no contact that has left, and no case without an ID in its cell', () => {
  const lists = listsOf({
    Kontakter: [
      { ID: 'K-2026-001', Navn: 'Åse Berg' },
      { ID: 'K-2026-002', Navn: 'Kari Nordmann' },
      { ID: 'K-2026-003', Navn: 'Ola Dunk', Sluttet: '2026-01-01' },
    ],
    Saker: [{ Tittel: 'Uten ID', Type: 'Drøfting' }],
  });
  expect(lists['Kontakt']).toEqual(['K-2026-002 · Kari Nordmann', 'K-2026-001 · Åse Berg']);
  expect(lists['Navn']).toEqual(['Kari Nordmann', 'Åse Berg']);
  expect(lists['Sak']).toEqual([]);
});

it('shortens long titles and long lists', () => {
  const rows = Array.from({ length: 300 }, (_, row) =>
    activity(`A-2026-${String(row + 100)}`, '2026-12-01', { Tittel: 'Lang '.repeat(40) }),
  );
  const offered = listsOf({ Aktiviteter: rows })['Aktivitet'] ?? [];
  expect(offered).toHaveLength(200);
  expect(Math.max(...offered.map(({ length }) => length))).toBeLessThanOrEqual(95);
});

it('is offered in every column that points to rows', () => {
  const columns = tabKeys.flatMap((key) => {
    const entries = Object.entries<{ readonly heading: string; readonly refersTo?: unknown }>(
      tabs[key].columns,
    );
    const headings = Object.fromEntries(entries.map(([column, { heading }]) => [column, heading]));
    const offered = new Set(offersOf(key, headings).map(({ column }) => column));
    return entries.flatMap(([, { heading, refersTo }]) =>
      refersTo === undefined || offered.has(heading) ? [] : [`${tabs[key].name}: ${heading}`],
    );
  });
  expect(columns).toEqual([]);
  expect(offersOf('cases', { meeting: 'Møtet' })).toEqual([
    { column: 'Møtet', range: `'${CHOICES_SHEET}'!$B$2:$B$201` },
  ]);
});
