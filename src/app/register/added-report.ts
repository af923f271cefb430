/** What `npm run init` has added to a workbook that was there. */
import { counted } from '../../domain/counted.ts';
import { inFew } from '../../domain/few.ts';
import { groupBy } from '../../domain/group.ts';
import type { Change, ChangeResult, RowAddition, TabAddition } from '../../domain/workbook.ts';
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
      return `Added the tab ${change.layout.name}${broughtAlong(change)}.`;
    case 'column':
      return several(
        'column',
        change.tab,
        alike.flatMap((one) => (one.kind === 'column' ? one.layout.heading : [])),
      );
    case 'row':
      return several(
        'row',
        change.tab,
        alike.flatMap((one) => (one.kind === 'row' ? nameOf(one) : [])),
      );
    case 'page':
      return `Wrote the page ${change.layout.name}.`;
    case 'looks':
      return `Brought the looks of ${counted(alike.length, 'tab')} up to date.`;
    case 'cell':
    case 'rows':
      return `Wrote to ${change.tab}.`;
  }
}

const several = (what: string, tab: string, names: readonly string[]): string =>
  names.length === 1
    ? `Added the ${what} ${names.join('')} to ${tab}.`
    : `Added ${counted(names.length, what)} to ${tab}: ${inFew(names)}.`;

/** Of a setting the first text is its name, which may have commas. */
const nameOf = ({ cells }: RowAddition): string =>
  `«${Object.values(cells).find((value) => typeof value === 'string') ?? ''}»`;

/** What the new tab of the record has from the old tabs. */
function broughtAlong({ layout, rows }: TabAddition): string {
  if (layout.name !== tabs.statements.name || rows.length === 0) return '';
  const names = oldTabs.map(({ name }) => name).join(' and ');
  return ` with ${counted(rows.length, 'row')} of ${names}, which are not read any more`;
}
