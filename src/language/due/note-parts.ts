/** What the words of the notes of the due list are, and what they have in common. */
import type { ActionChange, NoteArguments, NoteCode } from '../../domain/due-note.ts';
import { fewOf } from '../../domain/few.ts';

/** Words of one language: of each note a text without a full stop at its end, so that several can stand in one line. */
export type NoteWords = { readonly [Code in NoteCode]: (args: NoteArguments[Code]) => string };

/** The first of many, and how many more there are. */
export function inFewWords(items: readonly string[], more: (rest: number) => string): string {
  const { shown, rest } = fewOf(items);
  return `${shown.join(', ')}${rest === 0 ? '' : more(rest)}`;
}

/** What is said of a changed action, by what has changed. */
export type ActionChangeWords = Readonly<Record<ActionChange['what'], (change: ActionChange) => string>>;
