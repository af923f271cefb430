import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedDocx } from '../../../src/app/minutes/checked-docx.ts';
import { textOfParagraph, type ReadBlock, type ReadDocument } from '../../../src/domain/read-document.ts';
import { readDocx } from '../../../src/render/docx/read.ts';
import { docxOf, paragraph, run, table } from '../../support/documents.ts';

const reading = (body: string, more?: Readonly<Record<string, string>>): Promise<ReadDocument> =>
  readDocx(docxOf(body, more));

/** A block as one line: its level, its list, its bold words, its cells. */
function lineOf(block: ReadBlock): string {
  if (block.kind === 'table')
    return block.rows
      .map((row) => row.map((cell) => cell.map(textOfParagraph).join('/')).join('|'))
      .join('¶');
  const text = block.runs.map(({ text: words, isBold }) => (isBold ? `*${words}*` : words)).join('');
  return `${block.level === undefined ? '' : `${'#'.repeat(block.level)} `}${block.isListItem ? '- ' : ''}${text}`;
}

const linesOf = async (body: string, more?: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await reading(body, more)).blocks.map(lineOf);

const bold = '<w:b/>';

describe('reading a .docx', () => {
  it('has headings, weight, lists and empty paragraphs', async () => {
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbering =
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    expect(
      await linesOf(
        [
          paragraph('Sak 7/26', '<w:pStyle w:val="Overskrift2"/>'),
          paragraph(run('Ved', bold) + run('tak:', bold) + run(' Ja') + run('.')),
          paragraph(''),
          paragraph('Ringe', item),
        ].join(''),
        { 'word/numbering.xml': numbering },
      ),
    ).toEqual(['## Sak 7/26', '*Vedtak:* Ja.', '', '- Ringe']);
  });

  it('has line breaks, tabs and boxes to tick as characters', async () => {
    const box = (checked: string): string =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☐')}</w:sdtContent></w:sdt>`;
    expect(
      await linesOf(
        `<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p><w:p>${box('1')}${box('0')}</w:p>`,
      ),
    ).toEqual(['a\nb\tc', '☒☐']);
  });

  it('has tracked changes as if accepted', async () => {
    const change = 'w:id="1" w:author="K" w:date="2026-12-03T10:00:00Z"';
    const inserted = `<w:ins ${change}>${run('Ja')}</w:ins>`;
    const deleted = `<w:del ${change}><w:r><w:delText>Nei</w:delText></w:r></w:del>`;
    const mark = `<w:rPr><w:del ${change}/></w:rPr>`;
    expect(
      await linesOf(
        paragraph(run('Vedtak: ') + deleted + inserted) +
          paragraph(`<w:moveFrom ${change}>${run('flyttet')}</w:moveFrom>`) +
          paragraph(`<w:moveTo ${change}>${run('hit')}</w:moveTo>`) +
          paragraph('ett', mark) +
          paragraph(' avsnitt'),
      ),
    ).toEqual(['Vedtak: Ja', '', 'hit', 'ett avsnitt']);
  });

  it('leaves comments out, and says that they were there', async () => {
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="K"><w:p><w:r><w:t>Er dette riktig?</w:t></w:r></w:p></w:comment></w:comments>';
    const { blocks, notices } = await reading(
      paragraph(`${run('Vedtak: Ja')}<w:r><w:commentReference w:id="0"/></w:r>`),
      { 'word/comments.xml': comments },
    );
    expect([blocks.map(lineOf), notices]).toEqual([['Vedtak: Ja'], ['comments']]);
  });

  it('says that text was struck through, or is in a form that is not read', async () => {
    const body = `${paragraph(run('bort', '<w:strike/>'))}<w:altChunk r:id="x"/>`;
    expect(new Set((await reading(body)).notices)).toEqual(new Set(['struck-through', 'other-format']));
  });

  it('gives every row of a table all its columns, whatever is merged', async () => {
    const cell = (text: string, looks = ''): string => `<w:tcPr>${looks}</w:tcPr>${paragraph(text)}`;
    expect(
      await linesOf(
        table(
          [cell('Tiltak'), cell('Ansvarlig'), cell('Frist')],
          [cell('a'), cell('Kari', '<w:vMerge w:val="restart"/>'), cell('1')],
          [cell('b'), cell('', '<w:vMerge/>'), cell('2')],
          [cell('c og d', '<w:gridSpan w:val="2"/>'), cell('3')],
        ) + table([paragraph('ytre') + table([paragraph('indre')])]),
      ),
    ).toEqual(['Tiltak|Ansvarlig|Frist¶a|Kari|1¶b|Kari|2¶c og d||3', 'ytre/indre']);
  });

  it('is not led to a table of millions of columns', async () => {
    const wide = table([`<w:tcPr><w:gridSpan w:val="90000000"/></w:tcPr>${paragraph('a')}`, paragraph('b')]);
    const [block] = (await reading(wide)).blocks;
    expect(block?.kind === 'table' && block.rows[0]?.length).toBe(101);
  });

  it.each([
    ['broken XML', '<w:p><w:r>'],
    [
      'nesting without end',
      '<w:sdt><w:sdtContent>'.repeat(30_000) + '</w:sdtContent></w:sdt>'.repeat(30_000),
    ],
  ])('refuses %s', async (_, body) => {
    await expect(reading(body)).rejects.toThrow('does not follow the rules');
  });

  it("reads what other programs wrote: the reader's own test data", async () => {
    const folder = join('node_modules', 'mammoth', 'test', 'test-data');
    const files = readdirSync(folder).filter((name) => name.endsWith('.docx'));
    const read = await Promise.all(
      files.map(async (name) => {
        const { bytes } = checkedDocx(readFileSync(join(folder, name)));
        return `${name}: ${String((await readDocx(bytes)).blocks.length)}`;
      }),
    );
    expect(read.length).toBeGreaterThan(15);
    expect(read).toContain('tables.docx: 3');
  });
});
