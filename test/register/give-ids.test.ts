import { expect, it } from 'vitest';
import { planIds } from '../../src/register/give-ids.ts';
import { nowAt, workbookOf } from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');

it('never gives an ID again that a row still points to, though its own row is gone', () => {
  const workbook = workbookOf({
    Saker: [
      { ID: 'S-2026-003', Tittel: 'Gammel', Type: 'Drøfting' },
      { Tittel: 'Ny', Type: 'Drøfting' },
    ],
    Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ring', 'Fra sak': 's-2026-015' }],
  });
  expect(planIds(workbook, now).map(({ becomes }) => becomes)).toEqual(['S-2026-016']);
});

it('gives none where every row has one', () => {
  expect(planIds(workbookOf({ Saker: [{ ID: 'S-2026-003', Tittel: 'Gammel' }] }), now)).toEqual([]);
});
