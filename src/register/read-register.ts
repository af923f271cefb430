/** From workbook to register: first each tab by itself, then the rules between rows. */
import { problem, type Problem } from '../domain/problem.ts';
import type { WallTime } from '../domain/time.ts';
import type { Workbook } from '../domain/workbook.ts';
import { findSheet } from './find-tabs.ts';
import { readTab } from './read-tab.ts';
import type { Register, TabState } from './register.ts';
import { caseNumbersIn } from './case-numbers.ts';
import { unreadMeetingsIn } from './unread-meetings.ts';
import { unreadReservationsIn } from './unread-reservations.ts';
import { unreadSlotsIn } from './unread-slots.ts';
import { rules } from './rules.ts';
import type { Placed, Tab } from './tab.ts';
import { tabs } from './tabs.ts';

export interface RegisterReading {
  readonly register: Register;
  readonly problems: readonly Problem[];
}

/**
 * Reads and judges a workbook. Never throws for what people typed: faults come back as problems, rows with errors are
 * left out of the register, and the good rows go on. `now` is Oslo time; rules about coming quarters need it.
 */
export function readRegister(workbook: Workbook, now: WallTime): RegisterReading {
  const problems: Problem[] = [];
  const states: Partial<Record<keyof typeof tabs, TabState>> = {};

  function read<Row, Finished extends object>(
    key: keyof typeof tabs,
    tab: Tab<Tab['columns'], Row, Finished>,
  ): readonly Placed<Finished>[] {
    const sheet = findSheet(tab, workbook.sheets, problems);
    if (sheet === undefined) return [];
    if (sheet.hidden === true && tab.owner === 'people')
      problems.push(problem('tab-hidden', 'info', { tab: sheet.name }, {}));
    const { rows, ...state } = readTab(tab, sheet, problems);
    states[key] = { ...state, name: sheet.name };
    return rows;
  }

  const rows = {
    activities: read('activities', tabs.activities),
    texts: read('texts', tabs.texts),
    cases: read('cases', tabs.cases),
    actions: read('actions', tabs.actions),
    slots: read('slots', tabs.slots),
    examples: read('examples', tabs.examples),
    dialogues: read('dialogues', tabs.dialogues),
    contacts: read('contacts', tabs.contacts),
    recipients: read('recipients', tabs.recipients),
    settings: read('settings', tabs.settings),
    releases: read('releases', tabs.releases),
    digests: read('digests', tabs.digests),
    ledger: read('ledger', tabs.ledger),
    findings: read('findings', tabs.findings),
    tabs: { ...noTabs, ...states },
  };
  const register: Register = {
    ...rows,
    caseNumbers: caseNumbersIn(workbook, states.cases),
    unreadMeetings: unreadMeetingsIn(workbook, states.activities, rows.activities),
    unreadSlots: unreadSlotsIn(workbook, states.slots, rows.slots),
    unreadReservations: unreadReservationsIn(workbook, rows),
  };
  for (const rule of rules) {
    // One by one: a hundred thousand problems are too many for the arguments of a call.
    for (const found of rule(register, now)) problems.push(found);
  }
  return { register, problems };
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
  releases: undefined,
  digests: undefined,
  ledger: undefined,
  findings: undefined,
};
