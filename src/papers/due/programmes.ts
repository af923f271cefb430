/** Programmes and their speakers: messages that should be said, and released versions that are not so any more. */
import { dueNote } from '../../domain/due-note.ts';
import { parseVersionName } from '../../domain/version-name.ts';
import { differencesBetween, parseSaidTime, type Difference } from '../../domain/statement.ts';
import { dayOf, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { programme } from '../programme/programme.ts';
import { slotFacts } from '../record/slot-facts.ts';
import { lastRelease, slotStatements, type LastRelease } from '../record/slot-record.ts';
import { speakerMatters } from '../speakers/matters.ts';
import type { DueRequest, Entry, Family } from './entry.ts';

export const programmeEntries: Family = (request) => [
  ...speakerMatters(request).map(({ entry }) => entry),
  ...releasedEntries(request),
];

/** A released version that differs from the register, until the event is over. */
function releasedEntries({ register, now }: DueRequest): readonly Entry[] {
  const today = dayOf(now);
  const released = new Set(
    slotStatements(register).flatMap(({ kind, what }) =>
      kind === 'programme' ? (parseVersionName(what ?? '')?.activity ?? []) : [],
    ),
  );
  return [...released].flatMap((id): readonly Entry[] => {
    const last = lastRelease(register, id);
    const activity = register.activities.find((one) => one.id === id);
    if (last === undefined || lastDayOf(activity, last) < today) return [];
    return releasedEntry(register, id, { last, activity, now });
  });
}

/** Where the activity says no day, that of its last slot. */
function lastDayOf(activity: Activity | undefined, { slots }: LastRelease): Day | '' {
  const { start, end } = activity ?? {};
  const days = slots.flatMap(({ facts }) => parseSaidTime(facts.time ?? '')?.last ?? []);
  return end?.last ?? start?.last ?? days.sort().at(-1) ?? '';
}

interface Released {
  readonly last: LastRelease;
  readonly activity: Activity | undefined;
  readonly now: DueRequest['now'];
}

function releasedEntry(register: Register, id: string, { last, activity, now }: Released): readonly Entry[] {
  const head = {
    ...({ name: `${id} programme`, state: 'outdated', matter: 'programme', since: dayOf(now) } as const),
    about: { tab: 'activities' as const, id, title: activity?.title ?? id },
  };
  const { version } = last;
  const hasProgramme = register.slots.some((slot) => slot.activity === id && slot.status !== 'declined');
  if (activity?.start === undefined || !hasProgramme) {
    const why = activity === undefined ? 'row' : 'content';
    const notes = [dueNote('programme-gone', { version, why })];
    return [{ ...head, changes: [{ fact: 'gone' }], notes }];
  }
  const { changes, clashes } = programme(register, id, now);
  const refused = register.tabs.slots?.refused;
  const own = changes.filter(({ what, slot }) => what !== 'gone' || refused?.has(slot.id) !== true);
  if (own.length === 0) return [];
  const slots = [...new Set(own.map(({ slot }) => slot.id))].filter((one) => one !== id);
  const notes = [dueNote('programme-differs', { version, slots, clashes: clashes.length > 0 })];
  const command = `programme -- --activity ${id} --release`;
  return [{ ...head, changes: differencesIn(register, last, slots), notes, command }];
}

/** What the version said otherwise, each difference once. */
function differencesIn(
  register: Register,
  { slots }: LastRelease,
  changed: readonly string[],
): readonly Difference[] {
  const said = slots.filter(({ facts }) => facts.state !== 'declined');
  const touched = changed.length === 0 ? said : said.filter(({ about }) => changed.includes(about));
  const found = touched.flatMap(({ about, facts }) => differencesBetween(facts, slotFacts(register, about)));
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
