import type { Change } from '../../../domain/workbook.ts';
import { CONTENT_TYPES, STYLES_TYPE, WORKBOOK_TYPE } from '../package/content-types.ts';
import { OfficePackage } from '../package/office-package.ts';
import { RELATIONSHIPS_NAMESPACE } from '../package/relationships.ts';
import { escapeXml } from '../package/xml-text.ts';
import { refuseLongTexts } from '../../long-texts.ts';
import { applyChange, LONGEST_TEXT } from './apply-changes.ts';
import { emptyStyles } from './style-book.ts';
import { WorkbookEditor } from './workbook-editor.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TITLE = 'Aktivitetsregister';

/**
 * A new workbook made from these changes, as the bytes of an .xlsx file: the same changes, the same bytes. Tabs are in the
 * order in which they are added. Throws UserError when a text is longer than a cell can hold. Throws Error when there is
 * no tab at all or a change cannot be made, since only the program decides these.
 */
export function createWorkbook(changes: readonly Change[], title = TITLE): Uint8Array {
  if (!changes.some(({ kind }) => kind === 'tab')) throw new Error('a workbook has at least one tab');
  refuseLongTexts(changes, LONGEST_TEXT);
  const editor = new WorkbookEditor(OfficePackage.create(emptyWorkbook(title)), changes);
  for (const change of changes) {
    const came = applyChange(editor, change);
    if (typeof came === 'object' && came !== null)
      throw new Error(`a new workbook refused a ${change.kind}: ${came.why}`);
  }
  const bytes = editor.save();
  if (bytes === null) throw new Error('a new workbook holds something');
  return bytes;
}

function emptyWorkbook(title: string): Record<string, string> {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  return {
    [CONTENT_TYPES]:
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override(
        'xl/workbook.xml',
        WORKBOOK_TYPE,
      )}${override('xl/styles.xml', STYLES_TYPE)}${override(
        'docProps/core.xml',
        'application/vnd.openxmlformats-package.core-properties+xml',
      )}${override(
        'docProps/app.xml',
        'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      )}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}">${relationship(
      'rId1',
      `${OFFICE}/relationships/officeDocument`,
      'xl/workbook.xml',
    )}${relationship(
      'rId2',
      `${PACKAGE}/relationships/metadata/core-properties`,
      'docProps/core.xml',
    )}${relationship(
      'rId3',
      `${OFFICE}/relationships/extended-properties`,
      'docProps/app.xml',
    )}</Relationships>`,
    'docProps/core.xml':
      `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${escapeXml(title)}</dc:title><dc:language>nb-NO</dc:language></cp:coreProperties>`,
    'docProps/app.xml': `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Application>Felles</Application></Properties>`,
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><workbookPr/>` +
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>' +
      '<sheets/></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}">` +
      `${relationship('rId1', `${OFFICE}/relationships/styles`, 'styles.xml')}</Relationships>`,
    'xl/styles.xml': emptyStyles(MAIN),
  };
}
