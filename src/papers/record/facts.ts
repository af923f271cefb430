/** The facts of a row as the register has them now, to compare with what was said about it. */
import {
  differencesBetween,
  type Difference,
  type Facts,
  type StatementKind,
} from '../../domain/statement.ts';
import { versionName } from '../../domain/version-name.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Statement } from '../../register/tabs/statements.ts';
import { toldFacts } from '../digest/things.ts';
import { lastVersion } from '../minutes/versions.ts';
import { meetingFacts } from './meeting-facts.ts';
import { slotFacts } from './slot-facts.ts';
import { thingFacts } from './thing-facts.ts';
import { webinarFacts } from './webinar-facts.ts';

/** The facts that a kind of statement says about the row with an ID; undefined where the register has no such row. */
type FactsOf = (register: Register, about: string, now: WallTime) => Facts | undefined;

const factsOfKind: Readonly<Record<StatementKind, FactsOf>> = {
  announcement: webinarFacts,
  reminder: webinarFacts,
  followup: webinarFacts,
  moved: webinarFacts,
  cancelled: webinarFacts,
  correction: webinarFacts,
  agenda: meetingFacts,
  cancellation: meetingFacts,
  minutes: minutesMailFacts,
  actionlist: notCompared,
  asked: slotFacts,
  nudge: slotFacts,
  confirmed: slotFacts,
  changed: slotFacts,
  thanks: slotFacts,
  withdrawn: slotFacts,
  programme: slotFacts,
  minutesVersion: notCompared,
  minutesRead: notCompared,
  dayChosen: notCompared,
  digest: toldFacts,
  waiver: anyFacts,
};

/** The newest version of the minutes: a mailing with an older one is not so any more. */
function minutesMailFacts(register: Register, about: string): Facts {
  const last = lastVersion(register, about);
  return last === undefined ? {} : { version: versionName(about, last.version) };
}

/** What was read of minutes then stays so, and so does what was chosen; versions and lists of actions are compared as wholes. */
function notCompared(): Facts {
  return {};
}

/** Everything that may be said about a row: a waiver ends when any of it changes. */
function anyFacts(register: Register, about: string, now: WallTime): Facts | undefined {
  const slot = slotFacts(register, about);
  const thing = thingFacts(register, about, now);
  if (slot !== undefined || thing === undefined) return slot;
  const type = register.activities.find(({ id }) => id === about)?.type;
  if (type === 'quarterlyMeeting') return { ...thing, ...meetingFacts(register, about, now) };
  return type === 'webinar' ? { ...thing, ...webinarFacts(register, about) } : thing;
}

/** As the register has them at `now` (Oslo time), for a statement of this kind. */
export const factsNow = (
  register: Register,
  { kind, about }: Pick<Statement, 'kind' | 'about'>,
  now: WallTime,
): Facts | undefined => factsOfKind[kind](register, about, now);

/** What is not any more as a statement said it. Empty where all of it still holds. `now` is Oslo time. */
export const differences = (
  said: Pick<Statement, 'kind' | 'about' | 'facts'>,
  register: Register,
  now: WallTime,
): readonly Difference[] => differencesBetween(said.facts, factsNow(register, said, now));
