import { counted } from '../../domain/counted.ts';
import { asTyped, listed, quoted } from '../problems/wording.ts';
import type { AnnouncementWords } from './words.ts';

const days = (count: number): string => counted(count, 'dag', 'dager');
const standards = { nb: 'bokmål', nn: 'nynorsk' } as const;
const sender = {
  request: 'valgt for denne utsendelsen',
  settings: 'valgt i fanen Oppsett',
} as const;

const kinds = {
  announcement: 'Kunngjøring',
  reminder: 'Påminnelse',
  followup: 'Oppfølging',
  moved: 'Melding om ny tid',
  cancelled: 'Avlysning',
  correction: 'Rettelse',
} as const;

const text: AnnouncementWords['text'] = ({ kind, offsetDays }) => {
  if (offsetDays === undefined) return kinds[kind];
  if (offsetDays === 0) return `${kinds[kind]} samme dag`;
  return `${kinds[kind]} ${days(offsetDays)} ${kind === 'followup' ? 'etter' : 'før'}`;
};

/** Bokmål. */
export const nb = {
  kinds,
  text,
  states: {
    sent: 'sendt',
    written: 'skrevet, ikke sendt',
    due: 'skal ut nå',
    overdue: 'forfalt',
    coming: 'kommer',
    covered: 'dekket av en annen utsendelse',
    lapsed: 'ikke sendt i tide',
    passed: 'ikke sendt, fristen er passert',
  },
  standards,
  reasons: {
    decision: (_, standard) => `språkvedtak: ${standards[standard]} (språklova § 15)`,
    'own-choice': (_, standard) => `har brukt eller bedt om ${standards[standard]} (språklova § 15)`,
    'organisation-decision': ({ organisation }, standard) =>
      `${organisation} har språkvedtak: ${standards[standard]} (språklova § 15)`,
    'area-majority': ({ county }, standard) =>
      `nøytral; ${standards[standard]} er flertallsspråket i ${county} (språklova § 13)`,
    'mailing-default': ({ from }, standard) => `nøytral; ${standards[standard]} er ${sender[from]}`,
    'address-default': (_, standard) => `språket er ikke kjent; ${standards[standard]} står i Oppsett`,
    'organisation-area-majority': ({ organisation, county }, standard) =>
      `${organisation} er nøytral; ${standards[standard]} er flertallsspråket i ${county} (språklova § 13)`,
    'organisation-default': ({ organisation, from }, standard) =>
      `${organisation} er nøytral; ${standards[standard]} er ${sender[from]}`,
    'as-before': (_, standard) => `nøytral; ${standards[standard]} som i forrige utsendelse`,
    readdressed: (_, standard) => `${standards[standard]} som i utsendelsen som ikke kom fram`,
  },
  causes: {
    'unreadable-row': ({ row }) => `rad ${String(row)} har feil`,
    'hidden-row': ({ row }) => `rad ${String(row)} er skjult`,
    left: ({ since }) => `sluttet ${asTyped(since)}`,
    reserved: () => 'har reservert seg',
    'maybe-reserved': () => 'har kanskje reservert seg: se over raden',
    'unknown-number': () => 'nummeret finnes ikke',
    'replaced-number': ({ successors }) =>
      successors.length === 1
        ? `nummeret er gått ut; nå gjelder ${listed(successors, 'og')}`
        : `kommunen er delt; nå gjelder ${listed(successors, 'og')}`,
    'no-address': () => 'mangler e-postadresse',
    suppressed: () => 'adressen er reservert i en annen rad',
    'came-back': () => 'e-post til adressen kom i retur',
    unsubscribed: () => 'har bedt om å slippe flere utsendelser',
    'not-reached': ({ event }) => `fikk ikke det som kom før («${event}» i Utsendelser)`,
    'address-gone': () => 'adressen som fikk det som kom før, står ikke lenger i registeret',
    'not-in-register': () => 'adressen står ikke lenger i registeret',
    'no-standard': ({ wanted }) =>
      wanted === undefined ? 'mangler skriftspråk' : 'ønsker engelsk, som utsendelsen ikke finnes på',
    'has-it-already': ({ mailing }) => `har fått det før, i ${mailing}`,
    duplicate: ({ of }) => `samme adresse som ${of}`,
  },
  columns: {
    number: 'Nummer',
    name: 'Navn',
    address: 'E-post',
    standard: 'Skriftspråk',
    gets: 'Får utsendelsen',
    why: 'Begrunnelse',
  },
  yes: 'ja',
  no: 'nei',
  planned: (planned, title) => `${text(planned)}: ${quoted(title)}`,
} as const satisfies AnnouncementWords;
