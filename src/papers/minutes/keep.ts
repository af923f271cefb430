/** What is written when minutes are kept: the version in the record, and empty cells that it makes certain. */
import { msg } from '../../domain/msg.ts';
import type { StatementContent } from '../../domain/statement.ts';
import { isWorkingDay } from '../../domain/holidays.ts';
import { addDays, dayOf, utcText, type Day, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { versionName } from '../../domain/version-name.ts';
import type { CellChange, NewValue, RowAddition } from '../../domain/workbook.ts';
import { getBackAdvice } from '../../language/problems/get-back.ts';
import type { Register, TabState } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { isRecordIncomplete, statementRows } from '../../register/statement-rows.ts';
import { statementsTab } from '../../register/tabs/statements.ts';
import type { FinalMinutes } from './final.ts';

/** The rows of the record for a version: one for the meeting, one for each case. `sum` is the SHA-256 of its text; `now` is Oslo time. */
export function versionStatements(
  { meeting, view, facts, last, isSettled }: FinalMinutes,
  sum: string,
  now: WallTime,
): readonly StatementContent[] {
  const head = {
    kind: 'minutesVersion',
    what: versionName(meeting.id, view.version),
    saidAt: utcText(now),
  } as const;
  const after = isSettled && last !== undefined ? { version: versionName(meeting.id, last.version) } : {};
  return [
    { ...head, about: meeting.id, facts: { ...facts.facts, ...after }, sum },
    ...[...facts.cases].map(([about, own]) => ({ ...head, about, facts: own })),
  ];
}

/** The same as changes of the workbook. Throws UserError if the record cannot take them. */
export function versionRows(register: Register, said: readonly StatementContent[]): readonly RowAddition[] {
  const rows = statementRows(register, said);
  if (rows.length === 0 || isRecordIncomplete(register)) {
    throw new UserError(
      msg`The workbook has no tab ${statementsTab.name} with all its columns, so no minutes were kept.`,
      getBackAdvice(),
    );
  }
  return rows;
}

/** The register as it is once a version is kept. */
export function withStatements(register: Register, said: readonly StatementContent[]): Register {
  const at = { tab: register.tabs.statements?.name ?? statementsTab.name, row: 0, hidden: false };
  return {
    ...register,
    statements: [
      ...register.statements,
      ...said.map((one) => ({
        ...{ to: undefined, count: undefined, by: undefined, sequence: undefined, reason: undefined },
        ...{ sum: undefined, what: undefined, ...one, at },
      })),
    ],
  };
}

/**
 * The empty cells that are certain now: the IDs of the rows in the minutes, and the meeting of each treatment that named none.
 */
export function certainCells(
  { tabs }: Register,
  { treated, otherActions, meeting }: FinalMinutes,
): readonly CellChange[] {
  const actions = [...treated.flatMap(({ actions: own }) => own), ...otherActions];
  const ids = new Set([...treated.map(({ item }) => item.id), ...actions.map(({ id }) => id)]);
  const given = [tabs.cases, tabs.actions].flatMap((state) => state?.newIds ?? []);
  return [
    ...given.filter(({ becomes }) => typeof becomes === 'string' && ids.has(becomes)),
    ...treated.flatMap(({ item, treatment }) =>
      treatment?.isMeetingCertain === false && item.treatedIn === undefined
        ? cellOf(tabs.cases, item, 'treatedIn', meeting.id)
        : [],
    ),
  ];
}

/** The last day for approving minutes that go out now: the one in the row of the meeting, otherwise as the settings say. */
export const approvalDeadline = (
  register: Register,
  { approvalDeadline: written }: FinalMinutes['meeting'],
  now: WallTime,
): Day => written ?? workingDayFrom(addDays(dayOf(now), settingsOf(register).afterMeeting.approvalDays));

/** The day itself, or the next that is a working day. */
function workingDayFrom(from: Day): Day {
  let day = from;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** Writes that day where the row has none. */
export function deadlineCell(
  register: Register,
  { meeting }: FinalMinutes,
  now: WallTime,
): readonly CellChange[] {
  if (meeting.approvalDeadline !== undefined) return [];
  const becomes = { day: approvalDeadline(register, meeting, now) };
  return cellOf(register.tabs.activities, meeting, 'approvalDeadline', becomes);
}

/** Fills an empty cell of a row; nothing where the tab lacks the column. */
function cellOf<Key extends string>(
  state: TabState<Key | 'id'> | undefined,
  { id, at }: Pick<FinalMinutes['meeting'], 'id' | 'at'>,
  key: Key,
  becomes: NewValue,
): readonly CellChange[] {
  const headings: Readonly<Partial<Record<string, string>>> = state?.headings ?? {};
  const [idColumn, column] = [headings['id'], headings[key]];
  if (idColumn === undefined || column === undefined) return [];
  const newId = state?.newIds.find((change) => change.becomes === id);
  return [
    {
      ...{ kind: 'cell', tab: at.tab, at: newId?.at ?? { by: 'id', idColumn, id }, column },
      ...{ headings: Object.values(headings).filter((one) => typeof one === 'string'), was: null, becomes },
    },
  ];
}
