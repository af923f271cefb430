/** Where people find a line of the document: its case or heading, and the row of its table. */
import { msg } from '../../../domain/msg.ts';
import { caseNumber } from '../../../language/dates.ts';
import type { Register } from '../../../register/register.ts';
import { labelAlone } from './labels.ts';
import { linesOf, type Item } from './lines.ts';
import type { Section } from './sections.ts';
import { textOfCell } from './tables.ts';

/** A longer heading is cut. */
const LONGEST = 60;

/** By the numbers of lines: «under Sak 14/26», «after Sak 14/26» where no heading of its own stands above it. */
export function placesIn(sections: readonly Section[], register: Register): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  let last: string | undefined;
  for (const section of sections) {
    const { is, heading, items, isRow } = section;
    const name = nameOf(section, register);
    const outside = last === undefined ? msg`at the top` : msg`after ${last}`;
    const place = is === 'row' ? msg`in the table of cases` : name === '' ? outside : msg`under ${name}`;
    if (name !== '') last = name;
    const at = isRow === true ? msg`${place}, in the table of cases` : place;
    const lines =
      isRow === true
        ? linesOf(items).map(({ number }) => [number, at] as const)
        : items.flatMap((item) => placesOf(item, place));
    for (const [line, found] of lines) places.set(line, found);
    if (heading !== undefined) places.set(heading.number, at);
  }
  return places;
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
    const place = isLabelled ? name : msg`${name}, row ${index + 1} of the table`;
    return cells.flat().map(({ number }) => [number, place] as const);
  });
}
