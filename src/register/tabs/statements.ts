import { z } from 'zod';
import {
  factNames,
  noneSaid,
  type FactName,
  type Facts,
  type SaidState,
  type StatementContent,
  type StatementKind,
} from '../../domain/statement.ts';
import { choiceCell } from '../cells/choice.ts';
import { lineColumn, textColumn, wholeNumberColumn } from '../columns.ts';
import type { ClosedList } from '../lists.ts';
import { oneOf, text } from '../schemas.ts';
import { asItIs, defineTab, type Column, type RowOf } from '../tab.ts';

/** The words for what was said. */
const saidKinds = {
  announcement: ['Kunngjøring', 'Kunngjering', 'Announcement'],
  reminder: ['Påminnelse', 'Påminning', 'Reminder'],
  followup: ['Oppfølging', 'Follow-up'],
  moved: ['Ny tid', 'Moved'],
  cancelled: ['Avlysning', 'Avlysing', 'Cancellation'],
  correction: ['Rettelse', 'Retting', 'Correction'],
  agenda: ['Innkalling', 'Agenda'],
  cancellation: ['Møte avlyst', 'Meeting cancelled'],
  asked: ['Forespørsel', 'Førespurnad', 'Asked'],
  nudge: ['Purring', 'Nudge'],
  confirmed: ['Bekreftelse', 'Stadfesting', 'Confirmed'],
  changed: ['Endring', 'Changed'],
  thanks: ['Takk', 'Thanks'],
  withdrawn: ['Innlegg avlyst', 'Withdrawn'],
  minutes: ['Referat sendt', 'Referat sendt ut', 'Minutes sent'],
  actionlist: ['Tiltaksliste', 'Action list'],
  digest: ['Orientering', 'Digest'],
  programme: ['Program', 'Programme'],
  minutesVersion: ['Referat', 'Minutes'],
  minutesRead: ['Referat lest', 'Referat lese', 'Minutes read'],
  dayChosen: ['Dag valgt', 'Dag vald', 'Day chosen'],
  waiver: ['Unntak', 'Waiver'],
} as const satisfies ClosedList<StatementKind>;

/** The state of a thing when something was said about it. */
const saidStates = {
  coming: ['Kommer', 'Kjem', 'Coming'],
  past: ['Over', 'Past'],
  done: ['Gjennomført', 'Done'],
  cancelled: ['Avlyst', 'Cancelled'],
  wanted: ['Ønsket', 'Ønskt', 'Wanted'],
  asked: ['Spurt', 'Spurd', 'Asked'],
  confirmed: ['Bekreftet', 'Stadfesta', 'Bekrefta', 'Confirmed'],
  declined: ['Avslått', 'Avslege', 'Declined'],
  removed: ['Tatt ut', 'Teke ut', 'Removed'],
  treated: ['Behandlet', 'Behandla', 'Treated'],
  postponed: ['Utsatt', 'Utsett', 'Postponed'],
  withdrawn: ['Trukket', 'Trekt', 'Withdrawn'],
  untreated: ['Ikke behandlet', 'Ikkje behandla', 'Not treated'],
} as const satisfies ClosedList<SaidState>;

/** A word of Felles: nobody chooses one in a machine-owned tab. */
const wordColumn = <Value extends string>(
  [heading, ...aliases]: readonly [string, ...string[]],
  list: ClosedList<Value>,
  note: string,
): Column<Value> => ({ heading, aliases, parse: choiceCell(list), note, width: 16, format: 'text' });

/** The word of the workbook for a kind. */
export const saidKindWord = (kind: StatementKind): string => saidKinds[kind][0];

/** The word of the workbook for a state. */
export const saidStateWord = (state: SaidState): string => saidStates[state][0];

const row = z.object({
  saidAt: text,
  kind: oneOf(saidKinds),
  about: text,
  what: text.optional(),
  to: text.optional(),
  count: z.number().optional(),
  by: text.optional(),
  title: text.optional(),
  titleNn: text.optional(),
  state: oneOf(saidStates).optional(),
  time: text.optional(),
  place: text.optional(),
  room: text.optional(),
  link: text.optional(),
  registration: text.optional(),
  deadline: text.optional(),
  speakers: text.optional(),
  organisation: text.optional(),
  description: text.optional(),
  cases: text.optional(),
  decision: text.optional(),
  recording: text.optional(),
  slides: text.optional(),
  sequence: z.number().optional(),
  reason: text.optional(),
  actions: text.optional(),
  present: text.optional(),
  version: text.optional(),
  sum: text.optional(),
});

type Row = z.infer<typeof row>;

/** The facts of a row: `–` is none, and an empty cell is not said. */
function factsOf(said: Row): Facts {
  const facts: Partial<Record<FactName, string | null>> = {};
  for (const name of factNames) {
    const value = said[name];
    if (value !== undefined) facts[name] = value === noneSaid ? null : value;
  }
  return facts;
}

/**
 * `Formidlet` (machine-owned): what has been said about a row of the register, to whom, and the facts as they were said.
 * Rows are only added.
 */
export const statementsTab = defineTab({
  name: 'Formidlet',
  aliases: ['Formidla', 'Said'],
  owner: 'machine',
  columns: {
    saidAt: lineColumn(['Tid (UTC)', 'Time (UTC)'], 'Da det ble sagt.', 22),
    kind: wordColumn(['Type', 'Slag', 'Kind'], saidKinds, 'Hva slags melding det var.'),
    about: lineColumn(['Gjelder', 'Gjeld', 'About'], 'ID-en til raden det gjaldt.', 13),
    what: lineColumn(['Utsendelse', 'Utsending', 'Mailing'], 'Utsendelsen eller versjonen.', 30),
    to: lineColumn(
      ['Til', 'To'],
      'Parten eller kontakten som fikk det. Mottakerne av en utsendelse står i Utsendelser.',
      18,
    ),
    count: wholeNumberColumn(['Antall', 'Tal', 'Count'], 0, 1_000_000, 'Hvor mange det gikk til.'),
    by: lineColumn(['Av', 'By'], 'Hvem eller hvilken maskin som sendte.', 18),
    title: lineColumn(['Tittel', 'Title'], 'Tittelen da.', 44),
    titleNn: lineColumn(['Tittel nynorsk', 'Title nynorsk'], 'Tittelen på nynorsk da.', 44),
    state: wordColumn(['Status'], saidStates, 'Statusen da.'),
    time: lineColumn(['Når', 'When'], 'Tiden da (norsk tid).', 34),
    place: lineColumn(['Sted', 'Stad', 'Place'], 'Stedet da.'),
    room: lineColumn(['Rom', 'Room'], 'Rommet da.', 18),
    link: lineColumn(['Lenke', 'Lenkje', 'Link'], 'Lenken da.', 36),
    registration: lineColumn(['Påmelding', 'Registration'], 'Påmeldingen da.', 36),
    deadline: lineColumn(['Frist', 'Deadline'], 'Fristen da.', 13),
    speakers: lineColumn(['Innledere', 'Innleiarar', 'Speakers'], 'De som skulle innlede da.', 36),
    organisation: lineColumn(['Organisasjon', 'Organisation'], 'Hvor innlederen kom fra.'),
    description: textColumn(
      ['Beskrivelse', 'Beskriving', 'Description'],
      'Beskrivelsen eller det som var avtalt da.',
      44,
    ),
    cases: textColumn(['Saker', 'Cases'], 'Sakene i innkallingen, én på hver linje.', 44),
    decision: textColumn(['Vedtak', 'Decision'], 'Vedtaket da.', 44),
    recording: lineColumn(['Opptak', 'Recording'], 'Lenken til opptaket da.', 36),
    slides: lineColumn(['Presentasjoner', 'Presentasjonar', 'Slides'], 'Lenken til presentasjonene da.', 36),
    sequence: wholeNumberColumn(
      ['Sekvens', 'Sequence'],
      0,
      1_000_000,
      'Løpenummeret til kalenderinnkallingen.',
    ),
    reason: lineColumn(['Grunn', 'Grunngiving', 'Reason'], 'Hvorfor det ikke skal sies, for et unntak.', 44),
    actions: textColumn(['Tiltak', 'Actions'], 'Tiltakene da, ett på hver linje.', 44),
    present: lineColumn(['Til stede', 'Til stades', 'Present'], 'De som var til stede, i et referat.', 36),
    version: lineColumn(['Versjon', 'Version'], 'Versjonen av referatet som ble sendt.', 18),
    sum: lineColumn(['Kontrollsum', 'Checksum'], 'Kontrollsummen av teksten i et referat.', 18),
  },
  row,
  finish: (said): StatementContent => {
    const { saidAt, kind, about, what, to, count, by, sequence, reason, sum } = said;
    return { saidAt, kind, about, what, to, count, by, sequence, reason, sum, facts: factsOf(said) };
  },
  draft: asItIs,
});

export type Statement = RowOf<typeof statementsTab>;
