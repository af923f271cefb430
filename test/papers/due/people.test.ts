import { expect, it } from 'vitest';
import { addDays } from '../../../src/domain/time.ts';
import { peopleEntries } from '../../../src/papers/due/people.ts';
import { today } from '../../support/audience.ts';
import { nowAt, type TabsInput } from '../../support/build-workbook.ts';
import { registerOf } from '../../support/meetings.ts';

const tabs: TabsInput = {
  Kontakter: [
    { ID: 'K-2026-001', Navn: 'Kari Nordmann', Part: 'Bylivsenteret', Sluttet: '23.11.2026' },
    { ID: 'K-2026-002', Navn: 'Ola Hansen', Part: 'Distriktssenteret' },
  ],
  Tiltak: [
    { ID: 'T-2026-001', Tiltak: 'Ringe', Ansvarlig: 'Kari Nordmann', Frist: '01.12.2026', Status: 'Åpen' },
    { ID: 'T-2026-002', Tiltak: 'Skrive', Ansvarlig: 'Ola Hansen', Status: 'Åpen' },
  ],
};

const entriesOn = (day: string) =>
  peopleEntries({
    register: registerOf(tabs),
    now: nowAt(`${day}T09:00`),
    keyOf: () => '',
    sizes: new Map(),
  });

it('what somebody who has left still has is overdue from the day they left', () => {
  expect(entriesOn(addDays(today, -1))).toEqual([]);
  expect(entriesOn('2026-11-23')).toEqual([
    {
      name: 'K-2026-001 left-work T-2026-001',
      state: 'overdue',
      matter: 'leftWork',
      about: { tab: 'contacts', id: 'K-2026-001', title: 'Kari Nordmann' },
      since: '2026-11-23',
      changes: [],
      notes: [{ code: 'work-left', args: { rows: ['Tiltak T-2026-001'] } }],
    },
  ]);
});
