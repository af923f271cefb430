/** The programmes of the sample's webinars that may be the last one held or next ahead, and of the question hour. */
import type { SampleSlot } from './slots.ts';

interface Talk {
  readonly nb: string;
  readonly nn: string;
}

/** What each webinar opens with, and the example it shows. */
const talks: Readonly<Record<number, readonly [opening: Talk, example: Talk]>> = {
  3: [
    { nb: 'Lite penger, mye sentrum', nn: 'Lite pengar, mykje sentrum' },
    {
      nb: 'Eksempel: slik fikk vi folk til å sette seg ned',
      nn: 'Døme: slik fekk vi folk til å setje seg ned',
    },
  ],
  4: [
    { nb: 'Å spørre slik at folk vil svare', nn: 'Å spørje slik at folk vil svare' },
    { nb: 'Eksempel: ungdom tegnet den nye torgplassen', nn: 'Døme: ungdom teikna den nye torgplassen' },
  ],
  5: [
    { nb: 'Når lokalet blir stående tomt', nn: 'Når lokalet blir ståande tomt' },
    {
      nb: 'Eksempel: fra butikk til verksted på et halvt år',
      nn: 'Døme: frå butikk til verkstad på eit halvt år',
    },
  ],
  6: [
    { nb: 'Gamle hus, nye oppgaver', nn: 'Gamle hus, nye oppgåver' },
    { nb: 'Eksempel: stasjonen som ble møteplass', nn: 'Døme: stasjonen som vart møteplass' },
  ],
  7: [
    { nb: 'Hvem bygger boliger når prisene er lave?', nn: 'Kven byggjer bustader når prisane er låge?' },
    { nb: 'Eksempel: åtte leiligheter midt i sentrum', nn: 'Døme: åtte leilegheiter midt i sentrum' },
  ],
  8: [
    { nb: 'Gi vannet plass', nn: 'Gi vatnet plass' },
    { nb: 'Eksempel: bekken som ble et sted å være', nn: 'Døme: bekken som vart ein stad å vere' },
  ],
};

/** How far the programme has come: everybody came; all but one have said yes; most have been asked. */
export type ProgrammeStage = 'held' | 'next' | 'later';

const exampleStatus = { held: 'confirmed', next: 'asked', later: 'wanted' } as const;

/** An hour and a half from 10:00. */
export function webinarSlots(number: number, stage: ProgrammeStage): readonly SampleSlot[] {
  const [opening, example] = talks[number] ?? [];
  if (opening === undefined || example === undefined) return [];
  return [
    {
      from: '10:00',
      to: '10:05',
      nb: 'Velkommen',
      nn: 'Velkomen',
      speaker: 'Webinarkoordinator',
      organisation: 'Distriktssenteret',
      status: 'confirmed',
    },
    {
      from: '10:05',
      to: '10:30',
      ...opening,
      speaker: 'Fagsjef',
      organisation: 'Bylivsenteret',
      status: 'confirmed',
    },
    {
      from: '10:30',
      to: '10:55',
      ...example,
      speaker: 'Plansjef',
      organisation: 'Eksempel kommune',
      status: exampleStatus[stage],
    },
    {
      from: '10:55',
      to: '11:25',
      nb: 'Spørsmål og svar',
      nn: 'Spørsmål og svar',
      speaker: 'Seksjonssjef',
      organisation: 'Distriktssenteret',
      status: stage === 'later' ? 'asked' : 'confirmed',
    },
    {
      from: '11:25',
      to: '11:30',
      nb: 'Veien videre',
      nn: 'Vegen vidare',
      speaker: 'Webinarkoordinator',
      organisation: 'Distriktssenteret',
      status: 'confirmed',
    },
  ];
}

export const questionHourSlots: readonly SampleSlot[] = [
  {
    from: '10:00',
    to: '10:05',
    nb: 'Velkommen',
    nn: 'Velkomen',
    speaker: 'Webinarkoordinator',
    organisation: 'Distriktssenteret',
    status: 'confirmed',
  },
  {
    from: '10:05',
    to: '10:55',
    nb: 'Spørsmål fra kommunene',
    nn: 'Spørsmål frå kommunane',
    speaker: 'Fagsjef',
    organisation: 'Bylivsenteret',
    status: 'confirmed',
  },
  {
    from: '10:55',
    to: '11:00',
    nb: 'Hvor du kan spørre videre',
    nn: 'Kvar du kan spørje vidare',
    speaker: 'Seksjonssjef',
    organisation: 'Distriktssenteret',
    status: 'confirmed',
  },
];
