/** A programme as calendars and other programs take it. */
import { plainIn } from '../../domain/standard-text.ts';
import { createHash } from 'node:crypto';
import { utcText, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { sampleWords } from '../../language/sample.ts';
import { scheduleOf } from '../../papers/programme/schedule.ts';
import { slotUid } from '../../papers/programme/calendar.ts';
import type { Programme, ProgrammeCalendar, SlotView } from '../../papers/programme/view.ts';
import { markedTitle } from '../../render/document/sample-mark.ts';
import type { CalendarAddress, CalendarEvent } from '../../render/exchange/ics.ts';
import { renderScheduleJson, renderScheduleXml } from '../../render/exchange/schedule.ts';
import { calendarText, type Marking } from './calendar-text.ts';
import { fileName, type PaperFile } from './save-papers.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

interface Making {
  /** Oslo time. */
  readonly now: WallTime;
  /** Who calls a slot off; a cancellation without one is a plain file. */
  readonly organizer: CalendarAddress | undefined;
}

/** The files of `ics`, `xml` or `json` in one written standard. */
export function exchangeFiles(
  view: Programme,
  format: string,
  marking: Marking,
  making: Making,
): readonly PaperFile[] {
  if (format === 'ics') return calendars(view, marking, making);
  const { standard, isSample } = marking;
  const plain = scheduleOf(view, standard, sha256);
  const schedule = isSample ? { ...plain, title: markedTitle(plain.title, sampleWords[standard]) } : plain;
  const content = format === 'xml' ? renderScheduleXml(schedule) : renderScheduleJson(schedule);
  return [{ ending: `.${standard}.${format}`, content }];
}

/** All slots in one calendar, and each in one of its own: for whoever takes part, and for its speaker. */
function calendars(view: Programme, marking: Marking, { now, organizer }: Making): readonly PaperFile[] {
  const { standard } = marking;
  const events = [
    ...view.days.flatMap(({ slots }) => slots.flatMap((slot) => eventOf(slot, view, standard))),
    ...view.calendar.cancelled.flatMap((slot) => cancelledEvent(slot, view, standard)),
  ].map(({ id, event }) => ({ id, event: { ...event, stamp: utcText(now) } }));
  const once = [...new Map(events.map((one) => [one.id, one])).values()];
  return [
    {
      ending: `.${standard}.ics`,
      content: calendarText(
        undefined,
        once.map(({ event }) => event),
        marking,
      ),
    },
    ...once.map(({ id, event }) => ({
      ending: `-${fileName(id)}.${standard}.ics`,
      content:
        organizer !== undefined && event.status === 'CANCELLED'
          ? calendarText('CANCEL', [{ ...event, organizer }], marking)
          : calendarText(undefined, [event], marking),
    })),
  ];
}

interface Event {
  readonly id: string;
  readonly event: Omit<CalendarEvent, 'stamp'>;
}

function eventOf(
  { id, title, start, end, room, status }: SlotView,
  view: Programme,
  standard: NorwegianStandard,
): readonly Event[] {
  if (start === undefined) return [];
  const { place, link } = view.activity;
  const location = [room, place].filter((part) => part !== undefined).join(', ');
  const event: Event['event'] = {
    uid: slotUid(id),
    sequence: view.calendar.sequences.get(id) ?? 0,
    status: view.activity.isCancelled ? 'CANCELLED' : status === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE',
    start,
    end,
    summary: plainIn(title, standard),
    description: plainIn(view.activity.title, standard),
    location: location === '' ? undefined : location,
    url: link,
  };
  return [{ id, event }];
}

/** As calendars have it, so that they find it. */
function cancelledEvent(
  { id, title, start, end, place }: ProgrammeCalendar['cancelled'][number],
  view: Programme,
  standard: NorwegianStandard,
): readonly Event[] {
  if (start === undefined) return [];
  const event: Event['event'] = {
    ...{ uid: slotUid(id), sequence: view.calendar.sequences.get(id) ?? 0, status: 'CANCELLED', start, end },
    summary: plainIn(title, standard),
    description: plainIn(view.activity.title, standard),
    location: place,
  };
  return [{ id, event }];
}
