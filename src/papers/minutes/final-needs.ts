/** What final minutes need of the register; each throws a UserError where it is not so. */
import { spokenDate } from '../../language/spoken.ts';
import { msg } from '../../domain/msg.ts';
import { fewLines, inFew } from '../../domain/few.ts';
import type { Day, WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Register } from '../../register/register.ts';
import { isHeld, meetingsOf, type Meeting } from '../meetings.ts';
import type { TreatedCase, UnsureCase } from './treated.ts';
import { unreadSources } from './unread-sources.ts';

/** That something is written of the cases, where no action is. */
export function requireWritten(meeting: Meeting, cases: readonly TreatedCase[]): void {
  if (cases.some(({ treatment }) => treatment !== undefined)) return;
  throw new UserError(
    msg`Nothing is written of what ${meeting.id} «${meeting.title}» did, so it has no minutes.`,
    msg`Write it in the tabs Saker and Tiltak (Status, Notat, Vedtak; Fra sak and Fra møte), or in the draft: npm run minutes -- --meeting ${meeting.id}`,
  );
}

export function requireHeld(meeting: Meeting, now: WallTime): void {
  if (isHeld(meeting, now)) return;
  throw new UserError(
    msg`${meeting.id} «${meeting.title}» is not over, so it has no final minutes.`,
    msg`Without --final a draft is made: npm run minutes -- --meeting ${meeting.id}`,
  );
}

export function requireReadable(register: Register): void {
  const unread = unreadSources(register);
  if (unread === undefined) return;
  throw new UserError(
    msg`${unread} cannot be read, so no minutes were kept.`,
    msg`Run «npm run check», correct them, and try again: minutes must be whole.`,
  );
}

export function requireSure(register: Register, meeting: Meeting, unsure: readonly UnsureCase[]): void {
  if (unsure.length === 0) return;
  const dayIn = (id: string): Day | '' =>
    meetingsOf(register).find((one) => one.id === id)?.start.first ?? '';
  const lines = unsure.map(({ item, is, meetings }) => {
    const row = msg`  ${item.at.tab} row ${item.at.row}, ${item.id} «${item.title}»`;
    const dated = (id: string): string => `${id} (${spokenDate(dayIn(id))})`;
    if (is === 'unknown') return msg`${row}: of ${inFew(meetings.map(dated))}?`;
    return msg`${row}: it says otherwise than the minutes of ${dated(meetings[0] ?? '')}.`;
  });
  const isRetyped = unsure.some(({ is }) => is === 'retyped');
  throw new UserError(
    msg`It cannot be known which meeting this is of, so no minutes were kept:\n${fewLines(lines).join('\n')}`,
    isRetyped
      ? msg`What ${meeting.id} did with a case that an earlier meeting had treated is a row of its own in the tab Behandling. If the row in Saker was corrected for the earlier meeting, make that one's minutes again first: --meeting <its ID> --final`
      : msg`Write the meeting in the cell «Behandlet i» of each, and run this again.`,
  );
}
