/** What the speaker of a slot has been told, as the record and the ledger know it. */
import { isAfter, mayBeKnown } from '../../domain/ledger-event.ts';
import { speakerKinds, type SpeakerKind } from '../../domain/mailing-kind.ts';
import {
  differencesBetween,
  type Difference,
  type Facts,
  type StatementContent,
} from '../../domain/statement.ts';
import { groupBy } from '../../domain/group.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import type { DueRequest } from '../due/entry.ts';
import { slotStatements } from '../record/slot-record.ts';

/** A message that somebody may have got. */
export type Message = StatementContent & { readonly kind: SpeakerKind };

/** What was said about one slot: to the person who is its contact now, and to somebody else before. */
export interface Told {
  readonly present: readonly Message[];
  readonly former: readonly Message[];
}

/** Facts that concern the speaker, besides the title in their written standard: the rest is for others. */
const own: ReadonlySet<Difference['fact']> = new Set(['time', 'place', 'room', 'link'] as const);

/** The title that is read in a written standard. */
const titleRead = (
  { title, titleNn }: Pick<Facts, 'title' | 'titleNn'>,
  standard: NorwegianStandard,
): string | undefined => (standard === 'nn' ? (titleNn ?? title) : title) ?? undefined;

/** What is otherwise for a speaker, who reads that standard, than it was said. */
export function ownDifferences(said: Facts, is: Facts, standard: NorwegianStandard): readonly Difference[] {
  const [was, now] = [titleRead(said, standard), titleRead(is, standard)];
  const title: readonly Difference[] =
    was === undefined || was === now ? [] : [{ fact: 'title', was, is: now }];
  return [...differencesBetween(said, is).filter(({ fact }) => own.has(fact)), ...title];
}

const isMessage = (said: StatementContent): said is Message =>
  speakerKinds.some((kind) => kind === said.kind);

/**
 * What the speakers of all slots have been told, by slot. A message that surely did not arrive counts as not said. Where the
 * ledger has lost its rows, it counts as said, to the present contact: nobody is written to twice by mistake.
 */
export function toldBySlot(
  { register, keyOf }: Pick<DueRequest, 'register' | 'keyOf'>,
  addressOf: (slot: string) => string | undefined,
): (slot: string) => Told {
  const said = slotStatements(register).filter(isMessage);
  const about = groupBy(said, (one) => one.about);
  const ledger = ledgerOf(register, new Set(said.flatMap(({ what }) => what ?? [])));
  return (slot) => {
    const present: Message[] = [];
    const former: Message[] = [];
    for (const message of about.get(slot) ?? []) {
      const { what = '' } = message;
      const events = ledger.get(what);
      if (events !== undefined && ![...events.values()].some(({ event }) => mayBeKnown(event))) continue;
      const address = addressOf(slot);
      const isTheirs = events === undefined || address === undefined || events.has(keyOf(what, address));
      (isTheirs ? present : former).push(message);
    }
    return { present, former };
  };
}

/** The last event of each recipient of some mailings, by mailing and key. */
function ledgerOf(
  { ledger }: Register,
  mailings: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<string, LedgerEvent>> {
  const found = new Map<string, Map<string, LedgerEvent>>();
  for (const event of ledger) {
    if (!mailings.has(event.mailing)) continue;
    const own = found.get(event.mailing) ?? new Map<string, LedgerEvent>();
    found.set(event.mailing, own);
    const before = own.get(event.recipientKey);
    if (before === undefined || isAfter(event, before)) own.set(event.recipientKey, event);
  }
  return found;
}
