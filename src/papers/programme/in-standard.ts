/** A programme in one written standard: what is published in it, and what is new in it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { dayPlan } from './day-lines.ts';
import type { Programme, ProgrammeView, SlotChange } from './view.ts';

export function programmeIn(programme: Programme, standard: NorwegianStandard): ProgrammeView {
  const changed = ({ wasNn, isNn, slot, ...change }: SlotChange): ProgrammeView['changes'] => {
    if (change.what !== 'title') return [{ ...change, slot }];
    const [was, is] = standard === 'nn' ? [wasNn ?? change.was, isNn ?? change.is] : [change.was, change.is];
    // The title is new only in the other standard.
    return was === is ? [] : [{ ...change, was, is, slot }];
  };
  const { texts, days, untimed, unconfirmed, clashes, changes, calendar: _, ...head } = programme;
  return {
    ...head,
    published: texts[standard],
    days: days.map(({ open, ...day }) => ({ ...day, slots: [...day.slots], ...dayPlan(day.slots, open) })),
    untimed: [...untimed],
    unconfirmed: [...unconfirmed],
    clashes: [...clashes],
    changes: changes.flatMap(changed),
  };
}
