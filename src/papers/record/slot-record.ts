/** What the record says of a slot: which versions of its programme were released, and which number its event has in calendars. */
import { parseAnyMailingId } from '../../domain/mailing-kind.ts';
import { parseVersionName } from '../../domain/version-name.ts';
import { differencesBetween, type Facts, type StatementContent } from '../../domain/statement.ts';
import type { Register } from '../../register/register.ts';

/** Statements that put a slot into calendars, or take it out. */
const inCalendars: readonly StatementContent['kind'][] = ['programme', 'confirmed', 'changed', 'withdrawn'];

/**
 * Everything that was said, the earliest first. Also messages to speakers that the ledger has and the record has lost, with
 * no facts: what they said is not known, but nobody is told the same twice.
 */
export const slotStatements = (
  register: Pick<Register, 'statements' | 'ledger'>,
): readonly StatementContent[] =>
  [...register.statements, ...lostMessages(register)].sort((one, other) =>
    one.saidAt < other.saidAt ? -1 : one.saidAt > other.saidAt ? 1 : 0,
  );

function lostMessages({
  statements,
  ledger,
}: Pick<Register, 'statements' | 'ledger'>): readonly StatementContent[] {
  const sent = ledger.filter(({ mailing }) => mailing.startsWith('P-'));
  if (sent.length === 0) return [];
  const recorded = new Set(statements.map(({ what }) => what));
  const lost = new Map<string, StatementContent>();
  for (const { mailing, timeUtc = '', sequence } of sent) {
    const { kind, activity: about } = parseAnyMailingId(mailing) ?? {};
    if (kind === undefined || about === undefined || recorded.has(mailing)) continue;
    const saidAt = lost.get(mailing)?.saidAt ?? timeUtc;
    lost.set(mailing, { kind, about, what: mailing, saidAt, sequence, facts: {} });
  }
  return [...lost.values()];
}

/** Whether a slot that was said so is not part of the programme (any more). */
export const isOff = ({ state }: Facts): boolean => state === 'declined' || state === 'cancelled';

/** A version of a programme that was released, with every slot as it was then. */
export interface LastRelease {
  readonly version: number;
  /** An instant in UTC. */
  readonly at: string;
  /** Also the slots that it took out. */
  readonly slots: readonly StatementContent[];
}

/** The version of an activity's programme that was released last; undefined if none was. */
export function lastRelease(register: Register, activity: string): LastRelease | undefined {
  const own = slotStatements(register).flatMap((said) => {
    const version = said.kind === 'programme' ? parseVersionName(said.what ?? '') : undefined;
    return version?.activity === activity ? [{ said, version: version.version }] : [];
  });
  const version = own.reduce((highest, one) => Math.max(highest, one.version), 0);
  // A slot that is in it twice counts once.
  const slots = new Map(
    own.filter((one) => one.version === version).map(({ said }) => [said.about, said] as const),
  );
  const [first] = slots.values();
  return first === undefined ? undefined : { version, at: first.saidAt, slots: [...slots.values()] };
}

/** SEQUENCE of the event of a slot (RFC 5545 section 3.8.7.4). */
export interface SlotSequence {
  /** In calendars now; undefined where nobody has been given the event. */
  readonly last: number | undefined;
  /** For what is said now: that of the last statement if nothing differs from it. Always odd since the record keeps it. */
  readonly said: number;
  /** For a file that nobody has released: higher than `last`, and never the number of something that was said or will be. */
  readonly draft: number;
}

/** `now` is the slot as the register has it; undefined where its row is gone. */
export function slotSequence(
  statements: readonly StatementContent[],
  slot: string,
  now: Facts | undefined,
): SlotSequence {
  const own = statements.filter(
    ({ about, kind, sequence }) => about === slot && sequence !== undefined && inCalendars.includes(kind),
  );
  const last = own.at(-1);
  if (last === undefined) return { last: undefined, said: 1, draft: 0 };
  const highest = own.reduce((most, { sequence = 0 }) => Math.max(most, sequence), 0);
  const next = highest + (highest % 2 === 0 ? 3 : 2);
  const isSame =
    last.sequence === highest &&
    Object.keys(last.facts).length > 0 &&
    (isOff(last.facts) ? now === undefined || isOff(now) : differencesBetween(last.facts, now).length === 0);
  return isSame
    ? { last: highest, said: highest, draft: highest }
    : { last: highest, said: next, draft: next - 1 };
}
