/** The sample register: a workbook in which every paper has something to tell, whenever it is made. */
import { addDays, type Day } from '../../domain/time.ts';
import { announcementSettings, partySettings } from '../announcement-settings.ts';
import { dayAsTyped, settingRows } from '../data/setting-rows.ts';
import { sampleSetting } from '../sample-setting.ts';
import { organiserSettings } from '../settings.ts';
import type { NewRow, WorkbookContent } from '../setup.ts';
import { actionRows } from './actions.ts';
import { numberActivities } from './activity.ts';
import { sampleCalendar, type SampleCalendar } from './calendar.ts';
import { numberCases } from './cases.ts';
import { contactRows } from './contacts.ts';
import { countyMeetings } from './county-meetings.ts';
import { workingDayBefore } from './days.ts';
import { dialogueRows } from './dialogues.ts';
import { exampleRows } from './examples.ts';
import { history } from './history.ts';
import { ledgerRows } from './ledger.ts';
import { quarterlyMeetings } from './quarterly-meetings.ts';
import { sampleRecipients } from './recipients.ts';
import { conferenceActivities, exampleWork, networks, sharing, unshared } from './shared-work.ts';
import { slotRows } from './slots.ts';
import { textRows } from './texts.ts';
import { webinarActivities } from './webinars.ts';

/**
 * The rows of a sample register for a day in Oslo from 2025 on. The next quarterly meeting is 7 to 100 days ahead, a
 * webinar about two to six weeks; days, IDs, titles and statuses follow. No persons, and no address that leads anywhere.
 */
export function sampleContent(today: Day): WorkbookContent {
  const calendar = sampleCalendar(today);
  const activities = numberActivities(sampleActivities(calendar), today);
  const cases = numberCases(calendar, activities);
  const recipients = sampleRecipients();
  return {
    activities: activities.rows,
    texts: textRows(calendar, activities),
    cases: cases.rows,
    actions: actionRows(calendar, cases),
    slots: slotRows(calendar, activities),
    examples: exampleRows(calendar, activities),
    dialogues: dialogueRows(calendar),
    contacts: contactRows(today),
    recipients,
    ledger: ledgerRows(calendar, activities, recipients),
    settings: [sampleRow, ...settingRows(sampleSettings(today))],
  };
}

/** What a sample is known by, where people who open the tab see it first. */
const sampleRow: NewRow = {
  Nøkkel: sampleSetting.name,
  Verdi: 'ja',
  Forklaring: sampleSetting.explanation,
};

const sampleActivities = (calendar: SampleCalendar): Parameters<typeof numberActivities>[0] => [
  ...history(calendar.today),
  ...quarterlyMeetings(calendar),
  ...webinarActivities(calendar),
  ...countyMeetings(calendar),
  ...sharing(calendar),
  ...networks(calendar),
  ...exampleWork(calendar),
  ...conferenceActivities(calendar),
  unshared(calendar),
];

/** The list of språkvedtak was compared with the regulation a good month ago. */
const sampleSettings = (today: Day): Readonly<Record<string, string>> => ({
  [announcementSettings.sender.name]: 'samarbeid@felles.example',
  [announcementSettings.replyTo.name]: 'webinar@distriktssenteret.example',
  [announcementSettings.listCheckedOn.name]: dayAsTyped(workingDayBefore(addDays(today, -35))),
  [organiserSettings.email]: 'samarbeid@felles.example',
  [partySettings.bylivsenteret.privacy.name]: 'https://bylivsenteret.example/personvern',
  [partySettings.distriktssenteret.privacy.name]: 'https://distriktssenteret.example/personvern',
});
