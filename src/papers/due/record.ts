/** What can no longer be known: mailings that people have, and of which the record does not say what they said. */
import { dueNote } from '../../domain/due-note.ts';
import { groupBy } from '../../domain/group.ts';
import { mayBeKnown } from '../../domain/ledger-event.ts';
import { parseAnyMailingId } from '../../domain/mailing-kind.ts';
import { dayOf, wallTimeOfUtc, type Day } from '../../domain/time.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import { lastEvents } from '../announcement/sent.ts';
import type { Entry, Family } from './entry.ts';

/** Only about what is still to come: nobody acts on an older one. */
export const recordEntries: Family = ({ register, now }) => {
  const today = dayOf(now);
  const coming = new Map(
    register.activities.flatMap((activity) => {
      const last = activity.end?.last ?? activity.start?.last;
      return last === undefined || last < today ? [] : [[activity.id, activity.title] as const];
    }),
  );
  const recorded = new Set(register.statements.map(({ what }) => what));
  const known = lastEvents(register.ledger).filter(({ event }) => mayBeKnown(event));
  return [...groupBy(known, ({ mailing }) => mailing)].flatMap(([mailing, events]): readonly Entry[] => {
    const id = parseAnyMailingId(mailing)?.activity ?? '';
    const title = coming.get(id);
    if (title === undefined || recorded.has(mailing)) return [];
    return [
      {
        name: `${mailing} unknown`,
        state: 'outdated',
        matter: 'unknown',
        about: { tab: 'activities', id, title },
        since: firstDay(events) ?? today,
        holders: events.length,
        changes: [],
        notes: [dueNote('unrecorded', { mailing })],
      },
    ];
  });
};

function firstDay(events: readonly LedgerEvent[]): Day | undefined {
  const days = events.flatMap(({ timeUtc = '' }) => {
    const time = wallTimeOfUtc(timeUtc);
    return time === undefined ? [] : [dayOf(time)];
  });
  return days.sort()[0];
}
