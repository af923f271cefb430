import { counted } from '../../domain/counted.ts';
import { englishDate } from '../problems/en-dates.ts';
import { listed, quoted } from '../problems/wording.ts';
import type { AnnouncementWords } from './words.ts';

const days = (count: number): string => counted(count, 'day');
const standards = { nb: 'bokmål', nn: 'nynorsk' } as const;
const sender = {
  request: 'chosen for this mailing',
  settings: 'chosen in the tab Oppsett',
} as const;

const kinds = {
  announcement: 'Announcement',
  reminder: 'Reminder',
  followup: 'Follow-up',
  moved: 'Change of date',
  cancelled: 'Cancellation',
  correction: 'Correction',
} as const;

const text: AnnouncementWords['text'] = ({ kind, offsetDays }) => {
  if (offsetDays === undefined) return kinds[kind];
  if (offsetDays === 0) return `${kinds[kind]} the same day`;
  return `${kinds[kind]} ${days(offsetDays)} ${kind === 'followup' ? 'after' : 'before'}`;
};

/** For the terminal. */
export const en = {
  kinds,
  text,
  states: {
    sent: 'sent',
    written: 'written, not sent',
    due: 'due now',
    overdue: 'overdue',
    coming: 'coming',
    covered: 'covered by another',
    lapsed: 'lapsed',
    passed: 'passed',
  },
  standards,
  reasons: {
    decision: (_, standard) => `språkvedtak ${standards[standard]} (språklova § 15)`,
    'own-choice': (_, standard) => `has used or asked for ${standards[standard]} (språklova § 15)`,
    'organisation-decision': ({ organisation }, standard) =>
      `${organisation} has språkvedtak ${standards[standard]} (språklova § 15)`,
    'area-majority': ({ county }, standard) =>
      `neutral; ${standards[standard]} is the majority language in ${county} (språklova § 13)`,
    'mailing-default': ({ from }, standard) => `neutral; ${standards[standard]} is ${sender[from]}`,
    'address-default': (_, standard) =>
      `nothing is known of the language; ${standards[standard]} is what Oppsett says`,
    'organisation-area-majority': ({ organisation, county }, standard) =>
      `${organisation} is neutral; ${standards[standard]} is the majority language in ${county} (språklova § 13)`,
    'organisation-default': ({ organisation, from }, standard) =>
      `${organisation} is neutral; ${standards[standard]} is ${sender[from]}`,
    'as-before': (_, standard) => `neutral; ${standards[standard]} as in the mailing before`,
    readdressed: (_, standard) => `${standards[standard]} as in the mailing that did not arrive`,
  },
  causes: {
    'unreadable-row': ({ row }) => `row ${String(row)} has errors`,
    'hidden-row': ({ row }) => `row ${String(row)} is hidden`,
    left: ({ since }) => `left on ${englishDate(since)}`,
    reserved: () => 'has asked not to get mailings',
    'maybe-reserved': () => 'may have asked not to get mailings: see «npm run check»',
    'unknown-number': () => 'there is no such number',
    'replaced-number': ({ successors }) =>
      successors.length === 1
        ? `the number is no longer in use; it is now ${listed(successors, 'and')}`
        : `the municipality was divided; it is now ${listed(successors, 'and')}`,
    'no-address': () => 'has no e-mail address',
    suppressed: () => 'the address is reserved by another row',
    'came-back': () => 'mail to the address came back',
    unsubscribed: () => 'has asked to get no more mail',
    'not-reached': ({ event }) => `did not get the mailing before («${event}» in Utsendelser)`,
    'address-gone': () => 'got the mailing before at an address that the register no longer has',
    'not-in-register': () => 'the register no longer has this address',
    'no-standard': ({ wanted }) =>
      wanted === undefined
        ? 'the written standard is missing'
        : 'wants English, which the mailing does not have',
    'has-it-already': ({ mailing }) => `got it already, in ${mailing}`,
    duplicate: ({ of }) => `same address as ${of}`,
  },
  columns: {
    number: 'Number',
    name: 'Name',
    address: 'E-mail',
    standard: 'Written standard',
    gets: 'Gets the mailing',
    why: 'Reason',
  },
  yes: 'yes',
  no: 'no',
  planned: (planned, title) => `${text(planned)}: ${quoted(title)}`,
} as const satisfies AnnouncementWords;
