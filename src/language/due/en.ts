/** The due list in English, for the terminal. */
import { dayOf } from '../../domain/time.ts';
import type { DueWords } from './words.ts';

const decide = 'Decide what to do, or waive it with the reason.';

export const dueEn: DueWords = {
  states: { outdated: 'Not so any more', overdue: 'Overdue', due: 'Due', lapsed: 'Too late' },
  matters: {
    announcement: 'announcement',
    reminder: 'reminder',
    followup: 'follow-up',
    moved: 'new time',
    cancelled: 'cancellation',
    correction: 'correction',
    agenda: 'agenda',
    cancellation: 'cancellation of the meeting',
    asked: 'question to a speaker',
    nudge: 'question to a speaker again',
    confirmed: 'confirmation to a speaker',
    changed: 'change for a speaker',
    thanks: 'thanks to a speaker',
    withdrawn: 'cancellation to a speaker',
    digest: 'digest',
    programme: 'programme',
    minutesVersion: 'minutes',
    minutes: 'minutes by mail',
    actionlist: 'list of actions',
    approval: 'approval of the minutes',
    written: 'written, not sent',
    unfinished: 'not sent to all',
    unknown: 'cannot be known',
    nextStep: 'next step',
    uncoordinated: 'contact that is not coordinated',
    poll: 'day for a meeting',
    pollStatus: 'status of the meeting',
    leftWork: 'work of somebody who has left',
    bounced: 'mail that came back',
  },
  advice: {
    announcement: decide,
    reminder: decide,
    followup: decide,
    moved: decide,
    cancelled: decide,
    correction: decide,
    agenda: decide,
    cancellation: decide,
    asked: decide,
    nudge: decide,
    confirmed: decide,
    changed: decide,
    thanks: decide,
    withdrawn: decide,
    digest: decide,
    programme: decide,
    minutesVersion: decide,
    minutes: decide,
    actionlist: 'Tell them yourself, or write the contact or the address in Kontakter.',
    approval:
      'Ask them, and write who approved and when in the row of the meeting: of a new version, the new day over the old.',
    written: decide,
    unfinished: decide,
    unknown: 'Ask those who sent it, tell those who got it, and waive it with the reason.',
    nextStep: 'Write the new contact in Dialog, or a new deadline, or empty the cell when it is done.',
    uncoordinated: 'Speak together, and write «ja» in Avklart med partner in both rows.',
    poll: 'Fill in Svar in Datoforslag; or write the day in Start, and Planlagt in Status.',
    pollStatus: 'Write Planlagt in Status.',
    leftWork: 'Write who takes over.',
    bounced: 'Find out what the address should be, and correct it in the row; or waive it with the reason.',
  },
  facts: {
    state: 'Status',
    time: 'Time',
    title: 'Title',
    titleNn: 'Title in nynorsk',
    place: 'Place',
    room: 'Room',
    link: 'Link',
    registration: 'Registration',
    deadline: 'Deadline',
    speakers: 'Speakers',
    organisation: 'Organisation',
    description: 'Description',
    recording: 'Recording',
    slides: 'Slides',
    decision: 'Decision',
    actions: 'Actions',
    present: 'Present',
    version: 'Version',
    cases: 'Cases',
  },
  saidStates: {
    coming: 'to take place',
    past: 'past',
    done: 'done',
    cancelled: 'cancelled',
    wanted: 'wanted',
    asked: 'asked',
    confirmed: 'confirmed',
    declined: 'declined',
    removed: 'taken out',
    treated: 'treated',
    postponed: 'postponed',
    withdrawn: 'withdrawn',
    untreated: 'not treated',
  },
  gone: 'The row is not in the register any more',
  none: 'not given',
  came: (cases) => `new: ${cases}`,
  left: (cases) => `taken out: ${cases}`,
  time: ({ precision, first, last, start, end }) => {
    if (start !== undefined) {
      const until =
        end === undefined
          ? ''
          : dayOf(end) === dayOf(start)
            ? `–${end.slice(11)}`
            : ` – ${end.replace('T', ' ')}`;
      return `${start.replace('T', ' ')}${until}`;
    }
    const days = first === last ? first : `${first} – ${last}`;
    return precision === 'day' || precision === 'time' ? days : `${precision} ${days}`;
  },
  holders: (count) => `${String(count)} ${count === 1 ? 'has' : 'have'} the old`,
  since: (day) => `since ${day}`,
  run: (command) => `npm run ${command}`,
};
