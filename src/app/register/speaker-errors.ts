/** Which errors of a register concern messages to the speakers of slots. */
import { msg, spoken } from '../../domain/msg.ts';
import type { Problem } from '../../domain/problem.ts';
import { wordProblem } from '../../language/problems/word-problem.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import type { SpeakerMatter } from '../../papers/speakers/standing.ts';

/** The slots a run looks at: one, those of an activity, or all. */
export interface SlotChoice {
  readonly slot: string | undefined;
  readonly activity: string | undefined;
}

const timeFaults: ReadonlySet<Problem['code']> = new Set([
  'slot-outside-activity',
  'end-before-start',
  'time-without-day',
] as const);

/** Messages that say when a slot is, to somebody who is to come. */
const timed: ReadonlySet<string> = new Set(['asked', 'nudge', 'confirmed', 'changed']);

/** Why a message must not be made, with the row: the time it says is not one at which the activity is held. */
export function timeFault(
  { problems, register }: RegisterReading,
  { entry }: SpeakerMatter,
): string | undefined {
  if (!timed.has(entry.matter)) return undefined;
  const tab = register.tabs.slots?.name;
  const found = problems.find(
    ({ code, level, at }) =>
      level === 'error' && timeFaults.has(code) && at.tab === tab && at.id === entry.about.id,
  );
  if (found === undefined) return undefined;
  const { message, advice } = wordProblem(found, spoken());
  const { row, column } = found.at;
  const place = [found.at.tab, row === undefined ? undefined : msg`row ${row}`, column];
  return `${place.filter((part) => part !== undefined).join(', ')}: ${message} ${advice}`.trimEnd();
}

/**
 * The reading with the errors that concern these messages: in rows the messages are made from, and in rows that are left
 * out of the register and could have been in a message. Errors of whole tabs, of settings and of texts stay.
 */
export function speakerReading(
  reading: RegisterReading,
  choice: SlotChoice,
  matters: readonly SpeakerMatter[],
): RegisterReading {
  const { register } = reading;
  const made = new Set(
    matters.flatMap((one) =>
      one.message === undefined || timeFault(reading, one) !== undefined
        ? []
        : [...namedBy(register, ({ id }) => id === one.entry.about.id), one.message.reach.id],
    ),
  );
  const { slot, activity } = choice;
  const looked = namedBy(
    register,
    (one) => (slot === undefined || one.id === slot) && (activity === undefined || one.activity === activity),
  );
  const { slots, activities, contacts } = register.tabs;
  const isOwn = ({ at: { tab, row, id } }: Problem): boolean => {
    const state = [slots, activities, contacts].find((one) => one?.name === tab);
    if (state === undefined || row === undefined || state.headings === undefined) return true;
    if (id !== undefined && !state.refused.has(id)) return made.has(id);
    if (tab !== slots?.name) return id !== undefined && (looked.has(id) || id === activity);
    return slot === undefined ? mayBeOf(register, row, activity) : id === slot;
  };
  return {
    ...{ register, problems: reading.problems.filter(isOwn) },
    unlisted: reading.unlisted.filter(({ like }) => isOwn(like)),
  };
}

/** The IDs of slots, and of the activities and contacts they name. */
function namedBy(
  { slots }: Register,
  isWanted: (slot: Register['slots'][number]) => boolean,
): ReadonlySet<string> {
  return new Set(slots.filter(isWanted).flatMap(({ id, activity, contact = '' }) => [id, activity, contact]));
}

/** Whether a row of Program that is left out may be a slot of the activity. */
function mayBeOf({ unreadSlots }: Register, row: number, activity: string | undefined): boolean {
  const own = unreadSlots.find((one) => one.row === row)?.activity;
  return activity === undefined || own === undefined || own === activity;
}
