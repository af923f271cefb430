/**
 * What the tabs Programversjoner and Orienteringer of older versions kept, as statements. They are read as long as the workbook
 * has no tab Formidlet; `npm run init` makes that tab with their rows in it. Afterwards they may be deleted.
 */
import {
  onlyDaysText,
  parseSaidTime,
  saidStates,
  saidTimeText,
  type Facts,
  type StatementContent,
} from '../domain/statement.ts';
import { versionName } from '../domain/version-name.ts';
import { problem } from '../domain/problem.ts';
import { dayOf, parseWallTime } from '../domain/time.ts';

import type { Sheet } from '../domain/workbook.ts';
import { findSheet } from './find-tabs.ts';
import type { ProblemSink } from './problem-list.ts';
import { readTab } from './read-tab.ts';
import { noTitles } from './titles.ts';

import { statementCells, statementHeadings } from './statement-rows.ts';
import type { Placed, Tab } from './tab.ts';
import { digestsTab, type DigestRow } from './tabs/digests.ts';
import { releasesTab, type ReleasedSlot } from './tabs/releases.ts';
import { statementsTab, type Statement } from './tabs/statements.ts';

const ignored: ProblemSink = { push: () => undefined };

/** One old tab as statements. */
interface OldTab {
  readonly name: string;
  /** How many of its rows hold something. */
  readonly count: number;
  readonly statements: readonly Statement[];
}

function readOld<Row, Finished extends object>(
  tab: Tab<Tab['columns'], Row, Finished>,
  sheets: readonly Sheet[],
  problems: ProblemSink,
  statementOf: (row: Placed<Finished>) => StatementContent,
): readonly OldTab[] {
  const sheet = findSheet(tab, sheets);
  if (sheet === undefined) return [];
  const { rows, count } = readTab(tab, sheet, problems, Infinity, noTitles);
  return [{ name: sheet.name, count, statements: rows.map((row) => ({ ...statementOf(row), at: row.at })) }];
}

const readOldTabs = (sheets: readonly Sheet[], problems: ProblemSink): readonly OldTab[] => [
  ...readOld(releasesTab, sheets, problems, releasedStatement),
  ...readOld(digestsTab, sheets, problems, toldStatement),
];

/** A released slot. Its place, link and state were not kept. */
function releasedStatement(row: ReleasedSlot): StatementContent {
  const { activity, version, releasedAt, slot, start, end, room, title, titleNn, speaker, organisation } =
    row;
  const [from, to] = [parseWallTime(start ?? ''), parseWallTime(end ?? '')];
  const time =
    from === undefined
      ? null
      : saidTimeText({
          precision: 'time',
          first: dayOf(from),
          last: dayOf(to ?? from),
          start: from,
          end: to,
        });
  return {
    ...{ kind: 'programme', about: slot, what: versionName(activity, version) },
    // In the calendar files of that time, SEQUENCE was the version.
    ...{ saidAt: releasedAt, sequence: version },
    facts: {
      ...{ time, title, titleNn: titleNn ?? null, room: room ?? null },
      ...{ speakers: speaker ?? null, organisation: organisation ?? null },
    },
  };
}

/**
 * What a party was told. Hours and descriptions were not kept; and «done» was also said of what nobody had marked as
 * held, so that it cannot be compared.
 */
function toldStatement({ to, sentAt, item, title, status, when, place, link }: DigestRow): StatementContent {
  const state = saidStates.find((one) => one === status && one !== 'done');
  const facts: Facts = {
    ...(state === undefined ? {} : { state }),
    ...timeFact(when),
    ...(title === undefined ? {} : { title }),
    ...{ place: place ?? null, link: link ?? null },
  };
  return { kind: 'digest', about: item, saidAt: sentAt, to, facts };
}

function timeFact(when: string | undefined): Facts {
  if (when === undefined) return { time: null };
  const time = parseSaidTime(when);
  if (time === undefined) return {};
  return { time: time.precision === 'day' ? onlyDaysText(time) : saidTimeText(time) };
}

const byTime = (one: StatementContent, other: StatementContent): number =>
  one.saidAt < other.saidAt ? -1 : one.saidAt > other.saidAt ? 1 : 0;

/** The rows of Formidlet that bring along what the old tabs hold, as far as it can be read. */
export const oldRecordRows = (
  sheets: readonly Sheet[],
): readonly Readonly<Record<string, string | number>>[] =>
  readOldTabs(sheets, ignored)
    .flatMap(({ statements }) => statements)
    .sort(byTime)
    .map((said) => statementCells(said, statementHeadings));

const nameOf = ({ kind, about, what, saidAt, to }: StatementContent): string =>
  [kind, about, what, saidAt, to].join('\n');

/**
 * The record. Without a tab Formidlet, it is what the old tabs hold; with it, these are only reported, since they are not
 * read any more.
 */
export function withOldRecord(
  sheets: readonly Sheet[],
  statements: readonly Statement[],
  problems: ProblemSink,
): readonly Statement[] {
  const replacement = findSheet(statementsTab, sheets);
  if (replacement === undefined)
    return readOldTabs(sheets, problems)
      .flatMap((old) => old.statements)
      .sort(byTime);
  const old = readOldTabs(sheets, ignored);
  const kept = old.length === 0 ? new Set() : new Set(statements.map(nameOf));
  for (const { name, count, statements: own } of old) {
    const left = count - own.filter((said) => kept.has(nameOf(said))).length;
    const level = left === 0 ? 'info' : 'warning';
    problems.push(problem('tab-old', level, { tab: name }, { replacement: replacement.name, left }));
  }
  // Also where somebody has sorted the rows.
  return statements.toSorted(byTime);
}
