/** From what is otherwise now than it was told, to what the digest says of it. */
import {
  differencesBetween,
  parseSaidTime,
  saidStates,
  type Difference,
  type Facts,
  type SaidState,
  type SaidTime,
} from '../../domain/statement.ts';
import { parseDay } from '../../domain/time.ts';
import type { ThingFact } from '../record/thing-facts.ts';
import type { Thing } from './things.ts';
import type { DigestChange } from './view.ts';

export const stateIn = ({ state }: Facts): SaidState | undefined => saidStates.find((one) => one === state);

/** As exactly as it was said; undefined where there was no time. */
export const timeIn = ({ time }: Facts): SaidTime | undefined =>
  typeof time === 'string' ? parseSaidTime(time) : undefined;

/** What is new about a thing since it was told of; empty if nothing is. The longest text comes last. */
export function changesOf(thing: Thing, said: Facts): readonly DigestChange[] {
  const changes = differencesBetween(said, thing.facts).flatMap((difference) =>
    changesIn(difference, thing, said),
  );
  const isSaid = ({ fact }: DigestChange): boolean =>
    changes.some((one) => one.fact === 'state' && alsoSaid[one.news].some((also) => also === fact));
  return changes
    .filter((change) => !isSaid(change))
    .sort((one, other) => Number(one.fact === 'description') - Number(other.fact === 'description'));
}

type StateNews = Extract<DigestChange, { readonly fact: 'state' }>['news'];

/** What the sentence about a change of state has in it: what it was before is of no use to anybody then. */
const alsoSaid: Readonly<Record<StateNews, readonly DigestChange['fact'][]>> = {
  cancelled: ['time'],
  on: ['time', 'place'],
  done: ['time'],
  notDone: [],
  past: ['time'],
  ongoing: [],
};

type ThingText = Exclude<ThingFact, 'state' | 'time'>;
type Tell = (was: string | undefined, is: string | undefined, thing: Thing) => DigestChange;

/** Does not compile until it has every fact that a thing can have. */
const texts: Readonly<Record<ThingText, Tell>> = {
  title: (was, is) => ({ fact: 'title', was, is }),
  place: (was, is) => ({ fact: 'place', was, is }),
  link: (was, is) => ({ fact: 'link', was, is }),
  registration: (was, is) => ({ fact: 'registration', was, is }),
  deadline: (was = '', is = '') => ({ fact: 'deadline', was: parseDay(was), is: parseDay(is) }),
  recording: (was, is) => ({ fact: 'recording', was, is }),
  slides: (was, is) => ({ fact: 'slides', was, is }),
  description: (was, _, { isContact, description: is }) => ({
    ...{ fact: 'description', was, is, isAgreement: isContact },
  }),
};

const isThingText = (fact: string): fact is ThingText => Object.hasOwn(texts, fact);

function changesIn(difference: Difference, thing: Thing, said: Facts): readonly DigestChange[] {
  if (difference.fact === 'state') return stateChange(difference.was, thing, said);
  if (difference.fact === 'time') return [difference];
  // A thing that is gone is not among the things, and none has cases.
  if (difference.fact === 'gone' || difference.fact === 'cases') return [];
  const { fact, was, is } = difference;
  return isThingText(fact) ? [texts[fact](was, is, thing)] : [];
}

function stateChange(was: SaidState | undefined, thing: Thing, said: Facts): readonly DigestChange[] {
  const is = stateIn(thing.facts);
  const now = timeIn(thing.facts);
  const news = newsOf(was, is, said.time !== thing.facts.time);
  if (news === undefined) return [];
  const when = news === 'cancelled' ? (timeIn(said) ?? now) : now;
  return [{ fact: 'state', news, when, place: thing.facts.place ?? undefined }];
}

function newsOf(
  was: SaidState | undefined,
  is: SaidState | undefined,
  hasMoved: boolean,
): StateNews | undefined {
  if (is === 'cancelled' || is === 'done') return is;
  if (was === 'cancelled') return is === 'past' ? 'past' : 'on';
  if (was === 'done') return 'notDone';
  if (is === 'past') return 'past';
  // Its day was over. A new day says enough; without one, somebody has written that it is going on.
  return was === 'past' && !hasMoved ? 'ongoing' : undefined;
}
