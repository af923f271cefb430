/** Where in a case a line belongs. */
import type { Label } from './labels.ts';

/** Where the next line without a label belongs. */
export interface Place {
  readonly label: Label | undefined;
  /** Text stood on the line of the label, so that an empty line ends it. */
  readonly isInline: boolean;
  readonly isEnded: boolean;
  /** Below «Tiltak:» alone: each item is an action, with its own who and when. */
  readonly isList: boolean;
}

export const atStart: Place = { label: undefined, isInline: false, isEnded: false, isList: false };

export const isOfAction = (label: Label | undefined): label is 'responsible' | 'deadline' =>
  label === 'responsible' || label === 'deadline';

/** Below a label. `isInline`: with text behind it. */
export const placeBelow = (label: Label, isInline: boolean, { isList }: Place): Place => ({
  ...{ label, isInline, isEnded: false },
  isList: label === 'action' ? !isInline : isOfAction(label) && isList,
});
