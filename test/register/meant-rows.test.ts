import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { peopleIn } from '../../src/register/people.ts';
import { withoutIds } from '../../src/register/contact-index.ts';
import { titled } from '../../src/register/cells/id.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { nowAt, workbookOf, type TabsInput } from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');
const read = (rows: TabsInput) => readRegister(workbookOf(rows), now);

const activity = (id: string, title: string) => ({
  ...{ ID: id, Tittel: title, Type: 'Webinar', Part: 'Felles', Status: 'Planlagt' },
  Ansvarlig: 'Bylivsenteret',
});
const activities = [
  activity('A-2026-003', 'Boliger i sentrum'),
  activity('A-2026-004', 'Handel, service og møteplasser'),
  activity('A-2026-005', 'To ganger'),
  activity('A-2026-006', 'To ganger'),
  activity('', 'Nytt møte'),
];

/** What a text that points to an activity by these words is read as. */
function pointing(words: string) {
  const row = { ID: 'B-2026-001', Skriftspråk: 'bokmål', Tittel: 'Ny tekst', Aktivitet: words };
  const { register, problems } = read({ Aktiviteter: activities, Tekster: [row] });
  return {
    activity: register.texts[0]?.activity,
    problems: problems.filter(({ at }) => at.column === 'Aktivitet').map(({ code, args }) => [code, args]),
  };
}

describe('a cell that points to a row', () => {
  test.each([
    ['an ID', 'A-2026-003'],
    ['an ID and its title', 'A-2026-003 · Boliger i sentrum'],
    ['an ID and a title of before', 'A-2026-003 · Boligar i sentrum og rundt'],
    ['a typed ID and its title', ' a - 2026 – 003·Boliger i sentrum '],
    ['the title alone', 'Boliger i sentrum'],
    ['the title as people type it', '  boliger  i Sentrum'],
  ])('may hold %s', (_, words) => {
    expect(pointing(words)).toEqual({ activity: 'A-2026-003', problems: [] });
  });

  it('with a title that several have is not read, and names them', () => {
    expect(pointing('To ganger')).toEqual({
      activity: undefined,
      problems: [['title-several', { rows: [4, 5] }]],
    });
  });

  it('with the title of a row that has no ID yet is not read, and names the row', () => {
    expect(pointing('Nytt møte')).toEqual({
      activity: undefined,
      problems: [['title-without-id', { row: 6 }]],
    });
  });

  it('with a title of nobody is not read', () => {
    expect(pointing('Boliger').problems).toEqual([['id-unreadable', { example: 'A-2026-017' }]]);
  });

  it('with the title of another row goes by its ID, and says so', () => {
    expect(pointing('A-2026-004 · Boliger i sentrum')).toEqual({
      activity: 'A-2026-004',
      problems: [['title-of-another', { id: 'A-2026-004', other: 'A-2026-003', title: 'Boliger i sentrum' }]],
    });
  });

  it('never throws, and goes by the ID before any title', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (title) => {
        expect(pointing(titled('A-2026-003', title)).activity).toBe('A-2026-003');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list of rows', () => {
  const used = (words: string): readonly string[] | undefined => {
    const row = { ...{ ID: 'F-2026-001', Tittel: 'Torget', Kommune: 'Bergen' }, 'Brukt i': words };
    return read({ Aktiviteter: activities, Forbilder: [row] }).register.examples[0]?.usedIn;
  };

  test.each([
    ['A-2026-003, A-2026-004', ['A-2026-003', 'A-2026-004']],
    ['A-2026-004 · Handel, service og møteplasser', ['A-2026-004']],
    [
      'A-2026-004 · Handel, service og møteplasser, A-2026-003 · Boliger i sentrum',
      ['A-2026-004', 'A-2026-003'],
    ],
    ['Handel, service og møteplasser', ['A-2026-004']],
    ['Boliger i sentrum; A-2026-004', ['A-2026-003', 'A-2026-004']],
    ['BYLIVkonferansen, Boliger i sentrum', ['BYLIVkonferansen', 'A-2026-003']],
  ])('«%s»', (words, expected) => {
    expect(used(words)).toEqual(expected);
  });
});

describe('a contact with the name after the ID', () => {
  const contacts = [{ id: 'K-2026-001', name: 'Kari Nordmann' }];

  it('is the one with the ID, alone and among others', () => {
    const found = peopleIn(contacts).find('K-2026-001 · Kari Nordmann, plansjef');
    expect(found[0]).toMatchObject({ is: 'contact', contact: { id: 'K-2026-001' } });
  });

  it('is printed as the name, once', () => {
    const nameOf = (): string => 'Kari Nordmann';
    expect(withoutIds('K-2026-001 · Kari Nordmann', nameOf)).toBe('Kari Nordmann');
    expect(withoutIds('NAL og K-2026-001 · Kari Nordmann', nameOf)).toBe('NAL og Kari Nordmann');
  });
});
