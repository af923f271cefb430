/** What the templates of a programme may use. Days are `2026-12-03`, times `2026-12-03T10:00`, both in Oslo. */
import { z } from 'zod';
import { amount, day, period, standardText, text, time } from '../view-parts.ts';
import type { Span } from './day-lines.ts';

const slotStatus = z.enum(['wanted', 'asked', 'confirmed']);

/** What is published about the activity in one written standard. */
const published = z.object({ title: text, ingress: text.optional() });

const slotShape = {
  id: text,
  title: standardText,
  /** Absent if the time is not given. */
  start: time.optional(),
  end: time.optional(),
  room: text.optional(),
  speaker: text.optional(),
  organisation: text.optional(),
  status: slotStatus,
};

/** How a slot is named in a list. */
const nameShape = { id: text, title: standardText, start: time.optional() };

const changeShape = {
  /** `place`, `link`, `cancelled` and `resumed` are of the whole activity, which `slot` names then. */
  what: z.enum([
    ...(['new', 'gone', 'time', 'room', 'title', 'speaker', 'confirmed', 'unconfirmed'] as const),
    ...(['place', 'link', 'cancelled', 'resumed'] as const),
  ]),
  /** As in the last released version: a room, a title or a speaker. */
  was: text.optional(),
  is: text.optional(),
  wasTime: time.optional(),
  wasEnd: time.optional(),
  isTime: time.optional(),
  isEnd: time.optional(),
};

const clashShape = { what: z.enum(['speaker', 'room']), who: text };

const activity = z.object({
  id: text,
  title: standardText,
  start: time.optional(),
  end: time.optional(),
  when: period,
  place: text.optional(),
  link: text.optional(),
  registration: text.optional(),
  registrationDeadline: day.optional(),
  isCancelled: z.boolean(),
});

const headShape = {
  reference: text,
  /** The day on which the register was read. */
  asOf: day,
  activity,
  /** The last released version. */
  released: z.object({ version: amount, on: day.optional() }).optional(),
  /** Not what a released version has: it may still change. */
  isDraft: z.boolean(),
  counts: z.object({ all: amount, confirmed: amount, asked: amount, wanted: amount, declined: amount }),
  /** The speakers whom the changes concern. */
  touched: z.array(text),
};

const slot = z.object(slotShape);
const named = z.object(nameShape);

const dayShape = {
  day,
  hasRooms: z.boolean(),
  slots: z.array(slot),
  /** The only room of the day. */
  room: text.optional(),
  /** The rooms that stand side by side, the most used first; empty where nothing happens at the same time. */
  rooms: z.array(z.object({ name: text.optional() })),
  /** In order of time; `cells` has what is in each of `rooms`. A break has no slots. */
  lines: z.array(
    z.object({
      ...{ start: time, end: time.optional(), isBreak: z.boolean(), slots: z.array(slot) },
      cells: z.array(z.object({ slots: z.array(slot) })),
    }),
  ),
};

/** A programme in one written standard. */
export const programmeView = z.object({
  ...headShape,
  published: published.optional(),
  /** Slots that have a time, by day; not declined ones. */
  days: z.array(z.object(dayShape)),
  /** Slots without a time. */
  untimed: z.array(slot),
  /** Slots whose speaker has not accepted, the first deadline first, then the earliest. */
  unconfirmed: z.array(
    slot.extend({ daysLeft: amount.optional(), answerBy: day.optional(), isLate: z.boolean() }),
  ),
  /** Slots that need one speaker or one room at the same time. */
  clashes: z.array(z.object({ ...clashShape, one: named, other: named })),
  /** The differences from the last released version; none if there is no such version. */
  changes: z.array(z.object({ ...changeShape, slot: named })),
});

export type ProgrammeView = z.infer<typeof programmeView>;

export type SlotView = ProgrammeView['untimed'][number];
export type SlotName = ProgrammeView['changes'][number]['slot'];
export type SlotChange = Omit<ProgrammeView['changes'][number], 'slot'> & {
  readonly slot: SlotName;
  /** For a new title: the one in nynorsk. */
  readonly wasNn?: string | undefined;
  readonly isNn?: string | undefined;
};
export type Clash = Omit<ProgrammeView['clashes'][number], 'one' | 'other'> & {
  readonly one: SlotName;
  readonly other: SlotName;
};

/** What calendars that have the programme must learn. */
export interface ProgrammeCalendar {
  /** SEQUENCE of each slot's event, by its ID. */
  readonly sequences: ReadonlyMap<string, number>;
  /** Slots that calendars may have, and that will not take place. */
  readonly cancelled: readonly (SlotName & {
    readonly end?: string | undefined;
    readonly place?: string | undefined;
  })[];
}

/** A programme in every written standard that it is written in. */
export interface Programme extends Omit<
  ProgrammeView,
  'published' | 'days' | 'untimed' | 'unconfirmed' | 'clashes' | 'changes'
> {
  readonly texts: Readonly<Record<'nb' | 'nn', ProgrammeView['published']>>;
  readonly days: readonly {
    readonly day: string;
    readonly hasRooms: boolean;
    readonly slots: readonly SlotView[];
    /** When slots were to be whose speakers declined. */
    readonly open: readonly Span[];
  }[];
  readonly untimed: readonly SlotView[];
  readonly unconfirmed: readonly ProgrammeView['unconfirmed'][number][];
  readonly clashes: readonly Clash[];
  readonly changes: readonly SlotChange[];
  readonly calendar: ProgrammeCalendar;
}
