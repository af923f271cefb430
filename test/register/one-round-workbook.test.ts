import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordProblem } from '../../src/language/problems/word-problem.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import { applyIds, planIds } from '../../src/register/give-ids.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { readWorkbook } from '../../src/stores/xlsx/reading/read-workbook.ts';
import { tabs } from '../../src/register/tabs.ts';
import { sheetOf } from '../support/build-workbook.ts';
import { now } from '../support/rules.ts';

/** What round one says of each cell, done. */
const repairs: Readonly<Record<string, string | null>> = {
  'Aktiviteter B3': 'Kvartalsmøte',
  'Aktiviteter F4': 'Gjennomført',
  'Aktiviteter G4': '10.09.2026 10:00',
  'Aktiviteter D5': 'Distriktssenteret',
  'Aktiviteter J5': 'https://teams.microsoft.com/l/meetup-join/xyz',
  'Aktiviteter S6': '12',
  'Aktiviteter G7': '20.01.2027 10:00',
  'Aktiviteter B8': 'Webinar',
  'Aktiviteter D8': 'Felles',
  'Aktiviteter F8': 'Planlagt',
  'Aktiviteter G8': '01.03.2027 10:00',
  'Aktiviteter G9': 'uke 3 2027',
  'Saker F2': '10',
  'Saker B3': null,
  'Saker B4': null,
  'Saker D4': 'Drøfting',
  'Saker F4': '20',
  'Saker C5': 'Glemte tittel',
  'Tiltak C3': 'Kari',
  'Tiltak D2': 'Distriktssenteret',
  'Tiltak E2': '15.12.2026',
  'Tiltak E3': '01.12.2026',
  'Tiltak F2': 'Åpen',
  'Forbilder C2': 'Nord-Fron',
  'Forbilder F2': 'https://www.example.no/gågata',
  'Forbilder H2': '12.03.2025',
  'Forbilder I2': 'ja',
  'Dialog C2': '12.11.2026',
  'Dialog I2': null,
  'Dialog J2': 'nei',
  'Kontakter H2': 'bokmål',
  'Kontakter H3': 'bokmål',
  'Kontakter H4': 'bokmål',
  'Kontakter I3': 'kvartalsmøte',
  'Kontakter F4': 'post@example.no',
  'Kontakter F5': 'per@example.no',
};

/** The workbook is older than these tabs. */
const added = [tabs.treatments, tabs.answers].map(({ name, columns }) =>
  sheetOf(name, [Object.values(columns).map(({ heading }) => heading)]),
);

const cellOf = ({ at }: Problem): string => `${at.tab} ${at.cell ?? ''}`;
const problemsOf = (workbook: Workbook): readonly Problem[] =>
  readRegister(workbook, now).problems.filter(({ level }) => level !== 'info');

function repaired(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const cells = Array.from({ length: 26 }, (_, index) => {
        const repair = repairs[`${sheet.name} ${String.fromCharCode(65 + index)}${String(row.number)}`];
        return repair === undefined ? (row.cells[index] ?? null) : repair;
      });
      return { ...row, cells };
    }),
  }));
  return { ...workbook, sheets };
}

it('a messy register is corrected in one round', () => {
  const file = new URL('../fixtures/messy-register.xlsx', import.meta.url);
  const read = readWorkbook(readFileSync(file), 'messy-register.xlsx');
  const workbook = { ...read, sheets: [...read.sheets, ...added] };
  const first = problemsOf(workbook);
  expect(first.map(cellOf).filter((cell) => !(cell in repairs))).toEqual([]);
  const corrected = repaired(workbook);
  expect(
    problemsOf(applyIds(corrected, planIds(corrected, now))).map((one) => `${cellOf(one)} ${one.code}`),
  ).toEqual([]);
  const advice = new Map(first.map((one) => [cellOf(one), wordProblem(one, 'en').advice]));
  expect(advice.get('Aktiviteter J5')).toContain('https://teams.microsoft.com/l/meetup-join/xyz');
  expect(advice.get('Forbilder F2')).toContain('https://www.example.no/gågata');
  for (const cell of ['Aktiviteter G4', 'Aktiviteter G8']) expect(advice.get(cell)).toContain('under Slutt');
});
