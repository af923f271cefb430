/** Decisions that say only that the proposal was adopted: «Som foreslått», «Vedteke i samsvar med framlegget». */

/** Words for a proposal, as a pattern. */
export const proposal =
  '(?:forslag(?:et)?|framlegg(?:et)?|innstilling(?:en|a)?|tilråding(?:en|a)?)(?: til (?:vedtak|konklusjon))?';
const how =
  '(?:(?:enstemmig|einstemmig|samrøystes|vedtatt|vedteke|godkjent|vedtas|ble|blei|vart|blir|vert) )*';
const forms = [
  `(?:ja, )?${how}som (?:foreslått|føreslått|innstilt|tilrådd|(?:i )?${proposal})`,
  `(?:ja, )?${how}(?:i tråd med|i samsvar med|i henhold til|iht\\.?|i\\.?h\\.?t\\.?|ihht\\.?|etter) (?:det )?${proposal}`,
  `${proposal} ${how}(?:vedtatt|vedteke|godkjent|vedtas|følges|følgjast)`,
];
const whole = forms.map((form) => new RegExp(`^${form}[.!]?$`, 'iu'));
/** «Som foreslått, men …», «Som foreslått. Punkt 2 går ut.», «Som foreslått med én endring» */
const start = forms.map(
  (form) =>
    new RegExp(
      `^${form}(?:\\s*[,;–—]|\\s+-|[.!]\\s|\\s+(?:men|med|unntatt|unnateke|uten|utan|bortsett|foruten|likevel|pluss|og)(?!\\p{L}))`,
      'iu',
    ),
);
const change =
  '(?:endring(?:en|er|ar|ene|ane)?|tillegg(?:et)?|tilføyelse[nr]?|tilføying(?:a|ar)?|presisering(?:en|a|er|ar)?|justering(?:en|a|er|ar)?|merknad(?:en|er|ar)?|forbehold|atterhald)';
/** «Vedtatt med endring: …», «Forslaget ble vedtatt med følgende tillegg» */
const changed = new RegExp(
  `^(?:${proposal} )?${how}(?<=\\S )(?:med|etter) (?:(?!(?:og|at|som|til)\\s)[\\p{L}\\d]+ ){0,3}?${change}(?!\\p{L})`,
  'iu',
);

/** Whether a decision says only that the proposal was decided. */
export const isAsProposed = (text: string): boolean => whole.some((form) => form.test(text.trim()));

/** Whether a decision is the proposal with a change, or with something besides, so that it cannot be understood without it. */
export const isChangedProposal = (text: string): boolean =>
  !isAsProposed(text) && [...start, changed].some((form) => form.test(text.trim()));

/** A decision that changes the proposal, and the line that says what it was: it is not certain what the changed one says. */
export const beforeChange = (words: string, proposed: string): string =>
  `${isNynorsk(words) ? 'Framlegget' : 'Forslaget'} var:${proposed.includes('\n') ? '\n' : ' '}${proposed}`;

/** Whether words about a proposal are in nynorsk; those that bokmål has too, as «i samsvar med», say nothing of it. */
export const isNynorsk = (words: string): boolean =>
  /(?<!\p{L})(?:føreslått|framlegg(?:et)?|tilrådd|tilråding(?:a)?|vedteke|vart|samrøystes|einstemmig|endringar|utan|frå|ikkje)(?!\p{L})/iu.test(
    words,
  );

/** The decision as the register has it, so that whoever reads it needs no proposal beside it: «Som foreslått: Vi skriver nynorsk.» */
export const withProposal = (words: string, adopted: string): string =>
  `${words.replace(/[\s.!]+$/u, '')}:${adopted.includes('\n') ? '\n' : ' '}${adopted}`;
