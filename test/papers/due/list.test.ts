import { expect, it } from 'vitest';
import { dueList } from '../../../src/papers/due/list.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { registerOf } from '../../support/meetings.ts';

it('a mailing that is made is to be sent, and not to be made again', () => {
  const register = registerOf({
    Aktiviteter: [
      {
        ...{ ID: 'A-2026-001', Type: 'Kvartalsmøte', Tittel: 'Møte', Part: 'Bylivsenteret' },
        ...{ Status: 'Planlagt', Start: '03.12.2026 10:00', Slutt: '11:30' },
      },
    ],
    Kontakter: [
      {
        ...{ ID: 'K-2026-001', Navn: 'Anne Aas', Part: 'Bylivsenteret', Skriftspråk: 'bokmål' },
        ...{ 'E-post': 'anne@nal.example', Lister: 'kvartalsmøte' },
      },
    ],
  });
  const commandsWith = (sizes: ReadonlyMap<string, number>) =>
    dueList({ register, now: nowAt('2026-11-23T09:00'), keyOf: () => '', sizes })
      .filter(({ about }) => about.id === 'A-2026-001')
      .map(({ command }) => command);
  expect(commandsWith(new Map())).toEqual(['agenda -- --meeting A-2026-001 --number --mailing']);
  expect(commandsWith(new Map([['A-2026-001.agenda.r1', 1]]))).toEqual(['send -- A-2026-001.agenda.r1']);
});
