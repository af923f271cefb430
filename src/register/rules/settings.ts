/** Settings that cannot be read as what they are, and names that no setting has. */
import { comparedSetting } from '../../domain/compare.ts';
import { nearest } from '../../domain/nearest.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import {
  announcementSettings,
  legalKindCell,
  MOST_DAYS,
  neutralStandardCell,
  parseDayCount,
  parseDayCounts,
  partySettings,
} from '../announcement-settings.ts';
import type { Report } from '../cells/cell-parser.ts';
import { emailCell } from '../cells/email.ts';
import { yesNoCell } from '../cells/choice.ts';
import { linkCell } from '../cells/link.ts';
import { dayCell } from '../cells/when.ts';
import type { Rule } from '../register.ts';
import { sampleSetting } from '../sample-setting.ts';
import { minuteSettings, MOST_MINUTES, organiserSettings, parseMinutes } from '../settings.ts';
import { cellAt } from './at.ts';

type Judge = (value: string, report: Report) => void;

interface Named {
  readonly name: string;
}

const anyText: Judge = () => undefined;

/** The usual number counts where none can be read: another than somebody meant. */
const minutes =
  (usual: number): Judge =>
  (value, report) => {
    if (parseMinutes(value) !== undefined) return;
    report('setting-unreadable', 'error', { needed: 'number', to: MOST_MINUTES, usual: String(usual) });
  };

const days =
  (usual: number): Judge =>
  (value, report) => {
    if (parseDayCount(value) !== undefined) return;
    report('setting-unreadable', 'error', { needed: 'number', to: MOST_DAYS, usual: String(usual) });
  };

const severalDays =
  (usual: readonly number[]): Judge =>
  (value, report) => {
    if (parseDayCounts(value) !== undefined) return;
    report('setting-unreadable', 'error', { needed: 'numbers', to: MOST_DAYS, usual: usual.join(', ') });
  };

/** The address of the sheet would never be equal to its id, and nothing could be sent. */
const spreadsheetId: Judge = (value, report) => {
  if (!/^[\w-]{20,}$/u.test(value.trim()))
    report('setting-unreadable', 'error', { needed: 'spreadsheet-id' });
};

/** Told as long as it is so: what is made from a sample is not for others. */
const sample: Judge = (value, report) => {
  if (yesNoCell(value, report) === true) report('sample-register', 'info', {});
};

const { announce, remind, followUp, neutral, listCheckedOn, senderName, sender, replyTo, approvedWorkbook } =
  announcementSettings;

const judged: readonly (readonly [Named, Judge])[] = [
  ...Object.values(minuteSettings).map((setting) => [setting, minutes(setting.value)] as const),
  ...Object.values(partySettings).flatMap(
    ({ fullName, legalKind, privacy }) =>
      [
        [fullName, anyText],
        [legalKind, legalKindCell],
        [privacy, linkCell],
      ] as const,
  ),
  [{ name: organiserSettings.email }, emailCell],
  [senderName, anyText],
  [sender, emailCell],
  [replyTo, emailCell],
  [announce, days(announce.value)],
  [remind, severalDays(remind.value)],
  [followUp, days(followUp.value)],
  [neutral, neutralStandardCell],
  [listCheckedOn, dayCell],
  [approvedWorkbook, spreadsheetId],
  [sampleSetting, sample],
];

const judges: ReadonlyMap<string, Judge> = new Map([
  ...judged.map(([{ name }, judge]) => [comparedSetting(name), judge] as const),
  ...sampleSetting.aliases.map((name) => [comparedSetting(name), sample] as const),
]);
const ownNames: readonly string[] = judged.map(([{ name }]) => name);

/** A value of a known setting must be what the setting needs. */
export const settingsAreReadable: Rule = function* ({ settings, tabs }) {
  for (const { at, name, value } of settings) {
    const judge = value === undefined || name === undefined ? undefined : judges.get(comparedSetting(name));
    if (value === undefined || judge === undefined) continue;
    const found: Problem[] = [];
    const place = cellAt(tabs.settings, { at, id: name }, 'value');
    judge(value, (code, level, args) => found.push(problem(code, level, place, args, value)));
    yield* found;
  }
};

/**
 * People may keep notes of their own among the settings. A name near one that is missing is a slip, though, and then
 * its value counts for nothing.
 */
export const settingsAreKnown: Rule = function* ({ settings, tabs }) {
  const there = new Set(settings.map(({ name }) => comparedSetting(name ?? '')));
  const missing = ownNames.filter((name) => !there.has(comparedSetting(name)));
  const present = ownNames.filter((name) => there.has(comparedSetting(name)));
  for (const { at, name } of settings) {
    if (name === undefined || judges.has(comparedSetting(name))) continue;
    // Of one that is there too, only a slip of a letter or two is certain.
    const near = nearest(name, missing) ?? nearest(name, present, 2);
    const place = cellAt(tabs.settings, { at, id: name }, 'name');
    if (near !== undefined) yield problem('setting-unknown', 'warning', place, { nearest: near }, name);
  }
};
