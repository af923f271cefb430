/**
 * Styles for mail. Many mail programs read only styles in the elements themselves, so the plain rules of mail.css are
 * written there. Rules for another screen or dark mode stay in the head of the mail.
 */

/** A style sheet in the form that mail needs. */
export interface MailStyles {
  /** The value of an element's style attribute; undefined if no rule applies to it. */
  readonly of: (name: string, classes?: string) => string | undefined;
  /** Rules that cannot be in elements: `@media` and the like, as written. */
  readonly head: string;
}

interface Rule {
  readonly name: string | undefined;
  readonly className: string | undefined;
  readonly declarations: string;
}

/** `h2`, `.note` or `p.byline`: the selectors that a rule in elements may have. */
const simple = /^(?<name>[a-z][a-z0-9]*)?(?:\.(?<className>[a-z][a-z0-9-]*))?$/u;

const block = /(?<selectors>[^{}]+)\{(?<declarations>[^{}]*)\}/gu;

/** A class weighs more than a name, as in any style sheet; of the same weight the last rule counts. */
const weight = ({ name, className }: Rule): number =>
  (className === undefined ? 0 : 2) + (name === undefined ? 0 : 1);

/** Separates rules that begin with `@`, with the blocks in them, from the plain rules. */
function partAtRules(sheet: string): { readonly plain: string; readonly head: string } {
  const atRule = /@[^{;]+(?:\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|;)/gu;
  return { plain: sheet.replace(atRule, ''), head: (sheet.match(atRule) ?? []).join('\n') };
}

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * Reads a style sheet. Throws RangeError for a selector that cannot be in an element, so that nobody writes a rule
 * that some mail programs would never show.
 */
export function readMailStyles(sheet: string): MailStyles {
  const { plain, head } = partAtRules(sheet.replace(/\/\*.*?\*\//gsu, ''));
  const rules = [...plain.matchAll(block)].flatMap(({ groups = {} }) =>
    (groups['selectors'] ?? '').split(',').map((selector): Rule => {
      const { name, className } = simple.exec(selector.trim())?.groups ?? {};
      if (name === undefined && className === undefined)
        throw new RangeError(`no selector for mail: ${selector.trim()}`);
      return { name, className, declarations: squeezed(groups['declarations'] ?? '') };
    }),
  );
  const known = new Map<string, string | undefined>();
  const of: MailStyles['of'] = (name, classes) => {
    const key = `${name} ${classes ?? ''}`;
    if (!known.has(key)) known.set(key, styleOf(rules, name, classes));
    return known.get(key);
  };
  return { of, head: squeezed(head).replaceAll('} ', '}\n') };
}

function styleOf(rules: readonly Rule[], name: string, classes = ''): string | undefined {
  const own = classes.split(' ');
  const found = rules
    .filter((rule) => rule.name === undefined || rule.name === name)
    .filter((rule) => rule.className === undefined || own.includes(rule.className))
    .sort((one, other) => weight(one) - weight(other));
  const declared = new Map<string, string>();
  for (const declaration of found.flatMap(({ declarations }) => declarations.split(';'))) {
    const [property = '', ...value] = declaration.split(':');
    if (value.length > 0) declared.set(property.trim(), value.join(':').trim());
  }
  if (declared.size === 0) return undefined;
  return [...declared].map(([property, value]) => `${property}: ${value}`).join('; ');
}
