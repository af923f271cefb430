/** Whom a mailing about a webinar is for: by its target, or by what each was told before. */
import type { WebinarMailingName } from '../../domain/mailing-kind.ts';
import { dayOf } from '../../domain/time.ts';
import type { Audience, HasAlready } from './audience.ts';
import { hasAlready } from './has-already.ts';
import {
  calledOff,
  expecting,
  outdatedBy,
  peopleTold,
  rightingKinds,
  type Outdated,
  type Outlook,
  type RightingKind,
} from './outdated.ts';
import { audienceOf, type AudienceRequest } from './recipients.ts';
import { reachedAmong, reachedBy, sentMailings, type Reached, type SentMailing } from './sent.ts';
import type { Webinar } from './webinars.ts';

/** Checks that change who gets a mailing when the operator overrides them. */
export type AudienceCheck = 'sent-once' | 'announced';

export interface Addressing extends Pick<AudienceRequest, 'target' | 'standardDefault' | 'includeHidden'> {
  readonly webinar: Webinar;
  readonly name: WebinarMailingName;
  readonly isAllowed: (check: AudienceCheck) => boolean;
  /** For a correction of one mailing: those who got that. */
  readonly corrected?: SentMailing | undefined;
}

export interface Addressed {
  readonly audience: Audience;
  /** Those of them who have an older text that is not so any more, with what has changed. */
  readonly outdated: readonly Outdated[];
  /** All who were last told that it is cancelled, also those whom this mailing is not for. */
  readonly calledOff: readonly Outdated[];
  /** How many may have something that says that the webinar will be held. */
  readonly invited: number;
  readonly has: HasAlready;
  /** The mailings that would put right what somebody has, whatever this one is. */
  readonly due: readonly RightingKind[];
}

/**
 * A move, a cancellation and a correction go to exactly those who have what is not so any more; a reminder and a follow-up to
 * those who were invited, of the target if one is named; an announcement to those of the target who have none. Throws UserError
 * as `audienceOf`.
 */
export function addressed(outlook: Outlook, addressing: Addressing): Addressed {
  const { register, keyOf } = outlook;
  const { webinar, name, target, standardDefault, includeHidden, isAllowed } = addressing;
  const people = peopleTold(outlook, webinar);
  const invited = expecting(people);
  const has = hasAlready(outlook, webinar, name);
  const { wanted, isWithin } = wantedAmong(people, invited, addressing);
  const audience = audienceOf(register, {
    ...{ on: dayOf(outlook.now), target, standardDefault, includeHidden, keyOf, isWithin },
    has: isAllowed('sent-once') ? undefined : has,
    reached: wanted === undefined ? undefined : reachedOf(outlook, addressing, wanted, people),
  });
  const { kind } = name;
  const outdated =
    kind === 'reminder' || kind === 'followup'
      ? []
      : (wanted ?? []).filter(({ changes }) => changes.length > 0);
  const due = rightingKinds.filter((one) => outdatedBy(people, one, webinar).length > 0);
  return { audience, outdated, calledOff: calledOff(people), invited: invited.length, has, due };
}

/** Those whom it is for by what they were told; undefined where it is only for the target. */
function wantedAmong(
  people: readonly Outdated[],
  invited: readonly Outdated[],
  { webinar, name: { kind }, target, isAllowed, corrected }: Addressing,
): { readonly wanted: readonly Outdated[] | undefined; readonly isWithin: boolean } {
  if (corrected !== undefined)
    return {
      wanted: people.filter(({ told, changes }) => told.mailing.id === corrected.id && changes.length > 0),
      isWithin: false,
    };
  if (kind === 'reminder' || kind === 'followup') {
    const isElsewhere = invited.length === 0 && isAllowed('announced');
    return { wanted: isElsewhere ? undefined : invited, isWithin: target !== undefined };
  }
  const outdated = outdatedBy(people, kind, webinar);
  if (kind !== 'announcement') return { wanted: outdated, isWithin: false };
  return { wanted: target === undefined && outdated.length > 0 ? outdated : undefined, isWithin: false };
}

function reachedOf(
  { register, keyOf }: Outlook,
  { webinar, corrected }: Addressing,
  wanted: readonly Outdated[],
  people: readonly Outdated[],
): Reached {
  const { ledger } = register;
  if (corrected !== undefined) return reachedBy(ledger, [corrected.id], keyOf);
  const mailings = (sentMailings(register).get(webinar.id) ?? []).map(({ id }) => id);
  const held = people.flatMap(({ told: { address, key } }) =>
    address === undefined ? [key] : mailings.map((mailing) => keyOf(mailing, address)),
  );
  return reachedAmong(
    ledger,
    { mailings, wanted: new Set(wanted.map(({ told }) => told.key)), held: new Set(held) },
    keyOf,
  );
}
