/** The decided time of a meeting as changes of its row: only where nobody has written another. */
import { cellValue, isEmptyCell, type Cell, type CellChange, type Workbook } from '../../domain/workbook.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { plainText } from '../../register/cells/text.ts';
import { isAsProposed } from './idea-rows.ts';
import type { ProposedTime } from './poll-rows.ts';

/** A cell that somebody has written otherwise. */
export interface OwnText {
  readonly column: string;
  readonly holds: string;
}

export interface TimeChanges {
  /** None where the row has the time already, or a cell holds something else. */
  readonly changes: readonly CellChange[];
  readonly own: readonly OwnText[];
}

const hasFormula = (cell: Cell): boolean => typeof cell === 'object' && cell?.formula !== undefined;

/**
 * A cell that is empty is filled; one that holds exactly what Felles proposed, as the row's Merknad says, is changed. Any other
 * content is people's, and then nothing of the row is written. `workbook` is what the register was read from.
 */
export function timeChanges(
  register: Register,
  workbook: Workbook,
  meeting: Activity,
  { start, end }: ProposedTime,
): TimeChanges {
  const { columns, headings = {} } = register.tabs.activities ?? {};
  const row = workbook.sheets
    .find(({ name }) => name === meeting.at.tab)
    ?.rows.find(({ number }) => number === meeting.at.row);
  const wanted: readonly (readonly ['start' | 'end', WallTime | undefined, WallTime | undefined])[] = [
    ['start', meeting.start?.time, start],
    ['end', meeting.end?.time, end],
  ];
  const own: OwnText[] = [];
  const changes = wanted.flatMap(([key, is, becomes]): readonly CellChange[] => {
    const place = columns?.[key];
    if (place === undefined || headings.id === undefined || becomes === undefined || is === becomes)
      return [];
    const was = row?.cells[place.index] ?? null;
    const isFree = isEmptyCell(was) || (isAsProposed(meeting) && !hasFormula(was));
    if (!isFree) own.push({ column: place.heading, holds: shown(was) });
    return [
      {
        ...{
          kind: 'cell',
          tab: meeting.at.tab,
          column: place.heading,
          headings: Object.values(headings),
          was,
        },
        ...{ at: { by: 'id', idColumn: headings.id, id: meeting.id }, becomes: { wallTime: becomes } },
      },
    ];
  });
  return { changes: own.length === 0 ? changes : [], own };
}

/** As its owner sees it. */
const shown = (cell: Cell): string => plainText(cell) || String(cellValue(cell) ?? '');
