/** Second pass: what rows say about each other. A flat list; each rule looks at the whole register and returns problems. */
import type { Rule } from './register.ts';
import { caseNumbersAreGivenOnce, openActionsAreAssigned, raisedCasesAreOpen } from './rules/actions.ts';
import { oneAnswerPerTime } from './rules/answers.ts';
import { approvalsAreWhole } from './rules/approvals.ts';
import { calledActivitiesHaveTime, statusFollowsTime } from './rules/activity-times.ts';
import { everyQuarterHasMeeting, meetingDays, oneMeetingPerQuarter } from './rules/calendar.ts';
import {
  contactsOnListsHaveStandard,
  listsAreKnown,
  partiesAreInvited,
  reservationsAreClear,
} from './rules/contacts.ts';
import { slotsDoNotOverlap } from './rules/overlaps.ts';
import { gatheringsAreSomewhere } from './rules/gatherings.ts';
import { nobodyLeftHasWork, peopleAreKnown, responsiblesAreOne } from './rules/people.ts';
import { dialogueIsWatched, nextStepsAreFollowed } from './rules/dialogues.ts';
import {
  activitiesAreSomewhere,
  dialoguesNameCounties,
  examplesAreSomewhere,
  organisationsAreCounties,
  regionsAreInCounties,
} from './rules/places.ts';
import { recipientsAreKnown, recipientsHaveStandard } from './rules/recipients.ts';
import { activityReferences, caseReferences, contactReferences, meetingTypes } from './rules/references.ts';
import { settingsAreKnown, settingsAreReadable } from './rules/settings.ts';
import { slotsFitActivity } from './rules/slots.ts';
import { oneTextPerStandard } from './rules/texts.ts';

export const rules: readonly Rule[] = [
  calledActivitiesHaveTime,
  statusFollowsTime,
  meetingDays,
  oneMeetingPerQuarter,
  everyQuarterHasMeeting,
  gatheringsAreSomewhere,
  activityReferences,
  caseReferences,
  contactReferences,
  peopleAreKnown,
  responsiblesAreOne,
  nobodyLeftHasWork,
  meetingTypes,
  oneTextPerStandard,
  approvalsAreWhole,
  caseNumbersAreGivenOnce,
  oneAnswerPerTime,
  openActionsAreAssigned,
  raisedCasesAreOpen,
  slotsFitActivity,
  slotsDoNotOverlap,
  examplesAreSomewhere,
  activitiesAreSomewhere,
  dialoguesNameCounties,
  organisationsAreCounties,
  regionsAreInCounties,
  dialogueIsWatched,
  nextStepsAreFollowed,
  contactsOnListsHaveStandard,
  listsAreKnown,
  reservationsAreClear,
  partiesAreInvited,
  recipientsAreKnown,
  recipientsHaveStandard,
  settingsAreReadable,
  settingsAreKnown,
];
