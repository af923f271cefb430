/** What the page says of a command and of its flags: plain words for those who have never seen a terminal. */
import type { NorwegianStandard } from '../../../domain/written-standard.ts';

export type Text = Readonly<Record<NorwegianStandard, string>>;

export interface FlagWords {
  readonly label: Text;
  readonly hint?: Text;
  /** What it writes and where, sends or makes; absent for a flag that only chooses what is shown or made. */
  readonly writes?: Text;
  /** Few people need it: its field is folded until somebody asks for more. */
  readonly isSeldom?: true;
  /** It is of use only with this flag, or with this value of it: `series`, `kind=correction`. Then its field is open. */
  readonly goesWith?: string;
  /** One of several of which a person fills in one: where another is filled in, its field is folded. */
  readonly isAlternative?: true;
}

export interface CommandWords {
  /** Its name as a heading. */
  readonly name: Text;
  /** What it does whatever is filled in, and that it writes nothing in the register where that is so. */
  readonly does: Text;
  /** The button that starts it, where it has a better word than that of all. */
  readonly button?: Text;
  /** It leaves files in the folder of papers. */
  readonly makesFiles?: true;
  /** By flag: those that other commands do not have, or have in another sense. */
  readonly flags: Readonly<Record<string, FlagWords>>;
}

export const text = (nb: string, nn: string): Text => ({ nb, nn });

/** How a flag is offered among those of its command. */
type Mark = Pick<FlagWords, 'isSeldom' | 'goesWith' | 'isAlternative'>;

export const seldom: Mark = { isSeldom: true };
export const alternative: Mark = { isAlternative: true };
export const onlyWith = (goesWith: string): Mark => ({ goesWith });
export const seldomWith = (goesWith: string): Mark => ({ goesWith, isSeldom: true });

/** The button of a command that makes papers or mailings. */
export const makeButton = text('Lag', 'Lag');

/** A flag that chooses. */
export const choosing = (label: Text, hint: Text, ...marks: readonly Mark[]): FlagWords =>
  marks.reduce<FlagWords>((words, mark) => ({ ...words, ...mark }), { label, hint });

/** A flag that writes, sends or makes something. */
export const writing = (label: Text, writes: Text, hint?: Text, mark: Mark = {}): FlagWords => ({
  ...{ label, writes, ...mark },
  ...(hint === undefined ? {} : { hint }),
});
