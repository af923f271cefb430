import type { Change, TabAddition, Workbook } from '../../src/domain/workbook.ts';
import { afterSetup } from '../../src/register/after-setup.ts';

/** The workbook that a store makes of the plan for a new one. Throws where a row has a heading that its tab lacks. */
export function workbookFrom(changes: readonly Change[]): Workbook {
  const added = changes.filter((change): change is TabAddition => change.kind === 'tab');
  for (const { layout, rows } of added) {
    const headings = new Set(layout.columns.map(({ heading }) => heading));
    const unknown = rows.flatMap((row) => Object.keys(row)).find((heading) => !headings.has(heading));
    if (unknown !== undefined) throw new Error(`«${layout.name}» has no column «${unknown}»`);
  }
  return { ...afterSetup(undefined, added), name: 'made.xlsx', revision: 'made' };
}
