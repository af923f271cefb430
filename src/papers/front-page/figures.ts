/** The figures of the front page: a formula over the other tabs, and what it shows before a spreadsheet computes it. */
import type { PageCell } from '../../domain/looks.ts';
import type { Level } from '../../domain/problem.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { NewValue } from '../../domain/workbook.ts';
import { quoted, quotedTab, saysNoneOf, wordsOf } from '../../register/looks/conditions.ts';
import type { ColumnKey } from '../../register/looks/design.ts';
import { columnRange, foundTab } from '../../register/looks/tab-looks.ts';
import { actionStatuses, activityStatuses, activityTypes } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { TabKey } from '../../register/tabs.ts';

/** What Kontroll holds once the workbook is written: how many of each level. Undefined if it has not been written yet. */
export type Found = Readonly<Record<Exclude<Level, 'info'>, number>> | undefined;

export type Figure = Pick<PageCell, 'look' | 'formula' | 'value' | 'text'>;

/** Shown where there is nothing to show, or it is not known. */
const NONE = '–';

/** A column of a tab in a formula of another; undefined if it is not there. */
const rangeOf = <T extends TabKey>({ tabs }: Register, key: T, column: ColumnKey<T>): string | undefined => {
  const found = foundTab(tabs, key);
  if (found === undefined) return undefined;
  const range = columnRange(found, column);
  return range === undefined ? undefined : `${quotedTab(found.name)}!${range}`;
};

const unmet = ['cancelled', 'done', 'idea'] as const satisfies readonly (keyof typeof activityStatuses)[];

/** After every day that a spreadsheet knows: the last of 9999. */
const NEVER = '2958466';

/** The least of formulas of which each gives 0 where it has nothing, as `MINIFS` does; `NONE` where none has anything. */
const firstDayOf = (formulas: readonly string[]): string => {
  const days = formulas.map((formula) => `IF(${formula}=0,${NEVER},${formula})`);
  return `IF(${formulas.join('+')}=0,"${NONE}",INT(MIN(${days.join(',')})))`;
};

/** The first day from today on that a quarterly meeting is planned for. */
export function meetingFigure(register: Register, now: WallTime): Figure | undefined {
  const start = rangeOf(register, 'activities', 'start');
  const type = rangeOf(register, 'activities', 'type');
  const status = rangeOf(register, 'activities', 'status');
  if (start === undefined || type === undefined || status === undefined) return undefined;
  const planned = [start, '">="&TODAY()', ...saysNoneOf(status, wordsOf(activityStatuses, ...unmet))];
  const firsts = wordsOf(activityTypes, 'quarterlyMeeting').map(
    (word) => `MINIFS(${[start, type, quoted(word), ...planned].join(',')})`,
  );
  const days = register.activities.flatMap((one) => {
    const isMet = one.type === 'quarterlyMeeting' && !unmet.some((word) => word === one.status);
    const { precision, first: day } = one.start ?? {};
    const isExact = precision === 'day' || precision === 'time';
    return isMet && isExact && day !== undefined && day >= dayOf(now) ? [day] : [];
  });
  const [day] = days.toSorted();
  const shown = day === undefined ? { text: NONE } : { value: { day } };
  return { look: 'day', formula: firstDayOf(firsts), ...shown };
}

/** Open actions whose deadline is past, without those that are put off until later. */
export function actionsFigure(register: Register, now: WallTime): Figure | undefined {
  const deadline = rangeOf(register, 'actions', 'deadline');
  const status = rangeOf(register, 'actions', 'status');
  const snoozed = rangeOf(register, 'actions', 'snoozedUntil');
  if (deadline === undefined || status === undefined) return undefined;
  const settled = saysNoneOf(status, wordsOf(actionStatuses, 'done', 'dropped'));
  const late = [deadline, '"<"&TODAY()', ...settled].join(',');
  const putOff = snoozed === undefined ? '' : `-COUNTIFS(${late},${snoozed},">="&TODAY())`;
  const today = dayOf(now);
  const value = register.actions.filter(
    (one) => one.status === 'open' && (one.deadline ?? today) < today && (one.snoozedUntil ?? '') < today,
  ).length;
  return { look: 'figure', formula: `COUNTIFS(${late})${putOff}`, value };
}

export function textsFigure(register: Register): Figure | undefined {
  const title = rangeOf(register, 'texts', 'title');
  const approvedBy = rangeOf(register, 'texts', 'approvedBy');
  if (title === undefined || approvedBy === undefined) return undefined;
  const value = register.texts.filter((text) => text.approvedBy === undefined).length;
  const formula = `COUNTIFS(${title},"<>")-COUNTIFS(${title},"<>",${approvedBy},"<>")`;
  return { look: 'figure', formula, value };
}

const levelWords = { error: ['Feil'], warning: ['Advarsel', 'Åtvaring'] } as const;

/** What Kontroll holds, from its column of levels. */
export function foundIn(levels: readonly (NewValue | undefined)[]): Found {
  const count = (words: readonly string[]): number =>
    levels.filter((level) => words.some((word) => word === level)).length;
  if (levels.length === 0) return undefined;
  return { error: count(levelWords.error), warning: count(levelWords.warning) };
}

/** Before the first check nobody knows. */
export function foundFigure(
  register: Register,
  level: keyof typeof levelWords,
  found: Found,
): Figure | undefined {
  const levels = rangeOf(register, 'findings', 'level');
  if (levels === undefined) return undefined;
  const counts = levelWords[level].map((word) => `COUNTIF(${levels},"${word}")`);
  const formula = `IF(COUNTA(${levels})=0,"${NONE}",${counts.join('+')})`;
  return { look: 'figure', formula, ...(found === undefined ? { text: NONE } : { value: found[level] }) };
}
