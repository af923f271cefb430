/** Which of the agreement's six activities something belongs to (agreement of 11 February 2021). */
import type { ActivityType } from '../register/lists.ts';

/** The number in the agreement that each type of activity belongs to. */
export const agreementNumber = {
  information: '1',
  quarterlyMeeting: '2',
  conference: '3',
  network: '4',
  countyDialogue: '4',
  example: '5',
  webinar: '6',
} as const satisfies Record<ActivityType, string>;

export const agreementNumbers = ['1', '2', '3', '4', '5', '6'] as const;
export type AgreementNumber = (typeof agreementNumbers)[number];
