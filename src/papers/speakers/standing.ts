/** What is known of one slot, what may be said about it, and what nobody can write. */
import { dueNote } from '../../domain/due-note.ts';
import type { SpeakerKind } from '../../domain/mailing-kind.ts';
import { differencesBetween, type Difference, type Facts } from '../../domain/statement.ts';
import { dayOf, wallTimeOfUtc, type Day } from '../../domain/time.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Slot } from '../../register/tabs/slots.ts';
import type { Entry } from '../due/entry.ts';
import type { Reach, Reachable } from './reach.ts';
import type { Message, Told } from './told.ts';

/** A message that can be written now. */
export interface SpeakerMessage {
  readonly kind: SpeakerKind;
  readonly slot: string;
  readonly reach: Reachable;
  /** As the register has it, or as it was said last where the row is gone. */
  readonly facts: Facts;
  readonly changes: readonly Difference[];
  /** The speaker has been told that it is confirmed: it is in their calendar. */
  readonly isInCalendar: boolean;
  /** Why the slot is off. */
  readonly why: 'declined' | 'cancelled' | 'gone' | undefined;
}

export interface SpeakerMatter {
  readonly entry: Entry;
  readonly message: SpeakerMessage | undefined;
}

/** Everything that is known of one slot. */
export interface Standing {
  readonly id: string;
  /** Undefined where the row is gone. */
  readonly slot: Slot | undefined;
  readonly activity: Activity | undefined;
  readonly facts: Facts;
  readonly reach: Reach;
  /** Since it was last called off, if it ever was. */
  readonly told: readonly Message[];
  readonly former: Told['former'];
  readonly today: Day;
  /** Undefined where no day is known. */
  readonly lastDay: Day | undefined;
}

export const aboutSlot = (id: string, { title }: Facts): Entry['about'] => ({
  tab: 'slots',
  id,
  title: title ?? id,
});

/** The day (Oslo) on which something was said; `today` where the record no longer says. */
export function dayTold({ saidAt }: Message, today: Day): Day {
  const at = wallTimeOfUtc(saidAt);
  return at === undefined ? today : dayOf(at);
}

/** The record has lost what the speaker was told last: it cannot be compared, and nothing is said twice by mistake. */
export function unknownMatter({ id, told, facts, today }: Standing): readonly SpeakerMatter[] {
  const last = told.at(-1);
  if (last === undefined || Object.keys(last.facts).length > 0) return [];
  const entry: Entry = {
    ...{ name: `${last.what ?? id} unknown`, state: 'outdated', matter: 'unknown' },
    ...{ about: aboutSlot(id, facts), since: dayTold(last, today), holders: 1, changes: [] },
    notes: [dueNote('speaker-unrecorded', { mailing: last.what })],
  };
  return [{ entry, message: undefined }];
}

/** Somebody else was told of the slot before it got the contact it has now. */
export function formerMatter({ id, former, today, facts }: Standing): readonly SpeakerMatter[] {
  const last = former.at(-1);
  if (last === undefined || last.kind === 'withdrawn' || last.kind === 'thanks') return [];
  const entry: Entry = {
    ...{ name: `${id} withdrawn-former`, state: 'outdated', matter: 'withdrawn', since: today, holders: 1 },
    about: aboutSlot(id, facts),
    changes: differencesBetween(last.facts, facts).filter(({ fact }) => fact === 'speakers'),
    notes: [dueNote('speaker-former', { day: dayTold(last, today), who: last.facts.speakers ?? undefined })],
  };
  return [{ entry, message: undefined }];
}
