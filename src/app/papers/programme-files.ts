/** A programme as calendars and other programs take it. */
import { createHash } from 'node:crypto';
import { utcText, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { sampleWords } from '../../language/sample.ts';
import { titleIn } from '../../papers/programme/in-standard.ts';
import { scheduleOf } from '../../papers/programme/schedule.ts';
import type { Programme, SlotView } from '../../papers/programme/view.ts';
import { markedTitle } from '../../render/document/sample-mark.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import { renderScheduleJson, renderScheduleXml } from '../../render/exchange/schedule.ts';
import { calendarText, type Marking } from './calendar-text.ts';
import { fileName, type PaperFile } from './save-papers.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The files of `ics`, `xml` or `json` in one written standard. `now` is Oslo time. */
export function exchangeFiles(
  view: Programme,
  format: string,
  marking: Marking,
  now: WallTime,
): readonly PaperFile[] {
  if (format === 'ics') return calendars(view, marking, now);
  const { standard, isSample } = marking;
  const plain = scheduleOf(view, standard, sha256);
  const schedule = isSample ? { ...plain, title: markedTitle(plain.title, sampleWords[standard]) } : plain;
  const content = format === 'xml' ? renderScheduleXml(schedule) : renderScheduleJson(schedule);
  return [{ ending: `.${standard}.${format}`, content }];
}

/** All slots in one calendar, and each in one of its own: for whoever takes part, and for its speaker. */
function calendars(view: Programme, marking: Marking, now: WallTime): readonly PaperFile[] {
  const { standard } = marking;
  const events = view.days.flatMap(({ slots }) =>
    slots.flatMap((slot) => eventOf(slot, view, standard, now)),
  );
  return [
    {
      ending: `.${standard}.ics`,
      content: calendarText(
        undefined,
        events.map(({ event }) => event),
        marking,
      ),
    },
    ...events.map(({ id, event }) => ({
      ending: `-${fileName(id)}.${standard}.ics`,
      content: calendarText(undefined, [event], marking),
    })),
  ];
}

function eventOf(
  { id, title, titleNn, start, end, room, status }: SlotView,
  view: Programme,
  standard: NorwegianStandard,
  now: WallTime,
): readonly { readonly id: string; readonly event: CalendarEvent }[] {
  if (start === undefined) return [];
  const { place, link } = view.activity;
  const location = [room, place].filter((part) => part !== undefined).join(', ');
  const event: CalendarEvent = {
    uid: `${id.toLowerCase()}@felles.invalid`,
    // Each version that goes out may have moved it.
    sequence: view.released?.version ?? 0,
    status: view.activity.isCancelled ? 'CANCELLED' : status === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE',
    stamp: utcText(now),
    start,
    end,
    summary: titleIn({ title, titleNn }, standard),
    description: view.texts[standard]?.title ?? view.activity.title,
    location: location === '' ? undefined : location,
    url: link,
  };
  return [{ id, event }];
}
