/** Those whom a mailing did not reach, what the register says of their addresses now, and how they get it all the same. */
import { z } from 'zod';
import { comparedEvent } from '../../../domain/compare.ts';
import { ledgerEvents } from '../../../domain/ledger-event.ts';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { isForGood } from '../../../domain/return-reason.ts';
import { wordCause } from '../../../language/announcements/word-audience.ts';
import { mailingsWords } from '../../../language/page/mailings-words.ts';
import {
  addressedRows,
  atNewAddresses,
  madeFor,
  unreached,
  type Unreached,
} from '../../../papers/announcement/unreached.ts';
import { stillHolds } from '../../../papers/due/mailings.ts';
import { keysOf } from '../../mailings/keys.ts';
import { faultOf } from '../fault.ts';
import type { Scene } from '../screen.ts';
import { cellSpotsIn, spotSchema } from '../spots.ts';
import { isOwn } from './standing.ts';
import type { MadeMailing } from './made.ts';

export const returnedSchema = z.object({
  heading: z.string(),
  people: z.array(
    z.object({
      key: z.string(),
      id: z.string(),
      name: z.string(),
      address: z.string(),
      why: z.string(),
      /** Of what the mail server said. */
      whyLang: z.string(),
      /** What the register says of the address now. */
      now: z.string(),
      spots: z.array(spotSchema),
    }),
  ),
  /** The button that makes it for the corrected addresses, with what it does; or what is in its way. */
  again: z.object({ what: z.string(), button: z.string().optional() }).optional(),
  /** What has been made for them already. */
  made: z.object({ href: z.string(), text: z.string() }).optional(),
});
type View = z.infer<typeof returnedSchema>;
type Found = Unreached<MadeMailing['mailing']['recipients'][number]>;

const isBounced = ({ event }: Found['event']): boolean => comparedEvent(event) === ledgerEvents.bounced;

/** How the mailing stands otherwise. */
export interface ReturnedStand {
  /** Every revision of it, on this machine. */
  readonly revisions: readonly MadeMailing[];
  /** The register says something else than the mailing. */
  readonly isChanged: boolean;
  /** Some can still get it, or are unclear. */
  readonly isUnfinished: boolean;
}

/** Undefined where it has reached all, as far as is known. */
export function returnedView(
  scene: Scene,
  { mailing }: MadeMailing,
  failed: readonly { readonly key: string; readonly why: string }[],
  stand: ReturnedStand,
): View | undefined {
  if (failed.length === 0) return undefined;
  const { snapshot, standard } = scene;
  const { people: words } = mailingsWords[standard];
  const spotOf = cellSpotsIn(scene);
  const { register } = snapshot.reading;
  const found = foundIn(scene, mailing);
  const known = new Map(found.map((one) => [one.recipient.key, one]));
  const tabOf = new Map(addressedRows(register).map(({ id, tab }) => [id, tab]));
  return {
    heading: words.failedOnes(failed.length),
    people: failed.flatMap(({ key, why }) => {
      const recipient = mailing.recipients.find((one) => one.key === key);
      if (recipient === undefined) return [];
      const { id, name, address } = recipient;
      const one = known.get(key);
      const tab = tabOf.get(id) ?? (/^\d/u.test(id) ? 'recipients' : 'contacts');
      const spot = spotOf({ tab, id }, tab === 'slots' ? 'contact' : 'email');
      const told = one?.event.error;
      return [
        {
          ...{ key, id, name, address },
          ...(told === undefined ? { why, whyLang: standard } : { why: `«${told}»`, whyLang: 'nb' }),
          now: one === undefined ? '' : nowWords(one, standard),
          spots: spot === undefined || one?.now.is === 'has' ? [] : [spot],
        },
      ];
    }),
    ...againView(scene, mailing, found, stand),
  };
}

/** None where it cannot be known who may be sent anything: the steps say so. */
function foundIn({ snapshot }: Scene, mailing: MadeMailing['mailing']): readonly Found[] {
  const { reading, settings } = snapshot;
  try {
    return unreached(reading.register, mailing, { now: settings.now, keyOf: keysOf(mailing.workbook) });
  } catch (error) {
    if (faultOf(error) === undefined) throw error;
    return [];
  }
}

function nowWords({ now, event }: Found, standard: NorwegianStandard): string {
  const { people: words } = mailingsWords[standard];
  switch (now.is) {
    case 'same':
      return isBounced(event) && !isForGood(event.error ?? '') ? words.sameForOnce : words.same;
    case 'new':
      return words.corrected(now.address);
    case 'has':
      return words.correctedHas;
    case 'out':
      return words.correctedOut(wordCause(now.cause, standard));
  }
}

/** How those with another address get it: by a revision that is made, by the button, or not yet and why. */
function againView(
  scene: Scene,
  mailing: MadeMailing['mailing'],
  found: readonly Found[],
  { revisions, isChanged, isUnfinished }: ReturnedStand,
): Pick<View, 'again' | 'made'> {
  const { snapshot, standard } = scene;
  const { people: words } = mailingsWords[standard];
  const wanted = atNewAddresses(found);
  if (wanted.length === 0) return {};
  const own = revisions.filter((one) => isOwn(one.mailing, snapshot));
  const made = madeFor(
    wanted,
    own.map((one) => one.mailing),
    mailing,
  );
  const folder = own.find((one) => one.mailing === made)?.name;
  if (made !== undefined && folder !== undefined)
    return {
      made: {
        href: `/${standard}/mailings/${encodeURIComponent(folder)}`,
        text: words.readdressed(made.revision),
      },
    };
  const { reading, settings } = snapshot;
  if (isChanged) return { again: { what: words.readdressChanged } };
  if (!stillHolds(reading.register, { mailing: mailing.id, basis: undefined }, settings.now))
    return { again: { what: words.readdressLate } };
  if (isUnfinished) return { again: { what: words.readdressFirst } };
  return { again: { what: words.readdressWhat, button: words.readdress(wanted.length) } };
}
