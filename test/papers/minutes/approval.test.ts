/** Who has approved minutes: of the version that stands, by a person, on a day that has come; and when silence counts. */
import { describe, expect, it } from 'vitest';
import { masked } from '../../../src/domain/email-address.ts';
import type { StatementContent } from '../../../src/domain/statement.ts';
import { approvalOf, type Approval } from '../../../src/papers/minutes/approval.ts';
import { finalMinutes } from '../../../src/papers/minutes/final.ts';
import { minutesMailViewOf } from '../../../src/papers/minutes/mail.ts';
import { meetingsOf } from '../../../src/papers/meetings.ts';
import { withStatements } from '../../../src/papers/minutes/keep.ts';
import { nowAt, type RowInput } from '../../support/build-workbook.ts';
import { caseRow, meeting, registerOf } from '../../support/meetings.ts';

const id = 'A-2026-003';
const people = { bylivsenteret: 'kari@nal.example', distriktssenteret: 'ola@distrikt.example' };

/** A version kept at noon of a day. */
const version = (number: number, day: string): StatementContent => ({
  ...{ kind: 'minutesVersion', what: `${id}.v${String(number)}`, about: id, saidAt: `${day}T10:00:00Z` },
  facts: {},
});

/** One row of the ledger: what happened to the mailing of a version, to one address. */
interface Sent {
  readonly to: string;
  readonly on: string;
  readonly event?: string;
  readonly version?: number;
}

const mailingOf = (number: number): string => `${id}.minutes.r${String(number)}`;

const ledgerRow = ({ to, on, event = 'sendt', version: number = 1 }: Sent): RowInput => ({
  ...{ rk: `${to}${String(number)}`, sendId: mailingOf(number), mottaker: masked(to), hendelse: event },
  ...{ forsøk: '1', 'tid UTC': `${on}T10:00:00Z` },
});

interface Story {
  readonly row?: RowInput;
  readonly versions?: readonly StatementContent[];
  readonly sent?: readonly Sent[];
  readonly silence?: string;
  readonly contacts?: readonly RowInput[];
  readonly at?: string;
}

const contacts: readonly RowInput[] = [
  { ID: 'K-2026-001', Navn: 'Kari', Part: 'Bylivsenteret', 'E-post': people.bylivsenteret },
  { ID: 'K-2026-002', Navn: 'Ola', Part: 'Distriktssenteret', 'E-post': people.distriktssenteret },
];

/** What stands of the minutes of the meeting in September; the deadline is 10 October. */
function standing({ row = {}, versions = [version(1, '2026-09-21')], sent = [], ...more }: Story): Approval {
  const register = registerOf({
    Aktiviteter: [meeting(id, '2026-09-17', { Godkjenningsfrist: '10.10.2026', ...row })],
    Kontakter: [...(more.contacts ?? contacts)],
    Utsendelser: sent.map(ledgerRow),
    Oppsett: [
      { Nøkkel: 'Referat uten svar er godkjent', Verdi: more.silence ?? 'ja' },
      { Nøkkel: 'Frist for godkjenning av referat, dager', Verdi: '14' },
    ],
  });
  const mailings = [...new Set(sent.map((one) => one.version ?? 1))].map((number): StatementContent => ({
    ...{ kind: 'minutes', what: mailingOf(number), about: id, saidAt: '2026-09-21T11:00:00Z' },
    facts: { version: `${id}.v${String(number)}` },
  }));
  const [own] = register.activities;
  const all = withStatements(register, [...versions, ...mailings]);
  return approvalOf(all, own!, nowAt(`${more.at ?? '2026-10-11'}T12:00`));
}

const statesOf = (story: Story): readonly string[] => standing(story).parties.map(({ is }) => is);

const both = (on: string, more: Partial<Sent> = {}): readonly Sent[] =>
  Object.values(people).map((to) => ({ to, on, ...more }));
const [ours = '', theirs = ''] = Object.values(people);

describe('silence', () => {
  it('counts of a party that got the version that stands, once the deadline is past, where the settings say so', () => {
    const sent = both('2026-09-22');
    expect(statesOf({ sent })).toEqual(['consent', 'consent']);
    expect(standing({ sent }).isWhole).toBe(true);
    expect(statesOf({ sent, silence: 'nei' })).toEqual(['silent', 'silent']);
    // The deadline is the last day of answering.
    expect(statesOf({ sent, at: '2026-10-10' })).toEqual(['silent', 'silent']);
    expect(statesOf({ sent, row: { Godkjenningsfrist: '' } })).toEqual(['silent', 'silent']);
    expect(statesOf({ sent, versions: [] })).toEqual(['silent', 'silent']);
  });

  it.each([
    ['never sent', []],
    ['begun', [{ to: theirs, on: '2026-09-22', event: 'krevd' }]],
    ['unclear', [{ to: theirs, on: '2026-09-22', event: 'uavklart' }]],
    ['only written', [{ to: theirs, on: '2026-09-22', event: 'skrevet' }]],
    ['not sent', [{ to: theirs, on: '2026-09-22', event: 'ikke sendt' }]],
    ['refused', [{ to: theirs, on: '2026-09-22', event: 'feilet' }]],
    [
      'returned',
      [
        { to: theirs, on: '2026-09-22' },
        { to: theirs, on: '2026-09-23', event: 'i retur' },
      ],
    ],
    [
      'unsubscribed from',
      [
        { to: theirs, on: '2026-09-22' },
        { to: theirs, on: '2026-09-23', event: 'avmeldt' },
      ],
    ],
    ['sent too late', [{ to: theirs, on: '2026-09-27' }]],
    ['sent to somebody else', [{ to: 'per@distrikt.example', on: '2026-09-22' }]],
  ] satisfies readonly (readonly [string, readonly Sent[]])[])(
    'of a party whose mail was %s is no consent',
    (_what, sent) => {
      const story = { sent: [{ to: ours, on: '2026-09-26' }, ...sent] };
      expect(statesOf(story)).toEqual(['consent', 'silent']);
      expect(standing(story).isWhole).toBe(false);
    },
  );

  it('counts where one of several people of the party got it, the first of them in time', () => {
    const more = {
      ID: 'K-2026-003',
      Navn: 'Per',
      Part: 'Distriktssenteret',
      'E-post': 'per@distrikt.example',
    };
    const sent = [
      { to: theirs, on: '2026-09-22', event: 'feilet' },
      { to: 'per@distrikt.example', on: '2026-09-26' },
    ];
    expect(statesOf({ sent, contacts: [...contacts, more] })).toEqual(['silent', 'consent']);
    const late = [{ to: theirs, on: '2026-10-02' }, ...sent.slice(1)];
    expect(standing({ sent: late, contacts: [...contacts, more] }).parties[1]?.reached).toBe('2026-09-26');
  });

  it('is of nobody where the masked address may be of either party', () => {
    const shared = contacts.map((one, index) => ({ ...one, 'E-post': `a${String(index)}@post.example` }));
    expect(statesOf({ sent: [{ to: 'a0@post.example', on: '2026-09-22' }], contacts: shared })).toEqual([
      'silent',
      'silent',
    ]);
  });

  it('of a version that was replaced is no consent to the one that stands', () => {
    const versions = [version(1, '2026-09-21'), version(2, '2026-09-24')];
    expect(statesOf({ versions, sent: both('2026-09-22') })).toEqual(['silent', 'silent']);
    expect(statesOf({ versions, sent: both('2026-09-25', { version: 2 }) })).toEqual(['consent', 'consent']);
  });
});

it('the mail promises that silence counts only where it can, from the day on which it is made', () => {
  const promises = (deadline: string): boolean => {
    const register = registerOf({
      Aktiviteter: [meeting(id, '2026-09-17', { Godkjenningsfrist: deadline })],
      Saker: [caseRow(1, { Møte: id, Status: 'Behandlet', 'Behandlet i': id })],
      Oppsett: [{ Nøkkel: 'Referat uten svar er godkjent', Verdi: 'ja' }],
    });
    const now = nowAt('2026-09-21T12:00');
    const minutes = finalMinutes(register, meetingsOf(register)[0]!, now);
    return minutesMailViewOf(register, minutes, now).isSilenceConsent;
  };
  expect(['', '05.10.2026', '04.10.2026'].map(promises)).toEqual([true, true, false]);
});

describe('an approval', () => {
  const states = (by: string, on: string, more: Story = {}): string =>
    statesOf({
      silence: 'nei',
      ...more,
      row: { 'Godkjent av Bylivsenteret': by, 'Godkjent dato Bylivsenteret': on },
    })[0] ?? '';

  it.each([
    'nei',
    'Nei, se e-post',
    'Kari (nei)',
    'ikke godkjent',
    'ikkje godkjent av Kari',
    'IKKE GODKJENT',
  ])('is not what says «%s»', (by) => {
    expect(states(by, '25.09.2026')).toBe('refused');
    expect(states(by, '')).toBe('refused');
  });
  it.each([
    'avvist',
    'Avvises',
    'avslått',
    'avslege',
    'underkjent',
    'avventer',
    'no',
    'ingen',
    '?',
    'rejected',
  ])('is not what says «%s»', (by) => {
    expect(states(by, '25.09.2026')).toBe('refused');
  });
  it.each([
    'Kari',
    'Neira Berg',
    'No Min-jun',
    'Fagsjef',
    'Noor Ikkelund',
    'K-2026-001',
    'Kari Nordmann, NAL',
  ])('is what names «%s»', (by) => {
    expect(states(by, '25.09.2026')).toBe('approved');
  });

  it('is not on a day to come, and needs its day and its name', () => {
    expect(states('Kari', '11.10.2026')).toBe('approved');
    expect(states('Kari', '12.10.2026')).toBe('ahead');
    expect(states('Kari', '')).toBe('half');
    expect(states('', '25.09.2026')).toBe('half');
  });

  it('is of the version that the approver can have seen', () => {
    const two = [version(1, '2026-09-21'), version(2, '2026-09-28')];
    expect(states('Kari', '21.09.2026')).toBe('approved');
    // Before the only version was kept, of the minutes that it was made from; not before the meeting.
    expect(states('Kari', '20.09.2026')).toBe('approved');
    expect(states('Kari', '16.09.2026')).toBe('earlier');
    expect(states('Kari', '20.09.2026', { versions: two })).toBe('earlier');
    expect(states('Kari', '20.09.2026', { versions: [] })).toBe('approved');
    expect(states('Kari', '27.09.2026', { versions: two })).toBe('earlier');
    expect(states('Kari', '28.09.2026', { versions: two })).toBe('unclear');
    expect(states('Kari', '29.09.2026', { versions: two })).toBe('approved');
    const row = { 'Godkjent av Bylivsenteret': 'Kari', 'Godkjent dato Bylivsenteret': '29.09.2026' };
    const three = [...two, version(3, '2026-10-05')];
    expect(standing({ row, versions: three }).parties[0]).toMatchObject({ is: 'earlier', version: 2 });
    expect(standing({ row, versions: three })).toMatchObject({
      version: 3,
      on: '2026-10-05',
      isWhole: false,
    });
  });
});
