/** Who has what a mailing says from another one: nobody gets the same twice unless that is allowed by name. */
import { comparedAddress } from '../../domain/compare.ts';
import { mayBeKnown } from '../../domain/ledger-event.ts';
import type { WebinarMailingName } from '../../domain/mailing-kind.ts';
import { parseSaidTime } from '../../domain/statement.ts';
import type { HasAlready } from './audience.ts';
import type { Outlook } from './outdated.ts';
import { changesFor, isExpecting, toldOf, type Told } from './told.ts';
import type { Webinar } from './webinars.ts';

/**
 * Looks in the ledger. Files and drafts count: somebody may have sent them. `own` is the ID of the mailing itself, once it
 * is made. An announcement is had by those who expect the webinar, whatever told them of it; a correction is never had.
 */
export function hasAlready(
  { register, now, keyOf }: Outlook,
  webinar: Webinar,
  { kind, offsetDays }: Pick<WebinarMailingName, 'kind' | 'offsetDays'>,
  own?: string,
): HasAlready {
  if (kind === 'correction') return () => undefined;
  const isSame = (mailing: Told['mailing']): boolean =>
    kind === 'reminder' || kind === 'followup'
      ? mailing.kind === kind && mailing.offsetDays === offsetDays
      : mailing.kind !== 'followup';
  const told = toldOf(register, webinar.id, keyOf, {
    counts: mayBeKnown,
    among: (mailing) => mailing.id !== own && isSame(mailing),
  });
  const has = (one: Told): boolean => {
    if (kind === 'announcement') return isExpecting(one);
    if (kind === 'cancelled') return !isExpecting(one);
    if (kind === 'moved')
      return (
        isExpecting(one) && !changesFor(one, register, webinar.id, now).some(({ fact }) => fact === 'time')
      );
    const start = parseSaidTime(one.facts.time ?? '')?.start;
    return start === undefined || start === webinar.start.time;
  };
  const held = new Map(
    told.flatMap((one) =>
      one.address !== undefined && has(one) ? [[one.address, one.mailing.id] as const] : [],
    ),
  );
  return (address) => held.get(comparedAddress(address));
}
