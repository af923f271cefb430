/** A row of an action of an earlier meeting, as people changed it: what tells it from the draft. */
import { comparedName } from '../../../domain/compare.ts';
import type { DraftedTexts } from './drafted.ts';

/** A longer action is cut, so that what differs is seen. */
const LONGEST = 36;

/** The beginning of the action, and the cells that the draft has otherwise; all of them where no action reads alike. */
export function changedRow(
  cells: readonly string[],
  { followUp }: Pick<DraftedTexts, 'followUp'>,
  isOpen: (status: string) => boolean,
): string {
  const [action = '', ...rest] = cells;
  const compared = cells.map(comparedName);
  const isSame = (drafted: readonly string[], index: number): boolean =>
    index < drafted.length ? drafted[index] === compared[index] : isOpen(cells[index] ?? '');
  const alike = [...followUp.keys()]
    .map((one) => one.split(' | '))
    .filter(([first = '']) => compared[0]?.startsWith(first) === true);
  const sameIn = (drafted: readonly string[]): number =>
    cells.filter((_, index) => isSame(drafted, index)).length;
  const [nearest] = alike.sort((one, other) => sameIn(other) - sameIn(one));
  const changed = nearest === undefined ? rest : rest.filter((_, index) => !isSame(nearest, index + 1));
  const begin = action.length <= LONGEST ? action : `${action.slice(0, LONGEST - 1)}…`;
  const end = nearest !== undefined && !isSame(nearest, 0) && begin !== action ? action.slice(-LONGEST) : '';
  const name = nearest === undefined ? action : `${begin}${end}`;
  return [name, ...changed].filter((text) => text !== '').join(' | ');
}
