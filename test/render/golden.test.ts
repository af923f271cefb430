import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PaperProperties } from '../../src/render/document/document.ts';
import { renderDocx } from '../../src/render/docx/docx.ts';
import { renderHtml } from '../../src/render/html/html.ts';
import { parseMarkdown } from '../../src/render/markdown/markdown.ts';
import { renderText } from '../../src/render/text/text.ts';
import { partOf } from './support/seen.ts';

const folder = '../golden/render';
const paper = parseMarkdown(readFileSync('test/golden/render/agenda.nb.md', 'utf8'));
const properties: PaperProperties = {
  standard: 'nb',
  subject: 'Innkalling til kvartalsmøte mellom Bylivsenteret og Distriktssenteret',
  creator: 'Bylivsenteret og Distriktssenteret',
  created: '2026-11-23T11:00:00Z',
};

/** One file for each format, to be read by people when it changes: `npx vitest run test/render/golden.test.ts -u`. */
describe('an agenda with everything that Markdown means here', () => {
  it('as HTML', async () => {
    const page = { file: 'page.html.hbs', text: readFileSync('templates/page.html.hbs', 'utf8') };
    const html = renderHtml(paper, properties, { page, styles: '/* templates/styles.css */' });
    await expect(html).toMatchFileSnapshot(`${folder}/agenda.nb.html`);
  });

  it('as text', async () => {
    await expect(renderText(paper)).toMatchFileSnapshot(`${folder}/agenda.nb.txt`);
  });

  it('as .docx', async () => {
    const docx = await renderDocx(paper, properties);
    // The same bytes in every time zone that the tests run in.
    const hash = createHash('sha256').update(docx).digest('hex');
    await expect(`${hash}\n`).toMatchFileSnapshot(`${folder}/agenda.nb.docx.sha256`);
    const readable = (xml: string): string =>
      xml.replace(/<w:(?:p|tbl|tr|style|abstractNum|num)[ >]/gu, '\n$&');
    await expect(readable(partOf(docx, 'word/document.xml'))).toMatchFileSnapshot(
      `${folder}/agenda.nb.document.xml`,
    );
    await expect(readable(partOf(docx, 'word/styles.xml'))).toMatchFileSnapshot(
      `${folder}/agenda.nb.styles.xml`,
    );
    await expect(readable(partOf(docx, 'word/numbering.xml'))).toMatchFileSnapshot(
      `${folder}/agenda.nb.numbering.xml`,
    );
  });
});
