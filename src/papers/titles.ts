/**
 * Titles and other texts of the register with their versions in both written standards, so that each paper prints its own.
 * What is approved in `Tekster` is what an activity is called; its `Tittel nynorsk` and `Tittel` stand in for it.
 */
import { plainIn, type StandardText } from '../domain/standard-text.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';
import type { Register } from '../register/register.ts';
import { settingsOf } from '../register/settings.ts';
import type { Activity } from '../register/tabs/activities.ts';

/**
 * A text with the one in nynorsk that the register may have next to it: beside that one it is in bokmål. Alone it is in the
 * standard that the setting «Skriftspråk i registeret» says, if it says one.
 */
export function standardTextIn(register: Register): (text: string, nn?: string) => StandardText {
  const { registerStandard } = settingsOf(register);
  return (text, nn) => {
    if (nn !== undefined) return { nb: text, nn };
    return registerStandard === undefined ? text : { [registerStandard]: text };
  };
}

/** `Tittel` of a slot is in bokmål. */
export const slotTitle = ({
  title,
  titleNn,
}: {
  readonly title: string;
  readonly titleNn?: string | undefined;
}): StandardText => ({ nb: title, nn: titleNn });

/** The title of a slot as a statement has it; its ID where that has none. */
export const saidTitle = (
  id: string,
  title: string | null = null,
  titleNn: string | null = null,
): StandardText => (title === null ? id : slotTitle({ title, titleNn: titleNn ?? undefined }));

/** What an activity of this register is called, in both standards as far as is known. */
export function titlesOf(register: Register): (activity: Activity) => StandardText {
  const textOf = standardTextIn(register);
  const approved = new Map(
    register.texts.flatMap(({ activity, standard, title, approvedBy }) =>
      approvedBy === undefined ? [] : [[`${activity} ${standard}`, title] as const],
    ),
  );
  return ({ id, title, titleNn }) => {
    const own = textOf(title, titleNn);
    const [nb, nn] = [approved.get(`${id} nb`), approved.get(`${id} nn`)];
    if (nb === undefined && nn === undefined) return own;
    const versions = typeof own === 'string' ? { unsure: own } : own;
    return { ...versions, ...(nb !== undefined && { nb }), ...(nn !== undefined && { nn }) };
  };
}

/** What the row that something is about is called in this standard; the title that it came with where the register has no such row now. */
export function rowTitles(
  register: Register,
  standard: NorwegianStandard,
): (about: { readonly id: string; readonly title: string }) => string {
  const activityTitle = titlesOf(register);
  const texts = new Map([
    ...register.activities.map((activity) => [activity.id, activityTitle(activity)] as const),
    ...register.slots.map((slot) => [slot.id, slotTitle(slot)] as const),
  ]);
  return ({ id, title }) => plainIn(texts.get(id) ?? title, standard);
}
