/** `npm run calendar`: everything that both parties may see, as one calendar file. */
import { dayOf, utcText } from '../../domain/time.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { nb } from '../../language/nb.ts';
import { nn } from '../../language/nn.ts';
import type { Phrases } from '../../language/phrases.ts';
import { calendar, type CalendarEntry } from '../../papers/calendar/calendar.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { readRegister } from '../../register/read-register.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import { calendarText } from '../papers/calendar-text.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { standardsOf, textFlag } from '../papers/paper-flags.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';
import { counted } from '../cli/counted.ts';

const options = {
  standard: { type: 'string', value: '<nb|nn|both>', help: 'written standard of its words (default nb)' },
} as const;

export const calendarCommand: Command = {
  name: 'calendar',
  summary: 'Makes one calendar file of everything that both parties may see.',
  options,
  examples: ['npm run calendar', 'npm run calendar -- --standard nn'],
  run: runCalendar,
};

/** Tabs that the calendar is made from. */
const sourceTabs = ['activities', 'texts'] as const;

const phrases: Readonly<Record<NorwegianStandard, Phrases>> = { nb, nn };

async function runCalendar(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  // One file is what a calendar takes: two would be one calendar twice.
  const standards =
    textFlag(flags, 'standard') === undefined ? norwegianStandards.slice(0, 1) : standardsOf(flags);
  const store = await run.store();
  const reading = readRegister(await store.read(), settings.now);
  requireTabs(reading, sourceTabs, 'No calendar was made.');
  const asOf = dayOf(settings.now);
  const isSample = isSampleRegister(reading.register);
  const files = standards.map((standard) => {
    const { entries } = calendar(reading.register, standard, settings.now);
    const events = entries.map((entry) => eventOf(entry, phrases[standard], utcText(settings.now)));
    return { ending: `.${standard}.ics`, content: calendarText(undefined, events, { standard, isSample }) };
  });
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the calendar');
  const { entries, undated } = calendar(reading.register, 'nb', settings.now);
  terminal.say(`${terminal.paint('bold', 'Calendar')}: ${counted(entries.length, 'activity', 'activities')}`);
  if (undated > 0)
    terminal.say(
      `  ${String(undated)} to come ${undated === 1 ? 'has' : 'have'} no day yet, and ${undated === 1 ? 'is' : 'are'} left out.`,
    );
  for (const { path } of await savePapers(settings.out, 'calendar', `kalender-${asOf}`, files))
    terminal.result(shownPath(settings, path));
  return faulty ? 1 : 0;
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

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);
