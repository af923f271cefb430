import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../src/render/safe/plain-text.ts';
import type { PaperDocument } from '../../../src/render/document/document.ts';
import { renderHtmlFragment } from '../../../src/render/html/html.ts';
import { escapeHtml } from '../../../src/render/safe/escape.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { renderText } from '../../../src/render/text/text.ts';
import { createTemplates } from '../../../src/render/templates/templates.ts';

/** What a paper in nynorsk prints of a title, alone and in each place that a title has. */
const { render } = createTemplates({ helpers: [], partials: [], standard: 'nn' });
const paperOf = (text: string, view: object): PaperDocument =>
  parseMarkdown(render({ file: 'paper.nn.md.hbs', text: `# Møte\n\n${text}\n` }, view));

const places = ['{{title}}', 'Om «{{title}}»', '## {{title}}', '- {{title}}, i morgon', 'Sak\n: {{title}}']
  .concat(['| Kva |\n| --- |\n| **{{title}}** |', '{{link address title}}', '_{{title}} · 10 minutt_'])
  .concat(['{{prose title}}', '> {{title}}']);

/** The words of every span in another standard, as HTML. */
const marked = (paper: PaperDocument): readonly string[] =>
  [...renderHtmlFragment(paper).matchAll(/<span lang="nb">(.*?)<\/span>/gu)].map(([, words = '']) => words);

const address = 'https://felles.example/';

describe.each(places)('%j', (place) => {
  it('marks every title in bokmål, whatever it says, and no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
        const nb = oneLine(typed);
        fc.pre(nb !== '' && !/https?:|www\.|\.\p{L}/iu.test(nb));
        expect(marked(paperOf(place, { address, title: { nb } }))).toEqual([escapeHtml(nb)]);
        expect(marked(paperOf(place, { address, title: nb }))).toEqual([]);
        expect(marked(paperOf(place, { address, title: { nb: 'Boliger', nn: nb } }))).toEqual([]);
        expect(renderText(paperOf(place, { address, title: { nb } }))).toBe(
          renderText(paperOf(place, { address, title: nb })),
        );
      }),
    );
  });
});
