/** The digests to the two parties: due when the interval has passed and there is something new. */

import { dueNote } from '../../domain/due-note.ts';
import { plainIn } from '../../domain/standard-text.ts';
import { addDays, dayOf, daysBetween, type Day } from '../../domain/time.ts';
import { differencesBetween, type Difference } from '../../domain/statement.ts';
import { singleParties } from '../../register/announcement-settings.ts';
import { hasLeft } from '../../register/contact-index.ts';
import { digestList, isOnList, isReserving } from '../../register/list-names.ts';
import { parties } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { timeIn } from '../digest/changes.ts';
import { digestNews } from '../digest/digest.ts';
import type { News } from '../digest/parts.ts';
import { homeOf } from '../digest/things.ts';
import type { DigestParty } from '../digest/view.ts';
import type { DueRequest, Entry, Family } from './entry.ts';

/** Somebody may be on the way to what is this near: they are told before the next digest. */
const SOON = 14;

/**
 * One entry for a party whose digest is due. Between digests, one for each thing that a party was told of, that is near, and
 * that has another time or is off now. None where it is not known what may be shared: `check` reports that.
 */
export const digestEntries: Family = (request) => {
  const { headings } = request.register.tabs.activities ?? {};
  if (headings?.shared === undefined) return [];
  return singleParties.flatMap((party) => entriesFor(party, request));
};

function entriesFor(party: DigestParty, { register, now }: DueRequest): readonly Entry[] {
  const today = dayOf(now);
  const { since, news } = digestNews(register, party, now);
  if (news.length === 0) return [];
  const days = settingsOf(register).digestDays;
  const way = wayTo(register, party, today);
  if (days > 0) {
    const due = since === undefined ? today : addDays(since, days);
    if (due <= today) return [dueEntry(party, { due, days, today, isFirst: since === undefined }, way)];
  }
  return news.flatMap((one) => outdatedEntry(one, party, today, way));
}

type Way = Pick<Entry, 'command' | 'notes'>;

/** By mail where somebody is on the list; otherwise the operator sends it. */
function wayTo({ contacts }: Register, party: DigestParty, today: Day): Way {
  const word = parties[party][0];
  const isReached = contacts.some(
    (contact) =>
      (contact.party === party || contact.party === 'both') &&
      contact.email !== undefined &&
      !hasLeft(contact, today) &&
      isOnList(contact.lists ?? [], digestList) &&
      !isReserving(contact.lists ?? []),
  );
  if (isReached) return { command: `digest -- --for ${word} --mailing` };
  return {
    command: `digest -- --for ${word}`,
    notes: [dueNote('digest-nobody', { party: word, list: digestList })],
  };
}

interface Term {
  readonly due: Day;
  readonly days: number;
  readonly today: Day;
  readonly isFirst: boolean;
}

/** Each interval that passes gives the entry another name, so that one that was waived comes back. */
function dueEntry(party: DigestParty, { due, days, today, isFirst }: Term, way: Way): Entry {
  const late = daysBetween(due, today);
  const term = addDays(due, late - (late % days));
  return {
    name: isFirst ? `${party} digest first` : `${party} digest ${term}`,
    state: late >= days ? 'overdue' : 'due',
    matter: 'digest',
    about: { id: party, title: parties[party][0] },
    ...{ since: due, changes: [], ...way },
  };
}

function outdatedEntry(
  { id, title, thing, said }: News,
  party: DigestParty,
  today: Day,
  way: Way,
): readonly Entry[] {
  if (thing === undefined || said === undefined) return [];
  const changes = differencesBetween(said, thing.facts);
  const isNear = [timeIn(said), timeIn(thing.facts)].some(
    (time) => time !== undefined && time.last >= today && time.first <= addDays(today, SOON),
  );
  if (!isNear || !changes.some(isUrgent)) return [];
  return [
    {
      name: `${id} digest ${party}`,
      state: 'outdated',
      matter: 'digest',
      about: { tab: homeOf(id), id, title: plainIn(title, 'nb') },
      ...{ since: today, changes, ...way },
    },
  ];
}

const isUrgent = (change: Difference): boolean =>
  change.fact === 'time' || (change.fact === 'state' && change.is === 'cancelled');
