/** The facts of something that a digest says: an activity, a contact with a county, or an example. */
import { saidTimeText, type Facts, type SaidState } from '../../domain/statement.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { orNone, timeFact } from './fact-values.ts';

export function thingFacts(register: Register, about: string, now: WallTime): Facts | undefined {
  const today = dayOf(now);
  const activity = register.activities.find(({ id }) => id === about);
  if (activity !== undefined) return activityFacts(activity, today);
  const dialogue = register.dialogues.find(({ id }) => id === about);
  if (dialogue !== undefined) {
    const { county, topic, date, agreed } = dialogue;
    return {
      state: date > today ? 'coming' : 'done',
      time: saidTimeText({ precision: 'day', first: date, last: date }),
      title: topic === undefined ? county : `${county}: ${topic}`,
      description: orNone(agreed),
    };
  }
  const example = register.examples.find(({ id }) => id === about);
  if (example === undefined) return undefined;
  const { title, municipality, link, description } = example;
  return {
    title: orNone(title),
    place: orNone(municipality),
    link: orNone(link),
    description: orNone(description),
  };
}

function activityFacts(activity: Activity, today: Day): Facts {
  const { title, place, link, description } = activity;
  return {
    state: stateOf(activity, today),
    time: timeFact(activity),
    title: orNone(title),
    place: orNone(place),
    link: orNone(link),
    description: orNone(description),
  };
}

/** `done` only where somebody has marked it as held. */
function stateOf({ status, start, end }: Activity, today: Day): SaidState {
  if (status === 'cancelled' || status === 'done') return status;
  const last = end?.last ?? start?.last;
  return last !== undefined && last < today && status !== 'ongoing' ? 'past' : 'coming';
}
