/** Finds the rows that unreadable IDs were meant for: «A-2026-4» is likely A-2026-004. */
import { normaliseId } from '../domain/id.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { idsNamedIn } from './cells/id.ts';
import type { Register } from './register.ts';

interface Place {
  readonly tab: string;
  readonly row: number;
}

/** Where each ID is, also in rows that are left out. */
function placesOf(register: Register): ReadonlyMap<string, Place> {
  const { activities, texts, cases, actions, treatments, slots, examples, dialogues, contacts, tabs } =
    register;
  const rows = [activities, texts, cases, actions, treatments, slots, examples, dialogues, contacts].flat();
  const places = new Map<string, Place>(rows.map(({ id, at }) => [id, { tab: at.tab, row: at.row }]));
  for (const state of Object.values(tabs)) {
    for (const [id, row] of state?.refused ?? []) places.set(id, { tab: state?.name ?? '', row });
  }
  return places;
}

const shortForm = /^(?<letter>[A-Z])[-./]?(?<year>20\d\d|\d\d)[-./](?<number>\d{1,6})$/u;

/** The ID that a text in an ID cell may mean: with missing zeros added, or found among other words. */
function completed(text: string): string | undefined {
  const { letter, year = '', number = '' } = shortForm.exec(normaliseId(text))?.groups ?? {};
  if (letter !== undefined) {
    return `${letter}-${year.length === 2 ? `20${year}` : year}-${String(Number(number)).padStart(3, '0')}`;
  }
  const [only, second] = idsNamedIn(text);
  return second === undefined ? only : undefined;
}

/** The problems; those about unreadable IDs get the row that was meant, if only one is possible. */
export function withMeantIds(problems: readonly Problem[], register: Register): readonly Problem[] {
  let places: ReadonlyMap<string, Place> | undefined;
  return problems.map((one) => {
    if (one.code !== 'id-unreadable' || one.value === undefined) return one;
    const id = completed(one.value);
    const { example } = one.args;
    if (id?.startsWith(example.charAt(0)) !== true) return one;
    places ??= placesOf(register);
    const place = places.get(id);
    // A row's own ID does not point to another row.
    if (place === undefined || (place.tab === one.at.tab && one.at.column === 'ID')) return one;
    return problem('id-unreadable', one.level, one.at, { example, meant: { id, ...place } }, one.value);
  });
}
