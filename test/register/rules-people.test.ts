import { describe, expect, it } from 'vitest';
import type { RowInput, TabsInput } from '../support/build-workbook.ts';
import { action, activity, caseRow, found, meeting, slot, webinar } from '../support/rules.ts';

const contact = (number: number, cells: RowInput): RowInput => ({
  ID: `K-2026-00${String(number)}`,
  ...cells,
});

const Kontakter = [
  contact(1, {
    Navn: 'Kari Nordmann',
    Organisasjon: 'Bylivsenteret',
    Part: 'Bylivsenteret',
    Rolle: 'fagsjef',
  }),
  contact(2, { Navn: 'Ola Hansen', Part: 'Distriktssenteret', Rolle: 'rådgiver' }),
];

/** The reports of unknown people: where, what, and who is nearest. */
const unknown = (tabs: TabsInput): readonly (readonly unknown[])[] =>
  found('person-unknown', { Kontakter, ...tabs }).map(({ level, at, value, args }) => [
    ...[level, at.tab, at.column, value],
    args,
  ]);

describe('people whom Kontakter does not have', () => {
  it('are told of in every column that names people', () => {
    const conference = activity({ ID: 'A-2030-900', Type: 'Konferanse', Start: '2030' });
    const tabs: TabsInput = {
      Aktiviteter: [{ ...conference, Ansvarlig: 'Kari Nordman' }],
      Tiltak: [action({ Ansvarlig: 'Ola Hanssen' })],
      Program: [slot({ Aktivitet: 'A-2030-900', Innleder: 'Kari Normann' })],
      Dialog: [
        {
          ID: 'D-2030-001',
          Fylke: 'Vestland',
          Dato: '01.11.2026',
          Part: 'Felles',
          Hvem: 'Ola Hansn og fagsjefen',
        },
      ],
      Saker: [caseRow({ 'Meldt av': 'fagsef' })],
      Forbilder: [{ ID: 'F-2030-001', Tittel: 'Torget', Kommune: 'Bergen', 'Meldt av': 'Kari' }],
      Tekster: [
        {
          ID: 'B-2030-001',
          Aktivitet: 'A-2030-900',
          Skriftspråk: 'bokmål',
          Tittel: 'T',
          'Godkjent av': 'Ola',
        },
      ],
    };
    expect(unknown(tabs)).toEqual([
      ['info', 'Aktiviteter', 'Ansvarlig', 'Kari Nordman', { count: 1, nearest: 'Kari Nordmann' }],
      ['info', 'Tiltak', 'Ansvarlig', 'Ola Hanssen', { count: 1, nearest: 'Ola Hansen' }],
      ['info', 'Program', 'Innleder', 'Kari Normann', { count: 1, nearest: 'Kari Nordmann' }],
      ['info', 'Saker', 'Meldt av', 'fagsef', { count: 1, nearest: 'fagsjef' }],
      ['info', 'Dialog', 'Hvem', 'Ola Hansn', { count: 1, nearest: 'Ola Hansen' }],
      ['info', 'Forbilder', 'Meldt av', 'Kari', { count: 1, nearest: 'Kari Nordmann' }],
      ['info', 'Tekster', 'Godkjent av', 'Ola', { count: 1, nearest: 'Ola Hansen' }],
    ]);
  });

  it('once in each tab, where it is still to be done', () => {
    const Tiltak = ['Utført', 'Åpen', ''].map((Status) => action({ Ansvarlig: 'Per Ukjent', Status }));
    expect(unknown({ Tiltak })).toEqual([['info', 'Tiltak', 'Ansvarlig', 'Per Ukjent', { count: 3 }]]);
    expect(found('person-unknown', { Kontakter, Tiltak })[0]?.at.row).toBe(3);
  });

  it('not where all is done: people come and go', () => {
    const done = {
      Aktiviteter: [
        activity({ Status: 'Gjennomført', Ansvarlig: 'Per Ukjent' }),
        activity({ Status: 'Avlyst', Ansvarlig: 'Per Ukjent' }),
        activity({ Start: '01.03.2026', Ansvarlig: 'Per Ukjent' }),
      ],
      Tiltak: [action({ Status: 'Utført', Ansvarlig: 'Per Ukjent' })],
      Saker: [caseRow({ Status: 'Behandlet', 'Meldt av': 'Per Ukjent' })],
      Forbilder: [{ ID: 'F-2030-001', Tittel: 'Torget', Kommune: 'Bergen', 'Meldt av': 'Per Ukjent' }],
    };
    expect(unknown(done)).toEqual([]);
  });

  it('not before there are contacts, and not for parties, groups and roles', () => {
    expect(unknown({ Kontakter: [], Tiltak: [action({ Ansvarlig: 'Per Ukjent' })] })).toEqual([]);
    const fine = [
      'NAL',
      'begge',
      'Distriktssenteret',
      'fagsjefen',
      'Kari Nordmann, NAL',
      'K-2026-002',
      '?',
      'K-2026-001 og Ola Hansen',
    ];
    expect(unknown({ Tiltak: fine.map((Ansvarlig) => action({ Ansvarlig })) })).toEqual([]);
  });

  it('of speakers only those whom a party sends, or slips', () => {
    const Aktiviteter = [webinar({ ID: 'A-2030-901', Start: '01.12.2026 10:00' })];
    const speak = (Innleder: string, cells: RowInput = {}): RowInput =>
      slot({ Aktivitet: 'A-2030-901', Innleder, ...cells });
    expect(
      unknown({
        Aktiviteter,
        Program: [
          speak('Per Ukjent'),
          speak('Ordfører', { Organisasjon: 'Sogndal kommune' }),
          speak('Fagsjeff', { Organisasjon: 'Sogndal kommune' }),
          speak('Lise Ukjent', { Organisasjon: 'NAL' }),
        ],
      }),
    ).toEqual([['info', 'Program', 'Innleder', 'Lise Ukjent', { count: 1 }]]);
  });

  it('an ID that Kontakter lacks is an error, also among others', () => {
    const tabs = { Kontakter, Tiltak: [action({ Ansvarlig: 'K-2026-001 og K-2026-009' })] };
    expect(found('contact-unknown', tabs)).toMatchObject([{ level: 'error', value: 'K-2026-009' }]);
    expect(found('person-unknown', tabs)).toEqual([]);
    const program = { Kontakter, Program: [slot({ Aktivitet: 'A-2030-901', Innleder: 'K-2026-019' })] };
    expect(found('contact-unknown', program)).toHaveLength(1);
  });
});

describe('a contact that has left', () => {
  const gone = (day: string): RowInput[] => [
    contact(1, { Navn: 'Kari Nordmann', Part: 'Bylivsenteret', Rolle: 'fagsjef', Sluttet: day }),
    contact(2, { Navn: 'Ola Hansen', Part: 'Distriktssenteret', Rolle: 'rådgiver' }),
  ];
  const tabs: TabsInput = {
    Aktiviteter: [
      activity({ ID: 'A-2030-910', Type: 'Konferanse', Start: '2030', Ansvarlig: 'K-2026-001' }),
      activity({ Status: 'Gjennomført', Ansvarlig: 'Kari Nordmann' }),
    ],
    Tiltak: [
      action({ Ansvarlig: 'Kari Nordmann og Ola Hansen' }),
      action({ Ansvarlig: 'Kari Nordmann', Status: 'Droppet' }),
    ],
    Program: [
      slot({ Aktivitet: 'A-2030-910', Innleder: 'Kari Nordmann', Kontakt: 'K-2026-001' }),
      slot({ Aktivitet: 'A-2030-910', Innleder: 'Kari Nordmann', Status: 'Avslått' }),
      slot({ Aktivitet: 'A-2030-910', Innleder: 'Kari Nordmann', Organisasjon: 'Sogndal kommune' }),
    ],
    Saker: [caseRow({ 'Meldt av': 'fagsjefen' }), caseRow({ 'Meldt av': 'Bylivsenteret' })],
    Dialog: [
      {
        ID: 'D-2030-001',
        Fylke: 'Vestland',
        Dato: '01.10.2026',
        Part: 'Felles',
        Hvem: 'fagsjef',
        'Neste steg': 'Ringe',
      },
      {
        ID: 'D-2030-002',
        Fylke: 'Vestland fylkeskommune',
        Dato: '01.11.2026',
        Part: 'Felles',
        Hvem: 'fagsjef',
        'Neste steg': 'Møte',
      },
      { ID: 'D-2030-003', Fylke: 'Agder', Dato: '01.11.2026', Part: 'Felles', Hvem: 'fagsjef' },
    ],
  };
  const left = (day: string): readonly (readonly unknown[])[] =>
    found('left-with-work', { ...tabs, Kontakter: gone(day) }).map(({ level, at, args }) => [
      ...[level, at.tab, at.row, at.column],
      args,
    ]);

  it('is warned of in every row where something is still theirs', () => {
    const args = { name: 'Kari Nordmann', left: '2026-11-23' };
    expect(left('23.11.2026')).toEqual([
      ['warning', 'Aktiviteter', 2, 'Ansvarlig', { ...args, work: 'activity' }],
      ['warning', 'Tiltak', 2, 'Ansvarlig', { ...args, work: 'action' }],
      ['warning', 'Program', 2, 'Innleder', { ...args, work: 'slot' }],
      ['warning', 'Saker', 2, 'Meldt av', { ...args, work: 'case' }],
      ['warning', 'Dialog', 3, 'Hvem', { ...args, work: 'next-step' }],
    ]);
  });

  it('has no work left in a case that somebody else presents', () => {
    const cases = [
      caseRow({ 'Meldt av': 'Kari Nordmann', Sakseier: 'Ola Hansen' }),
      caseRow({ 'Meldt av': 'Bylivsenteret', Sakseier: 'Kari Nordmann' }),
    ];
    const places = found('left-with-work', { Saker: cases, Kontakter: gone('23.11.2026') });
    expect(places.map(({ at }) => [at.row, at.column])).toEqual([[3, 'Sakseier']]);
  });

  it('is not gone before the day', () => {
    expect(left('24.11.2026')).toEqual([]);
    expect(left('')).toEqual([]);
  });

  it('has nothing where somebody else has the role by now', () => {
    const successor = contact(3, { Navn: 'Lise Berg', Part: 'Bylivsenteret', Rolle: 'fagsjef' });
    const taken = { ...tabs, Kontakter: [...gone('01.11.2026'), successor] };
    expect(found('left-with-work', taken).map(({ at }) => at.tab)).toEqual([
      'Aktiviteter',
      'Tiltak',
      'Program',
    ]);
  });

  it('does not count as the one whom a party sends to the next meeting', () => {
    const Aktiviteter = [meeting({ Start: '10.12.2026 10:00', Status: 'Bekreftet' })];
    const invited = (day: string): RowInput[] => gone(day).map((row) => ({ ...row, Lister: 'kvartalsmøte' }));
    const missing = (day: string): readonly unknown[] =>
      found('party-not-invited', { Aktiviteter, Kontakter: invited(day) }).map(({ args }) => args);
    expect(missing('10.12.2026')).toMatchObject([{ party: 'Bylivsenteret' }]);
    expect(missing('11.12.2026')).toEqual([]);
  });
});

describe('a responsible whose name several have', () => {
  const postbox = (number: number, cells: RowInput): RowInput =>
    contact(number, { Navn: 'Postmottak', ...cells });
  const boxes = [
    postbox(3, { Organisasjon: 'Foreningen Gode steder' }),
    postbox(4, { Organisasjon: 'Bergen kommune', Part: 'Distriktssenteret' }),
    postbox(5, { Organisasjon: 'NAL', Part: 'Bylivsenteret' }),
    postbox(6, { Organisasjon: 'NAL', Part: 'Bylivsenteret' }),
  ];
  const several = (cells: RowInput): readonly (readonly unknown[])[] =>
    found('responsible-several', {
      Kontakter: boxes,
      Tiltak: [action({ Ansvarlig: 'Postmottak', ...cells })],
    }).map(({ level, at, value, args }) => [level, at.tab, at.column, value, args]);

  it('is told of, unless the party of the action singles one out', () => {
    const ids = ['K-2026-003', 'K-2026-004', 'K-2026-005', 'K-2026-006'];
    const told = [['warning', 'Tiltak', 'Ansvarlig', 'Postmottak', { ids, count: 4 }]];
    expect(several({})).toEqual(told);
    expect(several({ Part: 'Felles' })).toEqual(told);
    expect(several({ Part: 'Bylivsenteret' })).toEqual(told);
    expect(several({ Part: 'Distriktssenteret' })).toEqual([]);
    expect(several({ Status: 'Utført' })).toEqual([]);
    expect(several({ Ansvarlig: 'K-2026-003' })).toEqual([]);
  });

  it('is the one who is still there', () => {
    const [first = {}, second = {}] = boxes;
    const Kontakter = [{ ...first, Sluttet: '01.11.2026' }, second];
    const Tiltak = [action({ Ansvarlig: 'Postmottak' })];
    expect(found('responsible-several', { Kontakter, Tiltak })).toEqual([]);
  });
});
