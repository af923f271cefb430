/** Merknadene på listen over det som skal sies, på bokmål, for siden i nettleseren. */
import type { ApprovalFault, ApprovalStanding } from '../../domain/due-note.ts';
import type { Day } from '../../domain/time.ts';
import { capital, date, longTime } from '../dates.ts';
import { nb } from '../nb.ts';
import { dueNb } from './nb.ts';
import { inFewWords, type ActionChangeWords, type NoteWords } from './note-parts.ts';

const on = (day: Day): string => date(nb, day);
const few = (items: readonly string[]): string => inFewWords(items, (rest) => ` og ${String(rest)} til`);
const by = (day: Day | undefined): string => (day === undefined ? 'ingen frist' : `frist ${on(day)}`);
const versionNamed = (version: number): string => `versjon ${String(version)}`;

/** Hvorfor det som står om en godkjenning, ikke godkjenner noe. */
export function approvalFaultNb(found: ApprovalFault): string {
  if (found.fault === 'half') return `«${found.filled}» er fylt ut, men ikke «${found.lacking}»`;
  if (found.fault === 'refused') return `det står «${found.says}» i «${found.column}»`;
  return `«${found.column}» er en dag som ikke er kommet ennå`;
}

function standing(one: ApprovalStanding): string {
  switch (one.fault) {
    case 'half':
    case 'refused':
    case 'ahead':
      return approvalFaultNb(one);
    case 'earlier':
      return `har godkjent ${one.version === undefined ? 'en tidligere versjon' : versionNamed(one.version)}, ikke ${versionNamed(one.newest)}. Skriv nytt navn og ny dag over de gamle`;
    case 'unclear':
      return `godkjente samme dag som ${versionNamed(one.newest)} kom, så det er uklart hvilken versjon det gjelder. Spør igjen, og skriv den nye dagen over den gamle`;
    case 'unreached':
      return `ikke noe svar, og det er uvisst om noen der har fått ${versionNamed(one.newest)}`;
    case 'late':
      return `ikke noe svar, og taushet teller ikke: de fikk ${versionNamed(one.newest)} den ${on(one.reached)}, og måtte ha fått den innen ${on(one.lastToAsk)}`;
    case 'silent':
      return 'ikke noe svar';
  }
}

const actionChange: ActionChangeWords = {
  gone: ({ id }) => `${id} er ikke deres lenger`,
  text: ({ id }) => `${id} er skrevet om`,
  deadline: ({ id, was, is }) => `${id}: ${by(was)} → ${by(is)}`,
};

const unreachable = {
  none: 'Skriv ID-en til en kontakt eller en adresse under Kontakt i Program',
  unknown: 'Kontakten under Kontakt i Program står ikke i Kontakter',
  left: 'Kontakten har sluttet, se Sluttet i Kontakter',
  'no-address': 'Kontakten har ingen adresse i Kontakter',
} as const;

const whyGone = {
  row: 'Raden er borte eller kan ikke leses',
  type: 'Raden er ikke lenger av typen Webinar',
  idea: 'Status er Idé',
  time: 'Start har ikke noe klokkeslett',
} as const;

export const notesNb: NoteWords = {
  'meeting-gone': () =>
    'Raden er borte fra Aktiviteter. Sett den inn igjen, med status Avlyst hvis møtet ikke skal holdes',
  'meeting-unreachable': ({ count }) =>
    `${String(count)} av dem kan ikke nås med en utsendelse: kontakten har sluttet, adressen står ikke i Kontakter eller ikke på listen, eller e-posten kom i retur`,
  'meeting-no-time': () => 'Møtet mangler klokkeslett: skriv det i Start',
  'meeting-no-place': () => 'Møtet har verken sted eller lenke: skriv Sted eller Lenke',
  'party-uninvited': ({ parties }) =>
    `Ingen fra ${parties.join(' eller ')} er invitert: se Lister i Kontakter`,
  'list-alike': ({ person, list, meant }) =>
    `${person} er ikke invitert, men står på listen «${list}». Skal det være «${meant}»?`,
  'invitation-lacking': ({ person, why }) =>
    `${person} er invitert, men har ikke fått innkallingen${
      why === undefined
        ? ''
        : why === 'address'
          ? ', og har ingen e-postadresse'
          : why === 'refused'
            ? ': e-posttjeneren avviste den. Se om adressen i Kontakter er riktig, før du sender på nytt'
            : ', og får ikke e-post: den kom i retur, eller de har bedt om å slippe'
    }`,
  'invitation-too-many': ({ person }) =>
    `${person} har fått innkallingen, men står ikke på listen lenger. Skriv til dem, eller sett dem på listen igjen`,
  'minutes-unlike': () =>
    'Versjonen som er tatt vare på, kan ikke sammenlignes med registeret. Kommandoen sier hvilke rader som hindrer det',
  'minutes-unwritten': () => 'Ingenting er skrevet om sakene. Skriv det i Saker og Tiltak, eller i utkastet',
  'minutes-differ': ({ version, cases }) =>
    `Registeret sier noe annet enn ${versionNamed(version)} om ${cases.length === 0 ? 'hvem som var til stede, eller andre tiltak' : few(cases)}`,
  'minutes-replace': ({ version }) => `Versjon ${String(version)} erstatter den de har`,
  'minutes-unmailed': ({ version }) => `Versjon ${String(version)} er klar, men ingen har fått den på e-post`,
  approval: ({ party, standing: one, deadline }) =>
    `${party}: ${standing(one)}${deadline === undefined ? '' : ` (${by(deadline)})`}`,
  'actions-changed': ({ changes }) => few(changes.map((one) => actionChange[one.what](one))),
  'actions-near': ({ actions }) => few(actions.map(({ id, deadline }) => `${id} (${by(deadline)})`)),
  'poll-over': () => 'Alle dagene det ble spurt om, er passert. Spør om andre dager',
  'poll-silent': ({ silent, of, deadline }) =>
    `${String(silent.length)} av ${String(of)} har ikke svart (${by(deadline)}): ${few(silent)}`,
  'poll-answered': ({ answered, of, time }) =>
    [
      answered === of ? 'Alle har svart' : `${String(answered)} av ${String(of)} har svart`,
      ...(time === undefined ? [] : [`, og Start er ${longTime(nb, time)}`]),
    ].join(''),
  'programme-gone': ({ version, why }) =>
    `Versjon ${String(version)} er sendt ut, og ${why === 'row' ? 'raden er borte' : 'arrangementet har ikke lenger dato eller innslag'}. Si fra til dem som har den`,
  'programme-differs': ({ version, slots, clashes }) =>
    `Versjon ${String(version)} stemmer ikke lenger: ${slots.length === 0 ? 'hele programmet' : few(slots)}${clashes ? '. Løs først det som kolliderer' : ''}`,
  'speaker-declined': () =>
    'Meldingen sier at avslaget er notert, og tar innslaget ut av kalenderen. Vil du si det selv, gjør det først',
  'speaker-no-deadline': () => 'Svarfrist i Program er tom, og det er kort tid igjen',
  'speaker-no-answer': ({ day }) =>
    `Ikke noe svar på purringen ${on(day)}. Ring, skriv svaret i Status, eller finn en annen`,
  'speaker-not-held': ({ id }) =>
    `Det er ikke skrevet at ${id} er holdt. Skriv først Gjennomført under Status i Aktiviteter`,
  'speaker-unreachable': ({ why }) => unreachable[why],
  'speaker-unrecorded': ({ mailing }) =>
    `Det er ikke kjent hva ${mailing ?? 'meldingen'} sa. Se til at innlederen vet det som står i Program, og ta dette av listen`,
  'speaker-former': ({ day, who }) =>
    `En annen enn kontakten i dag fikk beskjed ${on(day)}: ${who ?? 'den forrige innlederen'}. Si fra selv, og ta dette av listen`,
  'start-passed': () =>
    'Start i registeret er passert, så det kan ikke lages noen utsendelse. Er Start riktig, må du si fra på en annen måte',
  'no-mail-reaches': () =>
    'Ingen utsendelse når dem: adressen er borte fra registeret, de har sluttet eller bedt om å slippe e-post, eller e-posten kom i retur. Si fra på en annen måte',
  'ledger-lost': ({ mailing }) =>
    `${mailing} er sendt, men Utsendelser har ingen rader om den, så det er uvisst hvem som har den. Hent radene tilbake, eller gjør dette på maskinen som sendte`,
  'webinar-withdrawn': ({ why }) =>
    `${whyGone[why]}, og de venter seg det fortsatt. ${why === 'row' ? 'Sett raden inn igjen' : 'Rett raden'}, med status Avlyst hvis det ikke blir noe av; så kan de få beskjed`,
  unrecorded: ({ mailing }) =>
    `Det er ikke kjent hva ${mailing} sa, så den kan ikke sammenlignes med registeret`,
  'files-wait': ({ count }) =>
    `${String(count)} ligger som filer eller utkast. Send dem, og meld så fra om det`,
  'files-wrong': ({ count }) =>
    `${String(count)} ligger som filer eller utkast som ikke stemmer lenger. Send ingen av dem, og slett dem. Er de alt sendt, så meld fra om det`,
  unfinished: ({ missing, of, isHere, isChanged }) => {
    const many = of === undefined ? `Minst ${String(missing)}` : `${String(missing)} av ${String(of)}`;
    const where = isHere ? '' : ' etter det som står i Utsendelser, og mappen er på en annen maskin';
    const next = isChanged
      ? 'Registeret er endret siden, så de får en ny utsendelse'
      : 'Se hvem det er, og send resten';
    return `${many} har ikke fått den${where}. ${next}`;
  },
  made: () =>
    'Den er laget på denne maskinen, og ikke sendt. Skal den ikke sendes likevel, kan mappen slettes',
  'address-bounced': ({ kind, title, reason, tab, column }) =>
    `${kind === undefined ? 'En utsendelse' : `${capital(dueNb.matters[kind])} «${title}»`} kom i retur («${reason}»). Ingen utsendelse går dit før ${column} i ${tab} er rettet`,
  'address-changed': ({ kind, people, isChanged }) =>
    `${few(people)} fikk ikke ${kind === undefined ? 'utsendelsen' : `utsendelsen (${dueNb.matters[kind]})`}, og har fått ny adresse i registeret siden. ${isChanged ? 'Registeret er endret også, så de får kunngjøringen slik den er nå' : 'Lag den til den nye adressen'}. Ingen andre får den`,
  'digest-nobody': ({ party, list }) =>
    `Ingen i ${party} med adresse er på listen «${list}» i Kontakter. Skriv den i Lister, eller send orienteringen selv`,
  'contacts-near': ({ first, second }) =>
    [first, second].map(({ id, party, day }) => `${party} ${on(day)} (${id})`).join(' og '),
  'next-step': ({ party, deadline, text }) => `${party} (${by(deadline)}): ${text}`,
  'work-left': ({ rows }) => `${few(rows)}: skriv hvem som tar over`,
};
