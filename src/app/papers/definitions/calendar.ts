/** Everything that both parties may see, as one calendar file. */
import { msg } from '../../../domain/msg.ts';
import { dayOf, utcText, type WallTime } from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import type { Phrases } from '../../../language/phrases.ts';
import { capital } from '../../../language/dates.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { calendar, type Calendar, type CalendarEntry } from '../../../papers/calendar/calendar.ts';
import type { CalendarEvent } from '../../../render/exchange/ics.ts';
import { calendarText } from '../calendar-text.ts';
import { definePaper } from '../define-paper.ts';
import type { PaperEvents } from '../paper-definition.ts';

export const calendarPaper = definePaper({
  name: 'calendar',
  none: () => msg`No calendar was made.`,
  named: () => msg`the calendar`,
  summary: 'Makes one calendar file of everything that both parties may see.',
  options: {
    standard: {
      type: 'string',
      value: '<nb|nn|both>',
      help: 'written standard of its words (default nb)',
    },
  },
  examples: ['npm run calendar', 'npm run calendar -- --standard nn'],
  tabs: ['activities', 'texts'],
  formats: ['ics'],
  // One file is one calendar: two would show everything twice.
  standards: ['nb'],
  request: () => undefined,
  make: (register, _, now) => ({
    nb: calendar(register, 'nb', now),
    nn: calendar(register, 'nn', now),
  }),
  templates: {},
  events: eventsIn,
  sets: (view, { run }) => {
    const { now } = run.settings;
    return [
      {
        name: `kalender-${dayOf(now)}`,
        files: ({ marking }) => {
          const { standard } = marking;
          const { events } = eventsIn(view, standard, now);
          return [{ ending: `.${standard}.ics`, content: calendarText(undefined, events, marking) }];
        },
      },
    ];
  },
  say: (terminal, { nb: { entries, undated } }) => {
    const count = entries.length;
    const activities = count === 1 ? msg`${count} activity` : msg`${count} activities`;
    const heading = terminal.paint('bold', msg`Calendar`);
    terminal.say(`${heading}: ${activities}`);
    if (undated > 0)
      terminal.say(
        undated === 1
          ? msg`  ${undated} to come has no day yet, and is left out.`
          : msg`  ${undated} to come have no day yet, and are left out.`,
      );
  },
});

function eventsIn(
  view: Readonly<Record<NorwegianStandard, Calendar>>,
  standard: NorwegianStandard,
  now: WallTime,
): PaperEvents {
  const { entries, undated } = view[standard];
  return { events: entries.map((entry) => eventOf(entry, phrasesOf[standard], utcText(now))), undated };
}

function eventOf(entry: CalendarEntry, words: Phrases, stamp: string): CalendarEvent {
  const { uid, sequence, status, start, end, title, place, link } = entry;
  const kind = `${words.activityTypes[entry.type]} · ${capital(words.parties[entry.party])}`;
  return {
    uid,
    sequence,
    stamp,
    status,
    start,
    end,
    summary: title,
    description: `${kind} (${entry.id})`,
    location: place,
    url: link,
  };
}
