import { expect, test } from 'vitest';
import { blocksOf, withMarks } from '../../../../src/app/page/papers/blocks.ts';
import { parseMarkdown } from '../../../../src/render/markdown/markdown.ts';
import { renderHtmlFragment } from '../../../../src/render/html/html.ts';

const page = (markdown: string): string =>
  `<body>\n<main>\n${renderHtmlFragment(parseMarkdown(markdown))}\n</main>\n</body>`;

const markdown = `# Tittel & «mer»

_Slik var det_

- ett
  - to < tre
- fire

| Kl. | Hva |
|---|---|
| **10.00** | Åpning |

## Sak

> Merk dette
`;

test('the blocks of a paper are what a reader sees as one', () => {
  expect(blocksOf(page(markdown)).map(({ text }) => text)).toEqual([
    'Tittel & «mer»',
    'Slik var det',
    'ett',
    'to < tre',
    'fire',
    'Kl. Hva',
    '10.00 Åpning',
    'Sak',
    'Merk dette',
  ]);
});

test('each block has a place, and those that are new a mark; the words stay as they are', () => {
  const html = page(markdown);
  const blocks = blocksOf(html);
  const marked = withMarks(html, blocks, (at) => at === 6);
  expect(marked.match(/ data-new/gu)).toHaveLength(1);
  expect(marked).toMatch(/<tr id="del-\d+" data-new><th scope="row">10\.00/u);
  for (const { id } of blocks) expect(marked.split(`id="${id}"`)).toHaveLength(2);
  expect(blocksOf(marked).map(({ text }) => text)).toEqual(blocks.map(({ text }) => text));
});
