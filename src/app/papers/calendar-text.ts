/** The text of a calendar file. Events from a sample say so in their titles, where calendars show it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { sampleWords } from '../../language/sample.ts';
import { renderIcs, type CalendarEvent } from '../../render/exchange/ics.ts';
import { markedTitle } from '../../render/document/sample-mark.ts';

/** What decides how something from a sample says that it is one. */
export interface Marking {
  readonly standard: NorwegianStandard;
  readonly isSample: boolean;
}

export function calendarText(
  method: Parameters<typeof renderIcs>[0],
  events: readonly CalendarEvent[],
  { standard, isSample }: Marking,
): string {
  const words = sampleWords[standard];
  return renderIcs(
    method,
    isSample ? events.map((event) => ({ ...event, summary: markedTitle(event.summary, words) })) : events,
  );
}
