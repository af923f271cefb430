import { plainIn } from '../../../src/domain/standard-text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { digest } from '../../../src/papers/digest/digest.ts';
import type { DigestChange } from '../../../src/papers/digest/view.ts';
import { registerWith } from '../../support/announcements.ts';
import type { nowAt } from '../../support/build-workbook.ts';
import { dateCell, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { after, first, items, kept, made, second } from '../../support/digests.ts';

const row = (number: number, more: RowInput = {}): RowInput => ({
  ...{
    ID: `A-2026-90${String(number)}`,
    Type: 'Informasjon',
    Tittel: `Sak ${String(number)}`,
    Part: 'Bylivsenteret',
  },
  ...{ Status: 'Planlagt', Start: dateCell('2026-12-10'), ...more },
});
const contact: RowInput = {
  ...{ ID: 'D-2026-901', Fylke: 'Agder', Dato: dateCell('2026-10-20'), Part: 'Bylivsenteret' },
  ...{ Tema: 'Kystbyer', Avtalt: 'Vi ringer i januar.' },
};
const example: RowInput = {
  ...{ ID: 'F-2026-901', Tittel: 'Torget', Kommune: 'Levanger', 'Meldt av': 'Bylivsenteret' },
};
const december10 = { precision: 'day', first: '2026-12-10', last: '2026-12-10' } as const;

const titles = (tabs: TabsInput, ...more: [ReturnType<typeof nowAt>?, 'bylivsenteret'?]): readonly string[] =>
  items(made(tabs, ...more)).map(({ title }) => plainIn(title, 'nb'));

/** What is told of one activity that is not any more as it was. */
const changesOf = (was: RowInput, is: RowInput, now = second): readonly DigestChange[] =>
  items(after({ Aktiviteter: [row(1, was)] }, { Aktiviteter: [row(1, is)] }, now)).flatMap(
    ({ changes }) => changes,
  );

describe('the first digest', () => {
  it('tells of what is to come and what was lately, and of nothing older', () => {
    const tabs = {
      Aktiviteter: [
        row(1),
        row(2, { Status: 'Gjennomført', Start: dateCell('2026-10-01') }),
        row(3, { Status: 'Gjennomført', Start: dateCell('2026-05-01') }),
        row(4, { Start: null }),
      ],
    };
    const { view } = made(tabs);
    expect([view.since, view.total, view.fresh, view.changed]).toEqual([undefined, 3, 3, 0]);
    expect(items(made(tabs)).map(({ title, fresh }) => [title, fresh?.state])).toEqual([
      ['Sak 1', 'coming'],
      ['Sak 4', 'coming'],
      ['Sak 2', 'done'],
    ]);
    // What it passes over is no news later either, and is not kept as told.
    expect(kept(tabs).map(({ Gjelder: id }) => id)).toEqual(['A-2026-901', 'A-2026-902', 'A-2026-904']);
    expect(items(made({ ...tabs, Formidlet: kept(tabs) }))).toEqual([]);
  });

  it('is of the other party and of both: not of one’s own, not of ideas, not of the meetings', () => {
    const tabs = {
      Aktiviteter: [
        row(1, { Part: 'Distriktssenteret' }),
        row(2, { Part: 'Felles', Beskrivelse: 'Begge vet det.', Lenke: 'https://felles.example/' }),
        row(3, { Status: 'Idé' }),
        row(4, { Type: 'Kvartalsmøte', Part: 'Felles' }),
      ],
    };
    expect(items(made(tabs))).toEqual([
      {
        ...{ id: 'A-2026-902', title: 'Sak 2', isJoint: true, when: december10, changes: [] },
        fresh: { state: 'coming', when: december10 },
      },
    ]);
    expect(titles(tabs, second, 'bylivsenteret')).toEqual(['Sak 1', 'Sak 2']);
  });

  it('says of nothing that it was held because its day is over', () => {
    const past = { Start: dateCell('2026-11-10') };
    const tabs = { Aktiviteter: [row(1, past), row(2, { ...past, Status: 'Gjennomført' })] };
    expect(items(made(tabs)).map(({ fresh }) => fresh?.state)).toEqual(['past', 'done']);
  });

  it.each([
    ['Bylivsenteret', ['Torget']],
    ['NAL', ['Torget']],
    ['ledelsen i NAL', ['Torget']],
    ['K-2026-901', ['Torget']],
    ['k-2026-901', ['Torget']],
    ['Kari Nordmann', ['Torget']],
    ['Bylivsenteret og Distriktssenteret', ['Torget']],
    ['Distriktssenteret', []],
    ['K-2026-902', []],
    ['Kanalens venner', []],
    [null, []],
  ])('counts an example raised by «%s» for the right party', (raisedBy, told) => {
    const tabs = {
      Forbilder: [{ ...example, 'Meldt av': raisedBy }],
      Kontakter: [
        { ID: 'K-2026-901', Navn: 'Kari Nordmann', Part: 'Bylivsenteret' },
        { ID: 'K-2026-902', Navn: 'Ola Nordmann', Part: 'Distriktssenteret' },
      ],
    };
    expect(titles({ Aktiviteter: [], ...tabs })).toEqual(told);
  });
});

describe('the order of a digest', () => {
  const tabs = {
    Aktiviteter: [
      row(1, { Part: 'Felles', Start: dateCell('2026-11-30') }),
      row(2, { Status: 'Gjennomført', Start: dateCell('2026-10-01') }),
      row(3, { Status: 'Avlyst', Start: dateCell('2026-11-01') }),
      row(4, { Start: null }),
      row(5, { Tittel: 'Konferansen: endelig program' }),
      row(6, { Start: dateCell('2026-12-09') }),
      row(7, { Tittel: 'Konferansen 2027: Nær', Start: dateCell('2027-10-19'), Sted: 'Bodø' }),
      row(8, { Tittel: 'Konferansen: siste frist', Start: dateCell('2026-12-12'), Type: 'Konferanse' }),
    ],
    Forbilder: [example],
  };
  const shown = (one: ReturnType<typeof made>): object =>
    one.view.parts.map(({ kind, entries }) => [
      kind,
      ...entries.map(({ name, items: own }) =>
        [name, ...own.flatMap(({ label }) => label ?? [])].map((part) => plainIn(part, 'nb')).join(' | '),
      ),
    ]);

  it('is by date in each part, and what both do comes last; milestones of one thing are told as one', () => {
    expect(shown(made(tabs))).toEqual([
      [
        'coming',
        'Sak 6',
        'Konferansen | endelig program | Konferansen 2027: Nær',
        'Konferansen: siste frist',
        'Sak 4',
      ],
      ['examples', 'Torget'],
      ['over', 'Sak 3', 'Sak 2'],
      ['joint', 'Sak 1'],
    ]);
    expect(made(tabs).view.lead).toEqual({ title: 'Sak 6', news: 'told', others: 8 });
  });

  it('begins with what is not any more as it was told, and names that in the subject', () => {
    const [, , , , , ...others] = tabs.Aktiviteter;
    const off = after({ Aktiviteter: [row(1)] }, { Aktiviteter: [row(1, { Status: 'Avlyst' }), ...others] });
    expect(off.view.parts.map(({ kind }) => kind)).toEqual(['changed', 'coming']);
    expect(off.view.lead).toEqual({ title: 'Sak 1', news: 'cancelled', others: 3 });
    const gone = after({ Aktiviteter: [row(1)] }, { Aktiviteter: [] });
    expect(gone.view.lead).toEqual({ title: 'Sak 1', news: 'removed', others: 0 });
    expect(made({ Aktiviteter: [] }).view.lead).toBeUndefined();
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
    const { view, says } = made(tabs);
    expect([view.total, view.shown, view.fresh, says.length]).toEqual([210, 100, 100, 100]);
    const told = items({ view, says }).map(({ id }) => id);
    expect(told.sort()).toEqual(says.map(({ about }) => about).sort());
    expect(says.every(({ facts }) => facts.state === 'coming')).toBe(true);
    const next = made({ ...tabs, Formidlet: kept(tabs) });
    expect([next.view.total, next.view.shown]).toEqual([110, 100]);
    expect([next.view.coming.length, next.view.comingMore]).toEqual([100, 0]);
    expect(made({ Aktiviteter: many(200) }).view.shown).toBe(100);
    expect(made({ Aktiviteter: many(100) }).view.shown).toBeUndefined();
  });

  it('says how many come beside those that it lists', () => {
    const coming = many(250).filter((_, index) => index % 2 === 1);
    const part = { Aktiviteter: coming, Formidlet: kept({ Aktiviteter: coming.slice(0, 100) }) };
    const { view } = made({ Aktiviteter: coming, Formidlet: kept(part) });
    expect([view.total, view.coming.length, view.comingMore]).toEqual([0, 100, 25]);
  });
});

const at = (day: string): DigestChange['fact'] | object => ({ precision: 'day', first: day, last: day });

/** One edit of a row, and what the next digest says of it. */
const edits: readonly (readonly [string, RowInput, RowInput, object])[] = [
  [
    'a new day',
    {},
    { Start: dateCell('2026-12-17') },
    { fact: 'time', was: december10, is: at('2026-12-17') },
  ],
  [
    'a new hour',
    { Start: dateCell('2026-12-10T10:00') },
    { Start: dateCell('2026-12-10T12:00') },
    {
      fact: 'time',
      was: { ...december10, precision: 'time', start: '2026-12-10T10:00' },
      is: { ...december10, precision: 'time', start: '2026-12-10T12:00' },
    },
  ],
  ['a day that is set', { Start: null }, {}, { fact: 'time', is: december10 }],
  ['a day that is not set any more', {}, { Start: null }, { fact: 'time', was: december10 }],
  ['a new name', {}, { Tittel: 'Noe annet' }, { fact: 'title', was: 'Sak 1', is: 'Noe annet' }],
  ['that it is done', {}, { Status: 'Gjennomført' }, { fact: 'state', news: 'done', when: december10 }],
  ['that it is off', {}, { Status: 'Avlyst' }, { fact: 'state', news: 'cancelled', when: december10 }],
  ['that it is on again', { Status: 'Avlyst' }, {}, { fact: 'state', news: 'on', when: december10 }],
  [
    'that it was not held',
    { Status: 'Gjennomført' },
    {},
    { fact: 'state', news: 'notDone', when: december10 },
  ],
  ['a place', {}, { Sted: 'Bodø' }, { fact: 'place', is: 'Bodø' }],
  ['another place', { Sted: 'Bodø' }, { Sted: 'Vadsø' }, { fact: 'place', was: 'Bodø', is: 'Vadsø' }],
  ['a place that is gone', { Sted: 'Bodø' }, {}, { fact: 'place', was: 'Bodø' }],
  ['a link', {}, { Lenke: 'https://a.example/' }, { fact: 'link', is: 'https://a.example/' }],
  ['a link that is gone', { Lenke: 'https://a.example/' }, {}, { fact: 'link', was: 'https://a.example/' }],
  ['a form', {}, { Påmelding: 'https://b.example/' }, { fact: 'registration', is: 'https://b.example/' }],
  ['a deadline', {}, { Påmeldingsfrist: dateCell('2026-12-01') }, { fact: 'deadline', is: '2026-12-01' }],
  [
    'a recording',
    { Opptak: 'ja' },
    { Opptak: 'https://c.example/' },
    { fact: 'recording', is: 'https://c.example/' },
  ],
  ['slides', {}, { Presentasjoner: 'https://d.example/' }, { fact: 'slides', is: 'https://d.example/' }],
  [
    'a description',
    { Beskrivelse: 'Før' },
    { Beskrivelse: 'Nå' },
    { fact: 'description', isAgreement: false, was: 'Før', is: 'Nå' },
  ],
];

describe('a digest after another', () => {
  it.each(edits)('tells of %s, and of nothing else', (_, was, is, change) => {
    expect(changesOf(was, is)).toEqual([change]);
  });

  it('tells what was agreed with a county', () => {
    const is = { ...contact, Avtalt: 'Vi møtes i mars.' };
    const [item] = items(after({ Aktiviteter: [], Dialog: [contact] }, { Aktiviteter: [], Dialog: [is] }));
    expect(item?.changes).toEqual([
      { fact: 'description', isAgreement: true, was: 'Vi ringer i januar.', is: 'Vi møtes i mars.' },
    ]);
  });

  it.each([
    ['nothing', {}],
    ['a remark', { Merknad: 'Husk kaffe' }],
    ['hours', { 'Timer Bylivsenteret': 12 }],
    ['who is responsible', { Ansvarlig: 'Fagsjef' }],
    ['whether it will be recorded', { Opptak: 'ja' }],
  ])('has no news where %s has changed', (_, more) => {
    const { view, says } = after({ Aktiviteter: [row(1)] }, { Aktiviteter: [row(1, more)] });
    expect([view.total, says, view.since]).toEqual([0, [], '2026-11-01']);
    expect(view.coming.map(({ title }) => title)).toEqual(['Sak 1']);
  });

  it('says when it is over and nobody has marked it as held, and when it was', () => {
    const soon = { Start: dateCell('2026-11-10') };
    const when = at('2026-11-10');
    expect(changesOf(soon, soon)).toEqual([{ fact: 'state', news: 'past', when }]);
    expect(changesOf(soon, { ...soon, Status: 'Gjennomført' })).toEqual([
      { fact: 'state', news: 'done', when },
    ]);
    const told = { Start: dateCell('2026-10-10') };
    expect(changesOf(told, { ...told, Status: 'Pågår' })).toEqual([
      { fact: 'state', news: 'ongoing', when: at('2026-10-10') },
    ]);
    expect(changesOf(told, { Start: dateCell('2026-12-10') }).map(({ fact }) => fact)).toEqual(['time']);
  });

  it('says one time where it is off, on again or held: the one that helps', () => {
    const later = { Start: dateCell('2026-12-17') };
    expect(changesOf({}, { ...later, Status: 'Avlyst' })).toEqual([
      { fact: 'state', news: 'cancelled', when: december10 },
    ]);
    expect(changesOf({ Status: 'Avlyst' }, { ...later, Sted: 'Bodø' })).toEqual([
      { fact: 'state', news: 'on', when: at('2026-12-17'), place: 'Bodø' },
    ]);
    expect(changesOf({ Status: 'Avlyst' }, { Start: null })).toEqual([{ fact: 'state', news: 'on' }]);
  });

  it('tells of each change once, and of the one after it, whatever the order of the rows', () => {
    const moved = row(1, { Start: dateCell('2026-12-17') });
    const before = { Aktiviteter: [moved], Formidlet: kept({ Aktiviteter: [row(1)] }) };
    const told = kept(before, second);
    expect(told).toHaveLength(2);
    for (const Formidlet of [told, told.toReversed()]) {
      expect(items(made({ Aktiviteter: [moved], Formidlet }))).toEqual([]);
      const back = items(made({ Aktiviteter: [row(1)], Formidlet }));
      expect(back.map(({ changes }) => changes.map(({ fact }) => fact))).toEqual([['time']]);
    }
  });

  it('keeps what each party was told apart', () => {
    const both = { Aktiviteter: [row(1, { Part: 'Felles' })] };
    const tabs = { ...both, Formidlet: kept(both) };
    expect(made(tabs).view.total).toBe(0);
    const { view } = made(tabs, second, 'bylivsenteret');
    expect([view.since, view.total]).toEqual([undefined, 1]);
  });
});

describe('what was told of and is not any more', () => {
  const tabs = { Aktiviteter: [row(1, { Beskrivelse: 'Internt' }), row(2)], Forbilder: [example] };

  it.each<[string, TabsInput]>([
    ['is deleted', { ...tabs, Aktiviteter: [row(2)] }],
    [
      'is not shared any more',
      { ...tabs, Aktiviteter: [row(1, { Tittel: 'Hemmelig', 'Del med partner': 'nei' }), row(2)] },
    ],
    ['is an idea again', { ...tabs, Aktiviteter: [row(1, { Status: 'Idé' }), row(2)] }],
  ])('is told of once, by the title that was told, where it %s', (_, is) => {
    const one = after(tabs, is);
    expect([one.view.removed, items(one)]).toEqual([[{ id: 'A-2026-901', title: 'Sak 1' }], []]);
    expect([one.view.total, one.view.changed]).toEqual([1, 1]);
    expect(one.says).toEqual([{ about: 'A-2026-901', facts: { state: 'removed', title: 'Sak 1' } }]);
    expect(JSON.stringify(one)).not.toMatch(/Hemmelig|Internt/u);
    const Formidlet = kept({ ...is, Formidlet: kept(tabs) }, second);
    expect(made({ ...is, Formidlet }).view.total).toBe(0);
    expect(items(made({ ...tabs, Formidlet })).map(({ fresh }) => fresh?.state)).toEqual(['coming']);
  });

  it('is not told of where it was over anyway, or where its row cannot be read', () => {
    const done = { Aktiviteter: [row(1, { Status: 'Gjennomført', Start: dateCell('2026-10-10') })] };
    expect(after(done, { Aktiviteter: [] }).view.total).toBe(0);
    const faulty = { ...tabs, Aktiviteter: [row(1, { Start: 'en dag' }), row(2)] };
    expect(after(tabs, faulty).view.total).toBe(0);
  });

  it('is not taken out where it has come to the party that was told', () => {
    const own = after(tabs, {
      ...tabs,
      Aktiviteter: [row(1, { Part: 'Distriktssenteret', Beskrivelse: 'Internt' }), row(2)],
    });
    expect(own.view.total).toBe(0);
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
      fc.constantFrom('Bylivsenteret', 'Felles'),
      fc.boolean(),
      (type, status, day, party, wasTold) => {
        const open = row(1, { Type: type, Status: status, Start: dateCell(day), Part: party });
        const secret = { ...open, Tittel: 'Hemmelig møte med Agder', 'Del med partner': 'nei' };
        const dialogue: RowInput = {
          ...{ ID: 'D-2026-901', Fylke: 'Agder', Dato: dateCell(day), Part: party, Tema: 'Hemmelig' },
        };
        const isActivity = type === 'Nettverk' || type === 'Fylkesdialog';
        const tabs = { Aktiviteter: [secret], ...(isActivity ? { Dialog: [dialogue] } : {}) };
        const whole = wasTold ? after({ Aktiviteter: [open] }, tabs) : made(tabs);
        expect(JSON.stringify(whole)).not.toContain('Hemmelig');
      },
    ),
  );
});

it('has nothing to tell after it was told, whatever was changed', () => {
  const more = fc
    .array(fc.constantFrom<RowInput[]>(...edits.flatMap(([, was, is]) => [was, is])), { maxLength: 6 })
    .map((all): RowInput => Object.fromEntries(all.flatMap((one) => Object.entries(one))));
  fc.assert(
    fc.property(fc.array(more, { minLength: 1, maxLength: 5 }), (states) => {
      let Formidlet: readonly RowInput[] = [];
      for (const state of states) {
        const tabs = { Aktiviteter: [row(1, state)], Dialog: [contact], Forbilder: [example] };
        Formidlet = kept({ ...tabs, Formidlet }, first);
        expect(made({ ...tabs, Formidlet }, first).view.total).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
});

it('is not made where it is not known what may be shared', () => {
  const register = registerWith({ Aktiviteter: [row(1)] });
  const { activities } = register.tabs;
  if (activities?.headings === undefined) throw new Error('no tab');
  const { shared: _, ...headings } = activities.headings;
  const without = { ...register, tabs: { ...register.tabs, activities: { ...activities, headings } } };
  expect(() => digest(without, 'distriktssenteret', second)).toThrow(UserError);
});
