/** The whole due list, and what people have waived. */
import { entryStates } from '../../domain/due.ts';
import { differencesBetween } from '../../domain/statement.ts';
import { dayOf, wallTimeOfUtc, type Day } from '../../domain/time.ts';
import type { Statement } from '../../register/tabs/statements.ts';
import { factsNow } from '../record/facts.ts';
import { bouncedEntries } from './bounced.ts';
import { countyEntries } from './counties.ts';
import { digestEntries } from './digests.ts';
import type { DueRequest, Entry, Family } from './entry.ts';
import { mailingEntries } from './mailings.ts';
import { meetingEntries } from './meetings.ts';
import { minutesEntries } from './minutes.ts';
import { peopleEntries } from './people.ts';
import { pollEntries } from './polls.ts';
import { programmeEntries } from './programmes.ts';
import { recordEntries } from './record.ts';
import { webinarEntries } from './webinars.ts';

/** One line for each family of matters. */
const families: readonly Family[] = [
  bouncedEntries,
  countyEntries,
  digestEntries,
  meetingEntries,
  minutesEntries,
  peopleEntries,
  pollEntries,
  programmeEntries,
  recordEntries,
  webinarEntries,
  mailingEntries,
];

/** An entry that a person has decided not to say, and why. */
export interface Waived {
  readonly entry: Entry;
  readonly reason: string | undefined;
  /** The day of the decision (Oslo); absent if the record does not say. */
  readonly day: Day | undefined;
}

export interface WholeList {
  /** The most pressing first: what is wrong in somebody's hands, what is late, what is due. */
  readonly entries: readonly Entry[];
  readonly waived: readonly Waived[];
}

/** Everything that should be said now, without what is waived. */
export const dueList = (request: DueRequest): readonly Entry[] => wholeList(request).entries;

/** A waiver holds as long as the register says about the row what it said at the waiver. */
export function wholeList(request: DueRequest): WholeList {
  const waivers = waiversIn(request);
  const all = [...eachOnce(families.flatMap((family) => family(request)))].sort(byUrgency);
  return {
    entries: all.filter(({ name }) => !waivers.has(name)),
    waived: all.flatMap((entry): readonly Waived[] => {
      const waiver = waivers.get(entry.name);
      if (waiver === undefined) return [];
      const time = wallTimeOfUtc(waiver.saidAt);
      return [{ entry, reason: waiver.reason, day: time === undefined ? undefined : dayOf(time) }];
    }),
  };
}

/**
 * A mailing that is made is sent by one command, whichever family asks for it: the first tells more. Where it is made, it
 * need not be made.
 */
function eachOnce(entries: readonly Entry[]): readonly Entry[] {
  const isMade = ({ command }: Entry): boolean => command?.startsWith('send -- ') === true;
  const subject = ({ matter, about }: Entry): string => `${matter} ${about.id}`;
  const made = new Set(entries.filter(isMade).map(subject));
  const commands = new Set<string>();
  return entries.filter((entry) => {
    const { name, command = name, state } = entry;
    if (!isMade(entry)) return state === 'outdated' || !made.has(subject(entry));
    const isAgain = commands.has(command);
    commands.add(command);
    return !isAgain;
  });
}

function byUrgency(one: Entry, other: Entry): number {
  const order = (entry: Entry): string =>
    `${String(entryStates.indexOf(entry.state))} ${entry.since} ${entry.name}`;
  const [first, second] = [order(one), order(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The names of the entries that are waived now, also of those that would not be due. */
export const waivedNames = (request: Pick<DueRequest, 'register' | 'now'>): ReadonlySet<string> =>
  new Set(waiversIn(request).keys());

/** The waivers that hold now, by what they waive. */
const waiversIn = ({ register, now }: Pick<DueRequest, 'register' | 'now'>): ReadonlyMap<string, Statement> =>
  new Map(
    register.statements.flatMap((said) =>
      said.kind === 'waiver' &&
      said.what !== undefined &&
      differencesBetween(said.facts, factsNow(register, said, now) ?? {}).length === 0
        ? [[said.what, said] as const]
        : [],
    ),
  );
