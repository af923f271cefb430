/** The facts of a quarterly meeting that its invitation says. */
import type { Facts } from '../../domain/statement.ts';
import type { Register } from '../../register/register.ts';
import { orNone, timeFact } from './fact-values.ts';

export function meetingFacts(register: Register, about: string): Facts | undefined {
  const meeting = register.activities.find(({ id }) => id === about);
  if (meeting === undefined) return undefined;
  const { title, status, place, link } = meeting;
  const cases = register.cases
    .filter((one) => one.meeting === about && one.status !== 'withdrawn')
    .map((one) => `${one.id} ${one.title}`);
  return {
    state: status === 'cancelled' ? 'cancelled' : 'coming',
    time: timeFact(meeting),
    title: orNone(title),
    place: orNone(place),
    link: orNone(link),
    cases: orNone(cases.join('\n')),
  };
}
