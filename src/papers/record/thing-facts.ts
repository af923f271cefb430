/** The facts of something that a digest tells of: an activity, a contact with a county, or an example. */
import { saidTimeText, type FactName, type Facts, type SaidState } from '../../domain/statement.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import type { Example } from '../../register/tabs/examples.ts';
import { orNone, timeFact } from './fact-values.ts';

/** The facts that a thing can have. */
export type ThingFact = Exclude<
  FactName,
  'titleNn' | 'room' | 'speakers' | 'organisation' | 'decision' | 'actions' | 'present' | 'version' | 'cases'
>;
export type ThingFacts = Readonly<Partial<Record<ThingFact, string | null>>>;

/** Of the row with an ID, whoever may see it; undefined where there is none. `now` is Oslo time. */
export function thingFacts(register: Register, about: string, now: WallTime): Facts | undefined {
  const today = dayOf(now);
  const activity = register.activities.find(({ id }) => id === about);
  if (activity !== undefined) return activityFacts(activity, today);
  const dialogue = register.dialogues.find(({ id }) => id === about);
  if (dialogue !== undefined) return dialogueFacts(dialogue, today);
  const example = register.examples.find(({ id }) => id === about);
  return example === undefined ? undefined : exampleFacts(example);
}

/** Nobody registers for what is over: what becomes of the form then is not said. */
export function activityFacts(activity: Activity, today: Day): ThingFacts {
  const { title, place, link, description, recording, slides, registration, registrationDeadline } = activity;
  const state = stateOf(activity, today);
  return {
    state,
    time: timeFact(activity),
    title,
    place: orNone(place),
    link: orNone(link),
    ...(state === 'coming' && {
      registration: orNone(registration),
      deadline: orNone(registrationDeadline),
    }),
    description: orNone(description),
    recording: typeof recording === 'string' ? orNone(recording) : null,
    slides: orNone(slides),
  };
}

/** The tab is a list of contacts that there have been: one with a day that is past was held. */
export function dialogueFacts({ county, topic, date, agreed }: Dialogue, today: Day): ThingFacts {
  return {
    state: date > today ? 'coming' : 'done',
    time: saidTimeText({ precision: 'day', first: date, last: date }),
    title: topic === undefined ? county : `${county}: ${topic}`,
    description: orNone(agreed),
  };
}

export function exampleFacts({ title, municipality, link, description }: Example): ThingFacts {
  return {
    title,
    place: orNone(municipality),
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
