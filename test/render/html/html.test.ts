import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PaperProperties } from '../../../src/render/document/document.ts';
import { renderHtml, renderHtmlFragment } from '../../../src/render/html/html.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';

const properties: PaperProperties = {
  standard: 'nn',
  subject: 'Innkalling til "møte" & <kaffi>',
  creator: 'Bylivsenteret og Distriktssenteret',
  created: '2026-11-23T11:00:00Z',
};
const shell = {
  page: { file: 'templates/page.html.hbs', text: readFileSync('templates/page.html.hbs', 'utf8') },
  styles: readFileSync('templates/styles.css', 'utf8'),
};
const page = (markdown: string): string => renderHtml(parseMarkdown(markdown), properties, shell);
const fragment = (markdown: string): string => renderHtmlFragment(parseMarkdown(markdown));

describe('the page', () => {
  it('tells its language, title, subject and sender', () => {
    const html = page('# Møte & <prat>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="nn">/u);
    expect(html).toContain('<title>Møte &amp; &lt;prat&gt;</title>');
    expect(html).toContain('content="Innkalling til &quot;møte&quot; &amp; &lt;kaffi&gt;"');
    expect(html).toContain('<h1 id="mote-prat">Møte &amp; &lt;prat&gt;</h1>');
    expect(html.endsWith('</html>\n')).toBe(true);
  });

  it('needs nothing from elsewhere', () => {
    expect(page('# X\n\n[y](https://nal.no)')).not.toMatch(/<link\b|<script\b|<img\b|@import|url\(|src=/u);
  });

  it.each(['', 'x', '# a\n\n# b', '#'])('must have one title: %j', (markdown) => {
    expect(() => page(markdown)).toThrow('A paper needs one title');
  });

  it('shows colours that can be read: contrast of 4.5 or more on every ground, light and dark', () => {
    const themes = [
      ...shell.styles.matchAll(
        /--ink: (#\w+);\s*--quiet: (#\w+);\s*--accent: (#\w+);\s*--line: #\w+;\s*--faint: (#\w+);\s*--paper: (#\w+);/gu,
      ),
    ];
    expect(themes).toHaveLength(3);
    for (const [, ink, quiet, accent, faint, paper] of themes) {
      for (const text of [ink, quiet, accent]) {
        for (const ground of [faint, paper])
          expect(contrast(String(text), String(ground))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

/** WCAG 2.1, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the paper', () => {
  it('puts what stands before the first section in its head, and each heading in a section of its own', () => {
    expect(fragment('_Avsender_\n\n# T\n\n## A\n\n### B\n\nx\n\n## C')).toBe(
      '<header>\n<p class="byline">Avsender</p>\n<h1 id="t">T</h1>\n</header>\n' +
        '<section class="level-2">\n<h2 id="a">A</h2>\n<section class="level-3">\n<h3 id="b">B</h3>\n<p>x</p>\n' +
        '</section>\n</section>\n<section class="level-2">\n<h2 id="c">C</h2>\n</section>\n',
    );
  });

  it('gives tables heads of columns and rows, and cells the name of their column', () => {
    expect(fragment('| | Frist |\n|---|--:|\n| **Tiltak** | 1 & 2 |')).toContain(
      '<thead><tr><td></td><th scope="col" class="right">Frist</th></tr></thead>\n<tbody>\n' +
        '<tr><th scope="row">Tiltak</th><td data-label="Frist" class="right">1 &amp; 2</td></tr>',
    );
  });

  it('gives tables under the same headings the same columns, so that they line up', () => {
    const short = '| Tiltak | Frist |\n|---|---|\n| Ring | 1. mai |';
    const long = `| Tiltak | Frist |\n|---|---|\n| ${'Skriv og ring '.repeat(9)}| Avtales |`;
    const other = '| Tiltak | Hvem |\n|---|---|\n| Ring | Leder |';
    const html = fragment([short, other, long].join('\n\nx\n\n'));
    const columns = [...html.matchAll(/<colgroup>.*?<\/colgroup>/gu)].map(([group]) => group);
    expect(columns).toHaveLength(2);
    expect(columns[0]).toBe(columns[1]);
    const widths = [...(columns[0] ?? '').matchAll(/width: (\d+)%/gu)].map(([, width]) => Number(width));
    expect(widths[0]).toBeGreaterThan(80);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100);
    expect(fragment(short)).not.toContain('<col');
  });

  it('writes lists, tight and loose', () => {
    expect(fragment('- a\n  - b\n- c')).toContain(
      '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>',
    );
    expect(fragment('3. a\n\n   b')).toContain('<ol start="3">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>');
  });

  it('writes facts, notes, rules, breaks and emphasis', () => {
    expect(fragment('Sted\n: Oslo\n: *Bergen*')).toContain(
      '<dl>\n<div><dt>Sted</dt><dd>Oslo</dd><dd><em>Bergen</em></dd></div>\n</dl>',
    );
    expect(fragment('> **a**\\\n> b\n\n---')).toContain(
      '<div class="note">\n<p><strong>a</strong><br>b</p>\n</div>\n<hr>',
    );
  });

  it('leaves the address of all links to the same page but the last out of print', () => {
    const markdown =
      '# X\n\n> **[a](https://nal.no/)**\n\n- [b](https://nal.no/)\n\n| H |\n| - |\n| [c](https://nal.no/) |\n';
    expect([...page(markdown).matchAll(/<a [^>]*>./gu)].map(([link]) => link)).toEqual([
      '<a href="https://nal.no/" class="bare">a',
      '<a href="https://nal.no/" class="bare">b',
      '<a href="https://nal.no/">c',
    ]);
  });

  it('marks links whose words are the address, and drops links to headings that are not there', () => {
    expect(fragment('[nal.no](https://nal.no/) [her](https://nal.no/?a=1&b=2)')).toContain(
      '<a href="https://nal.no/" class="bare">nal.no</a> <a href="https://nal.no/?a=1&amp;b=2">her</a>',
    );
    expect(fragment('## Sak\n\n[a](#sak) [b](#borte)')).toContain('<p><a href="#sak">a</a> b</p>');
  });
});
