import { afterEach, describe, expect, it } from 'vitest';
import type { Change, ChangeResult } from '../../../src/domain/workbook.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { inProcessClient } from '../../support/google/in-process.ts';
import type { GooglePeople } from '../../support/google/people.ts';

const TAB = 'Saker';
const HEADINGS = ['ID', 'Tittel', 'Saksnr', 'Merknad'];
const ROWS = [
  ['S-1', 'Torg', null, 'haster'],
  ['S-2', 'Brygge', null, null],
];

const number = (id: string): Change => ({
  kind: 'cell',
  tab: TAB,
  at: { by: 'id', idColumn: 'ID', id },
  column: 'Saksnr',
  was: null,
  becomes: `Sak for ${id}`,
});
const deadline: Change = {
  kind: 'column',
  tab: TAB,
  layout: { heading: 'Frist', note: '', width: 9, format: 'date' },
};

interface Run {
  readonly results: readonly ChangeResult[];
  /** What stands in the tab afterwards, without its empty end. */
  readonly rows: readonly (readonly unknown[])[];
  /** How many requests the reading and the write took. */
  readonly requests: number;
}

const opened: FakeGoogle[] = [];
afterEach(async () => {
  for (const google of opened.splice(0)) await google.close();
});

/** Makes the changes while a person edits. `edits` are by the request that they come before: 0 reads, 1 writes. */
async function run(
  changes: readonly Change[],
  edits: Readonly<Record<number, (people: GooglePeople) => Promise<void>>>,
  columnCount = 6,
): Promise<Run> {
  const google = await startFakeGoogle();
  opened.push(google);
  const sheet = { sheetId: 1, title: TAB, gridProperties: { rowCount: 12, columnCount } };
  const id = google.createSpreadsheet({ sheets: [sheet] });
  const people = google.people(id);
  for (const [row, cells] of [HEADINGS, ...ROWS].entries()) {
    for (const [column, cell] of cells.entries()) await people.type(TAB, row + 1, column, cell);
  }
  let request = 0;
  const client = inProcessClient(google, async () => {
    await edits[request]?.(people);
    request += 1;
    return undefined;
  });
  const store = googleStore(client, id);
  const base = await store.read();
  const results = await store.write(changes, base);
  const requests = request;
  const after = await store.read();
  return { results, rows: after.sheets[0]?.rows.map(({ cells }) => cells) ?? [], requests };
}

const outcomes = ({ results }: Run): readonly string[] => results.map(({ outcome }) => outcome);

describe('what hit the wrong cell is put back', () => {
  it('and stays where it belongs, though somebody writes where it is to be taken from', async () => {
    const came = await run([number('S-1')], {
      1: (people) => people.moveColumn(TAB, 2, 0),
      3: (people) => people.type(TAB, 2, 2, 'Torg i sentrum'),
    });
    expect(outcomes(came)).toEqual(['done']);
    expect(came.rows[1]).toEqual(['Sak for S-1', 'S-1', 'Torg i sentrum', 'haster']);
  });

  it('but not in a column that somebody has deleted meanwhile', async () => {
    const came = await run(
      [deadline, number('S-1')],
      {
        1: (people) => people.type(TAB, 3, 4, 'deres'),
        3: (people) => people.renameHeading(TAB, 4, 'Dato'),
        5: (people) => people.deleteColumn(TAB, 4),
      },
      5,
    );
    expect(outcomes(came)).toEqual(['done', 'done']);
    expect(came.rows).toEqual([
      [...HEADINGS, 'Frist'],
      ['S-1', 'Torg', 'Sak for S-1', 'haster'],
      ['S-2', 'Brygge'],
    ]);
  });
});

describe('what hit the right cell is left there', () => {
  it('in a row with an error, whose copy is only its text', async () => {
    const broken = { value: null, formula: 'NA()', error: '#N/A' };
    const cells = [null, 'Kai', null, broken];
    const change: Change = {
      kind: 'cell',
      tab: TAB,
      at: { by: 'content', row: 4, cells },
      column: 'ID',
      was: null,
      becomes: 'S-3',
    };
    const came = await run([change], {
      0: async (people) => {
        for (const [column, cell] of cells.entries()) await people.type(TAB, 4, column, cell);
      },
    });
    expect(outcomes(came)).toEqual(['done']);
    expect(came.rows[3]).toEqual(['S-3', 'Kai', null, broken]);
    expect(came.requests).toBe(2);
  });
});

describe('a formula that was typed where a write went', () => {
  it('is put back as it was, though it reads the row below', async () => {
    const came = await run([number('S-2')], {
      1: (people) => people.type(TAB, 3, 2, { value: 'x', formula: 'A4&D9' }),
    });
    expect(outcomes(came)).toEqual(['refused']);
    expect(came.rows[2]).toEqual(['S-2', 'Brygge', { value: 'x', formula: 'A4&D9' }]);
  });
});
