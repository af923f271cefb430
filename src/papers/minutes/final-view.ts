/** What the templates of final minutes and of their mail may use. Days are `2026-12-03`, times `2026-12-03T10:00`, both in Oslo. */
import { z } from 'zod';
import { agendaView, caseNumber } from '../agenda/view.ts';
import { amount, day, party, standardText, text } from '../view-parts.ts';

const outcome = z.enum(['treated', 'postponed', 'withdrawn', 'untreated']);

const action = z.object({
  id: text,
  action: text,
  responsible: text.optional(),
  deadline: day.optional(),
  /** The deadline in words, where it is no day. */
  deadlineWords: text.optional(),
});

/** How minutes name a case. */
const named = z.object({ id: text, number: caseNumber.optional(), title: standardText });

const minutesCase = named.extend({
  kind: z.enum(['information', 'discussion', 'decision']),
  outcome,
  /** It was settled before, and nothing is written of it from this meeting. */
  wasSettled: z.boolean(),
  discussion: standardText.optional(),
  decision: standardText.optional(),
  /** Of a case that was postponed or not treated: the day that it waits for, if people have said one. */
  until: day.optional(),
  /** Its own text says until when, so that the minutes say no more of that. */
  isUntilSaid: z.boolean(),
  /** The meeting that it goes to, if it is planned: the one that people have said, otherwise the next. */
  to: agendaView.shape.nextMeeting,
});

/** Something that a version says otherwise than the one before it. */
const change = z.object({
  /** The case; absent for the meeting as a whole. */
  case: named.optional(),
  what: z.enum([
    'came',
    'left',
    'outcome',
    'title',
    'discussion',
    'decision',
    'present',
    'actions',
    'until',
    'done',
  ]),
  was: text.optional(),
  is: text.optional(),
  wasOutcome: outcome.optional(),
  isOutcome: outcome.optional(),
  /** Of a case that waits: the first day that it may wait for; absent for the next meeting. */
  wasUntil: day.optional(),
  isUntil: day.optional(),
  /** Of actions: those that are new or read otherwise now, and those that were so. */
  came: z.array(action),
  gone: z.array(action),
});

/** A party, and whether it has approved this version: who of it and when; or by silence. */
const approval = z.object({
  party,
  is: z.enum(['approved', 'silent', 'lacking']),
  by: text.optional(),
  on: day.optional(),
  /** The day on which this version was kept, where that is later. */
  keptLater: day.optional(),
});

export const minutesView = agendaView
  .pick({ meeting: true, lastMeeting: true, nextMeeting: true, isNextUnclear: true, suggestedDays: true })
  .extend({
    /** The name under which this version can be found again (arkivforskrifta § 15). */
    reference: text,
    version: amount,
    /** The day on which this version was kept. */
    keptOn: day,
    /** The version that it replaces, and what is otherwise than there. */
    before: z.object({ version: amount, keptOn: day.optional(), changes: z.array(change) }).optional(),
    /** By party, as they are called. Empty where nobody has written who was there. */
    present: z.array(z.object({ party: party.optional(), people: z.array(text) })),
    /** Those who were called and were not there. */
    absent: z.array(text),
    cases: z.array(minutesCase),
    /** Cases that came up in the meeting. */
    added: z.array(minutesCase),
    /** Every action that the meeting agreed on. */
    actions: z.array(action.extend({ case: named.optional() })),
    /** Actions of earlier meetings that were done after the last one, up to the day of this. */
    done: z.array(action.extend({ doneOn: day.optional() })),
    /** Both parties, once one has approved this version. */
    approvals: z.array(approval),
    /** Both have. */
    isApproved: z.boolean(),
  });

/** The mail that sends minutes. */
export const minutesMailView = minutesView.extend({
  /** The day of the meeting. */
  day,
  /** The last day for approving them; absent where both parties have. */
  deadline: day.optional(),
  /** A party that has not answered by then has approved, if it got this so many days before, as it does today. */
  isSilenceConsent: z.boolean(),
  approvalDays: amount,
  /** The parties that have approved an earlier version, and must approve again. */
  again: z.array(party),
  /** Those who have approved on the day of this version, maybe the one before. */
  unclear: z.array(party),
});

export type MinutesView = z.infer<typeof minutesView>;
export type MinutesMailView = z.infer<typeof minutesMailView>;
export type MinutesCase = MinutesView['cases'][number];
export type MinutesChangeView = NonNullable<MinutesView['before']>['changes'][number];
export type NamedCase = Pick<MinutesCase, 'id' | 'number' | 'title'>;
