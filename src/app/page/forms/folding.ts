/** Which fields of a form are open, and which are folded until somebody asks for more: as the words of the flags say. */
import type { FlagWords } from '../../../language/page/commands/words.ts';
import { wordsOfFlag } from '../../../language/page/commands/all.ts';
import type { Field } from './field.ts';

export type Unfolded = Omit<Field, 'isFolded'>;

/**
 * In an empty form those that people use are open. In one that is opened for a deed, the deed says what is done: what it fills in is told in
 * words, and only what is left to choose for it is open.
 */
export function folded(command: string, fields: readonly Unfolded[]): readonly Field[] {
  const filled = fields.filter(isFilledIn);
  const wordsOf = ({ flag }: Unfolded): Partial<FlagWords> => wordsOfFlag(command, flag) ?? {};
  const hasAlternative = filled.some((one) => wordsOf(one).isAlternative === true);
  const isFilledFor = (goesWith: string): boolean => {
    const [flag, value] = goesWith.split('=');
    return filled.some((one) => one.flag === flag && (value === undefined || valueOf(one) === value));
  };
  const isOpen = (field: Unfolded): boolean => {
    // Somebody must see it, and choose another.
    if (field.notThere !== undefined) return true;
    const { isSeldom = false, goesWith, isAlternative = false, writes } = wordsOf(field);
    if (filled.length === 0) return !isSeldom;
    if (filled.includes(field) || writes !== undefined || (isAlternative && hasAlternative)) return false;
    return goesWith === undefined ? !isSeldom : isFilledFor(goesWith);
  };
  return fields.map((field) => ({ ...field, isFolded: !isOpen(field) }));
}

const valueOf = ({ kind, value, options }: Unfolded): string =>
  kind === 'choice' ? (options.find(({ isChosen }) => isChosen)?.value ?? '') : value;

/** Whether a person has filled it in. */
export const isFilledIn = ({ kind, value, isTicked, options }: Unfolded): boolean =>
  kind === 'tick'
    ? isTicked
    : kind === 'choice' || kind === 'ticks'
      ? options.some(({ isChosen }) => isChosen)
      : value !== '';
