/** Statements as rows of the tab Formidlet. */
import type { RowAddition } from '../domain/workbook.ts';
import { factNames, noneSaid, saidStates, type StatementContent } from '../domain/statement.ts';
import type { Register } from './register.ts';
import { saidKindWord, saidStateWord, statementsTab } from './tabs/statements.ts';

/** A cell for each thing that was said, by the key of its column. */
function cellsOf(said: StatementContent): ReadonlyMap<string, string | number> {
  const { facts, kind, saidAt, about, what, to, count, by, sequence, reason, sum } = said;
  const cells = new Map<string, string | number>();
  const texts = { saidAt, kind: saidKindWord(kind), about, what, to, count, by, sequence, reason, sum };
  for (const [key, value] of Object.entries(texts)) if (value !== undefined) cells.set(key, value);
  for (const name of factNames) {
    const fact = facts[name];
    if (fact !== undefined && name !== 'state') cells.set(name, fact ?? noneSaid);
  }
  // A thing always has a state: null says nothing.
  const state = saidStates.find((one) => one === facts.state);
  if (state !== undefined) cells.set('state', saidStateWord(state));
  return cells;
}

/** Headings of the tab by the keys of its columns. */
type Headings = Readonly<Partial<Record<string, string>>>;

/** The cells of a statement by the headings of a tab. A fact whose column is not there is left out. */
export const statementCells = (
  said: StatementContent,
  headings: Headings,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...cellsOf(said)].flatMap(([key, value]) => {
      const heading = headings[key];
      return heading === undefined ? [] : [[heading, value]];
    }),
  );

/** The headings that Felles writes. */
export const statementHeadings: Headings = Object.fromEntries(
  Object.entries(statementsTab.columns).map(([key, { heading }]) => [key, heading]),
);

/** Without these a row of the record says nothing. */
const needed = ['saidAt', 'kind', 'about', 'what'];

/** Whether the record has no tab, or not all its columns: then not all that is said can be kept. */
export const isRecordIncomplete = ({ tabs }: Pick<Register, 'tabs'>): boolean =>
  Object.keys(statementsTab.columns).some((key) => headingsIn(tabs)[key] === undefined);

const headingsIn = (tabs: Register['tabs']): Headings => tabs.statements?.headings ?? {};

/** The rows to add for statements; none if the workbook has no tab for them. */
export function statementRows(
  { tabs }: Pick<Register, 'tabs'>,
  said: readonly StatementContent[],
): readonly RowAddition[] {
  const headings = headingsIn(tabs);
  const { statements } = tabs;
  if (statements === undefined || needed.some((key) => headings[key] === undefined)) return [];
  return said.map((one) => ({
    kind: 'row',
    tab: statements.name,
    cells: statementCells(one, headings),
  }));
}
