/** Cases that were added by hand, known again when their minutes are read once more: by title, otherwise by what was said of them. */
import { comparedName } from '../../../domain/compare.ts';
import type { Register } from '../../../register/register.ts';
import type { UnderstoodCase } from '../read/understood.ts';
import type { ReadBefore } from './record.ts';

/** A case without a row of its own by this title. */
export type KnownCase =
  | { readonly is: 'known'; readonly id: string }
  /** The same case under another title than before. */
  | { readonly is: 'retitled'; readonly id: string }
  /** It may be one of these that the document no longer has, or a new one: IDs, each with its title. */
  | { readonly is: 'unsure'; readonly among: readonly string[] };

/** What is known of each case that was added by hand; nothing of one that is new for certain. */
export function knownCases(
  cases: readonly UnderstoodCase[],
  register: Register,
  before: ReadBefore,
): ReadonlyMap<UnderstoodCase, KnownCase> {
  const known = new Map<UnderstoodCase, KnownCase>();
  const left = new Map(before.casesAdded);
  for (const { id } of cases) if (id !== undefined) left.delete(id);
  const added = cases.filter(({ id, isNew }) => id === undefined && isNew);
  for (const one of added) {
    const id = before.caseTitled(one.title);
    if (id === undefined) continue;
    known.set(one, { is: 'known', id });
    left.delete(id);
  }
  for (const one of added) {
    if (known.has(one) || left.size === 0) continue;
    const [id, second] = [...left.keys()].filter((candidate) => isAlike(one, candidate, register, before));
    const named = ([other, title]: readonly [string, string]): string =>
      `${other} «${register.cases.find((row) => row.id === other)?.title ?? title}»`;
    if (id === undefined || second !== undefined)
      known.set(one, { is: 'unsure', among: [...left].map(named) });
    else {
      known.set(one, { is: 'retitled', id });
      left.delete(id);
    }
  }
  return known;
}

/** Whether the register or the record has the decision, the note or an action of a case for the one with this ID. */
function isAlike(
  { decision, discussion, actions }: UnderstoodCase,
  id: string,
  { cases }: Register,
  { hasAction }: ReadBefore,
): boolean {
  const row = cases.find((one) => one.id === id);
  const isSame = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && comparedName(one) === comparedName(other);
  return (
    isSame(decision, row?.decision) ||
    isSame(discussion, row?.discussion) ||
    actions.some(({ text }) => hasAction(id, text))
  );
}
