/** A script's run on a Google Sheet while a person edits it between the requests, and what must hold afterwards. */
import fc from 'fast-check';
import { UserError } from '../../../src/domain/user-error.ts';
import {
  cellValue,
  isEmptyCell,
  type Cell,
  type Change,
  type ChangeResult,
  type NewValue,
  type Workbook,
} from '../../../src/domain/workbook.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import type { FakeGoogle } from '../../support/google/fake-google.ts';
import { inProcessClient } from '../../support/google/in-process.ts';
import type { GooglePeople } from '../../support/google/people.ts';

const TAB = 'Saker';
const HEADINGS = ['ID', 'Tittel', 'Saksnr', 'Merknad'];

/** One row has no ID, one has its number already, and two look alike but for their IDs. */
const ROWS = [
  ['S-1', 'tittel 1', null, 'merknad 1'],
  ['S-2', 'tittel 2', 'Sak 1/26', null],
  [null, 'tittel 3', null, 'merknad 3'],
  ['S-4', 'lik', null, null],
  ['S-5', 'lik', null, null],
];

/** What a person does, with small numbers for where. */
const placed = { row: fc.integer({ min: 1, max: 8 }), column: fc.integer({ min: 0, max: 5 }) };
const edit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), ...placed }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('clear' as const, 'formula' as const), ...placed }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('insertRow' as const, 'deleteRow' as const, 'sort' as const, 'copyRow' as const),
      ...placed,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'insertColumn' as const,
        'moveColumn' as const,
        'renameHeading' as const,
        'hideRow' as const,
      ),
      ...placed,
    }),
  },
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Edits, each before one of the requests of a run (0 is the reading). */
export const interleaving = fc.array(fc.record({ before: fc.integer({ min: 0, max: 7 }), edit }), {
  maxLength: 6,
});
export type Interleaving = typeof interleaving extends fc.Arbitrary<infer T> ? T : never;

const textsIn = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  rows.flatMap((cells) => cells.flatMap((cell) => (isEmptyCell(cell) ? [] : [String(cellValue(cell))])));

/** What the script wants: an ID by content, numbers by ID, a new row, a new column, and Kontroll replaced. */
function changesFor(workbook: Workbook): readonly Change[] {
  const rows = workbook.sheets.find(({ name }) => name === TAB)?.rows.slice(1) ?? [];
  const cells = rows.flatMap(({ number, cells: [id, ...others] }): readonly Change[] => {
    const at = isEmptyCell(id)
      ? ({ by: 'content', row: number, cells: [id ?? null, ...others] } as const)
      : ({ by: 'id', idColumn: 'ID', id: String(cellValue(id)) } as const);
    const column = isEmptyCell(id) ? 'ID' : 'Saksnr';
    if (!isEmptyCell(isEmptyCell(id) ? id : others[1])) return [];
    return [{ kind: 'cell', tab: TAB, at, column, was: null, becomes: `vår ${column} ${String(number)}` }];
  });
  return [
    ...cells,
    { kind: 'column', tab: TAB, layout: { heading: 'Frist', note: 'n', width: 9, format: 'date' } },
    { kind: 'row', tab: TAB, cells: { ID: 'vår rad', Tittel: 'vår rads tittel' } },
    { kind: 'rows', tab: 'Kontroll', rows: [{ Rad: 1, Problem: 'vårt problem' }] },
  ];
}

const isOurs = (text: string): boolean => text.startsWith('vår') || text === 'Frist';

/** A person at the spreadsheet, who remembers which texts must still stand there. */
class Person {
  readonly #google: FakeGoogle;
  readonly #id: string;
  readonly #people: GooglePeople;
  /** How often each text stands in the tab by the person's own doing. */
  readonly kept = new Map<string, number>();
  /** Texts of the script that the person has taken away, written over or copied. */
  readonly meddled = new Set<string>();
  /** How many texts of the script the person has taken away: what stood below one of them went with it. */
  takenAway = 0;
  #count = 0;

  constructor(google: FakeGoogle, id: string) {
    this.#google = google;
    this.#id = id;
    this.#people = google.people(id);
    this.#note([], this.#texts());
  }

  async do({ do: what, row, column }: Edit): Promise<void> {
    const before = this.#texts();
    const isUnsettled = this.#isUnsettled(before);
    const sheet = this.#google.spreadsheet(this.#id).sheetNamed(TAB);
    if (sheet === undefined) throw new Error('the tab is gone');
    this.#count += 1;
    const text = `person ${String(this.#count)}`;
    const within = Math.min(column, sheet.columnCount - 1);
    await this.#act(what, row, within, text);
    const after = this.#texts();
    if (isUnsettled && before.join('\n') !== after.join('\n')) this.takenAway += 2;
    this.#note(before, after);
  }

  /** A text of the person's stands for a moment where another did: whoever writes there takes both away. */
  #isUnsettled(texts: readonly string[]): boolean {
    return [...this.kept].some(([text, count]) => texts.filter((each) => each === text).length !== count);
  }

  #act(what: Edit['do'], row: number, column: number, text: string): Promise<void> {
    const people = this.#people;
    switch (what) {
      case 'type':
        return people.type(TAB, row, column, text);
      case 'clear':
        return people.type(TAB, row, column, null);
      case 'formula':
        return people.type(TAB, row, column, { value: text, formula: `"${text}"&""` });
      case 'insertRow':
        return people.insertRow(TAB, row);
      case 'deleteRow':
        return people.deleteRow(TAB, row);
      case 'sort':
        return people.sort(TAB, column);
      case 'hideRow':
        return people.hideRow(TAB, row);
      case 'insertColumn':
        return people.insertColumn(TAB, column);
      case 'moveColumn':
        return people.moveColumn(TAB, column, 0);
      case 'renameHeading':
        return people.renameHeading(TAB, column, text);
      case 'copyRow':
        return this.#copyRow(row);
    }
  }

  /** As people make a row like another: its texts again, far below. */
  async #copyRow(row: number): Promise<void> {
    for (const [column, cell] of (this.rows()[row - 1] ?? []).entries())
      await this.#people.type(TAB, 20 + this.#count, column, cell);
  }

  /** All rows of the tab, from the first on. */
  rows(): readonly (readonly Cell[])[] {
    const sheet = this.#google.spreadsheet(this.#id).sheetNamed(TAB);
    return Array.from({ length: sheet?.rows.length ?? 0 }, (_, row) =>
      Array.from({ length: sheet?.columnCount ?? 0 }, (_unused, column) => {
        const content = sheet?.cell(row, column)?.content;
        const shows = typeof content === 'object' ? content.shows : content;
        return typeof shows === 'object' ? null : (shows ?? null);
      }),
    );
  }

  #texts(): readonly string[] {
    return textsIn(this.rows());
  }

  #note(before: readonly string[], after: readonly string[]): void {
    for (const text of before) this.#change(text, -1);
    for (const text of after) this.#change(text, 1);
    for (const text of new Set([...before, ...after])) {
      const times = (texts: readonly string[]): number => texts.filter((each) => each === text).length;
      if (!isOurs(text) || times(before) === times(after)) continue;
      this.meddled.add(text);
      this.takenAway += Math.max(0, times(before) - times(after));
    }
  }

  #change(text: string, by: number): void {
    if (isOurs(text)) return;
    this.kept.set(text, (this.kept.get(text) ?? 0) + by);
  }
}

const small = (sheetId: number, title: string): object => ({
  sheetId,
  title,
  gridProperties: { rowCount: 12, columnCount: 5 },
});

export interface Outcome {
  readonly results: readonly ChangeResult[] | 'reported';
  readonly person: Person;
  readonly rows: readonly (readonly Cell[])[];
  readonly requests: number;
}

/** Runs the script, with the person's edits where they belong. A text of the script always begins with «vår». */
export async function play(google: FakeGoogle, edits: Interleaving): Promise<Outcome> {
  const id = google.createSpreadsheet({ sheets: [small(1, TAB), small(2, 'Kontroll')] });
  const setting = google.people(id);
  for (const [row, cells] of [HEADINGS, ...ROWS].entries()) {
    for (const [column, cell] of cells.entries()) await setting.type(TAB, row + 1, column, cell);
  }
  for (const [column, cell] of ['Rad', 'Problem'].entries()) await setting.type('Kontroll', 1, column, cell);
  await setting.type('Kontroll', 2, 1, 'gammelt');
  const person = new Person(google, id);
  let request = 0;
  const client = inProcessClient(google, async () => {
    for (const { before, edit: each } of edits) if (before === request) await person.do(each);
    request += 1;
  });
  const store = googleStore(client, id);
  const base = await store.read();
  const results = await store
    .write(changesFor(base), base)
    .catch((error: unknown) =>
      error instanceof UserError ? ('reported' as const) : Promise.reject(error as Error),
    );
  return { results, person, rows: person.rows(), requests: request };
}

const textOf = (value: NewValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What is wrong after a run; nothing when all is well. */
export function wrongIn({ results, person, rows }: Outcome): readonly string[] {
  const texts = textsIn(rows);
  const times = (text: string): number => texts.filter((each) => each === text).length;
  const wrong: string[] = [];
  const missing = [...person.kept].flatMap(([text, count]) =>
    times(text) !== count ? [`«${text}» stands ${times(text)} times instead of ${count}`] : [],
  );
  if (missing.length > person.takenAway) wrong.push(...missing);
  if (results === 'reported') return wrong;
  for (const { change, outcome } of results) {
    if (change.kind === 'cell')
      wrong.push(...wrongCell(textOf(change.becomes), change, outcome, person, rows));
  }
  const added = results.find(({ change }) => change.kind === 'row');
  if (!person.meddled.has('vår rad') && times('vår rad') !== (added?.outcome === 'done' ? 1 : 0))
    wrong.push(`the new row is ${added?.outcome ?? 'lost'}, and stands ${times('vår rad')} times`);
  return wrong;
}

function wrongCell(
  text: string,
  { at }: Extract<Change, { kind: 'cell' }>,
  outcome: ChangeResult['outcome'],
  person: Person,
  rows: readonly (readonly Cell[])[],
): readonly string[] {
  const found = rows.filter((cells) => cells.includes(text));
  if (person.meddled.has(text)) return [];
  if (found.length !== (outcome === 'done' ? 1 : 0))
    return [`«${text}» is ${outcome}, and stands in ${found.length} rows`];
  if (outcome !== 'done') return [];
  const mark = at.by === 'id' ? at.id : String(cellValue(at.cells[1]) ?? '');
  const isThere = rows.some((cells) => cells.includes(mark));
  return !isThere || found[0]?.includes(mark) === true ? [] : [`«${text}» does not stand beside «${mark}»`];
}
