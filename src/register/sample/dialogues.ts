/**
 * The sample's contacts with county authorities: most of the latest round, and what each party has done by itself
 * since. Six counties of the round are not written down; two contacts were not cleared with the partner.
 */
import { addDays, dayParts, type Day } from '../../domain/time.ts';
import { parties, type Party } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf } from './activity.ts';
import { meetingDay, type SampleCalendar } from './calendar.ts';
import { roundCounties } from './county-meetings.ts';
import { freeDayBefore, workingDayBefore } from './days.ts';

interface Noted {
  readonly topic: string;
  readonly agreed: string;
  readonly nextStep?: string;
}

interface SampleDialogue extends Noted {
  readonly county: string;
  readonly date: Day;
  readonly party: Party;
  readonly who: string;
  readonly deadline?: Day;
  readonly coordinated: 'ja' | 'nei';
}

/** Written by the one who took notes: Distriktssenteret in nynorsk, Bylivsenteret in bokmål. */
const notedFromRound: Readonly<Partial<Record<(typeof roundCounties)[number], Noted>>> = {
  Innlandet: {
    topic: 'Små kommunesentre og handel',
    agreed: 'Fylkeskommunen deler handelsanalysen sin med begge parter.',
  },
  Agder: { topic: 'Kulturarv i kystbyane', agreed: 'Vi tipsar kvarandre om innleiarar til webinarserien.' },
  Rogaland: {
    topic: 'Tettstadutvikling i Ryfylke',
    agreed: 'Fylkeskommunen tek initiativ når planane er klare.',
  },
  Vestland: {
    topic: 'Rettleiing av små kommunar',
    agreed: 'Fylkeskommunen vil gjerne ha ei samling for kommunane saman med oss.',
    nextStep: 'Lage eit framlegg til samling',
  },
  'Møre og Romsdal': {
    topic: 'Samling av førebilete',
    agreed: 'Vi viser til samlinga deira og lagar ikkje ei eiga.',
  },
  Trøndelag: {
    topic: 'Nettverk for småbyer',
    agreed: 'Fylkeskommunen inviterer kommunene sine til neste nettverkssamling.',
  },
  Nordland: {
    topic: 'Kystbyer og reiseliv',
    agreed: 'Fylkeskommunen ønsker én fast kontakt hos hver av partene.',
    nextStep: 'Oppnevne en fast kontakt',
  },
  Troms: {
    topic: 'Unge vaksne og bustader',
    agreed: 'Tema for eit webinar. Fylkeskommunen føreslår innleiar.',
  },
  Finnmark: {
    topic: 'Språk og skilting i sentrum',
    agreed: 'Fylkeskommunen sender eksempler på flerspråklig skilting.',
  },
};

export function dialogueRows(calendar: SampleCalendar): readonly NewRow[] {
  const counts = new Map<number, number>();
  return [...roundDialogues(calendar), ...uncoordinated(calendar), ...coordinated(calendar)].map((one) => {
    const { year } = dayParts(one.date);
    const number = (counts.get(year) ?? 0) + 1;
    counts.set(year, number);
    return rowOf({
      ID: rowId('D', year, number),
      Fylke: one.county,
      Dato: { day: one.date },
      Part: parties[one.party][0],
      Hvem: one.who,
      Tema: one.topic,
      Avtalt: one.agreed,
      'Neste steg': one.nextStep,
      Frist: one.deadline === undefined ? undefined : { day: one.deadline },
      'Avklart med partner': one.coordinated,
    });
  });
}

function roundDialogues({ countyRound }: SampleCalendar): readonly SampleDialogue[] {
  return roundCounties.flatMap((county, index) => {
    const noted = notedFromRound[county];
    const date = countyRound[index];
    if (noted === undefined || date === undefined) return [];
    const who = 'Fylkeskontakt og plansjef';
    return [{ county, date, party: 'both', who, coordinated: 'ja', ...noted } as const];
  });
}

/** Both parties came to the same county authority within two weeks, and neither had told the other. */
function uncoordinated(calendar: SampleCalendar): readonly SampleDialogue[] {
  const ago = (days: number): Day => workingDayBefore(addDays(calendar.today, -days));
  return [
    {
      county: 'Innlandet',
      date: ago(33),
      party: 'bylivsenteret',
      who: 'Prosjektkoordinator og regionplansjef',
      topic: 'Sentrumsplaner i små kommunesentre',
      agreed: 'Bylivsenteret leser to planutkast.',
      nextStep: 'Gi tilbakemelding på utkastene',
      deadline: ago(5),
      coordinated: 'nei',
    },
    {
      county: 'Innlandet',
      date: ago(19),
      party: 'distriktssenteret',
      who: 'Fylkeskontakt og seksjonssjef',
      topic: 'Plankapasitet i små kommunar',
      agreed: 'Distriktssenteret deler erfaringar frå andre fylke.',
      nextStep: 'Sende over tre døme',
      deadline: freeDayBefore(addDays(meetingDay(calendar, 0), -1)),
      coordinated: 'nei',
    },
  ];
}

function coordinated(calendar: SampleCalendar): readonly SampleDialogue[] {
  const ago = (days: number): Day => workingDayBefore(addDays(calendar.today, -days));
  const next = meetingDay(calendar, 0);
  return [
    {
      county: 'Vestland',
      date: ago(12),
      party: 'distriktssenteret',
      who: 'Fylkeskontakt og plansjef',
      topic: 'Felles samling for kommunane',
      agreed: 'Fylkeskommunen finn lokale og inviterer. Vi står for det faglege innhaldet.',
      nextStep: 'Føreslå dato og program',
      deadline: freeDayBefore(addDays(next, 14)),
      coordinated: 'ja',
    },
    {
      county: 'Nordland',
      date: ago(9),
      party: 'bylivsenteret',
      who: 'Fagsjef og plansjef',
      topic: 'Fast kontakt hos partene',
      agreed: 'Partene sier fra om hvem som er kontakt, rett etter kvartalsmøtet.',
      nextStep: 'Sende navn på kontaktene',
      deadline: freeDayBefore(addDays(next, 7)),
      coordinated: 'ja',
    },
  ];
}
