import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/render/document/document.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const blocksOf = (markdown: string): readonly Block[] => parseMarkdown(markdown).blocks;

/** What a paragraph reads as when nothing in it is understood as Markdown. */
function plainParagraph(words: string): readonly Block[] {
  return [{ kind: 'paragraph', children: [text(words)] }];
}

describe('what Markdown means', () => {
  it('takes the title from the heading of level 1', () => {
    expect(parseMarkdown('intro\n\n# Møte i **Oslo**\n\n## Saker').title).toBe('Møte i Oslo');
    expect(parseMarkdown('intro').title).toBe('');
  });

  it('names headings by label or words, each once', () => {
    const ids = blocksOf(
      '# Ærlig Økonomi å\n## Saker\n## Saker\n### **Sak 7/26** Kart\n#### 🙂\n##### Dypt',
    ).map((block) => block.kind === 'heading' && [block.level, block.id]);
    expect(ids).toEqual([
      [1, 'aerlig-okonomi-a'],
      [2, 'saker'],
      [2, 'saker-2'],
      [3, 'sak-7-26'],
      [4, 'del'],
      [4, 'dypt'],
    ]);
  });

  it('reads a paragraph in italics as a byline, but not in a list or among other words', () => {
    expect(blocksOf('_Drøfting · 20 minutter_')).toEqual([
      { kind: 'byline', children: [text('Drøfting · 20 minutter')] },
    ]);
    expect(blocksOf('_Drøfting_ nå').map((block) => block.kind)).toEqual(['paragraph']);
    expect(blocksOf('- _Drøfting_')).toEqual([
      {
        kind: 'list',
        start: undefined,
        items: [[{ kind: 'paragraph', children: [{ kind: 'emphasis', children: [text('Drøfting')] }] }]],
      },
    ]);
  });

  it('reads facts, with several details, over several lines, and joins what blank lines part', () => {
    expect(blocksOf('Tid\n: torsdag\nSted\n: Oslo\n: Bergen\n\nVert\n:   Nord\\\n  og Sør')).toEqual([
      {
        kind: 'facts',
        facts: [
          { term: [text('Tid')], details: [[text('torsdag')]] },
          { term: [text('Sted')], details: [[text('Oslo')], [text('Bergen')]] },
          { term: [text('Vert')], details: [[text('Nord'), { kind: 'break' }, text('og Sør')]] },
        ],
      },
    ]);
  });

  it.each(['Tid\n:torsdag', ': torsdag', 'Tid\n: a\nSted', 'Tid\nSted\n: a', 'Tid\n\n: a'])(
    'does not take %j for facts',
    (markdown) => {
      expect(blocksOf(markdown).map((block) => block.kind)).not.toContain('facts');
    },
  );

  it('reads tables: heads of rows, alignment, short rows filled', () => {
    const [table] = blocksOf('| A | B | C |\n|---|--:|:-:|\n| **x** | 1 |\n| **y** z | 2 | a \\| b |');
    expect(table).toEqual({
      kind: 'table',
      head: [
        { children: [text('A')], align: undefined },
        { children: [text('B')], align: 'right' },
        { children: [text('C')], align: 'center' },
      ],
      rows: [
        {
          hasHead: true,
          cells: [
            { children: [text('x')], align: undefined },
            { children: [text('1')], align: 'right' },
            { children: [], align: 'center' },
          ],
        },
        {
          hasHead: false,
          cells: [
            { children: [{ kind: 'strong', children: [text('y')] }, text(' z')], align: undefined },
            { children: [text('2')], align: 'right' },
            { children: [text('a | b')], align: 'center' },
          ],
        },
      ],
    });
  });

  it('reads lists in lists, numbers from where they begin, notes and rules', () => {
    const [list, note, rule] = blocksOf('3. en\n   - to\n4. tre\n\n> Merk\n> dette\n\n---');
    expect(list).toMatchObject({
      kind: 'list',
      start: 3,
      items: [[{ kind: 'paragraph' }, { kind: 'list', start: undefined }], [{}]],
    });
    expect(note).toEqual({ kind: 'note', blocks: plainParagraph('Merk dette') });
    expect(rule).toEqual({ kind: 'rule' });
  });

  it.each([
    ['[Bli med](https://nal.no/a b)', undefined],
    ['[Bli med](https://nal.no/a_b)', 'https://nal.no/a_b'],
    ['[Skriv](mailto:post@nal.example)', 'mailto:post@nal.example'],
    ['[Sak](#sak-7-26)', '#sak-7-26'],
    ['[x](javascript:alert(1))', undefined],
    ['[x](JaVaScRiPt:alert(1))', undefined],
    ['[x](data:text/html,x)', undefined],
    ['[x](//evil.example)', undefined],
    ['[x](http://nal.no)', undefined],
    ['[x](/etc/passwd)', undefined],
    ['[x](&#106;avascript:alert(1))', undefined],
  ])('links only where it is safe: %s', (markdown, href) => {
    const [block] = blocksOf(markdown);
    const link =
      block?.kind === 'paragraph' ? block.children.find((child) => child.kind === 'link') : undefined;
    expect(link?.kind === 'link' ? link.href : undefined).toBe(href);
  });

  it('shows where a link without words leads', () => {
    expect(blocksOf('[](https://nal.no/)')).toEqual([
      {
        kind: 'paragraph',
        children: [{ kind: 'link', href: 'https://nal.no/', children: [text('nal.no')] }],
      },
    ]);
  });

  it.each([
    '<b>x</b>',
    '<script>alert(1)</script>',
    '`x`',
    '![bilde](http://x.no/a.png)',
    '~~x~~',
    'https://nal.no',
    '<https://nal.no>',
    '[x]: https://nal.no',
    '[x][y]',
    '"x" -- (c) ...',
  ])('prints %s as it stands', (markdown) => {
    expect(blocksOf(markdown)).toEqual(plainParagraph(markdown));
  });

  it('prints code and underlined headings as ordinary text', () => {
    expect(blocksOf('    fire')).toEqual(plainParagraph('fire'));
    expect(blocksOf('```\nx\n```')).toEqual(plainParagraph('``` x ```'));
    expect(blocksOf('Hei\n===')).toEqual(plainParagraph('Hei ==='));
  });

  it('reads decomposed letters as composed ones', () => {
    expect(blocksOf('Ma\u030Al')).toEqual(plainParagraph('Mål'));
  });
});
