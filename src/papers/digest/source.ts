/** What a digest was made from, row by row: a change after it was approved can then be reported by name. */
import { factNames } from '../../domain/statement.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { activitiesTab } from '../../register/tabs/activities.ts';
import { dialoguesTab } from '../../register/tabs/dialogues.ts';
import { examplesTab } from '../../register/tabs/examples.ts';
import { saidStateWord, statementsTab } from '../../register/tabs/statements.ts';
import type { SourceRow } from '../announcement/source.ts';
import { stateIn } from './changes.ts';
import { homeOf, thingsIn } from './things.ts';

const names = {
  activities: activitiesTab.name,
  dialogues: dialoguesTab.name,
  examples: examplesTab.name,
};

/** The rows that are said something about, as digests would tell of them now. `now` is Oslo time. */
export function digestSource(
  register: Register,
  says: readonly { readonly about: string }[],
  now: WallTime,
): readonly SourceRow[] {
  const things = new Map(thingsIn(register, now).map(({ id, facts }) => [id, facts]));
  return says.map(({ about: id }) => {
    const facts = things.get(id) ?? { state: 'removed' };
    const values = factNames.flatMap((name): readonly (readonly [string, string])[] => {
      const { heading } = statementsTab.columns[name];
      const state = stateIn(facts);
      if (name === 'state') return state === undefined ? [] : [[heading, saidStateWord(state)]];
      const value = Object.entries(facts).find(([key]) => key === name)?.[1];
      return typeof value === 'string' ? [[heading, value]] : [];
    });
    return { tab: names[homeOf(id) ?? 'activities'], id, values: Object.fromEntries(values) };
  });
}
