/** The steps of final minutes: which meeting, the version, its files and its mailings. Loads what only they need. */
import { msg } from '../../domain/msg.ts';
import { plainIn } from '../../domain/standard-text.ts';
import { parseDay, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  lastMeeting,
  meetingDay,
  namedMeetingRequest,
  requestedMeeting,
  type Meeting,
} from '../../papers/meetings.ts';
import { finalMinutes, type FinalMinutes } from '../../papers/minutes/final.ts';
import type { Register } from '../../register/register.ts';
import type { Making, PaperSet, StepResult } from '../papers/paper-definition.ts';

export interface Final {
  readonly kind: 'final';
  readonly minutes: FinalMinutes;
  /** Whether files are made. */
  readonly hasFiles: boolean;
}

/** Only mailings: to each responsible whose actions are near their deadlines, or otherwise than they were told. */
export interface Actions {
  readonly kind: 'actions';
}

/** Of the meeting that is named, otherwise of the one held last; `now` is Oslo time. Throws UserError. */
export const makeFinal = (register: Register, asked: string | undefined, now: WallTime): Final => ({
  kind: 'final',
  minutes: finalMinutes(register, heldMeeting(register, asked, now), now),
  hasFiles: false,
});

function heldMeeting(register: Register, asked: string | undefined, now: WallTime): Meeting {
  if (asked !== undefined)
    return requestedMeeting(register, namedMeetingRequest(register, { meeting: asked }, now), now, 'minutes');
  const last = lastMeeting(register, now);
  if (last !== undefined) return last;
  throw new UserError(
    msg`No quarterly meeting has been held yet.`,
    msg`Final minutes are of a meeting that is over.`,
  );
}

/** A version is made once; what a party has approved is another file, and what both have. */
export function finalSets({ minutes: { meeting, view }, hasFiles }: Final): readonly PaperSet<'minutes'>[] {
  if (!hasFiles) return [];
  const approved = view.isApproved ? '-godkjent' : view.approvals.length > 0 ? '-delvis-godkjent' : '';
  return [
    {
      name: `referat-${meetingDay(meeting)}-${view.reference}${approved}`,
      template: 'minutes',
      day: parseDay(view.keptOn) ?? meetingDay(meeting),
      inStandard: (standard) => ({
        view,
        subject: `Referat, ${plainIn(view.meeting.title, standard)} (${view.reference})`,
      }),
    },
  ];
}

type AnyMaking = Pick<Making<unknown, unknown>, 'run' | 'store' | 'workbook' | 'reading'>;

/** With --final the register keeps the version before its papers name it. */
export async function keepFinal(making: AnyMaking, { minutes }: Final): Promise<StepResult<Final>> {
  const { keepVersion, sayApproval, sayFinal } = await import('./finalise.ts');
  sayFinal(making.run.terminal, minutes, making.reading.register);
  const kept = await keepVersion(making, minutes);
  sayApproval(making.run.terminal, kept.minutes);
  return { view: { kind: 'final', ...kept } };
}

/** With --mailing or --actions. 1 where somebody must be told in another way. */
export async function mailFinal(
  { run, reading }: AnyMaking,
  made: Final | Actions,
): Promise<StepResult<never>> {
  if (made.kind === 'actions') {
    const { actionListMailings } = await import('../mailings/action-list-mailing.ts');
    const lists = await actionListMailings(run, reading.register, { isWanted: () => false });
    if (lists.results.length === 0) run.terminal.say(msg`No list of actions is due.`);
    return lists;
  }
  if (run.flags['mailing'] !== true) return {};
  const { minutesMailings } = await import('../mailings/minutes-mailing.ts');
  return minutesMailings(run, reading, made.minutes);
}
