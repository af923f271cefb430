import { describe, expect, it } from 'vitest';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import { pollEntries } from '../../../src/papers/due/polls.ts';
import { choiceOf } from '../../../src/papers/plan/chosen.ts';
import { bestTimes, pollOf } from '../../../src/papers/plan/poll.ts';
import { pollRows } from '../../../src/papers/plan/poll-rows.ts';
import type { Register } from '../../../src/register/register.ts';
import { dateCell, nowAt, type RowInput } from '../../support/build-workbook.ts';
import { dayAt } from '../../sample/days.ts';
import { found } from '../../support/rules.ts';
import { here, now, registerWith } from '../../support/webinars.ts';

const today = dayAt('2026-11-23');
const id = 'A-2027-001';
const meeting: RowInput = {
  ...{ ID: id, Type: 'Kvartalsmøte', Tittel: 'Kvartalsmøte', Part: 'Bylivsenteret', Status: 'Idé' },
  Start: dateCell('2027-03-11T10:00'),
};

const contact = (number: number, Navn: string, Part: string, more: RowInput = {}): RowInput => ({
  ...{ ID: `K-2026-00${String(number)}`, Navn, Part, Lister: 'kvartalsmøte' },
  ...more,
});
const Kontakter = [
  contact(1, 'Kari', 'Bylivsenteret'),
  contact(2, 'Ola', 'Distriktssenteret'),
  contact(3, 'Mia', 'Distriktssenteret'),
];

const days = ['2027-03-11', '2027-03-18', '2027-03-04'];

/** The answers of each about the three days, in the order of `days`; `.` for none. */
function answers(of: Readonly<Record<string, string>>, more: RowInput = {}): readonly RowInput[] {
  const words: Readonly<Record<string, string | null>> = {
    y: 'passer',
    i: 'kan hvis nødvendig',
    n: 'nei',
    '.': null,
  };
  return Object.entries(of).flatMap(([who, said]) =>
    said.split('').map((answer, index) => ({
      ...{
        Møte: `${id} · Kvartalsmøte`,
        Navn: who,
        Start: dateCell(`${days[index] ?? ''}T10:00`),
        Slutt: '11:30',
      },
      ...{ Svar: words[answer] ?? null, Svarfrist: dateCell('2026-12-01'), ...more },
    })),
  );
}

const registerOf = (Datoforslag: readonly RowInput[], more: RowInput = {}): Register =>
  registerWith({ Aktiviteter: [{ ...meeting, ...more }], Kontakter, Datoforslag });

const best = (of: Readonly<Record<string, string>>): readonly string[] =>
  bestTimes(pollOf(registerOf(answers(of)), id, today)!, now).map(({ start }) => start.slice(0, 10));

describe('the day that suits most', () => {
  it.each([
    ['most can come', { Kari: 'yyn', Ola: 'yny', Mia: 'yyn' }, ['2027-03-11']],
    ['of as many, most would rather', { Kari: 'iyn', Ola: 'iyn', Mia: 'yyn' }, ['2027-03-18']],
    ['«passer» counts twice', { Kari: 'iyn', Ola: 'iyn', Mia: 'inn' }, ['2027-03-18']],
    ['as many points, more can come', { Kari: 'iin', Ola: 'yin', Mia: 'nin' }, ['2027-03-18']],
    ['both parties can', { Kari: 'nyn', Ola: 'yyn', Mia: 'ynn' }, ['2027-03-18']],
    ['several suit alike', { Kari: 'yyn', Ola: 'yyn', Mia: 'yyn' }, ['2027-03-11', '2027-03-18']],
    ['nobody can', { Kari: 'nnn', Ola: 'nnn' }, []],
  ])('%s', (_, of, expected) => {
    expect(best(of)).toEqual(expected);
  });

  it('has nobody of a party that has not answered', () => {
    const poll = pollOf(registerOf(answers({ Kari: 'yyn', Ola: '...', Mia: '...' })), id, today)!;
    expect(poll.times.map(({ without }) => without.join())).toEqual([
      'bylivsenteret,distriktssenteret',
      'distriktssenteret',
      'distriktssenteret',
    ]);
  });

  it('is never past', () => {
    const poll = pollOf(registerOf(answers({ Kari: 'yny', Ola: 'yny' })), id, today)!;
    expect(bestTimes(poll, nowAt('2027-03-05T08:00')).map(({ start }) => start)).toEqual([
      '2027-03-11T10:00',
    ]);
  });
});

describe('a poll', () => {
  it('does not read a cross as an answer: many use it for a day that does not suit', () => {
    const crossed = answers({ Kari: 'yyy', Ola: 'n..' }).map((row) =>
      row['Svar'] === 'passer' ? { ...row, Svar: 'x' } : row,
    );
    expect(registerOf(crossed).answers.filter(({ answer }) => answer === 'yes')).toEqual([]);
    expect(registerOf(crossed).answers.length).toBe(
      registerOf(answers({ Kari: 'yyy', Ola: 'n..' })).answers.length - 3,
    );
  });

  it('knows who has not answered, and leaves out who has left', () => {
    const rows = answers({ Kari: 'y..', 'K-2026-002': '...', Mia: '...' });
    const left = Kontakter.map((one) =>
      one['Navn'] === 'Mia' ? { ...one, Sluttet: dateCell('2026-11-01') } : one,
    );
    const poll = pollOf(
      registerWith({ Aktiviteter: [meeting], Kontakter: left, Datoforslag: rows }),
      id,
      today,
    );
    expect(poll).toMatchObject({ deadline: '2026-12-01', silent: [{ name: 'Ola' }] });
    expect(poll?.voters.map(({ name }) => name)).toEqual(['Kari', 'Ola']);
  });

  it('gets the rows that are missing, and no other', () => {
    const register = registerOf(answers({ Kari: 'y..', Ola: '...' }));
    const times = [{ start: nowAt('2027-03-11T10:00'), end: nowAt('2027-03-11T11:30') }];
    const rows = pollRows(register, { id, title: 'Kvartalsmøte' }, times, dayAt('2026-12-01'));
    expect(rows.map(({ cells }) => cells)).toEqual([
      {
        ...{ Møte: `${id} · Kvartalsmøte`, Navn: 'K-2026-003 · Mia', Svarfrist: { day: '2026-12-01' } },
        ...{ Start: { wallTime: '2027-03-11T10:00' }, Slutt: { wallTime: '2027-03-11T11:30' } },
      },
    ]);
  });

  it('counts two different answers of one person as none, and says so', () => {
    const twice = [...answers({ Kari: 'y', Ola: 'y' }), ...answers({ Kari: 'n' })];
    expect(pollOf(registerOf(twice), id, today)?.times[0]?.answers).toMatchObject({
      yes: [{ name: 'Ola' }],
      no: [],
    });
    const reported = found('answer-twice', { Aktiviteter: [meeting], Kontakter, Datoforslag: twice });
    expect(reported).toMatchObject([
      { level: 'warning', value: 'passer', args: { rows: [4] }, at: { cell: 'E2' } },
      { level: 'warning', value: 'passer ikke', args: { rows: [2] }, at: { cell: 'E4' } },
    ]);
    const same = [...answers({ Kari: 'y' }), ...answers({ Kari: 'y' })];
    expect(found('answer-twice', { Aktiviteter: [meeting], Kontakter, Datoforslag: same })).toEqual([]);
  });

  it('has its odd cells reported', () => {
    const rows = (more: RowInput) => ({
      Aktiviteter: [meeting],
      Kontakter,
      Datoforslag: answers({ Kari: 'y' }, more),
    });
    expect(found('unknown-value', rows({ Svar: 'tja' }))).toHaveLength(1);
    expect(found('date-too-vague', rows({ Start: 'mars 2027', Slutt: null }))).toHaveLength(1);
    expect(found('reference-unknown', rows({ Møte: 'A-2027-009' }))).toHaveLength(1);
    expect(found('contact-unknown', rows({ Navn: 'K-2026-009' }))).toHaveLength(1);
    const webinar = { ...meeting, Type: 'Webinar' };
    expect(found('reference-type', { ...rows({}), Aktiviteter: [webinar] })).toHaveLength(1);
    expect(found('answer-twice', rows({}))).toEqual([]);
  });
});

describe('the due list', () => {
  const entries = (register: Register, at = now) =>
    pollEntries({ register, now: at, ...here() }).map(({ notes, ...entry }) => ({
      ...entry,
      note: wordNotes(notes, 'en'),
    }));

  it('says who has not answered, late from the deadline on', () => {
    const register = registerOf(answers({ Kari: 'y..', Ola: '...' }));
    expect(entries(register)).toMatchObject([
      { name: 'A-2027-001 poll', state: 'due', note: '1 of 2 have not answered, by 2026-12-01: Ola' },
    ]);
    expect(entries(register, nowAt('2026-12-02T08:00'))).toMatchObject([
      { state: 'overdue', since: '2026-12-01' },
    ]);
    expect(entries(register, nowAt('2027-04-02T08:00'))).toMatchObject([{ state: 'lapsed' }]);
  });

  it('asks for the decision, and then for the status; nothing once it is planned', () => {
    const rows = answers({ Kari: 'nyn', Ola: 'nyn' });
    const proposed = {
      ...{ Slutt: '11:30', Merknad: 'Foreslått av Felles: torsdag 11. mars 2027 kl. 10.00–11.30.' },
    };
    expect(entries(registerOf(rows, proposed))).toMatchObject([
      { command: 'plan -- --decide A-2027-001 --write' },
    ]);
    const set = entries(registerOf(rows, { Start: dateCell('2027-03-18T10:00') }));
    expect(set).toMatchObject([
      { matter: 'pollStatus', note: 'all have answered, and Start has 2027-03-18 10:00' },
    ]);
    expect(entries(registerOf(rows, { Status: 'Planlagt', Start: dateCell('2027-03-18T10:00') }))).toEqual(
      [],
    );
  });

  // Of a poll with three days, of which the row has the first.
  const polls = {
    none: answers({}),
    open: answers({ Kari: 'ynn', Ola: '...' }),
    unanswered: answers({ Kari: '...', Ola: '...' }),
    'all for its day': answers({ Kari: 'ynn', Ola: 'ynn' }),
    'all for another': answers({ Kari: 'nyn', Ola: 'nyn' }),
  };
  const silent = (count: number): RegExp => new RegExp(`^${String(count)} of 2 have not answered`, 'u');
  const other = /^all have answered, and Start has 2027-03-11 10:00$/u;
  it.each<[string, Readonly<Partial<Record<keyof typeof polls, RegExp>>>]>([
    [
      'Idé',
      {
        ...{ open: silent(1), unanswered: silent(2) },
        ...{ 'all for its day': other, 'all for another': /^all have answered$/u },
      },
    ],
    ['Planlagt', { open: silent(1), unanswered: silent(2), 'all for another': other }],
    ['Bekreftet', { open: silent(1), unanswered: silent(2), 'all for another': other }],
    ['Pågår', {}],
    ['Gjennomført', {}],
    ['Avlyst', {}],
  ])(
    'of a meeting that is %s asks for what is open, and for nothing once it is chosen',
    (state, expected) => {
      for (const [name, rows] of Object.entries(polls)) {
        const more = {
          ...{ Status: state, Slutt: '11:30' },
          Merknad: 'Foreslått av Felles: torsdag 11. mars 2027 kl. 10.00–11.30.',
        };
        const notes = entries(registerOf(rows, more)).map(({ note = '' }) => note);
        const wanted = expected[name as keyof typeof polls];
        expect(notes, name).toEqual(wanted === undefined ? [] : [expect.stringMatching(wanted)]);
        const time = { start: nowAt('2027-03-11T10:00'), end: nowAt('2027-03-11T11:30') };
        const chosen = {
          ...registerOf(rows, more),
          statements: [
            { ...choiceOf(id, time, '2026-11-20T10:00:00Z'), at: registerOf(rows).activities[0]!.at },
          ],
        };
        const left = entries(chosen).map(({ note = '' }) => note);
        const asks = state === 'Idé' && name !== 'none';
        expect(left, name).toEqual(asks ? [expect.stringMatching(/, and Start has 2027-03-11 10:00$/u)] : []);
      }
    },
  );

  it('lets the day of a planned meeting stand where it suits most when the time to answer is over', () => {
    const late = (rows: readonly RowInput[]) =>
      entries(registerOf(rows, { Status: 'Planlagt' }), nowAt('2026-12-02T08:00')).map(({ state }) => state);
    expect(late(polls.open)).toEqual([]);
    expect(late(polls.unanswered)).toEqual(['overdue']);
    expect(entries(registerOf(polls.unanswered, { Status: 'Planlagt' }), nowAt('2027-03-20T08:00'))).toEqual(
      [],
    );
  });

  it('asks about another day again once somebody has written one after the choice', () => {
    const time = { start: nowAt('2027-03-11T10:00'), end: undefined };
    const moved = registerOf(polls['all for another'], {
      Status: 'Planlagt',
      Start: dateCell('2027-03-04T10:00'),
    });
    const statements = [{ ...choiceOf(id, time, '2026-11-20T10:00:00Z'), at: moved.activities[0]!.at }];
    expect(entries({ ...moved, statements })).toMatchObject([
      { command: 'plan -- --decide A-2027-001 --write' },
    ]);
  });
});
