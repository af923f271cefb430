/** What the templates of the minutes may use. Days are `2026-12-03`, times `2026-12-03T10:00`, both in Oslo. */
import { z } from 'zod';
import { agendaView, caseNumber } from '../agenda/view.ts';
import { day, party, text } from '../view-parts.ts';

/** An action, as the draft shows it. */
const action = z.object({
  action: text,
  responsible: text.optional(),
  deadline: day.optional(),
  /** The deadline in words, where it is no day. */
  deadlineWords: text.optional(),
});

const actions = z.array(action);

/** A case of the meeting, with what the register already has of its treatment there. */
const draftCase = agendaView.shape.cases.element
  .pick({
    id: true,
    title: true,
    kind: true,
    background: true,
    proposal: true,
    presenter: true,
    carried: true,
  })
  .extend({
    /** Only a number that the register has: it is never changed then. */
    number: caseNumber.optional(),
    outcome: z.enum(['treated', 'postponed', 'withdrawn']).optional(),
    decision: text.optional(),
    discussion: text.optional(),
    actions,
  });

/** The draft that people write in. It says nothing of the day on which it was made, so that it stays the same until the register changes. */
export const minutesDraftView = agendaView
  .pick({
    reference: true,
    meeting: true,
    lastMeeting: true,
    nextMeeting: true,
    isNextUnclear: true,
    suggestedDays: true,
  })
  .extend({
    /** Those who are invited, and those whom the register has as present. */
    people: z.array(z.object({ name: text, party: party.optional(), isPresent: z.boolean() })),
    /** In the order of the agenda. */
    cases: z.array(draftCase),
    /** The open actions of earlier meetings. */
    followUp: actions,
    /** What the meeting agreed on apart from its cases. */
    newActions: z.object({ actions }),
  });

export type MinutesDraft = z.infer<typeof minutesDraftView>;
export type DraftCase = MinutesDraft['cases'][number];
export type DraftAction = MinutesDraft['followUp'][number];
