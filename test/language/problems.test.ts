import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem, type Problem, type ProblemArguments, type ProblemCode } from '../../src/domain/problem.ts';
import { en } from '../../src/language/problems/en.ts';
import { nb } from '../../src/language/problems/nb.ts';
import { nn } from '../../src/language/problems/nn.ts';
import { wordProblem } from '../../src/language/problems/word-problem.ts';
import { anyCodeUnits } from '../support/any-text.ts';

/** Every code with every kind of arguments it may have. A new code does not compile until it is here. */
const samples = {
  'tab-missing': [
    { needed: true },
    { needed: false },
    { needed: false, keeps: 'sent' },
    { needed: false, keeps: 'said' },
  ],
  'tab-twice': [{ other: 'Saker' }],
  'tab-copy': [{ original: 'Saker' }],
  'tab-old': [
    { replacement: 'Formidlet', left: 0 },
    { replacement: 'Formidlet', left: 1 },
    { replacement: 'Formidlet', left: 7 },
  ],
  'tab-hidden': [{}],
  'tab-renamed': [
    { names: ['Saker 2026'], isThere: false },
    { names: ['Saker 2026', 'Kopi av Saker'], isThere: false },
    { names: ['Saker 2026'], isThere: true },
  ],
  'tab-alike': [{ original: 'Saker' }],
  'headings-missing': [{ headings: ['ID', 'Tittel'] }],
  'headings-below': [{}],
  'headings-below-rows': [{ row: 2 }],
  'headings-again': [{}],
  'heading-read-as': [{ heading: 'Start' }],
  'rows-too-many': [{ count: 999_999, most: 200_000 }],
  'rows-unread': [
    { count: 1, row: 1 },
    { count: 12, row: 1 },
  ],
  'heading-missing': [{ heading: 'Tittel' }, { heading: 'Tittel', nearest: 'Titel' }],
  'columns-absent': [{ headings: ['Sted'] }, { headings: ['Sted', 'Lenke', 'Serie'] }],
  'heading-twice': [{ heading: 'E-post', letters: ['F', 'J'] }],
  'rows-hidden': [
    { count: 1, spans: ['7'] },
    { count: 3, spans: ['7–9'] },
  ],
  'rows-passed': (['filled-down', 'only-id', 'sum', 'heading', 'hint', 'note'] as const).flatMap((why) => [
    { why, count: 1, spans: ['7'] },
    { why, count: 3, spans: ['7', '9–10'] },
  ]),
  'row-looks-like': [{ as: 'sum' }, { as: 'note' }, { as: 'example' }],
  'row-unclear': [{}],
  'headings-differ': [{ row: 1, headings: ['Frist', 'Tiltak'] }],
  required: [{ heading: 'Tittel' }],
  'date-unreadable': ([{}, { takes: 'day' }, { takes: 'clock' }] as const).flatMap((takes) => [
    takes,
    { inWords: true, ...takes },
    { isSpan: true, ...takes },
  ]),
  'date-two-ways': [{ one: '2026-03-12', other: '2026-12-03' }],
  'date-no-such-day': [{}],
  'date-no-such-week': [{ year: 2027, weeks: 52 }],
  'date-too-vague': (['week', 'month', 'quarter', 'season', 'year', 'day', 'time'] as const).flatMap(
    (precision) => [
      { precision, needed: 'day' as const },
      { precision, needed: 'time' as const },
    ],
  ),
  'date-without-year': [{}, { takes: 'day' }],
  'date-weekday': [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday })),
  'date-out-of-range': [{}],
  'date-read-as': [{ day: '2026-03-12' }, { day: '2026-03-12', time: '09:00' }],
  'time-unreadable': [{}, { takes: 'day' }, { takes: 'clock' }],
  'time-skipped': [{}],
  'time-twice': [{}],
  'time-without-day': [
    { why: 'no-day' },
    { why: 'no-day', takes: 'day' },
    { why: 'start-without-time' },
    { why: 'several-days' },
  ],
  'number-unreadable': [{}],
  'number-not-whole': [{}],
  'number-out-of-range': [{ from: 1, to: 480 }],
  'yes-no-unreadable': [{}],
  'unknown-value': [{ allowed: ['Åpen', 'Utført', 'Droppet'] }, { allowed: ['Webinar'], nearest: 'Webinar' }],
  'id-unreadable': [{ example: 'A-2026-017' }],
  'number-as-id': [{ digits: 4 }],
  'email-invalid': (['several', 'form', 'mixed-scripts', 'line-break', 'hidden-characters'] as const).map(
    (why) => ({ why }),
  ),
  'email-cleaned': [{ as: 'ola@x.no' }],
  'reach-unreadable': [{ example: 'K-2026-017' }],
  'link-invalid': (
    ['not-https', 'no-host', 'user-info', 'address', 'mixed-scripts', 'hidden-characters', 'form'] as const
  ).map((why) => ({ why })),
  'cell-error': [{}],
  'formula-without-result': [{}],
  'formula-volatile': [{ formula: '=TODAY()' }],
  'text-cleaned': [{ what: 'characters' }, { what: 'direction' }, { what: 'lines' }],
  'id-missing': [{ example: 'A-2026-017' }],
  'id-merged': [{ rows: [2, 3] }],
  'id-twice': [{ rows: [9] }, { rows: [9, 12, 15] }],
  'end-before-start': [{ start: '2026-03-12' }, { start: '2026-03-12T10:00' }],
  'time-missing': [{ type: 'Kvartalsmøte' }],
  'text-twice': [{ rows: [5] }],
  'status-behind': [{ until: '2026-03-12' }],
  'setting-unreadable': [
    { needed: 'number', to: 999, usual: '10' },
    { needed: 'numbers', to: 365, usual: '7, 1' },
    { needed: 'spreadsheet-id' },
    { needed: 'folder' },
  ],
  'sample-register': [{}],
  'setting-unknown': [{ nearest: 'Minutter per sak' }],
  'reference-unknown': [{ tab: 'Aktiviteter' }, { tab: 'Aktiviteter', nearest: 'A-2026-017' }],
  'reference-refused': [{ tab: 'Aktiviteter', row: 7 }],
  'reference-blank': [{ tab: 'Aktiviteter', row: 7 }],
  'reference-type': [{ tab: 'Aktiviteter', is: 'Webinar', needed: 'Kvartalsmøte' }],
  'contact-unknown': [{}, { nearest: 'K-2026-012' }],
  'person-unknown': [
    { count: 1 },
    { count: 3 },
    { count: 1, nearest: 'Kari Nordmann' },
    { count: 2, nearest: 'Kari Nordmann' },
  ],
  'responsible-several': [
    { ids: ['K-2026-001', 'K-2026-002'], count: 2 },
    { ids: ['K-2026-001', 'K-2026-002'], count: 7 },
  ],
  'approval-half': [{ filled: 'Godkjent av Bylivsenteret' }],
  'approval-refused': [{ day: 'Godkjent dato Bylivsenteret' }],
  'approval-ahead': [{}],
  'left-with-work': (['activity', 'action', 'slot', 'case', 'next-step'] as const).map((work) => ({
    ...{ name: '§', left: '2026-12-01', work },
  })),
  'meetings-in-quarter': [{ quarter: 4, year: 2026, ids: ['A-2026-001', 'A-2026-002'] }],
  'quarter-without-meeting': [{ quarter: 2, year: 2027 }],
  'meeting-nowhere': [{ day: '2026-12-03' }],
  'webinar-without-link': [{}],
  'on-holiday': [
    ...(['newYear', 'maundyThursday', 'goodFriday', 'easterSunday', 'easterMonday', 'labourDay'] as const),
    ...(['constitutionDay', 'ascension', 'whitSunday', 'whitMonday', 'christmasDay', 'boxingDay'] as const),
  ].map((holiday) => ({ holiday })),
  'on-weekend': [{ weekday: 6 }, { weekday: 7 }],
  'in-blocked-time': [
    { why: 'easterWeek', weight: 'hard' },
    { why: 'july', weight: 'hard' },
    { why: 'christmas', weight: 'hard' },
    { why: 'winterBreak', weight: 'soft', week: 8 },
    { why: 'arendalsuka', weight: 'soft', week: 33 },
    { why: 'autumnBreak', weight: 'soft', week: 40 },
  ],
  'action-without-responsible': [{}],
  'action-without-deadline': [{}],
  'list-near': [
    { nearest: 'kvartalsmøte', invites: true },
    { nearest: 'webinar', invites: false },
  ],
  'title-several': [{ rows: [3, 4] }],
  'title-without-id': [{ row: 7 }],
  'title-of-another': [{ id: 'A-2026-003', other: 'A-2026-004', title: 'Bergen' }],
  'reservation-unclear': [
    { column: 'Lister', write: 'reservert' },
    { column: 'Reservert', write: 'ja' },
  ],
  'party-not-invited': [{ party: 'Distriktssenteret', list: 'kvartalsmøte' }],
  'slot-outside-activity': [{ from: '2026-03-12', to: '2026-03-13T15:00' }],
  'slots-overlap': [
    { what: 'speaker', who: 'Ordfører', id: 'P-2026-003', row: 8 },
    { what: 'room', who: 'Sal 1', id: 'P-2026-003', row: 8 },
  ],
  'treatment-newer': [{ tab: 'Behandling', row: 4, outcome: 'Behandlet' }],
  'answer-twice': [{ rows: [4] }],
  'case-number-twice': [{ rows: [4] }],
  'municipality-unknown': [{}, { nearest: '4601 Bergen' }],
  'municipality-replaced': [{ successors: ['3201 Bærum'] }, { successors: ['1508 Ålesund', '1580 Haram'] }],
  'municipality-name': [{ official: 'Bergen' }],
  'county-unknown': [{}, { nearest: 'Vestland' }],
  'county-differs': [{ official: 'Vestland' }],
  'county-replaced': [
    { successors: ['Innlandet'], several: true },
    { successors: ['Troms', 'Finnmark'], several: true },
    { successors: ['55 Troms', '56 Finnmark'], several: false },
  ],
  'place-unknown': [
    { needed: 'county', list: 'Regioner og nettverk', isThere: false },
    { needed: 'area', list: 'Regioner og nettverk', isThere: true, nearest: 'Vestland' },
  ],
  'contacts-uncoordinated': [
    { counties: ['Vestland'], party: 'Bylivsenteret', day: '2026-03-12', row: 4 },
    { counties: ['Troms', 'Finnmark'], party: 'Distriktssenteret', day: '2026-03-12', row: 4 },
  ],
  'next-step-overdue': [{ deadline: '2026-03-12' }],
  'counties-silent': [{ counties: ['Vestland'] }, { counties: ['Troms', 'Finnmark'] }],
  'standard-missing': [{}, { decided: 'nb' }, { decided: 'nn' }, { decided: 'neutral' }],
  'decision-differs': [{ decided: 'nb' }, { decided: 'nn' }, { decided: 'neutral' }],
} as const satisfies { readonly [Code in ProblemCode]: readonly ProblemArguments[Code][] };

/** The value as read is made of signs, so that words found in a wording are the wording's own. */
const value = '§§';
const at = { tab: '§', row: 7, column: '§', cell: 'B7', id: '§' };

const isCode = (code: string): code is ProblemCode => Object.hasOwn(samples, code);
const all: readonly Problem[] = Object.keys(samples)
  .filter(isCode)
  .flatMap((code) =>
    samples[code].flatMap((args) =>
      (['error', 'info'] as const).map((level) => problem(code, level, at, args, value)),
    ),
  );

const wordings = (
  standard: 'en' | 'nb' | 'nn',
): readonly { readonly what: string; readonly text: string }[] =>
  all.map((one) => {
    const { message, advice } = wordProblem(one, standard);
    return { what: `${one.code} ${JSON.stringify(one.args)}`, text: `${message} ${advice}` };
  });

/** Without what is quoted: words of the workbook, and what people typed. */
const ownWords = (text: string): string => text.replace(/«[^»]*»/gu, '«»');

describe.each(['en', 'nb', 'nn'] as const)('wordings in %s', (standard) => {
  it('say something for every problem, in whole sentences', () => {
    for (const one of all) {
      const { message, advice } = wordProblem(one, standard);
      expect(message, one.code).toMatch(/^[\dA-ZÆØÅÉ«][^\n]*\.$/u);
      expect(advice, one.code).toMatch(/^[A-ZÆØÅÉ][^\n]*[.?]$/u);
      expect(`${message} ${advice}`, one.code).not.toMatch(/undefined|null|NaN|\[object|«»| {2}|\.\.|,\./u);
    }
  });

  it('are short', () => {
    for (const { what, text } of wordings(standard)) expect(text.length, what).toBeLessThan(330);
  });

  it('leave out the place, which stands beside them', () => {
    for (const { what, text } of wordings(standard)) expect(text, what).not.toContain('B7');
  });

  it('survive any value and any arguments', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), anyCodeUnits, (one, typed) => {
        const { message, advice } = wordProblem({ ...one, value: typed }, standard);
        expect(message.length).toBeGreaterThan(5);
        expect(advice.length).toBeGreaterThan(5);
      }),
    );
  });
});

const word = (...words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?!\\p{L})`, 'iu');

describe('the language', () => {
  it('bokmål has no nynorsk in it', () => {
    const nynorsk = word(
      ...[
        'ikkje',
        'frå',
        'kva',
        'kven',
        'korleis',
        'kvifor',
        'veke',
        'eit',
        'ein',
        'kommunar',
        'berre',
        'meir',
        'stad',
      ],
      ...[
        'ho',
        'dei',
        'òg',
        'til dømes',
        'gjere',
        'manglar',
        'finst',
        'fana',
        'rada',
        'cella',
        'blir teken',
        'køyrer',
      ],
    );
    for (const { what, text } of wordings('nb')) expect(ownWords(text), what).not.toMatch(nynorsk);
  });

  it('nynorsk has no bokmål in it, and no s-passive', () => {
    // «Radene» and «vekene» are feminine, and «Felles», «elles» and «dømes» no passives.
    const bokmål = word(
      ...[
        'ikke',
        'fra',
        'hva',
        'hvem',
        'hvordan',
        'hvorfor',
        'uke',
        'en',
        'et',
        'kommuner',
        'bare',
        'mer',
        'sted',
      ],
      ...[
        'forrige',
        'også',
        'for eksempel',
        'gjøre',
        'mangler',
        'finnes',
        'de andre',
        'noe',
        'kjører',
        'være',
        'dere',
      ],
      ...['(?!rad|vek|overskrift)\\p{L}+ene', '(?!felles|elles|dømes)\\p{L}{3,}(?:es|as)'],
    );
    for (const { what, text } of wordings('nn')) expect(ownWords(text), what).not.toMatch(bokmål);
  });

  it('English has no Norwegian in it', () => {
    const norwegian = word('ikke', 'ikkje', 'eller', 'skriv', 'raden', 'fanen', 'og', 'kommune');
    for (const { what, text } of wordings('en'))
      expect(ownWords(text).replaceAll('post@kommune.example', ''), what).not.toMatch(norwegian);
  });

  it('writes Norwegian dates in the Norwegian form', () => {
    const twoWays = all.find(({ code }) => code === 'date-two-ways');
    if (twoWays === undefined) throw new Error('no such problem');
    expect(wordProblem(twoWays, 'nb').message).toBe(
      '«§§» kan være både 12.\u00A0mars 2026 og 3.\u00A0desember 2026.',
    );
    expect(wordProblem(twoWays, 'nn').message).toBe(
      '«§§» kan vere både 12.\u00A0mars 2026 og 3.\u00A0desember 2026.',
    );
    expect(wordProblem(twoWays, 'en').message).toBe('«§§» can be 12 March 2026 or 3 December 2026.');
  });

  it('says what the guides promise', () => {
    const found = problem('date-no-such-day', 'error', at, {}, '31.02.2026');
    expect(wordProblem(found, 'en')).toEqual({
      message: '«31.02.2026» is not a date.',
      advice: 'Write for example 28.02.2026.',
    });
  });

  it('knows the same codes in every language', () => {
    const codes = Object.keys(samples).sort();
    for (const words of [en, nb, nn]) expect(Object.keys(words).sort()).toEqual(codes);
  });
});
