/** The files of a programme: the programme itself, its state, and what calendars and other programs take. */
import { createHash } from 'node:crypto';
import { utcText, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { sampleWords } from '../../language/sample.ts';
import type { Programme, SlotView } from '../../papers/programme/view.ts';
import { programmeIn, titleIn } from '../../papers/programme/in-standard.ts';
import { scheduleOf } from '../../papers/programme/schedule.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import { markedTitle } from '../../render/document/sample-mark.ts';
import { renderScheduleJson, renderScheduleXml } from '../../render/exchange/schedule.ts';
import { calendarText, type Marking } from './calendar-text.ts';
import { paperFilesIn, paperFormats } from './paper-files.ts';
import { paperWriter } from './paper-writer.ts';
import { fileName, type PaperFile } from './save-papers.ts';

export const programmeFormats = [...paperFormats, 'ics', 'xml', 'json'] as const;
export type ProgrammeFormat = (typeof programmeFormats)[number];

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A programme whose files are made. */
export interface ProgrammeOrder {
  readonly view: Programme;
  readonly isSample: boolean;
  /** Oslo time. */
  readonly now: WallTime;
}

/** The programme in the wanted formats, for each written standard. Throws UserError for a template that is at fault. */
export async function programmeFiles(
  { view, isSample, now }: ProgrammeOrder,
  standards: readonly NorwegianStandard[],
  wanted: readonly ProgrammeFormat[],
): Promise<readonly PaperFile[]> {
  const files: PaperFile[] = [];
  for (const standard of standards) {
    const subject = `${view.texts[standard]?.title ?? view.activity.title} (${view.reference})`;
    const order = {
      paper: 'programme',
      view: programmeIn(view, standard),
      asOf: view.asOf,
      subject,
    } as const;
    const papers = paperFormats.filter((format) => wanted.includes(format));
    files.push(...(await paperFilesIn(standard, await paperWriter({ standard, isSample }), order, papers)));
    if (wanted.includes('ics')) files.push(...calendars(view, { standard, isSample }, now));
    const plain = scheduleOf(view, standard, sha256);
    const schedule = isSample ? { ...plain, title: markedTitle(plain.title, sampleWords[standard]) } : plain;
    if (wanted.includes('xml'))
      files.push({ ending: `.${standard}.xml`, content: renderScheduleXml(schedule) });
    if (wanted.includes('json'))
      files.push({ ending: `.${standard}.json`, content: renderScheduleJson(schedule) });
  }
  return files;
}

/** What those who make the programme need to know, as papers of their own. */
export async function programmeStateFiles(
  { view, isSample }: Omit<ProgrammeOrder, 'now'>,
  standards: readonly NorwegianStandard[],
  wanted: readonly ProgrammeFormat[],
): Promise<readonly PaperFile[]> {
  const subject = `${view.activity.title} (${view.reference})`;
  const papers = paperFormats.filter((format) => wanted.includes(format));
  const files: PaperFile[] = [];
  for (const standard of standards) {
    const order = {
      paper: 'programme-state',
      view: programmeIn(view, standard),
      asOf: view.asOf,
      subject,
    } as const;
    files.push(...(await paperFilesIn(standard, await paperWriter({ standard, isSample }), order, papers)));
  }
  return files;
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
