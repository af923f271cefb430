import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { calledTo } from '../../src/papers/agenda/called.ts';
import { audienceOf, today } from '../support/audience.ts';
import { isInvited, uninvitedParties } from '../../src/register/invited.ts';
import { isReserving, mayInvite, mayReserve, namesIn, remarksNoMail } from '../../src/register/list-names.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { workbookOf, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { meeting, now } from '../support/rules.ts';

describe('the list of those who are called', () => {
  it.each([
    ...['kvartalsmøter', 'Kvartalsmote', 'kvartalsmoeter', 'kvartalsmøtet', 'Kvartalsmøtene', 'kvartalmøte'],
    ...[
      'kvartalsvise møte',
      'møte kvartal',
      'innkalling kvartalsmøte',
      'Quarterly meeting',
      'kvartals møter',
    ],
    ...['kvartalsmøta', 'kvartals-møte', 'kvartalsmøde', 'kvartalsmøteinnkalling', 'kv.møte', 'kvaralsmøte'],
  ])('«%s» may be meant for it', (name) => {
    expect([mayInvite(name), isInvited({ lists: [name] }, today)]).toEqual([true, false]);
  });

  it.each([
    'kvartalsmøte',
    ' KVARTALSMØTE',
    'kvartalsmøte.',
    'kvartalsmo\u0308te'.normalize('NFC').replace('ö', 'ø'),
  ])('«%s» is it', (name) => {
    expect([mayInvite(name), isInvited({ lists: [name] }, today)]).toEqual([false, true]);
  });

  it.each([
    'kvartalsrapport',
    'kvartalsvis nyhetsbrev',
    'styremøte',
    'årsmøte',
    'partnermøte',
    'webinar',
    'arkiv',
    'nyhetsbrev',
  ])('«%s» is another', (name) => {
    expect([mayInvite(name), mayReserve(name)]).toEqual([false, false]);
  });

  it.each([
    ['kvartalsmøte og nyhetsbrev', ['kvartalsmøte', 'nyhetsbrev']],
    ['nyhetsbrev/kvartalsmøter', ['nyhetsbrev', 'kvartalsmøter']],
    ['reservert & webinar', ['reservert', 'webinar']],
    ['plan og bygg', ['plan og bygg']],
  ])('«%s» holds %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('the list of the reserved', () => {
  it.each([
    ...[
      'reservet',
      'reservasjon',
      'Ja, reservert',
      'Reservert mot e-post',
      'resevert',
      'reserveret',
      'avmeldt',
    ],
    ...[
      'ønsker ikke e-post',
      'ønskjer ikkje epost',
      'ikke send',
      'ingen utsendelser',
      'nei takk',
      'vil ikke ha mail',
    ],
    ...['opt-out', 'Utmeldt', 'frabedt', 'e-post: nei', 'epost nei', 'e-post ikkje'],
  ])('«%s» may be meant for it', (name) => {
    expect(mayReserve(name)).toBe(true);
  });

  it.each(['reservert', 'Reservert.', ' RESERVERT '])('«%s» is it', (name) => {
    expect([mayReserve(name), isReserving([name])]).toEqual([false, true]);
  });

  it.each<[string, boolean]>([
    ['Ønsker ikke e-post', true],
    ['Reservert 12.03.2026', true],
    ['Ikke lenger reservert', false],
    ['Reserverte møterom for oss i fjor', false],
    ['Ny ordfører', false],
  ])('the remark «%s» says so: %s', (remark, says) => {
    expect(remarksNoMail(remark)).toBe(says);
  });
});

const contact = (ID: string, cells: RowInput): RowInput => ({
  ...{ ID, Navn: `Kontakt ${ID}`, 'E-post': `${ID.toLowerCase()}@x.example`, Skriftspråk: 'bokmål' },
  ...cells,
});

const checked = (tabs: TabsInput, ...codes: readonly string[]): readonly Problem[] =>
  readRegister(workbookOf(tabs), now).problems.filter(({ code }) => codes.includes(code));

describe('what is told', () => {
  it('a slip for the list of those who are called is an error', () => {
    const Kontakter = [contact('K-2026-001', { Lister: 'webinar; Kvartalsmoter' })];
    expect(checked({ Kontakter }, 'list-near')).toMatchObject([
      { level: 'error', at: { column: 'Lister' }, value: 'Kvartalsmoter', args: { nearest: 'kvartalsmøte' } },
    ]);
  });

  it('the rarer of two names that are nearly one is a warning', () => {
    const Kontakter = ['webinar', 'webinar', 'webinarer', 'arkiv', 'arkivet', 'seminar'].map(
      (Lister, index) => contact(`K-2026-00${String(index + 1)}`, { Lister }),
    );
    expect(checked({ Kontakter }, 'list-near').map(({ level, value }) => [level, value])).toEqual([
      ['warning', 'webinarer'],
      ['warning', 'arkivet'],
    ]);
  });

  it('a slip for the list of those who get digests is a warning, if only one contact has it', () => {
    const lists = ['orienteringer', 'Orienteringa', 'orientring', 'orientering til partner', 'orientering'];
    const Kontakter = lists.map((Lister, index) => contact(`K-2026-00${String(index + 1)}`, { Lister }));
    expect(checked({ Kontakter }, 'list-near').map(({ level, value, args }) => [level, value, args])).toEqual(
      lists.slice(0, 4).map((name) => ['warning', name, { nearest: 'orientering', invites: false }]),
    );
    const alone = [contact('K-2026-001', { Lister: 'orienteringer' })];
    expect(checked({ Kontakter: alone }, 'list-near')).toHaveLength(1);
    const other = [contact('K-2026-001', { Lister: 'orienteringsmøte, prioritering' })];
    expect(checked({ Kontakter: other }, 'list-near')).toEqual([]);
  });

  it('who is meant but not called, where a whole party has the slip', () => {
    const Kontakter = [
      contact('K-2026-001', { Lister: 'kvartalsmøter', Part: 'Bylivsenteret' }),
      contact('K-2026-002', { Lister: 'kvartalsmøte', Part: 'Distriktssenteret' }),
      contact('K-2026-003', { Lister: 'kvartalsmøter', Part: 'Bylivsenteret', Sluttet: '01.11.2026' }),
    ];
    const Aktiviteter = [meeting({ ID: 'A-2026-004', Start: '09.12.2026 10:00', Status: 'Bekreftet' })];
    const { register } = readRegister(workbookOf({ Kontakter, Aktiviteter }), now);
    expect(calledTo(register, 'A-2026-004')).toEqual({
      ...{ isAnybody: true, uninvited: ['bylivsenteret'] },
      meant: [{ id: 'K-2026-001', name: 'Kontakt K-2026-001', list: 'kvartalsmøter' }],
    });
  });

  it('a party that nobody is called from, once a meeting is coming', () => {
    const Kontakter = [
      contact('K-2026-001', { Lister: 'kvartalsmøte', Part: 'Bylivsenteret' }),
      contact('K-2026-002', { Lister: 'kvartalsmøter', Part: 'Distriktssenteret' }),
    ];
    const Aktiviteter = [meeting({ Start: '09.12.2026 10:00', Status: 'Bekreftet' })];
    expect(checked({ Kontakter, Aktiviteter }, 'party-not-invited')).toMatchObject([
      { level: 'warning', at: { tab: 'Kontakter' }, args: { party: 'Distriktssenteret' } },
    ]);
    expect(checked({ Kontakter }, 'party-not-invited')).toEqual([]);
    expect(uninvitedParties([{ lists: ['kvartalsmøte'], party: 'both' }], today)).toEqual([]);
  });
});

describe('whoever may have asked for no mail', () => {
  const tabs: TabsInput = {
    Kontakter: [
      contact('K-2026-001', { Lister: 'webinar, reservet' }),
      contact('K-2026-002', { Lister: 'webinar' }),
      contact('K-2026-003', { Lister: 'webinar', 'E-post': 'K-2026-001@X.example' }),
      contact('K-2026-004', { Lister: 'webinar', Rolle: 'leder (reservert)' }),
    ],
    Mottakere: [
      {
        ...{ Nummer: '4601', Navn: 'Bergen', Type: 'kommune', Skriftspråk: 'nøytral' },
        ...{ 'E-post': 'post@bergen.example', Merknad: 'Ønsker ikke e-post fra oss' },
      },
    ],
  };

  it('gets none, by any row', () => {
    const { register } = readRegister(workbookOf(tabs), now);
    const { chosen, leftOut } = audienceOf(register, { target: 'liste:webinar,kommune:4601' });
    expect(chosen.map(({ id }) => id)).toEqual(['K-2026-002']);
    expect(leftOut.map(({ id, cause }) => [id, cause.code])).toEqual([
      ['4601', 'maybe-reserved'],
      ['K-2026-001', 'maybe-reserved'],
      ['K-2026-003', 'suppressed'],
      ['K-2026-004', 'maybe-reserved'],
    ]);
  });

  it('is told of, with what to write', () => {
    expect(
      checked(tabs, 'reservation-unclear').map(({ level, value, args }) => [level, value, args]),
    ).toEqual([
      ['error', 'reservet', { column: 'Lister', write: 'reservert' }],
      ['error', 'leder (reservert)', { column: 'Lister', write: 'reservert' }],
      ['error', 'Ønsker ikke e-post fra oss', { column: 'Reservert', write: 'ja' }],
    ]);
  });
});
