import { cellRequests, appendCellsCounting, type CountsAsData } from './cells.ts';
import { copyPaste } from './copy-paste.ts';
import { dimensionRequests } from './dimensions.ts';
import { deleteRange } from './delete-range.ts';
import { groupRequests } from './groups.ts';
import { looksRequests } from './looks.ts';
import { mergeRequests } from './merges.ts';
import { rangeRequests } from './ranges.ts';
import type { RequestKind } from './request-kind.ts';
import { sheetRequests } from './sheets.ts';

/** Every kind of request that the fake takes, by its name. */
export function requestKinds(counts: CountsAsData): ReadonlyMap<string, RequestKind> {
  const kinds = [
    ...sheetRequests,
    ...cellRequests,
    ...dimensionRequests,
    ...rangeRequests,
    ...looksRequests,
    ...groupRequests,
    ...mergeRequests,
    appendCellsCounting(counts),
    copyPaste,
    deleteRange,
  ];
  return new Map(kinds.map((kind) => [kind.name, kind]));
}
