import { describe, expect, it } from 'vitest';
import { wordProblem } from '../../src/language/problems/word-problem.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { tabs } from '../../src/register/tabs.ts';
import { addressInputs } from '../fixtures/inputs/addresses.ts';
import { dateInputs } from '../fixtures/inputs/dates.ts';
import type { Input } from '../fixtures/inputs/input.ts';
import { textInputs } from '../fixtures/inputs/texts.ts';
import { typeInputs } from '../fixtures/inputs/types.ts';
import { nowAt, workbookOf, type RowInput } from '../support/build-workbook.ts';

const now = nowAt('2026-01-05T12:00');

/** A row of each tab that is in order. */
const goodRows: Readonly<Record<string, RowInput>> = {
  Aktiviteter: {
    ID: 'A-2026-001',
    Type: 'Nettverk',
    Tittel: 'Nettverkssamling',
    Part: 'Felles',
    Status: 'Planlagt',
    Start: '12.03.2026 10:00',
  },
  Saker: { ID: 'S-2026-001', Tittel: 'En sak', Type: 'Drøfting' },
  Tiltak: { ID: 'T-2026-001', Tiltak: 'Gjør det', Ansvarlig: 'Leder', Frist: '12.03.2026' },
  Kontakter: { ID: 'K-2026-001', Navn: 'Postmottak', Skriftspråk: 'nynorsk' },
  Mottakere: { Nummer: '0301', Navn: 'Oslo', Type: 'kommune', Skriftspråk: 'nøytral' },
};

function keysOf(input: Input): { readonly tab: keyof typeof tabs; readonly column: string } {
  const found = Object.entries(tabs).find(([, tab]) => tab.name === input.in[0]);
  const column = Object.entries(found?.[1].columns ?? {}).find(([, { heading }]) => heading === input.in[1]);
  if (found === undefined || column === undefined) throw new Error(`no such column: ${input.in.join(', ')}`);
  return { tab: found[0] as keyof typeof tabs, column: column[0] };
}

function readingOf(input: Input): ReturnType<typeof readRegister> {
  const [tab, heading] = input.in;
  return readRegister(workbookOf({ [tab]: [{ ...goodRows[tab], [heading]: input.cell }] }), now);
}

const inputs: readonly Input[] = [...dateInputs, ...typeInputs, ...textInputs, ...addressInputs];

describe('nasty inputs in a cell', () => {
  it.each(inputs.map((input) => [input.name, input] as const))('%s', (_, input) => {
    const { tab, column } = keysOf(input);
    const { register, problems } = readingOf(input);
    const own = problems.filter(({ at }) => at.column === input.in[1] && at.tab === input.in[0]);
    // References and the like are checked by rules, which have their own tests.
    const ofCell = own.filter(({ code }) => !code.startsWith('reference-'));
    expect(ofCell.map(({ code, level }) => [code, level])).toEqual(input.problems ?? []);

    const [row] = register[tab] as readonly Readonly<Record<string, unknown>>[];
    expect(row !== undefined).toBe('gives' in input);
    expect(row?.[column]).toEqual(input.gives);
    if (input.shownAs !== undefined) expect(own[0]?.value).toBe(input.shownAs);
  });

  it('names every input once', () => {
    const names = inputs.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('covers every input that is about a cell', () => {
    const numbers = new Set(inputs.map(({ name }) => Number(/^\d+/u.exec(name)?.[0])));
    const wanted = [...range(1, 18), ...range(32, 38), ...range(41, 46)];
    expect(wanted.filter((number) => !numbers.has(number))).toEqual([]);
  });

  it.each(
    inputs.filter(({ problems }) => problems !== undefined).map((input) => [input.name, input] as const),
  )('says it in words: %s', (_, input) => {
    for (const problem of readingOf(input).problems) {
      for (const standard of ['en', 'nb', 'nn'] as const) {
        const { message, advice } = wordProblem(problem, standard);
        expect(`${message} ${advice}`).not.toMatch(/undefined|null|NaN|\[object|«»/u);
      }
    }
  });
});

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
