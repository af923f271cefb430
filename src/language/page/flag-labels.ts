/** Flags in what is said, by the labels of their fields: who reads the page has fields and no terminal. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { choiceText, labelOfFlag } from './commands/all.ts';
import { choiceWords } from './commands/shared.ts';

/** What is a flag's value, and not the next word of the sentence: quoted, a place for one, a choice, or no plain word. */
const value = String.raw`"[^"]*"|<[^<>]*>|[\p{L}\d_/.@-]*[\d_/@-][\p{L}\d_/@-]*|(?:${Object.keys(choiceWords).join('|')})(?![\p{L}\d-])`;
const flag = String.raw`(?<![\w=-])--(?<flag>[a-z][a-z-]*)(?:[ =](?!--)(?<value>${value}))?`;

/** `(--write)` behind a sentence, or behind a label, which then says all but the value. */
const bracketed = new RegExp(String.raw`(?<label>»)? \(${flag}\)`, 'gu');
/** Another behind it makes a list of them. */
const bare = new RegExp(String.raw`${flag}(?<list> (?=--[a-z]))?`, 'gu');

/**
 * A text with the label of its field for each flag. `commands` are those whose flags are meant, in this order; for a flag of none of these,
 * the label on which all commands agree. A flag that the page has no field for stays.
 */
export function labelsOfFlags(
  text: string,
  commands: readonly string[],
  standard: NorwegianStandard,
): string {
  const labelOf = (name: string): string | undefined => labelOfFlag(name, commands)?.[standard];
  const shown = (typed = ''): string =>
    typed.startsWith('<') ? '' : choiceText(typed.replaceAll('"', ''), standard);
  return text
    .replace(bracketed, (whole: string, before: string | undefined, name: string, typed?: string) => {
      const label = labelOf(name);
      const said = shown(typed);
      if (label === undefined) return whole;
      if (before === undefined) return ` («${label}»${said === '' ? '' : `: ${said}`})`;
      return said === '' ? '»' : `» (${said})`;
    })
    .replace(bare, (whole: string, name: string, typed?: string, list?: string) => {
      const label = labelOf(name);
      const said = shown(typed);
      if (label === undefined) return whole;
      return `«${label}»${said === '' ? '' : `: ${said}`}${list === undefined ? '' : ', '}`;
    });
}
