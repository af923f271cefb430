/** A script's run on a Google Sheet while a person edits it between the requests, and what must hold afterwards. */
import fc from 'fast-check';
import { UserError } from '../../../src/domain/user-error.ts';
import {
  cellValue,
  isEmptyCell,
  type CellChange,
  type Change,
  type ChangeResult,
  type Workbook,
} from '../../../src/domain/workbook.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import type { FakeGoogle } from '../../support/google/fake-google.ts';
import { inProcessClient, type Loss } from '../../support/google/in-process.ts';
import { edit, TAB, Twins } from './twins.ts';

/** Edits, each before one of the requests of a run (0 is the reading). */
export const interleaving = fc.array(fc.record({ before: fc.integer({ min: 0, max: 7 }), edit }), {
  maxLength: 6,
});
export type Interleaving = typeof interleaving extends fc.Arbitrary<infer T> ? T : never;

const NEW_ROW = 'vår rad';

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
    { kind: 'row', tab: TAB, cells: { ID: NEW_ROW, Tittel: 'vår rads tittel' } },
    { kind: 'rows', tab: 'Kontroll', rows: [{ Rad: 1, Problem: 'vårt problem' }] },
  ];
}

export interface Outcome {
  readonly results: readonly ChangeResult[] | 'reported';
  readonly twins: Twins;
  readonly requests: number;
}

/** Answers that are lost, by the request: those of writes count. */
export type Losses = ReadonlyMap<number, Loss>;

/** Runs the script, with the person's edits where they belong. */
export async function play(
  google: FakeGoogle,
  edits: Interleaving,
  losses: Losses = new Map(),
): Promise<Outcome> {
  const twins = await Twins.make(google);
  let request = 0;
  const client = inProcessClient(google, async () => {
    for (const { before, edit: each } of edits) if (before === request) await twins.do(each);
    request += 1;
    return losses.get(request - 1);
  });
  const store = googleStore(client, twins.id);
  const base = await store.read();
  const results = await store
    .write(changesFor(base), base)
    .catch((error: unknown) =>
      error instanceof UserError ? ('reported' as const) : Promise.reject(error as Error),
    );
  return { results, twins, requests: request };
}

/** What is wrong after a run; nothing when all is well. */
export function wrongIn({ results, twins }: Outcome): readonly string[] {
  if (results === 'reported') return [];
  return [...twins.differences(), ...results.flatMap((result) => wrongWith(result, twins))];
}

function wrongWith({ change, outcome }: ChangeResult, twins: Twins): readonly string[] {
  if (change.kind === 'rows') return wrongTab(twins);
  const text = textOf(change);
  if (outcome === 'notTried') return [`«${text}» was not tried`];
  const rows = [...twins.grid().entries()].filter(([, cells]) => cells.includes(text));
  if (twins.meddled.has(text)) return [];
  if (rows.length !== (outcome === 'done' ? 1 : 0))
    return [`«${text}» is ${outcome}, and stands in ${rows.length} rows`];
  const [found] = rows;
  return change.kind !== 'cell' || found === undefined ? [] : wrongRow(change, text, found[0], twins);
}

/** A value stands in the row that the person would say it belongs to, if just one row can be meant. */
function wrongRow({ at }: CellChange, text: string, row: number, twins: Twins): readonly string[] {
  const mark = at.by === 'id' ? at.id : String(cellValue(at.cells.find((cell) => !isEmptyCell(cell))));
  if (twins.copied.has(mark)) return [];
  const meant = [...twins.twin().entries()].filter(([, cells]) => cells.includes(mark));
  const [only, ...others] = meant;
  return only === undefined || others.length > 0 || only[0] === row
    ? []
    : [`«${text}» does not stand beside «${mark}»`];
}

function wrongTab(twins: Twins): readonly string[] {
  const texts = twins
    .grid('Kontroll')
    .flat()
    .filter((cell) => cell !== null);
  return texts.join() === 'Rad,Problem,1,vårt problem' ? [] : [`Kontroll holds ${texts.join()}`];
}

function textOf(change: Exclude<Change, { kind: 'rows' }>): string {
  switch (change.kind) {
    case 'cell':
      return typeof change.becomes === 'string' ? change.becomes : '';
    case 'column':
      return change.layout.heading;
    case 'row':
      return NEW_ROW;
    case 'tab':
    case 'page':
      return change.layout.name;
    case 'looks':
      return '';
  }
}
