import { counted } from '../../domain/counted.ts';
import { asTyped, listed, quoted } from '../problems/wording.ts';
import type { AnnouncementWords } from './words.ts';

const days = (count: number): string => counted(count, 'dag', 'dagar');
const standards = { nb: 'bokmål', nn: 'nynorsk' } as const;
const sender = {
  request: 'valt for denne utsendinga',
  settings: 'valt i fana Oppsett',
} as const;

const kinds = {
  announcement: 'Kunngjering',
  reminder: 'Påminning',
  followup: 'Oppfølging',
  moved: 'Melding om ny tid',
  cancelled: 'Avlysing',
  correction: 'Retting',
} as const;

const text: AnnouncementWords['text'] = ({ kind, offsetDays }) => {
  if (offsetDays === undefined) return kinds[kind];
  if (offsetDays === 0) return `${kinds[kind]} same dagen`;
  return `${kinds[kind]} ${days(offsetDays)} ${kind === 'followup' ? 'etter' : 'før'}`;
};

/** Nynorsk. */
export const nn = {
  kinds,
  text,
  states: {
    sent: 'send',
    written: 'skriven, ikkje send',
    due: 'skal ut no',
    overdue: 'forfallen',
    coming: 'kjem',
    covered: 'dekt av ei anna utsending',
    lapsed: 'ikkje send i tide',
    passed: 'ikkje send, fristen er passert',
  },
  standards,
  reasons: {
    decision: (_, standard) => `språkvedtak: ${standards[standard]} (språklova § 15)`,
    'own-choice': (_, standard) => `har brukt eller bede om ${standards[standard]} (språklova § 15)`,
    'organisation-decision': ({ organisation }, standard) =>
      `${organisation} har språkvedtak: ${standards[standard]} (språklova § 15)`,
    'area-majority': ({ county }, standard) =>
      `nøytral; ${standards[standard]} er fleirtalsspråket i ${county} (språklova § 13)`,
    'mailing-default': ({ from }, standard) => `nøytral; ${standards[standard]} er ${sender[from]}`,
    'address-default': (_, standard) => `språket er ikkje kjent; ${standards[standard]} står i Oppsett`,
    'organisation-area-majority': ({ organisation, county }, standard) =>
      `${organisation} er nøytral; ${standards[standard]} er fleirtalsspråket i ${county} (språklova § 13)`,
    'organisation-default': ({ organisation, from }, standard) =>
      `${organisation} er nøytral; ${standards[standard]} er ${sender[from]}`,
    'as-before': (_, standard) => `nøytral; ${standards[standard]} som i førre utsending`,
    readdressed: (_, standard) => `${standards[standard]} som i utsendinga som ikkje kom fram`,
  },
  causes: {
    'unreadable-row': ({ row }) => `rad ${String(row)} har feil`,
    'hidden-row': ({ row }) => `rad ${String(row)} er skjult`,
    left: ({ since }) => `slutta ${asTyped(since)}`,
    reserved: () => 'har reservert seg',
    'maybe-reserved': () => 'har kanskje reservert seg: sjå over rada',
    'unknown-number': () => 'nummeret finst ikkje',
    'replaced-number': ({ successors }) =>
      successors.length === 1
        ? `nummeret har gått ut; no gjeld ${listed(successors, 'og')}`
        : `kommunen er delt; no gjeld ${listed(successors, 'og')}`,
    'no-address': () => 'manglar e-postadresse',
    suppressed: () => 'adressa er reservert i ei anna rad',
    'came-back': () => 'e-post til adressa kom i retur',
    unsubscribed: () => 'har bede om å sleppe fleire utsendingar',
    'not-reached': ({ event }) => `fekk ikkje det som kom før («${event}» i Utsendelser)`,
    'address-gone': () => 'adressa som fekk det som kom før, står ikkje lenger i registeret',
    'not-in-register': () => 'adressa står ikkje lenger i registeret',
    'no-standard': ({ wanted }) =>
      wanted === undefined ? 'manglar skriftspråk' : 'ønskjer engelsk, som utsendinga ikkje finst på',
    'has-it-already': ({ mailing }) => `har fått det før, i ${mailing}`,
    duplicate: ({ of }) => `same adresse som ${of}`,
  },
  columns: {
    number: 'Nummer',
    name: 'Namn',
    address: 'E-post',
    standard: 'Skriftspråk',
    gets: 'Får utsendinga',
    why: 'Grunngiving',
  },
  yes: 'ja',
  no: 'nei',
  planned: (planned, title) => `${text(planned)}: ${quoted(title)}`,
} as const satisfies AnnouncementWords;
