/** Checks of who gets a mailing, by what was sent before it. */
import { msg } from '../../domain/msg.ts';
import { fault, type Fault, type Inspection } from './checks.ts';
import { waitingFiles } from './sent.ts';
import { joinedByOr } from '../../language/spoken.ts';
import { shortOf, unaccounted } from './told.ts';

export const settleFirst = (): string => msg`First decide about what was written: see written-settled.`;

/** A mailing to those who got the one before does not reach people who have only a file or a draft; they may have got that by hand. */
export function writtenSettled({ register, webinar }: Inspection): Fault | undefined {
  const written = waitingFiles(register).find(({ activity }) => activity === webinar.id);
  if (written === undefined) return undefined;
  const { mailing, recipients } = written;
  return fault(
    msg`${recipients} of ${mailing} were written as files or drafts, and nobody has confirmed that they were sent.`,
    msg`Run «npm run send» on its folder: with --sent-by-hand all if somebody has sent them, with --reopen all if nobody has and nobody will.`,
  );
}

export function recipientsThere(inspection: Inspection): Fault | undefined {
  const { audience, kind } = inspection;
  if (audience.chosen.length > 0 || haveItAlready(inspection) > 0) return undefined;
  const { target, leftOut } = audience;
  const why = leftOut.length === 0 ? '' : msg` ${leftOut.length} who were meant are left out.`;
  if (target === undefined) return nobodyToTell(inspection, why);
  if (kind === 'reminder' || kind === 'followup') {
    return inspection.invited === 0
      ? undefined
      : fault(
          msg`No recipients: nobody of the target «${target.text}» has got an announcement.${why}`,
          msg`Leave out --target, or name another.`,
        );
  }
  return fault(
    msg`No recipients: nobody matches the target «${target.text}» and has an address.${why}`,
    msg`Write addresses under E-post in Mottakere, or another --target.`,
  );
}

/** Nobody has what the mailing is about. */
function nobodyToTell(inspection: Inspection, why: string): Fault | undefined {
  const { kind, invited, webinar } = inspection;
  if ((kind === 'reminder' || kind === 'followup') && invited === 0) return undefined;
  if (writtenSettled(inspection) !== undefined)
    return fault(
      msg`No recipients: according to the tab Utsendelser, nobody got an earlier mailing.${why}`,
      settleFirst(),
    );
  const [other] = inspection.due.filter((one) => one !== kind);
  if (other !== undefined)
    return fault(
      msg`No recipients: what has changed about ${webinar.id} is not told by this mailing.${why}`,
      msg`Make the one that tells it: «npm run announce -- --webinar ${webinar.id} --kind ${other}».`,
    );
  if (kind === 'correction')
    return fault(
      msg`No recipients: of what has been sent about ${webinar.id}, nothing that Felles compares has changed since.${why}`,
      msg`If something else in it was wrong, say what with --wrong-nb and --wrong-nn.`,
    );
  return fault(
    msg`No recipients: according to the tab Utsendelser, nobody has got what this would change.${why}`,
    kind === 'cancelled'
      ? msg`Nobody needs to know that it is cancelled.`
      : msg`Make an announcement instead.`,
  );
}

const haveItAlready = ({ audience }: Inspection): number =>
  audience.leftOut.filter(({ cause }) => cause.code === 'has-it-already').length;

/** A second announcement of the same webinar is noise, and says nothing of what has changed since the first. */
export function sentOnce(inspection: Inspection): Fault | undefined {
  const { audience, has, webinar, register, kind } = inspection;
  const lost = unaccounted(register, webinar.id).find((mailing) => mailing.kind === kind);
  if (lost !== undefined)
    return fault(
      msg`The record says that ${lost.id} was sent, and Utsendelser has no rows of it, so it cannot be known who has it.`,
      msg`Get the rows back from the version history of the workbook, or with «npm run send -- <folder> --repair» on the machine that sent it.`,
    );
  const twice = audience.chosen.filter(({ address }) => has(address) !== undefined).length;
  if (twice > 0)
    return fault(msg`${twice} of those who get it have what it says already.`, msg`Leave them out.`);
  const had = haveItAlready(inspection);
  if (had === 0 || audience.chosen.length > 0) return undefined;
  return fault(
    msg`All ${had} who would get it have what it says already.`,
    msg`If something has changed since, they get a mailing that says what: «npm run announce -- --webinar ${webinar.id}» makes the one that is due.`,
  );
}

/** Recipients whose rows somebody has removed look like those who never got it. */
export function ledgerWhole({ register, webinar, whole }: Inspection): Fault | undefined {
  const { ids, missing } = shortOf(register, webinar.id);
  const unsure = ids.filter((id) => whole?.has(id) !== true);
  if (missing <= 0 || unsure.length === 0) return undefined;
  return fault(
    msg`Utsendelser has no rows of ${missing} whom ${joinedByOr(unsure)} was for: they have not got it, or the rows are gone. In that case they would get it twice.`,
    msg`Look with «npm run send -- ${unsure[0] ?? ''} --status» on the machine that sent it: it knows whether rows are gone, and --repair gets them back.`,
  );
}

/** Nobody is reminded of what they were not invited to. */
export function announced(inspection: Inspection): Fault | undefined {
  const { invited, webinar, kind } = inspection;
  if (invited > 0) return undefined;
  return fault(
    msg`According to the tab Utsendelser, nobody has got an announcement of ${webinar.id}.`,
    writtenSettled(inspection) !== undefined
      ? settleFirst()
      : kind === 'reminder'
        ? msg`Make the announcement instead: --kind announcement. If it was announced elsewhere, name those who get this with --target.`
        : msg`If it was announced elsewhere, name those who get this with --target.`,
  );
}
