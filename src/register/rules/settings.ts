/** Settings with unreadable values, and unknown names of settings. */
import { comparedSetting } from '../../domain/compare.ts';
import { namesFolder } from '../../domain/google-ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import {
  announcementSettings,
  legalKindCell,
  MOST_DAYS,
  norwegianStandardCell,
  parseDayCount,
  parseDayCounts,
  partySettings,
} from '../announcement-settings.ts';
import type { Report } from '../cells/cell-parser.ts';
import { emailCell } from '../cells/email.ts';
import { wordsCell, yesNoCell } from '../cells/choice.ts';
import { linkCell } from '../cells/link.ts';
import { dayCell } from '../cells/when.ts';
import type { Rule } from '../register.ts';
import { regionSetting } from '../regions.ts';
import { sampleSetting } from '../sample-setting.ts';
import {
  agendaSettings,
  caseKindCell,
  digestSetting,
  minuteSettings,
  minutesSettings,
  MOST_MINUTES,
  organiserSettings,
  parseMinutes,
  registerStandardSetting,
} from '../settings.ts';
import { cellAt } from './at.ts';

type Check = (value: string, report: Report) => void;

interface Named {
  readonly name: string;
}

const anyText: Check = () => undefined;

/** If no number can be read, the default is used, which is not what was meant. */
const minutes =
  (usual: number): Check =>
  (value, report) => {
    if (parseMinutes(value) !== undefined) return;
    report('setting-unreadable', 'error', { needed: 'number', to: MOST_MINUTES, usual: String(usual) });
  };

const days =
  (usual: number): Check =>
  (value, report) => {
    if (parseDayCount(value) !== undefined) return;
    report('setting-unreadable', 'error', { needed: 'number', to: MOST_DAYS, usual: String(usual) });
  };

const severalDays =
  (usual: readonly number[]): Check =>
  (value, report) => {
    if (parseDayCounts(value) !== undefined) return;
    report('setting-unreadable', 'error', { needed: 'numbers', to: MOST_DAYS, usual: usual.join(', ') });
  };

/** The address of the sheet would never be equal to its id, and nothing could be sent. */
const spreadsheetId: Check = (value, report) => {
  if (!/^[\w-]{20,}$/u.test(value.trim()))
    report('setting-unreadable', 'error', { needed: 'spreadsheet-id' });
};

/** Without it the minutes are made as files only. */
const folder: Check = (value, report) => {
  if (!namesFolder(value)) report('setting-unreadable', 'warning', { needed: 'folder' });
};

const caseOrder: Check = (value, report) => {
  for (const word of wordsCell(value, report) ?? []) caseKindCell(word, report);
};

/** Reported as long as it is true: what is made from a sample is not for others. */
const sample: Check = (value, report) => {
  if (yesNoCell(value, report) === true) report('sample-register', 'info', {});
};

const { announce, remind, followUp, neutral, listCheckedOn, senderName, sender, replyTo, approvedWorkbook } =
  announcementSettings;

const checked: readonly (readonly [Named, Check])[] = [
  ...Object.values(minuteSettings).map((setting) => [setting, minutes(setting.value)] as const),
  ...Object.values(partySettings).flatMap(
    ({ fullName, legalKind, privacy }) =>
      [
        [fullName, anyText],
        [legalKind, legalKindCell],
        [privacy, linkCell],
      ] as const,
  ),
  [agendaSettings.order, caseOrder],
  [agendaSettings.lateCases, days(agendaSettings.lateCases.value)],
  [agendaSettings.absence, days(agendaSettings.absence.value)],
  [minutesSettings.due, days(minutesSettings.due.value)],
  [minutesSettings.approval, days(minutesSettings.approval.value)],
  [minutesSettings.silence, yesNoCell],
  [minutesSettings.remind, days(minutesSettings.remind.value)],
  [minutesSettings.folder, folder],
  [{ name: organiserSettings.email }, emailCell],
  [senderName, anyText],
  [sender, emailCell],
  [replyTo, emailCell],
  [announce, days(announce.value)],
  [remind, severalDays(remind.value)],
  [followUp, days(followUp.value)],
  [digestSetting, days(digestSetting.value)],
  [neutral, norwegianStandardCell],
  [registerStandardSetting, norwegianStandardCell],
  [regionSetting, anyText],
  [listCheckedOn, dayCell],
  [approvedWorkbook, spreadsheetId],
  [sampleSetting, sample],
];

const checks: ReadonlyMap<string, Check> = new Map([
  ...checked.map(([{ name }, check]) => [comparedSetting(name), check] as const),
  ...sampleSetting.aliases.map((name) => [comparedSetting(name), sample] as const),
]);
const ownNames: readonly string[] = checked.map(([{ name }]) => name);

/** A value of a known setting must be what the setting needs. */
export const settingsAreReadable: Rule = function* ({ settings, tabs }) {
  for (const { at, name, value } of settings) {
    const check = value === undefined || name === undefined ? undefined : checks.get(comparedSetting(name));
    if (value === undefined || check === undefined) continue;
    const found: Problem[] = [];
    const place = cellAt(tabs.settings, { at, id: name }, 'value');
    check(value, (code, level, args) => found.push(problem(code, level, place, args, value)));
    yield* found;
  }
};

/**
 * People may keep notes of their own among the settings. But a name near that of a missing setting is a misspelling, and
 * its value has no effect.
 */
export const settingsAreKnown: Rule = function* ({ settings, tabs }) {
  const there = new Set(settings.map(({ name }) => comparedSetting(name ?? '')));
  const missing = ownNames.filter((name) => !there.has(comparedSetting(name)));
  const present = ownNames.filter((name) => there.has(comparedSetting(name)));
  for (const { at, name } of settings) {
    if (name === undefined || checks.has(comparedSetting(name))) continue;
    // If that setting is also there, only one or two wrong letters are certain to be a misspelling.
    const near = nearest(name, missing) ?? nearest(name, present, 2);
    const place = cellAt(tabs.settings, { at, id: name }, 'name');
    if (near !== undefined) yield problem('setting-unknown', 'warning', place, { nearest: near }, name);
  }
};
