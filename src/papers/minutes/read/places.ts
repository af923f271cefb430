/** Where people find a line of the document: its case or heading, and the row of its table. */
import { caseNumber } from '../../../language/dates.ts';
import type { Register } from '../../../register/register.ts';
import { labelAlone } from './labels.ts';
import type { Item } from './lines.ts';
import type { Section } from './sections.ts';
import { textOfCell } from './tables.ts';

/** A longer heading is cut. */
const LONGEST = 60;

/** By the numbers of lines. Lines before the first heading have no place. */
export function placesIn(sections: readonly Section[], register: Register): ReadonlyMap<number, string> {
  return new Map(
    sections.flatMap((section): readonly (readonly [number, string])[] => {
      const { heading, items } = section;
      const name = nameOf(section, register);
      if (heading === undefined || name === '') return [];
      return [[heading.number, name], ...items.flatMap((item) => placesOf(item, name))];
    }),
  );
}

/** «Sak 14/26», or the heading as the document has it. */
function nameOf({ heading, case: found }: Section, { cases }: Register): string {
  const number = found && cases.find(({ id }) => id === found.id)?.number;
  if (number !== undefined) return caseNumber(number.number, number.year).replace(/\u00A0/gu, ' ');
  const whole = heading?.text ?? '';
  const title = found === undefined ? whole.replace(/:.*$/u, '') : whole;
  return title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
}

function placesOf(item: Item, name: string): readonly (readonly [number, string])[] {
  if (item.is === 'blank') return [];
  if (item.is === 'line') return [[item.line.number, name]];
  const isLabelled = item.rows.every(([first]) => labelAlone(textOfCell(first)) !== undefined);
  return item.rows.flatMap((cells, index) => {
    const place = isLabelled ? name : `${name}, row ${String(index + 1)} of the table`;
    return cells.flat().map(({ number }) => [number, place] as const);
  });
}
