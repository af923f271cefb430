import { z } from 'zod';
import { whenOrTimeCell } from '../cells/when.ts';
import { choiceColumn, dayColumn, idColumn, lineColumn, reachColumn } from '../columns.ts';
import { slotStatuses } from '../lists.ts';
import { day, oneOf, text, whenOrTime } from '../schemas.ts';
import { asItIs, defineTab, type Column, type RowOf } from '../tab.ts';
import { activityReference } from './activities.ts';

const timeColumn = (
  heading: string,
  alias: string,
  note: string,
): Column<ReturnType<typeof whenOrTimeCell> & object> => ({
  heading,
  aliases: [alias],
  parse: whenOrTimeCell,
  note,
  width: 18,
  format: 'dateTime',
});

/** `Program`: a slot in a conference, webinar or gathering. Its times may be times of day; see rules/slots.ts. */
export const slotsTab = defineTab({
  name: 'Program',
  aliases: ['Programme', 'Slots'],
  owner: 'people',
  idLetter: 'P',
  key: 'id',
  columns: {
    id: idColumn('P', 'programposten'),
    activity: activityReference('Konferansen, webinaret eller samlingen.'),
    start: timeColumn(
      'Start',
      'Startar',
      'Dato og klokkeslett, eller bare klokkeslettet når aktiviteten varer én dag.',
    ),
    end: timeColumn('Slutt', 'Sluttar', 'Dato og klokkeslett, eller bare klokkeslettet.'),
    room: lineColumn(['Rom', 'Room'], 'Rommet eller sporet. Tomt når det bare er ett.', 18),
    title: lineColumn(['Tittel', 'Title'], 'Tittelen på bokmål.', 44),
    titleNn: lineColumn(['Tittel nynorsk', 'Title nynorsk'], 'Tittelen på nynorsk.', 44),
    speaker: lineColumn(['Innleder', 'Innleiar', 'Speaker'], 'Den som innleder.'),
    organisation: lineColumn(['Organisasjon', 'Organisation'], 'Hvor innlederen kommer fra.'),
    status: choiceColumn(['Status'], slotStatuses, 'Ønsket, spurt, bekreftet eller avslått.', 12),
    contact: reachColumn(
      ['Kontakt', 'Contact'],
      'Hvem vi skriver til om innlegget: en kontakt fra listen, eller én e-postadresse.',
    ),
    answerBy: dayColumn(['Svarfrist', 'Answer by'], 'Når innlederen må ha svart.'),
  },
  row: z.object({
    id: text,
    activity: text,
    start: whenOrTime.optional(),
    end: whenOrTime.optional(),
    room: text.optional(),
    title: text,
    titleNn: text.optional(),
    speaker: text.optional(),
    organisation: text.optional(),
    status: oneOf(slotStatuses).optional(),
    contact: text.optional(),
    answerBy: day.optional(),
  }),
  finish: (row) => Object.assign(row, { status: row.status ?? ('wanted' as const) }),
  draft: asItIs,
});

export type Slot = RowOf<typeof slotsTab>;
