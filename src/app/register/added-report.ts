/** What `npm run init` has added to a workbook that was there. */
import { inFew } from '../../domain/few.ts';
import { groupBy } from '../../domain/group.ts';
import { msg } from '../../domain/msg.ts';
import type { Change, ChangeResult, RowAddition, TabAddition } from '../../domain/workbook.ts';
import { joinedByAnd } from '../../language/spoken.ts';
import { oldTabs } from '../../register/old-tabs.ts';
import { tabs } from '../../register/tabs.ts';
import type { ExitCode } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';
import { reportRefused } from './change-report.ts';

/** Prints what was added, the columns and the settings of a tab in one line, and what was refused. 1 if anything was. */
export function reportAdded(terminal: Terminal, results: readonly ChangeResult[]): ExitCode {
  const made = results.flatMap(({ change, outcome }) => (outcome === 'done' ? [change] : []));
  const [looks, others] = [made.filter(isLooks), made.filter((change) => !isLooks(change))];
  for (const alike of groupBy([...others, ...looks], toldWith).values()) terminal.result(added(alike));
  return reportRefused(terminal, results) ? 1 : 0;
}

const isLooks = ({ kind }: Change): boolean => kind === 'looks';

/** Changes with the same answer are told of together. */
function toldWith(change: Change): string {
  switch (change.kind) {
    case 'tab':
    case 'page':
      return `${change.kind} ${change.layout.name}`;
    case 'looks':
      return 'looks';
    case 'column':
    case 'row':
    case 'cell':
    case 'rows':
      return `${change.kind} ${change.tab}`;
  }
}

/** Throws for none, which nobody groups. */
function added(alike: readonly Change[]): string {
  const [change] = alike;
  if (change === undefined) throw new Error('nothing was added');
  switch (change.kind) {
    case 'tab':
      return addedTab(change);
    case 'column':
      return addedColumns(
        change.tab,
        alike.flatMap((one) => (one.kind === 'column' ? one.layout.heading : [])),
      );
    case 'row':
      return addedRows(
        change.tab,
        alike.flatMap((one) => (one.kind === 'row' ? nameOf(one) : [])),
      );
    case 'page':
      return msg`Wrote the page ${change.layout.name}.`;
    case 'looks':
      return alike.length === 1
        ? msg`Brought the looks of 1 tab up to date.`
        : msg`Brought the looks of ${alike.length} tabs up to date.`;
    case 'cell':
    case 'rows':
      return msg`Wrote to ${change.tab}.`;
  }
}

const addedColumns = (tab: string, names: readonly string[]): string =>
  names.length === 1
    ? msg`Added the column ${names.join('')} to ${tab}.`
    : msg`Added ${names.length} columns to ${tab}: ${inFew(names)}.`;

const addedRows = (tab: string, names: readonly string[]): string =>
  names.length === 1
    ? msg`Added the row ${names.join('')} to ${tab}.`
    : msg`Added ${names.length} rows to ${tab}: ${inFew(names)}.`;

/** Of a setting the first text is its name, which may have commas. */
const nameOf = ({ cells }: RowAddition): string =>
  `«${Object.values(cells).find((value) => typeof value === 'string') ?? ''}»`;

/** With what the new tab of the record has from the old tabs. */
function addedTab({ layout: { name }, rows: { length } }: TabAddition): string {
  if (name !== tabs.statements.name || length === 0) return msg`Added the tab ${name}.`;
  const old = joinedByAnd(oldTabs.map((tab) => tab.name));
  return length === 1
    ? msg`Added the tab ${name} with 1 row of ${old}, which are not read any more.`
    : msg`Added the tab ${name} with ${length} rows of ${old}, which are not read any more.`;
}
