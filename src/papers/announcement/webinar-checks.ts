/** Checks of the webinar itself: its time, registration and speakers. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { parseLink } from '../../register/cells/link.ts';
import { mailingKinds } from '../../domain/mailing-kind.ts';
import { dayOf } from '../../domain/time.ts';
import { wordedDate } from '../../language/problems/worded-date.ts';
import { fault, placeOfWebinar, todayOf, type Check, type Fault, type Inspection } from './checks.ts';
import { settleFirst, writtenSettled } from './earlier-checks.ts';
import { isOver } from './webinars.ts';

const beforehand = ['announcement', 'reminder', 'moved'] as const;

function statusFits({ webinar, kind }: Inspection): Fault | undefined {
  const isCancelled = webinar.status === 'cancelled';
  if (isCancelled === (kind === 'cancelled')) return undefined;
  return isCancelled
    ? fault(msg`${webinar.id} is cancelled.`, msg`Only a cancellation can be made: --kind cancelled.`)
    : fault(
        msg`${webinar.id} is not cancelled.`,
        msg`Set the status to «Avlyst» in ${placeOfWebinar(webinar)} first.`,
      );
}

function dateInFuture({ webinar, now }: Inspection): Fault | undefined {
  if (webinar.start.time > now) return undefined;
  return fault(
    msg`${webinar.id} began on ${wordedDate(webinar.start.time)}.`,
    msg`Nothing is announced after the event. If it will be held later, correct Start in ${placeOfWebinar(webinar)}.`,
  );
}

function webinarOver({ webinar, now }: Inspection): Fault | undefined {
  if (isOver(webinar, now)) return undefined;
  return fault(
    msg`${webinar.id} is not over until ${wordedDate(webinar.end?.time ?? webinar.start.time)}.`,
    msg`A follow-up is made when it has been held.`,
  );
}

function hasMoved(inspection: Inspection): Fault | undefined {
  const { webinar, calendar, outdated } = inspection;
  const { announcedStart } = calendar;
  if (outdated.some(({ changes }) => changes.some(({ fact }) => fact === 'time'))) return undefined;
  if (announcedStart !== undefined && announcedStart !== webinar.start.time) return undefined;
  return announcedStart === undefined
    ? fault(
        msg`According to the tab Utsendelser, nobody has been told when ${webinar.id} is.`,
        // Recipients may know it from files that somebody has sent: a second announcement would not say that it has moved.
        writtenSettled(inspection) === undefined
          ? msg`Make an announcement instead: --kind announcement.`
          : settleFirst(),
      )
    : fault(
        msg`The time of ${webinar.id} is the one last announced, ${wordedDate(announcedStart)}.`,
        msg`There is no new time to announce. If it has been moved, correct Start in ${placeOfWebinar(webinar)}.`,
      );
}

function linkThere({ webinar }: Inspection): Fault | undefined {
  const { registration } = webinar;
  if (registration === undefined) {
    return fault(
      msg`${webinar.id} has no link to the registration form.`,
      msg`Write it under Påmelding in ${placeOfWebinar(webinar)}.`,
    );
  }
  const parsed = parseLink(registration);
  if ('link' in parsed && parsed.link.startsWith('https://')) return undefined;
  return fault(
    msg`The registration of ${webinar.id} is not an https link: «${registration}».`,
    msg`Write the address of the form under Påmelding in ${placeOfWebinar(webinar)}.`,
  );
}

function recordingLink({ webinar }: Inspection): Fault | undefined {
  const { recording } = webinar;
  if (typeof recording === 'string' || recording === false) return undefined;
  return fault(
    msg`There is no link to the recording of ${webinar.id}.`,
    msg`Write it under Opptak in ${placeOfWebinar(webinar)}, or «nei» if it was not recorded.`,
  );
}

function speakersConfirmed({ register, webinar }: Inspection): Fault | undefined {
  const open = register.slots.filter(
    ({ activity, speaker, status }) =>
      activity === webinar.id && speaker !== undefined && status !== 'confirmed' && status !== 'declined',
  );
  if (open.length === 0) return undefined;
  const slots = inFew(open.map(({ id, at }) => msg`${id} (row ${at.row})`));
  return fault(
    open.length === 1
      ? msg`1 of the speakers at ${webinar.id} has not confirmed: ${slots}.`
      : msg`${open.length} of the speakers at ${webinar.id} have not confirmed: ${slots}.`,
    msg`Set the status to «Bekreftet» in the tab Program when they have, or to «Avslått».`,
  );
}

function deadlineBeforeStart({ webinar }: Inspection): Fault | undefined {
  const { registrationDeadline: deadline, start } = webinar;
  if (deadline === undefined || deadline <= dayOf(start.time)) return undefined;
  return fault(
    msg`Registration for ${webinar.id} is open until ${wordedDate(deadline)}, but it starts on ${wordedDate(start.time)}.`,
    msg`Correct Påmeldingsfrist in ${placeOfWebinar(webinar)}.`,
  );
}

function deadlineInFuture(inspection: Inspection): Fault | undefined {
  const { webinar } = inspection;
  const { registrationDeadline: deadline } = webinar;
  if (deadline === undefined || deadline >= todayOf(inspection)) return undefined;
  return fault(
    msg`The last day to register for ${webinar.id} was ${wordedDate(deadline)}.`,
    msg`Write a later Påmeldingsfrist in ${placeOfWebinar(webinar)}.`,
  );
}

function shared({ webinar }: Inspection): Fault | undefined {
  if (webinar.shared) return undefined;
  return fault(
    msg`${webinar.id} must not be shared with the other party.`,
    msg`Both parties send the mailing: set Del med partner to «ja» in ${placeOfWebinar(webinar)}.`,
  );
}

export const webinarChecks = [
  { name: 'status-fits', kinds: mailingKinds, fixedFor: mailingKinds, find: statusFits },
  {
    name: 'date-in-future',
    kinds: [...beforehand, 'cancelled'],
    fixedFor: beforehand,
    find: dateInFuture,
  },
  { name: 'webinar-over', kinds: ['followup'], fixedFor: [], find: webinarOver },
  { name: 'has-moved', kinds: ['moved'], fixedFor: ['moved'], find: hasMoved },
  { name: 'link-there', kinds: beforehand, fixedFor: [], find: linkThere },
  { name: 'recording-link', kinds: ['followup'], fixedFor: [], find: recordingLink },
  { name: 'speakers-confirmed', kinds: beforehand, fixedFor: [], find: speakersConfirmed },
  { name: 'deadline-before-start', kinds: beforehand, fixedFor: [], find: deadlineBeforeStart },
  // A reminder is also for people who registered in time.
  { name: 'deadline-in-future', kinds: ['announcement', 'moved'], fixedFor: [], find: deadlineInFuture },
  { name: 'shared', kinds: mailingKinds, fixedFor: [], find: shared },
] as const satisfies readonly Check[];
