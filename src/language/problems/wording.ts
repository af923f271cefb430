/** What the wordings of problems have in common, whatever the language. */
import type { Place, ProblemArguments, ProblemCode, Level } from '../../domain/problem.ts';
import { dayOf, parseDay, parseWallTime, type Day, type WallTime } from '../../domain/time.ts';

/** A problem in words: what is wrong, and what to write instead. The place is shown separately. */
export interface Wording {
  readonly message: string;
  readonly advice: string;
}

/** What a wording may use besides the arguments. */
export interface Found {
  readonly level: Level;
  readonly at: Place;
  readonly value?: string;
}

/** Words for every problem there is. A code without words does not compile. */
export type ProblemWordings = {
  readonly [Code in ProblemCode]: (args: ProblemArguments[Code], found: Found) => Wording;
};

export const say = (message: string, advice: string): Wording => ({ message, advice });

/** The value as read, in quotation marks. */
export const read = ({ value }: Found): string => `«${value ?? ''}»`;

export const quoted = (word: string): string => `«${word}»`;

/** A row's own key is an ID that Felles gave, not a municipality's number or the name of a setting. */
export const isGivenId = ({ value }: Found): boolean => /^[A-Z]-\d/iu.test(value ?? '');

/** A link that lacks only its beginning, with it: «www.nal.no/x» → `https://www.nal.no/x`. */
export function completedLink({ value = '' }: Found): string | undefined {
  const link =
    /^(?:http:\/\/)?(?<rest>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,63}(?:\/[^\s…]*)?)$/iu.exec(value);
  const rest = link?.groups?.['rest'];
  return rest === undefined ? undefined : `https://${rest}`;
}

/** `12.03.2026`, as people write it in a cell. */
export const asTyped = (day: string): string => day.split('-').reverse().join('.');

/** Words for a day or a wall time that is text in the arguments. */
export function inWords(
  text: string,
  words: { readonly day: (day: Day) => string; readonly time: (time: WallTime, day: Day) => string },
): string {
  const time = parseWallTime(text);
  if (time !== undefined) return words.time(time, dayOf(time));
  const day = parseDay(text);
  return day === undefined ? text : words.day(day);
}

/** `9`, `9 and 12`, `9, 12 and 15` */
export function listed(items: readonly (string | number)[], and: string): string {
  const last = items.at(-1);
  const before = items.slice(0, -1).join(', ');
  return before === '' ? String(last ?? '') : `${before} ${and} ${String(last)}`;
}
