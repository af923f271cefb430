/** Everything that should be said to speakers now. Each message to be written is one matter; so is what nobody can write. */
import { dueNote, type DueNote } from '../../domain/due-note.ts';
import type { SpeakerKind } from '../../domain/mailing-kind.ts';
import { differencesBetween, parseSaidTime, type Facts } from '../../domain/statement.ts';
import { addDays, dayOf, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Slot } from '../../register/tabs/slots.ts';
import type { DueRequest, Entry } from '../due/entry.ts';
import { slotFacts } from '../record/slot-facts.ts';
import { slotStatements } from '../record/slot-record.ts';
import { contactReach, reachOf, type Reach } from './reach.ts';
import {
  aboutSlot,
  dayTold,
  formerMatter,
  unknownMatter,
  type SpeakerMatter,
  type SpeakerMessage,
  type Standing,
} from './standing.ts';
import { ownDifferences, toldBySlot, type Message } from './told.ts';

/** How many days ahead a slot without an answer is mentioned where no deadline is given, or nobody can be written to. */
const slotDays = 60;
/** How many days after a slot thanks are late, and how many days after it they are no longer said. */
const [thanksDays, lastThanksDays] = [14, 60];
/** How many days after a reminder a speaker should be called. */
const callDays = 7;

/** Pure: same request, same matters. */
export function speakerMatters(request: DueRequest): readonly SpeakerMatter[] {
  const { register, now } = request;
  const today = dayOf(now);
  const slots = new Map(register.slots.map((slot) => [slot.id, slot]));
  const activities = new Map(register.activities.map((activity) => [activity.id, activity]));
  const reaches = new Map(register.slots.map((slot) => [slot.id, reachOf(register, slot, today)]));
  const told = toldBySlot(request, (id) => addressIn(reaches.get(id)));
  const said = slotStatements(register).flatMap(({ about }) => (about.startsWith('P-') ? [about] : []));
  return [...new Set([...slots.keys(), ...said])].flatMap((id) => {
    // A row with errors is not gone: «check» names it.
    if (!slots.has(id) && register.tabs.slots?.refused.has(id) === true) return [];
    const { present, former } = told(id);
    const [slot, last] = [slots.get(id), present.at(-1)];
    const facts = slotFacts(register, id) ?? last?.facts ?? {};
    const activity = activities.get(slot?.activity ?? '');
    const off = present.findLastIndex(({ kind }) => kind === 'withdrawn');
    return mattersOf({
      ...{ id, slot, activity, facts, former, today },
      reach: reaches.get(id) ?? goneReach(register, last, today),
      told: present.slice(off + 1).filter(({ kind }) => kind !== 'thanks'),
      lastDay: lastDayOf(facts, activity),
      isThanked: present.some(({ kind }) => kind === 'thanks'),
    });
  });
}

const addressIn = (reach: Reach | undefined): string | undefined =>
  reach !== undefined && 'address' in reach ? reach.address : undefined;

/** The contact of a slot whose row is gone, if the record has its ID. */
function goneReach(register: Register, last: Message | undefined, today: Day): Reach {
  const contact = register.contacts.find(({ id }) => id === last?.to);
  return contact === undefined ? { why: 'none' } : contactReach(register, contact, today);
}

function lastDayOf({ time }: Facts, activity: Activity | undefined): Day | undefined {
  const said = typeof time === 'string' ? parseSaidTime(time) : undefined;
  return said?.last ?? activity?.end?.last ?? activity?.start?.last;
}

function mattersOf(standing: Standing & { readonly isThanked: boolean }): readonly SpeakerMatter[] {
  const { slot, activity, today, lastDay } = standing;
  const isOver = lastDay !== undefined && lastDay < today;
  if (isOver) return standing.isThanked ? [] : thanks(standing, lastDay);
  const former = [...formerMatter(standing), ...unknownMatter(standing)];
  if (slot === undefined) return [...former, ...calledOff(standing, 'gone')];
  if (activity === undefined) return former;
  if (activity.status === 'cancelled') return [...former, ...calledOff(standing, 'cancelled')];
  if (slot.status === 'declined') return [...former, ...calledOff(standing, 'declined')];
  return [...former, ...held(standing, slot)];
}

/** Confirmed or changed: the event is in the speaker's calendar. */
const isInCalendar = ({ told }: Standing): boolean =>
  told.some(({ kind }) => kind === 'confirmed' || kind === 'changed');

/** A speaker who says no to a request knows it. One who was confirmed has it in their calendar. */
function calledOff(standing: Standing, why: 'gone' | 'cancelled' | 'declined'): readonly SpeakerMatter[] {
  const { told, facts, today } = standing;
  const last = told.at(-1);
  if (last === undefined || (why === 'declined' && !isInCalendar(standing))) return [];
  const is = why === 'gone' ? undefined : facts;
  const changes = differencesBetween(last.facts, is).filter(
    ({ fact }) => fact === 'state' || fact === 'gone',
  );
  const note = why === 'declined' ? dueNote('speaker-declined', {}) : undefined;
  return [matter(standing, 'withdrawn', { state: 'outdated', since: today, holders: 1, changes, note }, why)];
}

/** A slot that will take place. */
function held(standing: Standing, slot: Slot): readonly SpeakerMatter[] {
  const { told, reach, facts, today } = standing;
  const last = told.at(-1);
  const standard = 'standard' in reach ? reach.standard : 'nb';
  const changes = last === undefined ? [] : ownDifferences(last.facts, facts, standard);
  if (slot.status === 'confirmed' && !isInCalendar(standing)) {
    const isNamed = slot.contact !== undefined;
    return isNamed ? [matter(standing, 'confirmed', { state: 'due', since: today })] : [];
  }
  const changed =
    changes.length === 0
      ? []
      : [matter(standing, 'changed', { state: 'outdated', since: today, holders: 1, changes })];
  if (slot.status === 'confirmed') return changed;
  if (slot.status === 'asked' || last !== undefined) return [...changed, ...unanswered(standing, slot)];
  const isSoon = daysAhead(standing, slotDays);
  return slot.contact !== undefined || isSoon
    ? [matter(standing, 'asked', { state: 'due', since: today })]
    : [];
}

/** Whether the slot is at most so many days ahead. */
const daysAhead = ({ lastDay, today }: Standing, days: number): boolean =>
  lastDay !== undefined && lastDay <= addDays(today, days);

/** Somebody was asked, and has not answered. */
function unanswered(standing: Standing, { answerBy }: Slot): readonly SpeakerMatter[] {
  const { told, today, lastDay } = standing;
  const reminder = told.findLast(({ kind }) => kind === 'nudge');
  const reminded = reminder === undefined ? undefined : dayTold(reminder, today);
  const near = lastDay === undefined ? undefined : addDays(lastDay, -slotDays);
  const first = answerBy === undefined ? near : addDays(answerBy, 1);
  if (first === undefined || first > today) return [];
  if (reminded === undefined || reminded < first) {
    const note = answerBy === undefined ? dueNote('speaker-no-deadline', {}) : undefined;
    return [matter(standing, 'nudge', { state: 'overdue', since: first, note })];
  }
  const call = addDays(reminded, callDays);
  if (call > today) return [];
  const note = dueNote('speaker-no-answer', { day: reminded });
  const { entry } = matter(standing, 'nudge', { state: 'lapsed', since: call, note });
  return [{ entry: { ...entry, name: `${standing.id} call`, command: undefined }, message: undefined }];
}

/** Only where somebody has marked that the event was held. */
function thanks(standing: Standing, lastDay: Day): readonly SpeakerMatter[] {
  const { slot, activity, today } = standing;
  if (slot?.status !== 'confirmed' || slot.contact === undefined || activity === undefined) return [];
  if (activity.status === 'cancelled' || addDays(lastDay, lastThanksDays) < today) return [];
  const state = addDays(lastDay, thanksDays) < today ? 'overdue' : 'due';
  const found = { state, since: addDays(lastDay, 1) } as const;
  if (activity.status === 'done') return [matter(standing, 'thanks', found)];
  const note = dueNote('speaker-not-held', { id: activity.id });
  const { entry } = matter(standing, 'thanks', { ...found, note });
  return [{ entry: { ...entry, command: undefined }, message: undefined }];
}

/** A message that is due, with the command that makes it; without one where nobody can be written to. */
function matter(
  { id, facts, reach, ...standing }: Standing,
  kind: SpeakerKind,
  found: Pick<Entry, 'state' | 'since'> &
    Partial<Pick<Entry, 'holders' | 'changes'>> & { readonly note?: DueNote | undefined },
  why?: SpeakerMessage['why'],
): SpeakerMatter {
  const { changes = [], note, ...rest } = found;
  const can = 'address' in reach;
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...(can ? [] : [dueNote('speaker-unreachable', { why: reach.why })]),
  ];
  return {
    entry: {
      ...{ name: `${id} ${kind}`, matter: kind, about: aboutSlot(id, facts), changes, ...rest },
      notes,
      command: can ? `speakers -- --slot ${id} --kind ${kind}` : undefined,
    },
    message: can
      ? {
          ...{ kind, slot: id, reach, facts, changes, why },
          isInCalendar: isInCalendar({ id, facts, reach, ...standing }),
        }
      : undefined,
  };
}
