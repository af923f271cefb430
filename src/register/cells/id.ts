/** IDs: text, given once, never reused (DESIGN.md section 5). */
import { normaliseId } from '../../domain/id.ts';
import type { Cell } from '../../domain/workbook.ts';
import { lineOfText, plainText } from './text.ts';
import type { CellParser } from './cell-parser.ts';

const idForm = /^(?<letter>[A-Z])-(?<year>20\d\d)-(?<number>\d{3,6})$/u;

/** An ID of a tab, given by its letter: `A-2026-017`. */
export function idCell(letter: string): CellParser<string> {
  return (cell, report) => {
    const id = normaliseId(lineOfText(cell, report) ?? '');
    if (idForm.exec(id)?.groups?.['letter'] === letter) return id;
    report('id-unreadable', 'error', { example: exampleId(letter) });
    return undefined;
  };
}

/** «A-2026-017 · Boliger i sentrum»: the title is for people, and what comes before it counts. */
const titledForm = /^\s*(?<id>[A-Za-z]\s?[-‐-―−]\s?20\d\d\s?[-‐-―−]\s?\d{3,6})\s*·\s*(?<title>.*)$/su;

/** An ID and the title after it, as the dropdowns of Felles write them; undefined for any other text. */
export function titledId(text: string): { readonly id: string; readonly title: string } | undefined {
  if (!text.includes('·')) return undefined;
  const { id, title } = titledForm.exec(text)?.groups ?? {};
  return id === undefined || title === undefined ? undefined : { id: normaliseId(id), title: title.trim() };
}

/** What a dropdown of Felles writes. */
export const titled = (id: string, title: string): string => `${id} · ${title}`;

/** The ID of a row in another tab, alone or with its title after it. */
export function referenceCell(letter: string): CellParser<string> {
  const parse = idCell(letter);
  return (cell, report) => parse(titledId(plainText(cell))?.id ?? cell, report);
}

/** Whether a cell holds an ID of this letter. */
export const isOwnId =
  (letter: string) =>
  (cell: Cell): boolean =>
    idForm.exec(normaliseId(plainText(cell)))?.groups?.['letter'] === letter;

export const exampleId = (letter: string): string => `${letter}-2026-017`;

/** The next free IDs of a letter in a year, after the highest number ever used in `taken`. */
export function* nextIds(letter: string, year: number, taken: Iterable<string>): Generator<string, never> {
  let highest = 0;
  for (const id of taken) {
    const match = idForm.exec(normaliseId(id));
    if (match?.groups?.['letter'] !== letter || Number(match.groups['year']) !== year) continue;
    highest = Math.max(highest, Number(match.groups['number']));
  }
  for (;;) {
    highest += 1;
    yield `${letter}-${String(year)}-${String(highest).padStart(3, '0')}`;
  }
}

const idsIn = /[A-Z]-20\d\d-\d{3,6}(?!\d)/gu;

/** Every ID in a text, in the form for comparing. */
export function idsNamedIn(text: string): readonly string[] {
  return text.includes('20') ? (normaliseId(text).match(idsIn) ?? []) : [];
}
