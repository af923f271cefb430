/** What the templates of the agenda may use. Days are `2026-12-03`, times `2026-12-03T10:00`, both in Oslo. */
import { z } from 'zod';
import {
  agreementNumber,
  amount,
  day,
  party,
  period,
  precision,
  standardText,
  text,
  time,
} from '../view-parts.ts';

const otherMeeting = z.object({
  id: text,
  title: standardText,
  /** As exactly as it was given: a month is not a day. */
  when: period,
  time: time.optional(),
  place: text.optional(),
});

/** Something to read: the words for it, and where it is. */
const attachment = z.object({ words: text, address: text.optional() });

/** What stands of the minutes of the meeting before. */
const approval = z.object({
  /** No minutes are known. */
  isMissing: z.boolean(),
  /** Both parties have approved the newest version, or nobody has answered within a deadline that counts as approval. */
  isWhole: z.boolean(),
  /** The parties that have approved it, and the day of the last of them. */
  by: z.array(party),
  on: day.optional(),
  /** Those who have not answered until the deadline, where that counts as approval. */
  silent: z.array(party),
  /** Those who have approved an earlier version only. */
  earlier: z.array(party),
  /** Those who have approved on the day of the newest version: nobody knows whether it was that one. */
  unclear: z.array(party),
  /** Those who have not answered, or whose answer does not count. */
  lacking: z.array(party),
});

/** A case number: `{ number: 7, year: 2026 }` prints as `Sak 7/26`. */
export const caseNumber = z.object({ number: amount, year: amount });

const person = z.object({ name: text, role: text.optional(), organisation: text.optional() });

const carried = z.object({
  /** How many meetings had it before; of a case that is not treated, since the last that treated it. 0 where the case names no meeting. */
  times: amount,
  /** The first of them; absent where the case names none. */
  since: day.optional(),
  ageDays: amount.optional(),
  /** It was treated, and only comes back since an action from it is open. */
  wasTreated: z.boolean(),
  /** It was treated, and somebody has raised it anew. */
  isRaisedAgain: z.boolean(),
  openActions: amount,
  actions: z.array(z.object({ action: text, snoozedUntil: day.optional() })),
  /** What was decided, shortened, and when, if that is known: of a case that was treated, and not raised anew. */
  decided: z.object({ on: day.optional(), text }).optional(),
  /** Carried three times or more: the meeting should do it, drop it or hand it over. */
  mustBeSettled: z.boolean(),
});

const agendaCase = z.object({
  id: text,
  number: caseNumber,
  title: standardText,
  kind: z.enum(['information', 'discussion', 'decision']),
  /** 0 for one that is only followed up, unless the register says how many it needs. */
  minutes: amount,
  startsAt: time.optional(),
  background: standardText.optional(),
  /** What the meeting is asked to decide. */
  proposal: standardText.optional(),
  attachments: z.array(attachment),
  activity: z.object({ id: text, title: standardText, when: period.optional() }).optional(),
  /** Who presents it. */
  presenter: text.optional(),
  raisedBy: text.optional(),
  isStanding: z.boolean(),
  /** It was on an earlier agenda and comes back. */
  carried: carried.optional(),
});

const action = z.object({
  id: text,
  action: text,
  responsible: text.optional(),
  deadline: day.optional(),
  /** The deadline in words, where it is no day. */
  deadlineWords: text.optional(),
  /** Only if the deadline is past. */
  overdueDays: amount.optional(),
  fromCase: caseNumber.optional(),
});

const happening = z.object({
  id: text,
  title: standardText,
  precision,
  first: day,
  last: day,
  party,
  /** Its time is past, but the register does not say that it was done. */
  isUnconfirmed: z.boolean(),
});

const agreementActivity = z.object({
  number: agreementNumber,
  done: z.array(happening),
  doneMore: amount,
  coming: z.array(happening),
  comingMore: amount,
  /** Nothing has been done since the last meeting. */
  isSilent: z.boolean(),
  /** The last time anything was done, when it is silent. */
  silentSince: day.optional(),
  /** Of number 4: the counties by name, in order of number. */
  counties: z
    .object({
      /** Both parties have been, or will be, in contact with it since the last meeting, and it is not cleared. */
      crossed: z.array(text),
      /** Nobody has spoken with it for half a year. */
      silent: z.array(text),
      isAllSilent: z.boolean(),
    })
    .optional(),
});

/** One line of the plan for the meeting. */
const planned = z.object({
  what: z.enum(['opening', 'minutes', 'actions', 'agreement', 'case', 'otherBusiness', 'nextMeeting']),
  startsAt: time.optional(),
  minutes: amount,
  number: caseNumber.optional(),
  title: standardText.optional(),
  kind: z.enum(['information', 'discussion', 'decision']).optional(),
  presenter: text.optional(),
});

/** What is otherwise than those who get it were told before. */
const news = z.object({
  /** The day on which they were told; absent if the record does not say. */
  said: day.optional(),
  /** It was cancelled, and will be held after all. */
  isBack: z.boolean(),
  /** Only if the time is another one: the time that they were told. */
  was: z.object({ day, start: time.optional(), end: time.optional() }).optional(),
  place: z.object({ was: text.optional(), is: text.optional() }).optional(),
  link: z.object({ was: text.optional(), is: text.optional() }).optional(),
  /** Only if the title is another one: the title before. */
  title: text.optional(),
  added: z.array(z.object({ title: standardText, number: caseNumber.optional() })),
  retitled: z.array(z.object({ title: standardText, number: caseNumber.optional(), was: text })),
  removed: z.array(standardText),
});

export const agendaView = z.object({
  /** Only if cases have numbers that the register does not have yet: the first of them. They follow those that are given. */
  proposedFrom: caseNumber.optional(),
  /** Only in a mail to people who have an earlier one that is no longer right. */
  news: news.optional(),
  /** The name under which the paper can be found again (arkivforskrifta § 15). */
  reference: text,
  /** The day on which the register was read. */
  asOf: day,
  meeting: z.object({
    id: text,
    title: standardText,
    /** The meeting's number within its year. */
    number: amount,
    year: amount,
    quarter: z.object({ number: amount, year: amount }),
    start: time,
    end: time.optional(),
    place: text.optional(),
    link: text.optional(),
    host: party,
    chair: text.optional(),
    /** The party that does not host. */
    minuteTaker: party.optional(),
    invited: z.array(z.object({ party: party.optional(), people: z.array(person) })),
  }),
  /** The cases with something to read before the meeting. */
  toRead: z.array(z.object({ number: caseNumber, title: standardText, attachments: z.array(attachment) })),
  /** Days that are still ahead: the last for a new case, and for saying that one cannot come; and to whom. */
  deadlines: z.object({ cases: day.optional(), absence: day.optional(), to: text.optional() }).optional(),
  plan: z.array(planned),
  budget: z.object({
    total: amount,
    /** The meeting's length; absent where the meeting has no end. */
    available: amount.optional(),
    /** Only if the agenda is longer than the meeting; with the minutes that cases have which were treated before. */
    overrun: z.object({ by: amount, available: amount }).optional(),
  }),
  /** With the address of its minutes, where the register has it. */
  lastMeeting: otherMeeting.extend({ minutes: text.optional(), approval: approval.optional() }).optional(),
  nextMeeting: otherMeeting.optional(),
  /** A row with errors may be the next meeting, so none is named. */
  isNextUnclear: z.boolean(),
  /** If no next meeting is planned: suitable days. */
  suggestedDays: z.array(day),
  actions: z.object({
    minutes: amount,
    startsAt: time.optional(),
    open: amount,
    overdue: amount,
    snoozed: amount,
    groups: z.array(z.object({ party: party.optional(), actions: z.array(action) })),
  }),
  agreement: z.object({ minutes: amount, startsAt: time.optional(), activities: z.array(agreementActivity) }),
  /** Those with a time of their own, in the order of the agenda. */
  cases: z.array(agendaCase),
  caseCount: amount,
  /** Those that were treated and only come back since an action is open: they belong to the follow-up of actions. */
  followUp: z.array(agendaCase.pick({ id: true, number: true, title: true }).extend({ carried })),
  followUpCount: amount,
});

/** What the mail about a cancelled meeting says. */
export const cancellationView = z.object({
  meeting: z.object({
    id: text,
    title: standardText,
    /** When it should have been, as those who get it were told. */
    day,
    start: time.optional(),
    end: time.optional(),
  }),
  /** The next quarterly meeting that is planned after the cancelled one. */
  nextMeeting: otherMeeting.optional(),
  /** A row with errors may be that meeting, so none is named. */
  isNextUnclear: z.boolean(),
});

export type CancellationView = z.infer<typeof cancellationView>;
export type AgendaView = z.infer<typeof agendaView>;
export type AgendaCase = AgendaView['cases'][number];
export type AgendaAction = AgendaView['actions']['groups'][number]['actions'][number];
export type AgreementActivity = AgendaView['agreement']['activities'][number];
export type PlannedItem = AgendaView['plan'][number];
