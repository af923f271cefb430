/** What the page says of a command and of its flags: plain words for those who have never seen a terminal. */
import type { NorwegianStandard } from '../../../domain/written-standard.ts';

export type Text = Readonly<Record<NorwegianStandard, string>>;

export interface FlagWords {
  readonly label: Text;
  readonly hint?: Text;
  /** What it writes and where, sends or makes; absent for a flag that only chooses what is shown or made. */
  readonly writes?: Text;
}

export interface CommandWords {
  /** Its name as a heading. */
  readonly name: Text;
  /** What it does whatever is filled in, and that it writes nothing in the register where that is so. */
  readonly does: Text;
  /** It leaves files in the folder of papers. */
  readonly makesFiles?: true;
  /** By flag: those that other commands do not have, or have in another sense. */
  readonly flags: Readonly<Record<string, FlagWords>>;
}

export const text = (nb: string, nn: string): Text => ({ nb, nn });

/** A flag that chooses. */
export const choosing = (label: Text, hint: Text): FlagWords => ({ label, hint });

/** A flag that writes, sends or makes something. */
export const writing = (label: Text, writes: Text, hint?: Text): FlagWords => ({
  ...{ label, writes },
  ...(hint === undefined ? {} : { hint }),
});
