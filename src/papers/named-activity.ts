/** The activity that somebody names by its ID, whatever it is wanted for. */
import { msg } from '../domain/msg.ts';
import { nearest } from '../domain/nearest.ts';
import { UserError } from '../domain/user-error.ts';
import type { Register } from '../register/register.ts';
import type { Activity } from '../register/tabs/activities.ts';
import { errorsIn } from './unread-meetings.ts';

/** Where to look when an activity is not found. */
export const seeActivities = (): string =>
  msg`Look at the tab Aktiviteter, or run «npm run check» to see what is wrong with its rows.`;

/**
 * The activity with an ID, as `normaliseId` gives it. Throws UserError if its row has errors, or if there is none; the
 * advice is then the nearest of `ids`, if one is near, and `where` to look.
 */
export function activityById(
  { activities, tabs, unreadActivities }: Register,
  id: string,
  ids: readonly string[],
  where = seeActivities(),
): Activity {
  const found = activities.find((activity) => activity.id === id);
  if (found !== undefined) return found;
  const row = tabs.activities?.refused.get(id);
  if (row !== undefined) {
    throw new UserError(
      msg`${id} in row ${row} of Aktiviteter has ${errorsIn(unreadActivities.filter((one) => one.row === row))}.`,
      msg`Run «npm run check» to see them, correct the row, and try again.`,
    );
  }
  const near = nearest(id, ids);
  throw new UserError(
    msg`There is no activity ${id}.`,
    near === undefined ? where : msg`Did you mean ${near}? ${where}`,
  );
}
