/** From workbook to register: first each tab by itself, then the rules between rows. */
import { problem, type Problem, type Unlisted } from '../domain/problem.ts';
import type { WallTime } from '../domain/time.ts';
import type { Workbook } from '../domain/workbook.ts';
import { findSheet, placeProblems } from './find-tabs.ts';
import { readTab } from './read-tab.ts';
import { withMeantIds } from './meant-ids.ts';
import { withOldRecord } from './old-record.ts';
import { ProblemList } from './problem-list.ts';
import type { CheckedKey, CheckedRegister, Register, TabState } from './register.ts';
import { caseNumbersIn, unreadMeetingsIn, unreadReservationsIn, unreadSlotsIn } from './unread-rows.ts';
import { rules } from './rules.ts';
import type { Checked, Placed, Tab } from './tab.ts';
import { tabs, type TabKey } from './tabs.ts';

export interface RegisterReading {
  readonly register: Register;
  /** As many of each kind as a person can correct: see `usualLimits`. */
  readonly problems: readonly Problem[];
  /** How many more there are, by kind. */
  readonly unlisted: readonly Unlisted[];
}

/** Limits on what a workbook may hold. */
export interface ReadingLimits {
  /** A tab that people own is not read if it has more rows than this. */
  readonly rows: number;
  /** How many problems of each kind are kept for each tab. */
  readonly ofAKind: number;
}

/** Many times what two organisations write in a hundred years. */
export const usualLimits: ReadingLimits = { rows: 200_000, ofAKind: 10_000 };

/**
 * Reads and checks a workbook. Never throws for what people typed: faults come back as problems, rows with errors are
 * left out of the register, and the good rows go on. `now` is Oslo time; rules about coming quarters need it.
 */
export function readRegister(workbook: Workbook, now: WallTime, limits = usualLimits): RegisterReading {
  const problems = new ProblemList(limits.ofAKind);
  const { rows, checked, states } = readTabs(workbook, problems, limits.rows);
  const register: Register = {
    ...rows,
    tabs: states,
    caseNumbers: caseNumbersIn(workbook, states.cases),
    unreadMeetings: unreadMeetingsIn(workbook, states.activities),
    unreadSlots: unreadSlotsIn(workbook, states.slots),
    unreadReservations: unreadReservationsIn(workbook, states),
  };
  const all: CheckedRegister = { ...register, ...checked };
  for (const rule of rules) {
    // One by one: a call cannot take a hundred thousand arguments.
    for (const found of rule(all, now)) problems.push(found);
  }
  return { register, problems: withMeantIds(problems.kept, register), unlisted: problems.unlisted };
}

type States = Partial<Record<TabKey, TabState>>;

/** The rows of each tab: those of the register, and those that rules check. */
function readTabs(workbook: Workbook, problems: ProblemList, mostRows: number): TabRows {
  const states: States = {};
  const read = tabReader(workbook, problems, states, mostRows);
  const activities = read('activities', tabs.activities);
  const texts = read('texts', tabs.texts);
  const cases = read('cases', tabs.cases);
  const actions = read('actions', tabs.actions);
  const slots = read('slots', tabs.slots);
  const examples = read('examples', tabs.examples);
  const dialogues = read('dialogues', tabs.dialogues);
  const contacts = read('contacts', tabs.contacts);
  const recipients = read('recipients', tabs.recipients);
  const settings = read('settings', tabs.settings);
  const rows = {
    activities: activities.rows,
    texts: texts.rows,
    cases: cases.rows,
    actions: actions.rows,
    slots: slots.rows,
    examples: examples.rows,
    dialogues: dialogues.rows,
    contacts: contacts.rows,
    recipients: recipients.rows,
    settings: settings.rows,
    statements: withOldRecord(workbook.sheets, read('statements', tabs.statements).rows, problems),
    ledger: read('ledger', tabs.ledger).rows,
    findings: read('findings', tabs.findings).rows,
  };
  const checked = {
    activities: activities.checked,
    texts: texts.checked,
    cases: cases.checked,
    actions: actions.checked,
    slots: slots.checked,
    examples: examples.checked,
    dialogues: dialogues.checked,
    contacts: contacts.checked,
    recipients: recipients.checked,
    settings: settings.checked,
  };
  return { rows, checked, states: { ...noTabs, ...states } };
}

interface TabRows {
  readonly rows: Pick<Register, TabKey>;
  readonly checked: Pick<CheckedRegister, CheckedKey>;
  readonly states: Register['tabs'];
}

/** Reads one tab after the other, and keeps in `states` how they were read. */
function tabReader(workbook: Workbook, problems: ProblemList, states: States, mostRows: number) {
  return <Row, Finished extends object>(
    key: TabKey,
    tab: Tab<Tab['columns'], Row, Finished>,
  ): { readonly rows: readonly Placed<Finished>[]; readonly checked: readonly Checked<Finished>[] } => {
    for (const one of placeProblems(tab, workbook.sheets)) problems.push(one);
    const sheet = findSheet(tab, workbook.sheets);
    if (sheet === undefined) return { rows: [], checked: [] };
    if (sheet.hidden === true && tab.owner === 'people')
      problems.push(problem('tab-hidden', 'info', { tab: sheet.name }, {}));
    const { rows, drafts, ...state } = readTab(tab, sheet, problems, mostRows);
    states[key] = { ...state, name: sheet.name };
    return { rows, checked: drafts.length === 0 ? rows : [...rows, ...drafts] };
  };
}

const noTabs: Register['tabs'] = {
  activities: undefined,
  texts: undefined,
  cases: undefined,
  actions: undefined,
  slots: undefined,
  examples: undefined,
  dialogues: undefined,
  contacts: undefined,
  recipients: undefined,
  settings: undefined,
  statements: undefined,
  ledger: undefined,
  findings: undefined,
};
