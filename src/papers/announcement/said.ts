/** The facts that a mailing about a webinar says: only what its recipients read. */
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { FactName, Facts } from '../../domain/statement.ts';
import type { WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import { webinarFacts } from '../record/webinar-facts.ts';
import type { Webinar } from './webinars.ts';

const called: readonly FactName[] = ['state', 'time', 'title', 'titleNn'];
const beforehand: readonly FactName[] = [
  ...called,
  ...(['place', 'link', 'registration', 'deadline', 'speakers'] as const),
];
/** What is still of use when the webinar is over: no link to take part, no time. */
export const afterwards: readonly FactName[] = ['title', 'titleNn', 'speakers', 'recording', 'slides'];

/** Whether a mailing of this kind is about what is over. */
const isAfterwards = (kind: MailingKind, { start }: Webinar, now: WallTime): boolean =>
  kind === 'followup' || (kind === 'correction' && start.time <= now);

/** The fact that only the letters in one written standard say. */
const titleFacts = { nb: 'title', nn: 'titleNn' } as const;

/** Facts without the titles that nobody with these written standards reads. */
export function readIn(facts: Facts, standards: readonly NorwegianStandard[]): Facts {
  const unread = (['nb', 'nn'] as const)
    .filter((standard) => !standards.includes(standard))
    .map((standard): string => titleFacts[standard]);
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !unread.includes(fact)));
}

/** What a mailing made at `now` (Oslo) says in these written standards. */
export function saidFacts(
  register: Register,
  request: {
    readonly webinar: Webinar;
    readonly kind: MailingKind;
    readonly standards: readonly NorwegianStandard[];
  },
  now: WallTime,
): Facts {
  const { webinar, kind, standards } = request;
  const facts = webinarFacts(register, webinar.id) ?? {};
  const names = isAfterwards(kind, webinar, now) ? afterwards : kind === 'cancelled' ? called : beforehand;
  // The link to take part is not in a mail that asks people to register, and a deadline is only in such a mail.
  const hidden: FactName = webinar.registration === undefined ? 'deadline' : 'link';
  const said = names.filter((name) => name !== hidden).map((name) => [name, facts[name] ?? null] as const);
  return readIn(Object.fromEntries(said), standards);
}
