import { z } from 'zod';
import { whenCell, whenOrTimeCell, onDay, type When } from '../cells/when.ts';
import { lineOfText } from '../cells/text.ts';
import { linkCell } from '../cells/link.ts';
import { yesNoCell } from '../cells/choice.ts';
import type { CellParser } from '../cells/cell-parser.ts';
import {
  choiceColumn,
  dayColumn,
  idColumn,
  lineColumn,
  linkColumn,
  numberColumn,
  referenceColumn,
  textColumn,
  yesNoColumn,
} from '../columns.ts';
import { activityStatuses, activityTypes, parties } from '../lists.ts';
import { day, oneOf, text, when, whenOrTime } from '../schemas.ts';
import type { Loose } from '../rows/needed.ts';
import { defineTab, type RowOf, type RowReport } from '../tab.ts';

/** Whether it will be recorded (`ja`, `nei`), or the address of the recording once there is one. */
const recordingCell: CellParser<boolean | string> = (cell, report) => {
  const isLink = lineOfText(cell, () => undefined)?.includes('://') === true;
  return isLink ? linkCell(cell, report) : yesNoCell(cell, report);
};

const row = z.object({
  id: text,
  type: oneOf(activityTypes),
  title: text,
  party: oneOf(parties),
  responsible: text.optional(),
  status: oneOf(activityStatuses),
  start: when.optional(),
  end: whenOrTime.optional(),
  place: text.optional(),
  link: text.optional(),
  area: text.optional(),
  titleNn: text.optional(),
  description: text.optional(),
  series: text.optional(),
  audience: text.optional(),
  registration: text.optional(),
  registrationDeadline: day.optional(),
  recording: z.union([z.boolean(), text]).optional(),
  slides: text.optional(),
  minutes: text.optional(),
  hoursBylivsenteret: z.number().optional(),
  hoursDistriktssenteret: z.number().optional(),
  shared: z.boolean().optional(),
  note: text.optional(),
  present: text.optional(),
  approvalDeadline: day.optional(),
  approvedByBylivsenteret: text.optional(),
  approvedOnBylivsenteret: day.optional(),
  approvedByDistriktssenteret: text.optional(),
  approvedOnDistriktssenteret: day.optional(),
});

type Row = z.infer<typeof row>;
type Finished = Omit<Row, 'end' | 'shared'> & {
  readonly end?: When | undefined;
  /** May be shown to the other party; only an explicit `nei` in «Del med partner» prevents it. */
  readonly shared: boolean;
};

/** An end that is only a time of day is on the day of the start. */
function endOf({ start, end }: Pick<Loose<Row>, 'start' | 'end'>, report: RowReport): When | undefined {
  if (end === undefined || 'precision' in end) return end;
  if (start?.time !== undefined) {
    return onDay(start.first, end, (code, level, args) => {
      report('end', code, level, args);
    });
  }
  report('end', 'time-without-day', 'error', { why: 'start-without-time' });
  return undefined;
}

const isBefore = (end: When, start: When): boolean =>
  end.time !== undefined && start.time !== undefined ? end.time < start.time : end.last < start.first;

/** Reports an end that is before the start. */
function isInOrder(start: When | undefined, end: When | undefined, report: RowReport): boolean {
  if (start === undefined || end === undefined || !isBefore(end, start)) return true;
  report('end', 'end-before-start', 'error', { start: start.time ?? start.first });
  return false;
}

function finish(cells: Row, report: RowReport): Finished | undefined {
  const end = endOf(cells, report);
  if (cells.end !== undefined && end === undefined) return undefined;
  if (!isInOrder(cells.start, end, report)) return undefined;
  return Object.assign(cells, { end, shared: cells.shared !== false });
}

/** If the start cannot be read, a time of day alone has no meaning as the end. */
function draft(cells: Loose<Row>, report: RowReport): Loose<Finished> {
  const isClear = cells.start !== undefined || (cells.end !== undefined && 'precision' in cells.end);
  const end = isClear ? endOf(cells, report) : undefined;
  isInOrder(cells.start, end, report);
  return { ...cells, end };
}

/** Who of each party has approved the minutes of a quarterly meeting, and when. */
const approvalColumns = {
  approvedByBylivsenteret: lineColumn(
    ['Godkjent av Bylivsenteret', 'Approved by Bylivsenteret'],
    'Den som har godkjent referatet for Bylivsenteret.',
  ),
  approvedOnBylivsenteret: dayColumn(
    ['Godkjent dato Bylivsenteret', 'Approved on Bylivsenteret'],
    'Dagen referatet ble godkjent for Bylivsenteret.',
  ),
  approvedByDistriktssenteret: lineColumn(
    ['Godkjent av Distriktssenteret', 'Approved by Distriktssenteret'],
    'Den som har godkjent referatet for Distriktssenteret.',
  ),
  approvedOnDistriktssenteret: dayColumn(
    ['Godkjent dato Distriktssenteret', 'Approved on Distriktssenteret'],
    'Dagen referatet ble godkjent for Distriktssenteret.',
  ),
} as const;

/** `Aktiviteter`: the main tab. One row is an activity of the agreement. */
export const activitiesTab = defineTab({
  name: 'Aktiviteter',
  aliases: ['Aktivitetar', 'Activities'],
  owner: 'people',
  isSpine: true,
  idLetter: 'A',
  key: 'id',
  titles: ['title'],
  columns: {
    id: idColumn('A', 'aktiviteten'),
    type: choiceColumn(
      ['Type'],
      activityTypes,
      'Hvilken av avtalens seks aktiviteter dette er. Fylkesdialog og Nettverk hører begge til punkt 4 i avtalen.',
    ),
    title: {
      ...lineColumn(
        ['Tittel', 'Title'],
        'Arbeidstittel. Det som skal ut til andre, står i fanen Tekster. Ikke personnavn.',
        44,
      ),
      wrap: true,
    },
    party: choiceColumn(['Part', 'Party'], parties, 'Den som har ansvaret: en av partene, eller Felles.'),
    responsible: lineColumn(
      ['Ansvarlig', 'Ansvarleg', 'Responsible'],
      'Rollen eller personen som følger opp. For et kvartalsmøte: den som leder møtet.',
    ),
    status: choiceColumn(['Status'], activityStatuses, 'Hvor langt aktiviteten er kommet.', 14),
    start: {
      heading: 'Start',
      aliases: ['Starter', 'Startar', 'Dato', 'Møtedato', 'Date'],
      parse: whenCell,
      note: 'Dato, og klokkeslett når det er kjent: 12.03.2026 10:00. Møter og webinarer må ha klokkeslett. Det som ligger langt fram, kan stå som «mars 2026» eller «Q2 2026».',
      width: 18,
      format: 'dateTime',
    },
    end: {
      heading: 'Slutt',
      aliases: ['Sluttar', 'End'],
      parse: whenOrTimeCell,
      note: 'Dato og klokkeslett, eller bare klokkeslettet når det er samme dag som starten.',
      width: 18,
      format: 'dateTime',
    },
    place: lineColumn(
      ['Sted', 'Stad', 'Place', 'Møtested', 'Møtestad'],
      'Rom og adresse, eller «Digitalt (Teams)».',
    ),
    link: linkColumn(
      ['Lenke', 'Lenkje', 'Link'],
      'Lenke til møtet eller til siden om aktiviteten. Må begynne med https://',
    ),
    area: lineColumn(
      ['Område', 'Area'],
      'Fylker, kommuner eller regioner aktiviteten gjelder, med komma mellom. Tomt når den gjelder hele landet.',
    ),
    titleNn: {
      ...lineColumn(
        ['Tittel nynorsk', 'Title nynorsk'],
        'Tittelen på nynorsk, når den som står i Tittel, er på bokmål.',
        44,
      ),
      wrap: true,
    },
    description: textColumn(
      ['Beskrivelse', 'Beskriving', 'Omtale', 'Description'],
      'Noen setninger om aktiviteten. Kommer bare i orienteringen til den andre parten.',
    ),
    series: lineColumn(['Serie', 'Series'], 'Navnet på webinarserien, likt skrevet i alle radene i serien.'),
    audience: lineColumn(['Målgruppe', 'Audience'], 'Hvem aktiviteten er for.'),
    registration: linkColumn(
      ['Påmelding', 'Registration'],
      'Lenke til påmeldingsskjemaet. Må begynne med https://',
    ),
    registrationDeadline: dayColumn(['Påmeldingsfrist', 'Registration deadline'], 'Siste dag for påmelding.'),
    recording: {
      heading: 'Opptak',
      aliases: ['Recording'],
      parse: recordingCell,
      note: '«ja» når det blir tatt opp, og lenken til opptaket når det er klart.',
      width: 26,
      format: 'text',
    },
    slides: linkColumn(
      ['Presentasjoner', 'Presentasjonar', 'Slides'],
      'Lenke til presentasjonene når de er klare. Må begynne med https://',
    ),
    minutes: linkColumn(
      ['Referat', 'Møtereferat', 'Minutes'],
      'For et kvartalsmøte: lenken til referatet. Den står i sakslisten til neste møte. Må begynne med https://',
    ),
    hoursBylivsenteret: numberColumn(
      ['Timer Bylivsenteret', 'Timar Bylivsenteret', 'Hours Bylivsenteret'],
      0,
      10_000,
      'Timer Bylivsenteret har brukt så langt.',
    ),
    hoursDistriktssenteret: numberColumn(
      ['Timer Distriktssenteret', 'Timar Distriktssenteret', 'Hours Distriktssenteret'],
      0,
      10_000,
      'Timer Distriktssenteret har brukt så langt.',
    ),
    shared: yesNoColumn(
      ['Del med partner', 'Share with partner'],
      'Skriv «nei» når den andre parten ikke skal se aktiviteten i papirene. Tomt betyr ja.',
    ),
    note: textColumn(['Merknad', 'Note'], 'Til eget bruk. Blir aldri tatt med i papirene.', 36),
    present: lineColumn(
      ['Til stede', 'Til stades', 'Present'],
      'For et kvartalsmøte: de som var der, med komma mellom. De står i referatet.',
    ),
    approvalDeadline: dayColumn(
      ['Godkjenningsfrist', 'Frist for godkjenning', 'Approval deadline'],
      'Siste dag for å godkjenne referatet.',
    ),
    ...approvalColumns,
  },
  row,
  finish,
  draft,
});

export type Activity = RowOf<typeof activitiesTab>;

/** A reference to an activity, as other tabs have it. */
export const activityReference = (note: string): ReturnType<typeof referenceColumn> =>
  referenceColumn(['Aktivitet', 'Activity'], 'A', note);

/** In which columns each party approves the minutes of a meeting: who did, and on what day. */
export const approvalPairs = {
  bylivsenteret: { by: 'approvedByBylivsenteret', on: 'approvedOnBylivsenteret' },
  distriktssenteret: { by: 'approvedByDistriktssenteret', on: 'approvedOnDistriktssenteret' },
} as const;
