/** Which parts of the register may be shown to the other party. */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import type { Register } from '../register/register.ts';

/**
 * Without the column it cannot be known what must be kept from the partner, so nothing may be printed: a renamed heading
 * must never share what people marked as their own.
 */
export function requireSharing({ tabs }: Register): void {
  if (tabs.activities?.headings === undefined || tabs.activities.headings.shared !== undefined) return;
  throw new UserError(
    msg`The tab Aktiviteter has no column «Del med partner».`,
    msg`If it has another heading, give it its own heading again. If not, «npm run init» adds it.`,
  );
}
