/**
 * What must be known of rows with errors, which are left out of the register: quarterly meetings and slots that nobody may
 * pass over, reservations, and case numbers, which are given once.
 */
import { parseEmail } from '../domain/email-address.ts';
import { groupBy } from '../domain/group.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { parseDay, type Day } from '../domain/time.ts';
import { hasNoValue, isEmptyCell, type Cell, type Workbook } from '../domain/workbook.ts';
import { ignoreReports } from './cells/cell-parser.ts';
import { choiceCell, wordsCell, yesNoCell } from './cells/choice.ts';
import { idCell, idsNamedIn } from './cells/id.ts';
import { plainText } from './cells/text.ts';
import { whenCell, whenOrTimeCell } from './cells/when.ts';
import { isReserving, mayReserve, namesIn } from './list-names.ts';
import { activityStatuses, activityTypes, slotStatuses } from './lists.ts';
import type { Register, TabState, UnreadActivity, UnreadMeeting, UnreadRow, UnreadSlot } from './register.ts';
import { caseNumberCell, type CaseNumber } from './tabs/cases.ts';
import { slotsTab } from './tabs/slots.ts';

interface LeftOutRow<Key extends string> {
  /** The row number people see. */
  readonly number: number;
  /** The content of a cell; undefined if it is empty or cannot be read, or if the tab has no such column. */
  readonly value: <Value>(
    column: Key,
    parse: (cell: Cell, report: () => void) => Value | undefined,
  ) => Value | undefined;
  readonly isEmpty: (column: Key) => boolean;
}

/** The rows of a tab that are left out. None if the whole tab cannot be read. */
function unreadRows<Key extends string>(
  workbook: Workbook,
  tab: TabState<Key> | undefined,
): readonly LeftOutRow<Key>[] {
  const sheet = workbook.sheets.find(({ name }) => name === tab?.name);
  const { columns } = tab ?? {};
  if (sheet === undefined || columns === undefined || tab?.refused.size === 0) return [];
  const refused = new Set(tab?.refused.values());
  return sheet.rows.flatMap(({ number, cells }): readonly LeftOutRow<Key>[] => {
    if (!refused.has(number)) return [];
    const cellIn = (column: Key): Cell => cells[columns[column]?.index ?? -1] ?? null;
    return [
      {
        number,
        isEmpty: (column) => isEmptyCell(cellIn(column)),
        value: (column, parse) => {
          const cell = cellIn(column);
          return isEmptyCell(cell) || hasNoValue(cell) ? undefined : parse(cell, ignoreReports);
        },
      },
    ];
  });
}

/** What names the rows of a tab that are left out; `problems` are those of the cells. */
function namesOf(
  tab: TabState | undefined,
  problems: readonly Problem[],
): (row: LeftOutRow<'title' | 'titleNn'>) => Omit<UnreadRow, 'id' | 'isOff'> {
  const errors = problems.filter(({ at, level }) => at.tab === tab?.name && level === 'error');
  const byRow = groupBy(errors, ({ at }) => at.row);
  return ({ number, value }) => ({
    row: number,
    title: value('title', plainText),
    titleNn: value('titleNn', plainText),
    cells: (byRow.get(number) ?? []).flatMap(({ at: { column, cell } }) =>
      column === undefined ? [] : [cell === undefined ? column : `${column} (${cell})`],
    ),
    lacksOnlyId: tab?.withoutId.has(number) === true,
  });
}

const activityType = choiceCell(activityTypes);
const activityStatus = choiceCell(activityStatuses);

/** The periods in which a time may begin: both, where it can be read in two ways. */
function startsIn(cell: Cell): UnreadMeeting['days'] {
  const ways: string[] = [];
  const when = whenCell(cell, (code, level, args) => {
    const found = problem(code, level, { tab: '' }, args);
    if (found.code === 'date-two-ways') ways.push(found.args.one, found.args.other);
  });
  if (when !== undefined) return [{ first: when.first, last: when.last }];
  return ways.flatMap((way) => {
    const day = parseDay(way);
    return day === undefined ? [] : [{ first: day, last: day }];
  });
}

/** The last day of what begins in one of these periods. Undefined where an end or a start is there that cannot be read. */
function lastDayIn(
  row: Pick<LeftOutRow<'end'>, 'value' | 'isEmpty'>,
  days: UnreadMeeting['days'],
): Day | undefined {
  const latest = days
    .map(({ last }) => last)
    .sort()
    .at(-1);
  if (row.isEmpty('end')) return latest;
  const end = row.value('end', whenOrTimeCell);
  if (end === undefined) return undefined;
  return 'minutes' in end ? latest : end.last;
}

/** The rows of `Aktiviteter` that are left out; and those of quarterly meetings among them, except ideas and cancelled ones. */
export function unreadActivitiesIn(
  workbook: Workbook,
  tab: Register['tabs']['activities'],
  problems: readonly Problem[],
): Pick<Register, 'unreadActivities' | 'unreadMeetings'> {
  const named = namesOf(tab, problems);
  const found = unreadRows(workbook, tab).map((row) => {
    const { value } = row;
    const status = value('status', activityStatus);
    const days = value('start', startsIn) ?? [];
    const activity: UnreadActivity = {
      ...named(row),
      id: value('id', idCell('A')),
      days,
      lastDay: lastDayIn(row, days),
      isDone: status === 'done',
      isOff: status === 'idea' || status === 'cancelled',
    };
    return { activity, isMeeting: value('type', activityType) === 'quarterlyMeeting' };
  });
  return {
    unreadActivities: found.map(({ activity }) => activity),
    unreadMeetings: found.flatMap(({ activity, isMeeting }) =>
      isMeeting && !activity.isOff ? [activity] : [],
    ),
  };
}

const slotActivity = slotsTab.columns.activity.parse;
const slotId = idCell('P');
const slotStatus = choiceCell(slotStatuses);

/** The rows of `Program` that are not among the slots that could be read. */
export function unreadSlotsIn(
  workbook: Workbook,
  tab: Register['tabs']['slots'],
  problems: readonly Problem[],
): readonly UnreadSlot[] {
  const named = namesOf(tab, problems);
  return unreadRows(workbook, tab).map((row) => ({
    ...named(row),
    id: row.value('id', slotId),
    activity: row.value('activity', slotActivity),
    isOff: row.value('status', slotStatus) === 'declined',
  }));
}

/** The rows of `Datoforslag` that may be answers about a meeting and say what cannot be read: left out, or with an unread answer. */
export function unreadAnswersIn(
  workbook: Workbook,
  { tabs, answers }: Pick<Register, 'tabs' | 'answers'>,
  meeting: string,
): readonly number[] {
  const tab = tabs.answers;
  const leftOut = unreadRows(workbook, tab).flatMap(({ number, value }) => {
    const named = idsNamedIn(value('meeting', plainText) ?? '');
    return named.length === 0 || named.includes(meeting) ? [number] : [];
  });
  const sheet = workbook.sheets.find(({ name }) => name === tab?.name);
  const index = tab?.columns?.answer?.index ?? -1;
  const open = new Set(
    answers.filter((row) => row.meeting === meeting && row.answer === undefined).map(({ at }) => at.row),
  );
  const unread = (sheet?.rows ?? [])
    .filter(({ number, cells }) => open.has(number) && !isEmptyCell(cells[index] ?? null))
    .map(({ number }) => number);
  return [...leftOut, ...unread].sort((one, other) => one - other);
}

/** Every address that a cell holds, also in a cell that should have held one. */
function addressesIn({ value }: Pick<LeftOutRow<'email'>, 'value'>): readonly string[] {
  const words = value('email', plainText)?.split(/[\s,;<>]+/u) ?? [];
  return words.flatMap((word) => {
    const parsed = parseEmail(word.replace(/^mailto:/iu, ''));
    return 'address' in parsed ? [parsed.address] : [];
  });
}

/**
 * The addresses in rows of `Mottakere` and `Kontakter` that could not be read and are reserved, or may be: an unreadable
 * cell for it counts as a yes.
 */
export function unreadReservationsIn(workbook: Workbook, tabs: Register['tabs']): readonly string[] {
  const reserved = unreadRows(workbook, tabs.recipients).filter(
    ({ value, isEmpty }) => !isEmpty('reserved') && value('reserved', yesNoCell) !== false,
  );
  const listed = unreadRows(workbook, tabs.contacts).filter(({ value, isEmpty }) => {
    const lists = value('lists', wordsCell)?.flatMap(namesIn);
    return lists === undefined ? !isEmpty('lists') : isReserving(lists) || lists.some(mayReserve);
  });
  return [...reserved, ...listed].flatMap(addressesIn);
}

/** The numbers in the column `Saksnr`, as far as they can be read. */
export function caseNumbersIn(workbook: Workbook, tab: TabState | undefined): readonly CaseNumber[] {
  const index = tab?.columns?.['number']?.index;
  const sheet = workbook.sheets.find(({ name }) => name === tab?.name);
  if (index === undefined || sheet === undefined) return [];
  const top = tab?.top ?? 0;
  return sheet.rows.flatMap(({ number: row, cells }) => {
    const cell = row > top ? cells[index] : null;
    const number = cell === undefined || isEmptyCell(cell) ? undefined : caseNumberCell(cell, ignoreReports);
    return number === undefined ? [] : [number];
  });
}
