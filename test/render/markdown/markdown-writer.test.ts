import fc from 'fast-check';
import createReader from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/render/document/document.ts';
import { renderMarkdown } from '../../../src/render/markdown/markdown-writer.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { oneLine } from '../../../src/render/safe/plain-text.ts';
import { anyCodeUnits } from '../../support/any-text.ts';
import { seenInHtml } from '../support/seen.ts';

const written = (markdown: string): string => renderMarkdown(parseMarkdown(markdown));

describe('Markdown for other programs', () => {
  it.each([
    ['# Møte\n\n_Fra Oslo_\n\n## **Sak 7/26** Kart', '# Møte\n\n*Fra Oslo*\n\n## **Sak 7/26** Kart\n'],
    ['Når\n: nå\nHvor\n: Oslo\n: Bergen', '- **Når:** nå\n- **Hvor:** Oslo\\\n  Bergen\n'],
    ['- a\n- b\n  1. c\n  2. d', '- a\n- b\n  1. c\n  2. d\n'],
    ['3. a\n4. b\n\n   c', '3. a\n4. b\n\n   c\n'],
    ['> Merk: x\n>\n> - y', '> Merk: x\n>\n> - y\n'],
    ['a\n\n---\n\nb', 'a\n\n***\n\nb\n'],
    ['a\\\nb', 'a\\\nb\n'],
    ['', '\n'],
  ])('%j', (markdown, becomes) => {
    expect(written(markdown)).toBe(becomes);
  });

  it('has tables as GFM has them', () => {
    expect(written('| Sak | Min | x |\n|---|--:|:-:|\n| **1/26** | 5\\|6 | |')).toBe(
      '| Sak | Min | x |\n| --- | --: | :-: |\n| **1/26** | 5\\|6 |  |\n',
    );
  });

  it.each([
    ['[her](https://nal.no/a_b)', '[her](https://nal.no/a_b)'],
    ['[her](https://nal.no/a_(b))', '[her](<https://nal.no/a_(b)>)'],
    ['[https://nal.no/](https://nal.no/)', '<https://nal.no/>'],
    ['[nal.no](https://nal.no/)', '[nal.no](https://nal.no/)'],
    ['[a@nal.no](mailto:a@nal.no)', '<a@nal.no>'],
    ['[her](https://nal.no/?a=1\\&copy;=2)', '[her](https://nal.no/?a=1\\&copy;=2)'],
    ['# Sak\n\n[sak](#sak)', '# Sak\n\nsak'],
  ])('links: %s', (markdown, becomes) => {
    expect(written(markdown)).toBe(`${becomes}\n`);
  });

  it('escapes what would mean something, and nothing else', () => {
    const plain = 'Ja! (Ås, 16. desember kl. 10.00–11.30) «A-2026-038» 5 % + 3 = 8; a & b, #1 | c > d';
    expect(written(`Og: ${plain.replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&')}`)).toBe(`Og: ${plain}\n`);
    expect(written('a \\*b\\* \\_c\\_ \\[d\\](x) \\<e\\> \\`f\\` \\&amp; \\{\\{g\\}\\}')).toBe(
      'a \\*b\\* \\_c\\_ \\[d\\](x) \\<e> \\`f\\` \\&amp; \\{\\{g}}\n',
    );
  });

  it.each(['1. x', '12) x', '# x', '- x', '+ x', '> x', '=====', ': x', '| x', '---'])(
    'keeps %j at the start of a line from being more than text',
    (line) => {
      const escaped = line.replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&');
      expect(written(`a\\\n${escaped}`)).toBe(`a\\\n${line.replace(/^(\d*)/u, '$1\\')}\n`);
    },
  );

  it('parts two lists', () => {
    expect(written('A\n: b\n\n- c\n\n1. d')).toBe('- **A:** b\n\n* c\n\n1. d\n');
  });
});

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    anyCodeUnits,
    fc.string({ unit: fc.constantFrom(...Array.from('*_`~<>[]()!#&;|\\+-=.:$1a ')) }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '[a](javascript:x)',
      '![a](b)',
      '&copy;',
      '{{x}}',
      '***a***',
    ),
  )
  .map((text) => oneLine(`Å ${text}`).slice(2).trim() || 'tom');

const text = hostile.map((words): Inline => ({ kind: 'text', text: words }));
/** Neighbouring texts are always one, as the reader of papers gives them. */
const inline: fc.Arbitrary<readonly Inline[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: text },
      fc.record({ kind: fc.constantFrom('strong' as const, 'emphasis' as const), children: fc.tuple(text) }),
      fc.record({
        kind: fc.constant('link' as const),
        href: fc.constantFrom('https://nal.no/', 'https://nal.no/a_(b)?x=1&copy;=2', 'mailto:a@nal.no'),
        children: fc.tuple(text),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.filter(({ kind }, index) => kind !== 'text' || all[index - 1]?.kind !== 'text'));
const cell = inline.map((children) => ({ children, align: undefined }));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), children: inline }),
  fc.record({ kind: fc.constant('byline' as const), children: inline }),
  fc.record({
    kind: fc.constant('paragraph' as const),
    children: fc.tuple(text, fc.constant<Inline>({ kind: 'break' }), text),
  }),
  fc.record({
    ...{ kind: fc.constant('heading' as const), id: fc.constant('x'), children: inline },
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  }),
  fc.record({
    ...{ kind: fc.constant('list' as const), start: fc.constantFrom(undefined, 1, 9) },
    items: fc.array(fc.tuple(fc.record({ kind: fc.constant('paragraph' as const), children: inline })), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ term: inline, details: fc.tuple(inline, inline) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    ...{ kind: fc.constant('table' as const), head: fc.tuple(cell, cell) },
    rows: fc.array(fc.record({ hasHead: fc.boolean(), cells: fc.tuple(cell, cell) }), { maxLength: 2 }),
  }),
);

/** The words of a paper as they follow each other, without the spaces between them. */
function wordsOf(blocks: readonly Block[]): string {
  const inlines = (children: readonly Inline[]): string =>
    children
      .map((child) => {
        if (child.kind === 'break') return '';
        return child.kind === 'text' ? child.text : inlines(child.children);
      })
      .join('');
  const words = blocks.map((one): string => {
    switch (one.kind) {
      case 'list':
        return one.items.map((item) => wordsOf(item)).join('');
      case 'facts':
        return one.facts
          .map(({ term, details }) => `${inlines(term)}:${details.map(inlines).join('')}`)
          .join('');
      case 'table':
        return [one.head, ...one.rows.map(({ cells }) => cells)]
          .flat()
          .map(({ children }) => inlines(children))
          .join('');
      case 'note':
        return wordsOf(one.blocks);
      // Other programs have no figures of ours.
      case 'figure':
      case 'rule':
        return '';
      case 'paragraph':
      case 'byline':
      case 'heading':
        return inlines(one.children);
    }
  });
  return words.join('').replace(/\s/gu, '');
}

/** What the elements of a paper are called in HTML. */
function elementsOf(blocks: readonly Block[]): readonly string[] {
  const names = { paragraph: 'p', byline: 'p', facts: 'ul', table: 'table', note: 'blockquote', rule: 'hr' };
  return blocks.flatMap((one) => {
    if (one.kind === 'figure') return [];
    if (one.kind === 'heading') return `h${String(one.level)}`;
    return one.kind === 'list' ? (one.start === undefined ? 'ul' : 'ol') : names[one.kind];
  });
}

describe('whatever people type, another reader of Markdown finds', () => {
  // All that the readers people use may know, raw HTML included.
  const reader = createReader({ html: true, linkify: false, typographer: false });

  it('the same words in the same elements, and nothing that runs or is fetched', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const markdown = renderMarkdown({ title: '', blocks });
        const tokens = reader.parse(markdown, {});
        const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
        expect(
          all.filter(({ type }) => /html|image|code|fence/u.test(type)),
          markdown,
        ).toEqual([]);
        expect(
          tokens.filter(({ level, nesting }) => level === 0 && nesting >= 0).map(({ tag }) => tag),
        ).toEqual(elementsOf(blocks));
        const targets = all.filter(({ type }) => type === 'link_open').map((one) => one.attrGet('href'));
        expect(
          targets.filter((href) => !/^(?:https:\/\/nal\.no\/|mailto:a@nal\.no$)/u.test(String(href))),
        ).toEqual([]);
        const seen = seenInHtml(reader.renderer.render(tokens, reader.options, {}));
        // An accent at the head of one element joins the letter that ends the one before, once the two stand together.
        const joined = (text: string): string => text.replace(/\s/gu, '').normalize('NFC');
        expect(joined(seen.join(''))).toBe(joined(wordsOf(blocks)));
      }),
      { numRuns: 1000 },
    );
  });
});
