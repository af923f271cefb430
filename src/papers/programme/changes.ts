/** The differences between a programme and its last released version. */
import { plainIn } from '../../domain/standard-text.ts';
import { saidTitle } from '../titles.ts';
import {
  differencesBetween,
  parseSaidTime,
  type Difference,
  type Facts,
  type SaidTime,
} from '../../domain/statement.ts';
import type { Register } from '../../register/register.ts';
import { slotFacts } from '../record/slot-facts.ts';
import type { LastRelease } from '../record/slot-record.ts';
import type { Programme, ProgrammeView, SlotChange, SlotName, SlotView } from './view.ts';

/** A released version and the programme as it is now. */
export interface Compared {
  readonly register: Register;
  readonly last: LastRelease | undefined;
  readonly activity: Pick<Programme['activity'], 'id' | 'title'>;
  /** The slots that may take place. */
  readonly slots: readonly SlotView[];
}

/** Whether a slot was in a version, which also keeps what it took out. */
const isPart = ({ facts }: LastRelease['slots'][number]): boolean => facts.state !== 'declined';

const speakerOf = (speaker: string | undefined, organisation: string | undefined): string | undefined =>
  speaker === undefined ? organisation : organisation === undefined ? speaker : `${speaker}, ${organisation}`;

const saidSpeaker = ({ speakers, organisation }: Facts): string | undefined =>
  speakerOf(speakers ?? undefined, organisation ?? undefined);

/** The changes since a version: of the whole activity, then in the order of the programme; removed slots come last. */
export function changesSince({ register, last, activity, slots }: Compared): readonly SlotChange[] {
  if (last === undefined) return [];
  const before = new Map(last.slots.filter(isPart).map(({ about, facts }) => [about, facts]));
  const now = new Set(slots.map(({ id }) => id));
  const whole = new Map<string, SlotChange>();
  const own = slots.flatMap((slot): readonly SlotChange[] => {
    const was = before.get(slot.id);
    if (was === undefined) return [{ what: 'new', slot: nameOf(slot) }];
    const is = slotFacts(register, slot.id);
    const found = differencesBetween(was, is);
    for (const change of found.flatMap((one) => activityChange(one, activity)))
      whole.set(change.what, change);
    return changesOf(found, slot, was);
  });
  const gone = [...before].flatMap(([id, was]): readonly SlotChange[] =>
    now.has(id) ? [] : [{ what: 'gone', slot: saidName(id, was) }],
  );
  return [...whole.values(), ...own, ...gone];
}

const nameOf = ({ id, title, start }: SlotView): SlotName => ({ id, title, start });

function saidName(id: string, { title, titleNn, time }: Facts): SlotName {
  const { start } = parseSaidTime(time ?? '') ?? {};
  return { id, title: saidTitle(id, title, titleNn), start };
}

/** What is the same for every slot is said once, of the activity. */
function activityChange(difference: Difference, { id, title }: Compared['activity']): readonly SlotChange[] {
  const slot = { id, title };
  if (difference.fact === 'place' || difference.fact === 'link')
    return [{ what: difference.fact, slot, was: difference.was, is: difference.is }];
  if (difference.fact !== 'state') return [];
  if (difference.is === 'cancelled') return [{ what: 'cancelled', slot }];
  return difference.was === 'cancelled' ? [{ what: 'resumed', slot }] : [];
}

const startAndEnd = (time: SaidTime | undefined): readonly [string | undefined, string | undefined] => [
  time?.start,
  time?.end,
];

/** A change for each group of facts that a reader of the programme sees as one. */
function changesOf(found: readonly Difference[], is: SlotView, was: Facts): readonly SlotChange[] {
  const slot = nameOf(is);
  const has = (...facts: readonly Difference['fact'][]): boolean =>
    found.some(({ fact }) => facts.includes(fact));
  const changes: SlotChange[] = [];
  for (const difference of found) {
    if (difference.fact === 'time') {
      const [wasTime, wasEnd] = startAndEnd(difference.was);
      const [isTime, isEnd] = startAndEnd(difference.is);
      changes.push({ what: 'time', slot, wasTime, wasEnd, isTime, isEnd });
    }
    if (difference.fact === 'room')
      changes.push({ what: 'room', slot, was: difference.was, is: difference.is });
    if (difference.fact === 'state') changes.push(...answered(difference, slot));
  }
  if (has('title', 'titleNn')) {
    const title = was.title ?? undefined;
    const nn = { wasNn: was.titleNn ?? title, isNn: plainIn(is.title, 'nn') };
    changes.push({ what: 'title', slot, was: title, is: plainIn(is.title, 'nb'), ...nn });
  }
  if (has('speakers', 'organisation'))
    changes.push({
      ...{ what: 'speaker', slot },
      ...{ was: saidSpeaker(was), is: speakerOf(is.speaker, is.organisation) },
    });
  return changes;
}

/** A programme names only speakers who have accepted. */
function answered(
  { was, is }: Extract<Difference, { readonly fact: 'state' }>,
  slot: SlotName,
): readonly SlotChange[] {
  if (was === 'cancelled' || is === 'cancelled') return [];
  if (is === 'confirmed') return [{ what: 'confirmed', slot }];
  return was === 'confirmed' ? [{ what: 'unconfirmed', slot }] : [];
}

/** The speakers of the changed slots, present and earlier ones, each once. */
export function touchedSpeakers(
  changes: readonly SlotChange[],
  { slots, last, activity }: Compared,
): ProgrammeView['touched'] {
  const changed = new Set(changes.map(({ slot }) => slot.id));
  const isTouched = (id: string): boolean => changed.has(id) || changed.has(activity.id);
  const now = slots.filter(({ id }) => isTouched(id)).map((one) => speakerOf(one.speaker, one.organisation));
  const before = (last?.slots ?? [])
    .filter((said) => isTouched(said.about) && isPart(said))
    .map(({ facts }) => saidSpeaker(facts));
  return [...new Set([...now, ...before].filter((speaker) => speaker !== undefined))];
}
