/** The differences between a programme and its last released version. */
import { parseWallTime } from '../../domain/time.ts';
import type { ReleasedSlot } from '../../register/tabs/releases.ts';
import type { ProgrammeView, SlotChange, SlotName, SlotView } from './view.ts';

export interface LastRelease {
  readonly version: number;
  /** An instant in UTC, as the tab has it. */
  readonly at: string;
  readonly slots: readonly ReleasedSlot[];
}

/** The version that was released last of an activity's programme; undefined if none was. */
export function lastRelease(releases: readonly ReleasedSlot[], activity: string): LastRelease | undefined {
  const own = releases.filter((row) => row.activity === activity);
  const version = own.reduce((highest, row) => Math.max(highest, row.version), 0);
  const slots = own.filter((row) => row.version === version);
  const [first] = slots;
  return first === undefined ? undefined : { version, at: first.releasedAt, slots };
}

const speakerOf = ({
  speaker,
  organisation,
}: Pick<SlotView, 'speaker' | 'organisation'>): string | undefined =>
  speaker === undefined ? organisation : organisation === undefined ? speaker : `${speaker}, ${organisation}`;

/** The changes since a version, in the order of the programme; removed slots come last. */
export function changesSince(
  last: LastRelease | undefined,
  slots: readonly SlotView[],
): readonly SlotChange[] {
  if (last === undefined) return [];
  const before = new Map(last.slots.map((slot) => [slot.slot, slot]));
  const now = new Set(slots.map(({ id }) => id));
  return [
    ...slots.flatMap((slot) => {
      const was = before.get(slot.id);
      return was === undefined ? [{ what: 'new' as const, slot: nameOf(slot) }] : changesOf(was, slot);
    }),
    ...last.slots
      .filter(({ slot }) => !now.has(slot))
      .map((was) => ({
        what: 'gone' as const,
        slot: { ...nameOf(was), id: was.slot, start: timeOf(was.start) },
      })),
  ];
}

const nameOf = ({
  id,
  title,
  titleNn,
  start,
}: Pick<SlotView, 'title' | 'titleNn' | 'start'> & { id?: string }): SlotName => ({
  id: id ?? '',
  title,
  titleNn,
  start,
});

const timeOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : parseWallTime(text);

function changesOf(was: ReleasedSlot, is: SlotView): readonly SlotChange[] {
  const slot = nameOf(is);
  const changes: SlotChange[] = [];
  if (timeOf(was.start) !== is.start || timeOf(was.end) !== is.end)
    changes.push({
      what: 'time',
      slot,
      wasTime: timeOf(was.start),
      wasEnd: timeOf(was.end),
      isTime: is.start,
      isEnd: is.end,
    });
  if (was.room !== is.room) changes.push({ what: 'room', slot, was: was.room, is: is.room });
  if (was.title !== is.title || was.titleNn !== is.titleNn)
    changes.push({
      what: 'title',
      slot,
      was: was.title,
      is: is.title,
      wasNn: was.titleNn ?? was.title,
      isNn: is.titleNn ?? is.title,
    });
  if (speakerOf(was) !== speakerOf(is))
    changes.push({ what: 'speaker', slot, was: speakerOf(was), is: speakerOf(is) });
  return changes;
}

/** The speakers of the changed slots, present and earlier ones, each once. */
export function touchedSpeakers(
  changes: readonly SlotChange[],
  slots: readonly SlotView[],
  last: LastRelease | undefined,
): ProgrammeView['touched'] {
  const changed = new Set(changes.map(({ slot }) => slot.id));
  const before = (last?.slots ?? []).filter(({ slot }) => changed.has(slot)).map(speakerOf);
  const now = slots.filter(({ id }) => changed.has(id)).map(speakerOf);
  return [...new Set([...now, ...before].filter((speaker) => speaker !== undefined))];
}
