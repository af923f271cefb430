/** The notes of the due list in English, for the terminal. */
import { counted } from '../../domain/counted.ts';
import type { ApprovalFault, ApprovalStanding } from '../../domain/due-note.ts';
import { inFew } from '../../domain/few.ts';
import { dueEn } from './en.ts';
import type { ActionChangeWords, NoteWords } from './note-parts.ts';

const versionNamed = (version: number): string => `version ${String(version)}`;

/** Why what is written of an approval approves nothing. */
export function approvalFaultEn(found: ApprovalFault): string {
  if (found.fault === 'half') return `«${found.filled}» is filled in, and «${found.lacking}» is not`;
  if (found.fault === 'refused') return `«${found.column}» says «${found.says}»`;
  return `«${found.column}» is ${found.day}, which is still to come`;
}

function standing(one: ApprovalStanding): string {
  switch (one.fault) {
    case 'earlier': {
      const earlier = one.version === undefined ? 'an earlier version' : versionNamed(one.version);
      return `has approved ${earlier}, and not ${versionNamed(one.newest)}: the new name and day are written over the old`;
    }
    case 'unclear':
      return `approved on ${one.day}, the day that ${versionNamed(one.newest)} was kept, so it is not clear which version: the day of a new answer is written over it`;
    case 'unreached':
      return `no answer, and it is not known that anybody there got ${versionNamed(one.newest)}`;
    case 'late':
      return `no answer, and silence does not count: ${versionNamed(one.newest)} reached them on ${one.reached}, and had to by ${one.lastToAsk}`;
    case 'silent':
      return 'no answer';
    case 'half':
    case 'refused':
    case 'ahead':
      return approvalFaultEn(one);
  }
}

const actionChange: ActionChangeWords = {
  gone: ({ id }) => `${id} is not theirs any more`,
  text: ({ id }) => `${id} reads otherwise`,
  deadline: ({ id, was, is }) => `${id}: ${was ?? 'no deadline'} → ${is ?? 'no deadline'}`,
};

const unreachable = {
  none: 'nobody can be written to: write a contact’s ID or an address under Kontakt in Program',
  unknown: 'nobody can be written to: Kontakter does not have the contact under Kontakt in Program',
  left: 'nobody can be written to: the contact has left, see Sluttet in Kontakter',
  'no-address': 'nobody can be written to: the contact has no address in Kontakter',
} as const;

const whyGone = {
  row: 'The row is gone, or cannot be read.',
  type: 'The row is no longer of the type Webinar.',
  idea: 'The status is Idé.',
  time: 'Start has no time of day.',
} as const;

export const notesEn: NoteWords = {
  'meeting-gone': () =>
    'the row is gone from Aktiviteter: put it back, with the status Avlyst if it is not to be held',
  'meeting-unreachable': ({ count }) =>
    `${counted(count, 'recipient')} of these cannot be reached by a mailing: the contact has left, the address is not in Kontakter or not on the list, or mail to it came back`,
  'meeting-no-time': () => 'it has no time of day: write it in Start',
  'meeting-no-place': () => 'it has no place and no link: write Sted or Lenke',
  'party-uninvited': ({ parties }) =>
    `nobody from ${parties.join(' or ')} is invited: see Lister in Kontakter`,
  'list-alike': ({ person, list, meant }) =>
    `${person} is not invited, but on the list «${list}»: is «${meant}» meant?`,
  'invitation-lacking': ({ person, why }) =>
    `${person} is invited and has no invitation${
      why === undefined
        ? ''
        : why === 'refused'
          ? ': the mail server refused it. See whether the address in Kontakter is right before you send it again'
          : `, and ${why === 'address' ? 'has no e-mail address' : 'gets no mail: it came back, or they have asked for that'}`
    }`,
  'invitation-too-many': ({ person }) =>
    `${person} has the invitation, and is not on the list any more: write to them, or put them back on it`,
  'minutes-unlike': () =>
    'the version that is kept cannot be compared with the register: the command says which rows stop it',
  'minutes-unwritten': () => 'nothing is written of its cases: write it in Saker and Tiltak, or in the draft',
  'minutes-differ': ({ version, cases }) =>
    `${versionNamed(version)} differs in ${cases.length === 0 ? 'who was there, or its other actions' : inFew(cases)}`,
  'minutes-replace': ({ version }) => `${versionNamed(version)} replaces what they have`,
  'minutes-unmailed': ({ version }) => `${versionNamed(version)} is kept, and nobody has it by mail`,
  approval: ({ party, standing: one, deadline }) =>
    `${party}: ${standing(one)}${deadline === undefined ? '' : `, by ${deadline}`}`,
  'actions-changed': ({ changes }) => inFew(changes.map((one) => actionChange[one.what](one))),
  'actions-near': ({ actions }) =>
    `${counted(actions.length, 'action')}: ${inFew(actions.map(({ id, deadline = '' }) => `${id} by ${deadline}`))}`,
  'poll-over': ({ id }) =>
    `every day that was asked about is past: ask about others with «npm run plan -- --poll ${id} --days "…" --write»`,
  'poll-silent': ({ silent, of, deadline }) =>
    `${String(silent.length)} of ${String(of)} have not answered, by ${deadline}: ${inFew(silent)}`,
  'poll-answered': ({ answered, of, time }) =>
    [
      answered === of ? 'all have answered' : `${String(answered)} of ${String(of)} have answered`,
      ...(time === undefined ? [] : [`, and Start has ${time.replace('T', ' ')}`]),
    ].join(''),
  'programme-gone': ({ version, why }) =>
    `${versionNamed(version)} went out, and ${why === 'row' ? 'its row is gone' : 'it has no date, or no slots any more'}: tell those who have it`,
  'programme-differs': ({ version, slots, clashes }) =>
    `${versionNamed(version)} differs in ${slots.length === 0 ? 'the whole programme' : inFew(slots)}${clashes ? '; its clashes must be settled first' : ''}`,
  'speaker-declined': () =>
    'the message says that the no is noted, and takes the slot out of the calendar; one of your own making is said first',
  'speaker-no-deadline': () => 'no day is given under Svarfrist in Program, and the slot is near',
  'speaker-no-answer': ({ day }) =>
    `no answer to the reminder of ${day}: call, write the answer in Status, or find somebody else`,
  'speaker-not-held': ({ id }) =>
    `${id} is not marked as held: write Gjennomført under Status in Aktiviteter first`,
  'speaker-unreachable': ({ why }) => unreachable[why],
  'speaker-unrecorded': ({ mailing }) =>
    `the record does not say what ${mailing ?? 'the message'} said, so it cannot be compared with the register: see that the speaker knows what is in Program, and waive this`,
  'speaker-former': ({ day, who }) =>
    `it has another contact than the one who was told on ${day} (${who ?? 'the speaker before'}): tell that one yourself, and waive this`,
  'start-passed': () =>
    'Start in the register has passed, so no mailing can be made. If Start is right, tell them in another way.',
  'no-mail-reaches': () =>
    'No mailing reaches them: the register no longer has their address, they have left or asked to get no mail, or mail to them came back. Tell them in another way, or waive this.',
  'ledger-lost': ({ mailing }) =>
    `${mailing} was sent, and Utsendelser has no rows of it, so it is not known who has it. Get the rows back, or run this on the machine that sent it.`,
  'webinar-withdrawn': ({ why }) =>
    `${whyGone[why]} They still expect it: ${why === 'row' ? 'put the row back' : 'correct the row'}, with the status Avlyst if it is off, and then «npm run announce» tells them.`,
  unrecorded: ({ mailing }) =>
    `the record does not say what ${mailing} said, so it cannot be compared with the register`,
  'files-wait': ({ count }) =>
    `${String(count)} are files or drafts: send them, and then report it. To send with another outbox instead, use --reopen all.`,
  'files-wrong': ({ count }) =>
    `${String(count)} are files or drafts that are no longer right: send none of them, and delete them. If they were sent before, report it with --sent-by-hand all.`,
  unfinished: ({ missing, of, isHere, isChanged }) => {
    const many = of === undefined ? `At least ${String(missing)}` : `${String(missing)} of ${String(of)}`;
    const where = isHere ? '.' : ' according to Utsendelser, and the folder is on another machine.';
    const next = isChanged
      ? 'The register has changed since, so those get a new one.'
      : 'See who, and continue with --approve.';
    return `${many} have not got it${where} ${next}`;
  },
  made: () =>
    'It is made on this machine, and not sent. If it is not to be sent after all, delete its folder.',
  'address-bounced': ({ kind, title, reason, tab, column }) =>
    `${kind === undefined ? 'a mailing' : `the ${dueEn.matters[kind]} of «${title}»`} came back («${reason}»). No mailing goes there until ${column} in ${tab} is corrected`,
  'address-changed': ({ kind, people, isChanged }) =>
    `${inFew(people)} did not get ${kind === undefined ? 'it' : `the ${dueEn.matters[kind]}`}, and the register has another address since. ${isChanged ? 'It has changed in other ways too, so this makes the announcement as it is now for them' : 'This makes it for that address'}, and for nobody else`,
  'digest-nobody': ({ party, list }) =>
    `nobody in ${party} with an address is on the list «${list}» in Kontakter: write it in Lister, or send the digest yourself and run it with --sent`,
  'contacts-near': ({ first, second }) =>
    [first, second].map(({ id, party, day }) => `${party} ${day} (${id})`).join(' and '),
  'next-step': ({ party, deadline, text }) => `${party}, by ${deadline}: ${text}`,
  'work-left': ({ rows }) => `${inFew(rows)}: write who takes it over`,
};
