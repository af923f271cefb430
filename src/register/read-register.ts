/** From workbook to register: first each tab by itself, then the rules between rows. */
import { problem, type Problem, type Unlisted } from '../domain/problem.ts';
import type { WallTime } from '../domain/time.ts';
import type { CellChange, Sheet, Workbook } from '../domain/workbook.ts';
import { findSheet, placeProblems } from './find-tabs.ts';
import { readTab, type TabReading } from './read-tab.ts';
import { Titles } from './titles.ts';
import { usualLimits } from './reading-limits.ts';
import { planIds, applyIds } from './give-ids.ts';
import { withMeantIds } from './meant-ids.ts';
import { withOldRecord } from './old-record.ts';
import { ProblemList } from './problem-list.ts';
import type { CheckedKey, CheckedRegister, Register, TabState } from './register.ts';
import { caseNumbersIn, unreadActivitiesIn, unreadReservationsIn, unreadSlotsIn } from './unread-rows.ts';
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

/**
 * Reads and checks a workbook. Never throws for what people typed: faults come back as problems, rows with errors are
 * left out of the register, and the good rows go on. `now` is Oslo time; rules about coming quarters need it.
 */
export function readRegister(workbook: Workbook, now: WallTime, limits = usualLimits): RegisterReading {
  const problems = new ProblemList(limits.ofAKind);
  const { rows, checked, states } = readTabs(workbook, problems, limits.rows, now);
  const register: Register = {
    ...rows,
    tabs: states,
    caseNumbers: caseNumbersIn(workbook, states.cases),
    ...unreadActivitiesIn(workbook, states.activities, problems.kept),
    unreadSlots: unreadSlotsIn(workbook, states.slots, problems.kept),
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
function readTabs(workbook: Workbook, problems: ProblemList, mostRows: number, now: WallTime): TabRows {
  const states: States = {};
  const read = tabReader(workbook, problems, states, mostRows, now);
  const activities = read('activities', tabs.activities);
  const texts = read('texts', tabs.texts);
  const cases = read('cases', tabs.cases);
  const actions = read('actions', tabs.actions);
  const treatments = read('treatments', tabs.treatments);
  const slots = read('slots', tabs.slots);
  const examples = read('examples', tabs.examples);
  const dialogues = read('dialogues', tabs.dialogues);
  const contacts = read('contacts', tabs.contacts);
  const answers = read('answers', tabs.answers);
  const recipients = read('recipients', tabs.recipients);
  const settings = read('settings', tabs.settings);
  const rows = {
    activities: activities.rows,
    texts: texts.rows,
    cases: cases.rows,
    actions: actions.rows,
    treatments: treatments.rows,
    slots: slots.rows,
    examples: examples.rows,
    dialogues: dialogues.rows,
    contacts: contacts.rows,
    answers: answers.rows,
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
    treatments: treatments.checked,
    slots: slots.checked,
    examples: examples.checked,
    dialogues: dialogues.checked,
    contacts: contacts.checked,
    answers: answers.checked,
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

/** Whether a new ID is for one of these rows. */
function isIn(rows: readonly Placed<object>[]): (change: CellChange) => boolean {
  const numbers = new Set(rows.map(({ at }) => at.row));
  return ({ at }) => at.by === 'content' && numbers.has(at.row);
}

/** Keeps the titles of a tab for the tabs that are read after it. */
function addTitles(
  titles: Titles,
  tab: Tab,
  sheet: Sheet,
  { top, columns }: Omit<TabReading<object>, 'rows' | 'drafts'>,
): void {
  const id = columns?.[tab.key ?? ''];
  if (tab.idLetter === undefined || top === undefined || id === undefined) return;
  const places = (tab.titles ?? []).map((key) => columns?.[key]).filter((place) => place !== undefined);
  titles.add(tab.idLetter, { sheet, top, id, titles: places });
}

/** Reads one tab after the other, and keeps in `states` how they were read. */
function tabReader(
  workbook: Workbook,
  problems: ProblemList,
  states: States,
  mostRows: number,
  now: WallTime,
) {
  const titles = new Titles();
  return <Row, Finished extends object>(
    key: TabKey,
    tab: Tab<Tab['columns'], Row, Finished>,
  ): { readonly rows: readonly Placed<Finished>[]; readonly checked: readonly Checked<Finished>[] } => {
    for (const one of placeProblems(tab, workbook.sheets)) problems.push(one);
    const sheet = findSheet(tab, workbook.sheets);
    if (sheet === undefined) return { rows: [], checked: [] };
    if (sheet.hidden === true && tab.owner === 'people')
      problems.push(problem('tab-hidden', 'info', { tab: sheet.name }, {}));
    const first = readTab(tab, sheet, problems, mostRows, titles.find);
    const newIds =
      first.withoutId.size > 0 && tab.isReadWithoutIds === true
        ? planIds(workbook, now, mostRows, [tab])
        : [];
    const given = newIds.length === 0 ? sheet : (findSheet(tab, applyIds(workbook, newIds).sheets) ?? sheet);
    // The faults of the rows are known by now.
    const reading = given === sheet ? first : readTab(tab, given, new ProblemList(0), mostRows, titles.find);
    const { rows, drafts, ...state } = reading;
    states[key] = { ...state, name: sheet.name, newIds: newIds.filter(isIn(rows)) };
    addTitles(titles, tab, given, state);
    return { rows, checked: drafts.length === 0 ? rows : [...rows, ...drafts] };
  };
}

const noTabs: Register['tabs'] = {
  activities: undefined,
  texts: undefined,
  cases: undefined,
  actions: undefined,
  treatments: undefined,
  slots: undefined,
  examples: undefined,
  dialogues: undefined,
  contacts: undefined,
  answers: undefined,
  recipients: undefined,
  settings: undefined,
  statements: undefined,
  ledger: undefined,
  findings: undefined,
};
