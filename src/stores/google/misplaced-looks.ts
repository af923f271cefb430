/** Looks that a write gave to the wrong columns, since people had moved columns between its reading and the write. */
import { msg } from '../../domain/msg.ts';
import type { Refusal } from '../../domain/workbook.ts';
import { sameValues, tabIn } from './before-after.ts';
import type { Request } from './cell-requests.ts';
import { takingBack } from './looks-requests.ts';
import type { WritePlan } from './plan.ts';
import type { SeenTab, Snapshot } from './read.ts';
import type { Outcome } from './verify.ts';
import type { Effect } from './workbook-model.ts';

export interface MisplacedLooks {
  /** The change that gave them, by its place in the list. */
  readonly index: number;
  readonly tabId: number;
  /** The row of headings, from 1. */
  readonly headings: number;
  /** What takes them back, as long as nobody moves columns again. */
  readonly requests: readonly Request[];
}

/** What must be taken back after a write. `effects` are its planned changes, by their places in the list. */
export function misplacedLooks(
  plan: WritePlan,
  effects: ReadonlyMap<number, Effect>,
  outcomes: readonly Outcome[],
  snapshot: Snapshot,
): readonly MisplacedLooks[] {
  return [...effects].flatMap(([index, { kind, tab }], at) => {
    const [looks, copies] = [plan.looks.get(tab.id), plan.copies.get(tab.id)];
    const shown = tabIn(snapshot, tab.id);
    const isMisplaced = kind === 'dressed' && outcomes[at]?.is === 'displaced';
    if (!isMisplaced || looks === undefined || copies === undefined || shown === undefined) return [];
    const requests = takingBack(looks, copies, shown);
    return [{ index, tabId: tab.id, headings: looks.headings, requests }];
  });
}

/** Whether nobody has moved columns, or put rows above the headings, from one reading to the next. */
export function areStill({ tabId, headings }: MisplacedLooks, was: Snapshot, is: Snapshot): boolean {
  const rowIn = (tab: SeenTab | undefined) =>
    tab?.rows.find(({ number }) => number === headings)?.cells ?? [];
  return sameValues(rowIn(tabIn(was, tabId)), rowIn(tabIn(is, tabId)));
}

/** For looks of which it can no longer be known what to take back. */
export const looksAstray = (tab: string): Refusal => ({
  why: 'not-allowed',
  says: msg`Columns of ${tab} were moved several times while Felles gave it its looks, so some colours, choices or groups may be in the wrong columns.`,
  advice: msg`Look at the tab, and remove what is in the wrong place.`,
});
