/** The events of a calendar file as a paper to look at: what comes first, then what has been. Nobody gets it. */
import {
  dayOf,
  parseDay,
  parseWallTime,
  utcText,
  wallTimeFrom,
  type WallTime,
} from '../../../domain/time.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { clock, dateSpan } from '../../../language/dates.ts';
import { eventsListWords } from '../../../language/page/events-list-words.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import { sampleWords } from '../../../language/sample.ts';
import type {
  Block,
  Inline,
  PaperDocument,
  PaperProperties,
  TableCell,
} from '../../../render/document/document.ts';
import { markedAsSample } from '../../../render/document/sample-mark.ts';
import type { CalendarEvent } from '../../../render/exchange/ics.ts';
import { oneLine } from '../../../render/safe/plain-text.ts';
import type { PaperEvents } from '../../papers/paper-definition.ts';

/** So many that have been are listed, the last first. */
const MOST_PAST = 200;

interface ListOf {
  readonly standard: NorwegianStandard;
  /** Oslo time. */
  readonly now: WallTime;
  readonly isSample: boolean;
}

/** The list, and what goes into its page. */
export function eventsList(
  { events, undated }: PaperEvents,
  { standard, now, isSample }: ListOf,
): { readonly document: PaperDocument; readonly properties: PaperProperties } {
  const words = eventsListWords[standard];
  const today = dayOf(now);
  const isToCome = ({ start, end = start }: CalendarEvent): boolean => end.slice(0, 10) >= today;
  const past = events.filter((event) => !isToCome(event)).toReversed();
  const rest = past.length - MOST_PAST;
  const document: PaperDocument = {
    title: words.title,
    blocks: [
      heading(1, 'kalender', words.title),
      { kind: 'byline', children: said(words.about) },
      ...section('kommer', words.toCome, events.filter(isToCome), standard),
      ...(undated === 0 ? [] : [paragraph(words.undated(undated))]),
      ...section('tidligere', words.past, past.slice(0, MOST_PAST), standard),
      ...(rest > 0 ? [paragraph(words.more(rest))] : []),
    ],
  };
  return {
    document: isSample ? markedAsSample(document, 'paper', sampleWords[standard]) : document,
    properties: {
      ...{ standard, subject: words.about, creator: 'Felles' },
      created: utcText(wallTimeFrom(today, 0)),
    },
  };
}

const said = (text: string): readonly Inline[] => [{ kind: 'text', text: oneLine(text) }];
const cell = (text: string): TableCell => ({ children: said(text), align: undefined });
const paragraph = (text: string): Block => ({ kind: 'paragraph', children: said(text) });
const heading = (level: 1 | 2, id: string, text: string): Block => ({
  ...{ kind: 'heading', level, id, children: said(text) },
});

function section(
  id: string,
  title: string,
  events: readonly CalendarEvent[],
  standard: NorwegianStandard,
): readonly Block[] {
  const words = eventsListWords[standard];
  if (events.length === 0) return [heading(2, id, title), paragraph(words.none)];
  const rows = events.map((event) => {
    const { summary, status, location = '' } = event;
    const what = status === 'CANCELLED' ? words.cancelled(summary) : summary;
    return { hasHead: false, cells: [...whenOf(event, standard), what, location].map(cell) };
  });
  return [heading(2, id, title), { kind: 'table', head: words.columns.map(cell), rows }];
}

/** The day or days, and the time of day. */
function whenOf(
  { start, end = start }: CalendarEvent,
  standard: NorwegianStandard,
): readonly [string, string] {
  const [first, last] = [parseDay(start.slice(0, 10)), parseDay(end.slice(0, 10))];
  if (first === undefined || last === undefined) return [start, end];
  const times = [start, end].flatMap((one) => {
    const time = parseWallTime(one);
    return time === undefined ? [] : [clock(time)];
  });
  return [dateSpan(phrasesOf[standard], first, last), [...new Set(times)].join('–')];
}
