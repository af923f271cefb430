import { comparedAddress } from '../../../src/domain/compare.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience, ChosenRecipient } from '../../../src/papers/announcement/audience.ts';
import { audienceLines } from '../../../src/papers/announcement/audience-lines.ts';
import { recipientTable } from '../../../src/papers/announcement/recipient-rows.ts';
import { audienceOf, type Request } from '../../support/audience.ts';
import { reachedBy } from '../../../src/papers/announcement/sent.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import {
  sheetOf,
  withoutTab,
  withSheet,
  workbookOf,
  type RowInput,
  type TabsInput,
} from '../../support/build-workbook.ts';
import {
  eventRow,
  keyIn,
  now,
  officialRecipients,
  recipientRow,
  registerWith,
  settingRow,
} from '../../support/webinars.ts';

const official = registerWith({ Mottakere: officialRecipients });

const audience = (tabs: TabsInput, request: Request = {}): Audience =>
  audienceOf(registerWith(tabs), request);

const reasonCounts = ({ chosen }: Audience): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { standard, reason } of chosen) {
    const key = `${standard} ${reason.code}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

const standardsById = ({ chosen }: Audience): Readonly<Record<string, string>> =>
  Object.fromEntries(chosen.map(({ id, standard, reason }) => [id, `${standard} ${reason.code}`]));

const causes = ({ leftOut }: Audience): Readonly<Record<string, unknown>> =>
  Object.fromEntries(leftOut.map(({ id, cause }) => [id, cause]));

describe('the district municipalities of the official list', () => {
  it('are 212: 57 with bokmål, 67 with nynorsk, 88 neutral', () => {
    const found = audienceOf(official, {});
    expect(found.chosen).toHaveLength(212);
    expect(found.leftOut).toEqual([]);
    expect(reasonCounts(found)).toEqual({ 'nb decision': 57, 'nn decision': 67, 'nb mailing-default': 88 });
    expect(found.counts).toEqual({ nb: 145, nn: 67 });
  });

  it('get nynorsk where they are neutral and the mailing says so, in the run or the settings', () => {
    const asked = audienceOf(official, { standardDefault: 'nn' });
    expect(asked.counts).toEqual({ nb: 57, nn: 155 });
    expect(asked.chosen.find(({ reason }) => reason.code === 'mailing-default')?.reason).toEqual({
      code: 'mailing-default',
      from: 'request',
    });
    const set = registerWith({
      Mottakere: officialRecipients,
      Oppsett: [settingRow('Skriftspråk til nøytrale', 'nynorsk')],
    });
    expect(audienceOf(set, {}).counts).toEqual({ nb: 57, nn: 155 });
    expect(audienceOf(set, { standardDefault: 'nb' }).counts).toEqual({ nb: 145, nn: 67 });
  });

  it('are the municipalities with three decisions in all of Norway', () => {
    const all = audienceOf(official, { target: 'slag:kommune' });
    expect(reasonCounts(all)).toEqual({ 'nb decision': 118, 'nn decision': 88, 'nb mailing-default': 151 });
    const authorities = audienceOf(official, { target: 'slag:fylkeskommune' });
    expect(reasonCounts(authorities)).toEqual({
      'nb decision': 1,
      'nn decision': 2,
      'nb mailing-default': 12,
    });
  });
});

describe('neutral recipients of a county', () => {
  // The majority languages of språklova § 12, as the regulation's list gives them.
  const majorities: readonly (readonly [string, 'nb' | 'nn' | undefined])[] = [
    ['Østfold', 'nb'],
    ['Akershus', 'nb'],
    ['Buskerud', 'nb'],
    ['Finnmark', 'nb'],
    ['Vestland', 'nn'],
    ['Møre og Romsdal', 'nn'],
    ['Rogaland', undefined],
    ['Nordland', undefined],
    ['Innlandet', undefined],
    ['Vestfold', undefined],
    ['Telemark', undefined],
    ['Agder', undefined],
    ['Trøndelag', undefined],
    ['Troms', undefined],
    ['Oslo', undefined],
  ];
  it.each(majorities)('get in %s: %s', (county, majority) => {
    for (const standardDefault of ['nb', 'nn'] as const) {
      const { chosen } = audienceOf(official, { target: `fylke:${county}+slag:kommune`, standardDefault });
      const neutral = chosen.filter(({ reason }) => reason.code !== 'decision');
      expect(neutral.length).toBeGreaterThan(0);
      expect(new Set(neutral.map(({ standard }) => standard))).toEqual(
        new Set([majority ?? standardDefault]),
      );
      expect(new Set(neutral.map(({ reason }) => reason.code))).toEqual(
        new Set([majority === undefined ? 'mailing-default' : 'area-majority']),
      );
    }
  });

  it('follow the county only when the mailing is aimed at that one', () => {
    const bergen = (target: string): string | undefined =>
      standardsById(audienceOf(official, { target }))['4601'];
    expect(bergen('fylke:Vestland')).toBe('nn area-majority');
    expect(bergen('fylke:Vestland+sentralitet:1-6')).toBe('nn area-majority');
    expect(bergen('fylke:Vestland;Rogaland')).toBe('nb mailing-default');
    expect(bergen('fylke:Vestland,fylke:Rogaland')).toBe('nb mailing-default');
    expect(bergen('fylke:Vestland,kommune:Oslo')).toBe('nb mailing-default');
    expect(bergen('kommune:4601')).toBe('nb mailing-default');
    expect(bergen('sentralitet:1-6')).toBe('nb mailing-default');
  });

  it('keep their decision whatever the county speaks', () => {
    const { chosen } = audienceOf(official, { target: 'fylke:Rogaland', standardDefault: 'nb' });
    expect(chosen.filter(({ standard }) => standard === 'nn').length).toBeGreaterThan(0);
  });
});

describe('contacts', () => {
  const contact = (id: number, more: RowInput): RowInput => ({
    ID: `K-2026-${String(id).padStart(3, '0')}`,
    Navn: 'Planlegger',
    'E-post': `k${String(id)}@post.example`,
    Lister: 'webinar',
    ...more,
  });
  const listed = (contacts: readonly RowInput[], target = 'liste:webinar'): Audience =>
    audience({ Mottakere: officialRecipients, Kontakter: contacts }, { target });

  it('are meant only where a list is named', () => {
    const contacts = [contact(1, { Organisasjon: 'Voss herad', Skriftspråk: 'bokmål' })];
    expect(listed(contacts, 'sentralitet:1-6').chosen.some(({ id }) => id.startsWith('K'))).toBe(false);
    expect(listed(contacts, 'sentralitet:5-6,liste:webinar').chosen).toHaveLength(213);
    expect(listed(contacts, 'fylke:Vestland+liste:webinar').chosen.map(({ id }) => id)).toEqual([
      'K-2026-001',
    ]);
    expect(listed(contacts, 'fylke:Agder+liste:webinar').chosen).toEqual([]);
  });

  it('get the språkvedtak of their organisation, then what they have asked for, then what neutral ones get', () => {
    const found = listed([
      contact(1, { Organisasjon: 'Voss herad', Skriftspråk: 'bokmål' }),
      contact(2, { Organisasjon: 'Vestland fylkeskommune' }),
      contact(3, { Organisasjon: 'Bergen kommune', Skriftspråk: 'nynorsk' }),
      contact(4, { Organisasjon: 'Bergen kommune' }),
      contact(5, { Organisasjon: 'Fagbladet', Skriftspråk: 'nynorsk' }),
      contact(6, { Organisasjon: 'Fagbladet' }),
      contact(7, { Organisasjon: 'Fagbladet', Skriftspråk: 'engelsk' }),
      contact(8, { Organisasjon: 'Herøy kommune' }),
    ]);
    expect(standardsById(found)).toEqual({
      'K-2026-001': 'nn organisation-decision',
      'K-2026-002': 'nn organisation-decision',
      'K-2026-003': 'nn own-choice',
      'K-2026-004': 'nb organisation-default',
      'K-2026-005': 'nn own-choice',
    });
    expect(causes(found)).toEqual({
      'K-2026-006': { code: 'no-standard' },
      'K-2026-007': { code: 'no-standard', wanted: 'en' },
      'K-2026-008': { code: 'no-standard' },
    });
    const aimed = listed([contact(1, { Organisasjon: 'Bergen kommune' })], 'fylke:Vestland+liste:webinar');
    expect(standardsById(aimed)).toEqual({ 'K-2026-001': 'nn organisation-area-majority' });
  });

  it('reserve an address for everyone who has it, however it is written', () => {
    const found = listed(
      [contact(1, { 'E-post': 'POST@nr4640.EXAMPLE', Lister: 'Reservert' })],
      'kommune:4640;4601',
    );
    expect(causes(found)).toEqual({ '4640': { code: 'suppressed' } });
    expect(found.chosen.map(({ id }) => id)).toEqual(['4601']);
  });
});

describe('those who are left out', () => {
  it('each have one cause', () => {
    const found = audience(
      {
        Mottakere: [
          recipientRow('4601', { Reservert: 'ja' }),
          recipientRow('4602', { 'E-post': 'Post@NR4601.example' }),
          recipientRow('4611', { 'E-post': null }),
          recipientRow('4612', { Nummer: '1507', Navn: 'Ålesund' }),
          recipientRow('4613', { Nummer: '9999' }),
          recipientRow('4614', { Skriftspråk: null }),
          recipientRow('4615', { 'E-post': 'felles@post.example' }),
          recipientRow('4616', { 'E-post': 'Felles@Post.example' }),
          recipientRow('4617', { 'E-post': 'ola@x.no, kari@y.no' }),
          recipientRow('4618', { Nummer: '0713', Navn: 'Sande' }),
        ],
      },
      { target: 'slag:kommune' },
    );
    expect(found.chosen.map(({ id }) => id)).toEqual(['4615']);
    expect(causes(found)).toEqual({
      '0713': { code: 'replaced-number', successors: ['3903 Holmestrand'] },
      '1507': { code: 'replaced-number', successors: ['1508 Ålesund', '1580 Haram'] },
      '4601': { code: 'reserved' },
      '4602': { code: 'suppressed' },
      '4611': { code: 'no-address' },
      '4614': { code: 'no-standard' },
      '4616': { code: 'duplicate', of: '4615' },
      '4617': { code: 'unreadable-row', row: 10 },
      '9999': { code: 'unknown-number' },
    });
  });

  it('are also those whom a row with errors reserves', () => {
    const shared = { 'E-post': 'felles@post.example' };
    const bad = { Sentralitet: 'sju' };
    const municipality = (more: RowInput): TabsInput => ({
      Mottakere: [recipientRow('4601', { ...shared, ...bad, ...more }), recipientRow('4640', shared)],
    });
    const person = (more: RowInput): TabsInput => ({
      Kontakter: [{ ID: 'K-2026-001', Navn: 'Post', Skriftspråk: 'svensk', ...shared, ...more }],
      Mottakere: [recipientRow('4640', shared)],
    });
    const of4640 = (tabs: TabsInput): unknown => causes(audience(tabs, { target: 'kommune:4640' }))['4640'];
    for (const tabs of [
      municipality({ Reservert: 'ja' }),
      municipality({ Reservert: 'kanskje' }),
      municipality({ Reservert: { value: null, error: '#REF!' } }),
      municipality({ Reservert: 'ja', 'E-post': 'Ola <mailto:FELLES@post.example>; ola@x.no' }),
      person({ Lister: 'webinar, Reservert' }),
      person({ Lister: { value: null, error: '#N/A' } }),
      {
        Mottakere: [
          ...[1, 2].map(() => recipientRow('4601', { ...shared, Reservert: 'ja' })),
          recipientRow('4640', shared),
        ],
      },
    ])
      expect(of4640(tabs)).toEqual({ code: 'suppressed' });
    for (const tabs of [
      municipality({ Reservert: 'nei' }),
      municipality({}),
      municipality({ Reservert: 'ja', 'E-post': null }),
      person({ Lister: 'webinar' }),
      person({}),
    ])
      expect(of4640(tabs)).toBeUndefined();
  });

  it('are told of only where they were meant', () => {
    const tabs = {
      Mottakere: [
        recipientRow('4601', { 'E-post': 'ola' }),
        recipientRow('4640', { 'E-post': null }),
        recipientRow('4612', { Nummer: '1507', Navn: 'Ålesund', Fylke: 'Møre og Romsdal', Sentralitet: 2 }),
      ],
    };
    expect(Object.keys(causes(audience(tabs, { target: 'fylke:Vestland' })))).toEqual(['4601', '4640']);
    expect(Object.keys(causes(audience(tabs, { target: 'fylke:Agder' })))).toEqual([]);
    expect(Object.keys(causes(audience(tabs, { target: 'sentralitet:2' })))).toEqual(['1507', '4601']);
    expect(Object.keys(causes(audience(tabs, { target: 'kommune:1580' })))).toEqual(['1507']);
  });

  it('are those on hidden rows, unless they are asked for', () => {
    const workbook = workbookOf({ Mottakere: [] });
    const headings = workbook.sheets.find(({ name }) => name === 'Mottakere')?.rows[0]?.cells ?? [];
    const cells = (number: string): RowInput[string][] =>
      headings.map((heading) => recipientRow(number)[typeof heading === 'string' ? heading : ''] ?? null);
    const sheet = sheetOf('Mottakere', [headings, cells('4601'), cells('4640')], [3]);
    const { register } = readRegister(withSheet(workbook, sheet), now);
    const hidden = audienceOf(register, { target: 'slag:kommune' });
    expect(causes(hidden)).toEqual({ '4640': { code: 'hidden-row', row: 3 } });
    expect(audienceOf(register, { target: 'slag:kommune', includeHidden: true }).chosen).toHaveLength(2);
  });

  it.each([
    ['no column for it', 'Mottakere', 'Reservert', /no column «Reservert»/u],
    ['no column for it', 'Kontakter', 'Lister', /no column «Lister»/u],
    ['a tab that cannot be read', 'Kontakter', 'Navn', /Kontakter cannot be read/u],
  ])('cannot be known with %s: %s', (_, tab, heading, message) => {
    const workbook = workbookOf({ Mottakere: [recipientRow('4601')] });
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((one) => (sheet.name === tab && one === heading ? 'Noe annet' : one)),
      })),
    }));
    const { register } = readRegister({ ...workbook, sheets }, now);
    expect(() => audienceOf(register, {})).toThrow(message);
    const without = readRegister(withoutTab(workbook, tab), now).register;
    expect(() => audienceOf(without, {})).toThrow(new RegExp(`no tab ${tab}`, 'u'));
  });
});

const cell = (...cells: readonly RowInput[string][]): fc.Arbitrary<RowInput[string]> =>
  fc.constantFrom(...cells);
const anyRow = fc.record({
  number: fc.constantFrom('4601', '4640', '3203', '1507', '9999', '5601', '0301', '46', '99'),
  Reservert: cell('ja', 'nei', null),
  Skriftspråk: cell('bokmål', 'nynorsk', 'nøytral', null),
  'E-post': cell('a@x.example', 'A@X.example', 'b@x.example', 'c@x.example', 'ola@@x', null),
  Sentralitet: cell(1, 5, 6, null),
});
const anyContact = fc.record({
  'E-post': cell('a@x.example', 'B@x.example', 'd@x.example', null),
  Skriftspråk: cell('bokmål', 'nynorsk', 'engelsk', null),
  Organisasjon: cell('Bergen kommune', 'Voss herad', 'Fagbladet', null),
  Lister: cell('webinar', 'webinar, reservert', 'reservert', 'arkiv', null),
});
const anyTabs = fc
  .record({
    rows: fc.uniqueArray(anyRow, { selector: ({ number }) => number, maxLength: 9 }),
    contacts: fc.array(anyContact, { maxLength: 6 }),
  })
  .map(({ rows, contacts }): TabsInput => ({
    Mottakere: rows.map(({ number, ...more }) => ({
      Nummer: number,
      Navn: `Navn ${number}`,
      Type: number.length === 2 ? 'fylkeskommune' : 'kommune',
      ...more,
    })),
    Kontakter: [
      { ID: 'K-2025-001', Navn: 'Alltid', 'E-post': 'z@x.example', Skriftspråk: 'bokmål', Lister: 'webinar' },
      ...contacts.map((more, index) => ({ ID: `K-2026-${String(index + 1)}00`, Navn: 'Kontakt', ...more })),
    ],
  }));
const anyTarget = fc.constantFrom(
  'sentralitet:5-6',
  'slag:kommune,slag:fylkeskommune,liste:webinar',
  'fylke:Vestland',
  'kommune:4601;1580',
  'liste:webinar',
  'fylke:Vestland+liste:webinar,sentralitet:1-6',
);

describe('every choice of recipients', () => {
  it('puts each who was meant in one place, nobody reserved, one per address', () => {
    fc.assert(
      fc.property(anyTabs, anyTarget, (tabs, target) => {
        const register = registerWith(tabs);
        const { chosen, leftOut, counts } = audienceOf(register, { target });
        const ids = [...chosen, ...leftOut].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(counts.nb + counts.nn).toBe(chosen.length);
        const addresses = chosen.map(({ address }) => comparedAddress(address));
        expect(new Set(addresses).size).toBe(addresses.length);
        const reserved = [
          ...register.recipients.filter((row) => row.reserved),
          ...register.contacts.filter(({ lists }) => lists?.includes('reservert') === true),
        ].map(({ email = '' }) => comparedAddress(email));
        expect(addresses.filter((address) => reserved.includes(address))).toEqual([]);
        expect([...chosen.map(({ id }) => id)]).toEqual(chosen.map(({ id }) => id).toSorted());
        for (const { cause } of leftOut) {
          if (cause.code === 'duplicate') expect(chosen.map(({ id }) => id)).toContain(cause.of);
        }
      }),
    );
  });

  it('loses nobody: everyone of a wide target is chosen or left out', () => {
    fc.assert(
      fc.property(anyTabs, (tabs) => {
        const register = registerWith(tabs);
        const { chosen, leftOut } = audienceOf(register, {
          target: 'slag:kommune,slag:fylkeskommune,liste:webinar',
        });
        const refused = register.tabs.recipients?.refused.size ?? 0;
        const onList = register.contacts.filter(({ lists }) => lists?.includes('webinar') === true).length;
        expect(chosen.length + leftOut.length).toBe(register.recipients.length + refused + onList);
      }),
    );
  });

  it('gives each the standard that it has decided on', () => {
    fc.assert(
      fc.property(anyTabs, fc.constantFrom('nb' as const, 'nn' as const), (tabs, standardDefault) => {
        const register = registerWith(tabs);
        const target = 'fylke:Vestland+slag:kommune';
        const { chosen } = audienceOf(register, { target, standardDefault });
        for (const { id, standard } of chosen) {
          const decision = register.recipients.find(({ number }) => number === id)?.decision;
          expect(standard).toBe(decision === 'neutral' ? 'nn' : decision);
        }
      }),
    );
  });
});

describe('those who got an earlier mailing', () => {
  const mailing = 'A-2026-031.announcement.r1';
  const register = registerWith({
    Mottakere: ['4601', '4640', '0301'].map((number) => recipientRow(number)),
    Kontakter: [
      {
        ID: 'K-2026-001',
        Navn: 'Planlegger',
        'E-post': 'K@post.example',
        Skriftspråk: 'bokmål',
        Lister: 'webinar',
      },
    ],
    Utsendelser: [
      eventRow(mailing, 'post@nr4601.example', 'krevd'),
      eventRow(mailing, 'post@nr4601.example', 'sendt'),
      eventRow(mailing, 'post@nr4640.example', 'feilet'),
      eventRow(mailing, 'k@post.example', 'uavklart'),
      eventRow(mailing, 'borte@post.example', 'sendt'),
      eventRow('A-2026-032.announcement.r1', 'post@nr0301.example', 'sendt'),
    ],
  });
  const found = audienceOf(register, { reached: reachedBy(register.ledger, [mailing], keyIn) });

  it('are those whose last event says so, wherever they are', () => {
    expect(found.chosen.map(({ id }) => id)).toEqual(['4601', 'K-2026-001']);
    expect(found.target).toBeUndefined();
  });

  it('are listed with the reason where it did not reach them, or the register no longer has their address', () => {
    expect(found.leftOut).toEqual([
      { id: '4640', name: 'Sogndal', cause: { code: 'not-reached', event: 'feilet' } },
      { id: '', name: 'b***@post.example', cause: { code: 'address-gone' } },
    ]);
    expect(audienceLines(found).slice(-3)).toEqual([
      '2 left out:',
      '  1: did not get the mailing before («feilet» in Utsendelser): 4640 Sogndal',
      '  1: got the mailing before at an address that the register no longer has: b***@post.example',
    ]);
    expect(recipientTable(found, 'nb').filter((row) => row.includes('nei'))).toEqual([
      ['4640', 'Sogndal', '', '', 'nei', 'fikk ikke det som kom før («feilet» i Utsendelser)'],
      [
        '',
        'b***@post.example',
        '',
        '',
        'nei',
        'adressen som fikk det som kom før, står ikke lenger i registeret',
      ],
    ]);
  });

  it('count once however many mailings they got, and as reached when one of them arrived', () => {
    const again = 'A-2026-031.reminder-7.r1';
    const tabs = {
      Mottakere: [recipientRow('4601')],
      Utsendelser: [
        eventRow(mailing, 'post@nr4601.example', 'sendt'),
        eventRow(again, 'post@nr4601.example', 'i retur'),
        eventRow(mailing, 'borte@post.example', 'sendt'),
        eventRow(again, 'borte@post.example', 'feilet'),
        eventRow(again, 'bort@post.example', 'feilet'),
      ],
    };
    const reached = reachedBy(registerWith(tabs).ledger, [mailing, again], keyIn);
    const { chosen, leftOut } = audience(tabs, { reached });
    expect(chosen.map(({ id }) => id)).toEqual(['4601']);
    expect(leftOut.map(({ cause }) => cause.code)).toEqual(['address-gone', 'not-reached']);
  });

  it('keep the standard of the county that the mailing was aimed at', () => {
    const reached = reachedBy(register.ledger, [mailing], keyIn);
    expect(standardsById(audienceOf(register, { reached, target: 'fylke:Vestland' }))['4601']).toBe(
      'nn area-majority',
    );
  });

  it('who are neutral get what they got last, unless another is asked for', () => {
    const again = 'A-2026-031.moved.r1';
    const tabs = {
      Mottakere: ['4601', '4640', '1505'].map((number) => recipientRow(number)),
      Utsendelser: [
        eventRow(mailing, 'post@nr4601.example', 'sendt', { skriftspråk: 'bokmål' }),
        eventRow(mailing, 'post@nr4640.example', 'sendt', { skriftspråk: 'bokmål' }),
        eventRow(mailing, 'post@nr1505.example', 'sendt'),
        eventRow(again, 'post@nr4601.example', 'sendt', { skriftspråk: 'nynorsk' }),
      ],
    };
    const { ledger } = registerWith(tabs);
    const reached = reachedBy(ledger, [mailing, again], keyIn);
    expect(standardsById(audience(tabs, { reached }))).toEqual({
      '4601': 'nn as-before',
      '4640': 'nn decision',
      '1505': 'nb mailing-default',
    });
    const asked = audience(tabs, { reached, standardDefault: 'nb' });
    expect(standardsById(asked)['4601']).toBe('nb mailing-default');
  });
});

it('takes ten thousand recipients in its stride', () => {
  const contacts = Array.from({ length: 10_000 }, (_, index) => ({
    ID: `K-2026-${String(index + 1).padStart(5, '0')}`,
    Navn: `Kontakt ${String(index)}`,
    'E-post': `k${String(index)}@post.example`,
    Skriftspråk: index % 2 === 0 ? 'bokmål' : 'nynorsk',
    Lister: 'webinar',
  }));
  const found = audience({ Kontakter: contacts }, { target: 'liste:webinar' });
  expect(found.counts).toEqual({ nb: 5_000, nn: 5_000 });
  const first: ChosenRecipient | undefined = found.chosen[0];
  expect(first?.id).toBe('K-2026-00001');
});
