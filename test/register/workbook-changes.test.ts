import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, SheetRow, Workbook } from '../../src/domain/workbook.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { shownCell } from '../../src/register/shown.ts';
import { workbookChanges, type WorkbookChanges } from '../../src/register/workbook-changes.ts';
import {
  dateCell,
  nowAt,
  sheetOf,
  withSheet,
  workbookOf,
  type TabsInput,
} from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');
const changesOf = (before: Workbook, after: Workbook): WorkbookChanges =>
  workbookChanges(before, after, readRegister(after, now).register);

const cases = [
  { ID: 'S-2026-001', Tittel: 'Samtykke', Type: 'Vedtak' },
  { ID: 'S-2026-002', Tittel: 'Budsjett', Type: 'Drøfting' },
  { ID: 'S-2026-003', Tittel: 'Nettside', Type: 'Orientering' },
] as const;
const answers = [
  { Møte: 'A-2026-004', Navn: 'K-2025-001', Start: dateCell('2026-12-03'), Svar: 'passer' },
  { Møte: 'A-2026-004', Navn: 'K-2025-002', Start: dateCell('2026-12-03'), Svar: 'passer' },
  { Møte: 'A-2026-004', Navn: 'K-2025-001', Start: dateCell('2026-12-04') },
] as const;
const statement = { Type: 'Orientering', Gjelder: 'A-2026-001', Utsendelse: 'nytt' } as const;

const rowsIn = (workbook: Workbook, tab: string): readonly SheetRow[] =>
  workbook.sheets.find(({ name }) => name === tab)?.rows ?? [];

const withRows = (workbook: Workbook, tab: string, rows: readonly (readonly Cell[])[]): Workbook =>
  withSheet(workbook, sheetOf(tab, rows));

const gridOf = (workbook: Workbook, tab: string): (readonly Cell[])[] =>
  rowsIn(workbook, tab).map(({ cells }) => cells);

describe('what is otherwise in a workbook', () => {
  const before = workbookOf({ Saker: cases, Datoforslag: answers });

  it('tells the cell of a row that is known by its ID', () => {
    const after = workbookOf({
      Saker: [cases[0], { ...cases[1], Tittel: 'Budsjettet' }, cases[2]],
      Datoforslag: answers,
    });
    expect(changesOf(before, after)).toEqual({
      cells: [{ tab: 'Saker', row: 3, column: 'Tittel', was: 'Budsjett', is: 'Budsjettet' }],
      added: [],
    });
  });

  it('tells an ID that a row has got', () => {
    const { ID: _, ...without } = cases[1];
    const was = workbookOf({ Saker: [cases[0], without, cases[2]] });
    const is = workbookOf({ Saker: [cases[0], { ...without, ID: 'S-2026-004' }, cases[2]] });
    expect(changesOf(was, is).cells).toEqual([
      { tab: 'Saker', row: 3, column: 'ID', was: '', is: 'S-2026-004' },
    ]);
  });

  it('does not take the first cell for an ID where a tab has none', () => {
    expect(changesOf(before, before)).toEqual({ cells: [], added: [] });
    const after = workbookOf({
      Saker: cases,
      Datoforslag: [answers[0], answers[1], { ...answers[2], Svar: 'passer ikke' }],
    });
    expect(changesOf(before, after)).toEqual({
      cells: [{ tab: 'Datoforslag', row: 4, column: 'Svar', was: '', is: 'passer ikke' }],
      added: [],
    });
  });

  it('counts rows that Felles has added or replaced', () => {
    const after = workbookOf({ Saker: cases, Datoforslag: answers, Formidlet: [statement, statement] });
    expect(changesOf(before, after)).toEqual({ cells: [], added: [{ tab: 'Formidlet', rows: 2 }] });
    const found = (Problem: string): TabsInput => ({ Kontroll: [{ Nivå: 'Feil', Fane: 'Saker', Problem }] });
    expect(changesOf(workbookOf(found('gammel')), workbookOf(found('ny')))).toEqual({
      cells: [],
      added: [{ tab: 'Kontroll', rows: 1 }],
    });
  });

  it('tells a change far out in a long text', () => {
    const long = 'x'.repeat(500);
    const after = workbookOf({ Saker: [{ ...cases[0], Tittel: `${long}!` }], Datoforslag: answers });
    const earlier = workbookOf({ Saker: [{ ...cases[0], Tittel: `${long}?` }], Datoforslag: answers });
    expect(changesOf(earlier, after).cells.map(({ column }) => column)).toEqual(['Tittel']);
  });

  it('knows columns again by their headings', () => {
    const grid = gridOf(before, 'Saker').map((cells, row) =>
      ['', ...cells].with(0, row === 0 ? 'Eget' : null),
    );
    expect(changesOf(before, withRows(before, 'Saker', grid))).toEqual({ cells: [], added: [] });
  });

  it('tells nothing of rows that people have moved, and of each new one that it is new', () => {
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    fc.assert(
      fc.property(order, order, fc.nat(3), (one, other, more) => {
        const after = workbookOf({
          Saker: [
            ...one.flatMap((index) => cases[index] ?? []),
            ...Array.from({ length: more }, (_, index) => ({
              ...{ ID: `S-2026-01${String(index)}`, Tittel: 'Ny', Type: 'Drøfting' },
            })),
          ],
          Datoforslag: other.flatMap((index) => answers[index] ?? []),
        });
        expect(changesOf(before, after)).toEqual({
          cells: [],
          added: more === 0 ? [] : [{ tab: 'Saker', rows: more }],
        });
      }),
    );
  });

  it('tells each cell that is otherwise, and no other', () => {
    const [head = []] = gridOf(before, 'Saker');
    const change = fc.record({
      row: fc.integer({ min: 1, max: 3 }),
      column: fc.integer({ min: 1, max: head.length - 1 }),
      text: fc.stringMatching(/^[a-zæøå]{1,30}$/u),
    });
    fc.assert(
      fc.property(fc.uniqueArray(change, { selector: ({ row, column }) => row * 100 + column }), (made) => {
        const grid = gridOf(before, 'Saker').map((cells) =>
          Array.from({ length: head.length }, (_, index) => cells[index] ?? null),
        );
        const wanted = made.filter(({ row, column, text }) => grid[row]?.[column] !== text);
        for (const { row, column, text } of wanted) grid[row]?.splice(column, 1, text);
        const found = changesOf(before, withRows(before, 'Saker', grid)).cells;
        expect(new Set(found.map(({ row, column, is }) => `${String(row)} ${column} ${is}`))).toEqual(
          new Set(
            wanted.map(
              ({ row, column, text }) => `${String(row + 1)} ${shownCell(head[column] ?? null)} ${text}`,
            ),
          ),
        );
      }),
    );
  });
});
