/** The sample's programmes: the coming conference in all states, the last one, the webinar held last, and those next ahead. */
import { dayParts, wallTimeFrom, type Day } from '../../domain/time.ts';
import { slotStatuses, type SlotStatus } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { minutesOf, rowId, rowOf, type Clock, type NumberedActivities } from './activity.ts';
import { webinarDay, type SampleCalendar } from './calendar.ts';
import { comingConference, lastConference } from './conference-slots.ts';
import { comingConferenceKey, lastConferenceKey } from './shared-work.ts';
import { questionHourSlots, webinarSlots } from './webinar-slots.ts';
import { lastWebinarHeld, questionHourKey, webinarKey, webinarsAhead } from './webinars.ts';

export interface SampleSlot {
  /** Which day of the activity, 0 the first. */
  readonly day?: 0 | 1;
  readonly from: Clock;
  readonly to: Clock;
  readonly room?: string;
  readonly nb: string;
  readonly nn: string;
  readonly speaker?: string;
  readonly organisation?: string;
  readonly status: SlotStatus;
}

interface Programme {
  readonly activity: string;
  readonly days: readonly Day[];
  readonly slots: readonly SampleSlot[];
}

/** In order of time; IDs carry the year of the activity. */
export function slotRows(calendar: SampleCalendar, activities: NumberedActivities): readonly NewRow[] {
  const counts = new Map<number, number>();
  return programmes(calendar).flatMap(({ activity, days, slots }) =>
    slots.map((slot) => {
      const day = days[slot.day ?? 0] ?? calendar.today;
      const { year } = dayParts(day);
      const number = (counts.get(year) ?? 0) + 1;
      counts.set(year, number);
      return rowOf({
        ID: rowId('P', year, number),
        Aktivitet: activities.idOf(activity),
        Start: { wallTime: wallTimeFrom(day, minutesOf(slot.from)) },
        Slutt: { wallTime: wallTimeFrom(day, minutesOf(slot.to)) },
        Rom: slot.room,
        Tittel: slot.nb,
        'Tittel nynorsk': slot.nn,
        Innleder: slot.speaker,
        Organisasjon: slot.organisation,
        Status: slotStatuses[slot.status][0],
      });
    }),
  );
}

function programmes(calendar: SampleCalendar): readonly Programme[] {
  const { last, coming } = calendar.conferences;
  const [next, afterNext] = webinarsAhead(calendar);
  const webinars = [
    [lastWebinarHeld(calendar), 'held'],
    [next, 'next'],
    [afterNext, 'later'],
  ] as const;
  const webinarProgrammes = webinars.flatMap(([number, stage]): readonly Programme[] =>
    number === undefined
      ? []
      : [
          {
            activity: webinarKey(number),
            days: [webinarDay(calendar, number)],
            slots: webinarSlots(number, stage),
          },
        ],
  );
  const lastProgramme = { activity: lastConferenceKey, days: [last.first, last.last], slots: lastConference };
  const all: readonly Programme[] = [
    // The real conference of 2024 has no programme here.
    ...(last.year <= 2024 ? [] : [lastProgramme]),
    ...webinarProgrammes,
    { activity: questionHourKey, days: [calendar.questionHour], slots: questionHourSlots },
    { activity: comingConferenceKey, days: [coming.first, coming.last], slots: comingConference },
  ];
  const firstDay = ({ days }: Programme): string => days[0] ?? '';
  return [...all].sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));
}
