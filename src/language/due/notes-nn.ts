/** Merknadene på lista over det som skal seiast, på nynorsk, for sida i nettlesaren. */
import type { ApprovalFault, ApprovalStanding } from '../../domain/due-note.ts';
import type { Day } from '../../domain/time.ts';
import { capital, date, longTime } from '../dates.ts';
import { nn } from '../nn.ts';
import { dueNn } from './nn.ts';
import { inFewWords, type ActionChangeWords, type NoteWords } from './note-parts.ts';

const on = (day: Day): string => date(nn, day);
const few = (items: readonly string[]): string => inFewWords(items, (rest) => ` og ${String(rest)} til`);
const by = (day: Day | undefined): string => (day === undefined ? 'ingen frist' : `frist ${on(day)}`);
const versionNamed = (version: number): string => `versjon ${String(version)}`;

/** Kvifor det som står om ei godkjenning, ikkje godkjenner noko. */
export function approvalFaultNn(found: ApprovalFault): string {
  if (found.fault === 'half') return `«${found.filled}» er fylt ut, men ikkje «${found.lacking}»`;
  if (found.fault === 'refused') return `det står «${found.says}» i «${found.column}»`;
  return `«${found.column}» er ein dag som ikkje er komen enno`;
}

function standing(one: ApprovalStanding): string {
  switch (one.fault) {
    case 'half':
    case 'refused':
    case 'ahead':
      return approvalFaultNn(one);
    case 'earlier':
      return `har godkjent ${one.version === undefined ? 'ein tidlegare versjon' : versionNamed(one.version)}, ikkje ${versionNamed(one.newest)}. Skriv nytt namn og ny dag over dei gamle`;
    case 'unclear':
      return `godkjende same dag som ${versionNamed(one.newest)} kom, så det er uklart kva versjon det gjeld. Spør igjen, og skriv den nye dagen over den gamle`;
    case 'unreached':
      return `ikkje noko svar, og det er uvisst om nokon der har fått ${versionNamed(one.newest)}`;
    case 'late':
      return `ikkje noko svar, og å teie tel ikkje: dei fekk ${versionNamed(one.newest)} den ${on(one.reached)}, og måtte ha fått han innan ${on(one.lastToAsk)}`;
    case 'silent':
      return 'ikkje noko svar';
  }
}

const actionChange: ActionChangeWords = {
  gone: ({ id }) => `${id} er ikkje deira lenger`,
  text: ({ id }) => `${id} er skrive om`,
  deadline: ({ id, was, is }) => `${id}: ${by(was)} → ${by(is)}`,
};

const unreachable = {
  none: 'Skriv ID-en til ein kontakt eller ei adresse under Kontakt i Program',
  unknown: 'Kontakten under Kontakt i Program står ikkje i Kontakter',
  left: 'Kontakten har slutta, sjå Sluttet i Kontakter',
  'no-address': 'Kontakten har inga adresse i Kontakter',
} as const;

const whyGone = {
  row: 'Rada er borte eller kan ikkje lesast',
  type: 'Rada er ikkje lenger av typen Webinar',
  idea: 'Status er Idé',
  time: 'Start har ikkje noko klokkeslett',
} as const;

export const notesNn: NoteWords = {
  'meeting-gone': () =>
    'Rada er borte frå Aktiviteter. Set henne inn igjen, med status Avlyst om møtet ikkje skal haldast',
  'meeting-unreachable': ({ count }) =>
    `${String(count)} av dei kan ikkje nåast med ei utsending: kontakten har slutta, adressa står ikkje i Kontakter eller ikkje på lista, eller e-posten kom i retur`,
  'meeting-no-time': () => 'Møtet manglar klokkeslett: skriv det i Start',
  'meeting-no-place': () => 'Møtet har verken stad eller lenkje: skriv Sted eller Lenke',
  'party-uninvited': ({ parties }) =>
    `Ingen frå ${parties.join(' eller ')} er inviterte: sjå Lister i Kontakter`,
  'list-alike': ({ person, list, meant }) =>
    `${person} er ikkje invitert, men står på lista «${list}». Skal det vere «${meant}»?`,
  'invitation-lacking': ({ person, why }) =>
    `${person} er invitert, men har ikkje fått innkallinga${
      why === undefined
        ? ''
        : why === 'address'
          ? ', og har inga e-postadresse'
          : why === 'refused'
            ? ': e-posttenaren avviste henne. Sjå om adressa i Kontakter er rett, før du sender på nytt'
            : ', og får ikkje e-post: han kom i retur, eller dei har bede om å sleppe'
    }`,
  'invitation-too-many': ({ person }) =>
    `${person} har fått innkallinga, men står ikkje på lista lenger. Skriv til dei, eller set dei på lista igjen`,
  'minutes-unlike': () =>
    'Versjonen som er teken vare på, kan ikkje samanliknast med registeret. Kommandoen seier kva rader som hindrar det',
  'minutes-unwritten': () => 'Ingenting er skrive om sakene. Skriv det i Saker og Tiltak, eller i utkastet',
  'minutes-differ': ({ version, cases }) =>
    `Registeret seier noko anna enn ${versionNamed(version)} om ${cases.length === 0 ? 'kven som var til stades, eller andre tiltak' : few(cases)}`,
  'minutes-replace': ({ version }) => `Versjon ${String(version)} erstattar den dei har`,
  'minutes-unmailed': ({ version }) => `Versjon ${String(version)} er klar, men ingen har fått han på e-post`,
  approval: ({ party, standing: one, deadline }) =>
    `${party}: ${standing(one)}${deadline === undefined ? '' : ` (${by(deadline)})`}`,
  'actions-changed': ({ changes }) => few(changes.map((one) => actionChange[one.what](one))),
  'actions-near': ({ actions }) => few(actions.map(({ id, deadline }) => `${id} (${by(deadline)})`)),
  'poll-over': () => 'Alle dagane det vart spurt om, er passerte. Spør om andre dagar',
  'poll-silent': ({ silent, of, deadline }) =>
    `${String(silent.length)} av ${String(of)} har ikkje svara (${by(deadline)}): ${few(silent)}`,
  'poll-answered': ({ answered, of, time }) =>
    [
      answered === of ? 'Alle har svara' : `${String(answered)} av ${String(of)} har svara`,
      ...(time === undefined ? [] : [`, og Start er ${longTime(nn, time)}`]),
    ].join(''),
  'programme-gone': ({ version, why }) =>
    `Versjon ${String(version)} er send ut, og ${why === 'row' ? 'rada er borte' : 'arrangementet har ikkje lenger dato eller innslag'}. Sei frå til dei som har han`,
  'programme-differs': ({ version, slots, clashes }) =>
    `Versjon ${String(version)} stemmer ikkje lenger: ${slots.length === 0 ? 'heile programmet' : few(slots)}${clashes ? '. Løys først det som kolliderer' : ''}`,
  'speaker-declined': () =>
    'Meldinga seier at avslaget er notert, og tek innslaget ut av kalenderen. Vil du seie det sjølv, så gjer det først',
  'speaker-no-deadline': () => 'Svarfrist i Program er tom, og det er kort tid att',
  'speaker-no-answer': ({ day }) =>
    `Ikkje noko svar på purringa ${on(day)}. Ring, skriv svaret i Status, eller finn ein annan`,
  'speaker-not-held': ({ id }) =>
    `Det er ikkje skrive at ${id} er halde. Skriv først Gjennomført under Status i Aktiviteter`,
  'speaker-unreachable': ({ why }) => unreachable[why],
  'speaker-unrecorded': ({ mailing }) =>
    `Det er ikkje kjent kva ${mailing ?? 'meldinga'} sa. Sjå til at innleiaren veit det som står i Program, og ta dette av lista`,
  'speaker-former': ({ day, who }) =>
    `Ein annan enn kontakten i dag fekk beskjed ${on(day)}: ${who ?? 'den førre innleiaren'}. Sei frå sjølv, og ta dette av lista`,
  'start-passed': () =>
    'Start i registeret er passert, så det kan ikkje lagast noka utsending. Er Start rett, må du seie frå på ein annan måte',
  'no-mail-reaches': () =>
    'Inga utsending når dei: adressa er borte frå registeret, dei har slutta eller bede om å sleppe e-post, eller e-posten kom i retur. Sei frå på ein annan måte',
  'ledger-lost': ({ mailing }) =>
    `${mailing} er send, men Utsendelser har ingen rader om henne, så det er uvisst kven som har henne. Hent radene tilbake, eller gjer dette på maskina som sende`,
  'webinar-withdrawn': ({ why }) =>
    `${whyGone[why]}, og dei ventar seg det framleis. ${why === 'row' ? 'Set rada inn igjen' : 'Rett rada'}, med status Avlyst om det ikkje blir noko av; så kan dei få beskjed`,
  unrecorded: ({ mailing }) =>
    `Det er ikkje kjent kva ${mailing} sa, så ho kan ikkje samanliknast med registeret`,
  'files-wait': ({ count }) =>
    `${String(count)} ligg som filer eller utkast. Send dei, og meld så frå om det`,
  'files-wrong': ({ count }) =>
    `${String(count)} ligg som filer eller utkast som ikkje stemmer lenger. Send ingen av dei, og slett dei. Er dei alt sende, så meld frå om det`,
  unfinished: ({ missing, of, isHere, isChanged }) => {
    const many = of === undefined ? `Minst ${String(missing)}` : `${String(missing)} av ${String(of)}`;
    const where = isHere ? '' : ' etter det som står i Utsendelser, og mappa er på ei anna maskin';
    const next = isChanged
      ? 'Registeret er endra sidan, så dei får ei ny utsending'
      : 'Sjå kven det er, og send resten';
    return `${many} har ikkje fått henne${where}. ${next}`;
  },
  made: () => 'Ho er laga på denne maskina, og ikkje send. Skal ho ikkje sendast likevel, kan mappa slettast',
  'address-bounced': ({ kind, title, reason, tab, column }) =>
    `${kind === undefined ? 'Ei utsending' : `${capital(dueNn.matters[kind])} «${title}»`} kom i retur («${reason}»). Inga utsending går dit før ${column} i ${tab} er retta`,
  'address-changed': ({ kind, people, isChanged }) =>
    `${few(people)} fekk ikkje ${kind === undefined ? 'utsendinga' : `utsendinga (${dueNn.matters[kind]})`}, og har fått ny adresse i registeret sidan. ${isChanged ? 'Registeret er endra òg, så dei får kunngjeringa slik ho er no' : 'Lag henne til den nye adressa'}. Ingen andre får henne`,
  'digest-nobody': ({ party, list }) =>
    `Ingen i ${party} med adresse er på lista «${list}» i Kontakter. Skriv henne i Lister, eller send orienteringa sjølv`,
  'contacts-near': ({ first, second }) =>
    [first, second].map(({ id, party, day }) => `${party} ${on(day)} (${id})`).join(' og '),
  'next-step': ({ party, deadline, text }) => `${party} (${by(deadline)}): ${text}`,
  'work-left': ({ rows }) => `${few(rows)}: skriv kven som tek over`,
};
