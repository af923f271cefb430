/**
 * The look of drawings on paper, for programs that see a drawing without its page: the rules of the page's style sheet
 * (templates/styles.css) that are about drawings, with the values that its colours have in print.
 */

const comment = /\/\*.*?\*\//gsu;
/** An at-rule with the rules in it. */
const atRule = /@(?<name>[^{;]+?)\s*(?:\{(?<rules>(?:[^{}]*\{[^{}]*\})*[^{}]*)\}|;)/gu;
const rule = /(?<selectors>[^{}]+)\{(?<declarations>[^{}]*)\}/gu;
const variable = /(?<name>--[\w-]+)\s*:\s*(?<value>[^;]+)/gu;

/** What draws: where a drawing stands in its page, and the page's fonts, mean nothing without the page. */
const drawn = /^(?:fill|stroke|stroke-[a-z]+|font-size|font-weight)$/u;

/** As a printer reads the sheet: the rules for print as if they were plain, those for screens gone. */
const onPaper = (sheet: string): string =>
  sheet
    .replace(comment, '')
    .replace(atRule, (_, name: string, rules: string | undefined) =>
      name === 'media print' ? (rules ?? '') : '',
    );

/** The rules of the sheet that are about drawings alone, for another page with the same variables; without those of at-rules. */
export function drawingRules(sheet: string): string {
  return [...sheet.replace(comment, '').replace(atRule, '').matchAll(rule)]
    .map(({ groups = {} }) => ({
      selectors: (groups['selectors'] ?? '').trim(),
      text: groups['declarations'] ?? '',
    }))
    .filter(({ selectors }) => /^svg\b/u.test(selectors))
    .map(({ selectors, text }) => `${selectors} {${text}}`)
    .join('\n');
}

/** Fonts that do not vary have weights in whole hundreds. */
const inHundreds = (weight: string): string =>
  Number.isNaN(Number(weight)) ? weight : String(Math.round(Number(weight) / 100) * 100);

function declarationsOf(text: string, values: ReadonlyMap<string, string>): string {
  return text
    .split(';')
    .map((each) => each.split(':').map((part) => part.trim()))
    .filter(([property = '']) => drawn.test(property))
    .map(([property = '', value = '']) => {
      const known = value.replace(
        /var\((?<name>--[\w-]+)\)/gu,
        (_, name: string) => values.get(name) ?? 'none',
      );
      return `${property}: ${property === 'font-weight' ? inHundreds(known) : known}`;
    })
    .join('; ');
}

/** A style sheet for drawings alone, with plain selectors and no variables. What counts last in `sheet` counts last in it. */
export function printLook(sheet: string): string {
  const rules = [...onPaper(sheet).matchAll(rule)].map(({ groups = {} }) => ({
    selectors: (groups['selectors'] ?? '').split(',').map((selector) => selector.trim()),
    declarations: groups['declarations'] ?? '',
  }));
  const values = new Map(
    rules
      .filter(({ selectors }) => selectors.includes(':root'))
      .flatMap(({ declarations }) => [...declarations.matchAll(variable)])
      .map(({ groups = {} }) => [groups['name'] ?? '', (groups['value'] ?? '').trim()]),
  );
  return rules
    .flatMap(({ selectors, declarations }) => {
      const own = selectors
        .map((selector) => selector.replace(/^figure (?=svg\b)/u, ''))
        .filter((selector) => /^svg\b/u.test(selector));
      const says = declarationsOf(declarations, values);
      return own.length === 0 || says === '' ? [] : [`${own.join(', ')} { ${says} }`];
    })
    .join('\n');
}
