/** Rows for tests of the rules between rows, and the problems that they give. */
import type { Problem, ProblemCode } from '../../src/domain/problem.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { nowAt, workbookOf, type RowInput, type TabsInput } from './build-workbook.ts';

/** A Monday. */
export const now = nowAt('2026-11-23T12:00');

export const problemsOf = (rows: TabsInput): readonly Problem[] =>
  readRegister(workbookOf(rows), now).problems;

/** The problems of one code, as far as a test cares. */
export function found(
  code: ProblemCode,
  rows: TabsInput,
): readonly Pick<Problem, 'level' | 'value' | 'args' | 'at'>[] {
  return problemsOf(rows).filter((problem) => problem.code === code);
}

let count = 0;
const nextNumber = (): string => String((count += 1)).padStart(3, '0');

export const activity = (cells: RowInput): RowInput => ({
  ID: `A-2030-${nextNumber()}`,
  Type: 'Nettverk',
  Tittel: 'Samling',
  Part: 'Felles',
  Status: 'Planlagt',
  ...cells,
});
export const meeting = (cells: RowInput): RowInput =>
  activity({ Type: 'Kvartalsmøte', Tittel: 'Kvartalsmøte', ...cells });
export const webinar = (cells: RowInput): RowInput =>
  activity({ Type: 'Webinar', Tittel: 'Webinar', ...cells });
export const caseRow = (cells: RowInput): RowInput => ({
  ID: `S-2030-${nextNumber()}`,
  Tittel: 'Sak',
  Type: 'Drøfting',
  ...cells,
});
export const slot = (cells: RowInput): RowInput => ({
  ID: `P-2030-${nextNumber()}`,
  Tittel: 'Innlegg',
  ...cells,
});
export const action = (cells: RowInput): RowInput => ({
  ID: `T-2030-${nextNumber()}`,
  Tiltak: 'Gjør det',
  Ansvarlig: 'Leder',
  Frist: '01.12.2026',
  ...cells,
});
