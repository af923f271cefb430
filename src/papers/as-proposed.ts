/** Decisions that say only that the proposal was adopted: «Som foreslått», «Vedteke i samsvar med framlegget». */

const proposal =
  '(?:forslag(?:et)?|framlegg(?:et)?|innstilling(?:en|a)?|tilråding(?:en|a)?)(?: til (?:vedtak|konklusjon))?';
const how =
  '(?:(?:enstemmig|einstemmig|samrøystes|vedtatt|vedteke|godkjent|vedtas|ble|blei|vart|blir|vert) )*';
const forms = [
  `(?:ja, )?${how}som (?:foreslått|føreslått|innstilt|tilrådd|(?:i )?${proposal})`,
  `(?:ja, )?${how}(?:i tråd med|i samsvar med|i henhold til|iht\\.?|i\\.?h\\.?t\\.?|ihht\\.?|etter) (?:det )?${proposal}`,
  `${proposal} ${how}(?:vedtatt|vedteke|godkjent|vedtas|følges|følgjast)`,
].map((form) => new RegExp(`^${form}[.!]?$`, 'iu'));

/** Whether a decision says only that the proposal was decided. */
export const isAsProposed = (text: string): boolean => forms.some((form) => form.test(text.trim()));

/** The decision as the register has it, so that whoever reads it needs no proposal beside it: «Som foreslått: Vi skriver nynorsk.» */
export const withProposal = (words: string, adopted: string): string =>
  `${words.replace(/[\s.!]+$/u, '')}:${adopted.includes('\n') ? '\n' : ' '}${adopted}`;

/** What a decision adopted: the proposal that it has been written with, otherwise all of it. */
export function adoptedIn(decision: string): string {
  const { words = '', adopted } = /^(?<words>[^:\n]+):\s*(?<adopted>[^]+)$/u.exec(decision)?.groups ?? {};
  return adopted !== undefined && isAsProposed(words) ? adopted : decision;
}
