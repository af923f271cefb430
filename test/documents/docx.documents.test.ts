import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxFaults, readDocx, type DocxStructure } from './checks/docx-structure.ts';
import { openInOffice } from './checks/office.ts';
import { squeezed } from './checks/print.ts';
import { mustRun, PYTHON, temporaryFolder } from './checks/tools.ts';

const { folder, remove } = await temporaryFolder();
let sound: Record<string, Uint8Array>;

/** A small .docx in order, made by python-docx: a heading, a list and a table with a header row. */
const MAKE = `
import sys
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
document = Document()
document.core_properties.title = "Saksliste"
for level in (1, 2):
    style = document.styles[f"Heading {level}"]
    outline = style.element.find(".//" + qn("w:outlineLvl"))
    assert outline is not None
language = document.styles.element.find(".//" + qn("w:rPrDefault") + "//" + qn("w:lang"))
language.set(qn("w:val"), "nb-NO")
document.add_heading("Saksliste", 1)
document.add_heading("Saker", 2)
document.add_paragraph("Takk for nå.", style="List Number")
table = document.add_table(rows=2, cols=1)
table.rows[0].cells[0].text = "Sak"
table.rows[1].cells[0].text = "Orientering"
table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
document.save(sys.argv[1])
`;

beforeAll(async () => {
  const file = join(folder, 'sound.docx');
  await mustRun(PYTHON, ['-c', MAKE, file]);
  const { readFile } = await import('node:fs/promises');
  sound = unzipSync(await readFile(file));
});
afterAll(remove);

let planted = 0;

/** The document with something replaced in one of its parts. */
async function plant(part = 'word/document.xml', was = '', becomes = ''): Promise<string> {
  const text = strFromU8(sound[part] ?? new Uint8Array());
  expect(text).toContain(was);
  const file = join(folder, `planted-${String(planted++)}.docx`);
  await writeFile(file, zipSync({ ...sound, [part]: strToU8(text.replace(was, becomes)) }));
  return file;
}

describe('the .docx checks bite', () => {
  test('a document in order passes them all', async () => {
    const file = await plant();
    expect(docxFaults(await readDocx(file), 'nb-NO')).toEqual([]);
    const [opened] = await openInOffice([file]);
    expect(squeezed(opened?.text ?? '')).toContain('Takk for nå.');
    expect(opened?.pages).toBe(1);
  });

  test.each([
    [
      'a wrong language',
      'word/styles.xml',
      'w:val="nb-NO"',
      'w:val="en-US"',
      'the language is en-US, not nb-NO',
    ],
    ['no title', 'docProps/core.xml', '<dc:title>Saksliste</dc:title>', '', 'the document has no title'],
    ['no header row', 'word/document.xml', '<w:tblHeader/>', '', 'has 0 header rows'],
    [
      'a heading that is only big text',
      'word/document.xml',
      'w:val="Heading1"',
      'w:val="Normal"',
      '0 headings of level 1',
    ],
    [
      'a level skipped',
      'word/document.xml',
      'w:val="Heading2"',
      'w:val="Heading3"',
      'jumps from level 1 to 3',
    ],
  ])('%s', async (_what, part, was, becomes, fault) => {
    expect(docxFaults(await readDocx(await plant(part, was, becomes)), 'nb-NO').join('\n')).toContain(fault);
  });

  test('only what people wrote is marked as the other standard', async () => {
    const mark = async (language: string): Promise<DocxStructure> =>
      readDocx(
        await plant(
          'word/document.xml',
          '<w:r><w:t>Orientering',
          `<w:r><w:rPr><w:lang w:val="${language}"/></w:rPr><w:t>Orientering`,
        ),
      );
    const nynorsk = await mark('nn-NO');
    expect(docxFaults(nynorsk, 'nb-NO', ['Orientering om fylka'])).toEqual([]);
    expect(docxFaults(nynorsk, 'nb-NO', ['Noko anna'])).toEqual(['«Orientering» is marked as nn-NO']);
    expect(docxFaults(await mark('en-US'), 'nb-NO', ['Orientering'])).toEqual([
      '«Orientering» is marked as en-US',
    ]);
  });

  test('a broken part will not open', async () => {
    const file = await plant('word/document.xml', '</w:body>', '');
    await expect(readDocx(file)).rejects.toThrow();
    await expect(openInOffice([file])).rejects.toThrow();
  });
});
