import { describe, expect, it } from 'vitest';
import { batch, cellsOf, faultOf, fill, number, talkBeforeEach, text } from './talk.ts';

const fields = 'userEnteredValue';

describe('updateCells', () => {
  const talk = talkBeforeEach();

  it('takes only the fields that the mask means, and clears those that are not given', async () => {
    await batch(talk, [
      {
        updateCells: {
          start: {},
          rows: [
            {
              values: [
                {
                  ...number(46349),
                  note: 'merk',
                  userEnteredFormat: { numberFormat: { type: 'DATE' }, textFormat: { bold: true } },
                },
                text('b'),
              ],
            },
          ],
          fields: '*',
        },
      },
      { updateCells: { start: {}, rows: [{ values: [number(7), {}] }], fields } },
    ]);
    expect(await cellsOf(talk, 'Tiltak', 'userEnteredValue,userEnteredFormat,note')).toEqual([
      [
        {
          ...number(7),
          note: 'merk',
          userEnteredFormat: { numberFormat: { type: 'DATE' }, textFormat: { bold: true } },
        },
      ],
    ]);
    await batch(talk, [
      { updateCells: { start: {}, rows: [{ values: [{}] }], fields: 'note,userEnteredFormat/textFormat' } },
    ]);
    expect(await cellsOf(talk, 'Tiltak', 'userEnteredFormat,note')).toEqual([
      [{ userEnteredFormat: { numberFormat: { type: 'DATE' } } }],
    ]);
  });

  it('clears the rest of a range, but not the rest of what stands after a start', async () => {
    await fill(talk, [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    await batch(talk, [{ updateCells: { start: {}, rows: [{ values: [text('x')] }], fields } }]);
    expect((await cellsOf(talk))[0]).toEqual(['x', 'b', 'c']);
    const range = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    await batch(talk, [{ updateCells: { range, rows: [{ values: [text('y')] }], fields } }]);
    expect(await cellsOf(talk)).toEqual([
      ['y', undefined, 'c'],
      [undefined, undefined, 'f'],
    ]);
  });

  it('keeps text as text and empties a cell for an empty one', async () => {
    await fill(talk, [['a', 'b']]);
    const values = [text(''), text('=1+1'), text("'007"), { userEnteredValue: { boolValue: false } }];
    await batch(talk, [{ updateCells: { start: {}, rows: [{ values }], fields } }]);
    expect(await cellsOf(talk)).toEqual([[undefined, '=1+1', "'007", false]]);
  });

  it.each([
    [
      'a text that is too long',
      { ...text('å'.repeat(50_001)) },
      fields,
      /more than the maximum of 50000 characters/u,
    ],
    [
      'two values at once',
      { userEnteredValue: { stringValue: 'a', numberValue: 1 } },
      fields,
      /oneof field/u,
    ],
    ['a formula without =', { userEnteredValue: { formulaValue: '1+1' } }, fields, /equals sign/u],
    ['no mask', text('a'), undefined, /At least one field must be listed/u],
    ['a mask that means nothing', text('a'), 'userEnteredvalue', /invalid argument/u],
    ['what is read only', text('a'), 'effectiveValue', /does not implement/u],
    [
      'a number format without a type',
      { userEnteredFormat: { numberFormat: { pattern: '0' } } },
      '*',
      /type/u,
    ],
  ])('refuses %s', async (_, cell, mask, message) => {
    const request = {
      start: {},
      rows: [{ values: [cell] }],
      ...(mask === undefined ? {} : { fields: mask }),
    };
    expect(await faultOf(batch(talk, [{ updateCells: request }]))).toMatch(message);
    expect(await cellsOf(talk)).toEqual([]);
  });

  it('keeps the longest text whole', async () => {
    const longest = 'å'.repeat(50_000);
    await batch(talk, [{ updateCells: { start: {}, rows: [{ values: [text(longest)] }], fields } }]);
    expect(await cellsOf(talk)).toEqual([[longest]]);
  });

  it('does not write outside the grid or the range', async () => {
    const row = { values: [text('a'), text('b')] };
    const outside = [
      { start: { columnIndex: 3 }, rows: [row], fields },
      { start: { rowIndex: 5 }, rows: [row, row], fields },
      { range: { endRowIndex: 1, endColumnIndex: 1 }, rows: [row], fields },
      { range: { endRowIndex: 7 }, rows: [row], fields },
      { start: { sheetId: 9 }, rows: [row], fields },
    ];
    const faults = [];
    for (const updateCells of outside) faults.push(await faultOf(batch(talk, [{ updateCells }])));
    expect(faults).toEqual([
      'Invalid requests[0].updateCells: Attempting to write column: 4, beyond the last requested column of: 3',
      'Invalid requests[0].updateCells: Attempting to write row: 6, beyond the last requested row of: 5',
      'Invalid requests[0].updateCells: Attempting to write column: 1, beyond the last requested column of: 0',
      'Invalid requests[0].updateCells: GridRange.endRowIndex 7 exceeds the grid: there are 6.',
      'Invalid requests[0].updateCells: No sheet with id: 9',
    ]);
  });
});

describe('appendCells', () => {
  const talk = talkBeforeEach();

  it('adds after the last row that holds anything in any column, past gaps', async () => {
    await fill(talk, [['ID'], [], ['', '', ' ']]);
    const rows = [{ values: [text('A')] }, {}, { values: [{}, text('B')] }];
    await batch(talk, [{ appendCells: { rows, fields } }]);
    expect(await cellsOf(talk)).toEqual([
      ['ID'],
      [],
      [undefined, undefined, ' '],
      ['A'],
      [],
      [undefined, 'B'],
    ]);
  });

  it('makes the grid longer when there is no room', async () => {
    await fill(talk, [[], [], [], [], [], ['sist']]);
    await batch(talk, [{ appendCells: { rows: [{ values: [text('ny')] }, {}], fields } }]);
    const [sheet] = talk.google.spreadsheet(talk.spreadsheetId).sheets;
    expect(sheet?.rowCount).toBe(8);
    expect(await cellsOf(talk, 'Tiltak!A7:A8')).toEqual([['ny']]);
  });

  it('begins in the first row of an empty tab', async () => {
    await batch(talk, [{ appendCells: { rows: [{ values: [text('ny')] }], fields } }]);
    expect(await cellsOf(talk)).toEqual([['ny']]);
  });

  it('does not count formats, notes and dropdowns as data', async () => {
    await batch(talk, [dropdown(4), { appendCells: { rows: [{ values: [text('ny')] }], fields } }]);
    expect(await cellsOf(talk, 'Tiltak!A1:A1')).toEqual([['ny']]);
  });
});

const dropdown = (endRowIndex: number) => ({
  setDataValidation: {
    range: { startRowIndex: 0, endRowIndex, startColumnIndex: 1, endColumnIndex: 2 },
    rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Åpen' }] }, strict: false },
  },
});

describe('appendCells where dropdowns count as data', () => {
  const talk = talkBeforeEach({ appendCellsCounts: 'values and dropdowns' });

  it('adds below the last of them', async () => {
    await batch(talk, [dropdown(4), { appendCells: { rows: [{ values: [text('ny')] }], fields } }]);
    expect((await cellsOf(talk, 'Tiltak!A:A'))[4]).toEqual(['ny']);
  });
});

describe('repeatCell and setDataValidation', () => {
  const talk = talkBeforeEach();

  it('repeat a format and a rule to the end of the column', async () => {
    const range = { startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
    const rule = { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Lister!A1:A3' }] } };
    await batch(talk, [
      { addSheet: { properties: { title: 'Lister' } } },
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd.mm.yyyy' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
      { setDataValidation: { range, rule } },
    ]);
    const rows = await cellsOf(talk, 'Tiltak', 'userEnteredFormat,dataValidation');
    expect(rows).toHaveLength(6);
    expect(rows[5]).toEqual([
      {},
      {
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd.mm.yyyy' } },
        dataValidation: rule,
      },
    ]);
    await batch(talk, [{ setDataValidation: { range } }]);
    expect((await cellsOf(talk, 'Tiltak', 'dataValidation'))[5]).toEqual([{}, {}]);
  });

  it('repeat a formula with references that follow', async () => {
    const range = { endRowIndex: 2, endColumnIndex: 2 };
    const cell = { userEnteredValue: { formulaValue: '=C1+$C$1' } };
    await batch(talk, [{ repeatCell: { range, cell, fields } }]);
    expect(await cellsOf(talk)).toEqual([
      ['=C1+$C$1', '=D1+$C$1'],
      ['=C2+$C$1', '=D2+$C$1'],
    ]);
  });

  it('take no list that is too long for a dropdown', async () => {
    const values = Array.from({ length: 501 }, (_, index) => ({ userEnteredValue: String(index) }));
    const rule = { condition: { type: 'ONE_OF_LIST', values } };
    expect(await faultOf(batch(talk, [{ setDataValidation: { range: { endRowIndex: 1 }, rule } }]))).toMatch(
      /ONE_OF_LIST take 1 to 500 values/u,
    );
  });
});
