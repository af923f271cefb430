import { describe, expect, it } from 'vitest';
import { batch, cellsOf, faultOf, fill, talkBeforeEach } from './talk.ts';

const log = {
  addSheet: { properties: { sheetId: 7, title: 'Kopi', gridProperties: { rowCount: 9, columnCount: 4 } } },
};
const row = (index: number, sheetId = 0) => ({ sheetId, startRowIndex: index, endRowIndex: index + 1 });

describe('copyPaste', () => {
  const talk = talkBeforeEach();

  it('copies what stands there when its turn comes', async () => {
    await fill(talk, [['a']]);
    const write = {
      updateCells: {
        start: {},
        rows: [{ values: [{ userEnteredValue: { stringValue: 'b' } }] }],
        fields: 'userEnteredValue',
      },
    };
    const copy = (to: number) => ({
      copyPaste: { source: row(0), destination: row(to, 7), pasteType: 'PASTE_VALUES' },
    });
    await batch(talk, [log, copy(0), write, copy(1)]);
    expect(await cellsOf(talk, 'Kopi')).toEqual([['a'], ['b']]);
  });

  it('pastes all, values, formulas or formats', async () => {
    await fill(talk, [[5, { value: 10, formula: 'A1*2' }, { value: 46349, isDate: true }]]);
    const types = ['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMULA', 'PASTE_FORMAT'];
    const copies = types.map((pasteType, index) => ({
      copyPaste: { source: row(0), destination: row(index + 1, 7), pasteType },
    }));
    await batch(talk, [log, ...copies]);
    const date = { numberFormat: { type: 'DATE' } };
    expect(await cellsOf(talk, 'Kopi!B2:C5', 'userEnteredValue,effectiveValue,userEnteredFormat')).toEqual([
      [formula('=A2*2', 10), { ...plain(46349), userEnteredFormat: date }],
      [plain(10), plain(46349)],
      [formula('=A4*2', 10), plain(46349)],
      [{}, { userEnteredFormat: date }],
    ]);
  });

  it('lets relative references follow and fixed ones stay; what leaves the tab is lost', async () => {
    const typed = ['A1+$A1+A$1+$A$1', "SUM(A2:B3)&'Bo''s fane'!A1", 'A:A+1:1+"A1"&LOG10(2)', 'A1'];
    await fill(talk, [[], typed.map((each) => ({ value: 1, formula: each }))]);
    await batch(talk, [log, { copyPaste: { source: row(1), destination: row(3, 7) } }]);
    expect(await cellsOf(talk, 'Kopi!4:4')).toEqual([
      ['=A3+$A3+A$1+$A$1', "=SUM(A4:B5)&'Bo''s fane'!A3", '=A:A+3:3+"A1"&LOG10(2)', '=A3'],
    ]);
    await batch(talk, [{ copyPaste: { source: row(1), destination: row(0) } }]);
    expect(
      await cellsOf(talk, 'Tiltak!1:1', 'userEnteredValue,effectiveValue(errorValue/type)'),
    ).toMatchObject([
      [
        formula('=#REF!+#REF!+A$1+$A$1', { errorValue: { type: 'REF' } }),
        { userEnteredValue: { formulaValue: '=SUM(A1:B2)&#REF!' } },
        { userEnteredValue: { formulaValue: '=A:A+#REF!+"A1"&LOG10(2)' } },
        formula('=#REF!', { errorValue: { type: 'REF' } }),
      ],
    ]);
  });

  it('loses references below the end of a shorter tab', async () => {
    await fill(talk, [[{ value: 0, formula: 'SUM(A2:A6)' }]]);
    await batch(talk, [log, { copyPaste: { source: row(0), destination: row(8, 7) } }]);
    expect(await cellsOf(talk, 'Kopi!9:9')).toEqual([['=SUM(#REF!)']]);
  });

  it('makes text of the error that a formula shows, when only values are pasted', async () => {
    await fill(talk, [[{ value: null, error: '#N/A', formula: 'NA()' }]]);
    await batch(talk, [
      log,
      { copyPaste: { source: row(0), destination: row(0, 7), pasteType: 'PASTE_VALUES' } },
    ]);
    expect(await cellsOf(talk, 'Kopi')).toEqual([['#N/A']]);
  });

  it('repeats the source over a multiple, and pastes it once over anything else', async () => {
    await fill(talk, [['a'], ['b']]);
    const source = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
    const to = (startColumnIndex: number, endRowIndex: number) => ({
      copyPaste: {
        source,
        destination: { sheetId: 7, endRowIndex, startColumnIndex, endColumnIndex: startColumnIndex + 1 },
      },
    });
    await batch(talk, [log, to(0, 4), to(1, 1), to(2, 3)]);
    expect(await cellsOf(talk, 'Kopi')).toEqual([['a', 'a', 'a'], ['b', 'b', 'b'], ['a'], ['b']]);
  });

  it('overlaps with itself without taking what it has just pasted', async () => {
    await fill(talk, [['a'], ['b'], ['c']]);
    const source = { startRowIndex: 0, endRowIndex: 3 };
    await batch(talk, [{ copyPaste: { source, destination: { startRowIndex: 1, endRowIndex: 4 } } }]);
    expect(await cellsOf(talk)).toEqual([['a'], ['a'], ['b'], ['c']]);
  });

  it('needs room', async () => {
    const source = { startRowIndex: 0, endRowIndex: 3 };
    const copyPaste = { source, destination: row(5) };
    expect(await faultOf(batch(talk, [{ copyPaste }]))).toMatch(/does not have room/u);
    expect(await faultOf(batch(talk, [{ copyPaste: { ...copyPaste, pasteType: 'PASTE_ALL' } }]))).toMatch(
      /does not implement/u,
    );
  });
});

const plain = (value: number) => ({
  userEnteredValue: { numberValue: value },
  effectiveValue: { numberValue: value },
});

const formula = (text: string, shows: number | object) => ({
  userEnteredValue: { formulaValue: text },
  effectiveValue: typeof shows === 'number' ? { numberValue: shows } : shows,
});
