/** Who gets a mailing, in which written standard, and who was meant but does not get it. */
import { comparedAddress } from '../../domain/compare.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import type { Day } from '../../domain/time.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Party } from '../../register/lists.ts';
import type { Register, TabState } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Audience, ChosenRecipient, HasAlready, LeftOutRecipient } from './audience.ts';
import { candidatesIn, isMeant, namedCandidates, type Candidate, type NamedPerson } from './candidates.ts';
import type { Reached, ReachedRecipient } from './sent.ts';
import { isInSamiArea, type NeutralRule } from './standards.ts';
import { suppressedByMail, type KeyOf } from './suppressed.ts';
import { aimedCounty, defaultTarget, parseTarget, type Target } from './target.ts';

export interface AudienceRequest {
  /** The day (Oslo) of the mailing, or of the meeting that it invites to: contacts that have left by then get nothing. */
  readonly on: Day;
  /** As the grammar of target.ts has it; the district municipalities if it is left out. */
  readonly target?: string | undefined;
  /** Only these people: to whom a target cannot be written. */
  readonly people?: readonly NamedPerson[] | undefined;
  /** Of the contacts, only those of this party or of both. */
  readonly party?: Party | undefined;
  /** What neutral recipients get, instead of what the settings say. */
  readonly standardDefault?: NorwegianStandard | undefined;
  /** Rows that are hidden, by hand or by a filter, are included too. */
  readonly includeHidden?: boolean | undefined;
  /**
   * Only those whom earlier mailings may have reached, wherever they are: for a move or a cancellation, which concern nobody
   * else. Those whom they did not reach are left out. A target then only says which county the mailing is aimed at.
   */
  readonly reached?: Reached | undefined;
  /** Of those who were reached, only the ones in the target. */
  readonly isWithin?: boolean | undefined;
  /** Who has what the mailing says already: they are left out. */
  readonly has?: HasAlready | undefined;
  /** What keys are made with: needed to know whom the ledger says not to write to. */
  readonly keyOf?: KeyOf | undefined;
}

/**
 * Chooses the recipients: one for each address, nobody who is reserved, each in the standard that språklova gives.
 * Everyone who is meant is either chosen or left out with one cause. Throws UserError for a target that cannot be read,
 * and if a column is missing that says who has asked not to get anything.
 */
export function audienceOf(register: Register, request: AudienceRequest): Audience {
  requireReservations(register);
  const { reached, people, isWithin = false } = request;
  const target =
    (reached ?? people) !== undefined && request.target === undefined
      ? undefined
      : parseTarget(request.target ?? defaultTarget, listsIn(register));
  const candidates = candidatesIn(register, request.on);
  const meant =
    people === undefined ? meantBy(candidates, request, target) : namedCandidates(candidates, people);
  const sorting = sort(meant, {
    rule: neutralRule(register, request, target),
    reached,
    has: request.has ?? (() => undefined),
    suppressed: suppressedAddresses(register, candidates),
    suppressedByMail:
      request.keyOf === undefined ? () => undefined : suppressedByMail(register.ledger, request.keyOf),
    // People who got a mailing must learn that it is no longer valid, whatever a filter shows today.
    includeHidden: request.includeHidden === true || reached !== undefined,
  });
  const lost = reached === undefined ? [] : lostOf(candidates, reached);
  return {
    target: reached === undefined || isWithin ? target : undefined,
    isNamed: people !== undefined,
    chosen: sorting.chosen,
    leftOut: [...sorting.leftOut, ...lost],
    counts: countStandards(sorting.chosen),
    isSamiArea: sorting.chosen.length > 0 && sorting.chosen.every(({ id }) => isInSamiArea(id)),
  };
}

/** Those whom a target means, or whom earlier mailings may have reached. */
const meantBy = (
  candidates: readonly Candidate[],
  { reached, party, isWithin = false }: AudienceRequest,
  target: Target | undefined,
): readonly Candidate[] =>
  candidates.filter((candidate) => {
    const { party: own, lists } = candidate.facts;
    // A row that cannot be read may be one of them, and is left out later, with its cause.
    if (party !== undefined && lists !== undefined && own !== party && own !== 'both') return false;
    const isAimedAt = target !== undefined && isMeant(target, candidate);
    if (reached === undefined) return isAimedAt;
    return reachedAt(candidate.address, reached) !== undefined && (isAimedAt || !isWithin);
  });

/** The addresses, as compared, that a mailing to all would reach. `on` (Oslo) is its day. */
export function mailableAddresses(
  register: Register,
  { on, keyOf }: { readonly on: Day; readonly keyOf: KeyOf },
): ReadonlySet<string> {
  const candidates = candidatesIn(register, on);
  const { chosen } = sort(candidates, {
    rule: neutralRule(register, { on }, undefined),
    ...{ reached: undefined, has: () => undefined, includeHidden: true },
    suppressed: suppressedAddresses(register, candidates),
    suppressedByMail: suppressedByMail(register.ledger, keyOf),
  });
  return new Set(chosen.map(({ address }) => comparedAddress(address)));
}

/** The same audience with only those of its recipients; nobody else is left out for that. */
export function narrowed(audience: Audience, gets: (recipient: ChosenRecipient) => boolean): Audience {
  const chosen = audience.chosen.filter(gets);
  return { ...audience, chosen, counts: countStandards(chosen) };
}

/** A renamed heading or tab must never send to people who have asked not to get anything. Throws UserError. */
export function requireReservations({ tabs: { recipients, contacts } }: Register): void {
  requireColumn('Mottakere', 'Reservert', recipients, recipients?.headings?.reserved);
  requireColumn('Kontakter', 'Lister', contacts, contacts?.headings?.lists);
}

function requireColumn(
  tab: string,
  heading: string,
  state: TabState | undefined,
  found: string | undefined,
): void {
  if (found !== undefined) return;
  const reservations = msg`so it is not known who has asked not to get mailings.`;
  if (state === undefined) {
    throw new UserError(
      msg`There is no tab ${tab}, ${reservations}`,
      msg`If it has another name, give it its own name again. If not, «npm run init» adds it.`,
    );
  }
  if (state.headings === undefined) {
    throw new UserError(
      msg`The tab ${state.name} cannot be read, ${reservations}`,
      msg`Run «npm run check» to see what is wrong with its headings.`,
    );
  }
  throw new UserError(
    msg`The tab ${state.name} has no column «${heading}», ${reservations}`,
    msg`If it has another heading, give it its own heading again. If not, «npm run init» adds it.`,
  );
}

export const listsIn = ({ contacts }: Register): ReadonlySet<string> =>
  new Set(contacts.flatMap(({ lists }) => lists ?? []));

function neutralRule(register: Register, request: AudienceRequest, target: Target | undefined): NeutralRule {
  const { standardDefault } = request;
  return {
    aimedCounty: target === undefined ? undefined : aimedCounty(target),
    standard: standardDefault ?? settingsOf(register).announcements.neutralStandard,
    from: standardDefault === undefined ? 'settings' : 'request',
  };
}

/** The reserved addresses, as compared: an address reserved in one row is reserved everywhere. */
export const suppressedAddresses = (
  { unreadReservations }: Register,
  candidates: readonly Candidate[],
): ReadonlySet<string> =>
  new Set([
    ...candidates.flatMap(({ isReserved, mayBeReserved, address }) =>
      (isReserved || mayBeReserved) && address !== undefined ? [comparedAddress(address)] : [],
    ),
    ...unreadReservations.map(comparedAddress),
  ]);

interface Sorting {
  readonly rule: NeutralRule;
  readonly reached: Reached | undefined;
  readonly has: HasAlready;
  readonly suppressed: ReadonlySet<string>;
  readonly suppressedByMail: ReturnType<typeof suppressedByMail>;
  readonly includeHidden: boolean;
}

function sort(meant: readonly Candidate[], sorting: Sorting): Pick<Audience, 'chosen' | 'leftOut'> {
  const chosen = new Map<string, ChosenRecipient>();
  const leftOut: LeftOutRecipient[] = [];
  for (const candidate of meant) {
    const result = decide(candidate, sorting, chosen);
    if ('cause' in result) leftOut.push(result);
    else chosen.set(comparedAddress(result.address), result);
  }
  return { chosen: [...chosen.values()], leftOut };
}

/** The first cause that applies. What the recipient has asked for comes before faults in its row. */
function decide(
  { id, name, address, isReserved, mayBeReserved, hiddenRow, fault, choose }: Candidate,
  { rule, reached, has, suppressed, includeHidden, suppressedByMail: causeIn }: Sorting,
  chosen: ReadonlyMap<string, ChosenRecipient>,
): ChosenRecipient | LeftOutRecipient {
  const out = (cause: LeftOutCause): LeftOutRecipient => ({ id, name, cause });
  if (isReserved) return out({ code: 'reserved' });
  if (mayBeReserved) return out({ code: 'maybe-reserved' });
  if (fault !== undefined) return out(fault);
  if (hiddenRow !== undefined && !includeHidden) return out({ code: 'hidden-row', row: hiddenRow });
  if (address === undefined || name === undefined) return out({ code: 'no-address' });
  const compared = comparedAddress(address);
  if (suppressed.has(compared)) return out({ code: 'suppressed' });
  const told = causeIn(address);
  if (told !== undefined) return out(told);
  const already = has(address);
  if (already !== undefined) return out({ code: 'has-it-already', mailing: already });
  const before = reachedAt(address, reached);
  if (before?.arrived === false) return out({ code: 'not-reached', event: before.event });
  const choice = asBefore(choose(rule), before);
  if (!('standard' in choice)) return out({ code: 'no-standard', ...choice });
  const first = chosen.get(compared);
  return first === undefined ? { id, name, address, ...choice } : out({ code: 'duplicate', of: first.id });
}

/** The standard a neutral recipient got last, rather than today's settings: nobody asked for another. */
function asBefore(
  choice: ReturnType<Candidate['choose']>,
  before: ReachedRecipient | undefined,
): ReturnType<Candidate['choose']> {
  if (before?.standard === undefined || !('standard' in choice)) return choice;
  const { reason } = choice;
  return 'from' in reason && reason.from === 'settings'
    ? { standard: before.standard, reason: { code: 'as-before' } }
    : choice;
}

function countStandards(chosen: readonly ChosenRecipient[]): Audience['counts'] {
  const nb = chosen.filter(({ standard }) => standard === 'nb').length;
  return { nb, nn: chosen.length - nb };
}

/** The last mailing that may have reached an address; if none has, the last one that was for it. */
function reachedAt(address: string | undefined, reached: Reached | undefined): ReachedRecipient | undefined {
  if (address === undefined || reached === undefined) return undefined;
  const { mailings, recipients, keyOf } = reached;
  const known = mailings.toReversed().flatMap((mailing) => recipients.get(keyOf(mailing, address)) ?? []);
  return known.find(({ arrived }) => arrived) ?? known[0];
}

/**
 * Those in the ledger whose address the register no longer has. Keys differ from mailing to mailing, so somebody who got
 * several is recognised as one by the masked address.
 */
function lostOf(
  candidates: readonly Candidate[],
  { mailings, recipients, keyOf }: Reached,
): readonly LeftOutRecipient[] {
  const found = new Set(
    candidates.flatMap(({ address }) =>
      address === undefined ? [] : mailings.map((mailing) => keyOf(mailing, address)),
    ),
  );
  const lost = new Map<string, LeftOutRecipient>();
  const times = new Map<string, number>();
  for (const [key, one] of recipients) {
    if (found.has(key)) continue;
    const { mailing, recipient: name = key, arrived, event } = one;
    const time = (times.get(`${mailing} ${name}`) ?? 0) + 1;
    times.set(`${mailing} ${name}`, time);
    const person = `${name} ${String(time)}`;
    const cause: LeftOutCause = arrived ? { code: 'address-gone' } : { code: 'not-reached', event };
    if (arrived || lost.get(person)?.cause.code !== 'address-gone') lost.set(person, { id: '', name, cause });
  }
  return [...lost.values()];
}
