/** The registry: every tab of the workbook, in the order in which people see them. */
import { actionsTab } from './tabs/actions.ts';
import { activitiesTab } from './tabs/activities.ts';
import { answersTab } from './tabs/answers.ts';
import { casesTab } from './tabs/cases.ts';
import { contactsTab } from './tabs/contacts.ts';
import { dialoguesTab } from './tabs/dialogues.ts';
import { examplesTab } from './tabs/examples.ts';
import { findingsTab } from './tabs/findings.ts';
import { ledgerTab } from './tabs/ledger.ts';
import { recipientsTab } from './tabs/recipients.ts';
import { statementsTab } from './tabs/statements.ts';
import { settingsTab } from './tabs/settings.ts';
import { slotsTab } from './tabs/slots.ts';
import { textsTab } from './tabs/texts.ts';
import { treatmentsTab } from './tabs/treatments.ts';

export const tabs = {
  activities: activitiesTab,
  texts: textsTab,
  cases: casesTab,
  actions: actionsTab,
  treatments: treatmentsTab,
  slots: slotsTab,
  examples: examplesTab,
  dialogues: dialoguesTab,
  contacts: contactsTab,
  answers: answersTab,
  recipients: recipientsTab,
  settings: settingsTab,
  statements: statementsTab,
  ledger: ledgerTab,
  findings: findingsTab,
} as const;

export type TabKey = keyof typeof tabs;

const isTabKey = (key: string): key is TabKey => Object.hasOwn(tabs, key);

/** In the order of the sheet. */
export const tabKeys: readonly TabKey[] = Object.keys(tabs).filter(isTabKey);
