/** Slots in which one speaker or one room would be needed twice at the same time. */
import { comparedName } from '../../domain/compare.ts';
import { groupBy } from '../../domain/group.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import { addMinutes, type WallTime } from '../../domain/time.ts';
import type { CheckedRegister, Rule } from '../register.ts';
import { slotTimes } from '../slot-times.ts';
import type { Checked } from '../tab.ts';
import type { Activity } from '../tabs/activities.ts';
import type { Slot } from '../tabs/slots.ts';
import { cellAt, nameOf } from './at.ts';
import { liveSlots } from './slots.ts';

/** One use of a speaker or a room. */
interface Use {
  readonly slot: Checked<Slot>;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly what: 'speaker' | 'room';
  /** As written. */
  readonly who: string;
  /** What identifies a speaker or room. */
  readonly key: string;
  /** The speaker's organisation, if given: it distinguishes two speakers who share a title. */
  readonly from: string;
}

/** Words used when no speaker is named yet. */
const nobody = /^(?:\?+|-|–|n\.? ?n\.?|ukjent|ukjend|alle|flere|fleire|ikke avklart|ikkje avklart|tba|tbd)$/u;

/** The speakers of a slot. */
function speakersOf({ speaker, organisation }: Checked<Slot>): readonly Pick<Use, 'who' | 'key' | 'from'>[] {
  const names = (speaker ?? '').split(/[,;/&\n]| og /u).map((name) => name.trim());
  const known = names.filter((name) => name !== '' && !nobody.test(comparedName(name)));
  const from = comparedName(organisation ?? '');
  return [...new Map(known.map((name) => [comparedName(name), name]))].map(([key, who]) => ({
    who,
    key,
    from,
  }));
}

const online = /digital|nett|teams|zoom|webinar|online/iu;

/** A room belongs to a place. If the place is not given, or is online, it is the activity's own. */
function roomKey(room: string, { place, id, at }: Checked<Activity>): string {
  const own = id ?? `#${String(at.row)}`;
  return `${comparedName(room)}\n${place === undefined || online.test(place) ? own : comparedName(place)}`;
}

function* usesOf(register: CheckedRegister): Generator<Use> {
  for (const { slot, activity } of liveSlots(register)) {
    const { start, end } = slotTimes(slot, activity);
    if (start === undefined || (end !== undefined && end < start)) continue;
    const time = { slot, start, end: end ?? addMinutes(start, 1) };
    for (const speaker of speakersOf(slot)) yield { ...time, what: 'speaker', ...speaker };
    const { room } = slot;
    if (room !== undefined)
      yield { ...time, what: 'room', who: room, key: roomKey(room, activity), from: '' };
  }
}

/** Each later slot that starts before an earlier one with the same speaker or room has ended. */
export const slotsDoNotOverlap: Rule = function* (register) {
  for (const uses of groupBy(usesOf(register), ({ what, key }) => `${what}\n${key}`).values()) {
    if (uses.length > 1) yield* overlapsIn(uses, register);
  }
};

function* overlapsIn(uses: readonly Use[], { tabs }: CheckedRegister): Generator<Problem> {
  const sorted = uses.toSorted((one, other) =>
    one.start < other.start ? -1 : one.start > other.start ? 1 : 0,
  );
  const running: Use[] = [];
  for (const use of sorted) {
    const earlier = running.find((other) => use.start < other.end && isSame(use, other));
    if (earlier !== undefined) {
      const { what, who, slot } = use;
      const other = { id: nameOf(tabs.slots, earlier.slot), row: earlier.slot.at.row };
      yield problem('slots-overlap', 'warning', cellAt(tabs.slots, slot, what), { what, who, ...other }, who);
    }
    running.splice(0, running.length, ...running.filter(({ end }) => end > use.start), use);
  }
}

/** «Ordfører» from two municipalities are two people; if one row does not say from where, they count as one. */
const isSame = (one: Use, other: Use): boolean =>
  one.from === '' || other.from === '' || one.from === other.from;
