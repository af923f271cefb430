/** The facts of a quarterly meeting that its invitation says. */
import { plainIn, type StandardText } from '../../domain/standard-text.ts';
import type { Facts } from '../../domain/statement.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { casesOn } from '../agenda/cases.ts';
import { meetingsOf } from '../meetings.ts';
import { titlesOf } from '../titles.ts';
import { orNone, timeFact } from './fact-values.ts';

/**
 * As the agenda has them at `now` (Oslo time): a case has a line `S-2026-041 title`. A case that was treated is not named: it
 * only comes back because of an action. Of a meeting that is not held, the cases are not known.
 */
export function meetingFacts(register: Register, about: string, now: WallTime): Facts | undefined {
  const meeting = register.activities.find(({ id }) => id === about);
  if (meeting === undefined) return undefined;
  const { status, place, link } = meeting;
  const title = titlesOf(register)(meeting);
  const facts: Facts = {
    state: status === 'cancelled' ? 'cancelled' : 'coming',
    time: timeFact(meeting),
    title: orNone(plainIn(title, 'nb')),
    titleNn: orNone(nynorskOf(title)),
    place: orNone(place),
    link: orNone(link),
  };
  const held = meetingsOf(register).find(({ id }) => id === about);
  if (held === undefined) return facts;
  const cases = casesOn(register, held, now)
    .filter(({ status: outcome, meeting: own }) => outcome !== 'treated' || own === about)
    .map((one) => `${one.id} ${one.title}`);
  // By ID: on the agenda their order follows the numbers, which come later.
  return { ...facts, cases: orNone(cases.sort().join('\n')) };
}

/** The title in nynorsk, where it is another than the one in bokmål. */
function nynorskOf(title: StandardText): string | undefined {
  const nn = typeof title === 'string' ? undefined : title.nn;
  return nn === plainIn(title, 'nb') ? undefined : nn;
}
