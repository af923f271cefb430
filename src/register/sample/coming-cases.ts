/** Cases for the next quarterly meeting and the one after it, in the standard of the party that raised them. */
import { addDays } from '../../domain/time.ts';
import { meetingDay, webinarDay, type SampleCalendar } from './calendar.ts';
import type { SampleCase } from './cases.ts';
import { nextVestlandKey } from './county-meetings.ts';
import { dayInWords, daysInWords, freeDayBefore } from './days.ts';
import { comingConferenceKey, comingPlace } from './shared-work.ts';
import { webinarKey, webinarTitles } from './webinars.ts';

export function comingCases(calendar: SampleCalendar): readonly SampleCase[] {
  return [...information, webinarPlan(calendar), programme(calendar), reviewOfAgreement];
}

const information: readonly SampleCase[] = [
  {
    title: 'Nytt fra partene siden sist',
    kind: 'information',
    raisedBy: 'bylivsenteret',
    minutes: 5,
    background:
      'Partene bruker et par minutter hver på det den andre bør vite: nye oppdrag, høringer, invitasjoner og folk som begynner eller slutter.',
    standing: true,
    status: 'raised',
  },
  {
    meeting: 0,
    title: 'Fylkesdialogen i Vestland og Nordland',
    kind: 'information',
    raisedBy: 'distriktssenteret',
    minutes: 5,
    background:
      'Vestland ønskjer ei felles samling for kommunane om tettstadutvikling. Nordland vil heller ha éin fast kontakt hos kvar av oss. Distriktssenteret fortel kva som er avtalt, og kven som følgjer opp.',
    activity: nextVestlandKey,
    status: 'raised',
  },
  {
    title: 'Aldersvennlig stedsutvikling: slik blir håndboka brukt',
    kind: 'information',
    raisedBy: 'bylivsenteret',
    minutes: 5,
    background:
      'Håndbok i aldersvennlig stedsutvikling ble sist oppdatert i januar 2022, med innspill fra Distriktssenteret. Bylivsenteret vil spørre noen små kommuner om hvordan de bruker den, før vi vurderer en ny utgave. Vi tar gjerne imot tips om kommuner vi bør snakke med.',
    activity: 'handbook',
    status: 'raised',
  },
];

/** The last two of the series are always after the next meeting. */
function webinarPlan(calendar: SampleCalendar): SampleCase {
  const named = (number: 7 | 8): string => `«${webinarTitles[number - 1]?.nn ?? ''}»`;
  const on = (number: 7 | 8): string => dayInWords(webinarDay(calendar, number));
  return {
    meeting: 0,
    title: 'Webinarserien: tema og innleiarar neste halvår',
    kind: 'discussion',
    raisedBy: 'distriktssenteret',
    minutes: 10,
    background: `Webinar 7, ${named(7)}, er sett til ${on(7)}, og webinar 8, ${named(8)}, til ${on(8)}. Kommunane seier at halvannan time er nok, og at dei helst vil høyre frå andre kommunar. Vi treng eitt tema til og må avtale kven av oss som spør innleiarane.`,
    activity: webinarKey(7),
    status: 'raised',
  };
}

/** The numbers are those of the slots in slots.ts. */
function programme(calendar: SampleCalendar): SampleCase {
  const { year, first, last } = calendar.conferences.coming;
  const deadline = freeDayBefore(addDays(meetingDay(calendar, 0), 14));
  return {
    meeting: 0,
    title: `BYLIVkonferansen ${String(year)}: ansvar for øktene`,
    kind: 'decision',
    raisedBy: 'bylivsenteret',
    minutes: 10,
    background: [
      `Konferansen holdes i ${comingPlace} ${daysInWords(first, last)}. Av de ti postene i programmet er fire bekreftet. Tre innledere er spurt, to er foreløpig bare ønsket, og én har takket nei.`,
      `Forslag til vedtak: Distriktssenteret har ansvaret for økten «Små kommuner, store oppgaver» og foreslår en ny innleder til den ledige posten innen ${dayInWords(deadline)}.`,
    ].join('\n\n'),
    activity: comingConferenceKey,
    status: 'raised',
  };
}

const reviewOfAgreement: SampleCase = {
  meeting: 1,
  title: 'Hva har avtalen gitt oss?',
  kind: 'discussion',
  raisedBy: 'bylivsenteret',
  minutes: 20,
  background:
    'Samarbeidsavtalen ble inngått 11. februar 2021. Bylivsenteret foreslår at vi bruker ett møte i året på å se hva hver av de seks aktivitetene har gitt, og om timene våre går til det som betyr mest for kommunene.',
  status: 'raised',
};
