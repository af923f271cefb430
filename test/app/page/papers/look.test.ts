import { expect, test } from 'vitest';
import { dressed, type Look } from '../../../../src/app/page/papers/look.ts';
import { loadShell } from '../../../../src/app/papers/load-templates.ts';
import { renderHtml } from '../../../../src/render/html/html.ts';
import { parseMarkdown } from '../../../../src/render/markdown/markdown.ts';

const properties = { standard: 'nb', subject: 'a', created: '2026-11-23T11:00:00Z', creator: 'b' } as const;
const words =
  '# Tittel\n\nOm `@media print {` og «color-scheme: light dark».\n\n[Ut](https://a.example) [ned](#tittel)\n';

async function lookedAt(look: Look): Promise<string> {
  return dressed(renderHtml(parseMarkdown(words), properties, await loadShell()), look);
}

const queries = (html: string): string[] => html.match(/@media [^{]*(?=\{)/gu) ?? [];

test('as the machine has it, the styles of the paper decide', async () => {
  const html = await lookedAt({ width: 'screen', scheme: 'auto' });
  expect(queries(html)).toContain('@media (prefers-color-scheme: dark) ');
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
});

test.each(['light', 'dark'] as const)('%s is so whatever the machine says', async (scheme) => {
  const html = await lookedAt({ width: 'phone', scheme });
  const [head = ''] = html.split('</head>');
  expect(head).not.toContain('prefers-color-scheme');
  expect(head).not.toContain('light dark');
  expect(head).toContain(`content="${scheme}"`);
  expect(queries(head)).toContain(scheme === 'dark' ? '@media all ' : '@media not all ');
  expect(queries(head)).toContain('@media print ');
});

test('print has the rules of print alone, and is light', async () => {
  const [head = ''] = (await lookedAt({ width: 'print', scheme: 'dark' })).split('</head>');
  expect(queries(head)).toContain('@media all ');
  expect(queries(head).filter((query) => /screen|print|scheme/u.test(query))).toEqual([]);
  expect(head).toContain('content="light"');
});

test('the words of the paper stay, and what leads out of it is not followed', async () => {
  const [, body = ''] = (await lookedAt({ width: 'print', scheme: 'light' })).split('</head>');
  expect(body).toContain('@media print {');
  expect(body).toContain('color-scheme: light dark');
  expect(body).toContain('<a tabindex="-1" href="https://a.example');
  expect(body).toContain('<a href="#tittel"');
});
