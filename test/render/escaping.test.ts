import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperDocument } from '../../src/render/document/document.ts';
import { renderDocx } from '../../src/render/docx/docx.ts';
import { renderHtmlFragment } from '../../src/render/html/html.ts';
import { parseMarkdown } from '../../src/render/markdown/markdown.ts';
import { oneLine, paragraphsOf } from '../../src/render/safe/plain-text.ts';
import { createTemplates } from '../../src/render/templates/templates.ts';
import { renderText } from '../../src/render/text/text.ts';
import { partOf, seenInDocx, seenInHtml, textsIn } from './support/seen.ts';

const templates = createTemplates({ helpers: [], partials: [] });
/** A template, compiled once for many values. */
function paperFrom(text: string): (view: object) => PaperDocument {
  const print = templates.prepare({ file: 'x.nb.md.hbs', text });
  return (view) => parseMarkdown(print(view));
}

const nasty = [
  '1. x',
  '1) x',
  '# x',
  '## x ##',
  '- x',
  '* x',
  '+ x',
  '> x',
  '===',
  '---',
  '***',
  '    fire',
  '\tinnrykk',
  '| a | b |',
  'a|b\\',
  '\\',
  '\\|',
  '|---|',
  '&amp;',
  '&#42;',
  '&copy;',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- x -->',
  '<https://x.no>',
  'https://x.no/_a_',
  'a@b.no',
  '[a](javascript:alert(1))',
  '![a](b)',
  '[x]: https://x.no',
  '[a][b]',
  '*x*',
  '_x_',
  '__x__',
  '**',
  '`x`',
  '```',
  '~~x~~',
  '{{navn}}',
  '{{{x}}}',
  '{{> p}}',
  ': x',
  'Term\n: x',
  '"x"',
  "'x'",
  'en\nto',
  'en\r\nto',
  'a\u2028b',
  'a\u0000b',
  'pdf.\u202Eexe',
  'a\u200Bb\uFEFF',
  'Ma\u030Al',
  '👨‍👩‍👧',
  '🇳🇴',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\uD800x',
  '=1+1',
  '+47 22 33',
  '$x$',
  '^1',
  '\u00A0x\u00A0',
  '１．ｘ',
  'x  ',
  '  x',
  '\uFFFE\uFFFFx',
  '\u{1FFFE}x',
  'ﷺ',
  'a\u00ADb',
];

/** Any Unicode text, and texts made of what Markdown, HTML and Handlebars care about. */
const typed = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: 25 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('\\|`*_{}[]()<>#+-.!~=:&;"\'$ \n\tx1\u00A0')),
      maxLength: 25,
    }),
  )
  .filter((text) => oneLine(text) !== '');

/** Where a value can stand, and what is seen there round it. `X` is the value. */
const places: readonly (readonly [template: string, seen: readonly string[]])[] = [
  ['{{x}}', ['X']],
  ['{{x}}\n===', ['X ===']],
  ['a {{x}} b', ['a X b']],
  ['a\n{{x}}\nb', ['a X b']],
  ['{{x}}{{x}}', ['XX']],
  ['# {{x}}', ['X']],
  ['### **{{x}}** {{x}}', ['X', ' X']],
  ['- {{x}}\n- {{x}}', ['X', 'X']],
  ['1. {{x}}', ['X']],
  ['> {{x}}', ['X']],
  ['{{x}}\n: {{x}}', ['X', 'X']],
  ['**{{x}}** {{x}}', ['X', ' X']],
  ['_{{x}}_', ['X']],
  ['| {{x}} | B |\n|---|---|\n|{{x}}|{{x}}|\n| **{{x}}** | {{x}} |', ['X', 'B', 'X', 'X', 'X', 'X']],
  ['[{{x}}](https://nal.no)', ['X']],
  ['{{#if x}}{{x}}{{/if}}', ['X']],
  ['{{link "nei" x}}', ['X']],
];

describe('a value in a template', () => {
  it.each(places)('reads the same in HTML: %s', (template, seen) => {
    const paperOf = paperFrom(template);
    fc.assert(
      fc.property(typed, (x) => {
        const expected = seen.map((piece) => piece.replaceAll('X', () => oneLine(x)));
        expect(seenInHtml(renderHtmlFragment(paperOf({ x })))).toEqual(expected);
      }),
    );
  });

  it('reads the same in HTML, text and .docx', async () => {
    const xs = nasty.map(oneLine);
    const paper = paperFrom('# X\n\n{{#each xs}}- {{this}}\n{{/each}}')({ xs: nasty });
    expect(seenInHtml(renderHtmlFragment(paper))).toEqual(['X', ...xs]);
    expect(renderText(paper).split('\n').slice(3, -1)).toEqual(xs.map((x) => `- ${x}`.trimEnd()));
    const properties = {
      standard: 'nb',
      subject: xs.join(''),
      creator: xs.join(''),
      created: '2026-11-23T11:00:00Z',
    } as const;
    const docx = await renderDocx(paper, properties);
    expect(seenInDocx(docx)).toEqual(['X', ...xs]);
    expect(textsIn(partOf(docx, 'docProps/core.xml'))).toEqual([
      'X',
      xs.join(''),
      xs.join(''),
      xs.join(''),
      'nb-NO',
      properties.created,
      properties.created,
    ]);
  });

  it('reads the same in text', () => {
    const paragraph = paperFrom('a\n\n{{x}}');
    const table = paperFrom('| A |\n|---|\n| {{x}} |');
    fc.assert(
      fc.property(typed, (x) => {
        expect(renderText(paragraph({ x }))).toBe(`a\n\n${oneLine(x)}\n`);
        expect(renderText(table({ x })).split('\n')[2]).toBe(oneLine(x));
      }),
    );
  });

  it('reads the same in .docx', async () => {
    const paperOf = paperFrom('{{#each xs}}- {{this}}\n{{/each}}');
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 20, maxLength: 60 }), async (xs) => {
        const properties = {
          standard: 'nn',
          subject: '',
          creator: '',
          created: '2026-11-23T11:00:00Z',
        } as const;
        expect(seenInDocx(await renderDocx(paperOf({ xs }), properties))).toEqual(xs.map(oneLine));
      }),
      { numRuns: 6 },
    );
  });
});

describe('a text of several lines', () => {
  const prose = fc
    .array(fc.oneof(typed, fc.constant('')), { minLength: 1, maxLength: 6 })
    .map((lines) => lines.join('\n'));
  const lines = (x: string): readonly string[] => paragraphsOf(x).flat();

  it.each([
    '{{prose x}}',
    '- {{prose x}}',
    '> {{prose x}}',
    'T\n: {{prose x}}',
    '1. a **b** {{prose x}}',
    '_{{prose x}}_',
  ])('keeps its lines: %s', (template) => {
    const paperOf = paperFrom(template);
    fc.assert(
      fc.property(prose, (x) => {
        fc.pre(lines(x).length > 0);
        const seen = seenInHtml(renderHtmlFragment(paperOf({ x })));
        const before = template.startsWith('T') ? ['T'] : template.startsWith('1') ? ['a ', 'b'] : [];
        const expected = lines(x).map((line, index) =>
          template.startsWith('1') && index === 0 ? ` ${line}` : line,
        );
        expect(seen).toEqual([...before, ...expected]);
      }),
    );
  });

  it('keeps its paragraphs', () => {
    const paperOf = paperFrom('{{prose x}}');
    fc.assert(
      fc.property(prose, (x) => {
        const { blocks } = paperOf({ x });
        expect(blocks.map((block) => block.kind)).toEqual(paragraphsOf(x).map(() => 'paragraph'));
      }),
    );
  });
});
