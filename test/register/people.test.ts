import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPerson } from '../../src/register/contact-index.ts';
import { peopleIn, type Person } from '../../src/register/people.ts';
import { anyCodeUnits } from '../support/any-text.ts';

const contacts = [
  {
    id: 'K-2026-001',
    name: 'Kari Nordmann',
    organisation: 'Bylivsenteret',
    role: 'fagsjef',
    email: 'kari@nal.example',
  },
  { id: 'K-2026-002', name: 'Åse-Marie Sørensen', party: 'distriktssenteret', role: 'seksjonssjef' },
  { id: 'K-2026-003', name: 'Plansjef', organisation: 'Møre og Romsdal fylkeskommune' },
  { id: 'K-2026-004', name: 'Plansjef', organisation: 'Nordland fylkeskommune' },
  { id: 'K-2026-005', name: 'Ola Hansen', organisation: 'Distriktssenteret', role: 'rådgiver' },
  { id: 'K-2026-006', name: 'Ola Hansen', organisation: 'Bylivsenteret', role: 'rådgiver' },
  { id: 'K-2026-007', name: 'Per Ås', lists: ['programkomité'] },
  { id: 'K-2026-008', name: 'Webinarkoordinator', organisation: 'Distriktssenteret', role: 'webinarserie' },
] as const satisfies readonly KnownPerson[];

const people = peopleIn<KnownPerson>(contacts);

/** Whom a cell names: the last digits of IDs, `?` before a name that is unknown, or the group. */
const shown = (person: Person<KnownPerson>): string => {
  switch (person.is) {
    case 'contact':
      return person.contact.id?.at(-1) ?? '';
    case 'several':
      return person.contacts.map(({ id }) => id?.at(-1)).join('|');
    case 'group':
      return person.party ?? 'group';
    case 'unknown':
      return `?${person.text}`;
  }
};

const found = (cell: string, organisation?: string): readonly string[] =>
  people.find(cell, organisation).map(shown);

describe('one person in a cell', () => {
  it.each([
    ...['K-2026-001', 'k–2026–001', 'kari@nal.example', ' KARI@NAL.example '],
    ...['Kari Nordmann', 'kari  nordmann', 'Nordmann, Kari', 'Fagsjef', 'fagsjefen', 'fagsjefen i NAL'],
    ...[
      'Kari Nordmann, Bylivsenteret',
      'Kari Nordmann (NAL)',
      'Kari Nordmann – fagsjef',
      'NAL v/Kari Nordmann',
    ],
    ...['Bylivsenteret ved fagsjefen', 'Kari Nordmann m.fl.', 'Kari Nordmann, seniorrådgiver'],
    'Kari Nordmann, Norske arkitekters landsforbund',
  ])('«%s» is Kari', (cell) => {
    expect(found(cell)).toEqual(['1']);
  });

  it.each([
    ...['Åse-Marie Sørensen', 'Aase Marie Soerensen', 'Åse Marie Sorensen', 'A\u030Ase-Marie Sørensen'],
    ...['Seksjonssjef, Distriktssenteret', 'seksjonssjefen'],
  ])('«%s» is Åse-Marie', (cell) => {
    expect(found(cell)).toEqual(['2']);
  });

  it.each([
    ['Plansjef', ['3|4']],
    ['Plansjef, Møre og Romsdal fylkeskommune', ['3']],
    ['plansjefen i Nordland fylkeskommune', ['4']],
    ['Ola Hansen', ['5|6']],
    ['Ola Hansen, NAL', ['6']],
    ['rådgiver i Distriktssenteret', ['5']],
    ['Per Ås', ['7']],
    ['Per Ås, Ås kommune', ['7']],
  ])('«%s» is one of several, or the one that fits: %j', (cell, ids) => {
    expect(found(cell)).toEqual(ids);
  });

  it('is told apart by the organisation in another cell', () => {
    expect(found('Plansjef', 'Nordland fylkeskommune')).toEqual(['4']);
    expect(found('Plansjef', 'Vefsn kommune')).toEqual(['?Plansjef']);
    expect(found('K-2026-004', 'Vefsn kommune')).toEqual(['4']);
    expect(found('Per Ås', 'Vefsn kommune')).toEqual(['7']);
  });
});

describe('several in a cell', () => {
  it.each([
    ['Kari Nordmann og plansjef', ['1', '3|4']],
    ['K-2026-001, K-2026-002', ['1', '2']],
    ['Kari Nordmann, Åse-Marie Sørensen og Per Ås', ['1', '2', '7']],
    ['Kari Nordmann/Per Ås', ['1', '7']],
    ['Per Ås, Kari Nordmann', ['7', '1']],
    ['Fagsjef & seksjonssjef; Per Ås + webinarkoordinator', ['1', '2', '7', '8']],
    ['Bylivsenteret v/Kari Nordmann, Distriktssenteret v/Ola Hansen', ['1', '5']],
    ['Fagsjef og plansjef, Møre og Romsdal fylkeskommune', ['1', '3']],
    ['Kari Nordmann, Distriktssenteret', ['1', 'distriktssenteret']],
    ['Per Ukjent og Kari Nordmann', ['?Per Ukjent', '1']],
    ['Per Ukjent, Bylivsenteret', ['?Per Ukjent', 'bylivsenteret']],
  ])('«%s»: %j', (cell, names) => {
    expect(found(cell)).toEqual(names);
  });
});

describe('parties and groups', () => {
  it.each([
    ['NAL', 'bylivsenteret'],
    ['Bylivsenteret (NAL)', 'bylivsenteret'],
    ['Distriktssenteret', 'distriktssenteret'],
    ['begge', 'both'],
    ['Begge partar', 'both'],
    ['alle', 'both'],
    ['ledelsen hos partene', 'both'],
    ['direktøren i Distriktssenteret', 'distriktssenteret'],
    ['programkomité', 'group'],
    ['Sogndal kommune', 'group'],
    ['arbeidsgruppa', 'group'],
    ['?', 'group'],
    ['ikke avklart', 'group'],
  ])('«%s» is no unknown person', (cell, party) => {
    expect(found(cell)).toEqual([party]);
  });

  it.each([
    ['NAL', 'bylivsenteret'],
    ['K-2026-002', 'distriktssenteret'],
    ['Kari Nordmann', 'bylivsenteret'],
    ['Webinarkoordinator', 'distriktssenteret'],
    ['fagsjef og seksjonssjef', 'both'],
    ['NAL og Distriktssenteret', 'both'],
    ['Felles', 'both'],
    ['Bylivsenterets nettredaktør', 'bylivsenteret'],
    ['Plansjef', undefined],
    ['Per Ukjent', undefined],
    [undefined, undefined],
  ])('the party of «%s» is %s', (cell, party) => {
    expect(people.partyOf(cell)).toBe(party);
  });
});

describe('somebody whom Kontakter does not have', () => {
  it.each([
    ['Kari Nordman', 'Kari Nordmann'],
    ['Kari', 'Kari Nordmann'],
    ['Sørensen', 'Åse-Marie Sørensen'],
    ['Webinarkordinator', 'Webinarkoordinator'],
    ['fagsef', 'fagsjef'],
    ['Ola Hansen', undefined],
    ['Lise Nordmann', undefined],
    ['Plan', undefined],
    ['Per Ukjent', undefined],
  ])('«%s» is nearest to %s', (text, near) => {
    expect(people.nearest(text)).toBe(near);
  });
});

it('never fails or loses a contact that is named, whatever stands around it', () => {
  const names = contacts.map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...names], { minLength: 1 }),
      fc.constantFrom(', ', ' og ', '/', ' & '),
      (ids, sign) => {
        expect(people.find(ids.join(sign)).map(shown)).toEqual(ids.map((id) => id.at(-1)));
      },
    ),
  );
  fc.assert(
    fc.property(anyCodeUnits, anyCodeUnits, (text, organisation) => {
      people.find(text, organisation);
      people.partyOf(text);
      people.nearest(text);
    }),
  );
});
