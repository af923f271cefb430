/** Which rows a cell points to: by their IDs, by «ID · title» as the dropdowns write it, or by a title alone. */
import { comparedName } from '../domain/compare.ts';
import type { Report } from './cells/cell-parser.ts';
import { titledId } from './cells/id.ts';
import type { TitledRow, TitleLookup } from './titles.ts';

/** What a column points to. `letter`: that of the IDs. */
export interface Reference {
  readonly letter: string;
  /** A cell may point to several rows, with commas between. */
  readonly many?: true;
}

const isId = /^[A-Z]-20\d\d-\d{3,6}$/u;

/**
 * The text with IDs in the place of titles. A title that nobody has stays, and the cell's parser reports it. Undefined where
 * several rows have the title, or the only one has no ID yet, which is reported: nothing is guessed.
 */
export function withIds(
  { letter, many }: Reference,
  text: string,
  find: TitleLookup,
  report: Report,
): string | undefined {
  if (isId.test(text)) return text;
  const level = many === true ? 'warning' : 'error';
  const one = (part: string): string | undefined => {
    const known = titledId(part);
    if (known !== undefined) {
      reportOther(known, find(letter, known.title), report);
      return known.id;
    }
    const rows = find(letter, part);
    const [only] = rows;
    if (only === undefined) return part;
    if (rows.length > 1) report('title-several', level, { rows: rows.slice(0, 5).map(({ row }) => row) });
    else if (only.id === undefined) report('title-without-id', level, { row: only.row });
    return rows.length > 1 ? undefined : only.id;
  };
  return many === true ? partsOf(text, letter, find, one).join(', ') : one(text);
}

/** A title that is now another row's: the cell may have been filled down. A title that was changed later says nothing. */
function reportOther(
  { id, title }: { id: string; title: string },
  owners: readonly TitledRow[],
  report: Report,
): void {
  const other = owners[0]?.id;
  if (other === undefined || owners.some((owner) => owner.id === id)) return;
  report('title-of-another', 'warning', { id, other, title });
}

/** The parts of a list. A title may have commas too: what follows an ID with a title, and is no ID or title, belongs to it. */
function partsOf(
  text: string,
  letter: string,
  find: TitleLookup,
  one: (part: string) => string | undefined,
): readonly string[] {
  if (find(letter, text).length > 0) return [one(text) ?? ''];
  const found: string[] = [];
  let title: { readonly id: string; words: string } | undefined;
  const close = (): void => {
    if (title !== undefined) found.push(one(`${title.id} · ${title.words}`) ?? '');
    title = undefined;
  };
  for (const part of text.split(/[,;\n]/u).map((piece) => piece.trim())) {
    const known = titledId(part);
    const isOwn = known !== undefined || isId.test(comparedId(part)) || find(letter, part).length > 0;
    if (title !== undefined && !isOwn) title.words += `, ${part}`;
    else {
      close();
      if (known === undefined) found.push(one(part) ?? '');
      else title = { id: known.id, words: known.title };
    }
  }
  close();
  return found.filter((part) => part !== '');
}

const comparedId = (text: string): string => comparedName(text).toUpperCase();
