/** A programme in one written standard: nynorsk titles where there are any, otherwise those in bokmål. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { dayPlan } from './day-lines.ts';
import type { Programme, ProgrammeView, SlotChange } from './view.ts';

interface Titled {
  readonly title: string;
  readonly titleNn?: string | undefined;
}

/** The title of a slot in a written standard. */
export const titleIn = ({ title, titleNn }: Titled, standard: NorwegianStandard): string =>
  standard === 'nn' ? (titleNn ?? title) : title;

export function programmeIn(programme: Programme, standard: NorwegianStandard): ProgrammeView {
  const titled = <Item extends Titled>({
    titleNn,
    ...item
  }: Item): Omit<Item, 'titleNn'> & { title: string } => ({
    ...item,
    title: titleIn({ title: item.title, titleNn }, standard),
  });
  const changed = ({ wasNn, isNn, slot, ...change }: SlotChange): ProgrammeView['changes'] => {
    if (change.what !== 'title') return [{ ...change, slot: titled(slot) }];
    const [was, is] = standard === 'nn' ? [wasNn ?? change.was, isNn ?? change.is] : [change.was, change.is];
    // The title is new only in the other standard.
    return was === is ? [] : [{ ...change, was, is, slot: titled(slot) }];
  };
  const { texts, days, untimed, unconfirmed, clashes, changes, calendar: _, ...head } = programme;
  return {
    ...head,
    published: texts[standard],
    days: days.map(({ day, hasRooms, slots, open }) => {
      const own = slots.map(titled);
      return { day, hasRooms, slots: own, ...dayPlan(own, open) };
    }),
    untimed: untimed.map(titled),
    unconfirmed: unconfirmed.map(titled),
    clashes: clashes.map((clash) => ({ ...clash, one: titled(clash.one), other: titled(clash.other) })),
    changes: changes.flatMap(changed),
  };
}
